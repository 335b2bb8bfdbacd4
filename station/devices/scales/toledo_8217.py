"""Mettler Toledo 8217, the protocol of scanner scales, as asked by ``W``. Pure: bytes to exact milligrams.

Sources: Mettler Toledo DIVA service manual, 6.1.3 "Command Descriptions" and 6.1.4 "Scale Status Byte"; PS60/PS2 and
Brecknell 67xx-U manuals, host interface. An answer names no unit: it must be set up, else no number is a weight.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "toledo-8217"
names_unit = False

LIMIT: Final = 64
STX: Final = "\x02"
UNITS: Final = units("kg", "g", "lb", "oz")
MOTION, OVER, UNDER, ALWAYS = 0x01, 0x02, 0x04, 0x40
_WEIGHT: Final = re.compile(rf" *({NUMBER}) *(N?) *([A-Za-z]{{1,5}})? *")  # N: net; some Brecknell write the unit


def Dialect(*, unit: str = "") -> ScaleLines:
    """``unit`` is what its display shows: lb, kg, oz or g. Echoes and test answers give nothing."""
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line, widths, unit),
        limit=LIMIT,
        ask=b"W",
        interval_ms=250,
        zero=b"Z",
        end=b"\r",
        widths=widths,
    )


def _read(line: str, widths: Widths, unit: str) -> ScaleFrame | None:
    _, begun, body = line.rpartition(STX)
    if not begun:
        return None
    if body.startswith("?"):
        return _status(body[1:])
    weight = _WEIGHT.fullmatch(body)
    if weight is None or not widths.believes(len(weight[1])):
        return None
    return weighed(weight[1], weight[3] or unit, UNITS, stable=True)


def _status(body: str) -> ScaleFrame | None:
    """Bit 6 is always there; bit 7 is the parity of a line read with eight bits. Motion, zero and net are no faults."""
    status = ord(body) if len(body) == 1 else 0
    if not status & ALWAYS:
        return None
    if status & OVER:
        return faulty(ScaleFault.OVERLOAD)
    return faulty(ScaleFault.UNDERLOAD) if status & UNDER else UNREADY


_NO_UNIT: Final = ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT)
EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"\x02001.25\r", (_NO_UNIT,), "6.1.3 W: gross weight; without a unit it is none"),
    (b"\x02001.25N\r", (_NO_UNIT,), "6.1.3 W: N after the weight is net"),
    (b"\x02?A\r", (UNREADY,), "6.1.4.3 bit 0: in motion"),
    (b"\x02?B\r", (faulty(ScaleFault.OVERLOAD),), "6.1.4.3 bit 1: over capacity"),
    (b"\x02?D\r", (faulty(ScaleFault.UNDERLOAD),), "6.1.4.3 bit 2: under zero"),
    (b"\x02?P\r", (UNREADY,), "6.1.4.3 bit 4: at the centre of zero, the answer to Z"),
    (b"\x02\r", (), "6.1.3 A: the confidence test was begun"),
    (b"\x02E\r", (), "6.1.3 E: echo mode"),
)
