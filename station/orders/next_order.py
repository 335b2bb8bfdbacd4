"""Give me the next one: the most urgent order that waits and that nobody else is taking at this moment.

The nearest deadline goes first. Where it is far enough away the next order may be one like the last instead, of the
same single item or most likely of the same carrier, so that goods and labels come in runs. Whoever calls has the
transaction.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, or_, select, text

from station.orders.code_meant import Meant
from station.orders.picking_tables import pick_batches, pick_orders, wall_units
from station.orders.shipping_place import packed_at
from station.orders.tables import NEVER_US, USUAL, orders
from station.packing.model import OrderState

TRIES_MAX: Final = 32
"""Orders looked at for one question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a bench asks by: where it stands, what it packed last, and how far from its deadline an order may wait."""

    place: str = ""
    last: str | None = None
    window_us: int = 0


def next_order(connection: Connection, turn: Turn, *, now_us: int, tried: Collection[str] = ()) -> Meant | None:
    """Its row is locked until the transaction ends; who asks meanwhile gets another one.

    An order is passed over for one like the last only while its own deadline is further away than ``window_us``, and
    only for one due within ``window_us`` of it: nothing gets late for a run of its like. Expedited orders are never.
    """
    free = _free(turn.place, tried)
    if turn.last is None or not turn.window_us:
        return _locked(connection, free)
    first = free.subquery()
    last = select(first, *_last).select_from(first.outerjoin(orders, orders.c.number == turn.last))
    row = connection.execute(last).first()
    if row is None:
        return None
    return _alike(connection, turn, row, free, now_us=now_us) or _locked(connection, free)


def _free(place: str, tried: Collection[str]) -> Select[Any]:
    wanted = select(orders.c.number, orders.c.joined_to, orders.c.turn, orders.c.due_us).where(
        *_waits, *packed_at(place)
    )
    if tried:
        wanted = wanted.where(orders.c.number.not_in(tried))
    return wanted.order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number).limit(1)


def _locked(connection: Connection, wanted: Select[Any]) -> Meant | None:
    row = connection.execute(wanted.with_for_update(of=orders, skip_locked=True)).first()
    return None if row is None else Meant(number=row.number, joined=row.joined_to is not None)


def _alike(connection: Connection, turn: Turn, first: Row[Any], free: Select[Any], *, now_us: int) -> Meant | None:
    """One like the last, where the most urgent one has the time; ``first`` is that one, with what the last was like."""
    if first.turn != USUAL or first.due_us - now_us <= turn.window_us or first.country is None:
        return None
    near = free.where(orders.c.turn == USUAL, orders.c.due_us <= min(first.due_us + turn.window_us, NEVER_US))
    for like in _likes(first):
        if (found := _locked(connection, near.where(like))) is not None:
            return found
    return None


_last = (orders.c.single_sku, orders.c.service, orders.c.chosen_service, orders.c.buyer_service, orders.c.country)


def _likes(last: Row[*tuple[Any, ...]]) -> tuple[ColumnElement[bool], ...]:
    """The same item alone; then what a carrier is chosen by, for which carrier it is nobody knows before the claim."""
    carrier = or_(
        and_(orders.c.service != "", orders.c.service == last.service),
        and_(
            orders.c.service == "",
            orders.c.chosen_service == last.chosen_service,
            orders.c.buyer_service == last.buyer_service,
            orders.c.country == last.country,
        ),
    )
    return (carrier,) if last.single_sku is None else (orders.c.single_sku == last.single_sku, carrier)


_partner = orders.alias()
_waits: Final = (
    orders.c.state == OrderState.READY,
    orders.c.claimed_by.is_(None),
    or_(orders.c.joined_to.is_(None), orders.c.joined_to == orders.c.number),
    ~exists().where(_partner.c.joined_to == orders.c.joined_to, _partner.c.state != OrderState.READY),
    ~exists().where(wall_units.c.order_no == orders.c.number),
    ~exists().where(
        pick_orders.c.order_no == orders.c.number,
        text("pick_orders.live"),  # as in the words of its index
        pick_orders.c.batch_id == pick_batches.c.id,
        ~pick_batches.c.single,
    ),
)
"""What lies in a cell or comes in a tote is packed from there; of orders under one waybill the first is meant."""
