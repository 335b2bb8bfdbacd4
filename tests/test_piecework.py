"""When a piece of another thread's work is done: with nothing open at once, within a parcel only a short one."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from station.packing.job import Job
from station.piecework import GAP_MS, QUIET_US, Piece, Piecework
from tests.clocks import FakeClock
from tests.packing.playbook import Playbook


def test_only_a_short_piece_comes_while_an_order_is_open(qtbot: QtBot, clock: FakeClock) -> None:
    """A pause within a parcel lets short pieces through; what would be felt waits for the parcel's end."""
    bench = Playbook()
    bench.scans("SO-1")
    job = replace(bench.job, asked=None, opened=True)
    now = [job]
    work = Piecework(lambda act: act, lambda: now[0], clock)
    short, long = Piece(lambda _ledger: None), Piece(lambda _ledger: None, between_parcels=True)
    work.add(short)
    qtbot.wait(GAP_MS * 3)
    clock.advance_us(QUIET_US)
    qtbot.waitUntil(short.done.done)
    work.add(long)
    qtbot.wait(GAP_MS * 5)
    assert not long.done.done()
    now[0] = Job()
    qtbot.waitUntil(long.done.done)
    work.end()
