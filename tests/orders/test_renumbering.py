"""A number voided at a bench: out of use for ever, and the order gets another one."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from station.orders.engine import reading, writing
from station.orders.numbers import NumberState
from station.orders.orderbook import OrderBook
from station.orders.pool import voided
from station.orders.relay import Relay
from station.orders.tables import orders, waybill_numbers
from station.packing.events import OrderOpened
from station.packing.model import OrderNo, ServiceId, Waybill
from station.packing.print_events import WaybillVoided
from tests.orders.conftest import ROUTING, YTO, put_order
from tests.orders.recorded import T0, Recorded

OLD, NEW = "YT0000000000000", "YT0000000000001"


def _claimed(book: OrderBook, *, given: str = "") -> Recorded:
    """The order is open at bench B01 with its number: one of the pool, or its platform's."""
    book.add_numbers([OLD, NEW], YTO, now_us=T0)
    put_order(book.engine, "1", {"A": 1})
    if given:
        with writing(book.engine) as connection:
            connection.execute(update(orders).where(orders.c.number == "1").values(waybill=given))
    reply = book.claim("1", bench="B01", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    assert reply.order.waybill == (given or OLD)
    ledger = Recorded()
    opened = OrderOpened(order=reply.order, fence=reply.fence, prompts=(), carton="", carton_mg=0, filler_mg=0)
    ledger.add(opened, order="1")
    return ledger


def _void(book: OrderBook, ledger: Recorded, number: str) -> None:
    ledger.add(WaybillVoided(waybill=Waybill(number), why="wrong_box", by="p-9"), order="1")
    Relay(ledger, log=ledger.log)(book)


def _asked(book: OrderBook) -> str | None:
    reply = book.holds(
        OrderNo("1"), bench="B01", fence=1, needs_waybill=True, service=ServiceId("yto"), now_us=T0
    )  # fmt: skip
    return reply.waybill


@pytest.mark.parametrize("given", ["", "PLATFORM1"])
def test_another_number_in_its_place(book: OrderBook, given: str) -> None:
    """The void one is never given again, with its reason on record; the next one is drawn, once."""
    ledger = _claimed(book, given=given)
    _void(book, ledger, given or OLD)
    first, again = _asked(book), _asked(book)
    assert first == again
    assert first == (OLD if given else NEW)
    with reading(book.engine) as connection:
        assert [(each.number, each.note) for each in voided(connection)] == [(given or OLD, "wrong_box")]


def test_a_platform_that_names_the_void_number_again(book: OrderBook) -> None:
    """A file imported later does not bring the number back to life."""
    ledger = _claimed(book, given="PLATFORM1")
    _void(book, ledger, "PLATFORM1")
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "1").values(waybill="PLATFORM1"))
    assert _asked(book) == OLD


def test_a_number_is_voided_whoever_has_the_order_by_now(book: OrderBook) -> None:
    """Paper under that number may be on a box: the claim does not matter."""
    ledger = _claimed(book)
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "1").values(claimed_by="B02", fence=9))
    _void(book, ledger, OLD)
    with reading(book.engine) as connection:
        wanted = select(waybill_numbers.c.state).where(waybill_numbers.c.number == OLD)
        assert connection.execute(wanted).scalar() == NumberState.VOID
