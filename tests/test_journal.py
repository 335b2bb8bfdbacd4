"""Events into the ledger and the job back out of it, as after a restart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from station.evidence.ledger import Ledger
from station.home import Home
from station.journal import UNKNOWN_PARCEL, LedgerJournal, order_of, restore
from station.packing.events import BenchStarted, Event, PackerSignedIn, PanCleared, ParcelWeighed, WeightSeen
from station.packing.inputs import Command
from station.packing.job import Job
from station.packing.machine import evolve
from tests.clocks import FakeClock
from tests.packing.playbook import NUMBER, ORDER, Playbook


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    made = Ledger.open(home, org="o", bench="b", clock=clock, random_bytes=lambda size: b"r" * size, build="t")
    yield made
    made.close()


def record(ledger: Ledger, events: list[Event]) -> Job:
    """Each event with the job before it, as the bench does; the job after them."""
    journal, job = LedgerJournal(ledger), Job()
    for event in events:
        journal.append([event], job)
        job = evolve(job, event)
    return job


def test_restore_is_what_was_live(ledger: Ledger) -> None:
    """The job read back from the ledger equals the one that was live."""
    assert restore(ledger) == Job()
    live = record(ledger, Playbook().weighed().history)
    assert live.order == ORDER
    assert restore(ledger) == live


def test_restore_after_the_next_order(ledger: Ledger) -> None:
    """Only the last order opened counts: one that was put aside before it leaves no unit behind."""
    bench = Playbook()
    bench.weighed()
    bench.presses(Command.HOLD, reason="later")
    bench.opens()
    record(ledger, bench.history)
    assert restore(ledger).packed == (0, 0)


def test_pan_in_use_is_remembered(ledger: Ledger) -> None:
    """A parcel weighed and parked before the last order opened may still lie on the pan."""
    weighed = ParcelWeighed(weight_mg=1, low_mg=None, high_mg=None, device="s")
    bench = Playbook()
    bench.weighed()
    bench.presses(Command.HOLD, reason="later")
    bench.opens()
    record(ledger, [weighed, *bench.history])
    assert restore(ledger).pan_owner == UNKNOWN_PARCEL


def test_pan_seen_clear_is_free(ledger: Ledger) -> None:
    """Once the pan was seen clear it belongs to nobody."""
    bench = Playbook()
    bench.weighed()
    bench.presses(Command.HOLD, reason="later")
    record(ledger, [*bench.history, PanCleared(weight_mg=0, device="s")])
    assert restore(ledger).pan_owner is None


def test_whose_entry_it_is(ledger: Ledger) -> None:
    """An opening and everything until the seal belong to the order; what comes without one belongs to the bench."""
    seen = WeightSeen(weight_mg=5, stable=True, device="s")
    bench = Playbook()
    assert order_of([seen], Job()) is None
    bench.opens()
    assert order_of([bench.history[-1]], Job()) == NUMBER
    assert order_of([seen], bench.job) == NUMBER


def test_sign_in_is_sealed_by_a_checkpoint(ledger: Ledger) -> None:
    """Who works at the bench from now on is signed at once."""
    journal = LedgerJournal(ledger)
    journal.append([BenchStarted()], Job())
    before = ledger.latest_checkpoint
    journal.append([PackerSignedIn(packer="p-7", supervisor=False)], Job())
    assert ledger.latest_checkpoint != before
