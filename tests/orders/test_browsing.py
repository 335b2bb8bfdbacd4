"""Pages of all orders wherever they stand, and what a quick search finds."""

from __future__ import annotations

from station.orders.browsing import orders_page
from station.orders.orderbook import OrderBook
from station.packing.model import OrderState
from tests.orders.conftest import put_order
from tests.orders.parcels_made import put_sealed


def _numbers(
    book: OrderBook, text: str = "", *, state: OrderState | None = None, first: int = 0, size: int = 3
) -> list[str]:
    return [row.number for row in orders_page(book, state=state, text=text, first=first, size=size).rows]


def test_a_state_in_the_order_of_its_queue_all_by_number(book: OrderBook) -> None:
    """The most urgent first among the ready ones; all orders by their number; any page of either."""
    for at, due_us in enumerate((30, 10, 20, 40)):
        put_order(book.engine, f"SO-{at}", {"A": 1}, due_us=due_us)
    assert _numbers(book, state=OrderState.READY) == ["SO-1", "SO-2", "SO-0"]
    assert _numbers(book, state=OrderState.READY, first=3) == ["SO-3"]
    assert _numbers(book, first=2, size=1) == ["SO-2"]
    assert orders_page(book, state=OrderState.HELD, text="", first=0, size=3).total == 0
    assert orders_page(book, state=None, text="", first=9, size=3).total == 4


def test_what_a_quick_search_finds(book: OrderBook) -> None:
    """A number's beginning, a whole waybill, tote or SKU, a sealed parcel's phone; never the middle of anything."""
    put_order(book.engine, "SO-17", {"MUG": 1}, tote="T-1")
    put_order(book.engine, "SO-18", {"TRAY": 1})
    put_sealed(book, "XX-3", "YT3", phone="13800000042")
    put_order(book.engine, "SO-19%_", {"BOWL": 1})
    for text, found in (
        ("SO-1", ["SO-17", "SO-18", "SO-19%_"]), ("SO-18", ["SO-18"]), ("T-1", ["SO-17"]), ("MUG", ["SO-17"]),
        ("YT3", ["XX-3"]), ("0042", ["XX-3"]), ("-1", []), ("O-17", []), ("SO-19%", ["SO-19%_"]), ("%", []),
    ):  # fmt: skip
        assert (text, _numbers(book, text)) == (text, found)
