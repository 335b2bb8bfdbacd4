"""The time-stamp worker: asks whose turn it is, says what failed, and ends when it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from station import stamp_desk
from station.evidence.anchors import ANCHOR, STAMPED
from station.evidence.ledger import Ledger
from station.evidence.time_stamp import AUTHORITIES
from station.handing import OwedFact
from station.home import Home
from station.owed_files import filed
from station.stamp_desk import StampDesk
from station.stamping import stamp
from tests.authority import authority, served
from tests.clocks import FakeClock
from tests.evidence.conftest import open_ledger, pack

GONE = "http://127.0.0.1:9/tsa"


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    opened = open_ledger(home, clock)
    yield opened
    opened.close()


def test_turns(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """Each authority in its own time: one that answers after the interval, one that is away after a minute."""
    own = authority(home.root / "authority")
    pack(ledger, home)
    (home.keys / AUTHORITIES).write_bytes(own.certificate.read_bytes())
    owed: list[object] = []
    failed: list[str] = []
    with served(own) as server:
        desk = StampDesk(home, (GONE, server.url), every_s=600, clock=clock)
        desk.owed.connect(owed.append)
        desk.failed.connect(failed.append)
        for passed_s, stamps, failures in ((0, 1, 1), (30, 1, 1), (31, 1, 2), (540, 2, 3)):
            clock.advance_s(passed_s)
            desk.look()
            assert (len(owed), len(failed)) == (stamps, failures), passed_s
    assert all(GONE in sentence for sentence in failed)


def test_the_end(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """Once the bench ends no authority is asked any more."""
    pack(ledger, home)
    desk = StampDesk(home, (GONE,), every_s=600, clock=clock)
    failed: list[str] = []
    desk.failed.connect(failed.append)
    desk.end_soon()
    desk.look()
    assert failed == []


def test_a_stamp_that_comes_while_the_bench_ends(
    home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody may hear it any more: it waits in a file for whoever opens the ledger next."""
    own = authority(home.root / "authority")
    pack(ledger, home)
    (home.keys / AUTHORITIES).write_bytes(own.certificate.read_bytes())
    with served(own) as server:
        desk = StampDesk(home, (server.url,), every_s=600, clock=clock)

        def stamp_at_the_end(*asked: Any) -> OwedFact:
            desk.end_soon()
            return stamp(*asked)

        monkeypatch.setattr(stamp_desk, "stamp", stamp_at_the_end)
        heard: list[object] = []
        desk.owed.connect(heard.append)
        desk.look()
    (fact,) = filed(home)
    assert (heard, fact.fact.kind, fact.fact.pub["anchor"]) == ([], ANCHOR, STAMPED)
