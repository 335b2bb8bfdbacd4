"""A desk's line to its order book: left alone for a moment after it was waited for in vain."""

from __future__ import annotations

import pytest

from station.book_line import REST_US, SLOW_US, BookLine
from station.errors import BookUnreachable, SchemaTrouble
from station.orders.orderbook import OrderBook
from tests.clocks import FakeClock

SHARED = "postgresql+psycopg://bench01@127.0.0.1/book"


class Away:
    """A server that lets everybody wait for ``wait_us`` and does not answer."""

    def __init__(self, clock: FakeClock, wait_us: int) -> None:
        self.asked = 0
        self._clock = clock
        self._wait_us = wait_us

    def __call__(self) -> OrderBook:
        self.asked += 1
        self._clock.advance_us(self._wait_us)
        raise BookUnreachable("away")


def ask(line: BookLine) -> None:
    try:
        line.open()
    except BookUnreachable as trouble:
        line.failed(trouble)


def test_a_slow_no_is_kept_for_a_moment(clock: FakeClock) -> None:
    """Ten questions after it are answered without waiting; then the server is asked again."""
    away = Away(clock, SLOW_US)
    line = BookLine(SHARED, away, lambda: None, clock)
    for _ in range(10):
        ask(line)
    assert away.asked == 1
    clock.advance_us(REST_US)
    ask(line)
    assert away.asked == 2


def test_a_quick_no_is_asked_again(clock: FakeClock) -> None:
    """A server that refuses at once costs nobody anything."""
    away = Away(clock, SLOW_US - 1)
    line = BookLine(SHARED, away, lambda: None, clock)
    ask(line)
    ask(line)
    assert away.asked == 2


def test_only_a_book_out_of_reach_is_left_alone(clock: FakeClock) -> None:
    """A book of another schema answers: it is asked each time."""
    away = Away(clock, 0)
    line = BookLine(SHARED, away, lambda: None, clock)
    with pytest.raises(BookUnreachable):
        line.open()
    clock.advance_us(SLOW_US)
    line.failed(SchemaTrouble("other"))
    ask(line)
    assert away.asked == 2
