"""The call list (I4): buyers of parcels that a carrier should have taken and did not, until they were called or it has.

A public function is one transaction. Names and phones leave here as they are; whoever shows them masks them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update

from station.errors import Trouble
from station.orders.awaiting import EXPECTED
from station.orders.engine import reading, writing
from station.orders.handover import record
from station.orders.handover_tables import handover_left, handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import OrderNo

CALLS_MAX = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """``since_us`` is when the carrier left without the parcel, the last time it did."""

    order: OrderNo
    waybill: str
    platform: str
    shop: str
    carrier: str
    handover: int
    bench: str
    reason: str
    since_us: int
    name: str
    phone: str


_gone = (
    select(handover_parcels.c.order_no)
    .where(
        handover_parcels.c.order_no == handover_left.c.order_no, handover_parcels.c.waybill == handover_left.c.waybill
    )
    .exists()
)
_wanted = (
    select(
        handover_left,
        handovers.c.carrier,
        handovers.c.closed_us,
        orders.c.platform,
        orders.c.shop,
        orders.c.name,
        orders.c.phone,
    )
    .join(handovers, handovers.c.id == handover_left.c.handover_id)
    .join(orders, orders.c.number == handover_left.c.order_no)
    .where(handover_left.c.called_us.is_(None), orders.c.state.in_(EXPECTED), ~_gone)
    .order_by(handovers.c.closed_us, handover_left.c.order_no)
    .limit(CALLS_MAX)
)


def calls(book: OrderBook) -> tuple[Call, ...]:
    """Who is still to be called, the longest waiting first; a parcel left behind twice stands here once."""
    found: dict[tuple[str, str], Call] = {}
    with reading(book.engine) as connection:
        for row in connection.execute(_wanted):
            found[row.order_no, row.waybill] = Call(
                order=OrderNo(row.order_no),
                waybill=row.waybill,
                handover=row.handover_id,
                since_us=row.closed_us,
                **{name: getattr(row, name) for name in ("platform", "shop", "carrier", "bench", "reason")},
                name=row.name,
                phone=row.phone,
            )
    return tuple(found.values())


def called(book: OrderBook, number: str, *, who: str, now_us: int) -> None:
    """The buyer knows; recorded with who and when.

    Raises:
        Trouble: the order is not on the list.
    """
    with writing(book.engine) as connection:
        mine = (handover_left.c.order_no == number, handover_left.c.called_us.is_(None))
        changed = update(handover_left).where(*mine).values(called_us=now_us, called_by=who)
        ids = connection.execute(changed.returning(handover_left.c.handover_id)).scalars().all()
        if not ids:
            raise Trouble(f"order {number} is not on the call list", remedy="Look with: sealbench handover calls.")
        record(connection, max(ids), "called", who=who, now_us=now_us, order_no=number)
