"""Frame time while scrolling through all orders in the office, and how long a page takes from the order book."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from benchmarks.books import FULL, build
from benchmarks.frames import HEADS, Frames, Taken, until
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
    until(lambda: window.asking.idle)
    frames = Frames(window.view)
    taken = {name: Taken() for name in ("a row down", "a screenful down", "a screenful up", "to an end")}
    for name, key in zip(taken, (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp), strict=False):
        for _ in range(steps):
            frames.press(taken[name], key)
    for at in range(40):
        key = Qt.Key.Key_End if at % 2 == 0 else Qt.Key.Key_Home
        frames.press(taken["to an end"], key, Qt.KeyboardModifier.ControlModifier)
    frames.end()
    assert frames.painted, "a frame that paints nothing is none"
    window.stop()
    window.view.deleteLater()
    rows = [one.row(name) for name, one in taken.items()]
    show(f"The orders in the office, {orders:,} orders, SQLite, offscreen, 1920×1080, a key each 33 ms", HEADS, rows)
