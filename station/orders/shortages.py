"""Shortages: what keeps an order from being packed, whose turn it is, and how it goes on (D2 to D4, feature 17).

An open shortage holds its order, so that nobody is sent to pack it; who has the goods in hand may scan it all the same
(decision 0018). Functions with a connection are called inside somebody's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from station.errors import Trouble
from station.orders.engine import reading, writing
from station.orders.holding import SHORTAGE, put_hold, settle_state
from station.orders.orderbook import OrderBook
from station.orders.shortage_tables import shortages
from station.orders.single import settle_single
from station.orders.tables import holds, order_lines, orders
from station.packing.deadlines import NO_RULES, DeadlineRules, Purpose
from station.packing.events import PackedUnits
from station.packing.model import HoldReason, OrderNo, OrderState, Sku
from station.packing.owners import Owner

LISTED_MAX = 10_000


class Outcome(StrEnum):
    """How it goes on."""

    WAIT = "wait"  # the buyer knows and waits: the shortage stays open
    PARTIAL = "partial"  # the buyer takes what is there
    SUBSTITUTE = "substitute"  # the buyer takes something else
    ARRIVED = "arrived"
    PACKED = "packed"  # said by the sealed parcel


BY_A_PERSON = (Outcome.WAIT, Outcome.PARTIAL, Outcome.SUBSTITUTE, Outcome.ARRIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    id: int
    order: OrderNo
    owner: Owner
    why: str
    missing: tuple[PackedUnits, ...]
    bench: str
    packer: str
    at_us: int
    due_us: int | None
    how: str
    said_by: str


def record_shortage(
    connection: Connection,
    number: str,
    *,
    owner: Owner,
    why: str,
    missing: Iterable[PackedUnits],
    bench: str,
    who: str,
    at_us: int,
    rules: DeadlineRules = NO_RULES,
) -> int:
    """One more, with the time by which its buyer must know (C11); gives its number.

    The order is held, whatever its state, and whoever calls need not settle it.
    """
    told = [{"sku": each.sku, "units": each.units} for each in missing]
    values = {
        "order_no": number,
        "owner": owner,
        "why": why,
        "missing": json.dumps(told),
        "bench": bench,
        "packer": who,
        "at_us": at_us,
        "due_us": _notice_due(connection, number, rules, at_us),
    }
    made = connection.execute(insert(shortages).values(values).returning(shortages.c.id)).scalar_one()
    put_hold(connection, number, HoldReason.SHORTAGE, origin=SHORTAGE, now_us=at_us, detail=f"{owner}: {why}")
    settle_state(connection, number)
    return int(made)


def _notice_due(connection: Connection, number: str, rules: DeadlineRules, at_us: int) -> int | None:
    of_the_order = select(orders.c.shop, orders.c.platform, orders.c.service).where(orders.c.number == number)
    row = connection.execute(of_the_order).one()
    found = rules.deadline(Purpose.SHORTAGE_NOTICE, at_us, shop=row.shop, platform=row.platform, service=row.service)
    return None if found is None else found.due_us


def set_due(connection: Connection, shortage: int, due_us: int | None) -> None:
    """When the buyer must have been told (C11); whoever knows the shop's rule says it."""
    connection.execute(update(shortages).where(shortages.c.id == shortage).values(due_us=due_us))


_open = select(shortages).where(shortages.c.resolved_us.is_(None)).order_by(shortages.c.id)


def open_of(connection: Connection, number: str) -> tuple[Shortage, ...]:
    return tuple(_shortage(row) for row in connection.execute(_open.where(shortages.c.order_no == number)))


def open_shortages(book: OrderBook, owner: Owner | None = None) -> tuple[Shortage, ...]:
    """What is still open, the oldest first; of one owner, or all."""
    wanted = _open if owner is None else _open.where(shortages.c.owner == owner)
    with reading(book.engine) as connection:
        return tuple(_shortage(row) for row in connection.execute(wanted.limit(LISTED_MAX)))


def _shortage(row: Row[Any]) -> Shortage:
    told = json.loads(row.missing)
    return Shortage(
        id=row.id,
        order=OrderNo(row.order_no),
        owner=Owner(row.owner),
        missing=tuple(PackedUnits(sku=Sku(each["sku"]), units=each["units"]) for each in told),
        **{name: getattr(row, name) for name in ("why", "bench", "packer", "at_us", "due_us", "how", "said_by")},
    )


def close_by_parcel(connection: Connection, number: str, *, who: str, now_us: int) -> None:
    """The order is sealed: whatever was missing, it is over."""
    _close(connection, number, Outcome.PACKED, who=who, now_us=now_us)


def hand_on(connection: Connection, number: str, part: str, skus: Collection[str], *, now_us: int) -> None:
    """What is missing did not go into the sealed box: its shortages are those of the next parcel from now on."""
    waits = (orders.c.number == part, orders.c.state.in_((OrderState.READY, OrderState.HELD)))
    if connection.execute(select(orders.c.number).where(*waits)).first() is None:
        return
    for shortage in open_of(connection, number):
        if any(each.sku in skus for each in shortage.missing):
            this = shortages.c.id == shortage.id
            connection.execute(update(shortages).where(this).values(order_no=part))
            detail = f"{shortage.owner}: {shortage.why}"
            put_hold(connection, part, HoldReason.SHORTAGE, origin=SHORTAGE, now_us=now_us, detail=detail)
    if not open_of(connection, number):
        _lift(connection, number, who="", now_us=now_us)
    settle_state(connection, part)


def resolve(book: OrderBook, number: str, how: Outcome, *, who: str, now_us: int, instead: str = "") -> None:
    """All open shortages of an order, by a person's word; ``instead`` is the SKU the buyer takes for what is missing.

    Raises:
        Trouble: there is none, a bench has the order, or what is missing is not one SKU that can be exchanged.
    """
    with writing(book.engine) as connection:
        found = open_of(connection, number)
        if not found:
            raise Trouble(f"order {number} has no open shortage", remedy="Look with: sealbench orders shortages.")
        if how is Outcome.WAIT:
            said = {"how": how, "said_by": who, "said_us": now_us}
            connection.execute(update(shortages).where(*_still(number)).values(said))
            return
        if how is Outcome.SUBSTITUTE:
            _exchange(connection, number, found, instead)
        _close(connection, number, how, who=who, now_us=now_us)


def _still(number: str) -> tuple[Any, ...]:
    return shortages.c.order_no == number, shortages.c.resolved_us.is_(None)


def _close(connection: Connection, number: str, how: Outcome, *, who: str, now_us: int) -> None:
    said = {"how": how, "said_by": who, "said_us": now_us, "resolved_us": now_us}
    if not connection.execute(update(shortages).where(*_still(number)).values(said)).rowcount:
        return
    _lift(connection, number, who=who, now_us=now_us)


def _lift(connection: Connection, number: str, *, who: str, now_us: int) -> None:
    mine = (holds.c.order_no == number, holds.c.origin == SHORTAGE, holds.c.released_us.is_(None))
    connection.execute(update(holds).where(*mine).values(released_us=now_us, released_by=who))
    settle_state(connection, number)


def _exchange(connection: Connection, number: str, found: Sequence[Shortage], instead: str) -> None:
    """The buyer takes another SKU for the missing units (D4): the order's lines say so from now on."""
    state = connection.execute(select(orders.c.state).where(orders.c.number == number)).scalar_one()
    if state not in (OrderState.READY, OrderState.HELD):
        raise Trouble(f"order {number} is {state}", remedy="Its lines change only while no bench has it.")
    missing: dict[str, int] = {}
    for each in (units for shortage in found for units in shortage.missing):
        missing[each.sku] = max(each.units, missing.get(each.sku, 0))
    if len(missing) != 1 or not instead:
        known = ", ".join(missing) or "nothing"
        raise Trouble(f"order {number} misses {known}", remedy="--with SKU exchanges one missing SKU for another.")
    ((sku, units),) = missing.items()
    _put_instead(connection, number, sku, units, instead)
    revised = {"revision": orders.c.revision + 1}
    connection.execute(update(orders).where(orders.c.number == number).values(revised))
    settle_single(connection, number)


def _put_instead(connection: Connection, number: str, sku: str, units: int, instead: str) -> None:
    one = (order_lines.c.order_no == number, order_lines.c.sku == sku, order_lines.c.quantity >= units)
    line = connection.execute(select(order_lines).where(*one).limit(1)).first()
    if line is None:
        remedy = "Import the order as the buyer wants it now."
        raise Trouble(f"no line of order {number} has {units} of {sku}", remedy=remedy)
    here = (order_lines.c.order_no == number, order_lines.c.position == line.position)
    if line.quantity == units:
        connection.execute(delete(order_lines).where(*here))
    else:
        connection.execute(update(order_lines).where(*here).values(quantity=line.quantity - units))
    last = connection.execute(select(func.max(order_lines.c.position)).where(order_lines.c.order_no == number)).scalar()
    other = {"order_no": number, "position": max(-1 if last is None else last, line.position) + 1}
    connection.execute(insert(order_lines).values(other | {"sku": instead, "quantity": units, "kind": line.kind}))
