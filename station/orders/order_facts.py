"""One look at an order: its row, and beside it what else the book may have of it, so that nobody asks for nothing.

Of an order that is like most, one statement says that nothing holds it, nothing of it lies in a cell and no bench has
recorded anything of it. Who takes an order looks after its row is locked. Reads only; whoever calls has the
transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, exists, or_, select

from station.orders.brought import TOLD_KINDS
from station.orders.cell_codes import CELL
from station.orders.numbers import DRAWN, DRAWN_SERVICE, VOIDED
from station.orders.picking_tables import wall_units
from station.orders.tables import events, holds, orders

_part = orders.alias()
_first = orders.alias()

FACTS: Final = select(
    orders,
    exists()
    .where(
        or_(holds.c.order_no == orders.c.number, holds.c.order_no == orders.c.part_of), holds.c.released_us.is_(None)
    )
    .label("any_holds"),
    exists().where(_part.c.part_of == orders.c.number).label("split"),
    exists().where(wall_units.c.order_no == orders.c.number).label("walled"),
    exists().where(events.c.order_no == orders.c.number, events.c.kind.in_(TOLD_KINDS)).label("told"),
    CELL.label("cell"),
    DRAWN.label("drawn"),
    DRAWN_SERVICE.label("drawn_service"),
    VOIDED.label("voided"),
)
"""``drawn`` is the order's number of the pool and ``drawn_service`` whose it is; ``voided`` says that ``waybill`` is
none any more."""

Facts = Row[Any]


def facts_of(connection: Connection, numbers: Sequence[str]) -> list[Facts]:
    """In the order of ``numbers``; an order that is not there is left out."""
    if len(numbers) == 1:
        return list(connection.execute(FACTS.where(orders.c.number == numbers[0])))
    found = {row.number: row for row in connection.execute(FACTS.where(orders.c.number.in_(numbers)))}
    return [found[number] for number in numbers if number in found]


def facts_of_parcel(connection: Connection, number: str) -> list[Facts]:
    """Of all orders under one waybill with ``number``, the first first; of itself alone when it is under none."""
    first = select(_first.c.joined_to).where(_first.c.number == number).scalar_subquery()
    rows = connection.execute(FACTS.where(or_(orders.c.number == number, orders.c.joined_to == first))).all()
    return sorted(rows, key=lambda row: (row.number != row.joined_to, row.number))


def given_number(facts: Facts) -> str | None:
    """The number that stands with the order; one that was voided here is none."""
    return str(facts.waybill) if facts.waybill and not facts.voided else None
