"""Ohaus balances and indicators in their own format, asked by ``IP``. Pure: bytes to exact milligrams.

Sources: Ohaus RS232 Interface manual, output formats 1 and 2 and Navigator; Ranger 5.1.4; Defender 3000 5.2; error
codes of Scout and Ranger. Widths differ from model to model, so words are read. Scales in PSI mode speak ``mt-sics``.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "ohaus"

LIMIT: Final = 80
UNITS: Final = units("kg", "g", "mg", "lb", "oz", "ozt", "ct", "dwt", "gn", "mom")
_LINE: Final = re.compile(
    rf" *(?:([GNT]|NET|Net|Gross|Tare|B/G):? +)?(-? *{NUMBER}) *([A-Za-z%][A-Za-z%:.]{{0,4}}) *(\??) *([ -~]{{0,24}})"
)
_BARE: Final = re.compile(rf"-? *{NUMBER} *\??")
_TWO: Final = re.compile(rf"-? *\d+ *lb:? +{NUMBER} *oz *\??[ -~]{{0,24}}")
_OTHER: Final = frozenset({"T", "TARE", "PT", "TOTAL"})  # a tare or a sum is not what lies on the pan
_ERROR: Final = re.compile(r"\[?Err(?:or)?[ :]*([\d.]+)\]?", re.IGNORECASE)
_OVER: Final = frozenset({"8.3", "8.6"})
_UNDER: Final = frozenset({"8.2", "8.4"})


def Dialect(*, unit: str = "") -> ScaleLines:
    """Print-outs' other lines (dates, names, tares, sums) give nothing."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line, widths),
        limit=LIMIT,
        ask=b"IP\r\n",
        interval_ms=200,
        zero=b"Z\r\n",
        widths=widths,
    )


def _read(line: str, widths: Widths) -> ScaleFrame | None:
    text = line.strip(" ")
    if text == "ES":
        return faulty(ScaleFault.BROKEN)
    if (error := _ERROR.fullmatch(text)) is not None:
        return faulty(_trouble(error[1].rstrip(".")))
    if _BARE.fullmatch(text):
        return faulty(ScaleFault.NOT_A_WEIGHT)
    if _TWO.fullmatch(text):
        return faulty(ScaleFault.NOT_A_WEIGHT, unit="lb:oz")
    weight = _LINE.fullmatch(line)
    if weight is None or (weight[1] or "").upper() in _OTHER or _is_other(weight[5]):
        return None
    if not widths.believes(weight.end(2)):
        return None
    return weighed(weight[2], weight[3], UNITS, stable=not weight[4])


def _trouble(code: str) -> ScaleFault:
    if code in _OVER:
        return ScaleFault.OVERLOAD
    return ScaleFault.UNDERLOAD if code in _UNDER else ScaleFault.BROKEN


def _is_other(legend: str) -> bool:
    return any(word.upper() in _OTHER for word in legend.split())


def _grams(mg: int, *, stable: bool, step_mg: int = 10) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=stable, unit="g", step_mg=step_mg),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"    12.73 g     ?\r\n", _grams(12_730, stable=False), "RS232 Interface, format 1: unstable"),
    (b"    12.73 g      \r\n", _grams(12_730, stable=True), "RS232 Interface, format 1"),
    (b"       311 g ?\r\n", _grams(311_000, stable=False, step_mg=1_000), "RS232 Interface, format 2"),
    (
        b"-    1.284 kg   NET\r\n",
        (ScaleFrame(weight_mg=-1_284_000, stable=True, unit="kg", step_mg=1_000),),
        "Ranger 5.1.4: polarity, stability, legend",
    ),
    (
        b"    0.5950 oz   ?\r\n",
        (ScaleFrame(weight_mg=16_868, stable=False, unit="oz", step_mg=3),),
        "RS232 Interface, format 1: ounces",
    ),
    (
        b"         3 PCS   \r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="PCS"),),
        "RS232 Interface, format 1: pieces",
    ),
    (b"N      207.80 g  \r\n", _grams(207_800, stable=True), "Ranger 5.1.4: print key, net"),
    (b"T       20.00 g  \r\n", (), "Ranger 5.1.4: print key, tare"),
    (b"   207.80 g   TOTAL\r\n", (), "RS232 Interface: accumulated"),
    (b"    12.73\r\n", (faulty(ScaleFault.NOT_A_WEIGHT),), "no unit: never taken for grams"),
    (b"Err 8.3\r\n", (faulty(ScaleFault.OVERLOAD),), "Ranger, error codes: over capacity"),
    (b"Err 8.4\r\n", (faulty(ScaleFault.UNDERLOAD),), "Ranger, error codes: under capacity"),
    (b"ES\r\n", (faulty(ScaleFault.BROKEN),), "command not understood"),
)
