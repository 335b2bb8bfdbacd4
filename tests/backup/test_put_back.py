"""A book put back from a backup, brought up to date by two benches' ledgers: claims, seals and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import select

from station.backup.making import make
from station.backup.restoring import Wish, restore
from station.home import Home
from station.orders.bench_states import beat
from station.orders.claim_tables import refused_seals
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.set_aside import standing
from station.orders.tables import orders, parcels, waybill_numbers
from station.orders.taking_over import take_over
from station.packing.events import ClaimReturned, OrderOpened, OrderParked
from station.packing.inputs import Found
from station.packing.model import OrderNo, Waybill
from tests.orders.conftest import ROUTING, YTO, put_order
from tests.orders.recorded import T0, Recorded, opened, requested, sealed


@dataclass(frozen=True, slots=True)
class _House:
    """Two benches with a ledger each, and their book."""

    book: OrderBook
    home: Home
    b01: Recorded
    b02: Recorded

    def claim(self, ledger: Recorded, number: str) -> tuple[int, str]:
        """By the book, and opened at the bench; the fence and the number that came with it."""
        bench = ledger.log.split("/")[1]
        reply = self.book.claim(number, bench=bench, now_us=T0, routing=ROUTING)
        assert reply.found is Found.CLAIMED
        assert reply.order is not None
        event: OrderOpened = replace(opened(number, fence=reply.fence), order=reply.order)
        ledger.add(event, order=number)
        return reply.fence, str(reply.order.waybill)

    def pack(self, ledger: Recorded, number: str) -> str:
        _, waybill = self.claim(ledger, number)
        ledger.add(requested(waybill), sealed(waybill), order=number)
        return waybill

    def relay(self, *ledgers: Recorded) -> None:
        for ledger in ledgers:
            Relay(ledger, log=ledger.log)(self.book)

    def restore(self, file: Path) -> None:
        restore(self.home, self.book.engine, file, Wish(replace=True), of_bench="B01", now_us=T0, begin=None)

    def stands(self) -> dict[str, tuple[str, str | None, int, str | None]]:
        """State, bench, fence and number of each order."""
        with reading(self.book.engine) as connection:
            return {
                row.number: (row.state, row.claimed_by, row.fence, row.waybill)
                for row in connection.execute(select(orders))
            }

    def numbers(self) -> dict[str, tuple[str, str]]:
        """State and order of those that are an order's."""
        with reading(self.book.engine) as connection:
            rows = connection.execute(select(waybill_numbers).where(waybill_numbers.c.order_no.is_not(None)))
            return {row.number: (row.state, row.order_no) for row in rows}


@pytest.fixture
def house(url: str, home: Home) -> Iterator[_House]:
    book = OrderBook.open(url)
    book.add_numbers([f"YT{n:013d}" for n in range(1, 30)], YTO, now_us=T0)
    for n in range(1, 7):
        put_order(book.engine, f"SO-{n}", {"A": 2})
    beat(book, "B02", now_us=T0)
    yield _House(book, home, Recorded("B01"), Recorded("B02"))
    book.close()


def _saved(house: _House, folder: Path) -> Path:
    house.relay(house.b01, house.b02)
    return make(house.home, house.book.engine, folder, of_bench="B01", now_us=T0).file


def test_benches_bring_states_claims_and_numbers(house: _House, tmp_path: Path) -> None:
    """Sealed since the backup, open now, put aside, given back, taken over and packed elsewhere: all as it was, and
    nothing is set aside or refused; no bench gets what another one has or had."""
    b01, b02 = house.b01, house.b02
    house.claim(b01, "SO-5")
    file = _saved(house, tmp_path)
    first, (_, open_number) = house.pack(b01, "SO-1"), house.claim(b01, "SO-2")
    third = house.pack(b02, "SO-3")
    fence, _ = house.claim(b02, "SO-4")
    b02.add(OrderParked(order=OrderNo("SO-4"), why="hold", fence=fence), order="SO-4")
    fence, _ = house.claim(b01, "SO-6")
    b01.add(ClaimReturned(order=OrderNo("SO-6"), fence=fence))
    take_over(house.book, "SO-5", who="S1", reason="broken", now_us=T0, at_once=True)
    fifth = house.pack(b02, "SO-5")
    house.relay(b01, b02)
    before = house.stands()
    house.restore(file)
    assert house.stands()["SO-1"][:3] == ("ready", None, 0)
    house.relay(b02, b01)
    after = house.stands()
    assert {number: each[:3] for number, each in after.items()} == {number: each[:3] for number, each in before.items()}
    wanted = {"SO-1": first, "SO-2": open_number, "SO-3": third, "SO-5": fifth}
    assert {number: after[number][3] for number in wanted} == wanted
    states = house.numbers()
    assert {number: states[number] for number in (first, third, fifth)} == {
        first: ("sent", "SO-1"), third: ("sent", "SO-3"), fifth: ("sent", "SO-5"),
    }  # fmt: skip
    assert states[open_number] == ("drawn", "SO-2")
    with reading(house.book.engine) as connection:
        assert connection.execute(select(refused_seals)).all() == []
        boxes = sorted(connection.execute(select(parcels.c.order_no, parcels.c.bench)).all())
    assert boxes == [("SO-1", "B01"), ("SO-3", "B02"), ("SO-5", "B02")]
    assert list(standing(house.book)) == []
    asked = [house.book.claim(n, bench="B03", now_us=T0, routing=ROUTING).found for n in ("SO-1", "SO-2", "SO-4")]
    assert asked == [Found.SHIPPED, Found.ELSEWHERE, Found.CLAIMED]


def test_an_order_claimed_anew_before_its_bench_is_back(house: _House, tmp_path: Path) -> None:
    """Sealed since the backup, and claimed by another bench before that is told: one box stands, the other is refused
    and told of; its number is on no other box."""
    file = _saved(house, tmp_path)
    first = house.pack(house.b01, "SO-1")
    house.relay(house.b01)
    house.restore(file)
    house.book.add_numbers([f"YT{n:013d}" for n in range(50, 60)], YTO, now_us=T0)
    second = house.pack(house.b02, "SO-1")
    house.relay(house.b01, house.b02)
    assert house.stands()["SO-1"] == ("sealed", None, 1, second)
    assert first != second
    with reading(house.book.engine) as connection:
        refused = connection.execute(select(refused_seals)).all()
    assert [(row.bench, row.order_no, row.waybill) for row in refused] == [("B01", "SO-1", first)]
    assert Waybill(second) in house.numbers()


def test_a_later_claim_that_was_lost_comes_before_an_older_one(house: _House, tmp_path: Path) -> None:
    """The bench that the backup names had been relieved: what it still has open is its no more."""
    house.claim(house.b01, "SO-1")
    file = _saved(house, tmp_path)
    take_over(house.book, "SO-1", who="S1", reason="broken", now_us=T0, at_once=True)
    fence, _ = house.claim(house.b02, "SO-1")
    house.relay(house.b02)
    house.restore(file)
    assert house.stands()["SO-1"][1:3] == ("B01", 1)
    house.relay(house.b02, house.b01)
    assert house.stands()["SO-1"][1:3] == ("B02", fence)
