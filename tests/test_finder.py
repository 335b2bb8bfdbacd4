"""The queue as the window shows it, from a real order book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.finder import BookRows
from station.orders.orderbook import OrderBook
from tests.orders.conftest import put_order

NOW = 1_795_000_000_000_000


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OrderBook]:
    opened = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    yield opened
    opened.close()


def test_an_expedited_order_leads_and_says_so(book: OrderBook) -> None:
    """The queue names an expedited order as such, in both languages, and shows it first."""
    put_order(book.engine, "SO-SOON", {"A": 1}, due_us=NOW)
    put_order(book.engine, "SO-LATE", {"A": 2})
    rows = BookRows(book)
    assert [row.order for row in rows.page("", 0, 10)] == ["SO-SOON", "SO-LATE"]
    book.expedite("SO-LATE", now_us=NOW)
    first, second = rows.page("", 0, 10)
    assert (first.order, first.state.zh, first.state.en, first.units) == (
        "SO-LATE",
        "加急 · 待装",
        "Expedited · Ready",
        "2",
    )
    assert (second.state.en, rows.count(""), rows.count("SO-S")) == ("Ready", 2, 1)
