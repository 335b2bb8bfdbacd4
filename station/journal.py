"""Between the bench and its ledger: events become entries, and a restart gets its job back from them.

Which order an entry belongs to is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from station.bench import replay
from station.evidence.codec import encode, replayable
from station.evidence.ledger import Ledger
from station.packing.events import Event, OrderOpened
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
        by = job.packer or NOBODY
        return self._ledger.append(facts, order_no=order_of(events, job), by=by).last_seq


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
    """Whether an earlier parcel was weighed and the pan has not been seen clear since."""
    weighed = max(ledger.last_seq_of(kind) or -1 for kind in ("ParcelWeighed", "WeightRefused"))
    cleared = ledger.last_seq_of("PanCleared") or -1
    return -1 < weighed < start and cleared < weighed


def _with_unknown_parcel(job: Job) -> Job:
    return replace(job, pan_owner=UNKNOWN_PARCEL)
