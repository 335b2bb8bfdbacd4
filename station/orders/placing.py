"""Choosing by hand which place ships an order (D5, B15). A public function that takes the book is one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select, update

from station.errors import Trouble
from station.orders.engine import reading, writing
from station.orders.gating import settle
from station.orders.holding import HoldAct, record
from station.orders.orderbook import OrderBook
from station.orders.shops import NO_GATES
from station.orders.tables import orders
from station.packing.model import OrderState
from station.packing.places import Place

_FREE = (OrderState.READY, OrderState.HELD, OrderState.OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """A place of a shop, and how many orders wait there for a bench, are held, or go without one."""

    shop: str
    place: Place
    ready: int
    held: int
    outside: int


def choose_place(book: OrderBook, number: str, place_id: str, *, who: str, now_us: int) -> None:
    """This place ships the order whatever file or nearness say; an empty place leaves it to them again.

    Raises:
        Trouble: there is no such order, a bench has it or had it, or its shop has no such place.
    """
    with writing(book.engine) as connection:
        row = connection.execute(select(orders).where(orders.c.number == number)).first()
        if row is None:
            raise Trouble(f"there is no order {number}")
        if row.state not in _FREE:
            raise Trouble(f"order {number} is {row.state}; its place can no longer be changed")
        gates = book.gates.get(row.shop, NO_GATES)
        if place_id and gates.place(place_id) is None:
            known = ", ".join(place.id for place in gates.places) or "none"
            raise Trouble(f"shop {row.shop} has no place {place_id[:40]!r}; known: {known}")
        values = {"ship_from": place_id, "place_by": who if place_id else ""}
        connection.execute(update(orders).where(orders.c.number == number).values(values))
        record(connection, number, HoldAct.PLACED, now_us=now_us, who=who, note=place_id)
        settle(connection, [number], book.gates, now_us=now_us)


def places(book: OrderBook) -> tuple[PlaceCount, ...]:
    """All places of all shops, as the shops' files have them."""
    counted = select(orders.c.shop, orders.c.ship_from, orders.c.state, func.count())
    with reading(book.engine) as connection:
        rows = connection.execute(
            counted.where(orders.c.state.in_(_FREE)).group_by(orders.c.shop, orders.c.ship_from, orders.c.state)
        )
        found = {(shop, place, state): count for shop, place, state, count in rows}
    return tuple(
        PlaceCount(
            shop=shop,
            place=place,
            ready=found.get((shop, place.id, OrderState.READY), 0),
            held=found.get((shop, place.id, OrderState.HELD), 0),
            outside=found.get((shop, place.id, OrderState.OUTSIDE), 0),
        )
        for shop, gates in sorted(book.gates.items())
        for place in gates.places
    )
