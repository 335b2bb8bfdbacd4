"""Pick batches on both databases: who may be in one, what is picked, what is short, and when one may end."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update

from station.codes import read
from station.errors import Trouble, UsageTrouble
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.pick_choice import Wanted
from station.orders.pick_look import look, recent
from station.orders.pick_scan import PickNo, pick, put_back
from station.orders.pick_short import Shortage, record_short
from station.orders.picking import close_batch, leave_out, open_batch, put_in_totes
from station.orders.picking_tables import pick_acts
from station.orders.shortages import open_shortages
from station.orders.tables import orders
from station.orders.wall import sort
from station.packing.inputs import Found, Instant
from station.packing.model import HoldReason, Sku
from station.packing.owners import Owner
from station.packing.sorting import CellState
from tests.orders.conftest import ROUTING, put_order, put_product

NOW_US = 1_790_000_000_000_000
NOW = Instant(wall_us=NOW_US, mono_us=0)


@pytest.fixture
def shelves(book: OrderBook) -> OrderBook:
    """Three orders, SO-3 the most urgent, and goods on two shelves."""
    put_product(book.engine, "A", {"6901234567892": 1, "CARTON-A": 3}, name="杯子", location="B-2")
    put_product(book.engine, "B", {"B-CODE": 1}, location="A-10")
    put_order(book.engine, "SO-1", {"A": 2}, due_us=30)
    put_order(book.engine, "SO-2", {"A": 1, "B": 1}, due_us=20)
    put_order(book.engine, "SO-3", {"A": 1, "C": 1}, due_us=10)
    return book


def _open(book: OrderBook, *numbers: str, most: int = 60, **values: Any) -> int:
    return open_batch(book, Wanted(numbers=numbers, most=most, **values), who="李四", now_us=NOW_US)


def _set(book: OrderBook, number: str, **values: Any) -> None:
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == number).values(values))


def _sort(book: OrderBook, batch: int, code: str, scan_id: str) -> None:
    sort(book, batch, read(code, device="test"), scan_id=scan_id, who="P001", now=NOW)


def test_cells_follow_urgency_and_the_list_the_shelves(shelves: OrderBook) -> None:
    """The most urgent order has cell 1; the list is sorted by shelf and says what goes into which cell."""
    batch = look(shelves, _open(shelves))
    assert [(cell.number, cell.order, cell.needed) for cell in batch.cells] == [
        (1, "SO-3", 2), (2, "SO-2", 2), (3, "SO-1", 2)
    ]  # fmt: skip
    assert [(each.stop.location, each.stop.line.sku, each.stop.cells) for each in batch.stops] == [
        ("A-10", "B", ((2, 1),)), ("B-2", "A", ((1, 1), (2, 1), (3, 2))), ("", "C", ((1, 1),)),
    ]  # fmt: skip
    assert (batch.units, batch.picked, batch.opened_by) == (6, 0, "李四")


def test_an_order_is_in_one_open_batch(shelves: OrderBook) -> None:
    """What is in a batch is not put into the next one, named or not."""
    first = _open(shelves, most=2)
    assert [cell.order for cell in look(shelves, first).cells] == ["SO-3", "SO-2"]
    assert [cell.order for cell in look(shelves, _open(shelves)).cells] == ["SO-1"]
    with pytest.raises(Trouble, match="SO-2 \\(in batch 1\\), SO-9 \\(no such order\\)"):
        _open(shelves, "SO-2", "SO-9")
    with pytest.raises(Trouble, match="no order is ready"):
        _open(shelves)


def test_only_ready_orders_of_this_place(shelves: OrderBook) -> None:
    """Held, claimed and other places' orders are not picked here; named, each says why not."""
    shelves.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=NOW_US)
    shelves.claim("SO-2", bench="B02", now_us=NOW_US, routing=ROUTING)
    _set(shelves, "SO-3", ship_from="north")
    with pytest.raises(Trouble, match="SO-1 \\(held\\), SO-2 \\(packing\\), SO-3 \\(ships from north\\)"):
        _open(shelves, "SO-1", "SO-2", "SO-3", place="south")
    assert [cell.order for cell in look(shelves, _open(shelves, place="north")).cells] == ["SO-3"]


def test_limits(shelves: OrderBook) -> None:
    """A batch has no more orders than the wall has cells, and never none."""
    with pytest.raises(UsageTrouble, match="at most 1 orders"):
        _open(shelves, "SO-1", "SO-2", most=1)
    with pytest.raises(UsageTrouble):
        _open(shelves, most=0)
    with pytest.raises(Trouble, match="no pick batch 7"):
        look(shelves, 7)


def test_single_orders_have_no_cells(shelves: OrderBook) -> None:
    """A batch of single orders takes only those of one unit, and its orders carry no cell."""
    put_order(shelves.engine, "ONE", {"A": 1}, single_sku="A")
    batch = look(shelves, _open(shelves, single=True))
    assert [cell.order for cell in batch.cells] == ["ONE"]
    order = shelves.order_copy("ONE")
    assert order is not None
    assert order.cell == ""


def test_orders_of_one_waybill_share_a_cell(shelves: OrderBook) -> None:
    """Named or not, they come together; where one of them is not free, none comes."""
    for number in ("SO-1", "SO-2"):
        _set(shelves, number, joined_to="SO-1")
    batch = look(shelves, _open(shelves))
    assert [(cell.orders, cell.needed) for cell in batch.cells] == [(("SO-3",), 2), (("SO-1", "SO-2"), 4)]
    close_batch(shelves, batch.id, who="x", now_us=NOW_US)
    shelves.hold("SO-2", HoldReason.BY_SUPERVISOR, now_us=NOW_US)
    assert [cell.orders for cell in look(shelves, _open(shelves)).cells] == [("SO-3",)]


def test_the_cell_comes_with_the_claim(shelves: OrderBook) -> None:
    """A bench is told the cell, so that it stands on list and label."""
    _open(shelves)
    reply = shelves.claim("SO-2", bench="B01", now_us=NOW_US, routing=ROUTING)
    assert reply.order is not None
    assert reply.order.cell == "2"


def test_totes_open_orders(shelves: OrderBook) -> None:
    """A bench opens an order by its tote; a tote in use is refused, one whose order is gone may be used again."""
    batch = _open(shelves)
    put_in_totes(shelves, batch, [("SO-3", "T-1"), ("SO-2", "T-2")], who="x", now_us=NOW_US)
    assert shelves.claim("T-2", bench="B01", now_us=NOW_US, routing=ROUTING).found is Found.CLAIMED
    with pytest.raises(Trouble, match="tote T-2 holds order SO-2"):
        put_in_totes(shelves, batch, [("SO-1", "T-2")], who="x", now_us=NOW_US)
    with pytest.raises(Trouble, match="SO-9 is not in batch"):
        put_in_totes(shelves, batch, [("SO-9", "T-9")], who="x", now_us=NOW_US)
    _set(shelves, "SO-2", state="sealed")
    put_in_totes(shelves, batch, [("SO-1", "T-2")], who="x", now_us=NOW_US)
    assert shelves.claim("T-2", bench="B01", now_us=NOW_US, routing=ROUTING).order is not None


def test_scans_at_the_shelf_count(shelves: OrderBook) -> None:
    """Each scan counts against the list and tells the next stop; too many, unknown and too large are refused."""
    batch = _open(shelves)

    def scan(code: str) -> tuple[PickNo | None, int, str | None]:
        reply = pick(shelves, batch, read(code, device="test"), who="x", now_us=NOW_US)
        return reply.why, reply.stop.picked if reply.stop else 0, reply.then.stop.line.sku if reply.then else None

    assert scan("B-CODE") == (None, 1, "A")
    assert scan("B-CODE") == (PickNo.ENOUGH_ALREADY, 1, "A")
    assert scan("CARTON-A") == (None, 3, "A")
    assert scan("CARTON-A") == (PickNo.CODE_OF_SEVERAL, 3, "A")
    assert scan("6901234567892") == (None, 4, "C")
    assert scan("6901234567890") == (PickNo.BAD_CHECK_DIGIT, 0, "C")
    assert scan("ZZZ") == (PickNo.NOT_IN_BATCH, 0, "C")
    assert scan("SB-CLEAR-XX")[0] is PickNo.UNREADABLE
    assert scan("C") == (None, 1, None)
    assert look(shelves, batch).picked == 6
    back = put_back(shelves, batch, read("CARTON-A", device="test"), who="x", now_us=NOW_US)
    assert (back.why, back.units, look(shelves, batch).picked) == (None, -3, 3)
    none = put_back(shelves, batch, read("CARTON-A", device="test"), who="x", now_us=NOW_US)
    assert none.why is PickNo.NOTHING_TAKEN


def _short(book: OrderBook, batch: int, sku: str, units: int, reason: str = "货架空") -> list[tuple[str, int]]:
    short = Shortage(sku=Sku(sku), units=units, owner=Owner.PURCHASING, reason=reason)
    return [(share.order, share.units) for share in record_short(book, batch, short, who="P001", now_us=NOW_US)]


def test_a_shortage_puts_the_least_urgent_aside(shelves: OrderBook) -> None:
    """Its order is held with its owner and what it lacks, leaves the batch, and the others go on."""
    batch = _open(shelves)
    assert _short(shelves, batch, "A", 1) == [("SO-1", 1)]
    (found,) = open_shortages(shelves, Owner.PURCHASING)
    assert (found.order, found.why, [(each.sku, each.units) for each in found.missing]) == (
        "SO-1",
        "货架空",
        [("A", 1)],
    )
    told = look(shelves, batch)
    assert [cell.order for cell in told.cells] == ["SO-3", "SO-2"]
    assert [(each.stop.line.sku, each.stop.units, each.short) for each in told.stops][1] == ("A", 2, 1)
    assert shelves.claim("SO-2", bench="B01", now_us=NOW_US, routing=ROUTING).found is Found.CLAIMED


def test_a_shortage_spares_what_lies_in_a_cell(shelves: OrderBook) -> None:
    """A unit that is sorted already is its order's, however little urgent it is."""
    batch = _open(shelves, "SO-1", "SO-2")
    for scan_id in ("s1", "s2"):
        _sort(shelves, batch, "A", scan_id)
    assert _short(shelves, batch, "A", 1) == [("SO-1", 1)]
    told = look(shelves, batch)
    assert [(cell.order, cell.units, cell.state) for cell in told.cells] == [
        ("SO-2", 1, CellState.OPEN), ("SO-1", 1, CellState.STOPPED)
    ]  # fmt: skip


def test_a_shortage_must_make_sense(shelves: OrderBook) -> None:
    """More than is wanted, nothing, an unknown SKU or no reason is refused and changes nothing."""
    batch = _open(shelves)
    for sku, units in (("A", 5), ("A", 0), ("Z", 1)):
        with pytest.raises(Trouble, match="still wants"):
            _short(shelves, batch, sku, units)
    with pytest.raises(UsageTrouble, match="reason"):
        _short(shelves, batch, "A", 1, reason="")
    assert not open_shortages(shelves)


def test_a_batch_closes_when_its_cells_are_empty(shelves: OrderBook) -> None:
    """Goods in a cell keep it open; an order taken out and emptied does not. After closing all may be picked anew."""
    batch = _open(shelves)
    _sort(shelves, batch, "B", "s1")
    with pytest.raises(Trouble, match="goods lie in cells of batch 1: 2"):
        close_batch(shelves, batch, who="x", now_us=NOW_US)
    leave_out(shelves, batch, ["SO-2"], who="x", now_us=NOW_US)
    from station.orders.wall import empty

    empty(shelves, batch, 2, who="x", now_us=NOW_US)
    close_batch(shelves, batch, who="x", now_us=NOW_US)
    with pytest.raises(Trouble, match="is closed"):
        close_batch(shelves, batch, who="x", now_us=NOW_US)
    assert look(shelves, batch).closed_by == "x"
    assert len(look(shelves, _open(shelves)).cells) == 3
    assert [each.id for each in recent(shelves)] == [2, 1]


def test_who_is_at_a_bench_cannot_be_left_out(shelves: OrderBook) -> None:
    """An order that is being packed, or is not in the batch, is refused."""
    batch = _open(shelves, "SO-1")
    shelves.claim("SO-1", bench="B01", now_us=NOW_US, routing=ROUTING)
    with pytest.raises(Trouble, match="at a bench"):
        leave_out(shelves, batch, ["SO-1"], who="x", now_us=NOW_US)
    with pytest.raises(Trouble, match="not in batch"):
        leave_out(shelves, batch, ["SO-2"], who="x", now_us=NOW_US)


def test_every_act_is_kept(shelves: OrderBook) -> None:
    """Who did what stands in the book."""
    batch = _open(shelves, "SO-1")
    put_in_totes(shelves, batch, [("SO-1", "T-1")], who="王五", now_us=NOW_US)
    pick(shelves, batch, read("A", device="test"), who="王五", now_us=NOW_US)
    _short(shelves, batch, "A", 1)
    with reading(shelves.engine) as connection:
        acts = connection.execute(select(pick_acts).order_by(pick_acts.c.id)).all()
    assert [(row.act, row.who, row.order_no, row.units) for row in acts] == [
        ("opened", "李四", None, 0), ("tote", "王五", "SO-1", 0), ("picked", "王五", None, 1),
        ("short", "P001", None, 1), ("taken_out", "P001", "SO-1", 0),
    ]  # fmt: skip
