"""KERN scales before KCP, asked by ``w``; what they send by themselves is read too. Pure: bytes to exact milligrams.

Sources: KERN FKB, PCB manuals, "rE Cr" (number with unit is stable, without is not, ``Error``; commands without CR LF);
KFB/KFN, SFB, GAB-N, KXS manuals (``ST,GS``). Scales whose commands are capital letters are set to send by themselves.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices import headed
from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "kern"

LIMIT: Final = 64
UNITS: Final = units("kg", "g", "mg", "lb", "oz", "ozt", "ct", "dwt", "gn", "mom")
_LINE: Final = re.compile(rf" *M? *([+-]? *{NUMBER}) *([A-Za-z%][A-Za-z%.]{{0,4}})?")


def Dialect(*, unit: str = "") -> ScaleLines:
    """A bare number is a scale in motion: its unit, and so its weight, is not there yet."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda line: _read(line, widths), limit=LIMIT, ask=b"w", interval_ms=250, zero=b"z", widths=widths
    )


def _read(line: str, widths: Widths) -> ScaleFrame | None:
    text = line.strip(" ")
    if text == "Error":
        return faulty(ScaleFault.BROKEN)
    with_head = headed.read(text, UNITS)
    if with_head is not None:
        return with_head[0] if not with_head[1] or widths.believes(with_head[1]) else None
    bare = _LINE.fullmatch(line.rstrip(" "))
    if bare is None or not widths.believes(bare.end(1)):
        return None
    return weighed(bare[1], bare[2], UNITS, stable=True) if bare[2] else UNREADY


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (
        b"         0.0 g  \r\n",
        (ScaleFrame(weight_mg=0, stable=True, unit="g", step_mg=100),),
        "FKB rE Cr, h: stable",
    ),
    (
        b"M-    1284.5 g  \r\n",
        (ScaleFrame(weight_mg=-1_284_500, stable=True, unit="g", step_mg=100),),
        "PCB rE Cr, h: M, minus, number, unit",
    ),
    (b"      1284.5 \r\n", (UNREADY,), "FKB rE Cr, j: unstable"),
    (b"       Error\r\n", (faulty(ScaleFault.BROKEN),), "FKB rE Cr, i: fault"),
    (
        b"          12 pcs\r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="pcs"),),
        "PCB rE Cr, h: quantity",
    ),
    (
        b"ST,GS 1.000KG\r\n",
        (ScaleFrame(weight_mg=1_000_000, stable=True, unit="KG", step_mg=1_000),),
        "KFB/KFN 10.4: S",
    ),
    (
        b"US,GS 1.342KG\r\n",
        (ScaleFrame(weight_mg=1_342_000, stable=False, unit="KG", step_mg=1_000),),
        "KFB/KFN 10.4: W",
    ),
    (
        b"US,GS,+01234.56  lb\r\n",
        (ScaleFrame(weight_mg=559_986_996, stable=False, unit="lb", step_mg=4_536),),
        "KXS 14.1: unstable",
    ),
    (b"OL,GS,-            \r\n", (faulty(ScaleFault.UNDERLOAD),), "KXS 14.1: minus OL"),
    (b"ST,TR,+012.3456  kg\r\n", (), "KXS 14.1: a tare"),
)
