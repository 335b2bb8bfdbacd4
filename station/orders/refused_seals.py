"""Parcels that a bench sealed after its claim was gone: refused, remembered, told to that bench until it has said so.

The box is somewhere in the house and must not go out: another bench has the order, or has packed it already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, insert, select, update

from station.orders.claim_tables import refused_seals
from station.orders.engine import reading
from station.orders.numbers import NumberState
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels, waybill_numbers
from station.packing.model import OrderNo

AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedSeal:
    order: OrderNo
    waybill: str
    now_at: str  # the bench that has the order, or packed it; empty where nobody does yet
    sealed_us: int


def refuse(
    connection: Connection, key: tuple[str, int, int], order_no: str, *, waybill: str, fence: int, sealed_us: int
) -> None:
    """The seal of the entry ``key`` (bench, epoch, seq) changes no order. Its number is nobody's, but for the order's.

    So the box does not get through the door, unless it bears the very number that the right one bears.
    """
    bench, epoch, seq = key
    row = connection.execute(select(orders.c.claimed_by).where(orders.c.number == order_no)).first()
    if row is None:
        return  # an order that the book never had, or has no more
    values = {
        "bench": bench,
        "epoch": epoch,
        "seq": seq,
        "order_no": order_no,
        "waybill": waybill,
        "sealed_us": sealed_us,
        "fence": fence,
        "now_at": row.claimed_by or _packed_at(connection, order_no, bench),
    }
    connection.execute(insert(refused_seals).values(values))
    if connection.execute(select(orders.c.number).where(orders.c.waybill == waybill).limit(1)).first() is None:
        gone = update(waybill_numbers).where(waybill_numbers.c.number == waybill)
        connection.execute(
            gone.values(state=NumberState.VOID, changed_us=sealed_us, note=f"sealed too late at {bench}")
        )


def _packed_at(connection: Connection, order_no: str, bench: str) -> str:
    others = select(parcels.c.bench).where(parcels.c.order_no == order_no, parcels.c.bench != bench)
    return connection.execute(others.order_by(parcels.c.sealed_us.desc()).limit(1)).scalar() or ""


def untold(book: OrderBook, bench: str) -> Sequence[RefusedSeal]:
    """What ``bench`` has still to tell its packer, the oldest first."""
    columns = (refused_seals.c.order_no, refused_seals.c.waybill, refused_seals.c.now_at, refused_seals.c.sealed_us)
    wanted = select(*columns).where(refused_seals.c.bench == bench, refused_seals.c.told_us.is_(None))
    with reading(book.engine) as connection:
        rows = connection.execute(wanted.order_by(refused_seals.c.sealed_us).limit(AT_ONCE)).all()
    return [
        RefusedSeal(order=OrderNo(row.order_no), waybill=row.waybill, now_at=row.now_at, sealed_us=row.sealed_us)
        for row in rows
    ]


def told(connection: Connection, bench: str, waybill: str, *, now_us: int) -> None:
    """The bench's own record says that its packer was told."""
    mine = (refused_seals.c.bench == bench, refused_seals.c.waybill == waybill, refused_seals.c.told_us.is_(None))
    connection.execute(update(refused_seals).where(*mine).values(told_us=now_us))
