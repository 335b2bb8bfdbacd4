"""What a person or a platform's own file says of a confirmation: that it is there, or that it is not after all.

A public function that takes the book is one transaction; ``doubt`` runs in an import's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from station.orders.engine import writing
from station.orders.handover_tables import confirmations, handover_parcels
from station.orders.notice_tables import confirmation_words
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import OrderState

BATCH = 500
"""Parcels of one statement."""


def said_of(parcel: Table) -> ColumnElement[bool]:
    """The word that was said of a parcel, by its order and waybill."""
    same: ColumnElement[bool] = (confirmation_words.c.order_no == parcel.c.order_no) & (
        confirmation_words.c.waybill == parcel.c.waybill
    )
    return same


def confirm_done(book: OrderBook, parcels: Sequence[tuple[str, str]], *, who: str, now_us: int) -> None:
    """The platform shows these parcels, by order and waybill, as shipped: a person has seen it."""
    with writing(book.engine) as connection:
        _say(connection, parcels, {"confirmed_us": now_us, "confirmed_by": who})


def doubt(connection: Connection, numbers: Collection[str], *, now_us: int) -> None:
    """The platform's file says "to ship" of these orders: those it was told of before wait again, and say so."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        _say(connection, _told(connection, part), {"doubted_us": now_us})


def _told(connection: Connection, numbers: Sequence[str]) -> list[tuple[str, str]]:
    """Handed-over parcels of these orders that a file or a person called confirmed."""
    mine = (confirmations.c.order_no == handover_parcels.c.order_no) & (
        confirmations.c.waybill == handover_parcels.c.waybill
    )
    chosen = (
        select(handover_parcels.c.order_no, handover_parcels.c.waybill)
        .join(orders, orders.c.number == handover_parcels.c.order_no)
        .outerjoin(confirmations, mine)
        .outerjoin(confirmation_words, said_of(handover_parcels))
        .where(
            orders.c.number.in_(numbers) | orders.c.part_of.in_(numbers),
            orders.c.state == OrderState.HANDED_OVER,
            confirmations.c.exported_us.is_not(None) | confirmation_words.c.confirmed_us.is_not(None),
        )
    )
    return [(row.order_no, row.waybill) for row in connection.execute(chosen)]


def _say(connection: Connection, parcels: Iterable[tuple[str, str]], values: dict[str, Any]) -> None:
    """Put the word beside what was said before."""
    keys = sorted(set(parcels))
    insert: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    for start in range(0, len(keys), BATCH):
        part = keys[start : start + BATCH]
        rows = [{"order_no": order, "waybill": waybill} for order, waybill in part]
        connection.execute(insert(confirmation_words).values(rows).on_conflict_do_nothing())
        named = tuple_(confirmation_words.c.order_no, confirmation_words.c.waybill).in_(part)
        connection.execute(update(confirmation_words).where(named).values(values))
