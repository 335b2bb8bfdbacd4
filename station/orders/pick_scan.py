"""Picking by scan: goods taken from the shelf are counted against the batch's list.

A public function that takes the book is one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from station.orders.cells import batch_of
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.pick_look import PickBatch, PickStop, told
from station.orders.picking import record, refuse_closed
from station.orders.picking_tables import picks
from station.packing.inputs import Scan
from station.packing.model import Sku
from station.packing.scanning import units_meant


class PickNo(StrEnum):
    """Why a scan at the shelf was not counted."""

    UNREADABLE = "unreadable"
    BAD_CHECK_DIGIT = "bad_check_digit"
    NOT_IN_BATCH = "not_in_batch"
    ENOUGH_ALREADY = "enough_already"
    CODE_OF_SEVERAL = "code_of_several"  # a carton of more than is still wanted
    NOTHING_TAKEN = "nothing_taken"  # there is nothing to take back


@dataclass(frozen=True, slots=True, kw_only=True)
class PickReply:
    """``stop`` is the scanned SKU's as it stands now, ``then`` where to go next: None when all is picked."""

    code: str
    why: PickNo | None = None
    units: int = 0
    stop: PickStop | None = None
    then: PickStop | None = None


def pick(book: OrderBook, batch: int, scan: Scan, *, who: str, now_us: int) -> PickReply:
    """Goods taken from the shelf.

    Raises:
        Trouble: there is no such batch, or it is closed.
    """
    with writing(book.engine) as connection:
        known = _open_batch(connection, batch)
        fits = _fits(known, scan)
        roomy = next(((stop, units) for stop, units in fits if units <= stop.wanted), None)
        if roomy is None:
            return _refused(known, scan, fits, _why_not(scan, fits))
        stop, units = roomy
        return _count(connection, batch, stop, units, scan.text, who=who, now_us=now_us)


def put_back(book: OrderBook, batch: int, scan: Scan, *, who: str, now_us: int) -> PickReply:
    """Goods that were counted go back to the shelf.

    Raises:
        Trouble: there is no such batch, or it is closed.
    """
    with writing(book.engine) as connection:
        known = _open_batch(connection, batch)
        fits = _fits(known, scan)
        taken = next(((stop, units) for stop, units in fits if units <= stop.picked), None)
        if taken is None:
            return _refused(known, scan, fits, PickNo.NOTHING_TAKEN if fits else _why_not(scan, fits))
        stop, units = taken
        return _count(connection, batch, stop, -units, scan.text, who=who, now_us=now_us)


def following(batch: PickBatch) -> PickStop | None:
    """Where to go next: the first stop of the walk that still wants units."""
    return next((each for each in batch.stops if each.wanted), None)


def _open_batch(connection: Connection, batch: int) -> PickBatch:
    row = batch_of(connection, batch, lock=True)
    refuse_closed(row)
    return told(connection, row)


def _refused(batch: PickBatch, scan: Scan, fits: Sequence[tuple[PickStop, int]], why: PickNo) -> PickReply:
    return PickReply(code=scan.text, why=why, stop=fits[0][0] if fits else None, then=following(batch))


def _fits(batch: PickBatch, scan: Scan) -> Sequence[tuple[PickStop, int]]:
    if scan.fault is not None:
        return ()
    found = ((each, units_meant(each.stop.line, scan)) for each in batch.stops)
    return [(each, units) for each, units in found if units]


def _why_not(scan: Scan, fits: Sequence[tuple[PickStop, int]]) -> PickNo:
    if scan.fault is not None:
        return PickNo.UNREADABLE
    if not fits:
        return PickNo.BAD_CHECK_DIGIT if scan.bad_check_digit else PickNo.NOT_IN_BATCH
    return PickNo.CODE_OF_SEVERAL if any(stop.wanted for stop, _units in fits) else PickNo.ENOUGH_ALREADY


def _count(
    connection: Connection, batch: int, stop: PickStop, units: int, code: str, *, who: str, now_us: int
) -> PickReply:
    add_up(connection, batch, stop.stop.line.sku, picked=units)
    act = "picked" if units > 0 else "put_back"
    record(connection, batch, act, who=who, now_us=now_us, sku=stop.stop.line.sku, units=abs(units), detail=code)
    now = told(connection, batch_of(connection, batch))
    mine = next(each for each in now.stops if each.stop.line.sku == stop.stop.line.sku)
    return PickReply(code=code, units=units, stop=mine, then=following(now))


def add_up(connection: Connection, batch: int, sku: Sku, *, picked: int = 0, short: int = 0) -> None:
    """More units of a SKU that were found, or not; the batch's row is locked."""
    mine = (picks.c.batch_id == batch, picks.c.sku == sku)
    if connection.execute(select(picks.c.sku).where(*mine)).first() is None:
        connection.execute(insert(picks).values(batch_id=batch, sku=sku, picked=picked, short=short))
    else:
        values = {"picked": picks.c.picked + picked, "short": picks.c.short + short}
        connection.execute(update(picks).where(*mine).values(values))
