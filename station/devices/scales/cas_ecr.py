"""CAS retail scales asked as a cash register asks (AP-1, PD-II, SW-II, ER). Pure: bytes to exact milligrams.

Sources: CAS SW-II manual, "RS-232C Protocol"; CAS AP-1 "Transmission protocol standard": ENQ, the scale's ACK, DC1,
then ``SOH STX STA SIGN W5..W0 UN1 UN2 BCC ETX EOT``; BCC is the exclusive or of what stands between STX and it.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import xor
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.weight import UNREADY, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "cas-ecr"

UNITS: Final = units("kg", "g", "lb", "oz")
ENQ, ACK, NAK, DC1 = b"\x05", b"\x06", b"\x15", b"\x11"
BEGIN, END = b"\x01\x02", b"\x03\x04"
LENGTH: Final = 15
_BODY: Final = re.compile(rb"([SU])([ F-])([ \d.]{6})([A-Za-z ]{2})")
_WEIGHT: Final = re.compile(r" *(?:\d{1,4}\.\d{1,4}|\d{1,6})")


class Dialect:
    """One scale's stream. ``ask`` is ENQ until the scale has acknowledged it, then once DC1."""

    interval_ms = 100
    zero = b""

    def __init__(self, *, unit: str = "") -> None:
        self._buffer = bytearray()
        self._is_ready = False

    @property
    def ask(self) -> bytes:
        ready, self._is_ready = self._is_ready, False
        return DC1 if ready else ENQ

    def feed(self, data: bytes) -> list[ScaleFrame]:
        self._buffer += data
        out: list[ScaleFrame] = []
        while (start := self._next()) is not None:
            piece = bytes(self._buffer[start : start + LENGTH])
            frame = _read(piece)
            del self._buffer[: start + (LENGTH if frame is not None else 1)]
            out += [frame] if frame is not None else []
        return out

    def reset(self) -> None:
        self._buffer.clear()
        self._is_ready = False

    def _next(self) -> int | None:
        """Where a frame's length of bytes begins; what stands before it is noise, or the acknowledgement."""
        start = self._buffer.find(BEGIN)
        before = self._buffer[: start if start >= 0 else len(self._buffer)]
        self._is_ready = self._is_ready or ACK in before
        if start >= 0:
            return start if len(self._buffer) >= start + LENGTH else None
        del self._buffer[: len(self._buffer) - self._buffer.endswith(BEGIN[:1])]
        return None


def _read(piece: bytes) -> ScaleFrame | None:
    body, check = piece[2:12], piece[12]
    parts = _BODY.fullmatch(body)
    if parts is None or not piece.endswith(END) or reduce(xor, body) != check:
        return None
    if parts[2] == b"F":
        return faulty(ScaleFault.OVERLOAD)
    number, unit = parts[3].decode(), parts[4].decode().strip(" ")
    if not _WEIGHT.fullmatch(number):
        return UNREADY
    if "." not in number and unit.lower() in ("kg", "lb"):
        return faulty(ScaleFault.NOT_A_WEIGHT, unit=unit)  # where its point belongs is not said
    sign = "-" if parts[2] == b"-" else ""
    return weighed(sign + number, unit, UNITS, stable=parts[1] == b"S")


def written(body: bytes) -> bytes:
    """The whole frame of ten bytes from STA to UN2."""
    return BEGIN + body + bytes([reduce(xor, body)]) + END


def _kg(mg: int, *, stable: bool) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=stable, unit="kg", step_mg=1_000),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (written(b"S 01.234kg"), _kg(1_234_000, stable=True), "AP-1, data frame for weight: stable"),
    (written(b"U-01.234kg"), _kg(-1_234_000, stable=False), "AP-1, data frame for weight: unstable, below zero"),
    (
        written(b"S 012.34LB"),
        (ScaleFrame(weight_mg=5_597_330, stable=True, unit="LB", step_mg=4_536),),
        "SW-II: KG, LB",
    ),
    (written(b"SF00.000kg"), (faulty(ScaleFault.OVERLOAD),), "SW-II: SIGN F is an overflow"),
    (ACK, (), "AP-1: ready to be asked"),
    (NAK, (), "AP-1: not ready, ENQ is repeated"),
    (BEGIN + b"S 01.234kg" + b"\x00" + END, (), "AP-1: a wrong BCC is no frame"),
)
