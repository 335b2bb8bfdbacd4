"""Looking for orders: the queue, the finder, the lists of ``orders``. Reads only; whoever calls has the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, or_, select

from station.orders.holding import holds_of_each
from station.orders.order_copy import deadline_of
from station.orders.shipping_place import packed_at
from station.orders.tables import EXPEDITED, NEVER_US, USUAL, order_lines, orders
from station.packing.model import Hold, OrderNo, OrderState

LIMIT_MAX = 10_000
BATCH = 500
"""Orders counted in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """An order in a list. ``name`` is the recipient's: masked before anyone sees it who needs not."""

    number: OrderNo
    platform: str
    shop: str
    state: OrderState
    name: str
    country: str
    service: str
    waybill: str
    bench: str
    gift: bool
    deadline_us: int | None
    paid_us: int | None
    lines: int
    units: int
    holds: tuple[Hold, ...] = ()
    expedited: bool = False


def search(connection: Connection, text: str, *, state: OrderState | None, limit: int) -> Sequence[OrderRow]:
    """Orders whose number, waybill, tote, recipient or SKU has ``text``, in the order of the queue."""
    conditions: list[ColumnElement[bool]] = []
    if text:
        conditions.append(_has(text))
    if state is not None:
        conditions.append(orders.c.state == state)
    return _rows(connection, conditions, limit)


def queue(connection: Connection, *, limit: int, place: str = "") -> Sequence[OrderRow]:
    """What to pack next: ready orders; expedited ones, then the nearest deadline first."""
    return _rows(connection, waiting_at(place), limit)


def waiting_at(place: str) -> list[ColumnElement[bool]]:
    """What stands in the queue of a place: ready orders that nothing under the same waybill holds."""
    alone = orders.c.joined_to.is_(None)  # nearly all are; looked at first, it saves a million looks at others
    return [orders.c.state == OrderState.READY, or_(alone, ~_held_with_another), *packed_at(place)]


_partner = orders.alias()
_held_with_another = exists().where(_partner.c.joined_to == orders.c.joined_to, _partner.c.state == OrderState.HELD)
"""Whether what holds an order under the same waybill holds this one, too: it is one box."""


def _has(text: str) -> ColumnElement[bool]:
    beginning = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    skus = select(order_lines.c.order_no).where(order_lines.c.sku == text)
    return or_(
        orders.c.number.like(beginning, escape="\\"),
        orders.c.number.like("%" + beginning, escape="\\"),
        orders.c.waybill == text,
        orders.c.tote == text,
        orders.c.name.like("%" + beginning, escape="\\"),
        orders.c.number.in_(skus),
    )


def _rows(connection: Connection, conditions: list[ColumnElement[bool]], limit: int) -> Sequence[OrderRow]:
    wanted = (
        select(orders)
        .where(*conditions)
        .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
        .limit(min(limit, LIMIT_MAX))
    )
    found = connection.execute(wanted).all()
    told: list[OrderRow] = []
    for start in range(0, len(found), BATCH):
        part = found[start : start + BATCH]
        numbers = [row.number for row in part]
        counted, held = _counted(connection, numbers), holds_of_each(connection, numbers)
        told += (_row(row, *counted.get(row.number, (0, 0)), held.get(row.number, ())) for row in part)
    return told


def _counted(connection: Connection, numbers: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Lines and units of many orders at once: a screen shows a hundred and waits for them."""
    counts = select(order_lines.c.order_no, func.count(), func.sum(order_lines.c.quantity))
    part = counts.where(order_lines.c.order_no.in_(numbers)).group_by(order_lines.c.order_no)
    return {number: (lines, int(units)) for number, lines, units in connection.execute(part)}


def _row(row: Row[Any], lines: int, units: int, held: tuple[Hold, ...]) -> OrderRow:
    return OrderRow(
        number=OrderNo(row.number),
        **{name: getattr(row, name) for name in ("platform", "shop", "name", "country", "service", "gift")},
        state=OrderState(row.state),
        waybill=row.waybill or "",
        bench=row.claimed_by or "",
        deadline_us=deadline_of(row),
        paid_us=row.paid_us,
        lines=lines,
        units=units,
        holds=held,
        expedited=row.turn == EXPEDITED,
    )


def next_cut_off(connection: Connection, *, place: str = "") -> int | None:
    """The nearest deadline of the ready orders, in whatever turn they are packed; microseconds UTC."""
    here = (orders.c.state == OrderState.READY, *packed_at(place))
    ready = select(orders.c.due_us).where(*here).order_by(orders.c.due_us).limit(1)
    each = (connection.execute(ready.where(orders.c.turn == turn)).scalar() for turn in (EXPEDITED, USUAL))
    return min((due_us for due_us in each if due_us is not None and due_us < NEVER_US), default=None)


def count_by_state(connection: Connection, *, place: str = "") -> dict[OrderState, int]:
    counted = select(orders.c.state, func.count()).where(*(packed_at(place) if place else ())).group_by(orders.c.state)
    return {OrderState(state): count for state, count in connection.execute(counted).all()}


def rows_of(connection: Connection, numbers: Sequence[str]) -> Sequence[OrderRow]:
    """These orders as a list shows them, in the order given; at most ``BATCH``, unknown ones are left out."""
    assert len(numbers) <= BATCH, "one statement's worth"
    found = {row.number: row for row in connection.execute(select(orders).where(orders.c.number.in_(numbers)))}
    counted, held = _counted(connection, numbers), holds_of_each(connection, numbers)
    there = (number for number in numbers if number in found)
    return [_row(found[number], *counted.get(number, (0, 0)), held.get(number, ())) for number in there]
