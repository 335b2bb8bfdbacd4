"""A bench in a network of its own whose cable is pulled in mid-parcel: it packs on, and hears again when it is back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from sqlalchemy import select, text

from station.orders.engine import reading, writing
from station.orders.leasing import claimed
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels
from tests.e2e.fleet.bench import FleetBench, Told
from tests.e2e.fleet.day import NUMBERS_MIN, Pulse
from tests.e2e.fleet.limits import late
from tests.e2e.fleet.network import BenchNetwork, NoNetwork, bench_network
from tests.e2e.fleet.packer import EMPTY_PAN, Packer
from tests.e2e.fleet.reckoning import reckon
from tests.e2e.fleet.seat import Seat
from tests.e2e.fleet.server import killable
from tests.e2e.fleet.stock import BENCH_USER, fill

pytestmark = pytest.mark.postgres

ORDERS = 12
WAVE = 4
DOWN_S = 13.0
"""The bell's line is asked after 5 s of silence, and TCP gives it up 5 s later: only then must it be hung anew."""

SOON_S = 1.0
"""A cancel must reach its bench within a second."""

WAIT_S = 60.0
TRIES = 3


@dataclass(slots=True)
class Cable:
    """One bench beyond a cable, the office's own book on this side of it."""

    bench: FleetBench
    packer: Packer
    office: OrderBook
    told: Told

    def until(self, wanted: Callable[[Told], bool]) -> Told:
        """Packs on until an answer is wanted."""
        while not wanted(self.told):
            self.told = self.packer.does(self.told)
        return self.told

    def waits(self, wanted: Callable[[], bool]) -> float:
        """How long it took until that was so, with nothing said to the bench."""
        begun = monotonic()
        while not wanted():
            assert monotonic() - begun < WAIT_S, self.bench.told[-3:]
            self.bench.hears(0.02)
        return monotonic() - begun

    def was_told(self, reason: str, order: str) -> bool:
        return any(
            (line["n"], line["reason"], line["order"]) == (None, reason, order) for line in self.bench.told[-20:]
        )

    def ask(self, statement: str) -> list[int]:
        with reading(self.office.engine) as connection:
            return [int(row[0]) for row in connection.execute(text(statement))]

    def listeners(self) -> set[int]:
        return set(self.ask("SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"))

    def boxes(self) -> set[str]:
        """Orders whose seals came to the book."""
        with reading(self.office.engine) as connection:
            return set(connection.execute(select(parcels.c.order_no)).scalars())

    def claims(self) -> int:
        with reading(self.office.engine) as connection:
            return len(claimed(connection))

    def cancel(self, number: str) -> None:
        with writing(self.office.engine) as connection:
            connection.execute(orders.update().where(orders.c.number == number).values(state="cancelled"))


@contextmanager
def _cable(folder: Path, network: BenchNetwork) -> Iterator[tuple[Cable, Seat]]:
    with killable(network.here) as server:
        fill(server.url(), ORDERS, numbers=NUMBERS_MIN)
        seat = Seat("N01", folder, server.url(network.here, BENCH_USER), None, wave=WAVE, behind=network.behind)
        bench, office = FleetBench(seat.home, seat.waits, behind=network.behind), OrderBook.open(server.url())
        packer = Packer(bench, lambda: True, lambda: True)
        try:
            yield Cable(bench, packer, office, bench.says(EMPTY_PAN, "start")), seat
        finally:
            network.set_up(True)
            if bench.process.poll() is None:
                bench.kill()
            office.close()


def _packing(told: Told) -> bool:
    return bool(told["stage"] == "packing")


def _in_the_midst(told: Told) -> bool:
    """An order of several pieces is open, and one of them is in the box."""
    return _packing(told) and any(line["packed"] for line in told["lines"])


def _sealed(told: Told) -> bool:
    return bool(told["stage"] == "sealed")


def _packs_in_the_dark(cable: Cable, network: BenchNetwork) -> tuple[set[str], str]:
    """The open parcel and another one to their seals, a third opened and cancelled by the office: those, and that."""
    down = monotonic()
    network.set_up(False)
    done = set()
    for _ in range(2):
        done.add(str(cable.until(_sealed)["order"]))
        cable.told = cable.packer.does(cable.told)
    opened = str(cable.until(_packing)["order"])
    cable.cancel(opened)
    while monotonic() - down < DOWN_S:
        cable.bench.says(EMPTY_PAN, "weight")
        cable.bench.hears(0.2)
    assert not done & cable.boxes()
    network.set_up(True)
    return done, opened


def test_a_cable_pulled_in_mid_parcel(tmp_path: Path) -> None:
    """No line waits past its deadline, two parcels are sealed in the dark, and cancels arrive within a second."""
    try:
        with bench_network() as network, _cable(tmp_path, network) as (cable, seat):
            pulse = Pulse()
            try:
                took_s = _day(cable, network)
            finally:
                pulse.end()
            assert (cable.bench.end(), late(seat.waits.longest_s, seat.waits.story, pulse_s=pulse.worst_s)) == (0, ())
            reckoned = reckon(cable.office, {seat.name: seat.home})
            assert (reckoned.wrong, reckoned.parcels) == ((), len(cable.boxes()))
            assert min(took_s) < SOON_S, took_s
    except NoNetwork as why:
        pytest.skip(str(why))


def _day(cable: Cable, network: BenchNetwork) -> list[float]:
    """How long each cancel took to its bench, of an order open there, once the line was back."""
    cable.until(_in_the_midst)
    cable.waits(lambda: len(cable.listeners()) == 1 and cable.claims() == WAVE + 1)
    before = cable.listeners()
    done, opened = _packs_in_the_dark(cable, network)
    cable.waits(lambda: done <= cable.boxes())
    took_s = [cable.waits(lambda: cable.was_told("order_cancelled", opened))]
    cable.waits(lambda: bool(cable.listeners() - before))
    for _ in range(TRIES):
        cable.told = cable.bench.says({"press": "clear"}, "scan")
        number = str(cable.until(_packing)["order"])
        Event().wait(0.1)
        cable.cancel(number)
        took_s.append(cable.waits(lambda number=number: cable.was_told("order_cancelled", number)))  # type: ignore[misc]
    cable.told = cable.bench.says({"press": "clear"}, "scan")
    return took_s
