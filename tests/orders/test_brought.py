"""Units verified before their order comes to a bench, as the book tells them with the claim; on both databases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import insert, update

from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.picking_tables import pick_batches, wall_units
from station.orders.relay import Relay
from station.orders.tables import order_lines, orders, serials
from station.packing.events import Event, LabelVoided, OrderParked
from station.packing.inputs import Found
from station.packing.model import BroughtUnits, JobId, KeptUnits, OrderNo, Sku, Waybill, Witness
from station.packing.print_events import WaybillVoided
from tests.orders.conftest import BUYER, ROUTING, put_order
from tests.orders.recorded import T0, Recorded, opened, packed, requested

A2 = KeptUnits(line=0, sku=Sku("A"), units=2, code="A", lot="L1")
B1 = KeptUnits(line=1, sku=Sku("B"), units=1, code="B", serial="S1")


def _claim(book: OrderBook, number: str = "SO-1", bench: str = "B02") -> tuple[BroughtUnits, ...]:
    reply = book.claim(number, bench=bench, now_us=T0, routing=ROUTING)
    assert reply.found is Found.CLAIMED
    assert reply.order is not None
    return reply.order.brought


def _park(book: OrderBook, *kept: KeptUnits, bench: str = "B01", fence: int = 1, at_us: int = T0) -> None:
    ledger = Recorded(bench)
    parked = OrderParked(order=OrderNo("SO-1"), why="hold", fence=fence, kept=kept)
    ledger.add(opened("SO-1", fence=fence), packed(), parked, order="SO-1", at_us=at_us)
    Relay(ledger, log=ledger.log)(book)


def _sort(book: OrderBook, *units: dict[str, Any]) -> None:
    with writing(book.engine) as connection:
        connection.execute(insert(pick_batches).values(id=1, opened_us=T0, opened_by="W1"))
        for at, each in enumerate(units):
            row = {"batch_id": 1, "order_no": "SO-1", "position": 0, "ordinal": at, "scan_id": f"s{at}", "sku": "A"}
            row |= {"units": 1, "code": "A", "cell": 7, "by": "W1", "at_us": T0 + at}
            connection.execute(insert(wall_units).values(row | each))


@pytest.fixture
def order(book: OrderBook) -> OrderBook:
    put_order(book.engine, "SO-1", {"A": 2, "B": 1})
    return book


def test_a_fresh_order_brings_nothing(order: OrderBook) -> None:
    """Nobody has touched it."""
    assert _claim(order) == ()


def test_what_a_bench_packed_comes_along_when_the_order_was_put_aside(order: OrderBook) -> None:
    """Bench, packer, code, lot and serial are those of the first packing."""
    _claim(order, bench="B01")
    _park(order, A2, B1)
    assert _claim(order) == (
        BroughtUnits(line=0, units=2, code="A", witness=Witness.PARKED, place="B01", by="P001", at_us=T0, lot="L1"),
        BroughtUnits(line=1, units=1, code="B", witness=Witness.PARKED, place="B01", by="P001", at_us=T0, serial="S1"),
    )


def test_the_last_parking_counts_whatever_the_clocks_say(order: OrderBook) -> None:
    """The newer claim's entry counts, also from a bench whose clock is behind."""
    _claim(order, bench="B01")
    _park(order, A2, B1)
    _claim(order, bench="B02")
    _park(order, A2, bench="B02", fence=2, at_us=T0 - 9_000_000)
    assert [each.place for each in _claim(order, bench="B03")] == ["B02"]


def test_an_emptied_tote_brings_nothing(order: OrderBook) -> None:
    """Everything was taken out again before the order was put aside; what the wall had sorted is gone with it."""
    _sort(order, {})
    _claim(order, bench="B01")
    _park(order, at_us=T0 + 1_000_000)
    assert _claim(order) == ()


def test_a_cell_brings_its_units(order: OrderBook) -> None:
    """Each with its cell, whoever sorted it, and what was read off it."""
    _sort(order, {"lot": "L2"}, {"position": 1, "sku": "B", "code": "690", "serial": "S9", "expiry": "2027-01-31"})
    first, second = _claim(order)
    assert (first.witness, first.place, first.by, first.lot) == (Witness.WALL, "7", "W1", "L2")
    assert (second.line, second.code, second.serial, second.expiry) == (1, "690", "S9", "2027-01-31")


def test_what_is_sorted_after_the_parking_comes_on_top(order: OrderBook) -> None:
    """The missing unit arrived at the wall while the order waited: both are brought."""
    _claim(order, bench="B01")
    _park(order, A2)
    _sort(order, {"position": 1, "sku": "B", "code": "B", "at_us": T0 + 60_000_000})
    assert [each.witness for each in _claim(order)] == [Witness.PARKED, Witness.WALL]


def test_a_wall_with_a_fast_clock_brings_nothing_twice(order: OrderBook) -> None:
    """What lay in the cell was counted by the bench that put the order aside, whatever the wall's clock said."""
    _sort(order, {"position": 0, "sku": "A", "at_us": T0 + 3_600_000_000})
    assert len(_claim(order, bench="B01")) == 1
    _park(order, replace(A2, units=1))
    assert [(each.witness, each.units) for each in _claim(order)] == [(Witness.PARKED, 1)]


def test_a_change_of_the_goods_makes_it_scan_again(order: OrderBook) -> None:
    """Units that no line has any more make all of them worthless: who knows what lies there."""
    _claim(order, bench="B01")
    _park(order, A2, B1)
    with writing(order.engine) as connection:
        one = (order_lines.c.order_no == "SO-1", order_lines.c.sku == "A")
        connection.execute(update(order_lines).where(*one).values(quantity=1))
    assert _claim(order) == ()


def test_lines_in_another_turn_keep_their_units(order: OrderBook) -> None:
    """A newer file lists the same goods in another order: they are found by SKU."""
    _claim(order, bench="B01")
    _park(order, A2, B1)
    with writing(order.engine) as connection:
        for position, sku in ((9, "A"), (0, "B"), (1, "A")):
            at = 0 if sku == "A" and position == 9 else 1 if sku == "B" else 9
            one = (order_lines.c.order_no == "SO-1", order_lines.c.position == at)
            connection.execute(update(order_lines).where(*one).values(position=position))
    assert [(each.line, each.code) for each in _claim(order)] == [(1, "A"), (0, "B")]


def test_a_cell_sorted_for_other_goods_is_sorted_again(order: OrderBook) -> None:
    """The line it was for is another by now."""
    _sort(order, {"sku": "C"})
    assert _claim(order) == ()


def test_a_piece_that_another_order_took_since_is_gone(order: OrderBook) -> None:
    """Its serial number is in another box: the tote is not what it was."""
    _claim(order, bench="B01")
    _park(order, A2, B1)
    with writing(order.engine) as connection:
        connection.execute(insert(serials).values(sku="B", serial="S1", order_no="SO-2"))
    assert _claim(order) == ()


def test_orders_under_one_waybill_bring_what_lay_with_all_of_them(order: OrderBook) -> None:
    """Put aside together, found together, each unit on a line of the parcel."""
    put_order(order.engine, "SO-2", {"B": 1})
    with writing(order.engine) as connection:
        connection.execute(update(orders).values(joined_to="SO-1", **BUYER))
    _claim(order, bench="B01")
    _park(order, A2, KeptUnits(line=2, sku=Sku("B"), units=1, code="B"))
    assert [(each.line, each.units) for each in _claim(order)] == [(0, 2), (2, 1)]


def _copies(book: OrderBook) -> int:
    reply = book.claim("SO-1", bench="B02", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    return reply.order.copies


def _labelled(book: OrderBook, *events: Event) -> None:
    """Packed and labelled at bench B01, and put aside there."""
    ledger = Recorded("B01")
    parked = OrderParked(order=OrderNo("SO-1"), why="hold", fence=1)
    ledger.add(opened("SO-1"), *events, parked, order="SO-1")
    Relay(ledger, log=ledger.log)(book)


def test_labels_on_paper_come_along(order: OrderBook) -> None:
    """Two may be on paper, one was taken back whole: the next one at any bench is the third."""
    void = LabelVoided(job=JobId("j"), waybill=Waybill("YT1"), why="torn")
    unsent = replace(void, unsent=True)
    _labelled(order, requested("YT1"), void, requested("YT1"), void, requested("YT1"), unsent)
    assert _copies(order) == 2


def test_labels_of_a_void_number_do_not_count(order: OrderBook) -> None:
    """The new number's first label is no copy."""
    _labelled(order, requested("YT1"), WaybillVoided(waybill=Waybill("YT1"), why="wrong_box", by="P9"))
    assert _copies(order) == 0


def test_a_fresh_order_has_no_copies(order: OrderBook) -> None:
    """Nothing of it is on paper anywhere."""
    assert _copies(order) == 0
