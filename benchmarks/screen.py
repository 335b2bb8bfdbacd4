"""From a scanner's byte to a painted verdict: through a real pty, the bench thread and the window; the paint alone."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QProcess, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pysqlite3 import dbapi2 as sqlite

from benchmarks.books import FULL, Built, build, gtin, order_no
from benchmarks.course import Course
from benchmarks.packer import Packer
from benchmarks.sheets import CSV_ROWS, write_csv
from benchmarks.tables import TIMES_SHORT, Series, ratio, show, sized, times, us
from station.bench import Outcome
from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.devices.virtual.outlet import PtyOutlet
from station.devices.virtual.scanner import VirtualScanner
from station.home import Home
from station.settings import load
from station.ui import pack_view
from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.present import present
from station.ui.screen import Screen
from station.ui.sounds import Silence
from station.ui.theme import LIGHT
from station.ui.type import Grid
from station.ui.widgets import banner
from station.ui.widgets.banner import BannerView
from station.ui.widgets.canvas import Canvas
from station.ui.window import Window
from station.window_app import SWITCH_S, BenchWindow, connect

PAINTS = 600
SCANS = 250
ORDER = 4
"""The order of the book that is made large enough to be scanned at all through."""

FLOOR = "floor: the banner alone, into a picture"


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    sys.setswitchinterval(SWITCH_S)  # as the program's own window does
    built = build(folder, sized(FULL, share, least=1_000))
    _paints(folder, built, sized(PAINTS, share, least=40))
    csv = folder / "beside.csv"
    write_csv(csv, sized(CSV_ROWS, share, least=500), first=_enlarge(built))
    with TemporaryDirectory(dir=folder) as own:
        _ends(Path(own), built, csv, sized(SCANS, share, least=20))
    del application


def _paints(folder: Path, built: Built, scans: int) -> None:
    """What the screen thread does with a verdict, after the commit."""
    shown: list[Outcome] = []
    window = Window(bench="B01", pictures=(folder,))
    window.show()
    QApplication.processEvents()
    series = {FLOOR: Series(), "job to screen": Series(), "screen to painted": Series(), "whole window": Series()}
    look = Look(palette=LIGHT, grid=Grid(1280, 800), language="zh", letters=Letters(), pictures=Pictures((folder,)))
    with Packer(Home(folder / "paint-home"), built, show=shown.append) as packer:
        for _ in range(scans):
            packer.scan(packer.next_code())
            screen = present(shown[-1].job, shown[-1].events, packer.rules)
            series["job to screen"].take(partial(present, shown[-1].job, shown[-1].events, packer.rules))
            series["screen to painted"].take(partial(_paint, window, screen))
            series[FLOOR].take(partial(_paint_banner, pack_view.banner(screen), look))
            packer.ledger.between_scans()
        for _ in range(min(20, scans)):
            series["whole window"].take(window.grab)
    window.close()
    window.deleteLater()
    show(
        f"Paint of a verdict, {scans} times, offscreen, 1280×800", TIMES_SHORT, times(series, floor=FLOOR, tails=False)
    )


def _paint(window: Window, screen: Screen) -> None:
    window.paint_screen(screen)
    QApplication.processEvents()


def _paint_banner(view: BannerView, look: Look) -> None:
    image = QImage(look.grid.width, look.grid.banner, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    banner.paint(Canvas(painter, look, QRectF(image.rect())), view)
    painter.end()


def _enlarge(built: Built) -> int:
    """One order is made large enough; gives how many orders there are, to import others than those."""
    with closing(sqlite.connect(built.file)) as connection, connection:
        connection.execute("UPDATE order_lines SET quantity = 5000 WHERE order_no = ?", (order_no(ORDER),))
        return int(connection.execute("SELECT count(*) FROM orders").fetchone()[0])


SETTINGS = """[bench]
orderbook = "{book}"

[[device]]
name = "scanner"
kind = "scanner"
link = "{scanner}"
speaks = "plain"
guard_ms = 0
"""


def _ends(folder: Path, built: Built, csv: Path, scans: int) -> None:
    """Both ends of the way in one process: the pty's far end is written, the window is painted."""
    home = Home(folder / "home")
    home.root.mkdir()
    scanner = VirtualScanner(PtyOutlet(folder / "scanner"))
    home.settings_file.write_text(SETTINGS.format(book=built.url, scanner=scanner.outlet.address), encoding="utf-8")
    view = BenchWindow(home, load(home), SystemClock(), Silence())
    bench = BenchThread(home, SystemClock())
    connect(view, bench)
    course = Course(scanner, view.window, order_no(ORDER), tuple(gtin(ORDER + 7 * line) for line in range(3)))
    bench.screen.connect(course.see)
    bench.start()
    view.show()
    try:
        _compare(course, home, csv, scans)
    finally:
        bench.quit()
        bench.wait()
        view.close()
        view.window.close()
        scanner.close()


def _compare(course: Course, home: Home, csv: Path, scans: int) -> None:
    course.run(min(20, scans), lambda: False)  # warm
    idle = course.run(scans, lambda: False)
    importer = QProcess()
    begun = time.perf_counter()
    ended = QEventLoop()
    importer.finished.connect(ended.quit)
    importer.start("nice", ["-n", "19", sys.executable, "-m", "station", "--home", str(home.root), "import", str(csv)])
    busy = course.run(10 * scans, lambda: importer.state() is QProcess.ProcessState.NotRunning)
    if importer.state() is not QProcess.ProcessState.NotRunning:
        ended.exec()
    took = time.perf_counter() - begun
    rows = [(name, str(len(one.wall_ns)), us(one.median), us(one.at(0.99)), us(one.at(1.0))) for name, one in
            (("idle", idle), ("beside an import at nice 19", busy))]  # fmt: skip
    show("Byte at the pty to painted verdict", ("", "scans", "median", "p99", "most"), rows)
    print(f"  importing to idle: median {ratio(busy.median, idle.median)}, p99 {ratio(busy.at(0.99), idle.at(0.99))};"
          f" the import took {took:.1f} s (with start-up)")  # fmt: skip
