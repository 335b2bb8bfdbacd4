"""USB scales: reports read by their descriptor, every unit, exponents, reports without an id."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.hid_descriptor import parse
from station.devices.scales.usb_hid import USUAL, WITHOUT_ID, Dialect, read
from station.packing.inputs import ScaleFault

VECTORS = Path(__file__).parents[1] / "vectors" / "hid" / "scale_reports.json"
REPORTS = json.loads(VECTORS.read_text("utf-8"))["vectors"]
MG_OF = {"oz": Decimal("28349.523125"), "g": Decimal(1_000), "lb": Decimal("453592.37")}

OTHER_ORDER = bytes.fromhex(
    "058d0920a101"  # a scale
    "8507 0940 1500 27ffffff7f 7520 9501 8102"  # report 7 begins with the weight, 32 bits
    "0951 0952 0953 150025027508950181 00"  # then the unit, an array of three, first value 0
    "0971 0974 0975 150025017501950381 02"  # then three bits of status, and padding
    "75059501 8103"
    "5502 c0".replace(" ", "")
)
"""Another maker's layout: nothing stands where Dymo puts it, and there is no scaling field."""


@pytest.mark.parametrize("vector", REPORTS, ids=[vector["hex"] for vector in REPORTS])
@pytest.mark.parametrize("has_descriptor", [True, False])
def test_public_reports(vector: dict[str, Any], has_descriptor: bool) -> None:
    """Reports quoted in public give their weight, or none, with and without the descriptor."""
    frame = read(bytes.fromhex(vector["hex"]), parse(USUAL) if has_descriptor else None)
    assert frame is not None
    if vector["w"] is None:
        assert (frame.weight_mg, frame.stable) == (None, False)
        return
    assert frame.weight_mg == round(Decimal(vector["w"]) * MG_OF[vector["unit"]])
    assert (frame.stable, frame.unit) == (True, vector["unit"])


@pytest.mark.parametrize(
    ("unit", "one_mg"),
    [
        (1, 1),
        (2, 1_000),
        (3, 1_000_000),
        (4, 200),
        (6, 65),
        (7, 1_555),
        (8, 10**9),
        (9, 907_184_740),
        (10, 31_103),
        (11, 28_350),
        (12, 453_592),
    ],
)
def test_every_unit(unit: int, one_mg: int) -> None:
    """One of each unit of the usage table is its exact worth; the two tons differ."""
    frame = read(bytes([3, 4, unit, 0, 1, 0]))
    assert frame is not None
    assert (frame.weight_mg, frame.stable) == (one_mg, True)


@pytest.mark.parametrize("unit", [0, 5, 13, 200, 255])
def test_no_unit_is_no_weight(unit: int) -> None:
    """Taels, which differ by country, and numbers that name no unit are refused."""
    frame = read(bytes([3, 4, unit, 0, 1, 0]))
    assert frame is not None
    assert (frame.weight_mg, frame.fault) == (None, ScaleFault.NOT_A_WEIGHT)


@given(st.integers(0, 0xFFFF), st.integers(-12, 6))
def test_exponents(number: int, exponent: int) -> None:
    """Every exponent, below and above zero, is applied exactly."""
    frame = read(bytes([4, 2, exponent & 0xFF]) + number.to_bytes(2, "little"))
    assert frame is not None
    assert frame.weight_mg is not None
    assert abs(frame.weight_mg - Decimal(number).scaleb(exponent) * 1_000) <= Decimal("0.5")


@pytest.mark.parametrize("exponent", [7, 100, 0x80, 0xF0])
def test_exponents_of_no_scale(exponent: int) -> None:
    """An exponent that no scale has means that the report is not what it seems."""
    frame = read(bytes([3, 4, 2, exponent, 1, 0]))
    assert frame is not None
    assert (frame.weight_mg, frame.fault) == (None, ScaleFault.BROKEN)


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (1, ScaleFault.BROKEN),
        (3, None),
        (5, ScaleFault.UNDERLOAD),
        (6, ScaleFault.OVERLOAD),
        (7, ScaleFault.BROKEN),
        (8, ScaleFault.BROKEN),
        (0, None),
        (9, None),
        (255, None),
    ],
)
def test_every_status(status: int, fault: ScaleFault | None) -> None:
    """Only "stable" and "stable at zero" carry a weight; unknown words of a later table carry none."""
    frame = read(bytes([3, status, 2, 0, 20, 0]))
    assert frame is not None
    assert (frame.weight_mg, frame.stable, frame.fault) == (None, False, fault)


def test_another_layout() -> None:
    """Where a field stands, how wide it is and which values mean what is read from the descriptor."""
    descriptor = parse(OTHER_ORDER)
    grams = bytes([7]) + (70_000).to_bytes(4, "little") + bytes([1, 0b010])
    frame = read(grams, descriptor)
    assert frame is not None
    assert (frame.weight_mg, frame.unit, frame.stable) == (70_000_000, "g", True)
    under = read(grams[:-1] + bytes([0b100]), descriptor)
    assert under is not None
    assert under.fault is ScaleFault.UNDERLOAD


def test_without_an_id() -> None:
    """A scale without report ids is read by its descriptor, and by its length when there is none."""
    report = bytes.fromhex("040cff3000")
    for descriptor in (parse(WITHOUT_ID), None):
        frame = read(report, descriptor)
        assert frame is not None
        assert (frame.weight_mg, frame.unit) == (2_177_243, "lb")


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_noise(report: bytes, descriptor: bytes) -> None:
    """Noise as a report or as a descriptor never raises and never weighs without a unit."""
    for known in (None, parse(descriptor), parse(USUAL)):
        frame = read(report, known)
        assert frame is None or frame.weight_mg is None or frame.unit


def test_a_new_link_forgets_the_descriptor() -> None:
    """What was plugged in before says nothing about what is plugged in now."""
    dialect = Dialect()
    dialect.feed(b"D " + OTHER_ORDER.hex().encode() + b"\n")
    dialect.reset()
    (frame,) = dialect.feed(b"R 030402001400\n")
    assert frame.weight_mg == 20_000
