"""Orders that no bench packs: what a supplier sent to the buyer, and what needs no sending (A13, A14).

Recorded by a person with time and number, which is the evidence there is; then the platform is told as of every other
parcel (``confirming``). A public function that takes the book is one transaction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from station.errors import Trouble
from station.orders.engine import reading, writing
from station.orders.gate_tables import sent_outside
from station.orders.handover_tables import confirmations
from station.orders.holding import holds_of, settle_state
from station.orders.orderbook import OrderBook
from station.orders.tables import NEVER_US, order_lines, orders, products
from station.packing.gates import blocking
from station.packing.model import Fulfilment, OrderNo, OrderState

NOTE_MAX = 500
LISTED_MAX = 10_000
_WAYBILL = re.compile(r"[A-Za-z0-9-]{4,40}")
_ENDED = (OrderState.CANCELLED, OrderState.FINISHED, OrderState.SHIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentOutside:
    """``waybill`` and ``service`` are empty where nothing was sent."""

    order: OrderNo
    waybill: str
    service: str
    fulfilment: Fulfilment
    sent_us: int
    recorded_us: int
    recorded_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """An order of which something goes without a bench. ``whole``: all of it; else a bench packs the rest."""

    order: OrderNo
    state: OrderState
    fulfilment: Fulfilment
    ship_from: str
    suppliers: tuple[str, ...]
    due_us: int | None
    sent: tuple[SentOutside, ...]

    @property
    def whole(self) -> bool:
        return self.fulfilment is not Fulfilment.BENCH


def record_supplier(
    book: OrderBook, number: str, *, service: str, waybill: str, who: str, sent_us: int, now_us: int, note: str = ""
) -> tuple[str, ...]:
    """The number the supplier's parcel went under; gives what still holds the order from being confirmed.

    A fact is recorded whatever holds the order; an order of which a bench packs the rest goes on there.

    Raises:
        Trouble: there is no such order, it has ended, no supplier sends any of it, or the number is none or there.
    """
    if not _WAYBILL.fullmatch(waybill):
        raise Trouble(f"{waybill[:40]!r} is no waybill number: 4 to 40 letters, digits and hyphens")
    if sent_us > now_us:
        raise Trouble("a parcel cannot have been sent in the future; nothing was changed")
    with writing(book.engine) as connection:
        row = _open_order(connection, number)
        if row.fulfilment != Fulfilment.SUPPLIER and not _suppliers(connection, [number]).get(number):
            remedy = "Choose a supplier's place for it: sealbench places choose."
            raise Trouble(f"no supplier sends order {number} or a line of it", remedy=remedy)
        if _sent(connection, number, waybill) is not None:
            raise Trouble(f"waybill {waybill} of order {number} is recorded already")
        values = {"waybill": waybill, "service": service, "fulfilment": Fulfilment.SUPPLIER, "sent_us": sent_us}
        return _record(connection, number, values, who=who, now_us=now_us, note=note)


def record_nothing(book: OrderBook, number: str, *, who: str, now_us: int, note: str = "") -> tuple[str, ...]:
    """The buyer has what needs no sending; gives what still holds the order from being confirmed.

    Raises:
        Trouble: there is no such order, it has ended, something of it is to be sent, or this is recorded.
    """
    with writing(book.engine) as connection:
        row = _open_order(connection, number)
        if row.fulfilment != Fulfilment.NONE:
            raise Trouble(f"something of order {number} is to be sent; nothing was changed")
        if _sent(connection, number, "") is not None:
            raise Trouble(f"order {number} is recorded already")
        values = {"waybill": "", "service": "", "fulfilment": Fulfilment.NONE, "sent_us": now_us}
        return _record(connection, number, values, who=who, now_us=now_us, note=note)


def take_back(book: OrderBook, number: str, waybill: str) -> None:
    """A number typed wrongly, as long as the platform was not told.

    Raises:
        Trouble: it is not recorded, or a confirmation file has it.
    """
    with writing(book.engine) as connection:
        if _sent(connection, number, waybill) is None:
            raise Trouble(f"nothing is recorded for order {number}" + (f" and waybill {waybill}" if waybill else ""))
        told = (confirmations.c.order_no == number, confirmations.c.waybill == waybill)
        if connection.execute(select(confirmations.c.file).where(*told)).first() is not None:
            raise Trouble(f"the platform was told of order {number} already; nothing was changed")
        mine = (sent_outside.c.order_no == number, sent_outside.c.waybill == waybill)
        connection.execute(delete(sent_outside).where(*mine))
        if not sent_of_each(connection, [number]):
            went = (orders.c.fulfilment != Fulfilment.BENCH, orders.c.state == OrderState.HANDED_OVER)
            connection.execute(update(orders).where(orders.c.number == number, *went).values(state=OrderState.OUTSIDE))
        settle_state(connection, number)


def outside(book: OrderBook, *, waiting_only: bool = True) -> tuple[Outside, ...]:
    """Orders of which something goes without a bench, the most urgent first; those still to be sent, or all open."""
    supplied = select(order_lines.c.order_no).join(products, products.c.sku == order_lines.c.sku)
    wanted = (
        select(orders)
        .where(orders.c.state.not_in(_ENDED))
        .where(
            or_(
                orders.c.fulfilment != Fulfilment.BENCH,
                orders.c.number.in_(supplied.where(products.c.supplier != "")),
            )
        )
        .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
        .limit(LISTED_MAX)
    )
    with reading(book.engine) as connection:
        rows = connection.execute(wanted).all()
        numbers = [row.number for row in rows]
        suppliers, sent = _suppliers(connection, numbers), sent_of_each(connection, numbers)
    found = (_outside(row, suppliers.get(row.number, ()), sent.get(row.number, ())) for row in rows)
    return tuple(each for each in found if not (waiting_only and each.sent))


def sent_of_each(connection: Connection, numbers: list[str]) -> dict[str, tuple[SentOutside, ...]]:
    """What was recorded, by order, the oldest first."""
    found: dict[str, tuple[SentOutside, ...]] = {}
    for start in range(0, len(numbers), BATCH):
        part = sent_outside.c.order_no.in_(numbers[start : start + BATCH])
        for row in connection.execute(select(sent_outside).where(part).order_by(sent_outside.c.recorded_us)):
            found[row.order_no] = (*found.get(row.order_no, ()), _told(row))
    return found


BATCH = 500
"""Orders asked for in one statement."""


def _open_order(connection: Connection, number: str) -> Row[Any]:
    row = connection.execute(select(orders).where(orders.c.number == number)).first()
    if row is None:
        raise Trouble(f"there is no order {number}")
    if row.state in _ENDED:
        raise Trouble(f"order {number} is {row.state}; nothing was changed")
    return row


def _suppliers(connection: Connection, numbers: list[str]) -> dict[str, tuple[str, ...]]:
    """Who sends lines of these orders."""
    found: dict[str, tuple[str, ...]] = {}
    lines = (
        select(order_lines.c.order_no, products.c.supplier)
        .distinct()
        .join(products, products.c.sku == order_lines.c.sku)
        .where(products.c.supplier != "")
        .order_by(products.c.supplier)
    )
    for start in range(0, len(numbers), BATCH):
        for row in connection.execute(lines.where(order_lines.c.order_no.in_(numbers[start : start + BATCH]))):
            found[row.order_no] = (*found.get(row.order_no, ()), row.supplier)
    return found


def _sent(connection: Connection, number: str, waybill: str) -> Row[Any] | None:
    mine = (sent_outside.c.order_no == number, sent_outside.c.waybill == waybill)
    return connection.execute(select(sent_outside).where(*mine)).first()


def _record(
    connection: Connection, number: str, values: dict[str, Any], *, who: str, now_us: int, note: str
) -> tuple[str, ...]:
    known = {"order_no": number, "recorded_us": now_us, "recorded_by": who, "note": note[:NOTE_MAX]}
    connection.execute(insert(sent_outside).values(known | values))
    settle_state(connection, number)
    return tuple(hold.reason for hold in blocking(holds_of(connection, number)))


def _told(row: Row[Any]) -> SentOutside:
    return SentOutside(
        order=OrderNo(row.order_no),
        fulfilment=Fulfilment(row.fulfilment),
        **{
            name: getattr(row, name) for name in ("waybill", "service", "sent_us", "recorded_us", "recorded_by", "note")
        },
    )


def _outside(row: Row[Any], suppliers: tuple[str, ...], sent: tuple[SentOutside, ...]) -> Outside:
    return Outside(
        order=OrderNo(row.number),
        state=OrderState(row.state),
        fulfilment=Fulfilment(row.fulfilment),
        ship_from=row.ship_from,
        suppliers=suppliers,
        due_us=None if row.due_us == NEVER_US else row.due_us,
        sent=sent,
    )
