"""An order in several parcels: which orders of the book are its parts, and how its units are divided among them.

The platform's order keeps its number for the first parcel; ``SO-1#2`` is an order of its own for the second. Every unit
is in exactly one part. Whoever calls has the transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from station.errors import Trouble
from station.orders.order_values import value_columns
from station.orders.parts_tables import parting_acts
from station.orders.single import settle_single
from station.orders.tables import order_lines, orders
from station.packing.model import OrderLine, OrderNo, OrderState

PARTS_MAX = 99
FIRST_MORE = 2
"""The second parcel of an order."""

_MARK = "#"
FREE = (OrderState.READY, OrderState.HELD)
UNSEALED = (*FREE, OrderState.PACKING)


def part_number(root: str, part: int) -> OrderNo:
    return OrderNo(f"{root}{_MARK}{part}")


def parts_of(connection: Connection, number: str) -> tuple[Row[Any], ...]:
    """The rows of all parcels of the order that ``number`` is or is a part of, the first first."""
    root = root_of(connection, number)
    rows = select(orders).where(or_(orders.c.number == root, orders.c.part_of == root))
    return tuple(connection.execute(rows.order_by(orders.c.part)).all())


def root_of(connection: Connection, number: str) -> str:
    """The platform's number; the same for an order that was never split."""
    return connection.execute(select(orders.c.part_of).where(orders.c.number == number)).scalar() or number


def is_split(connection: Connection, number: str) -> bool:
    return connection.execute(select(orders.c.number).where(orders.c.part_of == number)).first() is not None


def keep_number_free(connection: Connection, number: str) -> OrderNo | None:
    """The number of the part that a bench may split off ``number``; the same at every asking, and no other order's.

    None when the order has all the parts it may have.
    """
    part = free_part(connection, number)
    if part is None:
        return None
    connection.execute(update(orders).where(orders.c.number == number).values(next_part=part))
    return part_number(root_of(connection, number), part)


def free_part(connection: Connection, number: str) -> int | None:
    """The same as its place among the parcels; whoever calls writes it down."""
    rows = parts_of(connection, number)
    part = next(row.next_part for row in rows if row.number == number)
    if part is not None and all(row.part != part for row in rows):
        return int(part)
    fresh = fresh_number(rows)
    return None if fresh is None else int(fresh.rpartition(_MARK)[2])


def fresh_number(rows: Sequence[Row[Any]]) -> OrderNo | None:
    """A number for one more of these parcels of one order: none of theirs, and none that a bench may give."""
    part = 1 + max(max(row.part, row.next_part or 0) for row in rows)
    return part_number(rows[0].number, part) if part <= PARTS_MAX else None


def add_part(connection: Connection, row: Row[Any], part: int, lines: Sequence[OrderLine], **values: Any) -> OrderNo:
    """One more parcel of the order of ``row``, with its address, its time and its turn, and a waybill to come."""
    root = row.part_of or row.number
    number = part_number(root, part)
    made = {
        **row._mapping,
        **_FRESH,
        "number": number,
        "part_of": root,
        "part": part,
        "state": OrderState.READY,
        **values,
    }
    connection.execute(insert(orders).values(made))
    put_lines(connection, number, lines)
    return number


_FRESH = {
    "next_part": None,
    "joined_to": None,
    "waybill": None,
    "claimed_by": None,
    "claimed_us": None,
    "fence": 0,
    "tare_mg": None,
    "sealed_us": None,
    "units_stated": 0,
}
"""What a parcel does not have from the one before it."""


def put_lines(connection: Connection, number: str, lines: Sequence[OrderLine]) -> None:
    """These lines and no others; those that came out of a kit stay what they are."""
    connection.execute(delete(order_lines).where(order_lines.c.order_no == number))
    rows = [
        {
            "order_no": number,
            "position": position,
            "sku": line.sku,
            "quantity": line.quantity,
            "name": line.name,
            "variant": line.variant,
            "kind": line.kind.value,
            "kit": line.kit,
            **value_columns(line.declared_value),
        }
        for position, line in enumerate(line for line in lines if line.quantity)
    ]
    if rows:
        connection.execute(insert(order_lines), rows)
    settle_single(connection, number)


def together(lines: Iterable[OrderLine]) -> tuple[OrderLine, ...]:
    """Lines of several parts as one order's: the same goods counted up."""
    found: dict[tuple[object, ...], OrderLine] = {}
    for line in lines:
        key = (line.sku, line.kind, line.variant, line.kit)
        known = found.get(key)
        found[key] = line if known is None else replace(known, quantity=known.quantity + line.quantity)
    return tuple(found.values())


def minus(lines: Iterable[OrderLine], taken: Iterable[OrderLine]) -> tuple[tuple[OrderLine, ...], dict[str, int]]:
    """The lines without what was taken of each SKU, and what was taken that they do not have."""
    away: dict[str, int] = {}
    for line in taken:
        away[line.sku] = away.get(line.sku, 0) + line.quantity
    left: list[OrderLine] = []
    for line in lines:
        units = min(line.quantity, away.get(line.sku, 0))
        away[line.sku] = away.get(line.sku, 0) - units
        left.append(replace(line, quantity=line.quantity - units))
    return tuple(line for line in left if line.quantity), {sku: units for sku, units in away.items() if units}


def empty_part(connection: Connection, number: str, into: str) -> None:
    """A part that went back into another. Its number stays used, so that no other parcel ever has its evidence."""
    put_lines(connection, number, ())
    gone = {"state": OrderState.CANCELLED, "status_word": f"put back into {into}", "waybill": None, "tote": None}
    connection.execute(update(orders).where(orders.c.number == number).values(gone))


def close_if_empty(connection: Connection, number: str) -> None:
    """A further parcel that a file left without a unit is none any more; the first keeps standing for the order."""
    row = connection.execute(select(orders.c.part_of, orders.c.state).where(orders.c.number == number)).one()
    lines = connection.execute(select(order_lines.c.sku).where(order_lines.c.order_no == number)).first()
    if row.part_of is not None and row.state in FREE and lines is None:
        empty_part(connection, number, row.part_of)


def record(connection: Connection, act: str, number: str, about: Iterable[str], *, who: str, now_us: int) -> None:
    """What was done about an order's parcels, kept for good."""
    values = {"order_no": number, "at_us": now_us, "who": who, "act": act, "orders": json.dumps(list(about))}
    connection.execute(insert(parting_acts).values(values))


def known(connection: Connection, number: str) -> Row[Any]:
    row = connection.execute(select(orders).where(orders.c.number == number).with_for_update()).first()
    if row is None:
        raise Trouble(f"there is no order {number}")
    return row


def count_parts(connection: Connection, number: str) -> int:
    """How many parcels an order has so far, those put back not counted."""
    root = root_of(connection, number)
    mine = or_(orders.c.number == root, orders.c.part_of == root)
    gone = (orders.c.part_of.is_not(None)) & (orders.c.state == OrderState.CANCELLED)
    return connection.execute(select(func.count()).select_from(orders).where(mine, ~gone)).scalar_one()
