"""英展 (Excell) scales as they send by themselves, and the many that copy the frame. Pure: bytes to exact milligrams.

Sources: Excell AM4 "RS232 data format", PS "Example of transmission", EX-2001 formats 1, 3 and 4; GM M02 ``rECont``;
XK3190-A12 ``ww000.000kg`` (which does not say whether it is stable, so it never is). Catties and taels are refused.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices import headed
from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "yingzhan"

LIMIT: Final = 48
UNITS: Final = units("kg", "g", "lb", "oz", "ct", "ozt")
_UNSAID: Final = re.compile(rf"w[wn]([+-]? *{NUMBER}) *([A-Za-z]{{1,3}})")


def Dialect(*, unit: str = "") -> ScaleLines:
    """Nothing is asked."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line.strip(" "), widths),
        limit=LIMIT,
        ask=b"",
        interval_ms=200,
        zero=b"",
        widths=widths,
    )


def _read(text: str, widths: Widths) -> ScaleFrame | None:
    unsaid = _UNSAID.fullmatch(text)
    if unsaid is not None:
        return weighed(unsaid[1], unsaid[2], UNITS, stable=False)
    line = headed.read(text, UNITS)
    return line[0] if line is not None and (not line[1] or widths.believes(line[1])) else None


def _kg(mg: int, *, stable: bool, step_mg: int = 1_000) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=stable, unit="kg", step_mg=step_mg),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"ST,GS,+000.876kg\r\n", _kg(876_000, stable=True), "PS, example 1: gross, stable"),
    (
        b"US,NT,-001.568lb\r\n",
        (ScaleFrame(weight_mg=-711_233, stable=False, unit="lb", step_mg=454),),
        "PS, example 2: net, unstable, negative",
    ),
    (b"ST,G ,+0012.5 g\r\n", (ScaleFrame(weight_mg=12_500, stable=True, unit="g", step_mg=100),), "AM4: grams"),
    (b"ST,GS,+1234.56,g\r\n", (ScaleFrame(weight_mg=1_234_560, stable=True, unit="g", step_mg=10),), "EX-2001, 3"),
    (b"ST,GS,+011.120kg\r\n", _kg(11_120_000, stable=True), "GM M02: rECont"),
    (b"OL,GS,+       kg\r\n", (faulty(ScaleFault.OVERLOAD),), "AM4: over"),
    (b"OL,GS,-       kg\r\n", (faulty(ScaleFault.UNDERLOAD),), "AM4: under"),
    (b"ST,NT,+15.06.24tl.T\r\n", (faulty(ScaleFault.NOT_A_WEIGHT),), "PS, example 3: catties and taels"),
    (
        b"ST,GS,+001.250hkg\r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="hkg"),),
        "AM4: Hong Kong catties are no kilograms",
    ),
    (b"ST,TR,+000.200kg\r\n", (), "a tare is not a weighing"),
    (b"ww000.876kg\r\n", _kg(876_000, stable=False), "XK3190-A12: gross, stability unsaid"),
)
