"""From keys or a scanner's bytes to the painted verdict, in a bench whose ledger holds 10,000 entries, and the screen
thread's own part of that: its processor time from the verdict's arrival until the frame that shows it is painted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QKeyEvent, QPainter, Qt
from PySide6.QtWidgets import QApplication
from pysqlite3 import dbapi2 as sqlite

from benchmarks.books import build, gtin, order_no
from benchmarks.course import Course
from benchmarks.packer import BENCH
from benchmarks.parcels import fill
from benchmarks.screen import ORDER, SETTINGS
from benchmarks.tables import Series, ratio, show, sized, us
from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.devices.virtual.outlet import PtyOutlet
from station.devices.virtual.scanner import VirtualScanner
from station.evidence.ledger import Ledger
from station.home import Home
from station.settings import load
from station.ui.sounds import Silence
from station.window_app import SWITCH_S, BenchWindow, connect

ENTRIES: Final = 10_000
SCANS: Final = 1_000
FRAME_MS: Final = 16
FLOOR: Final = "floor: 1280×800 dots copied"


class Typed(VirtualScanner):
    """A scanner that types into the window: the very events that the platform makes of a keyboard's keys."""

    def __init__(self, outlet: PtyOutlet, catcher: QObject) -> None:
        super().__init__(outlet)
        self._catcher = catcher

    def scan(self, text: str, *, aim: str = "") -> None:
        for character in (*text, "\r"):
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_unknown
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
            QApplication.postEvent(self._catcher, event)


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    sys.setswitchinterval(SWITCH_S)  # as the program's own window does
    entries = sized(ENTRIES, share, least=200)
    rows: list[tuple[str, ...]] = []
    floor = _floor()
    rows.append((FLOOR, str(len(floor.wall_ns)), us(floor.median), us(floor.at(0.99)), us(floor.at(1.0)), "1"))
    for name, typed in (("keys", True), ("bytes at the scanner's pty", False)):
        with TemporaryDirectory(dir=folder) as own:
            seen, screen = _one(Path(own), sized(SCANS, share, least=10), entries, typed=typed)
        for what, one in ((f"{name} → painted verdict", seen), ("… processor time of the screen thread", screen)):
            spread = us(one.median), us(one.at(0.99)), us(one.at(1.0))
            rows.append((what, str(len(one.wall_ns)), *spread, ratio(one.median, floor.median)))
        slow = sum(each > FRAME_MS * 1_000_000 for each in screen.wall_ns)
        rows.append((f"… of those over {FRAME_MS} ms", str(slow), "", "", "", ""))
    heads = ("", "scans", "median", "p99", "most", "to floor")
    show(f"Input to painted verdict, ledger of {entries:,} entries, 1280×800, offscreen", heads, rows)
    del application


def _floor() -> Series:
    series = Series()
    picture = QImage(1280, 800, QImage.Format.Format_RGB32)
    picture.fill(0)
    target = QImage(picture.size(), QImage.Format.Format_RGB32)

    def copy() -> None:
        painter = QPainter(target)
        painter.drawImage(0, 0, picture)
        painter.end()

    for _ in range(200):
        series.take(copy)
    return series


def _one(folder: Path, scans: int, entries: int, *, typed: bool) -> tuple[Series, Series]:
    """In a bench with so many entries, at a book of as many orders."""
    built = build(folder, entries)
    with closing(sqlite.connect(built.file)) as connection, connection:
        connection.execute("UPDATE order_lines SET quantity = 5000 WHERE order_no = ?", (order_no(ORDER),))
    home = Home(folder / "home")
    home.root.mkdir()
    clock = SystemClock()
    with closing(
        Ledger.open(home, org="local", bench=BENCH, clock=clock, random_bytes=os.urandom, build="b")
    ) as ledger:
        fill(ledger, home, entries)
    outlet = PtyOutlet(folder / "scanner")
    home.settings_file.write_text(SETTINGS.format(book=built.url, scanner=outlet.address), encoding="utf-8")
    view = BenchWindow(home, load(home), clock, Silence())
    bench = BenchThread(home, clock)
    scanner = Typed(outlet, view._catcher) if typed else VirtualScanner(outlet)
    course = Course(scanner, view.window, order_no(ORDER), tuple(gtin(ORDER + 7 * line) for line in range(3)))
    bench.screen.connect(course.arrives)
    connect(view, bench)
    bench.screen.connect(course.see)
    never: Callable[[], bool] = lambda: False  # noqa: E731
    bench.start()
    view.show()
    try:
        course.run(min(20, scans), never)  # warm
        course.on_screen = Series()
        return course.run(scans, never), course.on_screen
    finally:
        bench.quit()
        bench.wait()
        view.close()
        view.window.close()
        scanner.close()
