"""Lines that begin with how the weight stands."""

from __future__ import annotations

import pytest

from station.devices.headed import read
from station.devices.weight import units
from station.packing.inputs import ScaleFault

KNOWN = units("kg", "g", "lb", "oz")


@pytest.mark.parametrize(
    ("text", "mg", "stable"),
    [
        ("ST,GS,+000.876kg", 876_000, True),
        ("US,NT,-001.568lb", -711_233, False),
        ("ST,GS 1.000KG", 1_000_000, True),
        ("St,G, 1.250,kg", 1_250_000, True),
        ("ST,NT,+  12.345 kg", 12_345_000, True),
        ("ST,N ,+0012.5 g", 12_500, True),
        ("ST,GS,     0.0,kg", 0, True),
    ],
)
def test_weights(text: str, mg: int, stable: bool) -> None:
    """Gross and net, stable and not, with their sign, whatever stands between the fields."""
    found = read(text, KNOWN)
    assert found is not None
    assert (found[0].weight_mg, found[0].stable, found[0].fault) == (mg, stable, None)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("OL,GS,+        kg", ScaleFault.OVERLOAD),
        ("OL,GS,  9999.9,kg", ScaleFault.OVERLOAD),
        ("OL,GS,-        kg", ScaleFault.UNDERLOAD),
        ("UL,NT,     0.0,kg", ScaleFault.UNDERLOAD),
        ("ST,GS,+0000012PCS", ScaleFault.NOT_A_WEIGHT),
        ("ST,GS,+0012.5  %", ScaleFault.NOT_A_WEIGHT),
        ("ST,GS,+0012.5", ScaleFault.NOT_A_WEIGHT),
        ("ST,GS,+15.06.24tl.T", ScaleFault.NOT_A_WEIGHT),
        ("ST,VL,   12345,vv", ScaleFault.NOT_A_WEIGHT),
        ("ST,RZ,   12345,vv", ScaleFault.NOT_A_WEIGHT),
    ],
)
def test_no_weights(text: str, fault: ScaleFault) -> None:
    """Over, under, counts, percentages, a missing unit and raw values carry no weight and say why."""
    found = read(text, KNOWN)
    assert found is not None
    assert (found[0].weight_mg, found[0].fault) == (None, fault)


@pytest.mark.parametrize(
    "text",
    ["ST,TR,+000.200kg", "ST,TW,0.2kg", "ST,PT,0.2kg", "ST,GS", "ST,GS,", "XX,GS,1kg", "ST,GS,+0O.876kg", "1.2 kg"],
)
def test_none_of_these(text: str) -> None:
    """Tares and lines that are mangled or of another kind say nothing."""
    assert read(text, KNOWN) is None
