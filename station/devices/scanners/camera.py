"""A camera that reads codes, after the reading: one line a code, so that a code may hold any character. Pure.

``C ]E0 34303036…``: the AIM id or ``-``, then the code's bytes in hex. What a picture shows is read in
``picture_codes``; AIM ids per ISO/IEC 15424.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import BadScan, RawScan, ScanExample
from station.devices.framing import Dropped, LineFramer
from station.devices.scanners.plain import LIMIT, understood
from station.packing.inputs import ScanFault

speaks = "camera"
_LINE: Final = re.compile(rb"C (-|\][A-Za-z][0-9A-Za-z]) ((?:[0-9a-f]{2})+)")


class Dialect:
    """``suffix`` and ``prefix`` are a wired scanner's: a camera has none."""

    def __init__(self, *, suffix: bytes = b"", prefix: bytes = b"") -> None:
        del suffix, prefix
        self._framer = LineFramer(suffix=b"\n", limit=2 * LIMIT + 8)

    def feed(self, data: bytes) -> list[RawScan | BadScan]:
        return [scan for frame in self._framer.feed(data) if (scan := _code(frame)) is not None]

    def gap(self) -> list[RawScan | BadScan]:
        return []

    @property
    def waiting(self) -> bool:
        return False

    def reset(self) -> None:
        self._framer.reset()


def code_line(scan: RawScan) -> bytes:
    """The other end: a code longer than a scanner's would come out as too long."""
    return b"C %s %s\n" % (scan.aim.encode() or b"-", scan.text.encode()[: 2 * LIMIT].hex().encode())


def _code(frame: bytes | Dropped) -> RawScan | BadScan | None:
    if isinstance(frame, Dropped):
        return None if not frame.head.startswith(b"C ") else BadScan(fault=ScanFault.TOO_LONG)
    line = _LINE.fullmatch(frame)
    if line is None:
        return None
    return understood(line[1].replace(b"-", b"") + bytes.fromhex(line[2].decode()))


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (
        code_line(RawScan(text="4006381333931", aim="]E0")),
        (RawScan(text="4006381333931", aim="]E0"),),
        "ISO/IEC 15424: EAN-13",
    ),
    (code_line(RawScan(text="订单 SO-1")), (RawScan(text="订单 SO-1"),), "a code whose kind has no AIM id"),
    (
        code_line(RawScan(text="a\nb")),
        (BadScan(fault=ScanFault.CONTROL_CHARACTERS, text="a�b"),),
        "a QR code of two lines",
    ),
)
