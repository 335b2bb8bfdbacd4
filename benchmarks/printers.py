"""From a drawing to the first and last byte at the far end of a socket, in each printer language, beside two peers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from zebrafy.zebrafy_image import ZebrafyImage

from benchmarks.labels import SERIAL_BITS, label_fields
from benchmarks.peer_escpos import PeerEscpos
from benchmarks.pillow_label import PillowLabel
from benchmarks.tables import Act, Series, interleaved, ratio, show, sized, us
from station.devices.dialect import PrinterLanguage, Setup
from station.devices.printers import zpl
from station.labels.documents import label_pdf
from station.labels.drawing import Drawing
from station.labels.paint import paint_bitmap
from station.labels.template import load
from station.registry import find, known
from station.settings import config_dir

LABELS = 40
PEER_LABELS = 8
PAGES = 50
ZEBRAFY, ESCPOS = "Pillow + zebrafy Z64", "Pillow + python-escpos image"
ZEBRAFY_WRAP, ESCPOS_WRAP = "zebrafy Z64", "python-escpos image"


def run(folder: Path, share: float) -> None:
    escpos = PeerEscpos(folder)
    application = QApplication.instance() or QApplication(["benchmarks"])
    drawing = load(config_dir() / "labels" / "waybill-100x150.toml").draw(label_fields())
    for dpi in (203, 300):
        _compare(drawing, dpi, share, escpos)
        _wraps(drawing, dpi, escpos, sized(PEER_LABELS, share, least=2))
    _pages(drawing, sized(PAGES, share, least=2))
    del application


def _compare(drawing: Drawing, dpi: int, share: float, escpos: PeerEscpos) -> None:
    makers = {name: _ours(drawing, dpi, find("printer", name)) for name in known("printer")}
    makers["zpl, compressed hexadecimal"] = _acs(drawing, dpi)
    peers = _peers(drawing, dpi, escpos)
    rows, medians = [], {}
    for name, make in {**makers, **peers}.items():
        rounds = sized(PEER_LABELS if name in peers else LABELS, share, least=2)
        first, last, size = _timed(make, rounds)
        medians[name] = last.median
        seconds = size * SERIAL_BITS
        rows.append(
            (name, us(first.median), us(last.median), us(last.at(0.99)), str(size),
             f"{seconds / 9600:.1f} s", f"{seconds / 115200:.2f} s")
        )  # fmt: skip
    heads = ("", "first byte", "last byte: median", "p99", "bytes", "at 9600", "at 115200")
    show(f"Drawing 100×150 mm at {dpi} dpi to the far end of a socket (serial times are arithmetic)", heads, rows)
    print(f"  {ZEBRAFY}: {ratio(medians[ZEBRAFY], medians['zpl'])} our zpl")
    print(f"  {ESCPOS}: {ratio(medians[ESCPOS], medians['escpos'])} our escpos")


def _ours(drawing: Drawing, dpi: int, language: PrinterLanguage) -> Callable[[], bytes]:
    def make() -> bytes:
        bitmap = paint_bitmap(drawing, dpi)
        return language.encode(bitmap.dots, bitmap.width_dots, bitmap.height_dots, setup=Setup(dpi=dpi))

    return make


def _acs(drawing: Drawing, dpi: int) -> Callable[[], bytes]:
    def make() -> bytes:
        bitmap = paint_bitmap(drawing, dpi)
        return zpl.encode_acs(bitmap.dots, bitmap.width_dots, bitmap.height_dots)

    return make


def _peers(drawing: Drawing, dpi: int, escpos: PeerEscpos) -> dict[str, Callable[[], bytes]]:
    painter = PillowLabel(dpi)

    def zebrafy() -> bytes:
        return str(ZebrafyImage(painter.paint(drawing), format="Z64").to_zpl()).encode()

    return {ZEBRAFY: zebrafy, ESCPOS: lambda: escpos.image(painter.paint(drawing))}


def _wraps(drawing: Drawing, dpi: int, escpos: PeerEscpos, rounds: int) -> None:
    """The dots are there: what wrapping them costs."""
    bitmap, picture = paint_bitmap(drawing, dpi), PillowLabel(dpi).paint(drawing)
    dots, width, height = bitmap.dots, bitmap.width_dots, bitmap.height_dots
    acts: dict[str, Act] = {
        name: partial(find("printer", name).encode, dots, width, height) for name in known("printer")
    }
    acts[ESCPOS_WRAP] = lambda: escpos.image(picture)
    acts[ZEBRAFY_WRAP] = lambda: ZebrafyImage(picture, format="Z64").to_zpl()
    series = interleaved(acts, rounds)
    rows = [(name, us(one.median), us(one.at(0.99)), us(one.cpu)) for name, one in series.items()]
    show(f"Wrapping those dots at {dpi} dpi", ("", "median", "p99", "CPU"), rows)
    print(f"  {ESCPOS_WRAP}: {ratio(series[ESCPOS_WRAP].median, series['escpos'].median)} our escpos")
    print(f"  {ZEBRAFY_WRAP}: {ratio(series[ZEBRAFY_WRAP].median, series['zpl'].median)} our zpl")


def _timed(make: Callable[[], bytes], rounds: int) -> tuple[Series, Series, int]:
    """Once to warm up; then the time until the first and the last byte were received."""
    size = len(make())
    first, last = Series(), Series()
    for _ in range(rounds):
        ours, theirs = socket.socketpair()
        with ours, theirs:
            _once(make, ours, theirs, first, last)
    return first, last, size


def _once(make: Callable[[], bytes], ours: socket.socket, theirs: socket.socket, first: Series, last: Series) -> None:
    cpu, begun = time.thread_time_ns(), time.perf_counter_ns()
    data = make()
    sender = threading.Thread(target=ours.sendall, args=(data,))
    sender.start()
    left = len(data) - len(theirs.recv(1))
    first.wall_ns.append(time.perf_counter_ns() - begun)
    while left:
        left -= len(theirs.recv(65_536))
    last.wall_ns.append(time.perf_counter_ns() - begun)
    sender.join()
    last.cpu_ns += time.thread_time_ns() - cpu


def _pages(drawing: Drawing, pages: int) -> None:
    begun = time.perf_counter_ns()
    size = len(label_pdf([drawing] * pages))
    seconds = (time.perf_counter_ns() - begun) / 1e9
    show(
        "Vector pages for an office printer, codes read back first",
        ("", "time", "pages/s", "bytes"),
        [(f"{pages} pages", f"{seconds:.2f} s", f"{pages / seconds:.0f}", str(size))],
    )
