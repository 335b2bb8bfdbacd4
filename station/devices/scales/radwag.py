"""Radwag scales, asked by ``SUI``; also what the print key sends. Pure: bytes to exact milligrams.

Source: Radwag WPT, PUE C/31 and PUE C41H manuals, "Communication protocol" (S, SI, SU, SUI and their mass frame); PS
and R series, "Format of data sent on pressing PRINT button". The stability marker is blank, ``?``, ``^`` or ``v``.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "radwag"

LIMIT: Final = 48
UNITS: Final = units("kg", "g", "mg", "t", "lb", "oz", "ozt", "ct", "dwt", "gn", "mom")
_MASS: Final = re.compile(rf"(?:(?:SUI|SU|SI|S) *)?([?^v]?) *(-? *{NUMBER}) *([A-Za-z%][A-Za-z%/]{{0,3}})? *")
_REPLY: Final = re.compile(r"(?:SUI|SU|SI|S) ([AIEv^])")
_REPLIES: Final = {
    "A": None,  # understood, the mass follows
    "I": UNREADY,
    "E": UNREADY,
    "^": faulty(ScaleFault.OVERLOAD),
    "v": faulty(ScaleFault.UNDERLOAD),
}


def Dialect(*, unit: str = "") -> ScaleLines:
    """Answers to ``Z`` give nothing."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line, widths),
        limit=LIMIT,
        ask=b"SUI\r\n",
        interval_ms=200,
        zero=b"Z\r\n",
        widths=widths,
    )


def _read(line: str, widths: Widths) -> ScaleFrame | None:
    text = line.strip(" ")
    if text == "ES":
        return faulty(ScaleFault.BROKEN)
    if (reply := _REPLY.fullmatch(text)) is not None:
        return _REPLIES[reply[1]]
    mass = _MASS.fullmatch(line.lstrip(" "))
    if mass is None or not widths.believes(len(line)):
        return None
    if mass[1] in ("^", "v"):
        return faulty(ScaleFault.OVERLOAD if mass[1] == "^" else ScaleFault.UNDERLOAD)
    return weighed(mass[2], mass[3] or "", UNITS, stable=not mass[1])


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"S    -      8.5 g  \r\n", (ScaleFrame(weight_mg=-8_500, stable=True, unit="g", step_mg=100),), "WPT 19.4.4: S"),
    (
        b"SI ?       18.5 kg \r\n",
        (ScaleFrame(weight_mg=18_500_000, stable=False, unit="kg", step_mg=100_000),),
        "WPT 19.4.5: SI, unstable",
    ),
    (
        b"SUI  -   58.237 kg \r\n",
        (ScaleFrame(weight_mg=-58_237_000, stable=True, unit="kg", step_mg=1_000),),
        "WPT 19.4.7: SUI",
    ),
    (
        b"SU   -  172.135 N  \r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="N"),),
        "WPT 19.4.6: newtons",
    ),
    (
        b"?     1832.0 g  \r\n",
        (ScaleFrame(weight_mg=1_832_000, stable=False, unit="g", step_mg=100),),
        "PS 15.4.1: print",
    ),
    (b"SUI^    3200.0 g  \r\n", (faulty(ScaleFault.OVERLOAD),), "WPT 19.4.7: marker ^"),
    (b"SI ^\r\n", (faulty(ScaleFault.OVERLOAD),), "WPT: maximum exceeded"),
    (b"SI v\r\n", (faulty(ScaleFault.UNDERLOAD),), "WPT: minimum exceeded"),
    (b"SUI I\r\n", (UNREADY,), "WPT: not accessible at the moment"),
    (b"S A\r\n", (), "WPT: accepted, in progress"),
    (b"Z A\r\n", (), "WPT: zeroing"),
    (b"ES\r\n", (faulty(ScaleFault.BROKEN),), "WPT: command not recognised"),
)
