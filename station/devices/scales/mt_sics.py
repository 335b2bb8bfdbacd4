"""MT-SICS, Mettler-Toledo's standard interface command set, as asked by ``SI``. Pure: bytes to exact milligrams.

Source: "MT-SICS Reference Manual" for balances (sections "S", "SI", "SIR", "Z", "T", "Error messages without command
identifier"). Also spoken by scales with a KCP or PSI mode. Only weighing is ever asked; settings are never written.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import MG, Widths, weighed
from station.packing.inputs import ScaleFault

speaks = "mt-sics"

LIMIT: Final = 64  # bytes of one answer; the longest of the weight answers has 19
FIELD: Final = 10  # characters of the weight field, right-aligned (section "S")
MG_PER_UNIT: Final = MappingProxyType(
    {"GN": MG["gn"]} | {unit: worth for unit, worth in MG.items() if unit not in ("gn", "lbs")}
)
_WEIGHT: Final = re.compile(r"S ([SD]) ( *-?\d{1,12}(?:\.\d{1,8})?) (\S{1,3})")
_ERROR: Final = re.compile(r"S [SD] +Error +\S{1,8}")  # "S S Error 10b": found at its own test
_NO_WEIGHT: Final = MappingProxyType(
    {
        "S I": ScaleFrame(weight_mg=None, stable=False),
        "S +": ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.OVERLOAD),
        "S -": ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.UNDERLOAD),
        "S L": ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),
        "ES": ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),
        "EL": ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),
        "ET": ScaleFrame(weight_mg=None, stable=False),
    }
)


def Dialect(*, unit: str = "") -> ScaleLines:
    """Lines that are no answer, and answers to ``Z`` and ``T``, give nothing."""
    del unit
    widths = Widths(FIELD)
    return ScaleLines(
        lambda line: _read(line, widths), limit=LIMIT, ask=b"SI\r\n", interval_ms=200, zero=b"Z\r\n", widths=widths
    )


def _read(line: str, widths: Widths) -> ScaleFrame | None:
    text = line.rstrip(" ")
    if text in _NO_WEIGHT:
        return _NO_WEIGHT[text]
    if _ERROR.fullmatch(text):
        return _NO_WEIGHT["EL"]
    answer = _WEIGHT.fullmatch(text)
    if answer is None or not widths.believes(len(answer[2])):
        return None
    return weighed(answer[2], answer[3], MG_PER_UNIT, stable=answer[1] == "S")


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"S S     100.00 g\r\n", (ScaleFrame(weight_mg=100_000, stable=True, unit="g", step_mg=10),), "section S"),
    (b"S D     100.02 g\r\n", (ScaleFrame(weight_mg=100_020, stable=False, unit="g", step_mg=10),), "section SI"),
    (b"S S     -12.34 g\r\n", (ScaleFrame(weight_mg=-12_340, stable=True, unit="g", step_mg=10),), "section S"),
    (b"S S     1.2840 kg\r\n", (ScaleFrame(weight_mg=1_284_000, stable=True, unit="kg", step_mg=100),), "section S"),
    (b"S S      2.500 lb\r\n", (ScaleFrame(weight_mg=1_133_981, stable=True, unit="lb", step_mg=454),), "section S"),
    (
        b"S S         12 PCS\r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="PCS"),),
        "section S, units of counting",
    ),
    (b"S I\r\n", (ScaleFrame(weight_mg=None, stable=False),), "section S: not executable at the moment"),
    (b"S +\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.OVERLOAD),), "section S: overload"),
    (b"S -\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.UNDERLOAD),), "section S: underload"),
    (b"S L\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),), "section S: wrong parameter"),
    (b"ES\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),), "error messages: syntax"),
    (b"ET\r\n", (ScaleFrame(weight_mg=None, stable=False),), "error messages: transmission"),
    (b"EL\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),), "error messages: logical"),
    (
        b"S S Error 10b\r\n",
        (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),),
        "section S: Error code",
    ),
    (b"Z A\r\n", (), "section Z: zeroed"),
    (b"T S     100.00 g\r\n", (), "section T: a tare is not a weighing"),
)
