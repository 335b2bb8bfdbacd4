"""Requests to cancel an order, on both databases (B7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from station.errors import Trouble
from station.orders.cancelling import CancelAnswer, Fault, ask, cancellations_of, reply
from station.orders.orderbook import OrderBook
from station.packing.inputs import Found
from station.packing.model import HoldReason, OrderState
from tests.orders.conftest import ROUTING, put_order

T0 = 1_790_000_000_000_000


def _ask(book: OrderBook, number: str = "SO-1") -> None:
    ask(book, number, fault=Fault.SELLER, reason="卖家缺货", who="客服 1", now_us=T0)


def _reply(book: OrderBook, given: CancelAnswer, number: str = "SO-1") -> None:
    reply(book, number, given, who="店长", now_us=T0 + 1, note="已与买家说好")


def _state(book: OrderBook, number: str = "SO-1") -> OrderState:
    order = book.order_copy(number)
    assert order is not None
    return order.state


def test_a_request_holds_until_it_is_refused(book: OrderBook) -> None:
    """Whose fault it is, who recorded and who answered are kept; refused, the order goes on."""
    put_order(book.engine, "SO-1", {"A": 1})
    _ask(book)
    assert book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).found is Found.HELD
    assert cancellations_of(book, open_only=True) == cancellations_of(book, "SO-1")
    _reply(book, CancelAnswer.REFUSED)
    assert _state(book) is OrderState.READY
    (kept,) = cancellations_of(book)
    assert (kept.fault, kept.reason, kept.recorded_by) == (Fault.SELLER, "卖家缺货", "客服 1")
    assert (kept.answer, kept.answered_by, kept.answered_us, kept.note) == (
        CancelAnswer.REFUSED, "店长", T0 + 1, "已与买家说好",
    )  # fmt: skip
    assert cancellations_of(book, open_only=True) == ()


def test_agreed_is_cancelled_even_on_a_bench(book: OrderBook) -> None:
    """An agreed request ends the order; the bench that has it open is told before its label."""
    put_order(book.engine, "SO-1", {"A": 1})
    fence = book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).fence
    _ask(book)
    _reply(book, CancelAnswer.AGREED)
    told = book.holds("SO-1", bench="B01", fence=fence, needs_waybill=False, service=None, now_us=T0)
    assert told.cancelled
    assert _state(book) is OrderState.CANCELLED


def test_the_platforms_own_hold_stays(book: OrderBook) -> None:
    """A refusal here lifts nothing that the platform says: only its newer word does."""
    put_order(book.engine, "SO-1", {"A": 1})
    book.hold("SO-1", HoldReason.DISPUTE, now_us=T0)
    _ask(book)
    _reply(book, CancelAnswer.REFUSED)
    assert _state(book) is OrderState.HELD


def test_a_second_request_after_the_answer(book: OrderBook) -> None:
    """A buyer may ask again, and it holds again."""
    put_order(book.engine, "SO-1", {"A": 1})
    for _time in range(2):
        _ask(book)
        assert _state(book) is OrderState.HELD
        _reply(book, CancelAnswer.REFUSED)
    assert len(cancellations_of(book)) == 2


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda book: _ask(book, "NOPE"), "there is no order NOPE"),
        (lambda book: _ask(book, "SO-OPEN"), "is open already"),
        (lambda book: _ask(book, "SO-GONE"), "SO-GONE is handed_over"),
        (lambda book: _reply(book, CancelAnswer.AGREED, "SO-1"), "no request to cancel order SO-1 is open"),
        (lambda book: _reply(book, CancelAnswer.AGREED, "NOPE"), "there is no order NOPE"),
        (lambda book: _ask(book, "SO-1#2"), "one parcel of order SO-1. Name order SO-1"),
    ],
)
def test_what_cannot_be(book: OrderBook, act: Callable[[OrderBook], None], words: str) -> None:
    """Requests and answers that make no sense are a sentence and leave nothing behind."""
    put_order(book.engine, "SO-1", {"A": 1})
    put_order(book.engine, "SO-1#2", {"A": 1}, part_of="SO-1", part=2)
    put_order(book.engine, "SO-OPEN", {"A": 1})
    put_order(book.engine, "SO-GONE", {"A": 1}, state="handed_over")
    _ask(book, "SO-OPEN")
    with pytest.raises(Trouble, match=words):
        act(book)
    assert [each.order for each in cancellations_of(book)] == ["SO-OPEN"]


def test_a_parcel_that_left_is_not_cancelled(book: OrderBook) -> None:
    """One parcel of two is with the carrier: agreeing is refused, and nothing has changed."""
    put_order(book.engine, "SO-1", {"A": 1})
    put_order(book.engine, "SO-1#2", {"A": 1}, part_of="SO-1", part=2, state="handed_over")
    _ask(book)
    with pytest.raises(Trouble, match="parcel SO-1#2 has left the house"):
        _reply(book, CancelAnswer.AGREED)
    assert _state(book) is OrderState.HELD
    _reply(book, CancelAnswer.REFUSED)
    assert _state(book) is OrderState.READY
