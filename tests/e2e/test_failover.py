"""The order book's server dies and its standby takes over: benches that name both in one address go on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import run
from threading import Event
from time import monotonic

import pytest
from sqlalchemy import func, select, text

from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import parcels
from tests.e2e.fleet.day import NUMBERS_MIN, Fleet, Pulse
from tests.e2e.fleet.limits import late
from tests.e2e.fleet.reckoning import reckon
from tests.e2e.fleet.seat import Seat
from tests.e2e.fleet.server import KillableServer, killable
from tests.e2e.fleet.stock import BENCH_USER, fill, left

pytestmark = pytest.mark.postgres

BENCHES = 3
ORDERS = 24
BEFORE = 6
"""Parcels at the book when its server dies."""

BOUND_S = 120.0
LOOK_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    first: KillableServer
    second: KillableServer

    def url(self, user: str = "postgres") -> str:
        """As it stands in ``bench.toml``: both, and only the one that writes."""
        hosts = "&".join(f"host=127.0.0.1:{each.port}" for each in (self.first, self.second))
        return f"postgresql+psycopg://{user}@/postgres?{hosts}&target_session_attrs=read-write"


@contextmanager
def _pair() -> Iterator[Pair]:
    with killable() as first:
        fill(first.url(), ORDERS, numbers=NUMBERS_MIN)
        second = first.standby()
        try:
            yield Pair(first=first, second=second)
        finally:
            second.stop()


def _parcels(book: OrderBook) -> int:
    with reading(book.engine) as connection:
        return int(connection.execute(select(func.count()).select_from(parcels)).scalar_one())


def _until_parcels(book: OrderBook, count: int) -> float:
    """How long until the book has so many; while it is away nobody can tell."""
    begun = monotonic()
    while monotonic() - begun < BOUND_S:
        try:
            if _parcels(book) >= count:
                return monotonic() - begun
        except BookUnreachable:
            pass
        Event().wait(LOOK_S)
    raise AssertionError(f"not {count} parcels in {BOUND_S} s")


def _stocked(book: OrderBook) -> bool:
    try:
        return left(book) > 0
    except Trouble:
        return True


def test_a_standby_takes_over(tmp_path: Path) -> None:
    """Killed and promoted while three benches pack: no bench is restarted, each order is packed once, none is lost."""
    with _pair() as pair:
        book = OrderBook.open(pair.url(), create=False)
        seats = [Seat(f"F{n:02d}", tmp_path, pair.url(BENCH_USER), None, wave=2) for n in range(BENCHES)]
        pulse = Pulse()
        for seat in seats:
            seat.begin(lambda: True, lambda: _stocked(book))
        _until_parcels(book, BEFORE)
        pair.first.kill()
        pair.second.promote()
        _until_parcels(book, BEFORE + BENCHES)
        for seat in seats:
            seat.join()
        pulse.end()
        fleet = Fleet(pair.second, seats, None)
        fleet.settle()
        reckoned = reckon(fleet.book, {seat.name: seat.home for seat in seats})
        fleet.book.close()
        book.close()
    troubles = [seat.trouble for seat in seats if seat.trouble]
    waits = [late(seat.waits.longest_s, seat.waits.story, pulse_s=pulse.worst_s) for seat in seats]
    assert (troubles, reckoned.wrong, reckoned.parcels, waits) == ([], (), ORDERS, [()] * BENCHES)
    assert [seat.starts for seat in seats] == [1] * BENCHES


def test_the_standby_alone_is_not_written_to(tmp_path: Path) -> None:
    """Before it is promoted a standby is no order book: whoever writes to it, or looks for the other, is told so."""
    with _pair() as pair:
        alone = OrderBook.open(pair.second.url(), create=False)
        with pytest.raises(BookUnreachable, match="standby that only reads"), writing(alone.engine) as connection:
            connection.execute(text("UPDATE orders SET fence = fence"))
        alone.close()
        pair.first.kill()
        home = Home(tmp_path / "home")
        home.root.mkdir()
        home.settings_file.write_text(f'[bench]\norderbook = "{pair.url()}"\n', encoding="utf-8")
        command = [sys.executable, "-m", "station", "--home", str(home.root), "db", "check"]
        done = run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (5, ""), (done.stdout, done.stderr)
        assert "standby that only reads" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        pair.second.promote()
        assert run(command, capture_output=True, text=True, check=False).returncode == 0
