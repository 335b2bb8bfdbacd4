"""The review on its way: keys and scans to a real order book on the desk's thread, and its answers to the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station.codes import command_code
from station.home import Home
from station.merge_window import MergeWindow
from station.orders.orderbook import OrderBook
from station.orders.parting import review, shares_with
from station.packing.inputs import Command
from station.settings import read
from station.ui.merge_screen import Fate
from tests.clocks import FakeClock
from tests.orders.conftest import put_order

BUYER = {"name": "张示例", "phone": "13800000000", "city": "杭州市", "street": "示例路 1 号"}


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    """SO-1 and SO-2 of one buyer."""
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    for number in ("SO-1", "SO-2"):
        put_order(made.engine, number, {"MUG": 1}, **BUYER)
    yield made
    made.close()


@pytest.fixture
def window(home: Home, book: OrderBook, clock: FakeClock, qtbot: QtBot) -> Iterator[MergeWindow]:
    settings = read(f'[bench]\norderbook = "sqlite:///{home.root / "orders.db"}"\n', file="bench.toml")
    bench = QWidget()
    qtbot.addWidget(bench)
    made = MergeWindow(home, settings, clock, focus_back=bench)
    made.open("zh")
    qtbot.waitUntil(lambda: made.screen.known)
    yield made
    made.stop()


def _press(window: MergeWindow, key: Qt.Key, qtbot: QtBot) -> None:
    QTest.keyClick(window._catcher, key)
    qtbot.waitUntil(lambda: not window.screen.busy)


def test_merged_and_parted_by_key(window: MergeWindow, book: OrderBook, qtbot: QtBot) -> None:
    """F6 merges what is on screen, F2 parts it; the book has it each time."""
    _press(window, Qt.Key.Key_F6, qtbot)
    assert shares_with(book, "SO-1") == ("SO-1", "SO-2")
    assert window.screen.groups[0].fate is Fate.MERGED
    _press(window, Qt.Key.Key_F2, qtbot)
    assert shares_with(book, "SO-1") == ()


def test_left_by_code(window: MergeWindow, book: OrderBook, qtbot: QtBot) -> None:
    """The codes NO and UNDO do what the keys do."""
    window.take(command_code(Command.NO))
    qtbot.waitUntil(lambda: not window.screen.busy)
    assert review(book).proposed == ()
    window.take(command_code(Command.UNDO))
    qtbot.waitUntil(lambda: not window.screen.busy)
    assert len(review(book).proposed) == 1


def test_what_the_book_refuses_is_said(window: MergeWindow, book: OrderBook, qtbot: QtBot) -> None:
    """An order that a bench took meanwhile is not merged, and the screen says why."""
    book.hold("SO-2", reason="dispute", now_us=1)  # type: ignore[arg-type]
    _press(window, Qt.Key.Key_F6, qtbot)
    assert window.screen.trouble is not None
    assert "SO-2 is held" in window.screen.trouble.en
    assert shares_with(book, "SO-1") == ()


def test_opened_again(window: MergeWindow, qtbot: QtBot) -> None:
    """Closed and opened, it shows what the book has by then, merged groups too."""
    _press(window, Qt.Key.Key_F6, qtbot)
    window.view.close()
    window.open("en")
    qtbot.waitUntil(lambda: window.screen.known)
    assert [group.fate for group in window.screen.groups] == [Fate.MERGED]
