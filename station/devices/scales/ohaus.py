"""Ohaus balances and indicators in their own format, asked by ``IP``. Pure: bytes to exact milligrams.

Sources: Ohaus RS232 Interface manual, output formats 1 and 2 and Navigator; Ranger 5.1.4; Defender 3000 5.2; error
codes of Scout and Ranger. Widths differ from model to model, so words are read. Scales in PSI mode speak ``mt-sics``.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.framing import LineFramer
from station.devices.weight import NUMBER, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "ohaus"

LIMIT: Final = 80
UNITS: Final = units("kg", "g", "mg", "lb", "oz", "ozt", "ct", "dwt", "gn", "mom")
_LINE: Final = re.compile(
    rf"(?:([GNT]|NET|Net|Gross|Tare|B/G):? +)?(-? *{NUMBER}) *([A-Za-z%][A-Za-z%:.]{{0,4}}) *(\??) *([ -~]{{0,24}})"
)
_BARE: Final = re.compile(rf"-? *{NUMBER} *\??")
_TWO: Final = re.compile(rf"-? *\d+ *lb:? +{NUMBER} *oz *\??[ -~]{{0,24}}")
_OTHER: Final = frozenset({"T", "TARE", "PT", "TOTAL"})  # a tare or a sum is not what lies on the pan
_ERROR: Final = re.compile(r"\[?Err(?:or)?[ :]*([\d.]+)\]?", re.IGNORECASE)
_OVER: Final = frozenset({"8.3", "8.6"})
_UNDER: Final = frozenset({"8.2", "8.4"})


class Dialect:
    """One scale's stream. Print-outs' other lines (dates, names, tares, sums) give nothing."""

    ask = b"IP\r\n"
    interval_ms = 200
    zero = b"Z\r\n"

    def __init__(self, *, unit: str = "") -> None:
        self._framer = LineFramer(suffix=b"\n", limit=LIMIT)

    def feed(self, data: bytes) -> list[ScaleFrame]:
        lines = (line.decode("latin-1").strip(" ") for line in self._framer.feed(data) if isinstance(line, bytes))
        frames = (_read(line) for line in lines)
        return [frame for frame in frames if frame is not None]

    def reset(self) -> None:
        self._framer.reset()


def _read(text: str) -> ScaleFrame | None:
    if text == "ES":
        return faulty(ScaleFault.BROKEN)
    if (error := _ERROR.fullmatch(text)) is not None:
        return faulty(_trouble(error[1].rstrip(".")))
    if _BARE.fullmatch(text):
        return faulty(ScaleFault.NOT_A_WEIGHT)
    if _TWO.fullmatch(text):
        return faulty(ScaleFault.NOT_A_WEIGHT, unit="lb:oz")
    line = _LINE.fullmatch(text)
    if line is None or (line[1] or "").upper() in _OTHER or _is_other(line[5]):
        return None
    return weighed(line[2], line[3], UNITS, stable=not line[4])


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
