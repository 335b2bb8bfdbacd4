"""A pick batch of two orders in a fresh order book, for tests of what sits above it."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex

from station.orders.orderbook import OrderBook
from station.orders.pick_choice import Wanted
from station.orders.picking import open_batch
from station.packing.rules import Person
from station.sorter import Sorter
from tests.clocks import START_WALL_US, FakeClock
from tests.orders.conftest import put_order, put_product

ROSTER: Mapping[str, Person] = {"W7": Person(pseudonym="P007", name="李四", supervisor=False)}


def two_cells(book: OrderBook) -> int:
    """Cell 1 wants a mug and a card, cell 2 two mugs; gives the batch's number."""
    put_product(book.engine, "MUG", {"6901234567892": 1}, name="马克杯", variant="330 ml", location="A-2")
    put_product(book.engine, "CARD", {"CARD-12": 12}, name="贺卡", location="A-10")
    put_order(book.engine, "SO-1", {"MUG": 1, "CARD": 1}, due_us=10)
    put_order(book.engine, "SO-2", {"MUG": 2}, due_us=20)
    return open_batch(book, Wanted(most=60), who="李四", now_us=START_WALL_US)


def sorter_of(book: OrderBook, batch: int, *, who: str = "B01", must_sign_in: bool = False) -> Sorter:
    return Sorter(
        book,
        batch,
        clock=FakeClock(),
        who=who,
        new_id=lambda: token_hex(8),
        roster=ROSTER,
        must_sign_in=must_sign_in,
    )
