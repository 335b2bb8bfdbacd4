"""Calls for help: raised by the bench's own HELP, taken and ended by people, each with its time."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.orders.help_calls import calls_between, calls_open, end_call, take_call
from station.orders.orderbook import OrderBook
from station.packing.inputs import Command
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.recorded import T0

SECOND = 1_000_000


@pytest.fixture
def bench(book: OrderBook) -> BenchOfBook:
    """One that has called twice."""
    bench = BenchOfBook(book)
    for _ in range(2):
        assert bench.presses(Command.HELP) == ["HelpCalled"]
    bench.relays()
    return bench


def test_a_call_is_raised_once(bench: BenchOfBook) -> None:
    """Who calls again while the call stands has called once, and it runs since the first time."""
    (call,) = calls_open(bench.book)
    assert (call.bench, call.raised_us, call.taken_us, call.running_us(T0 + 97 * SECOND)) == (
        "B01",
        T0,
        None,
        97 * SECOND,
    )


def test_taken_and_ended(bench: BenchOfBook) -> None:
    """Each with who and when; an ended call is off the board and its time stands still."""
    (call,) = calls_open(bench.book)
    taken = take_call(bench.book, call.id, who="P009", now_us=T0 + 10 * SECOND)
    assert (taken.taken_by, taken.taken_us, taken.ended_us) == ("P009", T0 + 10 * SECOND, None)
    end_call(bench.book, call.id, who="P008", now_us=T0 + 60 * SECOND)
    assert calls_open(bench.book) == ()
    (ended,) = calls_between(bench.book, from_us=T0, to_us=T0 + SECOND)
    assert (ended.taken_by, ended.ended_by, ended.running_us(T0 + 999 * SECOND)) == ("P009", "P008", 60 * SECOND)


def test_the_next_call_is_another(bench: BenchOfBook) -> None:
    """After the end a new HELP is a new call; ended without being taken, it was taken then."""
    (call,) = calls_open(bench.book)
    assert end_call(bench.book, call.id, who="P009", now_us=T0 + 5 * SECOND).taken_by == "P009"
    bench.presses(Command.HELP)
    bench.relays()
    assert [one.id != call.id for one in calls_open(bench.book)] == [True]


@pytest.mark.parametrize("act", [take_call, end_call])
def test_what_cannot_be(bench: BenchOfBook, act: object) -> None:
    """No such call, or one that is ended: one sentence, and nothing changes."""
    assert callable(act)
    (call,) = calls_open(bench.book)
    with pytest.raises(Trouble, match="no call 999"):
        act(bench.book, 999, who="P009", now_us=T0)
    end_call(bench.book, call.id, who="P009", now_us=T0)
    with pytest.raises(Trouble, match="ended by P009"):
        act(bench.book, call.id, who="P008", now_us=T0)


def test_taken_twice(bench: BenchOfBook) -> None:
    """The second who comes is told who is on the way."""
    (call,) = calls_open(bench.book)
    take_call(bench.book, call.id, who="P009", now_us=T0)
    with pytest.raises(Trouble, match="taken by P009"):
        take_call(bench.book, call.id, who="P008", now_us=T0)
