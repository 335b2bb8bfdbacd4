"""PostgreSQL rings the bench that has an order when somebody else changes it, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic

import pytest
from sqlalchemy import text, update

from station.errors import Trouble
from station.orders.engine import connect, writing
from station.orders.listening import listen
from station.orders.orderbook import OrderBook
from station.orders.schema import upgrade
from station.orders.tables import orders
from station.orders.taking_over import take_over
from station.packing.model import HoldReason
from tests.order_books import fresh_database
from tests.orders.conftest import ROUTING, put_order
from tests.orders.recorded import T0

pytestmark = pytest.mark.postgres

SOON_S = 1.0
"""A cancel must reach its bench within a second."""


class Ear:
    """What one bench hears, in a thread of its own."""

    def __init__(self, url: str, bench: str) -> None:
        self.rings: Queue[float] = Queue()
        self._ended = Event()
        self._thread = Thread(target=self._listen, args=(url, bench))
        self._thread.start()
        assert self.rings.get(timeout=20)  # it listens from here on

    def _listen(self, url: str, bench: str) -> None:
        try:
            listen(url, bench, rung=lambda: self.rings.put(monotonic()), ended=self._ended)
        except Trouble:
            self.rings.put(0.0)

    def after_s(self, begun: float) -> float:
        return self.rings.get(timeout=20) - begun

    def rung(self) -> list[float]:
        """What comes in a moment."""
        try:
            return [self.rings.get(timeout=0.6)]
        except Empty:
            return []

    def end(self) -> None:
        self._ended.set()
        self._thread.join(20)


@pytest.fixture(params=["made", "upgraded"])
def bell_book(request: pytest.FixtureRequest, server_url: str) -> Iterator[OrderBook]:
    """A book on the server, made at first use, or brought here by the migrations: both have the bell."""
    url = fresh_database(server_url)
    if request.param == "upgraded":
        engine = connect(url)
        upgrade(engine)
        engine.dispose()
    book = OrderBook.open(url)
    put_order(book.engine, "SO-1", {"A": 1})
    put_order(book.engine, "SO-2", {"A": 1})
    book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING)
    yield book
    book.close()


@pytest.fixture
def ear(bell_book: OrderBook) -> Iterator[Ear]:
    heard = Ear(bell_book.engine.url.render_as_string(hide_password=False), "B01")
    yield heard
    heard.end()


def test_a_bench_is_rung_within_a_second(bell_book: OrderBook, ear: Ear) -> None:
    """Held, cancelled, changed, taken over: each rings at once."""
    late = []
    begun = monotonic()
    bell_book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=T0)
    late.append(ear.after_s(begun))
    for values in ({"revision": 2}, {"state": "cancelled"}, {"state": "packing"}):
        begun = monotonic()
        with writing(bell_book.engine) as connection:
            connection.execute(update(orders).where(orders.c.number == "SO-1").values(values))
        late.append(ear.after_s(begun))
    begun = monotonic()
    take_over(bell_book, "SO-1", who="S1", reason="x", now_us=T0, at_once=True)
    late.append(ear.after_s(begun))
    assert max(late) < SOON_S


def test_nobody_is_rung_for_nothing(bell_book: OrderBook, ear: Ear) -> None:
    """Not by other benches' claims, not by a hold of an order that nobody has, not by a seal."""
    bell_book.claim("SO-2", bench="B02", now_us=T0, routing=ROUTING)
    bell_book.hold("SO-2", HoldReason.BY_SUPERVISOR, now_us=T0)
    with writing(bell_book.engine) as connection:
        sealed = {"state": "sealed", "claimed_by": None}
        connection.execute(update(orders).where(orders.c.number == "SO-1").values(sealed))
    assert ear.rung() == []


def test_a_broken_line_is_said(bell_book: OrderBook, ear: Ear) -> None:
    """Whoever listens hears that the connection is gone, and can begin again."""
    with writing(bell_book.engine) as connection:
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        connection.execute(text(ended))
    assert ear.rings.get(timeout=20) == 0.0
