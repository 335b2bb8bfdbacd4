"""Power cuts: the bench is killed at random points of its parcels, and nothing it ever told is lost or repeated."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.evidence import audit, keys
from station.evidence.ledger_reading import open_reader
from station.home import Home
from tests.e2e.bench_process import BenchProcess
from tests.e2e.packer import Packer
from tests.e2e.rig import Told, kinds_on_disk, press
from tests.e2e.warehouse import FILE_PRINTER, prepare, state_of

CUTS = 10  # of each of two benches
LINES_MAX = 9  # told between two cuts at most
DELAY_MS = 25
START_MS = 1_000
ORDERS = {f"SO-{number}": {"TRAY-30": 1, "COASTER-10": 2} for number in range(1, 7)}
LOOK = press("photo")
"""Changes nothing; its answer tells where the bench stands."""


class Lives:
    """One bench through many lives: home, printer and packer stay, the process does not."""

    def __init__(self, home: Home, qtbot: QtBot, chance: Random) -> None:
        self.home = home
        self.printer = VirtualPrinter(TcpOutlet(), label_ms=chance.choice((5, 60)))
        prepare(home, ORDERS, numbers=20, settings=FILE_PRINTER.replace("file:out", self.printer.outlet.address))
        self.packer = Packer(orders=tuple(ORDERS), papers=lambda: len(self.printer.paper))
        self.acknowledged: list[Told] = []
        self._qtbot = qtbot
        self._chance = chance
        self.born()

    def born(self) -> None:
        self._process = BenchProcess(self.home, self._qtbot)

    def live_until_cut(self) -> None:
        """Some lines, one more that may or may not be answered, and the power is gone; or it goes at the start."""
        lines = self._chance.randrange(LINES_MAX)
        if lines:
            self._pack(lambda: len(self._process.told) >= lines)
            self._say_next()
        QTimer.singleShot(self._chance.randrange(DELAY_MS if lines else START_MS), self._process.stop_now)
        self._process.waits_for_exit()
        self._remember()

    def live_until_done(self) -> None:
        self._pack(lambda: self.packer.done)
        assert self._process.ends() == 0
        self._remember()

    def _pack(self, enough: Callable[[], bool]) -> None:
        """Look where the bench stands, then work on by what it tells, until it is enough."""
        self._compare(self._process.says(LOOK))
        while not enough():
            line = self.packer.next_line(self._process.told[-1])
            if line is None:
                self._process.waits_for_more()
            else:
                self._process.says(line)

    def _say_next(self) -> None:
        line = self.packer.next_line(self._process.told[-1])
        if line is not None:
            self._process.send(line)

    def _compare(self, told: Told) -> None:
        """Whatever was told before the cut is still so after it; the line that was under way may count too."""
        before = next((line for line in reversed(self.acknowledged) if line["order"]), None)
        if before is None or told["order"] != before["order"]:
            return
        for was, now in zip(before["lines"], told["lines"], strict=True):
            assert was["packed"] <= now["packed"] <= was["packed"] + 1
        assert before["waybill"] in (None, told["waybill"])

    def _remember(self) -> None:
        self.acknowledged += self._process.told

    def judge(self) -> None:
        """Every line ever told is on disk, no paper came twice unasked, and every parcel is sealed in the end."""
        kinds = kinds_on_disk(self.home)
        for told in self.acknowledged:
            assert _ends_at(kinds, told["seq"], told["events"])
        assert len(self.printer.paper) <= len(self.packer.sealed) + self.packer.questions
        assert self.packer.sealed == list(ORDERS)
        assert {state_of(self.home, order) for order in ORDERS} == {"sealed"}
        assert audited(self.home) == ()

    def close(self) -> None:
        self._process.kill()
        self.printer.close()


def _ends_at(kinds: Sequence[str], seq: int, events: Sequence[str]) -> bool:
    """Whether ``events`` stand in this order in the log, the last one as entry ``seq``."""
    before = iter(reversed(kinds[: seq + 1]))
    return kinds[seq] == events[-1] and all(name in before for name in reversed(events))


def audited(home: Home) -> tuple[str, ...]:
    """The faults that the audit of the whole log finds."""
    reader = open_reader(home.ledger_file)
    org, bench, _ = reader.log.split("/")
    found = audit.audit(reader, keys.load(home, org=org, bench=bench).bench.public, home.media)
    reader.close()
    return found.faults


@pytest.fixture
def benches(home: Home, qtbot: QtBot) -> Iterator[list[Lives]]:
    """Two benches with seeds of their own, the second one fresh in every run; one starts while the other works."""
    made: list[Lives] = []
    fresh = int.from_bytes(os.urandom(4))
    print(f"power cuts with the seeds 1 and {fresh}")  # noqa: T201 - pytest shows it when the test fails
    for name, seed in (("fixed", 1), ("fresh", fresh)):
        made.append(Lives(Home(home.root / name), qtbot, Random(seed)))
    yield made
    for bench in made:
        bench.close()


def test_killed_again_and_again(benches: list[Lives]) -> None:
    """After every cut the bench goes on at the same unit; nothing told is missing, no paper comes twice unasked."""
    for _ in range(CUTS):
        for bench in benches:
            bench.live_until_cut()
            bench.born()
    for bench in benches:
        bench.live_until_done()
        bench.judge()
