"""What of a bench's evidence is missing: photos, video, entries that the book lacks, entries no witness has seen."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from station.orders.anchor_tables import witnessed
from station.orders.engine import reading
from station.orders.figure_names import Name
from station.orders.figure_tables import figured_logs
from station.orders.figuring import logs
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.reports.throughput import By, Figures, throughput


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """``waived`` parcels went on without a photo that was required, ``missing`` photos were asked for and never came.

    ``lacking`` are numbers of entries that the book lacks though it has later ones; ``exposed`` entries no witness has
    cosigned yet, and ``exposed_since_us`` the oldest of them: None where no witness ever saw the log.
    """

    bench: str
    parcels: int
    waived: int
    missing: int
    video_gaps: int
    lacking: int
    exposed: int | None
    exposed_since_us: int | None

    @property
    def whole(self) -> bool:
        return not (self.waived or self.missing or self.video_gaps or self.lacking)


def evidence_gaps(book: OrderBook, *, from_us: int, to_us: int) -> tuple[EvidenceRow, ...]:
    """By bench. Photos and video of the time given; entries of the bench's newest log, whenever."""
    report = throughput(book, from_us=from_us, to_us=to_us, by=By.BENCH)
    packed = dict(report.rows)
    with reading(book.engine) as connection:
        newest = {bench: (epoch, seq + 1) for bench, epoch, seq in logs(connection)}
        return tuple(
            _row(connection, bench, *newest.get(bench, (0, 0)), packed.get(bench))
            for bench in sorted(newest.keys() | packed.keys())
        )


def _row(connection: Connection, bench: str, epoch: int, size: int, figures: Figures | None) -> EvidenceRow:
    counts = {} if figures is None else figures.counts
    exposed, since_us = _exposed(connection, bench, epoch, size)
    return EvidenceRow(
        bench=bench,
        parcels=0 if figures is None else figures.parcels,
        waived=counts.get(Name.PHOTOS_WAIVED, 0),
        missing=counts.get(Name.PHOTOS_MISSING, 0),
        video_gaps=counts.get(Name.VIDEO_GAPS, 0),
        lacking=_lacking(connection, bench, epoch, size),
        exposed=exposed,
        exposed_since_us=since_us,
    )


def _lacking(connection: Connection, bench: str, epoch: int, size: int) -> int:
    """Counted only where the figures stopped before the newest entry: a log without a gap is not read."""
    mine = (figured_logs.c.bench == bench, figured_logs.c.epoch == epoch)
    upto = connection.execute(select(figured_logs.c.next_seq).where(*mine)).scalar() or 0
    if upto >= size:
        return 0
    after = (events.c.bench == bench, events.c.epoch == epoch, events.c.seq >= upto)
    return size - upto - int(connection.execute(select(func.count()).select_from(events).where(*after)).scalar_one())


def _exposed(connection: Connection, bench: str, epoch: int, size: int) -> tuple[int | None, int | None]:
    """How many entries have come since a witness last signed, and since when the first of them stands there."""
    ends = f"%/{bench}/{epoch}"
    seen = connection.execute(select(func.max(witnessed.c.size)).where(witnessed.c.log.like(ends))).scalar()
    if seen is None or seen >= size:
        return (None, None) if seen is None else (0, None)
    first = (events.c.bench == bench, events.c.epoch == epoch, events.c.seq == seen)
    return size - seen, connection.execute(select(events.c.wall_us).where(*first)).scalar()
