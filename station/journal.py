"""Between the bench and its ledger: events become entries, and a restart gets its job back from them.

Which order an entry belongs to is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from station.bench import replay
from station.evidence.codec import encode, replayable
from station.evidence.ledger import Ledger
from station.packing.events import Event, OrderOpened, PackerSignedIn, PackerSignedOut
from station.packing.job import Job
from station.packing.model import OrderNo

NOBODY = "-"
UNKNOWN_PARCEL = OrderNo("?")


class LedgerJournal:
    """``Bench``'s journal on a real ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def append(self, events: Sequence[Event], job: Job) -> int:
        facts = [encode(event) for event in events]
        signs = any(isinstance(event, PackerSignedIn | PackerSignedOut) for event in events)
        receipt = self._ledger.append(facts, order_no=order_of(events, job), by=job.packer or NOBODY, checkpoint=signs)
        return receipt.last_seq


def order_of(events: Sequence[Event], job: Job) -> OrderNo | None:
    """The order whose parcel the events tell of; None for a bench without one, and for a sealed one's aftermath."""
    opened = next((event for event in events if isinstance(event, OrderOpened)), None)
    if opened is not None:
        return opened.order.number
    return job.order.number if job.opened and job.order is not None else None


def restore(ledger: Ledger) -> Job:
    """The job as the ledger tells it, from the last order opened at this bench."""
    start = ledger.last_seq_of("OrderOpened")
    if start is None:
        start = 0
    entries = ledger.entries(start)
    job = replay(list(replayable(entry.fact() for entry in entries)))
    return job if job.pan_owner is not None or not _pan_in_use_before(ledger, start) else _with_unknown_parcel(job)


def _pan_in_use_before(ledger: Ledger, start: int) -> bool:
    """Whether a parcel of before ``start`` may still lie on the pan: weighed, and the pan not seen clear since.

    A weight taken later hides the earlier ones; then it is taken for granted that there was one, and the packer is
    asked to clear the pan once too often rather than once too seldom.
    """
    weighed = max(_last(ledger, kind) for kind in ("ParcelWeighed", "WeightRefused"))
    cleared = _last(ledger, "PanCleared")
    return cleared < start and cleared < weighed


def _last(ledger: Ledger, kind: str) -> int:
    seq = ledger.last_seq_of(kind)
    return -1 if seq is None else seq


def _with_unknown_parcel(job: Job) -> Job:
    return replace(job, pan_owner=UNKNOWN_PARCEL)
