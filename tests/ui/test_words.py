"""Sentences with fields: two languages from the tables, a third from a translator, English where one is missing."""

from __future__ import annotations

import pytest

from station.packing.media import PhotoMoment
from station.packing.model import JobId
from station.packing.prompt_texts import QUESTIONS
from station.packing.prompts import in_the_box, new_number, no_photo, printed, still_there, supervisor
from station.packing.questions import Prompt, PromptKind
from station.ui.prompt_words import question
from station.ui.words import AFTER, Words, begun, beside, in_other, listed, named, same

UNITS = Words(zh="{n} 件", en="{n} units")
GERMAN = {"{n} units": "{n} Stück", "Take {what} to {place}": "{place}: {what} hinbringen", "the box": "die Kiste"}
TAKE = Words(zh="把{what}拿到 {place}", en="Take {what} to {place}")
BOX = Words(zh="箱子", en="the box")


def german(english: str, _chinese: str, _n: int | None) -> str | None:
    return GERMAN.get(english)


@pytest.mark.parametrize(("n", "en"), [(0, "0 units"), (1, "1 unit"), (2, "2 units")])
def test_one_is_said_otherwise_in_english(n: int, en: str) -> None:
    """Chinese needs no plural."""
    said = UNITS.filled(n=n)
    assert (said.zh, said.en) == (f"{n} 件", en)


def test_a_field_that_is_words_goes_by_language() -> None:
    """Each language gets its own reading, and the order of fields is the language's."""
    said = TAKE.filled(what=BOX, place="B07")
    assert (said.zh, said.en) == ("把箱子拿到 B07", "Take the box to B07")
    assert in_other(said, german) == "B07: die Kiste hinbringen"


def test_a_missing_part_brings_the_whole_sentence_in_english() -> None:
    """Two languages are never mixed in one sentence."""
    said = TAKE.filled(what=Words(zh="面单", en="the label"), place="B07")
    assert in_other(said, german) == "Take the label to B07"


def test_a_translation_with_a_strange_field_is_not_used() -> None:
    """The English stands, instead of an empty place or an error."""
    assert in_other(UNITS.filled(n=3), lambda _en, _zh, _n: "{menge} Stück") == "3 units"


def test_what_is_counted_reaches_the_translator() -> None:
    """So that a language with several plurals can choose; a sentence that counts nothing has no number."""
    asked: list[int | None] = []

    def note(_english: str, _chinese: str, n: int | None) -> str | None:
        asked.append(n)
        return None

    in_other(UNITS.filled(n=5), note)
    in_other(TAKE.filled(n=5, what="x", place="y"), note)
    assert asked == [5, None]


def test_braces_in_a_name_stay_as_they_are() -> None:
    """What is put in is never read as a field again."""
    said = TAKE.filled(what="{place}", place="B07")
    assert said.en == "Take {place} to B07"


def test_names_are_of_no_language() -> None:
    """A code is itself everywhere; a house's name for something goes by its English."""
    assert in_other(same("SO-1"), german) == "SO-1"
    assert in_other(named("圆通", "YTO Express"), german) == "YTO Express"


def test_a_line_begins_with_a_capital() -> None:
    """In English; a code is no language, and another language gets the sentence that it knows."""
    assert (begun(BOX).zh, begun(BOX).en) == ("箱子", "The box")
    assert in_other(begun(BOX), german) == in_other(BOX, german)
    assert begun(same("mug-330")).en == "mug-330"
    assert begun(listed([BOX, BOX])).en == "The box, the box"


def test_lists_and_facts_beside_each_other() -> None:
    """Commas by language; empty facts are left out."""
    assert listed([BOX, BOX, BOX]).zh == "箱子、箱子、箱子"
    assert beside([same(""), BOX, same("B07")]).en == "the box · B07"
    assert (listed([]).en, beside([]).en) == ("", "")
    assert AFTER.filled(first=BOX, next=BOX).zh == "箱子：箱子"


ASKED = [
    (still_there(6, "B03", short=True), "still_short"),
    (supervisor("no_such_answer"), "supervisor"),
    (printed(JobId("J1"), "Zebra"), "printed_there"),
    (printed(JobId("J1")), "printed"),
    (no_photo(PhotoMoment.LABEL), "no_photo"),
    (in_the_box(), "in_the_box"),
    (new_number(), "new_number"),
]


@pytest.mark.parametrize(("prompt", "name"), ASKED)
def test_a_recorded_question_is_known_again(prompt: Prompt, name: str) -> None:
    """With the sentence it was made from, and still the same to the letter."""
    said = question(prompt)
    assert (said.zh, said.en) == (prompt.zh, prompt.en)
    assert said.template is not None
    assert (said.template.zh, said.template.en) == QUESTIONS[name]


def test_a_short_packs_reason_is_said_as_its_card_said_it() -> None:
    """The record has the answer's key; a person reads words, in either language and with the template of a third."""
    said = question(supervisor("out_of_stock"))
    assert (said.zh, said.en) == (
        "缺件发货（缺货）：请主管扫工牌",
        "Short pack (Out of stock): supervisor, scan your badge",
    )
    assert said.template is not None


def test_a_question_of_the_house_stays_as_it_is() -> None:
    """One of the packing rules, in its own two languages."""
    own = Prompt(id="material-glass", kind=PromptKind.ACKNOWLEDGE, zh="放气泡膜", en="Bubble wrap", choices=("ok",))
    said = question(own)
    assert (said.zh, said.en, said.template) == ("放气泡膜", "Bubble wrap", None)
