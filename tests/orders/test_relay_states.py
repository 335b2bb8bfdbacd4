"""What a bench's relay says of itself in the order book, on SQLite and PostgreSQL."""

from __future__ import annotations

import pytest

from station.errors import LedgerForked
from station.orders import relay as relay_module
from station.orders.bench_states import benches_now
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.relay_states import QUIET, relays_now, tell_fork
from tests.orders.recorded import T0, Recorded, packed


def _ledger(entries: int, epoch: int = 1, units: int = 1) -> Recorded:
    ledger = Recorded(epoch=epoch)
    ledger.add(*[packed(units=units) for _ in range(entries)], order="SO-1")
    return ledger


def test_a_backlog_is_told_batch_by_batch(book: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it catches up, how many entries are still at the bench and from when; then nothing more."""
    monkeypatch.setattr(relay_module, "BATCH_ENTRIES", 4)
    ledger = _ledger(10)
    told: list[tuple[int, int | None]] = []

    carry = Relay._carry

    def carry_and_look(relay: Relay, book: OrderBook, after: int) -> None:
        carry(relay, book, after)
        with reading(book.engine) as connection:
            now = relays_now(connection).get("B01", QUIET)
        told.append((now.waiting, now.oldest_us))

    monkeypatch.setattr(Relay, "_carry", carry_and_look)
    Relay(ledger, log=ledger.log)(book)
    assert told == [(6, T0 + 3_000_000), (2, T0 + 7_000_000), (0, None)]


def test_a_fork_is_an_alarm_for_all(book: OrderBook) -> None:
    """The first word stands, beside the bench; the same log gone on with, or the next epoch, ends it."""
    honest, other = _ledger(3), _ledger(3, units=2)
    Relay(honest, log=honest.log)(book)
    other.add(packed(), order="SO-1")
    with pytest.raises(LedgerForked) as caught:
        Relay(other, log=other.log)(book)
    tell_fork(book, "B01", 1, caught.value.what, now_us=T0)
    tell_fork(book, "B01", 1, "something else", now_us=T0 + 1)
    (bench,) = benches_now(book)
    assert bench.relay.forked.startswith("the order book knows another entry 2 of acme/B01/1")
    assert bench.relay.forked_us == T0
    Relay(honest, log=honest.log)(book)
    assert benches_now(book)[0].relay.forked == ""


def test_an_older_epoch_ends_no_alarm(book: OrderBook) -> None:
    """An earlier log that is carried late says nothing of the one that differs."""
    earlier, later = _ledger(2), _ledger(2, epoch=3)
    tell_fork(book, "B01", 2, "it differs", now_us=T0)
    Relay(earlier, log=earlier.log)(book)
    with reading(book.engine) as connection:
        assert relays_now(connection)["B01"].forked == "it differs"
    Relay(later, log=later.log)(book)
    with reading(book.engine) as connection:
        assert "B01" not in relays_now(connection)


def test_a_body_with_another_time_is_a_fork(book: OrderBook) -> None:
    """Also where the entries that came after agree with nobody: nothing is written over."""
    honest, other = _ledger(3), Recorded()
    Relay(honest, log=honest.log)(book)
    other.add(*[packed() for _ in range(4)], order="SO-1", at_us=T0 + 77)
    with pytest.raises(LedgerForked):
        Relay(other, log=other.log)(book)
