"""The queue by pages: whatever is read in whatever order, the rows are those of the whole queue, on both databases."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import update

from station.orders import queue_pages
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.queue_pages import QueuePages
from station.orders.tables import orders
from station.packing.model import OrderState
from tests.orders.conftest import put_order

ORDERS = 120
SIZE = 7
PLACE = "hangzhou"


@pytest.fixture
def long_book(book: OrderBook) -> OrderBook:
    """Many due at the same times, some never paid; expedited ones, another place's, and one held for another."""
    for at in range(ORDERS):
        paid_us = None if at % 3 == 0 else at % 5
        ship_from = "guangzhou" if at % 10 == 9 else ""
        turn = 0 if at % 17 == 0 else 1
        more = {"paid_us": paid_us, "due_us": at % 4, "ship_from": ship_from, "turn": turn}
        put_order(book.engine, f"SO-{at:04}", {"A": 1}, **more)
    with writing(book.engine) as connection:
        joined = update(orders).where(orders.c.number.in_(("SO-0001", "SO-0002"))).values(joined_to="SO-0001")
        connection.execute(joined)
        connection.execute(update(orders).where(orders.c.number == "SO-0001").values(state=OrderState.HELD))
    return book


def _whole(book: OrderBook) -> list[str]:
    return [row.number for row in book.queue(limit=1_000, place=PLACE)]


def _page(pages: QueuePages, first: int) -> list[str]:
    return [row.number for row in pages.page(first, SIZE)]


def test_pages_in_any_order_are_those_of_the_queue(long_book: OrderBook) -> None:
    """Down, up, and by leaps, ties and orders without a time of payment among them; the count is that of the queue."""
    whole = _whole(long_book)
    assert len(whole) == ORDERS - 2 - 12
    pages = QueuePages(long_book, place=PLACE)
    assert _page(pages, 0) == whole[:SIZE]
    assert pages.total == len(whole)
    down = list(range(0, len(whole), SIZE))
    leaps = random.Random(7).choices(range(len(whole)), k=60)
    for first in (*down, *reversed(down), *leaps, len(whole), len(whole) + 5):
        assert _page(pages, first) == whole[first : first + SIZE], first


@pytest.mark.parametrize("first", [50, 100])
def test_a_look_may_begin_anywhere(long_book: OrderBook, first: int) -> None:
    """The total is known with whatever page is read first."""
    pages = QueuePages(long_book, place=PLACE)
    whole = _whole(long_book)
    assert _page(pages, first) == whole[first : first + SIZE]
    assert pages.total == len(whole)


def test_the_top_is_a_new_look(long_book: OrderBook) -> None:
    """What has left the queue is gone when row 0 is read again, and the count with it."""
    pages = QueuePages(long_book, place=PLACE)
    first, second, *_ = _page(pages, 0)
    with writing(long_book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == first).values(state=OrderState.PACKING))
    total = pages.total
    assert _page(pages, 0)[0] == second
    assert pages.total == total - 1


def test_not_every_mark_is_kept(long_book: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of long ago go; the pages stay right."""
    monkeypatch.setattr(queue_pages, "MARKS_MAX", 3)
    pages, whole = QueuePages(long_book, place=PLACE), _whole(long_book)
    for first in (0, 7, 14, 21, 28, 70, 3, 35):
        assert _page(pages, first) == whole[first : first + SIZE], first
    assert len(pages._marks) == 3


def test_an_empty_queue(book: OrderBook) -> None:
    """No rows, and none in all."""
    pages = QueuePages(book, place="")
    assert (_page(pages, 0), _page(pages, 100), pages.total) == ([], [], 0)
