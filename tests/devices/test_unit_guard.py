"""A scale whose unit is changed at its keys."""

from __future__ import annotations

from station.devices.dialect import ScaleFrame
from station.devices.unit_guard import UnitGuard
from station.devices.weight import UNREADY
from station.packing.inputs import ScaleFault


def _frame(unit: str) -> ScaleFrame:
    return ScaleFrame(weight_mg=1_000, stable=True, unit=unit, step_mg=1)


def test_first_unit_is_kept() -> None:
    """The first unit heard is the only one: another blocks until it is changed back."""
    guard = UnitGuard()
    assert guard.judged(_frame("kg")).weight_mg == 1_000
    blocked = guard.judged(_frame("lb"))
    assert (blocked.weight_mg, blocked.fault, blocked.unit) == (None, ScaleFault.UNIT_CHANGED, "lb")
    assert guard.judged(_frame("KG")).weight_mg == 1_000


def test_unit_of_the_settings() -> None:
    """A unit that is set up goes before the first one heard."""
    guard = UnitGuard("kg")
    assert guard.judged(_frame("g")).weight_mg is None
    assert guard.judged(_frame("kg")).weight_mg == 1_000


def test_frames_without_a_weight() -> None:
    """Faults and motion pass and set no unit."""
    guard = UnitGuard()
    fault = ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="PCS")
    assert guard.judged(fault) == fault
    assert guard.judged(UNREADY) == UNREADY
    assert guard.judged(_frame("g")).weight_mg == 1_000
