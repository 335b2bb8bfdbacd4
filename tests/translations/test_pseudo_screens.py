"""Every screen of the program in a language that it was not written in: nothing stays behind, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, QSize, QTranslator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from station.ui import gallery, languages
from station.ui.theme import LIGHT
from station.ui.words import Words
from tests.translations.pseudo import LANGUAGE, SECOND, make
from tests.ui import trace
from tests.ui.sights import BOXES, SIGHTS, Sight

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PLAIN = re.compile(r"[A-Za-z]{2,}|[\u3400-\u9fff]+")
NO_LANGUAGE = frozenset({"Ctrl", "Shift", "Esc", "Enter", "PgDn", "PgUp", "kg", "Antom", "PayPal", "Stripe", "TRAIN"})
"""Keys, units and names, that of the training bench too, are the same in every language."""


@pytest.fixture(scope="module")
def spoken(qapp: QCoreApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("translations")
    for language in (LANGUAGE, SECOND):
        make(folder, language)
    assert {LANGUAGE, SECOND} <= set(languages.load(qapp, folder))
    yield LANGUAGE
    for translator in qapp.findChildren(QTranslator):
        if translator.objectName().startswith("sealbench_"):
            translator.setParent(None)


def _data(value: Any) -> Iterator[str]:
    """What of a screen is no language: names, codes, notes, and what was put into the fields of sentences."""
    if isinstance(value, Words):
        if value.template is not None and not value.template.fields:
            yield value.en  # a house's own name for something
        elif value.template is not None:
            yield from _data([each for _, each in value.template.fields])
        elif value.zh == value.en:
            yield value.en
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _data(list(value.values()))
    elif isinstance(value, list | tuple | frozenset | set):
        for each in value:
            yield from _data(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _data(getattr(value, each.name))


def _painted(view: QWidget) -> Iterator[str]:
    for child in view.findChildren(QWidget):
        if child.isVisibleTo(view):
            if isinstance(child, QLabel | QLineEdit):
                yield child.text()
            yield from (each.text for each in trace.texts(child))


def _left_behind(view: QWidget, screen: Any) -> list[str]:
    known = " ".join(_data([screen, gallery.DAY, BOXES]))
    shown = ((text, run) for text in _painted(view) for run in PLAIN.findall(text))
    return sorted({text for text, run in shown if run not in known and run not in NO_LANGUAGE})


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_no_text_is_left_behind(sight: Sight, spoken: str) -> None:
    """With the same language in both places, all that is painted is that language or no language at all."""
    view = sight.make(spoken, LIGHT)
    view.resize(QSize(1920, 1080))
    view.ground.set_language(spoken, SECOND)
    wrong: dict[str, list[str]] = {}
    for state, screen in sight.screens.items():
        sight.put(view, screen)
        left = _left_behind(view, screen)
        if left:
            wrong[state] = left
    view.deleteLater()
    assert not wrong, "\n".join(f"{state}: {left}" for state, left in wrong.items())


def _no_room(view: QWidget) -> Iterator[str]:
    """Outside its band, or over another by a third of its height: marks of letters may touch."""
    for child in view.findChildren(QWidget):
        if not child.isVisibleTo(view) or isinstance(child, QLabel | QLineEdit):
            continue
        written = trace.texts(child)
        room = QRectF(child.rect()).adjusted(-4, -4, 4, 4)
        yield from (
            f"{child.accessibleName()}: {one.text!r} is outside" for one in written if not room.contains(one.ink)
        )
        for first, second in combinations(written, 2):
            shared, low = first.ink.intersected(second.ink), min(first.ink.height(), second.ink.height())
            if shared.width() > 1 and shared.height() > low / 3:
                yield f"{child.accessibleName()}: {first.text!r} lies on {second.text!r}"


SIZES = ((1280, 800), (1920, 1080))
SMALL_MAX = {
    "dispute": 9, "wall": 6, "seat": 5, "pack": 4, "supervisor": 4, "board": 2, "start": 2, "case": 2, "setup": 1,
}  # fmt: skip
"""Texts below their least size at forty percent more on the smaller window: narrow columns and cells of a grid."""


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_texts_of_half_as_much_again_have_room(sight: Sight, width: int, height: int, spoken: str) -> None:
    """Forty percent longer in both places at once: nothing is cut, laid over another or outside its band.

    What goes below its least size is counted, and may only become less.
    """
    view = sight.make(spoken, LIGHT)
    view.resize(QSize(width, height))
    view.ground.set_language(spoken, SECOND)
    wrong: list[str] = []
    for state, screen in sight.screens.items():
        sight.put(view, screen)
        wrong += [f"{state}: {fault}" for fault in _no_room(view)]
    small = view.ground.misfits
    view.deleteLater()
    assert not wrong, "\n".join(wrong)
    assert len(small) <= (SMALL_MAX.get(sight.name, 0) if width == SIZES[0][0] else 1), small
