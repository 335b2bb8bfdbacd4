"""An order that a bench has open, looked at again and again: whether it must stop now, and what has changed.

The look is one reading statement; everything else is read only when there is something to tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from station.orders.claims import chosen_by_buyer
from station.orders.engine import reading
from station.orders.holding import BLOCKED, holds_of_each
from station.orders.joint import parcel_copy
from station.orders.order_copy import exists as exists_order
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.changes import changes
from station.packing.gates import blocking
from station.packing.inputs import OrderAlarm
from station.packing.model import Change, Hold, HoldReason, Order, OrderNo, OrderState
from station.packing.routing import Routing

_ENDED = (OrderState.SHIPPED, OrderState.FINISHED)
_look = select(
    orders.c.number,
    orders.c.state,
    orders.c.claimed_by,
    orders.c.fence,
    orders.c.revision,
    orders.c.turn,
    BLOCKED.label("blocked"),
)


def alarm(book: OrderBook, order: Order, *, bench: str, fence: int, routing: Routing, now_us: int) -> OrderAlarm | None:
    """What stops the order that is open with this copy and this fence; None when all is as it was."""
    numbers = order.joined or (order.number,)
    with reading(book.engine) as connection:
        rows = {row.number: row for row in connection.execute(_look.where(orders.c.number.in_(numbers)))}
        mine = rows.get(order.number)
        if len(rows) == len(numbers) and _as_it_was(rows, order, bench, fence):
            return None
        claimed = mine is not None and all(row.claimed_by == bench for row in rows.values())
        return OrderAlarm(
            order=order.number,
            holds=_holds(connection, rows, now_us),
            cancelled=len(rows) < len(numbers) or any(row.state == OrderState.CANCELLED for row in rows.values()),
            revision=sum(row.revision for row in rows.values()),
            fence=mine.fence if mine is not None and claimed else 0,
            changes=_changes(connection, order, routing),
        )


def unchanged(book: OrderBook, copies: Sequence[tuple[Order, int]], *, bench: str) -> dict[OrderNo, int]:
    """Which of these claimed orders, each with its fence, stand as they were copied, and their turn now."""
    with reading(book.engine) as connection:
        numbers = [number for order, _ in copies for number in order.joined or (order.number,)]
        found = {row.number: row for row in connection.execute(_look.where(orders.c.number.in_(numbers)))}
    standing: dict[OrderNo, int] = {}
    for order, fence in copies:
        mine = order.joined or (order.number,)
        rows: dict[str, Row[Any]] = {number: found[number] for number in mine if number in found}
        if len(rows) == len(mine) and _as_it_was(rows, order, bench, fence):
            standing[order.number] = rows[order.number].turn
    return standing


def _as_it_was(rows: dict[str, Row[Any]], order: Order, bench: str, fence: int) -> bool:
    held = any(row.blocked or row.state in (*_ENDED, OrderState.CANCELLED) for row in rows.values())
    revision = sum(row.revision for row in rows.values())
    claims = {(row.claimed_by, row.fence) for row in rows.values()}
    return not held and (claims, revision) == ({(bench, fence)}, order.revision)


def _holds(connection: Connection, rows: dict[str, Row[Any]], now_us: int) -> tuple[Hold, ...]:
    found = holds_of_each(connection, list(rows))
    held = tuple(hold for each in found.values() for hold in blocking(each))
    if any(row.state in _ENDED for row in rows.values()):
        detail = "the platform says it is shipped"
        held += (Hold(reason=HoldReason.ORDER_CHANGED, since_us=now_us, detail=detail),)
    return held


def changes_of(book: OrderBook, order: Order, routing: Routing) -> tuple[Change, ...]:
    """What the book has otherwise than the bench."""
    with reading(book.engine) as connection:
        return _changes(connection, order, routing)


def _changes(connection: Connection, order: Order, routing: Routing) -> tuple[Change, ...]:
    numbers = order.joined or (order.number,)
    if not exists_order(connection, order.number):
        return ()
    fresh = parcel_copy(connection, numbers, now_us=order.known_us)
    return changes(order, replace(fresh, buyer_service=chosen_by_buyer(fresh, order.service, routing)))
