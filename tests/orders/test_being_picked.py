"""An order that is being picked is neither divided nor joined in the office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from station.codes import read
from station.errors import Trouble
from station.orders.orderbook import OrderBook
from station.orders.parting import join_orders, part_orders, put_together, review, shares_with, split_order
from station.orders.pick_choice import Wanted
from station.orders.picking import leave_out, open_batch
from station.orders.wall import empty, sort
from station.packing.inputs import Instant
from tests.orders.conftest import BUYER, put_order
from tests.orders.recorded import T0


@pytest.fixture
def shop(book: OrderBook) -> OrderBook:
    """SO-1 and SO-2 of one buyer, SO-3 in two parcels, SO-4 and SO-5 under one waybill."""
    put_order(book.engine, "SO-1", {"MUG": 2, "CARD": 1}, **BUYER)
    put_order(book.engine, "SO-2", {"MUG": 1}, **BUYER)
    put_order(book.engine, "SO-3", {"MUG": 2})
    split_order(book, "SO-3", {"MUG": 1}, who="W1", now_us=T0)
    for number in ("SO-4", "SO-5"):
        put_order(book.engine, number, {"HAT": 1}, **{**BUYER, "name": "李示例"})
    join_orders(book, ("SO-4", "SO-5"), who="W1", now_us=T0)
    return book


def _split(book: OrderBook) -> object:
    return split_order(book, "SO-1", {"MUG": 1}, who="W1", now_us=T0)


def _join(book: OrderBook) -> object:
    return join_orders(book, ("SO-1", "SO-2"), who="W1", now_us=T0)


def _put_together(book: OrderBook) -> object:
    return put_together(book, "SO-3", who="W1", now_us=T0)


def _part(book: OrderBook) -> object:
    return part_orders(book, "SO-4", who="W1", now_us=T0)


@pytest.mark.parametrize(
    ("numbers", "act", "named"),
    [
        (("SO-1",), _split, "SO-1"),
        (("SO-2",), _join, "SO-2"),
        (("SO-3#2",), _put_together, "SO-3#2"),
        (("SO-4", "SO-5"), _part, "SO-4"),
    ],
)
def test_the_batch_is_named(
    shop: OrderBook, numbers: tuple[str, ...], act: Callable[[OrderBook], object], named: str
) -> None:
    """Nothing changes, the sentence names the batch, and the way out of it works."""
    batch = open_batch(shop, Wanted(numbers=numbers, most=60), who="W1", now_us=T0)
    before = shop.search()
    with pytest.raises(Trouble, match=rf"order {named} is in pick batch {batch}") as told:
        act(shop)
    assert f"pick out {batch} {named}" in told.value.remedy
    assert shop.search() == before
    leave_out(shop, batch, numbers[:1], who="W1", now_us=T0)
    act(shop)


def test_goods_that_lie_in_a_cell(shop: OrderBook) -> None:
    """An order taken out of its batch is still not divided while its goods lie in the cell."""
    batch = open_batch(shop, Wanted(numbers=("SO-1",), most=60), who="W1", now_us=T0)
    now = Instant(wall_us=T0, mono_us=0)
    sort(shop, batch, read("MUG", device="test"), scan_id="s1", who="W1", now=now)
    leave_out(shop, batch, ("SO-1",), who="W1", now_us=T0)
    with pytest.raises(Trouble, match=f"goods of order SO-1 lie in cell 1 of pick batch {batch}"):
        _split(shop)
    empty(shop, batch, 1, who="W1", now_us=T0)
    assert _split(shop) == "SO-1#2"


def test_what_is_being_picked_is_not_proposed(shop: OrderBook) -> None:
    """The review does not offer a merge that would be refused."""
    assert [group.numbers for group in review(shop).proposed] == [("SO-1", "SO-2")]
    open_batch(shop, Wanted(numbers=("SO-2",), most=60), who="W1", now_us=T0)
    assert review(shop).proposed == ()
    assert shares_with(shop, "SO-2") == ()
