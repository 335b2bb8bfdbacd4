"""The rules for a reading of the scale: whose weight it is, whether it may be taken, and what would explain it."""

from __future__ import annotations

from dataclasses import replace

from station.packing.events import Event, NothingToDo, PanCleared, ParcelWeighed, WeightRefused, WeightSeen
from station.packing.inputs import Instant, Reading, ScaleFault
from station.packing.job import Job, needed
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.weight import allowed_mg, expected_mg, explain
from station.packing.witness_events import WeightAwaited
from station.packing.witnessing import awaits


def weighed(job: Job, reading: Reading, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """Every reading is recorded as what it was good for; only a stable, fresh one of this parcel is taken."""
    waiting = job.counted and job.label is None and rules.weigh and job.stop is None
    if reading.fault is not None or reading.weight_mg is None:
        return (_fault(reading, waiting=waiting),)
    if reading.stable and abs(reading.weight_mg) <= _near_zero_mg(job, rules):
        return (PanCleared(weight_mg=reading.weight_mg, device=reading.device),)
    if not waiting:
        return (WeightSeen(weight_mg=reading.weight_mg, stable=reading.stable, device=reading.device),)
    if reading.stable and awaits(job, reading.weight_mg, now, rules):
        return (WeightAwaited(weight_mg=reading.weight_mg, device=reading.device),)
    return (_judged(job, reading.weight_mg, reading, rules),)


def limits_mg(job: Job, rules: Rules) -> tuple[int, int] | None:
    """Lowest and highest weight the parcel may have once it is complete; None when some unit's weight is not known."""
    if job.order is None:
        return None
    whole = tuple(needed(line.kind, line.quantity) for line in job.order.lines)
    expected = expected_mg(job.order.lines, job.packed if job.counted or job.sealed else whole, job.packaging_mg)
    return None if expected is None else allowed_mg(expected, rules)


def _near_zero_mg(job: Job, rules: Rules) -> int:
    """How much an empty pan may show: less than half a parcel, or a letter could never be weighed."""
    if job.order is None:
        return rules.near_zero_mg
    expected = expected_mg(job.order.lines, job.packed, job.packaging_mg)
    return min(rules.near_zero_mg, expected // 2) if expected and job.counted else rules.near_zero_mg


def _fault(reading: Reading, *, waiting: bool) -> Event:
    if not waiting:
        return NothingToDo(what="scale_fault", device=reading.device)
    in_motion = reading.fault is None and not reading.stable  # some scales say no weight until they rest
    return _refused(Reason.WEIGHT_UNSTABLE if in_motion else Reason.SCALE_FAULT, reading, None)


def _refused(reason: Reason, reading: Reading, limits: tuple[int, int] | None) -> WeightRefused:
    low, high = limits or (None, None)
    return WeightRefused(
        reason=reason, weight_mg=reading.weight_mg, low_mg=low, high_mg=high, device=reading.device, fault=reading.fault
    )


def _judged(job: Job, weight_mg: int, reading: Reading, rules: Rules) -> Event:
    assert job.order is not None
    limits = limits_mg(job, rules)
    if not reading.stable:
        return _refused(Reason.WEIGHT_UNSTABLE, reading, limits)
    if job.pan_owner not in (None, job.order.number):
        return _refused(Reason.WEIGHT_STALE, reading, limits)
    if limits is not None and not limits[0] <= weight_mg <= limits[1]:
        return _off(job, weight_mg, limits, reading)
    if weight_mg <= 0:  # no parcel weighs that, even one of unknown weight
        return _refused(Reason.SCALE_FAULT, replace(reading, fault=ScaleFault.UNDERLOAD), limits)
    low, high = limits or (None, None)
    return ParcelWeighed(weight_mg=weight_mg, low_mg=low, high_mg=high, device=reading.device)


def _off(job: Job, weight_mg: int, limits: tuple[int, int], reading: Reading) -> WeightRefused:
    """Outside the tolerance: the label is blocked and the line that would explain it is named (feature 3)."""
    assert job.order is not None
    expected = expected_mg(job.order.lines, job.packed, job.packaging_mg)
    assert expected is not None
    difference = weight_mg - expected
    return WeightRefused(
        reason=Reason.WEIGHT_LOW if difference < 0 else Reason.WEIGHT_HIGH,
        weight_mg=weight_mg,
        low_mg=limits[0],
        high_mg=limits[1],
        device=reading.device,
        explanations=explain(difference, job.order.lines, job.packed, within_mg=limits[1] - expected),
    )
