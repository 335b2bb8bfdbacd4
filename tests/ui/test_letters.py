"""Fitting text: it wraps, steps down, and never loses a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from station.ui.letters import Letters, load_fonts
from station.ui.type import Grid, Role

GRID = Grid(1280, 800)


@pytest.fixture
def letters(qtbot: QtBot) -> Letters:
    load_fonts()
    return Letters()


def test_short_text_keeps_its_size(letters: Letters) -> None:
    """A text that goes in is set at the size it asks for, in one row."""
    fitted = letters.fit("正确", GRID, Role.VERDICT, width=600, height=80, bold=True)
    assert (fitted.rows, fitted.px) == (("正确",), 57)


def test_long_text_wraps_before_it_shrinks(letters: Letters) -> None:
    """Two rows at full size come before one row at a smaller size."""
    fitted = letters.fit("put this one back", GRID, Role.LEAD, width=200, height=90)
    assert fitted.px == 32
    assert fitted.rows == ("put this one", "back")


def test_a_code_is_not_broken_at_its_hyphens(letters: Letters) -> None:
    """It goes whole into the next row; where no row is wide enough for it, it breaks."""
    wide = letters.fit("White mug MUG-330-W", GRID, Role.LEAD, width=220, height=90)
    assert wide.rows == ("White mug", "MUG-330-W")
    assert letters.fit("MUG-330-W", GRID, Role.LEAD, width=120, height=90).rows[0] != "MUG-330-W"
    assert letters.fit("look-alike goods", GRID, Role.LEAD, width=150, height=90).px == 32


def test_too_long_text_is_reported_not_cut(letters: Letters) -> None:
    """A text too long even for the smallest size keeps every character and is reported."""
    text = "无处可放" * 30
    fitted = letters.fit(text, GRID, Role.BODY, width=100, height=40, floor=Role.BODY)
    assert "".join(fitted.rows) == text
    assert letters.misfits == [text]


def test_asking_for_room_notes_nothing(letters: Letters) -> None:
    """Whether a text has room as it is can be asked before a shorter one is taken."""
    room = {"width": 100, "height": 40, "lines": 2, "line_height": 1.1}
    assert letters.has_room("放得下", GRID, Role.HINT, **room)  # type: ignore[arg-type]
    assert not letters.has_room("无处可放" * 30, GRID, Role.HINT, **room)  # type: ignore[arg-type]
    assert letters.misfits == []


@given(text=st.text(alphabet="白色马克杯 ab-Z9，😀é", min_size=1, max_size=60), width=st.integers(60, 900))
def test_no_character_is_lost(qapp: object, text: str, width: int) -> None:
    """However a text is broken into rows, all that is not blank is still there."""
    load_fonts()
    fitted = Letters().fit(text, GRID, Role.TITLE, width=width, height=200, lines=3)
    assert "".join("".join(fitted.rows).split()) == "".join(text.split())
