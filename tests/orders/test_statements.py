"""How many statements the order book needs for what a bench asks: each is a way to the server and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, insert

from station.orders.engine import reading, writing
from station.orders.figuring import logs
from station.orders.next_order import Turn
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.packing.inputs import Found
from tests.orders.conftest import ROUTING, put_order, put_product
from tests.orders.racing import fill
from tests.orders.recorded import T0

HOUR_US = 3_600_000_000


@contextmanager
def _counted(book: OrderBook) -> Iterator[list[str]]:
    """What goes to the driver; SQLite's BEGIN IMMEDIATE is no way to a server."""
    said: list[str] = []

    def hear(*call: object) -> None:
        if not str(call[2]).startswith("BEGIN"):
            said.append(str(call[2]))

    event.listen(book.engine, "before_cursor_execute", hear)
    yield said
    event.remove(book.engine, "before_cursor_execute", hear)


def _claim(book: OrderBook) -> None:
    assert book.claim("R-000001", bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED


def _claim_of_known_goods(book: OrderBook) -> None:
    reply = book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    assert reply.order.waybill
    assert [len(line.barcodes) for line in reply.order.lines] == [2] * 40


def _next(book: OrderBook) -> None:
    assert book.claim_next(Turn(), bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED


def _next_like_the_last(book: OrderBook) -> None:
    turn = Turn(last="R-000000", window_us=HOUR_US // 2)
    assert book.claim_next(turn, bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED


def _holds(book: OrderBook, *, needs_waybill: bool = False) -> None:
    reply = book.holds(
        "R-000000", bench="B01", fence=1, needs_waybill=needs_waybill, service=ROUTING.routes[0].service, now_us=T0
    )
    assert reply.fence == 1
    assert reply.waybill


def _release(book: OrderBook) -> None:
    assert book.release("R-000000", bench="B01", fence=1, why="parked")


AT_MOST: dict[str, tuple[int, Callable[[OrderBook], None]]] = {
    "claim": (8, _claim),  # its goods are in no product file, so learned weights are asked for on their own
    "claim of forty lines": (7, _claim_of_known_goods),
    "next": (8, _next),
    "next, like the last": (10, _next_like_the_last),
    "holds before a label": (1, _holds),
    "holds, with the number that it has": (1, lambda book: _holds(book, needs_waybill=True)),
    "release": (1, _release),
}


@pytest.mark.parametrize("asked", AT_MOST)
def test_few_statements(book: OrderBook, asked: str) -> None:
    """What one question costs does not grow with the order's lines, and not by what most orders do not have."""
    fill(book, 20, numbers=20)
    for n in range(40):
        put_product(book.engine, f"P-{n}", {f"69012345{n:05d}": 1})
    put_order(book.engine, "SO-1", {f"P-{n}": 2 for n in range(40)})
    book.claim("R-000000", bench="B01", now_us=T0, routing=ROUTING)
    most, ask = AT_MOST[asked]
    with _counted(book) as said:
        ask(book)
    assert len(said) <= most, said


def test_asked_again_nothing_is_written(book: OrderBook) -> None:
    """A second claim by the same bench changes no row but to try; the numbers stay."""
    fill(book, 2, numbers=2)
    first = book.claim("R-000000", bench="B01", now_us=T0, routing=ROUTING)
    with _counted(book) as said:
        assert book.claim("R-000000", bench="B01", now_us=T0, routing=ROUTING) == first
    assert len([each for each in said if not each.startswith("SELECT")]) == 1, said


def test_the_logs_are_told_without_a_question_for_each(book: OrderBook) -> None:
    """Every board asks which logs there are; on PostgreSQL each question about entries asks every month."""
    entry = {"epoch": 1, "kind": "ItemPacked", "wall_us": T0, "packer": "P1", "header": "{}"}
    rows = [{**entry, "bench": f"B{bench:02d}", "seq": seq} for bench in range(20) for seq in range(bench % 3 + 1)]
    with writing(book.engine) as connection:
        connection.execute(insert(events), [*rows, {**rows[0], "epoch": 2}])
    with _counted(book) as said, reading(book.engine) as connection:
        told = [*logs(connection)]
    assert told[:3] == [("B00", 1, 0), ("B00", 2, 0), ("B01", 1, 1)]
    assert len(told) == 21
    assert len(said) == 1 or book.engine.dialect.name == "sqlite", said
