"""Who may pack an order: compare-and-set with a fence. Whoever calls has the transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, or_, select, update

from station.orders.brought import brought_to, copies_on_paper
from station.orders.cells import cell_lacks
from station.orders.code_meant import Meant
from station.orders.holding import BLOCKED, SETTLED_STATE, holds_of_each
from station.orders.joint import as_one, parcel_of, union
from station.orders.leasing import LEASE_US
from station.orders.numbers import number_beside
from station.orders.order_copy import copies_of
from station.orders.order_facts import Facts, facts_of, facts_of_parcel, given_number
from station.orders.parts import FIRST_MORE, FREE, close_if_empty, free_part, part_number
from station.orders.scanned_number import ScannedNumber, take_scanned
from station.orders.shipping_place import packed_at
from station.orders.single import TRIES_MAX, item_meant, known_item, larger_orders, next_single
from station.orders.tables import orders
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

_GONE = (OrderState.SEALED, OrderState.HANDED_OVER, OrderState.SHIPPED, OrderState.FINISHED)


def claim(
    connection: Connection,
    code: str,
    meant: Meant | None,
    *,
    bench: str,
    now_us: int,
    routing: Routing,
    sender_of: SenderOf,
    place: str = "",
) -> OrderReply:
    """The order ``code`` stands for, taken for this bench, or why it may not be. Asked again, the same answer.

    A bench with a ``place`` packs only what that place ships; what no bench packs is nobody's.
    """
    if meant is None:
        return OrderReply(code=code, found=Found.UNKNOWN)
    lacking = cell_lacks(connection, code)
    if lacking:
        return OrderReply(code=code, found=Found.CELL_NOT_FULL, lacking=lacking)
    found, row, rows = _standing(connection, meant, bench=bench, now_us=now_us, place=place)
    if found not in (Found.CLAIMED, Found.HELD):
        return OrderReply(code=code, found=found, bench=row.claimed_by or "", place=_sent_from(row, found))
    order = as_one(copies_of(connection, rows, now_us=now_us))
    order = replace(order, sender=sender_of(order.shop, order.ship_from))
    if found is Found.CLAIMED and not any(needed(line.kind, line.quantity) for line in order.lines):
        release(connection, rows[0].number, bench=bench, fence=row.fence)  # no label for an empty box
        return OrderReply(code=code, found=Found.OUTSIDE)
    if found is Found.CLAIMED:
        order = _with_service(connection, order, rows, bench=bench, now_us=now_us, routing=routing)
        order = _with_brought(connection, order, rows)
    return OrderReply(code=code, found=found, order=order, fence=row.fence, bench=row.claimed_by or "")


def _standing(
    connection: Connection, meant: Meant, *, bench: str, now_us: int, place: str
) -> tuple[Found, Facts, Sequence[Facts]]:
    """The parcel's orders after they were taken, if they may be: how they stand, whose word that is, all of them.

    One that turns out to be free though it could not be taken was given back, or joined to others, at this very
    moment: it is tried again.
    """
    joined = meant.joined
    for _ in range(LOOKS_MAX):
        numbers = parcel_of(connection, meant.number, bench=bench, now_us=now_us) if joined else (meant.number,)
        taken = take(connection, numbers, bench=bench, now_us=now_us, place=place, joined=joined)
        rows = facts_of(connection, numbers)
        if taken:
            return Found.CLAIMED, rows[0], rows
        held = holds_of_any(connection, numbers) if any(each.any_holds for each in rows) else ()
        standing = [(_found(each, bench=bench, held=blocking(held), place=place), each) for each in rows]
        found, row = min(standing, key=lambda each: _WORST.index(each[0]))
        if joined == (rows[0].joined_to is not None) and (found is not Found.CLAIMED or row.claimed_by == bench):
            return found, row, rows
        joined = rows[0].joined_to is not None
    return Found.ELSEWHERE, row, rows


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


SenderOf = Callable[[str, str], Recipient]
"""Who sends what a shop ships from a place."""

LOOKS_MAX = 3


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
    sender_of: SenderOf,
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
            Meant(number=number),
            bench=bench,
            now_us=now_us,
            routing=routing,
            sender_of=sender_of,
            place=place,
        )
        if reply.found is Found.CLAIMED:
            return replace(reply, item=True)
        tried.append(number)
    known, waiting = known_item(connection, item), larger_orders(connection, item, place=place)
    return OrderReply(code=code, found=Found.NO_SINGLE, known=known, units=item.units, waiting=waiting)


def take(
    connection: Connection, numbers: Sequence[str], *, bench: str, now_us: int, place: str, joined: bool = False
) -> bool:
    """All of them or none, under one fence that is higher than any of theirs was. False where one may not be.

    One that somebody put under a waybill with others meanwhile is taken only by who knows that it is ``joined``.
    """
    free = (orders.c.claimed_by.is_(None), orders.c.state.in_(FREE), ~BLOCKED, *packed_at(place))
    taken = {
        "claimed_by": bench,
        "claimed_us": now_us,
        "lease_us": now_us + LEASE_US,
        "state": OrderState.PACKING,
    }
    if len(numbers) == 1:
        alone = () if joined else (orders.c.joined_to.is_(None),)
        one = update(orders).where(orders.c.number == numbers[0], *alone, *free)
        return connection.execute(one.values(**taken, fence=orders.c.fence + 1)).rowcount == 1
    wanted = select(orders.c.fence).where(orders.c.number.in_(numbers), *free).order_by(orders.c.number)
    fences = connection.execute(wanted.with_for_update()).scalars().all()
    if len(fences) != len(numbers):
        return False
    every = update(orders).where(orders.c.number.in_(numbers))
    connection.execute(every.values(**taken, fence=max(fences) + 1))
    return True


def _found(row: Facts, *, bench: str, held: tuple[Hold, ...], place: str) -> Found:
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


def _sent_from(row: Facts, found: Found) -> str:
    """The place's id, or a word for the screen where no bench packs the order."""
    if found is Found.OTHER_PLACE:
        return str(row.ship_from)
    return "a_supplier" if found is Found.OUTSIDE and row.fulfilment == Fulfilment.SUPPLIER else ""


def _with_service(
    connection: Connection, order: Order, rows: Sequence[Facts], *, bench: str, now_us: int, routing: Routing
) -> Order:
    """The order with its service, and with a number when the pool has one: so the bench can print off line."""
    choice = choose(order, routing)
    service = choice.service
    known = routing.services.get(service) if service is not None else None
    waybill = _number(connection, rows[0], service, bench=bench, now_us=now_us)
    part = _free_part(connection, rows[0]) if len(rows) == 1 else None
    _write(connection, rows, waybill, service, part)
    return replace(
        order,
        next_part=part_number(rows[0].part_of or rows[0].number, part) if part else order.next_part,
        service=service,
        service_name=known.zh if known else "",
        service_why=_why(order, choice),
        extras_name=_extras_name(order, known),
        buyer_service=chosen_by_buyer(order, service, routing),
        waybill=Waybill(waybill) if waybill else None,
    )


def _with_brought(connection: Connection, order: Order, rows: Sequence[Facts]) -> Order:
    """With what was verified elsewhere, and the labels on paper; most orders have neither, which needs no look."""
    brought = brought_to(connection, order) if any(row.told or row.walled for row in rows) else ()
    return replace(order, brought=brought, copies=copies_on_paper(connection, order) if rows[0].told else 0)


def _number(connection: Connection, row: Facts, service: ServiceId | None, *, bench: str, now_us: int) -> str | None:
    known = (row.drawn, row.drawn_service, given_number(row))
    return number_beside(connection, row.number, service, known, bench=bench, now_us=now_us)


def _free_part(connection: Connection, row: Facts) -> int | None:
    """The part whose number stays free for what the bench may split off; None when there can be no more."""
    if row.split or row.part_of is not None:
        return free_part(connection, row.number)
    return row.next_part or FIRST_MORE


def _write(
    connection: Connection, rows: Sequence[Facts], waybill: str | None, service: ServiceId | None, part: int | None
) -> None:
    """What of it the rows have not: the first carries the number, all of them the service."""
    first, others = rows[0], [row.number for row in rows[1:] if row.service != (service or "")]
    now = {"waybill": waybill, "service": service or "", "next_part": part or first.next_part}
    changed = {name: value for name, value in now.items() if getattr(first, name) != value}
    if changed:
        connection.execute(update(orders).where(orders.c.number == first.number).values(changed))
    if others:
        connection.execute(update(orders).where(orders.c.number.in_(others)).values(service=service or ""))


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
    first = select(_first.c.joined_to).where(_first.c.number == number).scalar_subquery()
    back = (
        update(orders)
        .where(
            or_(orders.c.number == number, orders.c.joined_to == first),
            orders.c.claimed_by == bench,
            orders.c.fence == fence,
            orders.c.state == OrderState.PACKING,
        )
        .values(claimed_by=None, claimed_us=None, lease_us=None, state=SETTLED_STATE)
    )
    rows = connection.execute(back.returning(orders.c.number, orders.c.part_of)).all()
    for row in rows:
        if row.part_of is not None:
            close_if_empty(connection, row.number)
    return bool(rows)


_first = orders.alias()


def release_others(connection: Connection, *, bench: str, kept: Collection[tuple[str, int]]) -> None:
    """Give back every claim of a bench but those of the parcels it has, each by one of its orders and their fence."""
    claimed = select(
        orders.c.number, func.coalesce(orders.c.joined_to, orders.c.number).label("parcel"), orders.c.fence
    )
    mine = claimed.where(orders.c.claimed_by == bench, orders.c.state == OrderState.PACKING)
    rows, kept = connection.execute(mine).all(), frozenset(kept)
    parcels = {(row.parcel, row.fence) for row in rows if (row.number, row.fence) in kept}
    for row in rows:
        if (row.parcel, row.fence) not in parcels:
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
    rows = facts_of_parcel(connection, number)
    row = next((row for row in rows if row.number == number), None)
    if row is None:
        return HoldsReply(order=OrderNo(number), reached=True, cancelled=True)
    states = {OrderState(each.state) for each in rows}
    held = holds_of_any(connection, [each.number for each in rows]) if any(each.any_holds for each in rows) else ()
    if states & {OrderState.SHIPPED, OrderState.FINISHED}:
        held += (Hold(reason=HoldReason.ORDER_CHANGED, since_us=now_us, detail="the platform says it is shipped"),)
    mine = all(each.claimed_by == bench and each.fence == row.fence for each in rows)
    waybill, fault = given_number(row), ""
    if needs_waybill and mine and not blocking(held) and states == {OrderState.PACKING}:
        if scanned is not None:
            fault = take_scanned(connection, number, scanned, bench=bench, now_us=now_us)
            row = facts_of(connection, (number,))[0]
        waybill = _number(connection, row, service, bench=bench, now_us=now_us)
        _write(connection, [row, *(each for each in rows if each.number != number)], waybill, service, None)
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
