"""The simulated network between one bench's desk and the order book: late, lost, cut, or answered and not heard.

It stands where the driver stands: before a transaction begins (the request), and after it was committed (the answer).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from sqlalchemy import Connection, PoolProxiedConnection

from station.errors import BookUnreachable
from station.orders.orderbook import OrderBook
from station.packing.deadlines import NO_RULES

LOST = 0.04
SWALLOWED = 0.08


class Server:
    """The order book of all lines: one engine, so that a statement is compiled once. One connection speaks at once."""

    def __init__(self, book: OrderBook) -> None:
        self.book = book
        self.speaking: Line | None = None
        self.connect = book.engine.connect
        self._commit = book.engine.dialect.do_commit
        book.engine.connect = self._connect_here  # type: ignore[method-assign]
        book.engine.dialect.do_commit = self._commit_there  # type: ignore[method-assign]

    def _connect_here(self) -> Connection:
        """The office sits beside the server."""
        self.speaking = None
        return self.connect()

    def _commit_there(self, dbapi_connection: PoolProxiedConnection) -> None:
        line, self.speaking = self.speaking, None
        self._commit(dbapi_connection)
        if line is not None:
            line.answered()


@dataclass(slots=True)
class Line:
    """``meanwhile`` lets the others act; it raises when this bench is gone when it comes back."""

    rng: Random
    server: Server
    meanwhile: Callable[[], None]
    wait_ms: Callable[[int], None]
    cut: bool = False
    steady: bool = False  # nothing goes wrong any more
    lost: int = 0
    swallowed: int = 0

    def open(self) -> OrderBook:
        """The real book, each transaction of which goes over this line."""
        if self.cut:
            raise self._trouble()
        engine = self.server.book.engine.execution_options()
        engine.connect = self._connect  # type: ignore[method-assign]
        return OrderBook(engine, {}, {}, lambda _now_us: NO_RULES)

    def _connect(self) -> Connection:
        self._asked()
        self.server.speaking = self
        return self.server.connect()

    def _asked(self) -> None:
        self.meanwhile()
        if self.cut or (not self.steady and self.rng.random() < LOST):
            self.lost += 1
            raise self._trouble()

    def answered(self) -> None:
        """The act has happened; whether the bench hears of it is another matter."""
        self.meanwhile()
        if self.cut or (not self.steady and self.rng.random() < SWALLOWED):
            self.swallowed += 1
            raise self._trouble()

    def _trouble(self) -> BookUnreachable:
        """At once, or after waiting in vain."""
        self.wait_ms(self.rng.choice((0, 0, 250, 3_000)))
        return BookUnreachable("the order book does not answer", remedy="Wait.")
