"""TSPL: a bitmap between a label's size and ``PRINT``, and the one byte of its state. Pure; no link, no Qt, no clock.

Gprinter GP-2120T manual (commands, p. 34 status), TSC TSPL manual. The picture's polarity is the reverse of ZPL's:
0 prints a dot; some makers turn it round, so a printer's profile may.
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import (
    AS_IT_IS,
    Confirms,
    Limits,
    PrinterStatus,
    Sensing,
    Setup,
    dots_per_mm,
    inverted,
    told,
    whole_rows,
)

speaks = "tspl"
mime = "application/vnd.tsc-tspl"
confirms = Confirms.BUSY
reprints = False  # SET REPRINT is not in every maker's TSPL, and its answer is not told
LIMITS = Limits(darkness=(0, 15), speed=(1, 14))

COPIES_MAX = 99


def encode(bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS) -> bytes:
    """One label: ``CLS``, the whole picture as one ``BITMAP``, ``PRINT``."""
    assert 1 <= copies <= COPIES_MAX
    row_bytes = whole_rows(bitmap, width_dots, height_dots)
    dots = bitmap if setup.black == 1 else inverted(bitmap)
    picture = b"BITMAP %d,%d,%d,%d,0,%b\r\n" % (setup.right_dots, setup.down_dots, row_bytes, height_dots, dots)
    head = "".join(f"{line}\r\n" for line in _head(width_dots, height_dots, setup)).encode("ascii")
    return head + b"CLS\r\n" + picture + b"PRINT 1,%d\r\n" % copies


def _head(width_dots: int, height_dots: int, setup: Setup) -> list[str]:
    lines = []
    if setup.sensing is not None:
        per_mm = dots_per_mm(setup.dpi)
        width, height = (f"{dots / per_mm:.1f}".removesuffix(".0") for dots in (width_dots, height_dots))
        lines += [f"SIZE {width} mm,{height} mm", _sensing(setup.sensing, setup.gap_dmm)]
    if setup.speed is not None:
        lines.append(f"SPEED {setup.speed}")
    if setup.darkness is not None:
        lines.append(f"DENSITY {setup.darkness}")
    if setup.cutter:
        lines.append("SET CUTTER 1")
    return [*lines, "DIRECTION 0,0", "REFERENCE 0,0"]


def _sensing(sensing: Sensing, gap_dmm: int) -> str:
    match sensing:
        case Sensing.GAP:
            return f"GAP {gap_dmm / 10:g} mm,0 mm"
        case Sensing.MARK:
            return f"BLINE {gap_dmm / 10:g} mm,0 mm"
        case Sensing.CONTINUOUS:
            return "GAP 0 mm,0 mm"


def ready_request() -> bytes:
    """``ESC ! ?``: answered at once, even while it prints or is out of paper."""
    return b"\x1b!?"


class StatusReader:
    """Every byte is a whole answer: nothing can be split, and nothing tells a foreign byte from one."""

    def feed(self, data: bytes) -> list[PrinterStatus]:
        return [_meaning(byte) for byte in data]

    def asked(self) -> None:
        """There are no halves."""


FAULTS: Final = (
    (0x01, "head_open"),
    (0x02, "paper_jam"),
    (0x04, "paper_out"),
    (0x08, "ribbon_out"),
    (0x10, "paused"),
    (0x40, "cover_open"),
    (0x80, "hot"),
)
PRINTING: Final = 0x20


def _meaning(byte: int) -> PrinterStatus:
    words = [word for bit, word in FAULTS if byte & bit] or ["ready"]
    return told(*words, "busy", waiting=1) if byte & PRINTING else told(*words)


EXAMPLES: Final = (
    (b"\x00", (told("ready"),), "GP-2120T manual p. 34: normal"),
    (b"\x20", (told("ready", "busy", waiting=1),), "GP-2120T manual p. 34, bit 5: printing"),
    (b"\x01", (told("head_open"),), "GP-2120T manual p. 34, bit 0"),
    (b"\x04", (told("paper_out"),), "GP-2120T manual p. 34, bit 2"),
    (b"\x05", (told("head_open", "paper_out"),), "GP-2120T manual p. 34, bits 0 and 2"),
    (b"\x08", (told("ribbon_out"),), "GP-2120T manual p. 34, bit 3"),
    (b"\x10", (told("paused"),), "GP-2120T manual p. 34, bit 4"),
    (b"\xc2", (told("paper_jam", "cover_open", "hot"),), "GP-2120T manual p. 34, bits 1, 6 and 7"),
)
