"""Boxes that were sealed while the office stopped their order, on SQLite and PostgreSQL: somebody hears of it."""

from __future__ import annotations

import pytest

from station.orders.awaiting import Why
from station.orders.cancelling import CancelAnswer, Fault, ask, reply
from station.orders.cases import cases_of
from station.orders.engine import reading
from station.orders.handover import open_handover
from station.orders.handover_scan import scan
from station.orders.help_calls import open_calls
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.deadlines import NO_RULES, Purpose
from station.packing.inputs import Found
from station.packing.model import HoldReason
from tests.orders.conftest import ROUTING, YTO, put_order
from tests.orders.parcels_made import YTO as YTO_VAN
from tests.orders.recorded import T0, Recorded, opened, sealed

NUMBER = "YT0000000000001"


def _sealed_cut_off(book: OrderBook) -> Relay:
    """A bench has the order, loses its line and seals; nothing of it is at the book yet."""
    book.add_numbers([NUMBER], YTO, now_us=T0)
    put_order(book.engine, "SO-1", {"A": 2})
    assert book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED
    ledger = Recorded()
    ledger.add(opened("SO-1"), sealed(NUMBER), order="SO-1")
    return Relay(ledger, log=ledger.log)


def _heard(book: OrderBook) -> list[tuple[str, str | None]]:
    with reading(book.engine) as connection:
        return [(call.bench, call.order_no) for call in open_calls(connection)]


def _cases(book: OrderBook) -> list[tuple[str, str, str]]:
    found = cases_of(book, NO_RULES)
    return [(case.order, case.cause, case.opened_by) for case in found if case.kind is Purpose.PARCEL_STOP]


def _door(book: OrderBook) -> Why | None:
    handover = open_handover(book, YTO_VAN, who="P1", now_us=T0)
    return scan(book, handover.id, NUMBER, who="P1", now_us=T0).why


def test_cancelled_meanwhile(book: OrderBook) -> None:
    """The bench calls, a case says which box to take aside and where it was sealed, and the door refuses it."""
    relay = _sealed_cut_off(book)
    ask(book, "SO-1", fault=Fault.BUYER, reason="changed my mind", who="P1", now_us=T0)
    reply(book, "SO-1", CancelAnswer.AGREED, who="P1", now_us=T0)
    assert (_heard(book), _cases(book)) == ([], [])
    relay(book)
    assert _heard(book) == [("B01", "SO-1")]
    assert _cases(book) == [("SO-1", "cancelled", "B01")]
    assert _door(book) is Why.CANCELLED
    relay(book)
    assert _heard(book) == [("B01", "SO-1")]


def test_held_meanwhile(book: OrderBook) -> None:
    """As cancelled; released, the case is over and the box may go."""
    relay = _sealed_cut_off(book)
    book.hold("SO-1", HoldReason.REFUND_ASKED, now_us=T0)
    relay(book)
    assert _heard(book) == [("B01", "SO-1")]
    assert _cases(book) == [("SO-1", "refund_asked", "B01")]
    assert _door(book) is Why.HELD
    book.release_hold("SO-1", now_us=T0)
    assert _cases(book) == []


@pytest.mark.parametrize("code", [NUMBER, "SO-1"])
def test_an_order_that_nobody_stopped(book: OrderBook, code: str) -> None:
    """No call, no case, and the door takes it by its number or its order's."""
    _sealed_cut_off(book)(book)
    assert (_heard(book), _cases(book)) == ([], [])
    handover = open_handover(book, YTO_VAN, who="P1", now_us=T0)
    assert scan(book, handover.id, code, who="P1", now_us=T0).why is None
