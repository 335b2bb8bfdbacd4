"""MT-SICS: exact milligrams, units, and lines that lost a byte."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.dialect import ScaleFrame
from station.devices.scales import mt_sics
from station.packing.inputs import ScaleFault

VECTORS = Path(__file__).parents[1] / "vectors" / "scales" / "serial_lines.json"
LINES = [line for line in json.loads(VECTORS.read_text("utf-8"))["vectors"] if line["proto"] == "mt-sics"]


def _read(raw: bytes) -> list[ScaleFrame]:
    return mt_sics.Dialect().feed(raw)


@pytest.mark.parametrize("line", LINES, ids=[line["raw"].strip() for line in LINES])
def test_public_lines(line: dict[str, Any]) -> None:
    """Lines quoted from the manuals give the weight and steadiness their source states, or none at all."""
    frames = _read(line["raw"].encode())
    weight = line["expect"].get("w")
    if weight is None:
        assert all(frame.weight_mg is None and not frame.stable for frame in frames)
        return
    assert [(frame.weight_mg, frame.stable) for frame in frames] == [
        (int(Decimal(weight) * 1000), line["expect"]["stable"])
    ]


@given(st.integers(-999_999_999, 999_999_999), st.integers(0, 3), st.booleans())
def test_exact(grams_scaled: int, places: int, stable: bool) -> None:
    """Every weight in grams that fits the field comes out exact to the milligram, never through a float."""
    grams = Decimal(grams_scaled).scaleb(-places)
    raw = f"S {'S' if stable else 'D'} {grams:>10f} g\r\n".encode()
    (frame,) = _read(raw)
    assert frame == ScaleFrame(weight_mg=int(grams * 1000), stable=stable, unit="g", step_mg=10 ** (3 - places))


@pytest.mark.parametrize(
    ("unit", "one_mg"),
    [("mg", 1), ("g", 1_000), ("kg", 1_000_000), ("ct", 200), ("oz", 28_350), ("lb", 453_592), ("GN", 65)],
)
def test_units(unit: str, one_mg: int) -> None:
    """One of each unit is its exact worth, rounded to the milligram."""
    (frame,) = _read(f"S S {1:>10} {unit}\r\n".encode())
    assert frame.weight_mg == one_mg


@pytest.mark.parametrize("unit", ["PCS", "%", "N", "xyz"])
def test_counts_are_no_weights(unit: str) -> None:
    """Pieces, percent and units nobody knows are refused, not guessed."""
    (frame,) = _read(f"S S {12:>10} {unit}\r\n".encode())
    assert frame.weight_mg is None
    assert frame.fault is ScaleFault.NOT_A_WEIGHT


@pytest.mark.parametrize(
    "raw",
    [
        b"S S     100.00\r\n",
        b"S S    1OO.00 g\r\n",
        b"S S     10 0.00 g\r\n",
        b"S S     100.00.0 g\r\n",
        b"S X     100.00 g\r\n",
    ],
)
def test_mangled(raw: bytes) -> None:
    """A line that is not as the manual says gives no weight, a missing unit included."""
    assert _read(raw) == []


def test_lost_byte() -> None:
    """A digit lost on the wire does not pass as another weight: the field is then too narrow."""
    dialect = mt_sics.Dialect()
    assert dialect.feed(b"S S    1284.0 g\r\n") == []  # 9 wide: 10 sent, one lost
    assert [frame.weight_mg for frame in dialect.feed(b"S S     1284.0 g\r\n")] == [1_284_000]


def test_narrow_scale() -> None:
    """A scale whose own field is narrower is understood from its second answer on."""
    dialect = mt_sics.Dialect()
    assert dialect.feed(b"S S 1284.0 g\r\n") == []
    assert [frame.weight_mg for frame in dialect.feed(b"S S 1284.0 g\r\n" * 2)] == [1_284_000] * 2


def test_only_weighing_is_asked() -> None:
    """What is sent to a scale asks or zeroes; it never writes a setting."""
    assert {mt_sics.Dialect().ask, mt_sics.Dialect().zero} == {b"SI\r\n", b"Z\r\n"}
