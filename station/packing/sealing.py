"""The end of a parcel: when its last fact is in, and what its seal says."""

from __future__ import annotations

from station.packing.events import OrderContents, PackedUnits, ParcelSealed
from station.packing.job import Job, LabelState
from station.packing.model import OrderNo
from station.packing.splitting import next_of, rest_of


def complete(job: Job) -> bool:
    """The label is confirmed on the box, and no photo that the bench requires is owed."""
    confirmed = job.label is not None and job.label.state is LabelState.CONFIRMED
    return job.opened and confirmed and job.stop is None and not job.held_by_photo


def sealed(job: Job) -> ParcelSealed:
    """The end of the parcel whose label was just confirmed."""
    assert job.order is not None
    assert job.label is not None
    assert job.label.state is not LabelState.VOID
    order = job.order
    joined = tuple(OrderContents(order=number, contents=_contents(job, number)) for number in order.joined)
    return ParcelSealed(
        waybill=job.label.waybill,
        weight_mg=job.weight_mg,
        contents=_contents(job),
        short=bool(job.missing),
        joined=joined,
        next=next_of(job),
        rest=rest_of(job),
    )


def _contents(job: Job, number: OrderNo | None = None) -> tuple[PackedUnits, ...]:
    """What is in the box; of one of its orders alone when that is named."""
    assert job.order is not None
    packed = zip(job.order.lines, job.packed, strict=True)
    mine = (pair for pair in packed if number is None or pair[0].order == number)
    return tuple(PackedUnits(sku=line.sku, units=units) for line, units in mine if units)
