"""Each person's language at a bench: kept from sign-in to sign-in, and no obstacle when it cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.errors import Trouble
from station.home import Home
from station.packing.rules import Chosen
from station.person_languages import FILE_BYTES_MAX, LATEST_US, PEOPLE_MAX, chosen, chosen_now, later, remember

ENGLISH = Chosen(what="en", at_us=5)
GERMAN = Chosen(what="de", at_us=7)


def test_the_last_choice_counts(home: Home) -> None:
    """One line a person."""
    remember(home, "P001", ENGLISH)
    remember(home, "P002", Chosen(what="zh", at_us=1))
    remember(home, "P001", GERMAN)
    assert chosen(home) == {"P001": GERMAN, "P002": Chosen(what="zh", at_us=1)}
    assert chosen(home, "palettes") == {}


def test_of_two_choices_the_later(home: Home) -> None:
    """Here or at another bench; of two made at one moment the one made here."""
    own, others = {"P001": ENGLISH, "P002": ENGLISH}, {"P001": GERMAN, "P002": replace(GERMAN, at_us=ENGLISH.at_us)}
    assert later(own, others) == {"P001": GERMAN, "P002": ENGLISH}
    assert later({}, others) == others


def test_a_clock_that_is_behind_does_not_lose_a_choice() -> None:
    """What is chosen now is later than what it takes the place of, whatever the other bench's clock said."""
    assert chosen_now("zh", now_us=3, after=GERMAN) == Chosen(what="zh", at_us=GERMAN.at_us + 1)
    assert chosen_now("zh", now_us=99, after=GERMAN) == Chosen(what="zh", at_us=99)
    assert chosen_now("zh", now_us=3, after=Chosen(what="en", at_us=LATEST_US)).at_us == LATEST_US


def test_what_an_older_program_kept(home: Home) -> None:
    """Choices without a time stay, and every later one counts more."""
    home.root.mkdir(parents=True)
    (home.root / "languages.json").write_text('{"P001": "en", "P002": "zh"}', encoding="utf-8")
    assert chosen(home) == {"P001": Chosen(what="en", at_us=1), "P002": Chosen(what="zh", at_us=1)}
    remember(home, "P002", GERMAN)
    assert chosen(home) == {"P001": Chosen(what="en", at_us=1), "P002": GERMAN}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"P001": 3}',
        b'{"P001": {"choice": "en"}}',
        b'{"P001": {"choice": "en", "at_us": -1}}',
        b'{"P001": {"choice": "en", "at_us": 99999999999999999999}}',
        b"\xff",
        b"{" * 2_000_000,
    ],
)
def test_a_broken_file_is_as_none(home: Home, content: bytes) -> None:
    """The bench's language leads then, and the next choice makes the file whole again."""
    home.root.mkdir(parents=True, exist_ok=True)
    (home.root / "languages.json").write_bytes(content)
    assert chosen(home) == {}
    remember(home, "P001", ENGLISH)
    assert chosen(home) == {"P001": ENGLISH}


def test_the_file_stays_small(home: Home) -> None:
    """Who chose longest ago goes first."""
    home.root.mkdir(parents=True, exist_ok=True)
    many = ", ".join(f'"Q{at}": "en"' for at in range(PEOPLE_MAX))
    (home.root / "languages.json").write_text(f"{{{many}}}", encoding="utf-8")
    remember(home, "P001", GERMAN)
    assert (len(chosen(home)), "Q0" in chosen(home), chosen(home)["P001"]) == (PEOPLE_MAX, False, GERMAN)
    assert (home.root / "languages.json").stat().st_size < FILE_BYTES_MAX


def test_a_home_that_cannot_be_written_is_said(home: Home) -> None:
    """In one sentence."""
    home.root.parent.mkdir(parents=True, exist_ok=True)
    blocked = Home(home.root / "file")
    home.root.mkdir(exist_ok=True)
    (home.root / "file").write_text("", encoding="utf-8")
    with pytest.raises(Trouble, match="is not kept"):
        remember(blocked, "P001", GERMAN)
