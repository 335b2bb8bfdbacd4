"""What a bench that packs all day keeps in memory: one process with its window, packing through virtual devices.

Only by its name: 10,000 parcels take a quarter of an hour and more. What is packed, printed, recorded and shown is what
a bench does in a day; only the printer is asked each 5 ms instead of each 300 ms whether its label is out.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QApplication
from pysqlite3 import dbapi2 as sqlite

from benchmarks.books import build
from benchmarks.heap import Heap, heap, qt_counter
from benchmarks.shift import Shift
from benchmarks.tables import show, sized
from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.devices.printing import Pace
from station.devices.virtual.outlet import PtyOutlet, TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.devices.virtual.scanner import VirtualScanner
from station.home import Home
from station.settings import load
from station.ui.sounds import Silence
from station.window_app import SWITCH_S, BenchWindow, connect

PARCELS: Final = 10_000
AT: Final = (0.01, 0.02, 0.05, *(tenth / 10 for tenth in range(1, 11)))
"""Of the parcels: when memory is looked at."""
FROM: Final = 0.1
"""From here on growth is told: by then everything was used, and what keeps a stated number of things is nearly full."""
GROWTH_MAX: Final = 1.0
"""KiB a parcel that is let pass: 10 MB in a day of 10,000."""
PACE: Final = Pace(printing_ms=5, retry_ms=20)

SETTINGS = """[bench]
orderbook = "{book}"

[[device]]
name = "scanner"
kind = "scanner"
link = "{scanner}"
speaks = "plain"
guard_ms = 0

[[device]]
name = "label printer"
kind = "printer"
link = "{printer}"
speaks = "zpl"
media = "100x150"
dpi = 203
"""

HEADS: Final = ("parcels", "RSS", "Python's blocks", "malloc in use", "malloc spare", "objects", "QObjects", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    parcels: int
    heap: Heap
    seconds: float


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    sys.setswitchinterval(SWITCH_S)
    parcels = sized(PARCELS, share, least=6)
    with TemporaryDirectory(dir=folder) as own:
        built = build(Path(own), parcels + 10)
        with closing(sqlite.connect(built.file)) as connection, connection:
            connection.execute("DELETE FROM order_lines WHERE position > 0")
            connection.execute("UPDATE order_lines SET quantity = 1")
            connection.execute("UPDATE orders SET country = 'CN', chosen_service = 'yto'")
        looks = _pack(Path(own), built.url, parcels)
    if looks:
        show(f"Memory of a bench and its window, {parcels:,} parcels", HEADS, [_row(look) for look in looks])
        _tell_growth(looks, parcels)
    del application


def _row(look: Look) -> tuple[str, ...]:
    now = look.heap
    sizes = (now.rss_kib, now.python_kib, now.in_use_kib, now.spare_kib)
    qt_objects = "–" if now.qt_objects is None else f"{now.qt_objects:,}"
    told = (f"{look.parcels:,}", *(f"{kib / 1024:.1f} MB" for kib in sizes), f"{now.objects:,}", qt_objects)
    return (*told, f"{look.seconds:.0f} s")


def _tell_growth(looks: Sequence[Look], parcels: int) -> None:
    """A row for each tenth, and the whole from ``FROM`` on."""
    steps = [look for look in looks if look.parcels >= parcels * FROM] or looks[-1:]
    rows = [_growth(before, after) for before, after in pairwise(steps)]
    show("Growth, KiB or number for each 1,000 parcels", HEADS, [*rows, _growth(steps[0], steps[-1])])
    first, last = steps[0], steps[-1]
    kib = (_held_kib(last) - _held_kib(first)) / max(1, last.parcels - first.parcels)
    word = "within" if kib <= GROWTH_MAX else "OVER"
    print(f"  from parcel {first.parcels:,} on {kib:.2f} KiB a parcel, {word} the {GROWTH_MAX:g} KiB that are let pass")


def _held_kib(look: Look) -> float:
    """What somebody holds: the system may take back pages of it, so that RSS falls although nothing was let go."""
    return look.heap.python_kib + look.heap.in_use_kib


def _growth(before: Look, after: Look) -> tuple[str, ...]:
    thousands = max(1, after.parcels - before.parcels) / 1000
    changes = []
    for field in fields(Heap):
        was, now = getattr(before.heap, field.name), getattr(after.heap, field.name)
        changes.append("–" if now is None else f"{(now - was) / thousands:+,.0f}")
    return (f"{before.parcels:,} to {after.parcels:,}", *changes, f"{after.seconds - before.seconds:.0f} s")


def _pack(folder: Path, book: str, parcels: int) -> list[Look]:
    home = Home(folder / "home")
    home.root.mkdir()
    scanner = VirtualScanner(PtyOutlet(folder / "scanner"))
    printer = VirtualPrinter(TcpOutlet(), label_ms=0)
    home.settings_file.write_text(
        SETTINGS.format(book=book, scanner=scanner.outlet.address, printer=printer.outlet.address), encoding="utf-8"
    )
    counted, begun_s, looks = qt_counter(folder), time.monotonic(), list[Look]()
    view = BenchWindow(home, load(home), SystemClock(), Silence())
    bench = BenchThread(home, SystemClock(), printer_pace=PACE)
    connect(view, bench)

    def look(packed: int) -> None:
        looks.append(Look(parcels=packed, heap=heap(counted), seconds=time.monotonic() - begun_s))
        print(f"  {'  '.join(_row(looks[-1]))}", flush=True)

    wanted = tuple(sorted({max(1, round(parcels * at)) for at in AT}))
    shift = Shift(scanner, parcels, wanted=wanted, look=look, tear_off=printer.paper.clear)
    bench.outcome.connect(shift.see)
    bench.ready.connect(shift.begin)
    bench.failed.connect(shift.give_up)
    bench.finished.connect(shift.end)
    view.show()
    bench.start()
    try:
        packed = shift.run()
    finally:
        bench.quit()
        bench.wait()
        view.close()
        view.window.close()
        scanner.close()
        printer.close()
    if packed < parcels:
        print(f"  the bench stood still after {packed:,} parcels")
    if shift.said_again:
        print(f"  {shift.said_again} codes were scanned twice, because nothing came of them")
    return looks
