"""Between the bench and its ledger: events become entries, and a restart gets its job back from them.

Which order an entry belongs to is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from station.bench import replay
from station.evidence.codec import decode, encode, replayable
from station.evidence.entry import Entry
from station.evidence.epochs import beginning_of, goes_on_from
from station.evidence.erasing import whole
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import LedgerReader
from station.packing.events import Event, OrderOpened, PackerSignedIn, PackerSignedOut
from station.packing.inputs import MediaReport
from station.packing.job import Job
from station.packing.media import PhotoId
from station.packing.media_events import (
    OfParcel,
    PhotoAsked,
    PhotoMissing,
    PhotoTaken,
    VideoEnded,
    VideoGap,
    VideoRecorded,
    VideoStarted,
)
from station.packing.model import OrderNo
from station.packing.paper_events import OfPapers

NOBODY = "-"
RESTART = "restart"
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
    pictured = next((event for event in events if isinstance(event, OfParcel | OfPapers)), None)
    if pictured is not None:
        return pictured.order  # pictures and papers come late, and then not to the order that is open
    opened = next((event for event in events if isinstance(event, OrderOpened)), None)
    if opened is not None:
        return opened.order.number
    return job.order.number if job.opened and job.order is not None else None


LEFT_OVER_BACK = 512
"""Entries before the last order's opening in which pictures of earlier orders may still be owed."""


def left_over(ledger: Ledger) -> tuple[MediaReport, ...]:
    """What cameras were asked for before a restart and never answered: said as missing, so that no gap is silent."""
    if ledger.last_seq_of("PhotoAsked") is None and ledger.last_seq_of("VideoStarted") is None:
        return ()
    photos: dict[PhotoId, PhotoAsked] = {}
    films: dict[tuple[OrderNo, str], list[int]] = {}
    since = max(0, (ledger.last_seq_of("OrderOpened") or 0) - LEFT_OVER_BACK)
    for entry in filter(whole, ledger.entries(since)):
        match decode(entry.fact()):
            case PhotoAsked() as asked:
                photos[asked.photo] = asked
            case PhotoTaken(photo=photo) | PhotoMissing(photo=photo):
                photos.pop(photo, None)
            case VideoStarted() as started:
                for camera in started.cameras:
                    films.setdefault((started.order, camera), []).append(entry.parsed()["wall_us"])
            case VideoRecorded() as part if films.get((part.order, part.camera)):
                films[part.order, part.camera][0] = part.to_us
            case VideoEnded() as ended if films.get((ended.order, ended.camera)):
                films[ended.order, ended.camera].pop(0)
            case _:
                pass
    lost = (_lost(order, camera, from_us) for (order, camera), begun in films.items() for from_us in begun)
    return (*map(_never_taken, photos.values()), *(report for pair in lost for report in pair))


def _never_taken(asked: PhotoAsked) -> MediaReport:
    missing = PhotoMissing(order=asked.order, photo=asked.photo, moment=asked.moment, camera=asked.camera, why=RESTART)
    return MediaReport(said=missing)


def _lost(order: OrderNo, camera: str, from_us: int) -> tuple[MediaReport, MediaReport]:
    """The segment that was being written, and the end of that video."""
    gap = VideoGap(order=order, camera=camera, from_us=from_us, to_us=0, why=RESTART)
    return MediaReport(said=gap), MediaReport(said=VideoEnded(order=order, camera=camera))


def restore(ledger: Ledger) -> Job:
    """The job as the ledger tells it, from the last order opened at this bench."""
    start = ledger.last_seq_of("OrderOpened")
    if start is None and (begun := beginning_of(ledger)) is not None:
        return _across(ledger, goes_on_from(begun, ledger.past))
    start = start or 0
    job = replay(list(replayable(entry.fact() for entry in _told(ledger.entries(start)))))
    return job if job.pan_owner is not None or not _pan_in_use_before(ledger, start) else _with_unknown_parcel(job)


def _across(ledger: Ledger, before: LedgerReader | None) -> Job:
    """The job at the beginning of an epoch: that of the log before it, if nothing of it is known to be lost.

    Where something is lost nobody knows what lies on the pan, and no order is taken for open.
    """
    since = 0 if before is None else before.last_seq_of("OrderOpened") or 0
    earlier = () if before is None else before.entries(since)
    job = replay(list(replayable(entry.fact() for entry in _told(chain(earlier, ledger.entries())))))
    if job.pan_owner is not None or ledger.last_seq_of("PanCleared") is not None:
        return job
    return _with_unknown_parcel(job) if before is None or _pan_in_use_before(before, since) else job


def _told(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Those of parcels that were not erased: of an erased one nothing is gone on with."""
    erased: set[str] = set()
    for entry in entries:
        tag = str(entry.parsed()["tag"])
        if whole(entry) and tag not in erased:
            yield entry
        elif tag:
            erased.add(tag)


def _pan_in_use_before(ledger: Ledger | LedgerReader, start: int) -> bool:
    """Whether a parcel of before ``start`` may still lie on the pan: weighed, and the pan not seen clear since.

    A weight taken later hides the earlier ones; then it is taken for granted that there was one, and the packer is
    asked to clear the pan once too often rather than once too seldom.
    """
    weighed = max(_last(ledger, kind) for kind in ("ParcelWeighed", "WeightRefused"))
    cleared = _last(ledger, "PanCleared")
    return cleared < start and cleared < weighed


def _last(ledger: Ledger | LedgerReader, kind: str) -> int:
    seq = ledger.last_seq_of(kind)
    return -1 if seq is None else seq


def _with_unknown_parcel(job: Job) -> Job:
    return replace(job, pan_owner=UNKNOWN_PARCEL)
