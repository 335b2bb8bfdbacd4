"""Which order is the next one: urgent first, like the last where there is time, and never what others have."""

from __future__ import annotations

import pytest

from station.orders.engine import reading, writing
from station.orders.holding import PERSON, put_hold, settle_state
from station.orders.leasing import claimed
from station.orders.next_order import Turn
from station.orders.orderbook import OrderBook
from station.orders.parting import join_orders
from station.packing.inputs import NEXT_ORDER, Found, OrderReply
from station.packing.model import HoldReason
from tests.orders.conftest import BUYER, ROUTING, put_order
from tests.orders.recorded import T0

HOUR_US = 3_600_000_000
WINDOW_US = HOUR_US // 2


def _next(book: OrderBook, *, last: str | None = None, bench: str = "B01", window_us: int = WINDOW_US) -> str | None:
    reply = book.claim_next(Turn(last=last, window_us=window_us), bench=bench, now_us=T0, routing=ROUTING)
    return None if reply.order is None else str(reply.order.number)


def _put(book: OrderBook, number: str, *, due_us: int, sku: str = "A", **values: object) -> None:
    put_order(book.engine, number, {sku: 1}, due_us=T0 + due_us, single_sku=sku, **values)


def test_the_nearest_deadline_first(book: OrderBook) -> None:
    """By deadline, then nothing; what is expedited goes before all, what is held is never given."""
    for number, hours in (("late", 9), ("soon", 3), ("held", 1)):
        _put(book, number, due_us=hours * HOUR_US)
    _put(book, "first", due_us=20 * HOUR_US, turn=0)
    with writing(book.engine) as connection:
        put_hold(connection, "held", HoldReason.BY_SUPERVISOR, origin=PERSON, now_us=T0)
        settle_state(connection, "held")
    assert [_next(book) for _ in range(4)] == ["first", "soon", "late", None]


def test_whoever_asks_gets_another_one(book: OrderBook) -> None:
    """Two benches never get the same, and the reply is a whole claim."""
    _put(book, "1", due_us=HOUR_US)
    _put(book, "2", due_us=2 * HOUR_US)
    first = book.claim_next(Turn(), bench="B01", now_us=T0, routing=ROUTING)
    second = book.claim_next(Turn(), bench="B02", now_us=T0, routing=ROUTING)
    assert (first.code, first.found, first.fence) == (NEXT_ORDER, Found.CLAIMED, 1)
    assert first.order is not None
    assert second.order is not None
    assert (first.order.number, second.order.number) == ("1", "2")
    none = book.claim_next(Turn(), bench="B03", now_us=T0, routing=ROUTING)
    assert none == OrderReply(code=NEXT_ORDER, found=Found.NONE_READY)


@pytest.mark.parametrize(
    ("due_h", "wanted"),
    [
        ((5.0, 5.4), "alike"),  # both have time, and the like one is due within the window
        ((0.4, 0.45), "urgent"),  # the urgent one is due too soon to be passed over
        ((5.0, 5.6), "urgent"),  # the like one is due too long after it
    ],
)
def test_one_like_the_last(book: OrderBook, due_h: tuple[float, float], wanted: str) -> None:
    """The same item again goes first only where nothing gets late for it."""
    _put(book, "last", due_us=HOUR_US, sku="B")
    assert _next(book) == "last"
    _put(book, "urgent", due_us=int(due_h[0] * HOUR_US))
    _put(book, "alike", due_us=int(due_h[1] * HOUR_US), sku="B")
    assert _next(book, last="last") == wanted


def test_the_same_carrier_comes_after_the_same_item(book: OrderBook) -> None:
    """What its carrier is chosen by is what counts, as long as nobody has claimed it."""
    _put(book, "last", due_us=HOUR_US, country="US")
    assert _next(book) == "last"
    _put(book, "home", due_us=5 * HOUR_US, sku="C")
    _put(book, "abroad", due_us=5 * HOUR_US + 1, sku="D", country="US")
    assert _next(book, last="last") == "abroad"
    assert _next(book, last="abroad", window_us=0) == "home"


def test_what_is_expedited_is_never_passed_over(book: OrderBook) -> None:
    """A run of like orders ends for it, however far its deadline is."""
    _put(book, "last", due_us=HOUR_US, sku="B")
    assert _next(book) == "last"
    _put(book, "alike", due_us=5 * HOUR_US, sku="B")
    _put(book, "expedited", due_us=50 * HOUR_US, turn=0)
    assert _next(book, last="last") == "expedited"


def test_joined_orders_are_one_next(book: OrderBook) -> None:
    """Orders under one waybill come together, by the first of them, and not at all while one of them may not ship."""
    for number, hours in (("1", 3), ("2", 1), ("alone", 2)):
        _put(book, number, due_us=hours * HOUR_US, **BUYER)
    root = join_orders(book, ("1", "2"), who="W1", now_us=T0)
    book.hold("2" if root == "1" else "1", HoldReason.BY_SUPERVISOR, now_us=T0)
    assert [_next(book), _next(book, bench="B02")] == ["alone", None]
    book.release_hold("2" if root == "1" else "1", now_us=T0, who="W1")
    reply = book.claim_next(Turn(), bench="B03", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    assert sorted(reply.order.joined) == ["1", "2"]
    assert _next(book, bench="B04") is None
    with reading(book.engine) as connection:
        assert {one.order for one in claimed(connection, bench="B03")} == {"1", "2"}
