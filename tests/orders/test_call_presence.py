"""A call for help answered by a supervisor's badge at the bench that called, on both databases."""

from __future__ import annotations

import pytest

from station.orders.bench_states import benches_now
from station.orders.help_calls import calls_between, calls_open, standing_call
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.events import HelpCalled, PackerSignedIn, PackerSignedOut, ScanRefused
from station.packing.inputs import Command
from station.packing.reasons import Reason
from tests.orders.recorded import T0, Recorded

SECOND = 1_000_000
HELP = HelpCalled(command=Command.HELP, device="scanner")
PACKER = PackerSignedIn(packer="P001", supervisor=False)
SUPERVISOR = PackerSignedIn(packer="P009", supervisor=True)


@pytest.fixture
def ledger() -> Recorded:
    made = Recorded("B01")
    made.add(PACKER, HELP)
    return made


def _carry(book: OrderBook, ledger: Recorded) -> None:
    Relay(ledger, log=ledger.log)(book)


def test_a_supervisor_signs_in(book: OrderBook, ledger: Recorded) -> None:
    """Who comes is known, and when; the call stands until that person is signed in there no more."""
    ledger.add(SUPERVISOR)
    _carry(book, ledger)
    (call,) = calls_open(book)
    assert (call.taken_by, call.taken_us, call.ended_us) == ("P009", T0 + 2 * SECOND, None)
    assert standing_call(book, "B01") == call
    assert standing_call(book, "B02") is None
    ledger.add(PackerSignedOut(packer="P009"), PACKER)
    _carry(book, ledger)
    assert calls_open(book) == ()
    (ended,) = calls_between(book, from_us=T0, to_us=T0 + 60 * SECOND)
    assert (ended.ended_by, ended.ended_us) == ("P009", T0 + 3 * SECOND)


def test_the_packer_signs_in_after(book: OrderBook, ledger: Recorded) -> None:
    """Nobody signs out: the packer's own badge ends it as well."""
    ledger.add(SUPERVISOR, PACKER)
    _carry(book, ledger)
    assert calls_open(book) == ()


def test_another_packer_is_no_answer(book: OrderBook, ledger: Recorded) -> None:
    """Whoever takes the bench over has not come to help, and leaving it ends nothing."""
    ledger.add(PackerSignedIn(packer="P002", supervisor=False), PackerSignedOut(packer="P002"))
    _carry(book, ledger)
    (call,) = calls_open(book)
    assert (call.taken_us, call.taken_by) == (None, "")


def test_a_call_after_he_came_is_another(book: OrderBook) -> None:
    """A supervisor who packs and then calls has not answered himself."""
    ledger = Recorded("B01")
    ledger.add(SUPERVISOR, HELP)
    _carry(book, ledger)
    (call,) = calls_open(book)
    assert call.taken_us is None


def test_called_at_a_stop(book: OrderBook) -> None:
    """A stopped bench calls too; the stop keeps its reason and its time, whatever is scanned meanwhile."""
    ledger = Recorded("B01")
    wrong = ScanRefused(reason=Reason.WRONG_LABEL, code="X", device="scanner", locks=True)
    again = ScanRefused(reason=Reason.MUST_CLEAR, code="help", device="keys", locks=True)
    ledger.add(wrong, again, HELP)
    _carry(book, ledger)
    (bench,) = benches_now(book)
    assert (bench.doing, bench.reason, bench.since_us) == ("stopped", "wrong_label", T0)
    assert bench.call is not None
