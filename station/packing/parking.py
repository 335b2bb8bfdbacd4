"""Putting an order aside: what stays with it, and whose turn it is."""

from __future__ import annotations

from station.packing import brought
from station.packing.events import OrderParked, PackedUnits
from station.packing.job import Job
from station.packing.owners import Owner


def parked(job: Job, why: str, owner: Owner | None = None) -> OrderParked:
    """What is verified by now stays with the order, so that no bench needs to scan it again."""
    assert job.order is not None
    return OrderParked(
        order=job.order.number,
        why=why,
        fence=job.fence,
        owner=owner,
        missing=missing(job) if owner else (),
        kept=brought.kept(job),
    )


def missing(job: Job) -> tuple[PackedUnits, ...]:
    return tuple(PackedUnits(sku=sku, units=units) for sku, units in job.missing)
