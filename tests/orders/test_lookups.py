"""Looking orders up by what only some have goes through the partial indexes, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from station.orders.code_meant import order_meant
from station.orders.engine import reading, writing
from station.orders.following import split_among
from station.orders.joint import joined_with, put_under
from station.orders.numbers import in_book
from station.orders.orderbook import OrderBook
from station.orders.parts import count_parts, is_split, parts_of
from tests.orders.conftest import put_order


@pytest.fixture
def book_of_some(book: OrderBook) -> OrderBook:
    put_order(book.engine, "SO-1", {"A": 1}, waybill="YT1", tote="T-1")
    put_order(book.engine, "SO-1#2", {"A": 1}, part_of="SO-1", part=2)
    put_order(book.engine, "SO-2", {"A": 1})
    put_order(book.engine, "SO-3", {"A": 1})
    with writing(book.engine) as connection:
        put_under(connection, ["SO-2", "SO-3"])
    return book


def _meant(connection: Connection, code: str) -> str | None:
    found = order_meant(connection, code)
    return None if found is None else found.number


LOOKUPS: dict[str, tuple[str, Callable[[Connection], object]]] = {
    "a waybill": ("ix_orders_waybill", lambda found: _meant(found, "YT1") == "SO-1"),
    "a tote": ("ix_orders_tote", lambda found: _meant(found, "T-1") == "SO-1"),
    "numbers in use": ("ix_orders_waybill", lambda found: in_book(found, ["YT1", "YT2"]) == {"YT1"}),
    "a joint parcel": ("ix_orders_joined_to", lambda found: joined_with(found, "SO-3") == ("SO-2", "SO-3")),
    "all parcels": ("ix_orders_part_of", lambda found: len(parts_of(found, "SO-1#2")) == 2),
    "how many parcels": ("ix_orders_part_of", lambda found: count_parts(found, "SO-1") == 2),
    "is it split": ("ix_orders_part_of", lambda found: is_split(found, "SO-1")),
    "which are split": ("ix_orders_part_of", lambda found: split_among(found, ["SO-1", "SO-2"]) == {"SO-1"}),
}


@pytest.mark.parametrize("name", LOOKUPS)
def test_the_partial_index_serves(book_of_some: OrderBook, name: str) -> None:
    """The planner proves by itself that what is compared is not null; no lookup reads the whole table."""
    index, look = LOOKUPS[name]
    asked: list[tuple[str, Any]] = []
    with reading(book_of_some.engine) as connection:
        postgres = connection.dialect.name == "postgresql"
        if postgres:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # a table of four rows is read whole else
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
        assert look(connection)
        before = "EXPLAIN " if postgres else "EXPLAIN QUERY PLAN "
        plans = [str(connection.exec_driver_sql(before + sql, values).all()) for sql, values in tuple(asked)]
    assert any(index in plan for plan in plans), plans
    assert not any("SCAN orders" in plan for plan in plans), plans
