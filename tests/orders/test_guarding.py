"""The look at an order that a bench has open, on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, event, update

from station.orders.engine import writing
from station.orders.guarding import alarm, changes_of
from station.orders.holding import SHORTAGE, put_hold
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders
from station.packing.inputs import Found, OrderAlarm, OrderReply
from station.packing.model import Aspect, HoldReason, Order
from tests.orders.conftest import BUYER, ROUTING, put_order
from tests.orders.recorded import T0


def _claim(book: OrderBook, number: str = "SO-1", bench: str = "B01") -> OrderReply:
    reply = book.claim(number, bench=bench, now_us=T0, routing=ROUTING)
    assert reply.found is Found.CLAIMED
    return reply


def _look(book: OrderBook, reply: OrderReply, **values: Any) -> OrderAlarm | None:
    assert reply.order is not None
    order: Order = replace(reply.order, **values)
    return alarm(book, order, bench="B01", fence=reply.fence, routing=ROUTING, now_us=T0)


def _change(book: OrderBook, number: str = "SO-1", **values: Any) -> None:
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == number).values(values))


@pytest.fixture
def reply(book: OrderBook) -> OrderReply:
    """An order claimed by bench B01."""
    put_order(book.engine, "SO-1", {"A": 2}, name="A Example", street="Road 1", buyer_service="顺丰")
    return _claim(book)


def test_all_as_it_was_says_nothing_and_reads_once(book: OrderBook, reply: OrderReply) -> None:
    """One statement a look, and no alarm."""
    said: list[str] = []

    def tell(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    event.listen(book.engine, "before_cursor_execute", tell)
    try:
        assert _look(book, reply) is None
    finally:
        event.remove(book.engine, "before_cursor_execute", tell)
    assert len([each for each in said if "orders" in each]) == 1


def test_a_cancelled_order_stops(book: OrderBook, reply: OrderReply) -> None:
    """The platform said no while the box was open."""
    _change(book, state="cancelled")
    found = _look(book, reply)
    assert found is not None
    assert (found.order, found.cancelled, found.fence) == ("SO-1", True, reply.fence)


def test_a_hold_stops_and_is_named(book: OrderBook, reply: OrderReply) -> None:
    """By a person or a platform; what only warns does not stop."""
    with writing(book.engine) as connection:
        put_hold(connection, "SO-1", HoldReason.SHORTAGE, origin=SHORTAGE, now_us=T0)
        put_hold(connection, "SO-1", HoldReason.INVOICE_MISSING, origin="platform", now_us=T0)
    assert _look(book, reply) is None
    book.hold("SO-1", HoldReason.REFUND_ASKED, now_us=T0)
    found = _look(book, reply)
    assert found is not None
    assert [hold.reason for hold in found.holds] == [HoldReason.REFUND_ASKED]
    assert (found.cancelled, found.revision, found.changes) == (False, 1, ())


def test_a_change_is_told_with_both_versions(book: OrderBook, reply: OrderReply) -> None:
    """Goods and address against the claimed copy; the buyer's service, told in the service's own id, is the same."""
    _change(book, street="Road 2", revision=2)
    with writing(book.engine) as connection:
        connection.execute(update(order_lines).values(quantity=1))
    found = _look(book, reply)
    assert found is not None
    assert found.revision == 2
    assert [(change.what, change.before, change.after) for change in found.changes] == [
        (Aspect.QUANTITY, "2", "1"),
        (Aspect.STREET, "Road 1", "Road 2"),
    ]
    assert reply.order is not None
    assert changes_of(book, reply.order, ROUTING) == found.changes


def test_another_service_of_the_buyers_is_told(book: OrderBook, reply: OrderReply) -> None:
    """The buyer's words are compared as the bench understood them."""
    _change(book, buyer_service="圆通", revision=2)
    found = _look(book, reply)
    assert found is not None
    assert [(change.what, change.before, change.after) for change in found.changes] == [(Aspect.SERVICE, "sf", "圆通")]


def test_another_benchs_claim_stops(book: OrderBook, reply: OrderReply) -> None:
    """Given back by the office and taken elsewhere: the fence is not this bench's."""
    _change(book, claimed_by="B02", fence=2)
    found = _look(book, reply)
    assert found is not None
    assert found.fence == 0
    _change(book, claimed_by="B01", fence=3)
    again = _look(book, reply)
    assert again is not None
    assert again.fence == 3


@pytest.mark.parametrize("state", ["shipped", "finished"])
def test_an_order_that_its_platform_ended_stops(book: OrderBook, reply: OrderReply, state: str) -> None:
    """Somebody shipped it by hand."""
    _change(book, state=state)
    found = _look(book, reply)
    assert found is not None
    assert [hold.reason for hold in found.holds] == [HoldReason.ORDER_CHANGED]


def test_an_order_that_is_gone_stops(book: OrderBook, reply: OrderReply) -> None:
    """A book that was put back from a copy does not know it."""
    with writing(book.engine) as connection:
        connection.execute(delete(order_lines))
        connection.execute(delete(orders))
    found = _look(book, reply)
    assert found is not None
    assert (found.cancelled, found.changes) == (True, ())


def test_any_order_under_the_waybill_stops_the_parcel(book: OrderBook, reply: OrderReply) -> None:
    """Two orders in one box: a hold, a change or a cancel of the second stops both."""
    book.release("SO-1", bench="B01", fence=reply.fence, why="")
    put_order(book.engine, "SO-2", {"B": 1}, buyer_service="顺丰")
    with writing(book.engine) as connection:
        connection.execute(update(orders).values(joined_to="SO-1", **BUYER))
    joint = _claim(book)
    assert _look(book, joint) is None
    _change(book, "SO-2", revision=2)
    changed = _look(book, joint)
    assert changed is not None
    assert joint.order is not None
    assert changed.revision == joint.order.revision + 1
    _change(book, "SO-2", state="cancelled")
    gone = _look(book, joint)
    assert gone is not None
    assert gone.cancelled
