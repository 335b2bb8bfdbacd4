"""Numbers of one bench's own: used once for the order they were given to, or void, whatever became of its line."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.reserving import reserve, still_reserved, void_all_but
from station.orders.tables import orders, parcels, waybill_numbers
from station.orders.taking_over import take_over
from station.packing.inputs import HoldsReply, Instant
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import YTO, put_order, put_product
from tests.orders.recorded import T0

NUMBERS = tuple(f"YT{n:013d}" for n in range(1, 9))


@pytest.fixture
def stocked(book: OrderBook) -> OrderBook:
    """Two orders and a pool without numbers."""
    put_product(book.engine, "A", {"6900000434017": 1})
    for number in ("SO-1", "SO-2"):
        put_order(book.engine, number, {"A": 1})
    return book


def _reserved(book: OrderBook, bench: str, count: int) -> tuple[str, ...]:
    book.add_numbers(NUMBERS, YTO, now_us=T0)
    with writing(book.engine) as connection:
        return reserve(connection, bench, {YTO.id: count}, now_us=T0)[YTO.id]


def _number(book: OrderBook, number: str) -> tuple[str, str | None]:
    with reading(book.engine) as connection:
        wanted = select(waybill_numbers.c.state, waybill_numbers.c.order_no)
        row = connection.execute(wanted.where(waybill_numbers.c.number == number)).one()
    return row.state, row.order_no


def _bench(book: OrderBook, name: str = "B01") -> BenchOfBook:
    """Its clock is the book's, so that what it knows of holds is fresh."""
    bench = BenchOfBook(book, name)
    bench.playbook.now = Instant(wall_us=T0, mono_us=0)
    return bench


def _numbered_alone(bench: BenchOfBook, number: str) -> None:
    """The book does not answer; the bench gives the order a number of its own and prints it."""
    bench.packs()
    order = bench.number()
    answer = HoldsReply(order=order, reached=False, waybill=number, service=YTO.id)  # type: ignore[arg-type]
    assert "WaybillIssued" in bench.says(answer)
    bench.prints()
    assert bench.scans(number) == ["LabelConfirmed", "ParcelSealed"]


def test_a_number_given_out_while_cut_off_is_the_orders(stocked: OrderBook) -> None:
    """Told later, once or again: drawn for that order, on its parcel, reserved no more; the rest of the block waits."""
    bench = _bench(stocked)
    bench.takes("SO-1")
    mine = _reserved(stocked, "B01", 2)
    _numbered_alone(bench, mine[0])
    assert _number(stocked, mine[0]) == ("reserved", None)
    bench.relays()
    bench.relays()
    assert _number(stocked, mine[0]) == ("sent", "SO-1")
    assert _number(stocked, mine[1]) == ("reserved", None)
    with reading(stocked.engine) as connection:
        assert connection.execute(select(parcels.c.order_no, parcels.c.waybill)).all() == [("SO-1", mine[0])]
        assert connection.execute(select(orders.c.waybill).where(orders.c.number == "SO-1")).scalar() == mine[0]
        assert still_reserved(connection, "B01", mine) == {mine[1]}


def test_a_number_of_a_parcel_taken_over_is_void(stocked: OrderBook) -> None:
    """The order went to another bench meanwhile, which gets another number; the late one is nobody's."""
    late, right = _bench(stocked, "B01"), _bench(stocked, "B02")
    late.takes("SO-1")
    mine = _reserved(stocked, "B01", 1)
    take_over(stocked, "SO-1", who="S1", reason="cut off", now_us=T0, at_once=True)
    _numbered_alone(late, mine[0])
    sealed = right.parcel("SO-1")
    late.relays()
    assert _number(stocked, mine[0])[0] == "void"
    assert sealed.waybill != mine[0]
    assert _number(stocked, sealed.waybill) == ("sent", "SO-1")


def test_a_number_that_the_book_had_given_too_is_void(stocked: OrderBook) -> None:
    """The book's answer with a number of its own was lost, the bench took one from its reserve: that one counts."""
    bench = _bench(stocked)
    bench.takes("SO-1")
    mine = _reserved(stocked, "B01", 1)
    bench.relays()
    lost = stocked.holds("SO-1", bench="B01", fence=1, needs_waybill=True, service=YTO.id, now_us=T0).waybill
    assert lost not in (None, mine[0])
    _numbered_alone(bench, mine[0])
    bench.relays()
    assert lost is not None
    assert _number(stocked, lost)[0] == "void"
    assert _number(stocked, mine[0]) == ("sent", "SO-1")


def test_what_a_bench_has_lost_is_void_and_no_other(stocked: OrderBook) -> None:
    """Of its own block all but what it names; not what it used, not another bench's block, not what is free."""
    bench = _bench(stocked)
    bench.takes("SO-1")
    mine = _reserved(stocked, "B01", 3)
    with writing(stocked.engine) as connection:
        others = reserve(connection, "B02", {YTO.id: 2}, now_us=T0)[YTO.id]
    _numbered_alone(bench, mine[0])
    bench.relays()
    with writing(stocked.engine) as connection:
        assert void_all_but(connection, "B01", {mine[1]}, now_us=T0) == (mine[2],)
    states = [_number(stocked, number)[0] for number in (*mine, *others)]
    assert states == ["sent", "reserved", "void", "reserved", "reserved"]
    assert stocked.number_pool()[0].free == len(NUMBERS) - 5
