"""An order book whose disk lost or changed entries, as no program leaves it; the belts are back after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from station.orders import belts
from station.orders.engine import writing
from station.orders.orderbook import OrderBook


@contextmanager
def unbelted(book: OrderBook) -> Iterator[Connection]:
    with writing(book.engine) as connection:
        belts.take_off(connection)
        yield connection
        belts.lay(connection)
