"""Who may pack an order: compare-and-set with a fence. Whoever calls has the transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, exists, or_, select, update

from station.orders.brought import brought_to, copies_on_paper
from station.orders.cell_codes import number_in_cell
from station.orders.cells import cell_lacks
from station.orders.holding import holds_of_each, settle_states
from station.orders.joint import joined_with, parcel_copy, parcel_of, union
from station.orders.numbers import NumberState, live_number, number_for
from station.orders.parts import PARTS_MAX, close_if_empty, keep_number_free
from station.orders.scanned_number import ScannedNumber, take_scanned
from station.orders.shipping_place import packed_at
from station.orders.single import TRIES_MAX, item_meant, known_item, larger_orders, next_single
from station.orders.tables import order_lines, orders, waybill_numbers
from station.packing.gates import blocking
from station.packing.inputs import Found, HoldsReply, OrderReply
from station.packing.job import needed
from station.packing.model import (
    Fulfilment,
    Hold,
    HoldReason,
    Order,
    OrderNo,
    OrderState,
    Recipient,
    ServiceId,
    Waybill,
)
from station.packing.prompts import REASON_CHARACTERS_MAX
from station.packing.routing import Because, Choice, Routing, Service, choose, services_named

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
    place: str = "",
) -> OrderReply:
    """The order ``code`` stands for, taken for this bench, or why it may not be. Asked again, the same answer.

    A bench with a ``place`` packs only what that place ships; what no bench packs is nobody's.
    """
    if number is None:
        return OrderReply(code=code, found=Found.UNKNOWN)
    lacking = cell_lacks(connection, code)
    if lacking:
        return OrderReply(code=code, found=Found.CELL_NOT_FULL, lacking=lacking)
    numbers = parcel_of(connection, number, bench=bench, now_us=now_us)
    held = blocking(holds_of_any(connection, numbers))
    if not held:
        _take(connection, numbers, bench=bench, now_us=now_us, place=place)
    rows = connection.execute(_standing.where(orders.c.number.in_(numbers))).all()
    standing = [(_found(row, bench=bench, held=held, place=place), row) for row in rows]
    found, row = min(standing, key=lambda each: _WORST.index(each[0]))
    if found not in (Found.CLAIMED, Found.HELD):
        return OrderReply(code=code, found=found, bench=row.claimed_by or "", place=_sent_from(row, found))
    if found is Found.CLAIMED and len(numbers) == 1:
        keep_number_free(connection, numbers[0])
    order = parcel_copy(connection, numbers, now_us=now_us, sender=sender)
    if found is Found.CLAIMED and not any(needed(line.kind, line.quantity) for line in order.lines):
        release(connection, numbers[0], bench=bench, fence=row.fence)  # no label for an empty box
        return OrderReply(code=code, found=Found.OUTSIDE)
    if found is Found.CLAIMED:
        order = _with_service(connection, order, bench=bench, now_us=now_us, routing=routing)
        order = replace(order, brought=brought_to(connection, order), copies=copies_on_paper(connection, order))
    return OrderReply(code=code, found=found, order=order, fence=row.fence, bench=row.claimed_by or "")


_WORST = (
    Found.CANCELLED,
    Found.SHIPPED,
    Found.OUTSIDE,
    Found.ELSEWHERE,
    Found.OTHER_PLACE,
    Found.HELD,
    Found.CLAIMED,
)
"""Of the orders of one parcel the first of these decides for all."""


def holds_of_any(connection: Connection, numbers: Sequence[str]) -> tuple[Hold, ...]:
    """What holds the parcel of these orders: whatever holds one of them."""
    return union(holds_of_each(connection, numbers).values())


def claim_item(
    connection: Connection,
    code: str,
    gtin: str | None,
    *,
    place: str,
    bench: str,
    now_us: int,
    routing: Routing,
    sender_of: Callable[[str], Recipient],
) -> OrderReply:
    """The most urgent order of just this item, taken for this bench; or that there is none, and what the item is."""
    item = item_meant(connection, code, gtin)
    if item is None:
        return OrderReply(code=code, found=Found.UNKNOWN)
    tried: list[str] = []
    while item.units == 1 and len(tried) < TRIES_MAX:
        number = next_single(connection, item, place=place, tried=tried)
        if number is None:
            break
        reply = claim(
            connection,
            code,
            number,
            bench=bench,
            now_us=now_us,
            routing=routing,
            sender=sender_of(number),
            place=place,
        )
        if reply.found is Found.CLAIMED:
            return replace(reply, item=True)
        tried.append(number)
    known, waiting = known_item(connection, item), larger_orders(connection, item, place=place)
    return OrderReply(code=code, found=Found.NO_SINGLE, known=known, units=item.units, waiting=waiting)


_standing = select(
    orders.c.number,
    orders.c.state,
    orders.c.claimed_by,
    orders.c.fence,
    orders.c.revision,
    orders.c.ship_from,
    orders.c.fulfilment,
)


def number_meant(connection: Connection, code: str, *, bench: str = "") -> str | None:
    """The order a code stands for: its waybill, its number, its tote or its cell of the sort wall, in this order.

    Of an order in several parcels, which have the platform's number and its tote in common, it is the next one to
    pack: what ``bench`` has already, then what is free.
    """
    live = waybill_numbers.c.state != NumberState.VOID
    for statement in (
        select(waybill_numbers.c.order_no).where(waybill_numbers.c.number == code, live),
        select(orders.c.number).where(orders.c.waybill == code),
    ):
        number = connection.execute(statement.limit(1)).scalar()
        if number is not None:
            return str(number)
    for condition in (or_(orders.c.number == code, orders.c.part_of == code), orders.c.tote == code):
        rows = connection.execute(_sharing.where(condition).order_by(orders.c.part, orders.c.number)).all()
        if rows:
            return str(min(rows, key=lambda row: _turn(row, bench)).number)
    return number_in_cell(connection, code)


_goods = exists().where(order_lines.c.order_no == orders.c.number)
_sharing = select(orders.c.number, orders.c.state, orders.c.claimed_by, _goods.label("goods")).limit(PARTS_MAX)


def _turn(row: Row[*tuple[Any, ...]], bench: str) -> int:
    if row.state not in (*_FREE, OrderState.PACKING) or not row.goods:
        return 3
    if row.claimed_by is None:
        return 1
    return 0 if row.claimed_by == bench else 2


def _take(connection: Connection, numbers: Sequence[str], *, bench: str, now_us: int, place: str) -> None:
    """All of them or none, under one fence that is higher than any of theirs was."""
    free = (orders.c.claimed_by.is_(None), orders.c.state.in_(_FREE), *packed_at(place))
    taken = {"claimed_by": bench, "claimed_us": now_us, "state": OrderState.PACKING}
    if len(numbers) == 1:
        one = update(orders).where(orders.c.number == numbers[0], *free)
        connection.execute(one.values(**taken, fence=orders.c.fence + 1))
        return
    wanted = select(orders.c.fence).where(orders.c.number.in_(numbers), *free).order_by(orders.c.number)
    fences = connection.execute(wanted.with_for_update()).scalars().all()
    if len(fences) == len(numbers):
        every = update(orders).where(orders.c.number.in_(numbers))
        connection.execute(every.values(**taken, fence=max(fences) + 1))


def _found(row: Row[*tuple[Any, ...]], *, bench: str, held: tuple[Hold, ...], place: str) -> Found:
    state = OrderState(row.state)
    if state is OrderState.CANCELLED:
        return Found.CANCELLED
    if state in _GONE:
        return Found.SHIPPED
    if state is OrderState.OUTSIDE or (state is OrderState.HELD and row.fulfilment != Fulfilment.BENCH):
        return Found.OUTSIDE
    if row.claimed_by is not None and row.claimed_by != bench:
        return Found.ELSEWHERE
    if row.claimed_by is None and place and row.ship_from not in ("", place):
        return Found.OTHER_PLACE
    return Found.HELD if held else Found.CLAIMED


def _sent_from(row: Row[*tuple[Any, ...]], found: Found) -> str:
    """The place's id, or a word for the screen where no bench packs the order."""
    if found is Found.OTHER_PLACE:
        return str(row.ship_from)
    return "a_supplier" if found is Found.OUTSIDE and row.fulfilment == Fulfilment.SUPPLIER else ""


def _with_service(connection: Connection, order: Order, *, bench: str, now_us: int, routing: Routing) -> Order:
    """The order with its service, and with a number when the pool has one: so the bench can print off line."""
    choice = choose(order, routing)
    service = choice.service
    known = routing.services.get(service) if service is not None else None
    waybill = number_for(connection, order.number, service, bench=bench, now_us=now_us)
    connection.execute(update(orders).where(orders.c.number == order.number).values(waybill=waybill))
    every = order.joined or (order.number,)
    connection.execute(update(orders).where(orders.c.number.in_(every)).values(service=service or ""))
    return replace(
        order,
        service=service,
        service_name=known.zh if known else "",
        service_why=_why(order, choice),
        extras_name=_extras_name(order, known),
        buyer_service=chosen_by_buyer(order, service, routing),
        waybill=Waybill(waybill) if waybill else None,
    )


def _extras_name(order: Order, service: Service | None) -> str:
    """The value-added services by their names; one that the service does not offer stays as it was written."""
    names = {extra.id: extra.zh for extra in service.extras} if service else {}
    return "、".join(names.get(extra, extra) for extra in order.extras)


def _why(order: Order, choice: Choice) -> str:
    """The reason on record for the service, where a person gave one: the office's, or the note that names it."""
    match choice.because:
        case Because.OFFICE:
            return order.service_why
        case Because.NOTE:
            return order.seller_note[:REASON_CHARACTERS_MAX]
        case _:
            return ""


def chosen_by_buyer(order: Order, service: ServiceId | None, routing: Routing) -> str:
    """What the buyer chose; the service's own id when that is what the buyer's words mean (B13)."""
    meant = services_named(order.buyer_service, routing)
    return service if service is not None and meant == (service,) else order.buyer_service


def release(connection: Connection, number: str, *, bench: str, fence: int) -> bool:
    """Give a parcel's orders back; its number stays with the first. False when the claim no longer stands."""
    numbers = joined_with(connection, number)
    done = connection.execute(
        update(orders)
        .where(
            orders.c.number.in_(numbers),
            orders.c.claimed_by == bench,
            orders.c.fence == fence,
            orders.c.state == OrderState.PACKING,
        )
        .values(claimed_by=None, claimed_us=None, state=OrderState.READY)
    )
    if done.rowcount:
        settle_states(connection, numbers)
        for each in numbers:
            close_if_empty(connection, each)
    return bool(done.rowcount)


def release_others(connection: Connection, *, bench: str, opened: str | None) -> None:
    """Give back every claim of a bench but that of the parcel it has open."""
    kept = joined_with(connection, opened) if opened is not None else ()
    stray = select(orders.c.number, orders.c.fence).where(
        orders.c.claimed_by == bench, orders.c.state == OrderState.PACKING, orders.c.number.not_in(kept)
    )
    for row in connection.execute(stray).all():
        release(connection, row.number, bench=bench, fence=row.fence)


def holds_now(
    connection: Connection,
    number: str,
    *,
    bench: str,
    needs_waybill: bool,
    service: ServiceId | None,
    now_us: int,
    scanned: ScannedNumber | None = None,
) -> HoldsReply:
    """The last look before a label: what holds the order, and a number if one is wanted and may be given."""
    numbers = joined_with(connection, number)
    rows = connection.execute(_standing.where(orders.c.number.in_(numbers))).all()
    row = next((row for row in rows if row.number == number), None)
    if row is None:
        return HoldsReply(order=OrderNo(number), reached=True, cancelled=True)
    states = {OrderState(each.state) for each in rows}
    held = holds_of_any(connection, numbers)
    if states & {OrderState.SHIPPED, OrderState.FINISHED}:
        held += (Hold(reason=HoldReason.ORDER_CHANGED, since_us=now_us, detail="the platform says it is shipped"),)
    mine = all(each.claimed_by == bench and each.fence == row.fence for each in rows)
    waybill, fault = live_number(connection, number), ""
    if needs_waybill and mine and not blocking(held) and states == {OrderState.PACKING}:
        if scanned is not None:
            fault = take_scanned(connection, number, scanned, bench=bench, now_us=now_us)
        waybill = number_for(connection, number, service, bench=bench, now_us=now_us)
        connection.execute(update(orders).where(orders.c.number == number).values(waybill=waybill))
        connection.execute(update(orders).where(orders.c.number.in_(numbers)).values(service=service or ""))
    return HoldsReply(
        order=OrderNo(number),
        reached=True,
        holds=held,
        revision=sum(each.revision for each in rows),
        fence=row.fence if mine else 0,
        cancelled=OrderState.CANCELLED in states,
        waybill=Waybill(waybill) if waybill else None,
        service=service,
        number_fault=fault,
    )
