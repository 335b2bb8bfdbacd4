"""The wall board's window: contrast of its tiles, keys, no paint without a change, no memory that grows."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace
from datetime import timedelta, timezone
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.ui.board_screen import PAGE_US, Level
from station.ui.board_view import BoardView
from station.ui.theme import PALETTES, Palette
from station.ui.widgets import board_tiles
from tests.ui.boards import MINUTE, NOW, SCREENS, SECOND
from tests.ui.test_theme import contrast

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]
SHANGHAI = timezone(timedelta(hours=8))
REFRESHES = 100
GROWTH_BYTES = 20_000


@pytest.fixture
def view(qtbot: QtBot) -> BoardView:
    made = BoardView(language="en", zone=SHANGHAI)
    qtbot.addWidget(made)
    made.paint_screen(SCREENS["hall"])
    return made


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("level", Level)
def test_contrast_of_every_level(tokens: Palette, level: Level) -> None:
    """Verdict words on their fill keep 7, what is calm 4.5, marks 3; also when the book is gone."""
    colors = board_tiles.colors(level, tokens)
    assert contrast(colors.ink, colors.fill) >= (4.5 if level is Level.OFF else 7)
    assert contrast(colors.ink2, colors.fill) >= 4.5
    assert contrast(colors.mark, colors.fill) >= 3
    old = board_tiles.colors(level, tokens, old=True)
    assert contrast(old.ink, old.fill) >= 4.5


def test_a_gone_book_is_grey() -> None:
    """No tile keeps a verdict's colour when nobody knows any more."""
    for tokens in PALETTES:
        loud = {tokens.warn, tokens.stop_fill, tokens.warn_soft} - {tokens.panel}
        assert not loud & {board_tiles.colors(level, tokens, old=True).fill for level in Level}


def test_escape_leaves_full_screen_first(view: BoardView, qtbot: QtBot) -> None:
    """Esc on the whole screen gives the frame back; Esc again closes the board."""
    view.showFullScreen()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.windowState() & Qt.WindowState.WindowFullScreen
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_nothing_is_painted_without_a_change(view: BoardView) -> None:
    """A refresh that says the same leaves every band alone; a second that passes moves only the running times."""

    def kept(state: str) -> list[bool]:
        """Of head, tiles and cut-offs, whether a second later the same is shown."""
        view.paint_screen(SCREENS[state])
        before = (view._head.view, view._tiles.view, view._cut_offs.view)
        view.paint_screen(replace(SCREENS[state], now_us=NOW + SECOND))
        after = (view._head.view, view._tiles.view, view._cut_offs.view)
        return [now is was for now, was in zip(after, before, strict=True)]

    assert kept("all calm") == [True, True, True]
    assert kept("hall") == [True, False, True]


def test_what_is_read_aloud(view: BoardView) -> None:
    """Each bench with its word and time or pace, each carrier with what is left."""
    told = view._tiles.accessibleDescription()
    assert "B04: Wrong label, 01:37" in told
    assert "B01: Packing, 25/h, 99 % first pass" in told
    assert "YTO 16:00: 554 left, done 15:55" in view._cut_offs.accessibleDescription()
    assert "3 benches need somebody" in view._head.accessibleDescription()


def test_memory_does_not_grow(view: BoardView) -> None:
    """Refresh after refresh, times, pages and states change and are painted; what is kept stays the same.

    But for the widths of texts, of which ``ui/letters`` keeps 2,000 at most: they are let go before each count. What
    leaks leaks in every round; something that Python or Qt keeps once, whenever that is, does not.
    """
    letters = view.ground.look.letters

    def refresh(first: int) -> tuple[int, int]:
        names = ("fifty", "hall", "gone", "calls")
        for at in range(first, first + REFRESHES):
            screen = SCREENS[names[at % len(names)]]
            view.paint_screen(replace(screen, now_us=screen.now_us + at * 37 * SECOND))
            view.grab()
        letters._advances.clear()
        gc.collect()
        return tracemalloc.get_traced_memory()[0], len(gc.get_objects())

    view.resize(640, 400)
    tracemalloc.start()
    counts = [refresh(each * REFRESHES) for each in range(4)][1:]
    tracemalloc.stop()
    assert min(after[0] - before[0] for before, after in pairwise(counts)) < GROWTH_BYTES
    assert min(after[1] - before[1] for before, after in pairwise(counts)) < 200


def test_pages_turn(view: BoardView) -> None:
    """Ten seconds later other calm benches stand on the wall; half a minute of clock changes nothing else."""
    view.paint_screen(SCREENS["fifty"])
    first = view._tiles.view
    view.paint_screen(replace(SCREENS["fifty"], now_us=NOW + PAGE_US))
    second = view._tiles.view
    assert first is not None
    assert second is not None
    assert {each.bench for each in first.tiles} != {each.bench for each in second.tiles}
    assert MINUTE > PAGE_US
