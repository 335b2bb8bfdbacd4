"""Every screen looks as it did when a person last looked at it and kept it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui import golden
from tests.ui.golden import Sheet, differing, drawn, sheets
from tests.ui.sights import SIGHTS

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.mark.parametrize("sheet", list(sheets()), ids=lambda sheet: sheet.file.stem)
def test_it_looks_as_it_was_kept(sheet: Sheet) -> None:
    """After a wanted change: python -m tests.ui.golden --update, look at the sheets, keep them with the change."""
    kept = QImage(str(sheet.file))
    assert not kept.isNull(), f"{sheet.file.name} is missing: python -m tests.ui.golden --update"
    worst = differing(drawn(sheet), kept)
    states = sheet.sight.kept
    named = {states[at] if at >= 0 else "another number of screens": off for at, off in worst.items()}
    assert not named, f"{sheet.file.name}: {named}"


def test_nothing_else_is_kept() -> None:
    """A sheet of a view that is gone goes too, and all together stay small."""
    files = set(golden.FOLDER.glob("*"))
    assert files == {sheet.file for sheet in sheets()}
    assert sum(file.stat().st_size for file in files) <= golden.BYTES_MAX


def test_a_small_change_is_seen() -> None:
    """A word that goes, a mark of another colour: a change of one row of letters is found, and in the right picture."""
    sheet = next(sheets())
    before = drawn(sheet)
    after = before.copy()
    assert differing(before, after) == {}
    at = after.pixelColor(100, 20)
    after.setPixelColor(100, 20, QColor(255 - at.red(), at.green(), at.blue()))
    assert list(differing(after, before)) == [1]


def test_every_view_has_its_states() -> None:
    """What is kept of a view are states it has."""
    for sight in SIGHTS:
        assert sight.kept, sight.name
        assert set(sight.kept) <= set(sight.screens)
