"""From a drawing to the first and last byte at the far end of a socket, in each printer language, beside two peers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PIL import Image
from PySide6.QtWidgets import QApplication
from zebrafy.zebrafy_image import ZebrafyImage

from benchmarks.labels import label_fields
from benchmarks.peer_escpos import PeerEscpos
from benchmarks.pillow_label import PillowLabel, pillow_of
from benchmarks.tables import Act, Series, interleaved, ratio, show, sized, us
from station.devices.dialect import PrinterLanguage, Setup
from station.devices.printers import zpl
from station.labels.drawing import Drawing
from station.labels.paint import Bitmap, paint_bitmap
from station.labels.template import load
from station.registry import find, known
from station.settings import config_dir

LABELS = 40
WRAPS = 10
DENSITIES = (203, 300)
SERIAL_BITS = 10
"""Of one byte on a serial line: start, eight data, stop."""

ACS = "zpl, compressed hexadecimal"
ZEBRAFY_ACS, ZEBRAFY_Z64, ESCPOS = "zebrafy COMPRESSED", "zebrafy Z64", "python-escpos image"
BESIDE = {"zpl": (ZEBRAFY_ACS, ZEBRAFY_Z64), ACS: (ZEBRAFY_ACS,), "escpos": (ESCPOS,)}
"""Which peers do the work of which of our languages."""

Make: TypeAlias = Callable[[], bytes]
Key: TypeAlias = tuple[str, int]


@dataclass(slots=True)
class Sent:
    """How long the first and the last byte of one kind of label took, and how many there are."""

    make: Make
    size: int
    first: Series = field(default_factory=Series)
    last: Series = field(default_factory=Series)


def run(folder: Path, share: float) -> None:
    escpos = PeerEscpos(folder)
    application = QApplication.instance() or QApplication(["benchmarks"])
    drawing = load(config_dir() / "labels" / "waybill-100x150.toml").draw(label_fields())
    _chains(drawing, escpos, sized(LABELS, share, least=2))
    for dpi in DENSITIES:
        _wraps(paint_bitmap(drawing, dpi), dpi, escpos, sized(WRAPS, share, least=2))
    del application


def _chains(drawing: Drawing, escpos: PeerEscpos, rounds: int) -> None:
    """Every language at both densities and every peer, one label each a round."""
    makers = {
        (name, dpi): make
        for dpi in DENSITIES
        for name, make in {**_ours(drawing, dpi), **_peers(drawing, dpi, escpos)}.items()
    }
    found = {key: Sent(make=make, size=len(make())) for key, make in makers.items()}
    for _ in range(rounds):
        for sent in found.values():
            _once(sent)
    heads = ("", "dpi", "first byte", "last byte: median", "p99", "bytes", "at 9600", "at 115200", "peers take")
    rows = [_row(found, key) for key in found]
    show(f"Drawing 100×150 mm to the far end of a socket, {rounds} times (serial times are arithmetic)", heads, rows)


def _row(found: Mapping[Key, Sent], key: Key) -> tuple[str, ...]:
    (name, dpi), sent = key, found[key]
    bits, median = sent.size * SERIAL_BITS, sent.last.median
    peers = ", ".join(f"{ratio(found[_with_pillow(peer), dpi].last.median, median)}" for peer in BESIDE.get(name, ()))
    return (
        name, str(dpi), us(sent.first.median), us(median), us(sent.last.at(0.99)), str(sent.size),
        f"{bits / 9600:.1f} s", f"{bits / 115200:.2f} s", peers,
    )  # fmt: skip


def _with_pillow(peer: str) -> str:
    return f"Pillow + {peer}"


def _ours(drawing: Drawing, dpi: int) -> dict[str, Make]:
    languages = [find("printer", name) for name in known("printer")]
    return {
        **{language.speaks: partial(_made, drawing, language, Setup(dpi=dpi)) for language in languages},
        ACS: partial(_made, drawing, zpl, Setup(dpi=dpi, compact=False)),
    }


def _made(drawing: Drawing, language: PrinterLanguage, setup: Setup) -> bytes:
    bitmap = paint_bitmap(drawing, setup.dpi)
    return language.encode(bitmap.dots, bitmap.width_dots, bitmap.height_dots, setup=setup)


def _peers(drawing: Drawing, dpi: int, escpos: PeerEscpos) -> dict[str, Make]:
    painter = PillowLabel(dpi)
    return {
        _with_pillow(ZEBRAFY_ACS): lambda: _zebrafy(painter.paint(drawing), "ASCII_COMPRESSED"),
        _with_pillow(ZEBRAFY_Z64): lambda: _zebrafy(painter.paint(drawing), "Z64"),
        _with_pillow(ESCPOS): lambda: escpos.image(painter.paint(drawing)),
    }


def _zebrafy(picture: Image.Image, form: str) -> bytes:
    return str(ZebrafyImage(picture, format=form).to_zpl()).encode()


def _once(sent: Sent) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        begun = time.perf_counter_ns()
        data = sent.make()
        sender = threading.Thread(target=ours.sendall, args=(data,))
        sender.start()
        left = len(data) - len(theirs.recv(1))
        sent.first.wall_ns.append(time.perf_counter_ns() - begun)
        while left:
            left -= len(theirs.recv(65_536))
        sent.last.wall_ns.append(time.perf_counter_ns() - begun)
        sender.join()


def _wraps(bitmap: Bitmap, dpi: int, escpos: PeerEscpos, rounds: int) -> None:
    """The dots are there, the same for all: what wrapping them costs, in time and in bytes."""
    picture = pillow_of(bitmap)
    dots = bitmap.dots, bitmap.width_dots, bitmap.height_dots
    acts: dict[str, Callable[[], bytes]] = {
        **{name: partial(find("printer", name).encode, *dots) for name in known("printer")},
        ACS: partial(zpl.encode_acs, *dots),
        ZEBRAFY_ACS: lambda: _zebrafy(picture, "ASCII_COMPRESSED"),
        ZEBRAFY_Z64: lambda: _zebrafy(picture, "Z64"),
        ESCPOS: lambda: escpos.image(picture),
    }
    sizes = {name: len(act()) for name, act in acts.items()}
    turns: dict[str, Act] = {**acts}
    series = interleaved(turns, rounds)
    rows = [(name, us(one.median), us(one.at(0.99)), us(one.cpu), str(sizes[name])) for name, one in series.items()]
    show(f"Wrapping the same dots at {dpi} dpi, {rounds} times", ("", "median", "p99", "CPU", "bytes"), rows)
    for name, peers in BESIDE.items():
        for peer in peers:
            slower, bytes_share = ratio(series[peer].median, series[name].median), sizes[name] / sizes[peer]
            print(f"  {peer} takes {slower} our {name}, which has {bytes_share:.4f} × its bytes")
