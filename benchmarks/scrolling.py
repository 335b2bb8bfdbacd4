"""Frame time while scrolling through all orders in the office, and how long a page takes from the order book."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.books import FULL, build
from benchmarks.tables import TIMES_SHORT, Series, show, sized, times
from station.clock import SystemClock
from station.home import Home
from station.office.window import OfficeWindow, Opening
from station.orders.browsing import orders_page
from station.orders.orderbook import OrderBook
from station.packing.model import OrderState
from station.settings import load

STEPS: Final = 600
PAGE: Final = 100


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    built = build(folder, sized(FULL, share, least=10_000))
    home = Home(folder / "scroll-home")
    home.root.mkdir(exist_ok=True)
    home.settings_file.write_text(f'[bench]\norderbook = "{built.url}"\nlanguage = "zh"\n', encoding="utf-8")
    _pages(built.url, built.orders)
    _frames(home, sized(STEPS, share, least=60), built.orders)
    del application


def _pages(url: str, orders: int) -> None:
    book = OrderBook.open(url)
    series = {"first page": Series(), "page in the middle": Series(), "last page": Series(), "search": Series()}
    ready = partial(orders_page, book, state=OrderState.READY, text="", size=PAGE)
    for _ in range(20):
        series["first page"].take(partial(ready, first=0))
        series["page in the middle"].take(partial(ready, first=orders // 2))
        series["last page"].take(partial(ready, first=orders - PAGE))
        series["search"].take(partial(orders_page, book, state=None, text="SO-00000", first=0, size=PAGE))
    book.close()
    show(
        f"A page of {PAGE} rows of {orders:,} orders, on the desk's thread",
        TIMES_SHORT,
        times(series, floor="first page", tails=False),
    )


def _frames(home: Home, steps: int, orders: int) -> None:
    """Each step is a key and everything that is painted for it, whatever the desk is doing meanwhile."""
    window = OfficeWindow(home, load(home), SystemClock(), Opening(who="bench"))
    window.view.resize(1920, 1080)
    window.start()
    _until_idle(window)
    series = {"a row down": Series(), "a screenful down": Series(), "a jump to an end": Series()}
    for _ in range(steps):
        series["a row down"].take(partial(_press, window, Qt.Key.Key_Down))
        series["a screenful down"].take(partial(_press, window, Qt.Key.Key_PageDown))
    for at in range(20):
        key = Qt.Key.Key_End if at % 2 == 0 else Qt.Key.Key_Home
        series["a jump to an end"].take(partial(_press, window, key, Qt.KeyboardModifier.ControlModifier))
    window.stop()
    window.view.deleteLater()
    show(
        f"Key to painted in the office, {orders:,} orders, offscreen, 1920×1080; 60 frames a second are 16.7 ms",
        TIMES_SHORT,
        times(series, floor="a row down", tails=False),
    )


def _press(window: OfficeWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.view.line, key, modifiers)
    window.view.repaint()
    QApplication.processEvents()


def _until_idle(window: OfficeWindow) -> None:
    ends = time.monotonic() + 30
    while not window.asking.idle and time.monotonic() < ends:
        QApplication.processEvents()
