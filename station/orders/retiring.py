"""Old months of the book's copies of entries let go: whole partitions on PostgreSQL, rows on SQLite.

The benches' ledgers keep theirs. What stays: entries of orders that are open, in dispute or on legal hold, the newest
of each log, and of each log all from the first on that is not counted in the figures, not seen by its witness, not
carried out, or not told to who asked for it. The figures and the parcels stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, MetaData, Table, delete, func, insert, not_, select, update

from station.errors import UsageTrouble
from station.orders import belts
from station.orders.anchor_tables import witnessed
from station.orders.api_tables import webhook_places, webhook_tellings
from station.orders.erasing import DONE, HOLD_KINDS, disputed
from station.orders.figure_tables import figured_logs
from station.orders.month_tables import event_logs
from station.orders.months import MONTH, OTHER, partitions
from station.orders.relay_tables import set_aside
from station.orders.tables import events, orders

YOUNGEST_DAYS: Final = 180
"""Younger months never go: claims of buyers and platforms come that late."""

DAY_US: Final = 86_400_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Log:
    bench: str
    epoch: int
    newest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    entries: int
    stay: int  # older than the month, and kept
    months: tuple[str, ...]  # partitions that are gone


def month_start(month: str, now_us: int) -> int:
    """Of ``2025-01``, in UTC.

    Raises:
        UsageTrouble: it is no month, or too young.
    """
    try:
        at_us = int(datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC).timestamp()) * 1_000_000
    except (ValueError, OverflowError):
        raise UsageTrouble(f"{month[:20]!r} is no month", remedy="Like: 2025-01.") from None
    if at_us > now_us - YOUNGEST_DAYS * DAY_US:
        raise UsageTrouble(f"{month} is younger than {YOUNGEST_DAYS} days", remedy="Name an older month.")
    return at_us


def retire(connection: Connection, before_us: int, *, really: bool) -> Retired:
    """Entries from before then, the start of a month; without ``really`` they are only counted.

    For who owns the tables; without a limit of time, for a month may be millions.
    """
    kept = disputed(connection) | _held(connection)
    for log, cut in list(_cuts(connection, before_us)):
        _note(connection, log, cut)
    goes = _goes(events, before_us, kept)
    older = select(func.count()).select_from(events).where(events.c.wall_us < before_us)
    every = int(connection.execute(older).scalar_one())
    entries = int(connection.execute(select(func.count()).select_from(events).where(goes)).scalar_one())
    months = tuple(name for name in partitions(connection) if _is_before(name, before_us))
    if really and connection.dialect.name == "postgresql":
        for name in months:
            _let_go(connection, name, before_us, kept)
    if really:
        belts.take_off(connection)
        connection.execute(delete(events).where(goes))
        belts.lay(connection)
    return Retired(entries=entries, stay=every - entries, months=months)


def _held(connection: Connection) -> frozenset[str]:
    newest: dict[str, str] = {}
    acts = select(events.c.order_no, events.c.kind).where(events.c.kind.in_(HOLD_KINDS))
    for number, kind in connection.execute(acts.order_by(events.c.wall_us)):
        newest[number] = kind
    return frozenset(number for number, kind in newest.items() if kind == HOLD_KINDS[0])


def _cuts(connection: Connection, before_us: int) -> Iterator[tuple[_Log, int]]:
    """Of each log, before which number everything is old and done with."""
    e = events.c
    logs = select(e.bench, e.epoch, func.max(e.seq).label("newest")).group_by(e.bench, e.epoch)
    for bench, epoch, newest in connection.execute(logs).all():
        log = _Log(bench=bench, epoch=epoch, newest=newest)
        of_log = (e.bench == log.bench, e.epoch == log.epoch)
        young = connection.execute(select(func.min(e.seq)).where(*of_log, e.wall_us >= before_us)).scalar()
        yield log, max(0, min(log.newest if young is None else young, *_done_up_to(connection, log)))


def _done_up_to(connection: Connection, log: _Log) -> Iterator[int]:
    newest = log.newest
    yield newest
    for table in (figured_logs, webhook_places):
        of_log = (table.c.bench == log.bench, table.c.epoch == log.epoch)
        place = connection.execute(select(func.min(table.c.next_seq)).where(*of_log)).scalar()
        yield newest if place is None and table is webhook_places else place or 0
    seen = select(func.max(witnessed.c.size)).where(witnessed.c.log.like(f"%/{log.bench}/{log.epoch}", escape="\\"))
    size = connection.execute(seen).scalar()
    yield newest if size is None else size
    waiting = (
        (set_aside, (set_aside.c.mended_us.is_(None),)),
        (webhook_tellings, (webhook_tellings.c.told_us.is_(None), webhook_tellings.c.given_up_us.is_(None))),
    )
    for table, still in waiting:
        of_log = (table.c.bench == log.bench, table.c.epoch == log.epoch)
        first = connection.execute(select(func.min(table.c.seq)).where(*of_log, *still)).scalar()
        yield newest if first is None else first


def _note(connection: Connection, log: _Log, cut: int) -> None:
    """What the relay must not carry again; never lower than it was."""
    of_log = (event_logs.c.bench == log.bench, event_logs.c.epoch == log.epoch)
    if connection.execute(select(event_logs.c.kept_from).where(*of_log)).first() is None:
        connection.execute(insert(event_logs).values(bench=log.bench, epoch=log.epoch, size=log.newest + 1))
    connection.execute(update(event_logs).where(*of_log, event_logs.c.kept_from < cut).values(kept_from=cut))


def _goes(copies: Table, before_us: int, kept: frozenset[str]) -> ColumnElement[bool]:
    e = copies.c
    retired = select(event_logs.c.kept_from).where(event_logs.c.bench == e.bench, event_logs.c.epoch == e.epoch)
    open_ones = select(orders.c.number).where(orders.c.state.not_in(DONE))
    free = e.order_no.is_(None) | (e.order_no.not_in(open_ones) & e.order_no.not_in(sorted(kept)))
    return (e.wall_us < before_us) & (e.seq < retired.correlate(copies).scalar_subquery()) & free


def _is_before(name: str, before_us: int) -> bool:
    found = MONTH.fullmatch(name)
    if found is None or name == OTHER:
        return False
    first = datetime(int(found[1]), int(found[2]), 1, tzinfo=UTC)
    return int(first.timestamp()) * 1_000_000 < before_us


def _let_go(connection: Connection, name: str, before_us: int, kept: frozenset[str]) -> None:
    """The month's table out of the book, what stays of it back in, to the entries of no month."""
    month = events.to_metadata(MetaData(), name=name)
    stays = select(month).where(not_(_goes(month, before_us, kept)))
    connection.exec_driver_sql(f"ALTER TABLE {events.name} DETACH PARTITION {name}")
    connection.execute(insert(events).from_select([column.name for column in month.c], stays))
    connection.exec_driver_sql(f"DROP TABLE {name}")
