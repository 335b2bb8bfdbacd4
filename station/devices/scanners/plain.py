"""Scanners that send the code as text with a suffix, with or without an AIM id before it. Pure: bytes to text.

Source: the suffix, prefix and AIM-id pages of serial scanners' programming sheets; AIM ids per ISO/IEC 15424.
What a code means is decided elsewhere (``station.codes``); here it is only made sure that it is whole and is text.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import BadScan, RawScan, ScanExample
from station.devices.framing import Dropped, LineFramer, Why
from station.packing.inputs import ScanFault

speaks = "plain"

LIMIT: Final = 512  # bytes of one code
GS: Final = "\x1d"
_AIM: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_SHOWN: Final = 64  # characters of a refused code that are kept to be shown


class Dialect:
    """One scanner's stream. The default suffix is CR; ``prefix`` (STX, say) must then stand before every code."""

    def __init__(self, *, suffix: bytes = b"\r", prefix: bytes = b"") -> None:
        self._framer = LineFramer(suffix=suffix or b"\r", prefix=prefix, limit=LIMIT)

    def feed(self, data: bytes) -> list[RawScan | BadScan]:
        return [understood(frame) for frame in self._framer.feed(data)]

    def gap(self) -> list[RawScan | BadScan]:
        return [understood(frame) for frame in self._framer.gap()]

    @property
    def waiting(self) -> bool:
        return self._framer.waiting

    def reset(self) -> None:
        self._framer.reset()


def understood(frame: bytes | Dropped) -> RawScan | BadScan:
    """A frame without prefix and suffix, as a code or as the reason why it is none."""
    if isinstance(frame, Dropped):
        fault = ScanFault.TOO_LONG if frame.why is Why.TOO_LONG else ScanFault.INCOMPLETE
        return BadScan(fault=fault, text=_shown(frame.head))
    try:
        text = frame.decode("utf-8")
    except UnicodeDecodeError:
        return BadScan(fault=ScanFault.NOT_TEXT, text=_shown(frame))
    if any(_is_control(character) for character in text):
        return BadScan(fault=ScanFault.CONTROL_CHARACTERS, text=_shown(frame))
    aim = _AIM.match(text)
    if aim is None:
        return RawScan(text=text)
    if aim.end() == len(text):
        return BadScan(fault=ScanFault.INCOMPLETE, text=text)
    return RawScan(text=text[aim.end() :], aim=aim[0])


def _is_control(character: str) -> bool:
    return (character < " " and character != GS) or "\x7f" <= character <= "\x9f"


def _shown(frame: bytes) -> str:
    text = frame[: 4 * _SHOWN].decode("utf-8", errors="replace")
    return "".join("�" if _is_control(character) else character for character in text)[:_SHOWN]


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (b"4006381333931\r", (RawScan(text="4006381333931"),), "suffix CR, no AIM id"),
    (b"]E04006381333931\r", (RawScan(text="4006381333931", aim="]E0"),), "ISO/IEC 15424: EAN-13"),
    (
        b"]C1010400638133393110LOT7\x1d21SER9\r",
        (RawScan(text="010400638133393110LOT7\x1d21SER9", aim="]C1"),),
        "ISO/IEC 15424: GS1-128; FNC1 as separator arrives as GS",
    ),
    ("]Q1订单SO-1\r".encode(), (RawScan(text="订单SO-1", aim="]Q1"),), "ISO/IEC 15424: QR, UTF-8"),
    (b"]E0\r", (BadScan(fault=ScanFault.INCOMPLETE, text="]E0"),), "an AIM id without a code"),
    (b"SO\xff1\r", (BadScan(fault=ScanFault.NOT_TEXT, text="SO�1"),), "no UTF-8"),
    (b"SO\x071\r", (BadScan(fault=ScanFault.CONTROL_CHARACTERS, text="SO�1"),), "a control character"),
)
