"""Twenty benches, one server, benches killed on the way: no order is packed twice, no number used twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from station.orders.engine import reading
from station.orders.leasing import claimed
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels, waybill_numbers
from station.orders.taking_over import take_over
from tests.order_books import fresh_database
from tests.orders.racing import Racers, doubles, fill
from tests.orders.recorded import T0

pytestmark = pytest.mark.postgres


@pytest.fixture
def server_book(server_url: str) -> Iterator[OrderBook]:
    """A book on the server, empty."""
    book = OrderBook.open(fresh_database(server_url))
    yield book
    book.close()


def _url(book: OrderBook) -> str:
    return book.engine.url.render_as_string(hide_password=False)


def test_twenty_benches_race_for_two_thousand_orders(server_book: OrderBook) -> None:
    """Each order has one bench and one number; what a killed bench had claimed stays its until it is taken over."""
    fill(server_book, 2_000, numbers=2_100)
    names = [f"B{n:02d}" for n in range(20)]
    racers = Racers(_url(server_book), names, "takes")
    for name in names[:4]:
        racers.kill_after(name, 5)
    racers.finish()
    assert doubles(racers.claims()) == []
    with reading(server_book.engine) as connection:
        had = claimed(connection)
    assert len(had) == 2_000
    told = {(order, bench) for order, _, _, bench in racers.claims()}
    assert told <= {(one.order, one.bench) for one in had}
    assert {one.bench for one in had if (one.order, one.bench) not in told} <= set(names[:4])


def test_parcels_of_killed_benches_are_packed_once(server_book: OrderBook) -> None:
    """Killed while they pack, taken over, packed by another: one standing parcel each, no number on two orders."""
    fill(server_book, 40, numbers=80)
    racers = Racers(_url(server_book), ["B1", "B2", "B3"], "seals")
    racers.kill_after("B1", 4)
    racers.kill_after("B2", 6)
    racers.finish()
    with reading(server_book.engine) as connection:
        stranded = claimed(connection)
    for one in stranded:
        take_over(server_book, one.order, who="S1", reason="broken", now_us=T0, at_once=True)
    last = Racers(_url(server_book), ["B4"], "seals")
    last.finish()
    with reading(server_book.engine) as connection:
        sealed = Counter(connection.execute(select(parcels.c.order_no)).scalars())
        states = set(connection.execute(select(orders.c.state)).scalars())
        live = connection.execute(
            select(waybill_numbers.c.order_no).where(waybill_numbers.c.state.in_(("drawn", "sent")))
        ).scalars()
        assert set(Counter(live).values()) == {1}
    assert states == {"sealed"}
    assert len(sealed) == 40
    assert set(sealed.values()) == {1}
    used = {(order, number) for order, _, number, _ in (*racers.claims(), *last.claims())}
    assert max(Counter(number for _, number in used).values()) == 1
