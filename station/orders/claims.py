"""Who may pack an order: compare-and-set with a fence. Whoever calls has the transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select, update

from station.orders.holding import holds_of, settle_state
from station.orders.numbers import NumberState, live_number, number_for
from station.orders.order_copy import order_copy
from station.orders.tables import orders, waybill_numbers
from station.packing.gates import blocking
from station.packing.inputs import Found, HoldsReply, OrderReply
from station.packing.model import Hold, HoldReason, Order, OrderNo, OrderState, Recipient, ServiceId, Waybill
from station.packing.routing import Routing, route, services_named

_FREE = (OrderState.READY, OrderState.HELD)
_GONE = (OrderState.SEALED, OrderState.HANDED_OVER, OrderState.SHIPPED, OrderState.FINISHED)


def claim(
    connection: Connection,
    code: str,
    number: str | None,
    *,
    bench: str,
    now_us: int,
    routing: Routing,
    sender: Recipient,
) -> OrderReply:
    """The order ``code`` stands for, taken for this bench, or why it may not be. Asked again, the same answer."""
    if number is None:
        return OrderReply(code=code, found=Found.UNKNOWN)
    held = blocking(holds_of(connection, number))
    if not held:
        _take(connection, number, bench=bench, now_us=now_us)
    row = connection.execute(_standing.where(orders.c.number == number)).one()
    found = _found(row, bench=bench, held=held)
    if found not in (Found.CLAIMED, Found.HELD):
        return OrderReply(code=code, found=found, bench=row.claimed_by or "")
    order = order_copy(connection, number, now_us=now_us, sender=sender)
    assert order is not None
    if found is Found.CLAIMED:
        order = _with_service(connection, order, bench=bench, now_us=now_us, routing=routing)
    return OrderReply(code=code, found=found, order=order, fence=row.fence, bench=row.claimed_by or "")


_standing = select(orders.c.state, orders.c.claimed_by, orders.c.fence, orders.c.revision)


def number_meant(connection: Connection, code: str) -> str | None:
    """The order a code stands for: its waybill, its number or its tote, in this order."""
    live = waybill_numbers.c.state != NumberState.VOID
    for statement in (
        select(waybill_numbers.c.order_no).where(waybill_numbers.c.number == code, live),
        select(orders.c.number).where(orders.c.waybill == code),
        select(orders.c.number).where(orders.c.number == code),
        select(orders.c.number).where(orders.c.tote == code),
    ):
        number = connection.execute(statement.limit(1)).scalar()
        if number is not None:
            return str(number)
    return None


def _take(connection: Connection, number: str, *, bench: str, now_us: int) -> None:
    connection.execute(
        update(orders)
        .where(orders.c.number == number, orders.c.claimed_by.is_(None), orders.c.state.in_(_FREE))
        .values(claimed_by=bench, claimed_us=now_us, fence=orders.c.fence + 1, state=OrderState.PACKING)
    )


def _found(row: Row[*tuple[Any, ...]], *, bench: str, held: tuple[Hold, ...]) -> Found:
    state = OrderState(row.state)
    if state is OrderState.CANCELLED:
        return Found.CANCELLED
    if state in _GONE:
        return Found.SHIPPED
    if row.claimed_by is not None and row.claimed_by != bench:
        return Found.ELSEWHERE
    return Found.HELD if held else Found.CLAIMED


def _with_service(connection: Connection, order: Order, *, bench: str, now_us: int, routing: Routing) -> Order:
    """The order with its service, and with a number when the pool has one: so the bench can print off line."""
    service = route(order, routing)
    known = routing.services.get(service) if service is not None else None
    waybill = number_for(connection, order.number, service, bench=bench, now_us=now_us)
    connection.execute(
        update(orders).where(orders.c.number == order.number).values(service=service or "", waybill=waybill)
    )
    return replace(
        order,
        service=service,
        service_name=known.zh if known else "",
        buyer_service=_chosen(order, service, routing),
        waybill=Waybill(waybill) if waybill else None,
    )


def _chosen(order: Order, service: ServiceId | None, routing: Routing) -> str:
    """What the buyer chose; the service's own id when that is what the buyer's words mean (B13)."""
    meant = services_named(order.buyer_service, routing)
    return service if service is not None and meant == (service,) else order.buyer_service


def release(connection: Connection, number: str, *, bench: str, fence: int) -> bool:
    """Give an order back; its number stays with it. False when the claim no longer stands."""
    done = connection.execute(
        update(orders)
        .where(
            orders.c.number == number,
            orders.c.claimed_by == bench,
            orders.c.fence == fence,
            orders.c.state == OrderState.PACKING,
        )
        .values(claimed_by=None, claimed_us=None, state=OrderState.READY)
    )
    if done.rowcount:
        settle_state(connection, number)
    return bool(done.rowcount)


def holds_now(
    connection: Connection, number: str, *, bench: str, needs_waybill: bool, service: ServiceId | None, now_us: int
) -> HoldsReply:
    """The last look before a label: what holds the order, and a number if one is wanted and may be given."""
    row = connection.execute(_standing.where(orders.c.number == number)).first()
    if row is None:
        return HoldsReply(order=OrderNo(number), reached=True, cancelled=True)
    held = holds_of(connection, number)
    if OrderState(row.state) in (OrderState.SHIPPED, OrderState.FINISHED):
        held += (Hold(reason=HoldReason.ORDER_CHANGED, since_us=now_us, detail="the platform says it is shipped"),)
    mine = row.claimed_by == bench
    waybill = live_number(connection, number)
    if needs_waybill and mine and not blocking(held) and row.state == OrderState.PACKING:
        waybill = number_for(connection, number, service, bench=bench, now_us=now_us)
        connection.execute(
            update(orders).where(orders.c.number == number).values(waybill=waybill, service=service or "")
        )
    return HoldsReply(
        order=OrderNo(number),
        reached=True,
        holds=held,
        revision=row.revision,
        fence=row.fence if mine else 0,
        cancelled=row.state == OrderState.CANCELLED,
        waybill=Waybill(waybill) if waybill else None,
        service=service,
    )
