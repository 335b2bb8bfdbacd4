"""A translator's file from the first to the last step: begun, filled, brought up to date, checked, released, spoken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from station.errors import Trouble
from station.translations.faults import faults
from station.translations.files import messages, release, write
from station.translations.messages import Message, Translation, Translations, document, read
from station.ui import languages
from station.ui.words import Words
from tests.translations.pseudo import told

UNITS = Words(zh="{n} 件", en="{n} units")


@pytest.fixture
def application(qapp: QCoreApplication) -> Iterator[QCoreApplication]:
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        translator.setParent(None)


def _polish(message: Message) -> Translation:
    if message.english != "{n} units":
        return told(message)
    return Translation(forms=("{n} sztuka", "{n} sztuki", "{n} sztuk"), finished=True)


def _put(path: Path, language: str, done: Translations) -> Path:
    path.write_text(document(language, messages(), done), encoding="utf-8")
    return path


def test_a_new_file_has_every_sentence_unfinished(tmp_path: Path) -> None:
    """And its fields, its Chinese and where it is said."""
    path = tmp_path / "sealbench_de.ts"
    assert write("de", path) == len(messages())
    language, there, done = read(path)
    assert (language, there) == ("de", messages())
    assert not any(each.finished for each in done.values())
    assert all(each.chinese and each.files for each in there)


def test_work_that_was_done_is_kept(tmp_path: Path) -> None:
    """Bringing a file up to date takes nothing away; a sentence that is gone goes."""
    first = messages()[0]
    gone = Message(english="Gone", chinese="没了")
    path = tmp_path / "sealbench_de.ts"
    done = {first.key: Translation(forms=("Fertig",), finished=True), gone.key: Translation(forms=("Weg",))}
    path.write_text(document("de", (first, gone), done), encoding="utf-8")
    assert write("de", path) == len(messages()) - 1
    _, there, kept = read(path)
    assert there == messages()
    assert kept[first.key] == Translation(forms=("Fertig",), finished=True)


def test_plurals_of_a_language_with_three(tmp_path: Path, application: QCoreApplication) -> None:
    """One, few and many, chosen by Qt; Chinese and English go on from their tables."""
    path = _put(tmp_path / "sealbench_pl.ts", "pl", {each.key: _three(_polish(each)) for each in messages()})
    made = release(path, tmp_path / "translations")
    assert "pl" in languages.load(application, made.parent)
    counted = [languages.said(UNITS.filled(n=n), "pl") for n in (1, 3, 5, 22)]
    assert counted == ["1 sztuka", "3 sztuki", "5 sztuk", "22 sztuki"]
    assert languages.said(UNITS.filled(n=5), "zh") == "5 件"


def _three(told: Translation) -> Translation:
    return Translation(forms=(*told.forms, told.forms[-1]), finished=True) if len(told.forms) == 2 else told


def test_what_has_no_file_is_english(application: QCoreApplication) -> None:
    """Nobody sees an empty screen for a language that is not there."""
    assert languages.said(UNITS.filled(n=2), "fr") == "2 units"


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (None, "is not in the file"),
        (Translation(forms=("",)), "is not translated"),
        (Translation(forms=("Nimm {n}",), finished=False), "is not translated"),
        (Translation(forms=("Nimm {n} mit {was}", "Nimm {n}"), finished=True), "has other fields"),
        (Translation(forms=("Nimm eins", "Nimm sie"), finished=True), "has other fields"),
        (Translation(forms=("Nimm {name}",), finished=True), ""),
        (Translation(forms=("Eins von {name}", "{n} von {name}"), finished=True), ""),
    ],
)
def test_what_is_wrong_with_a_translation(told: Translation | None, fault: str) -> None:
    """Missing, unfinished, strange fields; a plural may say its number in letters."""
    message = Message(english="Take {n} of {name}", chinese="拿 {n} 个 {name}")
    found = list(faults([message], {} if told is None else {message.key: told}))
    assert [fault in each for each in found] == ([True] if fault else [])


def test_an_unfinished_file_is_not_released(tmp_path: Path) -> None:
    """Nothing is written, and the sentence says how many are missing."""
    path = tmp_path / "sealbench_de.ts"
    write("de", path)
    with pytest.raises(Trouble, match=f"{len(messages())} of its sentences are not ready"):
        release(path, tmp_path / "translations")
    assert not (tmp_path / "translations").exists()


@pytest.mark.parametrize("language", ["zh", "en", "German", "../x", ""])
def test_only_a_third_language_is_written(tmp_path: Path, language: str) -> None:
    """The two of the program come from its tables."""
    with pytest.raises(Trouble, match="zh and en are in the program"):
        write(language, tmp_path / "x.ts")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", ["", "<TS/>", "<a><b></a>", "\udcff", "<!DOCTYPE TS><TS><context><name>X</name></context></TS>"]
)
def test_a_file_that_is_no_translation_is_refused(tmp_path: Path, content: str) -> None:
    """With one sentence that names the file."""
    path = tmp_path / "x.ts"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(Trouble) as caught:
        read(path)
    assert str(path) in caught.value.sentence()


def test_a_broken_qm_is_left_out(tmp_path: Path, application: QCoreApplication) -> None:
    """Its language is then spoken in English; names that are none are not looked at."""
    (tmp_path / "sealbench_de.qm").write_bytes(b"no translation")
    (tmp_path / "sealbench_zh.qm").write_bytes(b"ours")
    (tmp_path / "other_de.qm").write_bytes(b"not ours")
    assert list(languages.found([tmp_path])) == ["de"]
    assert languages.load(application, tmp_path) == ("zh", "en")
