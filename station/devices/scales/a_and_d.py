"""A&D scales and balances, asked by ``Q``; their other print formats too. Pure: bytes to exact milligrams.

Sources: A&D EK-L, EK-AEP, EJ and GH manuals, "Data format" (A&D standard; DP, KF and MT of GH 10.6); GC manual
(comparator); AD-4401 (gross and net). Tolas and taels are no weights here: ``t`` is a tola, not a tonne.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices import headed
from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "a-and-d"

LIMIT: Final = 64
UNITS: Final = units("kg", "g", "mg", "lb", "oz", "ozt", "ct", "mom", "dwt", "gn")
_STANDARD: Final = re.compile(
    rf"(?:(?:HI|OK|LO),)?(ST|US|QT|WT)(?:,(?:HI|OK|LO))?[, ] *([+-]? *{NUMBER}) *([A-Za-z%]{{1,3}})?"
)
_OVER: Final = re.compile(r"OL,([+-]).{0,16}")
_MT: Final = re.compile(rf"(S|SD) +([+-]? *{NUMBER}) *([A-Za-z%]{{1,3}})")
_KF: Final = re.compile(rf"([+-]? *{NUMBER}) *([A-Za-z%]{{1,3}})?")
_ERROR: Final = re.compile(r"EC,E(\d\d)")
_BUSY: Final = frozenset({"02", "03", "11"})  # not ready, time-out, no stability in time
_WORDS: Final = {
    "E": faulty(ScaleFault.OVERLOAD),
    "+E": faulty(ScaleFault.OVERLOAD),
    "-E": faulty(ScaleFault.UNDERLOAD),
    "H": faulty(ScaleFault.OVERLOAD),
    "L": faulty(ScaleFault.UNDERLOAD),
    "SI+": faulty(ScaleFault.OVERLOAD),
    "SI-": faulty(ScaleFault.UNDERLOAD),
    "I": UNREADY,
    "?": faulty(ScaleFault.BROKEN),
}


def Dialect(*, unit: str = "") -> ScaleLines:
    """A number without a unit is a KF line of a scale in motion: no weight yet."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line.strip(" "), widths),
        limit=LIMIT,
        ask=b"Q\r\n",
        interval_ms=200,
        zero=b"Z\r\n",
        widths=widths,
    )


def _read(text: str, widths: Widths) -> ScaleFrame | None:
    if text in _WORDS:
        return _WORDS[text]
    if (error := _ERROR.fullmatch(text)) is not None:
        return UNREADY if error[1] in _BUSY else faulty(ScaleFault.BROKEN)
    if (over := _OVER.fullmatch(text)) is not None:
        return faulty(ScaleFault.UNDERLOAD if over[1] == "-" else ScaleFault.OVERLOAD)
    return _weight(text, widths)


def _weight(text: str, widths: Widths) -> ScaleFrame | None:
    with_net = headed.read(text, UNITS)
    if with_net is not None:
        return with_net[0] if widths.believes(with_net[1]) else None
    line = _STANDARD.fullmatch(text) or _MT.fullmatch(text)
    if line is None:
        bare = _KF.fullmatch(text)
        return bare and (weighed(bare[1], bare[2], UNITS, stable=True) if bare[2] else UNREADY)
    if line[1] == "QT":
        return faulty(ScaleFault.NOT_A_WEIGHT, unit=line[3] or "")
    if not widths.believes(len(line[2])):
        return None
    return weighed(line[2], line[3] or "", UNITS, stable=line[1] in ("ST", "WT", "S"))


def _grams(mg: int, step_mg: int, *, stable: bool = True) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=stable, unit="g", step_mg=step_mg),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"ST,+00127.80  g\r\n", _grams(127_800, 10), "GH 10.6: stable"),
    (b"US,-00183.69  g\r\n", _grams(-183_690, 10, stable=False), "GH 10.6: unstable"),
    (b"ST,+0012345  g\r\n", _grams(12_345_000, 1_000), "EK-L: data format without a decimal point"),
    (
        b"ST,OK,+0001.234 kg\r\n",
        (ScaleFrame(weight_mg=1_234_000, stable=True, unit="kg", step_mg=1_000),),
        "GC manual: comparator",
    ),
    (
        b"ST,GS,+0012.34kg\r\n",
        (ScaleFrame(weight_mg=12_340_000, stable=True, unit="kg", step_mg=10_000),),
        "AD-4401: gross",
    ),
    (b"OL,+9999999E+19\r\n", (faulty(ScaleFault.OVERLOAD),), "GH 10.6: positive error"),
    (b"OL,-9999999E+19\r\n", (faulty(ScaleFault.UNDERLOAD),), "GH 10.6: negative error"),
    (b"QT,+00012345 PC\r\n", (faulty(ScaleFault.NOT_A_WEIGHT, unit="PC"),), "EK-L: stable counting data"),
    (
        b"ST,+000123.4  %\r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="%"),),
        "EK-L: percentage data",
    ),
    (b"WT   +127.80  g\r\n", _grams(127_800, 10), "GH 10.6: DP format"),
    (b"US   -183.69  g\r\n", _grams(-183_690, 10, stable=False), "GH 10.6: DP format, unstable"),
    (b"+   127.80 g  \r\n", _grams(127_800, 10), "GH 10.6: KF format"),
    (b"-   183.69    \r\n", (UNREADY,), "GH 10.6: KF format, unstable: no unit"),
    (b"       H      \r\n", (faulty(ScaleFault.OVERLOAD),), "GH 10.6: KF format, overload"),
    (b"S      127.80 g\r\n", _grams(127_800, 10), "GH 10.6: MT format"),
    (b"SD    -183.69 g\r\n", _grams(-183_690, 10, stable=False), "GH 10.6: MT format, unstable"),
    (b"SI+\r\n", (faulty(ScaleFault.OVERLOAD),), "GH 10.6: MT format, overload"),
    (b"EC,E11\r\n", (UNREADY,), "GX manual, error codes: no stability"),
    (b"EC,E01\r\n", (faulty(ScaleFault.BROKEN),), "GX manual, error codes: undefined command"),
)
