"""Sartorius balances' SBI, asked by ``ESC P``. Pure: bytes to exact milligrams.

Source: Sartorius LE2202S, GC803S and Master series manuals, "Data output format" with 16 and 22 characters, special and
error codes. The unit is written only when the weight is stable.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "sartorius"

LIMIT: Final = 48
UNITS: Final = units("kg", "g", "mg", "lb", "oz", "ozt", "ct", "dwt", "gn", "mom")
_LINE: Final = re.compile(
    r"(?:([A-Z][A-Za-z#\d]{0,5}) *)??([+-]? *[\d. ]*\d[\d.]*(?:\[\d\.?\])?) *([A-Za-z%/][A-Za-z%/]{0,3})?"
)
_NUMBER: Final = re.compile(rf"[+-]? *{NUMBER}")
_WEIGHTS: Final = frozenset({None, "N", "G", "G#", "Net", "Gross"})
_ERROR: Final = re.compile(r"(?:Stat)? *E(?:rr|RR) *[\dA-Z]{1,4}")
_WORDS: Final = {
    "H": faulty(ScaleFault.OVERLOAD),
    "HIGH": faulty(ScaleFault.OVERLOAD),
    "L": faulty(ScaleFault.UNDERLOAD),
    "LOW": faulty(ScaleFault.UNDERLOAD),
    "C": UNREADY,  # calibrating
    "OFF": UNREADY,
    "--": UNREADY,
    "": UNREADY,
}


def Dialect(*, unit: str = "") -> ScaleLines:
    """A digit in brackets is one that is not verified; it is read like the others."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line, widths),
        limit=LIMIT,
        ask=b"\x1bP\r\n",
        interval_ms=250,
        zero=b"\x1bV\r\n",
        widths=widths,
    )


def _read(line: str, widths: Widths) -> ScaleFrame | None:
    text = line.strip(" ")
    word = text.removeprefix("Stat").strip(" ").upper()
    if word in _WORDS:
        return _WORDS[word]
    if _ERROR.fullmatch(text):
        return faulty(ScaleFault.BROKEN)
    found = _LINE.fullmatch(text)
    if found is None or found[1] not in _WEIGHTS:
        return None
    number = found[2].replace("[", "").replace("]", "")
    if not _NUMBER.fullmatch(number) or not widths.believes(len(line)):
        return None
    return weighed(number, found[3], UNITS, stable=True) if found[3] else UNREADY


def _grams(mg: int, step_mg: int) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=True, unit="g", step_mg=step_mg),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"+   123.56 g  \r\n", _grams(123_560, 10), "GC803S: 16 characters"),
    (b"-   123.56 g  \r\n", _grams(-123_560, 10), "GC803S: 16 characters, negative"),
    (b"+   123.5[6]g \r\n", _grams(123_560, 10), "GC803S: a digit that is not verified"),
    (b"+   123.56    \r\n", (UNREADY,), "GC803S: unit blank: unstable"),
    (b"N     +   123.56 g  \r\n", _grams(123_560, 10), "GC803S: 22 characters with its ID code"),
    (b"T     +    20.00 g  \r\n", (), "GC803S: ID code of a tare"),
    (
        b"+      253 pcs\r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="pcs"),),
        "WZA: pieces",
    ),
    (b"      H       \r\n", (faulty(ScaleFault.OVERLOAD),), "LE2202S: special code H"),
    (b"      L       \r\n", (faulty(ScaleFault.UNDERLOAD),), "LE2202S: special code L"),
    (b"Stat        H       \r\n", (faulty(ScaleFault.OVERLOAD),), "Master: status string"),
    (b"      C       \r\n", (UNREADY,), "LE2202S: calibration"),
    (b"Err 101       \r\n", (faulty(ScaleFault.BROKEN),), "LE2202S: error codes"),
    (b"Stat     ERR 101    \r\n", (faulty(ScaleFault.BROKEN),), "Master: error string"),
)
