"""From HELP at a bench to the wall board: a windowless bench in its own process, the board reading the same book."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from station.board_desk import BoardDesk, load_board_rules
from station.board_window import LOOK_MS, BoardWindow, connect
from station.clock import SystemClock
from station.home import Home
from station.orders.help_calls import calls_open, take_call
from station.settings import load
from station.ui.board_screen import Level, tiles
from station.ui.sounds import Silence
from tests.e2e.bench_process import bench_process
from tests.e2e.warehouse import ORDER, open_orders, prepare

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
START_MS = 30_000
RELAY_MS = 2_000


@pytest.fixture
def board(home: Home, qtbot: QtBot) -> Iterator[BoardWindow]:
    prepare(home, ORDER)
    settings, clock = load(home), SystemClock()
    window = BoardWindow(settings, clock, Silence())
    qtbot.addWidget(window.view)
    desk, thread = BoardDesk(home, settings, load_board_rules(home, settings), clock), QThread()
    desk.moveToThread(thread)
    thread.finished.connect(desk.finish)
    connect(window, desk)
    thread.start()
    window.start()
    qtbot.waitUntil(lambda: window.screen.truth is not None, timeout=START_MS)
    yield window
    window.stop()
    thread.quit()
    assert thread.wait(10_000)


def _levels(board: BoardWindow) -> list[Level]:
    return [tile.level for tile in tiles(board.screen)]


def test_help_reaches_the_wall(board: BoardWindow, home: Home, qtbot: QtBot) -> None:
    """Within a relay and a refresh the bench calls on the wall; who takes the call is told there and at the bench."""
    with bench_process(home, qtbot) as bench:
        bench.says({"press": "help"})
        qtbot.waitUntil(lambda: Level.CALL in _levels(board), timeout=RELAY_MS + LOOK_MS + 3_000)
        assert [tile.bench for tile in tiles(board.screen)] == ["B01"]
        book = open_orders(home)
        take_call(book, calls_open(book)[0].id, who="P009", now_us=SystemClock().now().wall_us)
        book.close()
        qtbot.waitUntil(lambda: Level.TAKEN in _levels(board), timeout=LOOK_MS + 3_000)
    assert tiles(board.screen)[0].word.en == "P009 is coming"
