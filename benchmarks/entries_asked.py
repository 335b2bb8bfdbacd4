"""What the supervisor's screen and ``report`` ask of a year of entries, beside bare reads of the same indexes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from functools import partial
from pathlib import Path
from typing import Any, Final

import psycopg

from benchmarks.figures import DAY_US, SHANGHAI
from benchmarks.server import KeptServer
from benchmarks.tables import Act, Series, interleaved, ratio, show, us
from station.home import Home
from station.orders.figuring import catch_up
from station.orders.orderbook import OrderBook
from station.orders.parcel_history import history_of
from station.orders.relay import Relay, RelayedEntry
from station.reports.behind import Asked, behind
from station.reports.figure_period import time_us
from station.reports.figure_rules import FigureRules, load_figure_rules
from station.reports.throughput import QUARTER_US, By, throughput
from station.settings import config_dir
from station.supervisor_house import load_house
from station.supervisor_reading import read_board
from station.ui.supervisor_board import Period, Query

ROUNDS: Final = 7
LAST: Final = date(2025, 12, 30)
"""The day that is reported; the week, the month and the year end with it."""

PERIODS: Final = {"day": 1, "week": 7, "month": 30, "year": 364}
BY: Final = (By.HOUR, By.SHIFT, By.DAY)
ORDER: Final = "SO-B01-200-0"
HEADS: Final = ("", "median", f"longest of {ROUNDS}", "to its floor")
_QUARTERS: Final = "SELECT count(*), sum(value) FROM figure_totals WHERE quarter >= %s AND quarter < %s"
_ENTRY: Final = "SELECT header FROM events WHERE bench = 'B01' AND epoch = 1 AND seq = %s AND wall_us = %s"
_PLACE: Final = "SELECT seq, wall_us FROM events WHERE order_no = %s AND kind = 'ParcelSealed'"


def measure(running: KeptServer, folder: Path) -> None:
    rules = load_figure_rules(Home(folder), config_dir())
    with closing(OrderBook.open(running.address)) as book, psycopg.connect(running.address, autocommit=True) as bare:
        _told("Throughput of all benches", [*_reports(book, bare, rules)])
        _told("The supervisor's screen", [*_screens(book, bare, folder)])
        _told("Down to entries", [*_drills(book, bare)])
    _cold(running, rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """``floor`` is what stands beside it."""

    name: str
    act: Act
    floor: str


def _told(title: str, asked: list[Measured | tuple[str, Act]]) -> None:
    """Floors stand in ``asked``, too, as a name and an act."""
    acts: dict[str, Act] = {}
    floors: dict[str, str] = {}
    for each in asked:
        match each:
            case Measured(name=name, act=act, floor=floor):
                acts[name], floors[name] = act, floor
            case (name, act):
                acts[name], floors[name] = act, name
    series = interleaved(acts, ROUNDS)
    rows = [
        (name, us(one.median), us(one.at(1.0)), ratio(one.median, series[floors[name]].median))
        for name, one in series.items()
    ]
    show(title, HEADS, rows)


def _between(days: int) -> tuple[int, int]:
    end = datetime.combine(LAST, clock_time()) + timedelta(days=1)
    return time_us(end - timedelta(days=days), SHANGHAI), time_us(end, SHANGHAI)


def _floor(bare: psycopg.Connection[Any], days: int) -> Act:
    quarters = tuple(at_us // QUARTER_US for at_us in _between(days))
    return lambda: bare.execute(_QUARTERS, quarters, prepare=True).fetchall()


def _reports(
    book: OrderBook, bare: psycopg.Connection[Any], rules: FigureRules
) -> Iterator[Measured | tuple[str, Act]]:
    for name, days in PERIODS.items():
        floor = f"floor: the {name}'s quarters of figure_totals, summed"
        yield floor, _floor(bare, days)
        from_us, to_us = _between(days)
        ask = partial(throughput, book, from_us=from_us, to_us=to_us, zone=SHANGHAI, shift_at=rules.shift_at)
        for by in BY:
            yield Measured(name=f"{name} by {by}", act=partial(ask, by=by), floor=floor)
        yield Measured(name=f"{name} by bench", act=partial(ask, by=By.BENCH), floor=floor)
        one = partial(ask, by=By.DAY, benches=("B01",))
        yield Measured(name=f"{name} by day, one bench", act=one, floor=floor)


def _screens(book: OrderBook, bare: psycopg.Connection[Any], folder: Path) -> Iterator[Measured | tuple[str, Act]]:
    house = load_house(Home(folder), SHANGHAI)
    now_us = time_us(datetime.combine(LAST, clock_time(15)), SHANGHAI)
    for period, days in ((Period.TODAY, 1), (Period.SHIFT, 1), (Period.WEEK, 7)):
        floor = f"floor: the quarters of {days} day(s)"
        if period is not Period.SHIFT:
            yield floor, _floor(bare, days)
        look = partial(read_board, book, house, Query(period=period), now_us=now_us)
        yield Measured(name=f"the board, {period}", act=look, floor=floor)
    yield Measured(name="of it: whether all is counted", act=partial(catch_up, book.engine), floor=floor)


def _drills(book: OrderBook, bare: psycopg.Connection[Any]) -> Iterator[Measured | tuple[str, Act]]:
    place = bare.execute(_PLACE, (ORDER,)).fetchone()
    assert place is not None
    floor = "floor: one entry by its key"
    yield floor, lambda: bare.execute(_ENTRY, place, prepare=True).fetchone()
    bare_history = "SELECT * FROM events WHERE order_no = %s"
    everywhere = Measured(
        name="beside: an order's entries, bare, every month asked",
        act=lambda: bare.execute(bare_history, (ORDER,), prepare=True).fetchall(),
        floor=floor,
    )
    yield everywhere
    yield Measured(name="a parcel's history", act=partial(history_of, book, ORDER), floor=floor)
    for name, days in PERIODS.items():
        from_us, to_us = _between(days)
        asked = Asked(figure="refused.not_in_order", from_us=from_us, to_us=to_us)
        yield Measured(name=f"refusals behind a figure, {name}, a page", act=partial(behind, book, asked), floor=floor)
    one = Asked(figure="refused.not_in_order", from_us=_between(364)[0], to_us=_between(364)[1], benches=("B01",))
    yield Measured(name="… of one bench, year", act=partial(behind, book, one), floor=floor)
    log = _stored_log(bare)
    name = f"a relay begins on a log of {log.size:,}, nothing to carry"
    yield Measured(name=name, act=lambda: Relay(log, log="acme/B01/1")(book), floor=floor)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    seq: int
    header: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _StoredLog:
    """A bench's ledger, as far as a relay reads it that has nothing to carry."""

    size: int
    newest: Any

    def entries(self, from_seq: int = 0, to_seq: int | None = None) -> Iterator[RelayedEntry]:
        assert from_seq == to_seq == self.size - 1
        yield self.newest


def _stored_log(bare: psycopg.Connection[Any]) -> _StoredLog:
    asked = "SELECT seq, header FROM events WHERE bench = 'B01' AND epoch = 1 ORDER BY seq DESC LIMIT 1"
    row = bare.execute(asked).fetchone()
    assert row is not None
    return _StoredLog(size=row[0] + 1, newest=_Entry(seq=row[0], header=row[1].encode()))


def _cold(running: KeptServer, rules: FigureRules) -> None:
    """The first of its kind after a restart, its files out of the system's cache, too; each in its turn."""
    from_us, to_us = _between(364)
    refusals = Asked(figure="refused.not_in_order", from_us=_between(30)[0], to_us=to_us)
    asked: dict[str, Callable[[OrderBook], object]] = {
        "day by hour": partial(throughput, from_us=to_us - DAY_US, to_us=to_us, by=By.HOUR, zone=SHANGHAI),
        "year by shift": partial(
            throughput, from_us=from_us, to_us=to_us, by=By.SHIFT, zone=SHANGHAI, shift_at=rules.shift_at
        ),
        "a parcel's history": lambda book: history_of(book, ORDER),
        "refusals behind a figure, month, a page": lambda book: behind(book, refusals),
    }
    rows = []
    for name, ask in asked.items():
        running.restart()
        _forget_files(running.folder)
        with closing(OrderBook.open(running.address)) as book:
            first, again = Series(), Series()
            first.take(partial(ask, book))
            again.take(partial(ask, book))
        rows.append((name, us(first.median), us(again.median), ratio(first.median, again.median)))
    show("The first after a restart, nothing in any cache", ("", "first", "the next", "to the next"), rows)


def _forget_files(folder: Path) -> None:
    os.sync()
    for file in (folder / "base").rglob("*"):
        if file.is_file():
            descriptor = os.open(file, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)
