"""The supervisor's board from a real order book, on both databases: periods, groupings, and what lies behind."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest
from sqlalchemy import delete

from station.errors import Trouble
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.packing.reasons import Reason
from station.supervisor_behind import read_page, reason_words
from station.supervisor_house import House, load_house
from station.supervisor_reading import read_board
from station.ui.supervisor_board import Against, Board, Drill, Group, Period, Query
from station.ui.supervisor_drills import drill_at
from station.ui.supervisor_screen import Panel, Spot, SupervisorScreen, looked, pointed
from tests.orders.unbelted import unbelted
from tests.supervisor_day import HOUR, NINE, NOW, put_day


@pytest.fixture
def house(tmp_path: Path) -> House:
    return load_house(Home(tmp_path / "home"), UTC)


def _board(book: OrderBook, house: House, query: Query) -> Board:
    return read_board(book, house, query, now_us=NOW)


def _drill(board: Board, panel: Panel, spot: Spot) -> Drill:
    screen = pointed(looked(SupervisorScreen(query=board.query), board), panel, spot)
    drill = drill_at(screen)
    assert drill is not None
    return drill


def test_a_day_by_bench(book: OrderBook, house: House) -> None:
    """Hours from the first parcel to now, a bench that began later has an empty cell, and each row its errors."""
    put_day(book)
    board = _board(book, house, Query())
    assert [slot.name.en for slot in board.slots] == ["9h", "10h", "11h"]
    assert [slot.part_minutes for slot in board.slots] == [None, None, 6]
    rows = {row.key: row for row in board.rows}
    assert [cell.parcels for cell in rows["B01"].cells] == [6, 3, 0]
    assert [cell.parcels for cell in rows["B02"].cells] == [None, 6, 0]
    assert (rows["B01"].speed.parcels, rows["B01"].speed.saves) == (9, 2)
    assert rows["B01"].speed.first_pass == pytest.approx(700 / 9)
    assert (rows["B01"].marked, rows["B02"].marked) == (True, False)
    totals = board.totals
    assert (totals.speed.parcels, totals.left) == (15, 60)
    why = rows["B02"].cells[2].why
    assert why is not None
    assert why.en == "device lost 1 time"


def test_what_waits_and_what_is_broken(book: OrderBook, house: House) -> None:
    """Cut-offs by carrier with the time they take, devices with the word of what is wrong."""
    put_day(book)
    board = _board(book, house, Query())
    (line,) = board.cut_offs
    assert (line.carrier, line.left, line.due_us) == ("sf", 60, NOW + 3 * HOUR)
    assert line.slack_us is not None
    assert board.tightest is line
    assert board.kinds == ("printer",)
    words = {each.bench: each.devices[0] for each in board.benches}
    assert words["B01"] is None
    assert words["B02"] is not None
    assert words["B02"].word is not None
    assert words["B02"].word.en == "paper"
    assert {bar.figure: bar.count for bar in board.saves}["saved.wrong_item"] == 2
    assert [stack.order_class for stack in board.stacks] == ["single", "one_sku"]


def test_by_packer_and_by_carrier(book: OrderBook, house: House) -> None:
    """People by pseudonym with their names; carriers by name, without a speed that would be nobody's."""
    put_day(book)
    packers = _board(book, house, Query(group=Group.PACKER))
    assert [(row.key, row.names[0].zh) for row in packers.rows] == [("P001", "陈禾"), ("P002", "赵一苇")]
    (carrier,) = _board(book, house, Query(group=Group.CARRIER)).rows
    assert (carrier.key, carrier.speed.parcels, carrier.speed.per_hour) == ("yto", 15, None)
    assert carrier.speed.first_pass == pytest.approx(100 * 13 / 15)
    assert [cell.parcels for cell in carrier.cells] == [6, 9, 0]


@pytest.mark.parametrize(
    ("period", "title", "slots"),
    [(Period.SHIFT, "11-18 early 06:00–14:00", 6), (Period.WEEK, "Week 11-16 to 11-22", 3)],
)
def test_shift_and_week(book: OrderBook, house: House, period: Period, title: str, slots: int) -> None:
    """The shift that runs with all its hours so far; the week by days, the day before in it."""
    put_day(book)
    board = _board(book, house, Query(period=period))
    assert (board.title.en, len(board.slots)) == (title, slots)
    assert sum(cell.parcels or 0 for row in board.rows for cell in row.cells) == (15 if period is Period.SHIFT else 19)


def test_beside_the_day_before(book: OrderBook, house: House) -> None:
    """Each row with what it was up to the same time; a bench that was not there has nothing beside it."""
    put_day(book)
    board = _board(book, house, Query(against=Against.BEFORE))
    assert board.then_title is not None
    assert board.then_title.en == "11-17"
    then = {row.key: row.then for row in board.rows}
    assert then["B01"] is not None
    assert (then["B01"].parcels, then["B02"]) == (4, None)
    assert board.totals.then is not None
    assert board.totals.then.parcels == 4


def test_yesterday(book: OrderBook, house: House) -> None:
    """A day that is over tells nothing of what waits now."""
    put_day(book)
    board = _board(book, house, Query(back=1))
    assert (board.title.en, board.totals.speed.parcels, board.totals.left) == ("11-17", 4, None)
    assert all(slot.part_minutes is None for slot in board.slots)


def test_the_first_day(book: OrderBook, house: House) -> None:
    """A book with nothing in it gives axes and no row."""
    board = _board(book, house, Query())
    assert board.empty
    assert (board.rows, board.cut_offs, board.benches, len(board.slots) > 0) == ((), (), (), True)


@pytest.mark.parametrize(
    ("panel", "spot", "orders"),
    [
        (Panel.HEAT, Spot(0, 0), ["SO-10", "SO-11", "SO-12", "SO-13", "SO-14", "SO-15"]),
        (Panel.CARDS, Spot(0, 3), ["SO-12", "SO-13"]),
        (Panel.CARDS, Spot(0, 4), ["SO-12", "SO-13"]),
        (Panel.SAVES, Spot(0), ["SO-12", "SO-13"]),
    ],
)
def test_the_entries_behind(book: OrderBook, house: House, panel: Panel, spot: Spot, orders: list[str]) -> None:
    """As many rows as the figure says, each with what leads into the entry."""
    put_day(book)
    page = read_page(book, house, _drill(_board(book, house, Query()), panel, spot))
    assert [line.cells[3].en for line in page.lines] == orders
    assert page.more is None


def test_an_entry_whole(book: OrderBook, house: House) -> None:
    """The last level: who, when, where and what the bench recorded. Gone, it is said."""
    put_day(book)
    page = read_page(book, house, _drill(_board(book, house, Query()), Panel.SAVES, Spot(0)))
    into = page.lines[0].into
    assert into is not None
    whole = {line.cells[0].en: line.cells[1].en for line in read_page(book, house, into).lines}
    assert (whole["Packer"], whole["Order"], whole["reason"]) == ("陈禾", "SO-12", "not_in_order")
    with unbelted(book) as connection:
        connection.execute(delete(events).where(events.c.order_no == "SO-12"))
    with pytest.raises(Trouble, match="any more"):
        read_page(book, house, into)


def test_orders_that_wait_come_in_pages(book: OrderBook, house: House) -> None:
    """Fifty a page in the queue's order, then the rest."""
    put_day(book)
    drill = _drill(_board(book, house, Query()), Panel.CUT_OFFS, Spot(0))
    first = read_page(book, house, drill)
    assert first.more is not None
    rest = read_page(book, house, first.more)
    assert (len(first.lines), len(rest.lines), rest.more) == (50, 10, None)
    numbers = [line.cells[0].en for line in (*first.lines, *rest.lines)]
    assert numbers == sorted(set(numbers))


def test_the_slowest_parcels_first(book: OrderBook, house: House) -> None:
    """Behind a class are its parcels, the slowest first; behind a carrier its parcels by time; gaps by bench."""
    put_day(book)
    board = _board(book, house, Query())
    slowest = read_page(book, house, _drill(board, Panel.STEPS, Spot(0)))
    took = [int(line.cells[4].en) for line in slowest.lines]
    assert (len(took), took) == (9, sorted(took, reverse=True))
    by_carrier = _board(book, house, Query(group=Group.CARRIER))
    shipped = read_page(book, house, _drill(by_carrier, Panel.HEAT, Spot(0, 1)))
    assert len(shipped.lines) == 9
    gaps = read_page(book, house, _drill(board, Panel.DEVICES, Spot(0, len(board.kinds))))
    assert [line.cells[0].en for line in gaps.lines] == ["B01", "B02"]


def test_a_zone_of_half_hours(book: OrderBook, tmp_path: Path) -> None:
    """Where hours begin at thirty minutes past UTC's, cells hold what fell into the hour on the wall."""
    from datetime import timedelta, timezone

    put_day(book)
    house = load_house(Home(tmp_path / "home"), timezone(timedelta(hours=5, minutes=30)))
    board = read_board(book, house, Query(), now_us=NOW)
    row = next(row for row in board.rows if row.key == "B01")
    assert board.slots[0].from_us == NINE - HOUR // 2
    assert [cell.parcels for cell in row.cells] == [3, 6, 0]


@pytest.mark.parametrize("reason", Reason, ids=str)
def test_every_reason_behind_a_figure_is_words(reason: Reason) -> None:
    """Never the name that the record has for it, and no field left open."""
    said = reason_words(reason.value)
    assert said.zh != said.en
    assert not {"_", "{"} & set(said.zh + said.en)
