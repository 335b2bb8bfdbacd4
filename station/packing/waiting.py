"""What a job waits for: the order book, a label on its way, nothing. For whoever hosts the bench or drives it. Pure."""

from __future__ import annotations

from station.packing.effects import AskHolds
from station.packing.job import Job, LabelState
from station.packing.reasons import Reason

_OF_THE_BOOK = frozenset({Reason.NO_WAYBILL, Reason.NUMBER_REFUSED, Reason.NO_SERVICE, Reason.HOLDS_UNKNOWN})


def waits_for_book(job: Job) -> bool:
    """Whether an order that is open has no label yet for a reason that only the order book can end."""
    reason = None if job.attention is None else job.attention.reason
    return job.opened and job.label is None and reason in _OF_THE_BOOK


def asked_again(job: Job) -> AskHolds | None:
    """The question that such an order waits to have answered; None for any other."""
    if job.order is None or not waits_for_book(job):
        return None
    return AskHolds(
        order=job.order.number,
        fence=job.fence,
        service=job.service,
        needs_waybill=job.waybill is None,
        void=job.void_waybill,
    )


def at_the_book(job: Job) -> bool:
    """Whether an answer of the order book is under way."""
    return job.asked is not None or job.holds_asked


def under_way(job: Job) -> bool:
    """Whether something goes on by itself that will end by itself: an answer, or a label on its way to paper."""
    if at_the_book(job) or job.waits_for_photo:
        return True
    moving = (LabelState.ALLOWED, LabelState.REQUESTED, LabelState.SENT)
    return job.opened and job.label is not None and job.label.state in moving and job.trouble is None
