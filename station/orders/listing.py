"""Orders and parcels page by page for other programs: from a place on, so that nothing is skipped or told twice."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Row, select, tuple_

from station.orders.finding import OrderRow, rows_of
from station.orders.tables import orders, parcels
from station.packing.model import OrderState


def orders_after(connection: Connection, number: str, *, state: OrderState | None, limit: int) -> Sequence[OrderRow]:
    """By number; what comes in meanwhile is met where its number stands."""
    found = select(orders.c.number).where(orders.c.number > number)
    if state is not None:
        found = found.where(orders.c.state == state)
    return rows_of(connection, list(connection.execute(found.order_by(orders.c.number).limit(limit)).scalars()))


ParcelPlace = tuple[int, str, int, int, str]
"""Sealed at, bench, epoch, seq, order."""

_PLACE = (parcels.c.sealed_us, parcels.c.bench, parcels.c.epoch, parcels.c.seq, parcels.c.order_no)


def parcels_after(
    connection: Connection, place: ParcelPlace, *, to_us: int, limit: int
) -> Sequence[Row[*tuple[object, ...]]]:
    """By the time they were sealed. A bench that was cut off brings older ones later: ``events_after`` misses none."""
    wanted = (parcels.c.sealed_us < to_us, parcels.c.sealed_us >= place[0], tuple_(*_PLACE) > place)
    return connection.execute(select(parcels).where(*wanted).order_by(*_PLACE).limit(limit)).all()


def parcels_of(connection: Connection, waybill: str) -> Sequence[Row[*tuple[object, ...]]]:
    return connection.execute(select(parcels).where(parcels.c.waybill == waybill).order_by(*_PLACE)).all()


def place_of_row(row: Row[*tuple[object, ...]]) -> ParcelPlace:
    given = row._mapping
    return given["sealed_us"], given["bench"], given["epoch"], given["seq"], given["order_no"]
