"""Requests to cancel an order: whose fault the buyer names, and what the seller answered (B7). Recorded for good.

A request holds the order until it is answered. What the platform itself says of it holds beside that, and is lifted by
the platform's word alone. A public function that takes the book is one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from station.errors import Trouble
from station.orders.engine import reading, writing
from station.orders.gate_tables import cancellations
from station.orders.holding import REQUEST, lift, put_hold, settle_state
from station.orders.orderbook import OrderBook
from station.orders.standing import ENDED
from station.orders.tables import orders
from station.packing.model import HoldReason, OrderNo, OrderState

TEXT_MAX = 500
LISTED_MAX = 10_000


class Fault(StrEnum):
    """Whose fault the reason is: the platform punishes the seller for its own (成交不卖)."""

    SELLER = "seller"
    BUYER = "buyer"


class CancelAnswer(StrEnum):
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation:
    """``answer`` is None until somebody has answered."""

    order: OrderNo
    asked_us: int
    recorded_by: str
    fault: Fault
    reason: str
    answer: CancelAnswer | None
    answered_us: int | None
    answered_by: str
    note: str


def ask(book: OrderBook, number: str, *, fault: Fault, reason: str, who: str, now_us: int) -> None:
    """The buyer asks for it: the order is held until the answer.

    Raises:
        Trouble: there is no such order, it has ended, or a request is open already.
    """
    with writing(book.engine) as connection:
        if _open_of(connection, number) is not None:
            raise Trouble(f"a request to cancel order {number} is open already; nothing was changed")
        ask_within(connection, number, fault=fault, reason=reason, who=who, now_us=now_us)
        settle_state(connection, number)


def ask_within(connection: Connection, number: str, *, fault: Fault, reason: str, who: str, now_us: int) -> None:
    """``ask`` in somebody's transaction, who settles the order's state; a request that is open stays as it is."""
    row = _order(connection, number)
    if row.state in (*ENDED, OrderState.HANDED_OVER):
        raise Trouble(f"order {number} is {row.state}; there is nothing to cancel")
    if _open_of(connection, number) is None:
        values = {"order_no": number, "asked_us": now_us, "recorded_by": who, "fault": fault}
        connection.execute(insert(cancellations).values(values | {"reason": reason[:TEXT_MAX]}))
    detail = f"{fault}: {reason[:TEXT_MAX]}"
    put_hold(connection, number, HoldReason.CANCEL_ASKED, origin=REQUEST, now_us=now_us, detail=detail)


def reply(book: OrderBook, number: str, given: CancelAnswer, *, who: str, now_us: int, note: str = "") -> None:
    """Agreed ends the order here; refused lifts the request's own hold.

    Raises:
        Trouble: there is no such order, no open request, or a parcel of it has left the house.
    """
    with writing(book.engine) as connection:
        _order(connection, number)
        asked = _open_of(connection, number)
        if asked is None:
            remedy = "Record it first: sealbench cancels ask."
            raise Trouble(f"no request to cancel order {number} is open; nothing was changed", remedy=remedy)
        if given is CancelAnswer.AGREED:
            _cancel(connection, number)
        values = {"answer": given, "answered_us": now_us, "answered_by": who, "note": note[:TEXT_MAX]}
        connection.execute(update(cancellations).where(cancellations.c.id == asked.id).values(values))
        lift(connection, number, HoldReason.CANCEL_ASKED, origin=REQUEST, now_us=now_us, who=who)
        settle_state(connection, number)


def cancellations_of(book: OrderBook, number: str = "", *, open_only: bool = False) -> tuple[Cancellation, ...]:
    """The requests of one order, or of all, the oldest first."""
    wanted = select(cancellations).order_by(cancellations.c.id).limit(LISTED_MAX)
    if number:
        wanted = wanted.where(cancellations.c.order_no == number)
    if open_only:
        wanted = wanted.where(cancellations.c.answer == "")
    with reading(book.engine) as connection:
        return tuple(_cancellation(row) for row in connection.execute(wanted))


def _order(connection: Connection, number: str) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(orders.c.state, orders.c.part_of).where(orders.c.number == number)).first()
    if row is None:
        raise Trouble(f"there is no order {number}")
    if row.part_of:
        raise Trouble(f"{number} is one parcel of order {row.part_of}", remedy=f"Name order {row.part_of}.")
    return row


def _open_of(connection: Connection, number: str) -> Row[Any] | None:
    wanted = select(cancellations).where(cancellations.c.order_no == number, cancellations.c.answer == "")
    return connection.execute(wanted).first()


def _cancel(connection: Connection, number: str) -> None:
    """All its parcels; a bench that has one open is stopped as by the platform's own word."""
    parcels = or_(orders.c.number == number, orders.c.part_of == number)
    left = select(orders.c.number).where(parcels, orders.c.state.in_((OrderState.HANDED_OVER, OrderState.SHIPPED)))
    gone = connection.execute(left).scalar()
    if gone is not None:
        raise Trouble(f"parcel {gone} has left the house; nothing was changed", remedy="Call the carrier, then refuse.")
    connection.execute(update(orders).where(parcels).values(state=OrderState.CANCELLED))


def _cancellation(row: Row[Any]) -> Cancellation:
    return Cancellation(
        order=OrderNo(row.order_no),
        fault=Fault(row.fault),
        answer=CancelAnswer(row.answer) if row.answer else None,
        **{
            name: getattr(row, name)
            for name in ("asked_us", "recorded_by", "reason", "answered_us", "answered_by", "note")
        },
    )
