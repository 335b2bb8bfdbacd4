"""How a make-believe scale of each protocol says what lies on it, and what it obeys. Pure; written from the manuals.

The sources are those named in ``station/devices/scales``; the bytes are made here anew, so that a driver's slip of the
pen is not repeated by its stand-in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from functools import reduce
from operator import xor
from types import MappingProxyType
from typing import Final

from station.packing.inputs import ScaleFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands on the display, in milligrams from the zero point."""

    mg: int
    stable: bool
    fault: ScaleFault | None = None

    @property
    def grams(self) -> Decimal:
        return Decimal(self.mg).scaleb(-3)

    @property
    def kilograms(self) -> Decimal:
        return Decimal(self.mg).scaleb(-6)


class Act(Enum):
    WEIGH = auto()
    ZERO = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """``obeys`` is what it does, or says at once, at each command; one that ``streams`` speaks by itself."""

    says: Callable[[Shown], bytes]
    obeys: Mapping[bytes, Act | bytes] = field(default_factory=dict)
    streams: bool = False
    zeroed: bytes = b""


def _toledo(shown: Shown) -> bytes:
    if shown.fault is None and shown.stable and shown.mg >= 0:
        return b"\x02" + f"{shown.kilograms:07.3f}".encode() + b"\r"
    status = 0x40 | (not shown.stable)
    status |= {ScaleFault.OVERLOAD: 0x02, ScaleFault.UNDERLOAD: 0x04}.get(shown.fault, 0) if shown.fault else 0
    status |= 0x04 if shown.fault is None and shown.mg < 0 else 0
    return b"\x02?" + bytes([status]) + b"\r"


def _nci(shown: Shown) -> bytes:
    first = 0x30 | (not shown.stable) | (0x02 if shown.mg == 0 else 0)
    digits, second = f"{shown.kilograms:7.3f}kg", 0x30
    match shown.fault:
        case ScaleFault.OVERLOAD:
            digits, second = "^^^^^^^kg", 0x32
        case ScaleFault.UNDERLOAD:
            digits, second = "_______kg", 0x31
        case ScaleFault.BROKEN:
            digits, second = "-------kg", 0x38
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            digits = "    12pc"
        case None:
            pass
    return b"\n" + digits.encode() + b"\r\n" + bytes([first, second]) + b"\r\x03"


def _a_and_d(shown: Shown) -> bytes:
    match shown.fault:
        case ScaleFault.OVERLOAD:
            return b"OL,+9999999E+19\r\n"
        case ScaleFault.UNDERLOAD:
            return b"OL,-9999999E+19\r\n"
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            return b"QT,+00000012 PC\r\n"
        case ScaleFault.BROKEN:
            return b"EC,E01\r\n"
        case None:
            return f"{_head(shown)},{shown.grams:+09.1f}  g\r\n".encode()


def _cas_22(shown: Shown) -> bytes:
    lamps = 0x84 | (0x40 if shown.stable else 0) | (0x01 if shown.mg == 0 else 0)
    head, weight, unit = _head(shown), f"{shown.kilograms:8.3f}", "kg"
    match shown.fault:
        case ScaleFault.OVERLOAD:
            head, weight = "OL", " " * 8
        case ScaleFault.UNDERLOAD:
            head, weight = "OL", "-" + " " * 7
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            weight, unit = "      12", "PC"
        case ScaleFault.BROKEN:
            return b"ERR 04\r\n"
        case None:
            pass
    return f"{head},GS,1".encode() + bytes([lamps]) + f",{weight} {unit}\r\n".encode()


def _cas_ecr(shown: Shown) -> bytes:
    """It can only say that it is over; of anything else it says nothing."""
    if shown.fault not in (None, ScaleFault.OVERLOAD):
        return b""
    sign = "F" if shown.fault else "-" if shown.mg < 0 else " "
    body = f"{'S' if shown.stable else 'U'}{sign}{abs(shown.kilograms):06.3f}kg".encode()
    return b"\x01\x02" + body + bytes([reduce(xor, body)]) + b"\x03\x04"


def _ohaus(shown: Shown) -> bytes:
    match shown.fault:
        case ScaleFault.OVERLOAD:
            return b"Err 8.3\r\n"
        case ScaleFault.UNDERLOAD:
            return b"Err 8.4\r\n"
        case ScaleFault.BROKEN:
            return b"Err 53\r\n"
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            return f"{12:>11} PCS  \r\n".encode()
        case None:
            return f"{shown.grams:>11.1f} g{' ' if shown.stable else '    ?'}\r\n".encode()


def _kern(shown: Shown) -> bytes:
    if shown.fault is ScaleFault.NOT_A_WEIGHT:
        return f"  {12:>10} pcs\r\n".encode()
    if shown.fault is not None:
        return b"       Error\r\n"
    sign = "-" if shown.mg < 0 else " "
    return f" {sign}{abs(shown.grams):>10.1f} {'g  ' if shown.stable else ''}\r\n".encode()


def _dini(shown: Shown) -> bytes:
    head, weight, unit = _head(shown), f"{shown.kilograms:>8.4f}", "kg"
    match shown.fault:
        case ScaleFault.OVERLOAD:
            head = "OL"
        case ScaleFault.UNDERLOAD:
            head = "UL"
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            return b"ST,VL,   12345,vv\r\n"
        case ScaleFault.BROKEN:
            return b"ERR04\r\n"
        case None:
            pass
    return f"{head},GS,{weight},{unit}\r\n".encode()


def _radwag(shown: Shown) -> bytes:
    mark, unit = " " if shown.stable else "?", "g  "
    match shown.fault:
        case ScaleFault.OVERLOAD:
            mark = "^"
        case ScaleFault.UNDERLOAD:
            mark = "v"
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            unit = "pcs"
        case ScaleFault.BROKEN:
            return b"ES\r\n"
        case None:
            pass
    sign = "-" if shown.mg < 0 else " "
    return f"SUI{mark} {sign}{abs(shown.grams):>9.1f} {unit}\r\n".encode()


def _sartorius(shown: Shown) -> bytes:
    match shown.fault:
        case ScaleFault.OVERLOAD:
            return b"      H       \r\n"
        case ScaleFault.UNDERLOAD:
            return b"      L       \r\n"
        case ScaleFault.BROKEN:
            return b"Err 101       \r\n"
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            return f"+ {12:>8} pcs\r\n".encode()
        case None:
            sign = "-" if shown.mg < 0 else "+"
            return f"{sign} {abs(shown.grams):>8.1f} {'g' if shown.stable else ' '}  \r\n".encode()


def _yingzhan(shown: Shown) -> bytes:
    """It knows no word for its own faults: it falls silent."""
    match shown.fault:
        case ScaleFault.OVERLOAD:
            return b"OL,GS,+       kg\r\n"
        case ScaleFault.UNDERLOAD:
            return b"OL,GS,-       kg\r\n"
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            return b"ST,NT,+15.06.24tl.T\r\n"
        case ScaleFault.BROKEN:
            return b""
        case None:
            return f"{_head(shown)},GS,{shown.kilograms:+08.3f}kg\r\n".encode()


def _usb_hid(shown: Shown) -> bytes:
    """As a HID link hands it on; tenths of a gram in 16 bits reach to 6.5 kg, whole grams beyond."""
    unit, exponent, number = 2, -1, abs(shown.mg) // 100
    if number > 0xFFFF:
        exponent, number = 0, abs(shown.mg) // 1000
    status = 4 if shown.stable else 3
    status = 2 if shown.mg == 0 and shown.stable else 5 if shown.mg < 0 and shown.stable else status
    match shown.fault:
        case ScaleFault.OVERLOAD:
            status = 6
        case ScaleFault.UNDERLOAD:
            status = 5
        case ScaleFault.BROKEN:
            status = 1
        case ScaleFault.NOT_A_WEIGHT | ScaleFault.UNIT_CHANGED:
            status, unit = 4, 0
        case None:
            pass
    report = bytes([3, status, unit, exponent & 0xFF]) + min(number, 0xFFFF).to_bytes(2, "little")
    return b"R " + report.hex().encode() + b"\n"


def _head(shown: Shown) -> str:
    return "ST" if shown.stable else "US"


def _obeying(weigh: bytes, zero: bytes) -> Mapping[bytes, Act | bytes]:
    return MappingProxyType({weigh: Act.WEIGH, zero: Act.ZERO})


_TOLEDO: Final = Wire(says=_toledo, obeys=_obeying(b"W", b"Z"), zeroed=b"\x02?P\r")
WIRES: Final[Mapping[str, Wire]] = MappingProxyType(
    {
        "a-and-d": Wire(says=_a_and_d, obeys=_obeying(b"Q\r\n", b"Z\r\n"), zeroed=b"Z\r\n"),
        "cas-22": Wire(says=_cas_22, streams=True),
        "cas-ecr": Wire(says=_cas_ecr, obeys=MappingProxyType({b"\x05": b"\x06", b"\x11": Act.WEIGH})),
        "dini": Wire(says=_dini, obeys=_obeying(b"READ\r\n", b"ZERO\r\n"), zeroed=b"OK\r\n"),
        "kern": Wire(says=_kern, obeys=_obeying(b"w", b"z")),
        "nci": Wire(says=_nci, obeys=_obeying(b"W\r", b"Z\r"), zeroed=b"\n20\r\x03"),
        "ohaus": Wire(says=_ohaus, obeys=_obeying(b"IP\r\n", b"Z\r\n")),
        "radwag": Wire(says=_radwag, obeys=_obeying(b"SUI\r\n", b"Z\r\n"), zeroed=b"Z A\r\nZ D\r\n"),
        "sartorius": Wire(says=_sartorius, obeys=_obeying(b"\x1bP\r\n", b"\x1bV\r\n")),
        "toledo-8213": _TOLEDO,
        "toledo-8217": _TOLEDO,
        "usb-hid": Wire(says=_usb_hid, streams=True),
        "yingzhan": Wire(says=_yingzhan, streams=True),
    }
)
"""Beside these, ``mt-sics`` and ``kern-kcp`` have their own: they answer line by line, unknown commands too."""
LINE_BY_LINE: Final = ("kern-kcp", "mt-sics")
SPOKEN: Final = tuple(sorted((*WIRES, *LINE_BY_LINE)))
