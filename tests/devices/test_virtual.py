"""The virtual devices judged apart from our own drivers: what a printer drops, what a scale answers."""

from __future__ import annotations

import binascii

import pytest
from pytestqt.qtbot import QtBot

from station.devices.printers import zpl
from station.devices.virtual.graphic import GraphicError, decode_graphic
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import PAPER_LIMIT, VirtualPrinter
from station.errors import DeviceTrouble

BITMAP = b"\x00\x00" + b"\xff\xff" + b"\xff\xff" + b"\xf0\x0f" + b"\x12\x34"


def test_packed() -> None:
    """A picture packed by the ZPL file reads back dot for dot."""
    assert decode_graphic(zpl.encode(BITMAP, 16, 5)) == (BITMAP, 16, 5)
    assert decode_graphic(zpl.encode(BITMAP, 13, 5)) == (BITMAP, 13, 5)


def test_run_lengths() -> None:
    """The run-length form reads back dot for dot, repeated rows and fills included."""
    assert decode_graphic(zpl.encode_acs(BITMAP, 16, 5)) == (BITMAP, 16, 5)
    wide = bytes(120) + b"\xff" * 120 + b"\x0a" * 120
    assert decode_graphic(zpl.encode_acs(wide, 960, 3)) == (wide, 960, 3)


def test_manual_run_lengths() -> None:
    """The manual's own counting: h and H before a digit repeat it 42 times."""
    assert decode_graphic(b"^XA^GFA,21,21,21,hHF^FS^XZ") == (b"\xff" * 21, 168, 1)
    assert decode_graphic(b"^XA^GFA,4,4,2,!,^FS^XZ")[0] == b"\xff\xff\x00\x00"


def _packed(data: bytes) -> bytes:
    return b"^XA^GFA,10,10,2,:Z64:%b:%04X^FS^XZ" % (data, binascii.crc_hqx(data, 0))


@pytest.mark.parametrize(
    "raw",
    [
        b"^XA^FDtext^FS^XZ",
        zpl.encode(BITMAP, 16, 5).replace(b":Z64:eJ", b":Z64:eK"),
        b"^XA^GFA,10,10,3,00^FS^XZ",
        b"^XA^GFA,4,4,2,:^FS^XZ",
        b"^XA^GFA,4,4,2,00^FS^XZ",
        b"^XA^GFA,4,4,2,FFFFFFFFFFFF^FS^XZ",
        b"^XA^GFA,4,4,2,?^FS^XZ",
        b"^XA^GFA,99999999,99999999,1,00^FS^XZ",
        _packed(b"AAAA"),
    ],
)
def test_dropped(raw: bytes) -> None:
    """What a printer would drop is no picture: a wrong CRC, wrong counts, cut data."""
    with pytest.raises(GraphicError):
        decode_graphic(raw)


@pytest.mark.parametrize("size", [1, 3, 1_000])
def test_commands_cut_anywhere(qtbot: QtBot, size: int) -> None:
    """Formats and status requests arrive whole however the bytes are cut, a request inside a format included."""
    printer = VirtualPrinter(TcpOutlet(), label_ms=0)
    label = zpl.encode(BITMAP, 16, 5)
    stream = b"\r\nnoise" + label[:40] + b"~HS" + label[40:] + b"\r\n~HQES\r\n" + label
    for start in range(0, len(stream), size):
        printer.outlet.received.emit(stream[start : start + size])
    qtbot.waitUntil(lambda: len(printer.paper) == 2)
    assert {paper.bitmap for paper in printer.paper} == {BITMAP}
    assert printer.refused == 0
    assert printer.paper.maxlen == PAPER_LIMIT
    printer.close()


def test_a_port_in_use() -> None:
    """A port that somebody else has is refused in one sentence."""
    first = TcpOutlet()
    with pytest.raises(DeviceTrouble, match="cannot be opened"):
        TcpOutlet(int(first.address.rpartition(":")[2]))
    first.close()
