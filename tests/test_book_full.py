"""An order book that answers and takes nothing, on SQLite and PostgreSQL: it stays away until entries go in again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from station.book_desk import BookDesk
from station.desk_settings import DeskSettings
from station.errors import BookUnreachable
from station.orders.orderbook import OrderBook
from station.packing.effects import AskHolds
from station.packing.inputs import HoldsReply, LinkReport
from station.packing.model import OrderNo, ServiceId
from tests.clocks import FakeClock
from tests.orders.conftest import ROUTING, put_order

FULL = "the disk of the order book's server is full"


class Disk:
    """Where the server keeps what the relay brings."""

    full = False

    def __call__(self, book: OrderBook) -> int:
        if self.full:
            raise BookUnreachable(FULL)
        return 0


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def desk(url: str, disk: Disk, clock: FakeClock, qapp: object) -> Iterator[BookDesk]:
    book = OrderBook.open(url)
    put_order(book.engine, "SO-1", {"A": 1})
    book.close()
    relay = (disk, lambda: None)
    made = BookDesk(
        DeskSettings(url=url, bench="B01", routing=ROUTING, senders={}, relay=lambda: relay),
        clock,
    )
    yield made
    made._let_go()


def test_an_answer_alone_does_not_say_that_it_is_back(desk: BookDesk, disk: Disk) -> None:
    """Told once that it is full and once that it is not, however often it answers meanwhile."""
    heard: list[object] = []
    desk.said.connect(heard.append)
    desk.relay()
    disk.full = True
    for _ in range(2):
        desk.relay()
        desk.perform(AskHolds(order=OrderNo("SO-1"), fence=1, service=ServiceId("yto"), needs_waybill=False))
    disk.full = False
    desk.relay()
    assert [said.reached for said in heard if isinstance(said, HoldsReply)] == [True, True]
    assert [(said.up, said.word) for said in heard if isinstance(said, LinkReport)] == [(False, FULL), (True, "")]
