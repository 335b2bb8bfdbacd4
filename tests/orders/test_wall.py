"""The sort wall's book on both databases: what is committed is in its cell, once, whoever else sorts."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest
from sqlalchemy import exc, insert, select, update

from station.codes import read
from station.errors import Trouble
from station.orders.cell_codes import cell_code
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.pick_choice import Wanted
from station.orders.picking import open_batch
from station.orders.picking_tables import wall_units
from station.orders.tables import order_lines, orders, serials
from station.orders.wall import empty, latest_of, look_at, recall, sort, take_back
from station.packing.inputs import Found, Instant
from station.packing.model import HoldReason, OrderNo
from station.packing.reasons import Reason
from station.packing.sorting import Cell, CellState, Placed, Refused, Wall, WallReason
from station.packing.wall_answers import Emptied, TakenBack
from tests.orders.conftest import BUYER, ROUTING, put_order, put_product

NOW_US = 1_790_000_000_000_000
NOW = Instant(wall_us=NOW_US, mono_us=0)


@pytest.fixture
def batch(book: OrderBook) -> int:
    """Two orders on a wall: cell 1 wants A and B, cell 2 wants A twice."""
    put_product(book.engine, "A", {"6901234567892": 1})
    put_order(book.engine, "SO-1", {"A": 1, "B": 1}, due_us=10)
    put_order(book.engine, "SO-2", {"A": 2}, due_us=20)
    return open_batch(book, Wanted(most=60), who="x", now_us=NOW_US)


def _sort(book: OrderBook, batch: int, code: str, scan_id: str, *, who: str = "P001") -> Placed | Refused:
    return sort(book, batch, read(code, device="test"), scan_id=scan_id, who=who, now=NOW)[0]


def _cell_of(wall: Wall, number: int) -> Cell:
    cell = wall.cell(number)
    assert cell is not None
    return cell


def _cell_for(answer: Placed | Refused) -> int | None:
    return answer.cell


def _set(book: OrderBook, number: str, **values: Any) -> None:
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == number).values(values))


def test_a_sorted_unit_is_in_the_book(book: OrderBook, batch: int) -> None:
    """Its row says where it lies, of which line, by whom and from which code."""
    answer, wall = sort(book, batch, read("6901234567892", device="test"), scan_id="s1", who="P001", now=NOW)
    assert isinstance(answer, Placed)
    assert (answer.cell, answer.full) == (1, False)
    assert wall == look_at(book, batch)
    with reading(book.engine) as connection:
        (row,) = connection.execute(select(wall_units)).all()
    assert (row.order_no, row.position, row.ordinal, row.sku, row.units, row.cell, row.by, row.code) == (
        "SO-1", 0, 1, "A", 1, 1, "P001", "6901234567892",
    )  # fmt: skip


def test_the_same_scan_goes_in_once(book: OrderBook, batch: int) -> None:
    """A scan's id is unique: sent twice the second is refused by the database, and nothing is counted."""
    _sort(book, batch, "A", "s1")
    with pytest.raises((Trouble, exc.IntegrityError)):
        _sort(book, batch, "A", "s1")
    assert sum(cell.units for cell in look_at(book, batch).cells) == 1


def test_a_full_cell_opens_its_order_verified(book: OrderBook, batch: int) -> None:
    """The cell's code opens the order at a bench with all units brought; a cell that lacks some says which."""
    assert isinstance(_sort(book, batch, "B", "s1"), Placed)
    lacking = book.claim(cell_code(batch, 1), bench="B01", now_us=NOW_US, routing=ROUTING)
    assert (lacking.found, lacking.lacking) == (Found.CELL_NOT_FULL, "A × 1")
    full = _sort(book, batch, "A", "s2")
    assert isinstance(full, Placed)
    assert full.full
    reply = book.claim(cell_code(batch, 1).lower(), bench="B01", now_us=NOW_US, routing=ROUTING)
    assert reply.order is not None
    assert (reply.found, reply.order.number, reply.order.cell) == (Found.CLAIMED, "SO-1", "1")
    assert sorted((each.line, each.units, each.place) for each in reply.order.brought) == [(0, 1, "1"), (1, 1, "1")]
    assert _cell_of(look_at(book, batch), 1).state is CellState.TAKEN
    known = book.recognise(cell_code(batch, 1))
    assert known is not None
    assert known.order == "SO-1"


def test_other_cells_and_batches_are_nobodys(book: OrderBook, batch: int) -> None:
    """A code of no cell opens nothing."""
    for code in (cell_code(batch, 9), cell_code(9, 1), "CELL-1", "CELL-0-1", "CELL-1-99999999"):
        assert book.claim(code, bench="B01", now_us=NOW_US, routing=ROUTING).found is Found.UNKNOWN


def test_a_unit_comes_out_again(book: OrderBook, batch: int) -> None:
    """Undo takes exactly that scan's unit out; what others sorted after it stays, and its place can be taken again."""
    _sort(book, batch, "A", "s1")
    _sort(book, batch, "A", "s2", who="P002")
    _sort(book, batch, "A", "s3", who="P002")
    back, wall = take_back(book, batch, "s1", who="P001", now_us=NOW_US)
    assert isinstance(back, TakenBack)
    assert (back.cell, _cell_of(wall, back.cell).units) == (1, 0)
    assert take_back(book, batch, "s1", who="P001", now_us=NOW_US)[0] is None
    again = _sort(book, batch, "A", "s4")
    assert isinstance(again, Placed)
    assert again.cell == 1


def test_a_line_with_a_gap_takes_units_again(book: OrderBook, batch: int) -> None:
    """After the first of two units was taken out, two more rows never meet under one key."""
    _sort(book, batch, "A", "s1")
    _sort(book, batch, "A", "s2")
    _sort(book, batch, "A", "s3")
    take_back(book, batch, "s2", who="P001", now_us=NOW_US)
    assert isinstance(_sort(book, batch, "A", "s4"), Placed)
    assert [cell.units for cell in look_at(book, batch).cells] == [1, 2]


def test_a_taken_cell_gives_nothing_back(book: OrderBook, batch: int) -> None:
    """Once a bench has the order its units come out there, not at the wall."""
    _sort(book, batch, "B", "s1")
    _sort(book, batch, "A", "s2")
    book.claim(cell_code(batch, 1), bench="B01", now_us=NOW_US, routing=ROUTING)
    refused, _wall = take_back(book, batch, "s1", who="P001", now_us=NOW_US)
    assert isinstance(refused, Refused)
    assert refused.reason is WallReason.CELL_TAKEN


@pytest.mark.parametrize(
    ("act", "reason"),
    [("cancel", Reason.ORDER_CANCELLED), ("hold", Reason.ORDER_HELD), ("change", Reason.ORDER_CHANGED)],
)
def test_an_order_that_may_not_ship_stops_its_cell(book: OrderBook, batch: int, act: str, reason: Reason) -> None:
    """From that moment nothing goes in, the cell is marked, and when it was emptied the order has left the batch."""
    _sort(book, batch, "B", "s1")
    if act == "cancel":
        _set(book, "SO-1", state="cancelled")
    elif act == "hold":
        book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=NOW_US)
    else:
        with writing(book.engine) as connection:
            connection.execute(update(order_lines).where(order_lines.c.order_no == "SO-1").values(quantity=3))
        _set(book, "SO-1", revision=2)
    stopped = _cell_of(look_at(book, batch), 1)
    assert (stopped.state, stopped.why, stopped.units) == (CellState.STOPPED, reason, 1)
    assert [_cell_for(_sort(book, batch, "A", scan_id)) for scan_id in ("s2", "s3")] == [2, 2]
    refused = _sort(book, batch, "A", "s4")
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.cell) == (reason, 1)
    emptied, wall = empty(book, batch, 1, who="P001", now_us=NOW_US)
    assert isinstance(emptied, Emptied)
    assert emptied.units == 1
    assert [cell.number for cell in wall.cells] == [2]


def test_a_new_address_stops_nothing(book: OrderBook, batch: int) -> None:
    """A change that leaves the goods as they were leaves the cell open."""
    _set(book, "SO-1", revision=2, street="另一条路 1 号")
    assert _cell_of(look_at(book, batch), 1).state is CellState.OPEN


def test_a_hold_lifted_opens_the_cell_again(book: OrderBook, batch: int) -> None:
    """As long as the cell was not emptied, sorting goes on where it stopped."""
    book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=NOW_US)
    book.release_hold("SO-1", now_us=NOW_US)
    answer = _sort(book, batch, "B", "s1")
    assert isinstance(answer, Placed)
    assert answer.cell == 1


def test_a_cell_that_is_not_stopped_is_only_told(book: OrderBook, batch: int) -> None:
    """Scanning the code of a cell in work empties nothing."""
    _sort(book, batch, "B", "s1")
    told, wall = empty(book, batch, 1, who="P001", now_us=NOW_US)
    assert isinstance(told, Cell)
    assert (told.missing, wall.cells[0].units) == ((("A", 1),), 1)
    assert empty(book, batch, 9, who="P001", now_us=NOW_US)[0] is None


def test_a_piece_of_another_order_is_refused(book: OrderBook, batch: int) -> None:
    """A serial number that shipped before goes into no cell, nor does one that lies in a cell already."""
    with writing(book.engine) as connection:
        connection.execute(insert(serials).values(sku="A", serial="S-1", order_no="OLD"))
    gone = _sort(book, batch, "(01)06901234567892(21)S-1", "s1")
    assert isinstance(gone, Refused)
    assert gone.reason is Reason.DUPLICATE_SERIAL
    assert isinstance(_sort(book, batch, "(01)06901234567892(21)S-2", "s2"), Placed)
    twice = _sort(book, batch, "(01)06901234567892(21)S-2", "s3")
    assert isinstance(twice, Refused)
    assert twice.reason is Reason.DUPLICATE_SERIAL


def test_what_a_commit_came_to_can_be_looked_up(book: OrderBook, batch: int) -> None:
    """By its scan's id a unit is found, or known not to be there; the last one of a person is found by who it was."""
    assert latest_of(book, batch, "P001") is None
    _sort(book, batch, "B", "s1")
    placed, _wall = recall(book, batch, "s1")
    assert placed is not None
    assert (placed.cell, placed.order) == (1, OrderNo("SO-1"))
    assert recall(book, batch, "s2")[0] is None
    found = latest_of(book, batch, "P001")
    assert found is not None
    assert found[0] == "s1"
    assert latest_of(book, batch, "P002") is None


def test_joint_orders_fill_one_cell(book: OrderBook) -> None:
    """Units of orders under one waybill lie in one cell, each under its own order; it opens when all are there."""
    for number in ("SO-1", "SO-2"):
        put_order(book.engine, number, {"A": 1}, joined_to="SO-1", **BUYER)
    batch = open_batch(book, Wanted(most=60), who="x", now_us=NOW_US)
    assert isinstance(_sort(book, batch, "A", "s1"), Placed)
    assert book.claim(cell_code(batch, 1), bench="B01", now_us=NOW_US, routing=ROUTING).found is Found.CELL_NOT_FULL
    last = _sort(book, batch, "A", "s2")
    assert isinstance(last, Placed)
    assert (last.order, last.full) == ("SO-2", True)
    reply = book.claim(cell_code(batch, 1), bench="B01", now_us=NOW_US, routing=ROUTING)
    assert reply.order is not None
    assert (reply.order.joined, len(reply.order.brought)) == (("SO-1", "SO-2"), 2)


def test_a_batch_without_cells_has_no_wall(book: OrderBook) -> None:
    """Single orders are packed item first; there is nothing to sort."""
    put_order(book.engine, "ONE", {"A": 1}, single_sku="A")
    batch = open_batch(book, Wanted(most=60, single=True), who="x", now_us=NOW_US)
    with pytest.raises(Trouble, match="no cells"):
        look_at(book, batch)


def test_two_sorters_never_fill_one_place_twice(url: str) -> None:
    """Two people scan the same goods as fast as they can: every unit lies in a cell once, and the rest is refused."""
    book = OrderBook.open(url)
    for number in range(1, 6):
        put_order(book.engine, f"SO-{number}", {"A": 3, "B": 2}, due_us=number)
    batch = open_batch(book, Wanted(most=60), who="x", now_us=NOW_US)
    answers: list[Placed | Refused] = []

    def work(who: str) -> None:
        mine = OrderBook.open(url)
        for turn in range(20):
            code = "A" if turn % 5 < 3 else "B"
            answers.append(_sort(mine, batch, code, f"{who}-{turn}", who=who))
        mine.close()

    threads = [Thread(target=work, args=(who,)) for who in ("P001", "P002")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = look_at(book, batch)
    book.close()
    assert sum(isinstance(answer, Placed) for answer in answers) == 25
    assert all(cell.state is CellState.FULL and cell.units == 5 for cell in wall.cells)
    refused = [answer.reason for answer in answers if isinstance(answer, Refused)]
    assert refused == [Reason.ENOUGH_ALREADY] * 15
