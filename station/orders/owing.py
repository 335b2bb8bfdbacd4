"""Entries of handovers that a bench's ledger has still to take, and the sign that it took one. Decision 0025.

A public function that takes the book is one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select

from station.orders.engine import reading
from station.orders.handover import Handover, look
from station.orders.handover_papers import Paper, papers_of
from station.orders.handover_tables import handover_owed, handover_parcels
from station.orders.orderbook import OrderBook
from station.orders.tables import orders

HANDED_OVER = "ParcelHandedOver"
CLOSED = "HandoverClosed"
KINDS = (HANDED_OVER, CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedParcel:
    """A parcel of the handover that this bench sealed."""

    order: str
    waybill: str
    service: str
    weight_mg: int | None
    scanned_us: int
    scanned_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedHandover:
    """What one bench owes of one handover; ``closes`` when the entry of the whole is among it."""

    handover: Handover
    papers: tuple[Paper, ...]
    parcels: tuple[OwedParcel, ...]
    closes: bool


def owed_handover(book: OrderBook, bench: str, *, limit: int) -> OwedHandover | None:
    """The oldest handover of which ``bench`` owes entries, with at most ``limit`` of its parcels."""
    mine = handover_owed.c.bench == bench
    with reading(book.engine) as connection:
        number = connection.execute(select(func.min(handover_owed.c.handover_id)).where(mine)).scalar()
        if number is None:
            return None
        here = and_(mine, handover_owed.c.handover_id == number)
        parcels = _parcels(connection, here, limit)
        closing = select(handover_owed.c.bench).where(here, handover_owed.c.order_no == "")
        closes = connection.execute(closing).first() is not None
    return OwedHandover(handover=look(book, number), papers=papers_of(book, number), parcels=parcels, closes=closes)


def _parcels(connection: Connection, here: ColumnElement[bool], limit: int) -> tuple[OwedParcel, ...]:
    same = and_(
        handover_parcels.c.order_no == handover_owed.c.order_no, handover_parcels.c.waybill == handover_owed.c.waybill
    )
    chosen = (
        select(handover_parcels, orders.c.service)
        .join(handover_owed, same)
        .join(orders, orders.c.number == handover_parcels.c.order_no)
        .where(here)
        .order_by(handover_parcels.c.scanned_us, handover_parcels.c.order_no)
        .limit(limit)
    )
    return tuple(
        OwedParcel(
            order=row.order_no,
            waybill=row.waybill,
            service=row.service,
            weight_mg=row.weight_mg,
            scanned_us=row.scanned_us,
            scanned_by=row.scanned_by,
        )
        for row in connection.execute(chosen)
    )


def owed_by_bench(book: OrderBook, handover_id: int) -> dict[str, int]:
    """Entries of a handover that are not in their bench's ledger yet, as far as the order book knows."""
    counted = select(handover_owed.c.bench, func.count()).where(handover_owed.c.handover_id == handover_id)
    with reading(book.engine) as connection:
        rows = connection.execute(counted.group_by(handover_owed.c.bench).order_by(handover_owed.c.bench))
        return {row[0]: row[1] for row in rows}


def took(connection: Connection, *, bench: str, handover_id: int, order_no: str | None, waybill: str | None) -> None:
    """The relay brought the entry: it is owed no more. One without an order is the handover's close."""
    own = [handover_owed.c.bench == bench, handover_owed.c.handover_id == handover_id]
    own.append(handover_owed.c.order_no == (order_no or ""))
    if waybill is not None:
        own.append(handover_owed.c.waybill == waybill)
    connection.execute(delete(handover_owed).where(*own))
