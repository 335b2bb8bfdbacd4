"""What of a bench's record is not at the order book, as board and supervisor show it."""

from __future__ import annotations

from station.board_desk import fault_of
from station.orders.bench_states import BenchNow, DeviceNow
from station.orders.figure_names import Doing
from station.orders.relay_states import QUIET, RelayNow
from station.supervisor_reading import _relay_word

PRINTER = DeviceNow(device="p", kind="printer", up=False, word="paper_out", since_us=5)


def _bench(relay: RelayNow = QUIET, *devices: DeviceNow) -> BenchNow:
    return BenchNow(
        bench="B01", packer="P1", order_no=None, doing=Doing.READY, reason="", since_us=0, told_us=9, seen_us=9,
        devices=devices, relay=relay,
    )  # fmt: skip


def test_the_board_tells_what_does_not_pass() -> None:
    """A record that differs and entries in vain, before a lost device; a backlog is no news for the hall."""
    aside = fault_of(_bench(RelayNow(aside=3, aside_us=7), PRINTER))
    forked = fault_of(_bench(RelayNow(forked="x", forked_us=8, aside=3, aside_us=7)))
    assert aside is not None
    assert forked is not None
    assert ("3 entries set aside" in aside.what.en, aside.since_us) == (True, 7)
    assert ("Record differs" in forked.what.en, forked.since_us) == (True, 8)
    behind = fault_of(_bench(RelayNow(waiting=500, oldest_us=1), PRINTER))
    assert behind is not None
    assert behind.since_us == 5
    assert fault_of(_bench(RelayNow(waiting=500, oldest_us=1))) is None


def test_the_supervisor_reads_it_of_each_bench() -> None:
    """In the column of what the record lacks; nothing of a bench that is well."""
    quiet, behind = _bench(QUIET, PRINTER), _bench(RelayNow(waiting=500, oldest_us=1))
    told = [_relay_word(state) for state in (quiet, behind)]
    assert [word and word.en for word in told] == [None, "late: 500"]
