"""Which orders go into a new pick batch. Whoever calls has the transaction; their rows are locked until it ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, Select, exists, select

from station.errors import Trouble
from station.orders.joint import joined_with
from station.orders.picking_tables import pick_orders, wall_units
from station.orders.shipping_place import packed_at
from station.orders.tables import orders
from station.packing.model import OrderNo, OrderState

NAMED_MAX = 10
"""Orders or cells named in one sentence."""

Parcel: TypeAlias = tuple[Row[Any], ...]
"""Rows of the orders that share a cell, the one first that leads; one alone nearly always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a new batch is to hold. ``numbers`` are taken in the order of urgency, not as given.

    ``most`` is how many parcels at most. ``place`` is empty where one place ships everything.
    """

    numbers: tuple[str, ...] = ()
    most: int
    single: bool = False
    place: str = ""


def chosen(connection: Connection, wanted: Wanted) -> Sequence[Parcel]:
    """The parcels of the batch, the most urgent first; never none.

    Raises:
        Trouble: an order that is named cannot be picked now, or none can.
    """
    asked = sorted(set(wanted.numbers)) or connection.execute(_numbers(wanted)).scalars().all()
    numbers = _with_partners(connection, asked)
    connection.execute(select(orders.c.number).where(orders.c.number.in_(numbers)).order_by(orders.c.number)
                       .with_for_update()).all()  # fmt: skip
    free = connection.execute(_free(wanted).where(orders.c.number.in_(numbers))).all()
    if wanted.numbers:
        _refuse_missing(connection, numbers, {row.number for row in free})
    parcels = _parcels(connection, free)
    if not parcels:
        kind = "order of one unit" if wanted.single else "order"
        raise Trouble(f"no {kind} is ready to be picked", remedy="See: sealbench orders --state ready.")
    return parcels[: wanted.most]


def _numbers(wanted: Wanted) -> Select[Any]:
    return _free(wanted).with_only_columns(orders.c.number).limit(wanted.most)


def _free(wanted: Wanted) -> Select[Any]:
    """Ready, nobody's, in no open batch, with nothing of it on a wall; the most urgent first."""
    statement = select(orders).where(
        orders.c.state == OrderState.READY,
        orders.c.claimed_by.is_(None),
        *packed_at(wanted.place),
        ~exists().where(pick_orders.c.order_no == orders.c.number, pick_orders.c.live),
        ~exists().where(wall_units.c.order_no == orders.c.number),
    )
    if wanted.single:
        statement = statement.where(orders.c.single_sku.is_not(None), orders.c.joined_to.is_(None))
    return statement.order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)


def _with_partners(connection: Connection, numbers: Iterable[str]) -> list[str]:
    """The numbers, and those of the orders that share a waybill with one of them."""
    joined = select(orders.c.number).where(orders.c.number.in_(numbers), orders.c.joined_to.is_not(None))
    partners = [each for number in connection.execute(joined).scalars() for each in joined_with(connection, number)]
    return sorted({*numbers, *partners})


def _parcels(connection: Connection, free: Sequence[Row[Any]]) -> list[Parcel]:
    """The free orders as parcels; a joint one only when all its orders are free."""
    by_number = {row.number: row for row in free}
    parcels: list[Parcel] = []
    seen: set[OrderNo] = set()
    for row in free:
        numbers = (row.number,) if row.joined_to is None else joined_with(connection, row.number)
        if numbers[0] not in seen and all(number in by_number for number in numbers):
            parcels.append(tuple(by_number[number] for number in numbers))
        seen.add(numbers[0])
    return parcels


def _refuse_missing(connection: Connection, numbers: Sequence[str], free: set[str]) -> None:
    reasons = [_why_not(connection, number) for number in numbers if number not in free]
    if reasons:
        raise Trouble(f"not to be picked now: {some(reasons)}", remedy="Leave them out; the others are free.")


def _why_not(connection: Connection, number: str) -> str:
    row = connection.execute(select(orders).where(orders.c.number == number)).first()
    if row is None:
        return f"{number} (no such order)"
    batch = select(pick_orders.c.batch_id).where(pick_orders.c.order_no == number, pick_orders.c.live)
    found = connection.execute(batch).scalar()
    if found is not None:
        return f"{number} (in batch {found})"
    if row.state != OrderState.READY:
        return f"{number} ({row.state})"
    on_wall = select(wall_units.c.batch_id).where(wall_units.c.order_no == number).limit(1)
    left = connection.execute(on_wall).scalar()
    if left is not None:
        return f"{number} (its goods lie in a cell of batch {left})"
    if row.ship_from:
        return f"{number} (ships from {row.ship_from})"
    return f"{number} (more than one unit)"


def some(names: Sequence[str]) -> str:
    """The first names of a list, and how many more there are."""
    more = f" and {len(names) - NAMED_MAX} more" if len(names) > NAMED_MAX else ""
    return ", ".join(names[:NAMED_MAX]) + more
