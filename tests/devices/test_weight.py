"""Exact milligrams: units, digits, and fields that lost a byte."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.weight import Widths, units, weighed
from station.packing.inputs import ScaleFault

EVERY = ("mg", "g", "kg", "t", "ct", "lb", "oz", "ozt", "dwt", "gn", "mom")


@pytest.mark.parametrize(
    ("unit", "one_mg"),
    [
        ("mg", 1),
        ("g", 1_000),
        ("KG", 1_000_000),
        ("Kg", 1_000_000),
        ("t", 10**9),
        ("ct", 200),
        ("oz", 28_350),
        ("LB", 453_592),
        ("GN", 65),
        ("ozt", 31_103),
        ("dwt", 1_555),
        ("mom", 3_750),
    ],
)
def test_units(unit: str, one_mg: int) -> None:
    """One of each unit is its exact worth, rounded to the milligram; capitals are the same unit."""
    assert weighed("1", unit, units(*EVERY), stable=True).weight_mg == one_mg


@pytest.mark.parametrize("unit", ["", "PCS", "%", "N", "hkg", "tl", "Gr", "mG", "K", "kgs", "斤"])
def test_no_unit_is_no_weight(unit: str) -> None:
    """No unit, a count, a percentage, a force and a unit nobody knows are refused, never taken for grams."""
    frame = weighed("1", unit, units(*EVERY), stable=True)
    assert (frame.weight_mg, frame.fault, frame.unit) == (None, ScaleFault.NOT_A_WEIGHT, unit)


@given(st.integers(-(10**10) + 1, 10**10 - 1), st.integers(0, 8))
def test_exact(digits: int, places: int) -> None:
    """Every number comes out as the whole milligrams nearest to it, never through a float."""
    number = Decimal(digits).scaleb(-places)
    frame = weighed(f"{number:f}", "g", units("g"), stable=True)
    assert frame.weight_mg is not None
    assert abs(number * 1000 - frame.weight_mg) <= Decimal("0.5")


@pytest.mark.parametrize(
    ("number", "mg", "step_mg"),
    [
        ("- 12.34", -12_340, 10),
        ("+0012.340", 12_340, 1),
        ("13.", 13_000, 1_000),
        (".5", 500, 100),
        ("12.3[4]", 12_340, 10),
    ],
)
def test_forms(number: str, mg: int, step_mg: int) -> None:
    """Signs, blanks, leading zeros, a bare point and an unverified digit are read as they are meant."""
    frame = weighed(number, "g", units("g"), stable=True)
    assert (frame.weight_mg, frame.step_mg) == (mg, step_mg)


def test_lost_byte() -> None:
    """In a stream of equal widths one narrower field is not believed; two alike are the scale's own way."""
    widths = Widths()
    assert [widths.believes(width) for width in (9, 9, 9, 9, 9, 8, 9, 8, 8)] == [True] * 5 + [False, True, False, True]


def test_byte_too_many() -> None:
    """In a stream of equal widths one wider field is not believed, either; before it is known, it is."""
    widths = Widths()
    assert all(widths.believes(9) for _ in range(5))
    assert [widths.believes(width) for width in (10, 9, 10, 10)] == [False, True, False, True]
    assert Widths(10).believes(11)


def test_no_scale_is_so_heavy() -> None:
    """More than a million tonnes is a scale's fault, not a number that nothing can hold."""
    frame = weighed("9999999999", "t", units("t"), stable=True)
    assert (frame.weight_mg, frame.fault, frame.step_mg) == (None, ScaleFault.BROKEN, 0)


def test_first_of_any_width() -> None:
    """Before a width is known, whatever comes is believed."""
    assert all(Widths().believes(width) for width in range(12))
