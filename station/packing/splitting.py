"""The rules for a full box: what is in it is a parcel, and the rest an order of its own (feature 18). Pure."""

from __future__ import annotations

from dataclasses import replace

from station.packing.job import Job, needed
from station.packing.model import Order, OrderNo
from station.packing.split_events import ParcelSplit, RestUnits


def nothing_to_split(job: Job) -> str:
    """Why a split has no object here; empty when it has one."""
    if not job.opened:
        return "no_order_open"
    if job.whole is not None:
        return "already_split"
    return "nothing_missing" if job.counted else ""


def why_no_split(job: Job) -> str:
    """Why the open order may not be split here; empty when it may."""
    assert job.order is not None
    if job.label is not None:
        return "label_requested"
    if not any(job.packed):
        return "nothing_packed"
    if job.order.joined:
        return "joint_parcel"
    return "" if job.order.next_part else "no_part_number"


def split(job: Job) -> ParcelSplit:
    """Everything still missing goes into the next parcel."""
    assert job.order is not None
    assert job.order.next_part is not None
    counted = zip(job.order.lines, job.packed, strict=True)
    left = ((index, line, needed(line.kind, line.quantity) - units) for index, (line, units) in enumerate(counted))
    rest = tuple(RestUnits(line=index, sku=line.sku, units=units) for index, line, units in left if units)
    return ParcelSplit(next=job.order.next_part, rest=rest)


def without(order: Order, rest: tuple[RestUnits, ...]) -> Order:
    """The order as far as it goes into this parcel. Its lines keep their places, so that units keep their lines."""
    away = {each.line: each.units for each in rest}
    lines = tuple(replace(line, quantity=line.quantity - away.get(at, 0)) for at, line in enumerate(order.lines))
    return replace(order, lines=lines)


def rest_of(job: Job) -> tuple[RestUnits, ...]:
    """What a split parcel leaves to the next one; nothing when it was not split."""
    if job.whole is None or job.order is None:
        return ()
    pairs = zip(job.whole.lines, job.order.lines, strict=True)
    left = ((index, line, line.quantity - now.quantity) for index, (line, now) in enumerate(pairs))
    return tuple(RestUnits(line=index, sku=line.sku, units=units) for index, line, units in left if units)


def next_of(job: Job) -> OrderNo | None:
    """The order that a split parcel's rest is, once this parcel is sealed; None also once that was refused."""
    return job.whole.next_part if job.whole is not None else None


def whole_after(job: Job, refused: str) -> Order | None:
    """The order as it was, without a rest that is refused for now: NEXT goes on to another order then."""
    if job.whole is None or not job.sealed or refused != job.asked or refused != next_of(job):
        return job.whole
    return replace(job.whole, next_part=None)
