"""Dini Argeo indicators, asked by ``READ``. Pure: bytes to exact milligrams.

Source: Dini Argeo 3590 technical manual, 5.4 "Transmission protocols" (standard and AF string); DGT4X "Communication
protocols" (standard and extended string); DFW serial protocol, READ and ZERO, "Command errors".
"""

from __future__ import annotations

import re
from typing import Final

from station.devices import headed
from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "dini"

LIMIT: Final = 96
UNITS: Final = units("kg", "g", "t", "lb")
_ADDRESS: Final = re.compile(r"\A\d{2}(?=[A-Z])")  # of RS485
_AF: Final = re.compile(rf"(ST|US|OL|UL),\d,( *-? *{NUMBER}) *([A-Za-z]{{1,2}}),(?:PT|  )?[^,]{{1,14}}")
_EXTENDED: Final = re.compile(
    rf"\d{{0,3}}(ST|US|OL|UL),\d,( *-? *{NUMBER}),(?:PT|  )?[^,]{{1,12}},[^,]{{1,12}},([A-Za-z]{{1,2}})(?:,.*)?"
)
_SPEECH: Final = {
    "ERR01": faulty(ScaleFault.BROKEN),  # a known command with wrong parameters
    "ERR02": faulty(ScaleFault.BROKEN),
    "ERR03": UNREADY,  # not valid at present
    "ERR04": faulty(ScaleFault.BROKEN),  # not known
}


def Dialect(*, unit: str = "") -> ScaleLines:
    """``OK``, the answer to a zero, gives nothing."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line, widths),
        limit=LIMIT,
        ask=b"READ\r\n",
        interval_ms=200,
        zero=b"ZERO\r\n",
        widths=widths,
    )


def _read(line: str, widths: Widths) -> ScaleFrame | None:
    text = _ADDRESS.sub("", line.strip(" "))
    if text in _SPEECH:
        return _SPEECH[text]
    standard = headed.read(text, UNITS)
    if standard is not None:
        return standard[0] if widths.believes(len(text)) else None
    longer = _EXTENDED.fullmatch(text) or _AF.fullmatch(text)
    return longer and _longer(longer)


def _longer(line: re.Match[str]) -> ScaleFrame:
    if line[1] in ("OL", "UL"):
        return faulty(ScaleFault.OVERLOAD if line[1] == "OL" else ScaleFault.UNDERLOAD)
    return weighed(line[2], line[3], UNITS, stable=line[1] == "ST")


def _kg(mg: int, *, stable: bool, step_mg: int = 100_000) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=stable, unit="kg", step_mg=step_mg),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"ST,GS,     0.0,kg\r\n", _kg(0, stable=True), "DGT4X: standard string"),
    (b"01US,NT,   -12.5,kg\r\n", _kg(-12_500_000, stable=False), "DGT4X: standard string with its RS485 address"),
    (
        b"ST,GS,    1.25,Kg\r\n",
        (ScaleFrame(weight_mg=1_250_000, stable=True, unit="Kg", step_mg=10_000),),
        "3590, 5.4: unit Kg",
    ),
    (b"OL,GS,  9999.9,kg\r\n", (faulty(ScaleFault.OVERLOAD),), "DGT4X: overload"),
    (b"UL,GS,  -999.9,kg\r\n", (faulty(ScaleFault.UNDERLOAD),), "DGT4X: underload"),
    (b"ST,VL,   12345,vv\r\n", (faulty(ScaleFault.NOT_A_WEIGHT),), "DGT4X: microvolts"),
    (
        b"ST,1,      12.5kg,PT      20.8kg\r\n",
        _kg(12_500_000, stable=True),
        "3590, 5.4: AF string",
    ),
    (
        b"1ST,1,    12.5,PT    20.8,         0,kg\r\n",
        _kg(12_500_000, stable=True),
        "DGT4X: extended string",
    ),
    (b"OK\r\n", (), "DFW: zeroed"),
    (b"ERR04\r\n", (faulty(ScaleFault.BROKEN),), "DFW: command not known"),
)
