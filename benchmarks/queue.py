"""Frame time while scrolling through the bench's queue with a million orders behind it, by keys, pages and jumps."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.books import FULL, build
from benchmarks.frames import HEADS, Frames, Taken, until
from benchmarks.tables import show, sized
from station.clock import SystemClock
from station.finder import Finder
from station.home import Home
from station.settings import load
from station.ui.window import Window
from station.window_app import SWITCH_S

STEPS: Final = 600
JUMPS: Final = 40
SCATTER: Final = 611_953
"""A prime: where the bar is dragged to next, anywhere in the queue."""
SEARCHES: Final = ("SO-00000", "SO-000001", "SKU-000123", "")


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    sys.setswitchinterval(SWITCH_S)  # as the program's own window does
    built = build(folder, sized(FULL, share, least=10_000))
    home = Home(folder / "queue-home")
    home.root.mkdir(exist_ok=True)
    home.settings_file.write_text(f'[bench]\norderbook = "{built.url}"\nlanguage = "zh"\n', encoding="utf-8")
    bench = Window(bench="B01", pictures=())
    finder = Finder(home, load(home), SystemClock(), look=bench.ground.look, focus_back=bench)
    try:
        rows = _scroll(finder, bench, sized(STEPS, share, least=20))
    finally:
        finder.stop()
    show(f"The queue at a bench, {built.orders:,} orders, SQLite, offscreen, 1920×1080, a key each 33 ms", HEADS, rows)
    del application


def _scroll(finder: Finder, bench: Window, steps: int) -> list[tuple[str, ...]]:
    view = finder.view
    view.resize(1920, 1080)
    finder.open(bench.ground.look, str)
    until(lambda: view.model.known and view.model.rowCount() > 0)
    table = view.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.setFocus()
    table.selectRow(0)
    frames = Frames(view)
    taken = {
        name: Taken() for name in ("a row down", "a screenful down", "a screenful up", "to an end", "the bar dragged")
    }
    for _ in range(steps):
        frames.press(taken["a row down"], Qt.Key.Key_Down)
    for _ in range(steps):
        frames.press(taken["a screenful down"], Qt.Key.Key_PageDown)
    for _ in range(steps):
        frames.press(taken["a screenful up"], Qt.Key.Key_PageUp)
    for at in range(JUMPS):
        key = Qt.Key.Key_End if at % 2 == 0 else Qt.Key.Key_Home
        frames.press(taken["to an end"], key, Qt.KeyboardModifier.ControlModifier)
    bar = table.verticalScrollBar()
    for at in range(steps):
        frames.act(taken["the bar dragged"], partial(bar.setValue, at * SCATTER % max(1, bar.maximum())))
    assert frames.painted >= sum(len(one.wall.wall_ns) for one in taken.values()), "a frame that paints nothing is none"
    rows = [one.row(name) for name, one in taken.items()]
    searched = Taken()
    for at in range(JUMPS):
        frames.act(searched, partial(view.show_search, SEARCHES[at % len(SEARCHES)]))
    frames.end()
    return [*rows, searched.row("another search")]
