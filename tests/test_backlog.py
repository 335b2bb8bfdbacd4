"""What of a home's ledger is not at its order book, without asking the book; and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from station.backlog import FILE, Backlog, backlog_of, note_carried
from station.backlog_watch import BacklogWatch
from station.carrying import carry
from station.errors import LedgerForked
from station.evidence.ledger import Ledger
from station.home import Home
from station.orders.orderbook import OrderBook
from station.ui.surroundings import DeviceView
from station.waiting_entries import at_the_end
from tests.clocks import FakeClock
from tests.evidence.conftest import open_ledger, pack


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    opened = open_ledger(home, clock)
    yield opened
    opened.close()


def _book(home: Home) -> OrderBook:
    return OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")


def test_what_was_carried_waits_no_more(home: Home, ledger: Ledger, clock: FakeClock) -> None:
    """All of a ledger whose place is not known; nothing after the relay; then what came since, with its age."""
    pack(ledger, home)
    assert backlog_of(home).waiting == ledger.size > 0
    book = _book(home)
    carry(home, book)
    book.close()
    assert backlog_of(home) == Backlog()
    before = ledger.size
    pack(ledger, home, "SO-2")
    found = backlog_of(home)
    assert found.waiting == ledger.size - before
    clock.advance_s(720)
    assert 700 <= found.age_s(clock.now().wall_us) <= 740


def test_a_note_of_another_log_counts_for_nothing(home: Home, ledger: Ledger) -> None:
    """Nor one that cannot be read: too much is said then, never too little."""
    pack(ledger, home)
    note_carried(home, "acme/B99/1", 10_000)
    assert backlog_of(home).waiting == ledger.size
    (home.root / FILE).write_text("{", encoding="utf-8")
    assert backlog_of(home).waiting == ledger.size


def test_a_home_without_a_ledger(home: Home) -> None:
    """Most homes of an office have none."""
    assert backlog_of(home) == Backlog()
    assert at_the_end(home, now_us=0) == ""


def test_whoever_closes_the_program_is_told(home: Home, ledger: Ledger, clock: FakeClock) -> None:
    """How many, how old, where they are and what to do; what is a moment old is not worth a word."""
    pack(ledger, home)
    now_us = clock.now().wall_us
    assert at_the_end(home, now_us=now_us) == ""
    told = at_the_end(home, now_us=now_us + 720_000_000)
    assert told.startswith(f"{ledger.size} entries of this bench are not yet at the order book, oldest 12 min.")
    assert told.endswith("sealbench evidence relay.")


def test_the_bar_is_told(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """What waits, then what is in vain, then a record that differs, each as soon as it is known."""
    said: list[DeviceView | None] = []
    parent = QObject()
    watch = BacklogWatch(home, clock, parent)
    watch.view.connect(said.append)
    pack(ledger, home)
    watch.look()
    clock.advance_s(720)
    watch.look()
    watch.set_aside(2)
    watch.forked(LedgerForked("two benches have one name"))
    watch.forked(LedgerForked("two benches have one name"))
    words = [view and view.word.en for view in said]
    assert words == [None, f"{ledger.size} not sent, oldest 12 min", "2 entries set aside", "Record differs"]
