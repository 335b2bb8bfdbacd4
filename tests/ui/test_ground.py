"""What every view stands on: size from the screen, the keys all share, sides, motion, palettes and languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.screen_settings import ScreenSettings
from station.ui.merge_view import MergeView
from station.ui.queue_view import QueueView
from station.ui.screen import Verdict
from station.ui.theme import PALETTES
from station.ui.widgets.band import Band
from station.ui.window import Window
from tests.ui.golden import cells, differing
from tests.ui.sights import SIGHTS, Sight

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT_AND_RIGHT = {
    "pack": ("work", "beside the work"),
    "start": ("work", "beside the work"),
    "seat": ("work", "beside the work"),
    "dock": ("missing", "beside"),
    "merge": ("groups", "orders side by side"),
}
STATES = {"pack": "packing", "dock": "scanning"}


@pytest.fixture(params=SIGHTS, ids=lambda sight: sight.name)
def shown(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[tuple[Sight, Any]]:
    sight: Sight = request.param
    view = sight.make("zh", PALETTES[0])
    view.resize(1280, 800)
    sight.put(view, sight.screens[STATES.get(sight.name, next(iter(sight.screens)))])
    yield sight, view
    view.deleteLater()


def test_every_view_has_the_shared_keys(shown: tuple[Sight, Any], qtbot: QtBot) -> None:
    """Ctrl+L, Ctrl+D and F11 mean the same on each screen; Ctrl+Shift+K locks where somebody is signed in."""
    sight, view = shown
    ground = view.ground
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(ground.language_changed) as language:
        QTest.keyClick(view, Qt.Key.Key_L, control)
    assert language.args == [ground.language]
    assert ground.language != "zh"
    for tokens in (*PALETTES[1:], PALETTES[0]):
        with qtbot.waitSignal(ground.palette_changed) as palette:
            QTest.keyClick(view, Qt.Key.Key_D, control)
        assert palette.args == [tokens.name]
    of_a_bench = isinstance(view, Window | MergeView | QueueView)
    with qtbot.waitSignal(ground.lock_asked, timeout=20, raising=of_a_bench) as lock:
        QTest.keyClick(view, Qt.Key.Key_K, control | Qt.KeyboardModifier.ShiftModifier)
    assert lock.signal_triggered is of_a_bench, sight.name
    QTest.keyClick(view, Qt.Key.Key_F11)
    assert view.windowState() & Qt.WindowState.WindowFullScreen


def test_every_view_has_a_title(shown: tuple[Sight, Any]) -> None:
    """The window says what it is, then whose."""
    title = shown[1].windowTitle()
    assert title.endswith(" · Sealbench")
    assert len(title) > len(" · Sealbench")


def test_the_left_hand_changes_sides_of_the_work_and_nothing_else(shown: tuple[Sight, Any]) -> None:
    """The two work columns are mirrored; every other band stands where it stood."""
    sight, view = shown
    before = {band.objectName(): band.geometry() for band in view.findChildren(Band)}
    view.ground.use(ScreenSettings(left_handed=True))
    after = {band.objectName(): band.geometry() for band in view.findChildren(Band)}
    moved = {name for name in before if before[name] != after[name]}
    pair = LEFT_AND_RIGHT.get(sight.name, ())
    assert moved - {"third column"} == set(pair)
    for name in pair:
        assert after[name].left() == view.width() - before[name].left() - before[name].width()
        assert after[name].size() == before[name].size()


def test_reduced_motion_removes_the_flash_only(shown: tuple[Sight, Any]) -> None:
    """The edges stay dark; the picture is the same."""
    _, view = shown
    ground = view.ground
    before = cells(view.grab().toImage())
    ground.use(ScreenSettings(reduced_motion=True))
    with patch.object(ground.edges, "flash") as flash:
        ground.flash(Verdict.OK)
        assert flash.call_count == 0
        assert not differing(cells(view.grab().toImage()), before)
        ground.use(ScreenSettings())
        for verdict in Verdict:
            ground.flash(verdict)
    assert flash.call_count == 3, "ok, attention and stop flash; what is only told does not"
