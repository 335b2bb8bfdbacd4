"""An order taken from a bench: the fence goes up, its number goes void, and what that bench still seals is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from station.errors import Trouble
from station.orders.awaiting import Why, parcels_meant
from station.orders.engine import reading
from station.orders.leasing import LEASE_US, claimed
from station.orders.orderbook import OrderBook
from station.orders.refused_seals import untold
from station.orders.tables import orders, parcels, waybill_numbers
from station.orders.taking_over import take_over
from station.packing.inputs import SealRefused
from station.packing.reasons import Reason
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import YTO, put_order, put_product
from tests.orders.recorded import T0

LATER = T0 + LEASE_US + 1


@pytest.fixture
def stocked(book: OrderBook) -> OrderBook:
    """Two numbers and one order."""
    book.add_numbers([f"YT{n:013d}" for n in range(1, 9)], YTO, now_us=T0)
    put_product(book.engine, "A", {"6900000434017": 1})
    put_order(book.engine, "SO-1", {"A": 1})
    return book


def _state(book: OrderBook, number: str = "SO-1") -> tuple[str, str | None, str | None]:
    with reading(book.engine) as connection:
        row = connection.execute(select(orders).where(orders.c.number == number)).one()
    return row.state, row.claimed_by, row.waybill


def test_a_bench_at_work_is_asked_first(stocked: OrderBook) -> None:
    """Within its lease an order is taken from a bench only by a word that says so; a free one from nobody."""
    bench = BenchOfBook(stocked, "B01")
    with pytest.raises(Trouble, match="no bench has"):
        take_over(stocked, "SO-1", who="S1", reason="x", now_us=T0)
    with pytest.raises(Trouble, match="there is no order"):
        take_over(stocked, "SO-9", who="S1", reason="x", now_us=T0)
    bench.takes("SO-1")
    with pytest.raises(Trouble, match="at work"):
        take_over(stocked, "SO-1", who="S1", reason="x", now_us=T0 + 1)
    assert take_over(stocked, "SO-1", who="S1", reason="x", now_us=T0 + 1, at_once=True).bench == "B01"
    assert _state(stocked) == ("ready", None, None)


def test_the_late_parcel_is_refused_and_told(stocked: OrderBook) -> None:
    """Two benches pack one order: the second's counts, the first's box is told of, and the door lets only one out."""
    late, right = BenchOfBook(stocked, "B01"), BenchOfBook(stocked, "B02")
    late.takes("SO-1")
    late.packs()
    first = late.seals()  # and its line goes down before it can tell
    taken = take_over(stocked, "SO-1", who="S1", reason="cut off", now_us=LATER)
    assert (taken.bench, taken.fence, taken.waybill) == ("B01", 2, first.waybill)
    second = right.parcel("SO-1")
    assert second.waybill != first.waybill
    late.relays()
    assert _state(stocked) == ("sealed", None, second.waybill)
    (news,) = untold(stocked, "B01")
    assert (news.order, news.waybill, news.now_at) == ("SO-1", first.waybill, "B02")
    with reading(stocked.engine) as connection:
        assert parcels_meant(connection, str(first.waybill)) is Why.VOID_WAYBILL
        assert len(connection.execute(select(parcels)).all()) == 2
    late.says(SealRefused(order=news.order, waybill=news.waybill, now_at=news.now_at))
    stop = late.playbook.job.stop
    assert stop is not None
    assert (stop.reason, stop.parks) == (Reason.PACKED_TWICE, False)
    late.relays()
    assert untold(stocked, "B01") == []


def test_a_late_parcel_before_anybody_packed_it(stocked: OrderBook) -> None:
    """Refused as well: the order waits for a bench, and its box is to be found first."""
    late = BenchOfBook(stocked, "B01")
    late.takes("SO-1")
    late.packs()
    late.seals()
    take_over(stocked, "SO-1", who="S1", reason="cut off", now_us=LATER)
    late.relays()
    assert _state(stocked)[0] == "ready"
    assert [one.now_at for one in untold(stocked, "B01")] == [""]


@settings(max_examples=40, deadline=None)
@given(acts=st.lists(st.tuples(st.sampled_from(("claim", "release", "take", "seal")), st.integers(0, 2)), max_size=14))
def test_a_fence_only_goes_up_and_one_seal_stands(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    """Whatever three benches and a supervisor do in whatever order: fences never fall, at most one parcel stands."""
    book = OrderBook.open(f"sqlite:///{tmp_path_factory.mktemp('fence') / 'orders.db'}")
    try:
        book.add_numbers([f"YT{n:013d}" for n in range(1, 40)], YTO, now_us=T0)
        put_product(book.engine, "A", {"6900000434017": 1})
        put_order(book.engine, "SO-1", {"A": 1})
        _acted(book, acts)
    finally:
        book.close()


def _acted(book: OrderBook, acts: list[tuple[str, int]]) -> None:
    benches = [BenchOfBook(book, f"B{n}") for n in range(3)]
    fence, sealed = 0, 0
    for act, at in acts:
        bench = benches[at]
        opened = bench.playbook.job.opened
        if act == "claim" and not opened:
            bench.opens("SO-1")
            bench.answers()
        elif act == "release" and opened:
            book.release("SO-1", bench=bench.name, fence=bench.playbook.job.fence, why="test")
        elif act == "take" and claimed_by(book):
            take_over(book, "SO-1", who="S", reason="x", now_us=T0, at_once=True)
        elif act == "seal" and opened and stands(book, bench):
            bench.packs()
            bench.seals()
            sealed += 1
        if bench.playbook.job.stop is not None:
            bench.playbook.job = bench.playbook.job.__class__()
        with reading(book.engine) as connection:
            row = connection.execute(select(orders.c.fence, orders.c.state, orders.c.claimed_by)).one()
            live = connection.execute(
                select(waybill_numbers.c.number).where(waybill_numbers.c.state.in_(("drawn", "sent")))
            ).all()
        assert row.fence >= fence
        assert len(live) <= 1
        fence = row.fence
    for bench in benches:
        bench.relays()
    with reading(book.engine) as connection:
        state = connection.execute(select(orders.c.state)).scalar_one()
        boxes = connection.execute(select(parcels.c.bench)).scalars().all()
    refused = sum(len(untold(book, bench.name)) for bench in benches)
    assert len(boxes) == sealed
    assert sealed - refused == (1 if state == "sealed" else 0)


def claimed_by(book: OrderBook) -> bool:
    with reading(book.engine) as connection:
        return bool(claimed(connection))


def stands(book: OrderBook, bench: BenchOfBook) -> bool:
    """A bench that the book answers seals only while its claim stands; without an answer it would seal all the same."""
    with reading(book.engine) as connection:
        return any(one.bench == bench.name and one.fence == bench.playbook.job.fence for one in claimed(connection))
