"""One person at the sort wall: commit, then show; stop until cleared; nothing twice when the order book fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from station.codes import badge_code, command_code, read
from station.errors import BookUnreachable
from station.orders import wall as books
from station.orders.cell_codes import cell_code
from station.orders.orderbook import OrderBook
from station.orders.wall import look_at
from station.packing.inputs import Command, Pressed
from station.packing.model import HoldReason
from station.packing.reasons import Reason
from station.packing.sorting import Placed, Refused, Wall, WallReason
from station.packing.wall_answers import Asked, Emptied, Note, Noted, Recalled, TakenBack, WallAnswer
from station.sorter import Outcome, Sorter
from tests.batches import sorter_of, two_cells
from tests.orders.conftest import put_order


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OrderBook]:
    opened = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    two_cells(opened)
    yield opened
    opened.close()


@pytest.fixture
def sorter(book: OrderBook) -> Sorter:
    return sorter_of(book, 1)


def _scan(sorter: Sorter, text: str) -> WallAnswer:
    return _outcome(sorter, text).answer


def _outcome(sorter: Sorter, text: str) -> Outcome:
    return sorter.take(read(text, device="test"))


def _press(sorter: Sorter, command: Command) -> WallAnswer:
    return sorter.take(Pressed(command=command)).answer


def _units(book: OrderBook) -> list[int]:
    return [cell.units for cell in look_at(book, 1).cells]


def test_a_stop_takes_nothing_but_a_clear(sorter: Sorter, book: OrderBook) -> None:
    """After a wrong unit no scan and no undo is taken until it is cleared, by key or by code."""
    assert isinstance(_scan(sorter, "MUG"), Placed)
    wrong = _outcome(sorter, "ZZZ")
    assert isinstance(wrong.answer, Refused)
    assert (wrong.answer.reason, wrong.locked) == (Reason.UNKNOWN_CODE, True)
    for answer in (_scan(sorter, "MUG"), _press(sorter, Command.UNDO), _scan(sorter, cell_code(1, 1))):
        assert isinstance(answer, Refused)
        assert answer.reason is Reason.MUST_CLEAR
    assert sum(_units(book)) == 1
    assert _scan(sorter, command_code(Command.CLEAR)) == Noted(note=Note.CLEARED)
    assert _press(sorter, Command.CLEAR) == Noted(note=Note.NOTHING_TO_CLEAR)
    assert isinstance(_scan(sorter, "MUG"), Placed)


def test_a_stranger_is_named_by_what_the_book_knows(sorter: Sorter, book: OrderBook) -> None:
    """Goods of another batch are told from a code nobody knows."""
    put_order(book.engine, "SO-9", {"LAMP": 1})
    answer = _scan(sorter, "LAMP")
    assert isinstance(answer, Refused)
    assert answer.reason is WallReason.NOT_IN_BATCH


def test_undo_takes_the_own_units_back_one_by_one(sorter: Sorter, book: OrderBook) -> None:
    """The last unit first; another person's units are left alone."""
    other = sorter_of(book, 1, who="P002")
    _scan(sorter, "CARD")
    _scan(other, "MUG")
    _scan(sorter, "MUG")
    undone = [_press(sorter, Command.UNDO) for _ in range(3)]
    assert [each.sku for each in undone if isinstance(each, TakenBack)] == ["MUG", "CARD"]
    assert undone[2] == Noted(note=Note.NOTHING_TO_UNDO)
    assert sum(_units(book)) == 1


def test_a_badge_signs_in(book: OrderBook) -> None:
    """Where signing in is asked for, nothing is sorted before; then the units are that person's."""
    sorter = sorter_of(book, 1, must_sign_in=True)
    first = _outcome(sorter, "MUG")
    assert isinstance(first.answer, Refused)
    assert (first.answer.reason, first.locked) == (Reason.SIGN_IN_FIRST, False)
    unknown = _scan(sorter, badge_code("X9"))
    assert isinstance(unknown, Refused)
    assert unknown.reason is Reason.NOT_ALLOWED
    assert _scan(sorter, badge_code("W7")) == Noted(note=Note.SIGNED_IN, detail="李四")
    assert (_outcome(sorter, "MUG").who, books.latest_of(book, 1, "P007") is not None) == ("P007", True)


def test_a_cells_code_tells_how_it_stands(sorter: Sorter, book: OrderBook) -> None:
    """A cell in work is told, a stopped one is emptied, another batch's stops, an unknown one is said to be none."""
    _scan(sorter, "CARD")
    told = _scan(sorter, cell_code(1, 1))
    assert isinstance(told, Asked)
    assert told.cell.missing == (("MUG", 1),)
    assert _scan(sorter, cell_code(1, 9)) == Noted(note=Note.NO_SUCH_CELL, detail="9")
    book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=0)
    assert isinstance(_scan(sorter, cell_code(1, 1)), Emptied)
    foreign = _outcome(sorter, cell_code(2, 1))
    assert isinstance(foreign.answer, Refused)
    assert (foreign.answer.reason, foreign.locked) == (WallReason.NOT_IN_BATCH, True)


def test_a_command_of_the_bench_is_not_the_walls(sorter: Sorter) -> None:
    """What a wall cannot do is refused and locks nothing."""
    outcome = sorter.take(Pressed(command=Command.REPRINT))
    assert isinstance(outcome.answer, Refused)
    assert (outcome.answer.reason, outcome.locked) == (Reason.NOT_ALLOWED, False)


def test_a_unit_committed_and_never_shown_is_told_at_the_next_start(book: OrderBook) -> None:
    """Killed between commit and show: a new start says which cell the last unit is recorded in, and can undo it."""
    _scan(sorter_of(book, 1), "CARD")
    again = sorter_of(book, 1)
    outcome = again.begin()
    assert isinstance(outcome.answer, Recalled)
    assert (outcome.answer.placed.cell, outcome.answer.again) == (1, False)
    assert isinstance(_press(again, Command.UNDO), TakenBack)
    assert sorter_of(book, 1).begin().answer == Noted(note=Note.READY)


class _Lost:
    """An order book whose answer to one commit never arrives: the row is there, and nobody was told."""

    def __init__(self, *, written: bool) -> None:
        self._written = written
        self._left = 1
        self._sort = books.sort

    def __call__(self, *given: Any, **named: Any) -> tuple[Placed | Refused, Wall]:
        if not self._left:
            return self._sort(*given, **named)
        self._left = 0
        if self._written:
            self._sort(*given, **named)
        raise BookUnreachable("the network went away")


@pytest.mark.parametrize("written", [True, False])
def test_a_lost_answer_never_counts_a_unit_twice(
    book: OrderBook, monkeypatch: pytest.MonkeyPatch, written: bool
) -> None:
    """The unit scanned again is either told its cell, when it was recorded after all, or sorted now; never both."""
    sorter = sorter_of(book, 1)
    monkeypatch.setattr(books, "sort", _Lost(written=written))
    lost = _outcome(sorter, "CARD")
    assert isinstance(lost.answer, Refused)
    assert (lost.answer.reason, lost.locked) == (Reason.BOOK_UNREACHABLE, False)
    answer = _scan(sorter, "CARD")
    assert isinstance(answer, Recalled if written else Placed)
    assert _units(book) == [1, 0]
    undone = _press(sorter, Command.UNDO)
    assert isinstance(undone, TakenBack)
    assert _units(book) == [0, 0]


def test_others_units_are_seen(sorter: Sorter, book: OrderBook) -> None:
    """A look brings what others sorted since; without news there is none."""
    assert sorter.look() is None
    _scan(sorter_of(book, 1, who="P002"), "CARD")
    seen = sorter.look()
    assert seen is not None
    assert sum(cell.units for cell in seen.wall.cells) == 1
    assert sorter.look() is None
