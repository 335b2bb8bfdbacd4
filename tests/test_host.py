"""The host: deadlines of the order book, the wait for it, and the end of a bench, on a real ledger."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from station import host
from station.app import assemble
from station.clock import SystemClock
from station.codes import read
from station.errors import LedgerBroken
from station.evidence.fact import Fact, Receipt
from station.evidence.ledger import Ledger
from station.evidence.media import QUARANTINE, SEALED
from station.home import Home
from station.packing.inputs import Command, Found, OrderReply, Pressed
from station.packing.job import Job
from station.packing.waiting import at_the_book, under_way
from tests.e2e.rig import as_line, kinds_on_disk, press, rig, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, ORDER, PARCEL_G, TRAY, labels, locked, prepare, state_of
from tests.packing.playbook import Playbook


def test_what_is_under_way() -> None:
    """An answer or a label on its way is waited for; a held label, a question and a bench at rest are not."""
    bench = Playbook()
    assert not under_way(Job())
    bench.scans("SO-1")
    assert at_the_book(bench.job)
    assert under_way(bench.job)
    bench = Playbook().weighed()
    assert at_the_book(bench.job)
    bench.hears_holds()
    assert not at_the_book(bench.job)
    assert under_way(bench.job)
    bench.drew_label()
    assert under_way(bench.job)


def test_order_book_that_does_not_answer(home: Home, qtbot: QtBot) -> None:
    """An order asked of a locked book is refused after the deadline; asked again when it is free it opens."""
    prepare(home, ORDER, settings="[packing]\nholds_deadline_ms = 100\n" + FILE_PRINTER)
    with rig(home, qtbot) as bench:
        with locked(home):
            refused = bench.says("SO-1")
        told = bench.says("SO-1")
        while told["reason"] == "book_unreachable":
            told = bench.says("SO-1")
    assert (refused["stage"], refused["verdict"], refused["reason"]) == ("idle", "attention", "book_unreachable")
    assert told["stage"] == "packing"


def test_an_answer_to_an_earlier_question_ends_no_deadline(home: Home, qtbot: QtBot) -> None:
    """A bench that waits for one order hears of another one that it asked for before: it waits no longer for that."""
    prepare(home, ORDER, settings="[packing]\nholds_deadline_ms = 400\n" + FILE_PRINTER)
    with rig(home, qtbot) as bench:
        host = bench.bench.host
        with locked(home):
            host.take(read("SO-1", device="scanner"))
            host.take(OrderReply(code="SO-9", found=Found.NONE_READY))
            assert host._deadline.isActive()
            refused = bench.waits_for(lambda told: told["reason"] == "book_unreachable")
    assert refused["stage"] == "idle"


def test_what_is_known_is_enough(home: Home, qtbot: QtBot) -> None:
    """A label does not wait for a book that is away for a moment: what is known is young enough, and it is recorded."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
        with locked(home):
            bench.says(weight(PARCEL_G))
            printed = bench.waits_for_event("LabelPrinted")
    assert printed["stage"] == "labelling"


def test_a_label_that_waits_is_asked_about_however_much_is_said_meanwhile(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the scale says in between does not put off the next question to the order book."""
    monkeypatch.setattr(host, "WATCH_MS", 300)
    prepare(home, ORDER, settings="[packing]\nholds_deadline_ms = 100\nholds_max_age_s = 0\n" + FILE_PRINTER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
        with locked(home):
            bench.says(weight(PARCEL_G))
            held = bench.waits_for(lambda told: told["reason"] == "holds_unknown")
            bench.waits_for_event("DeviceChanged", times=2)  # the answer itself was given up: it will not come late
        busy = QTimer(interval=20)
        busy.timeout.connect(lambda: bench.feed(as_line(weight(0))))
        busy.start()
        printed = bench.waits_for_event("LabelPrinted")
        busy.stop()
    assert (held["stage"], printed["stage"]) == ("printing", "labelling")


def test_end_of_a_bench(home: Home, qtbot: QtBot) -> None:
    """At its end a bench has carried its events to the order book and left its ledger in one file."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
        host = bench.bench.host
    assert state_of(home, "SO-1") == "sealed"
    assert not home.ledger_file.with_name("ledger.db-wal").exists()
    size = len(kinds_on_disk(home))
    host.take(Pressed(command=Command.HELP))
    assert len(kinds_on_disk(home)) == size


def test_start_and_stop_at_once(home: Home, qapp: QObject) -> None:
    """A bench that is stopped before its first event loop ends all the same."""
    bench = assemble(home, clock=SystemClock())
    bench.start()
    bench.stop()
    assert bench.desk_thread.isFinished()
    assert kinds_on_disk(home) == ["BenchStarted"]


def test_a_clean_end_spares_the_next_start_the_sweep(home: Home, qapp: QObject) -> None:
    """Files are asked for after a crash, or when another program has written meanwhile, and not after a clean end."""
    stray = home.media / ("0" * 32 + SEALED)
    home.media.mkdir(parents=True)
    assemble(home, clock=SystemClock()).stop()
    stray.write_bytes(b"left over")
    assemble(home, clock=SystemClock()).stop()
    assert stray.exists()
    Ledger.open(home, org="local", bench="B01", clock=SystemClock(), random_bytes=os.urandom, build="test").close()
    assemble(home, clock=SystemClock()).stop()
    assert not stray.exists()
    assert (home.media / QUARANTINE / stray.name).exists()


def test_full_disk(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that the ledger cannot take is told of as not recorded, and counts nothing; the next one may."""
    prepare(home, ORDER)

    def full(*_args: object, **_options: object) -> None:
        raise LedgerBroken("the disk is full", where="ledger.db", remedy="Make room on it.")

    with rig(home, qtbot) as bench:
        bench.says("SO-1")
        with monkeypatch.context() as patched:
            patched.setattr(Ledger, "append", full)
            lost = bench.says(TRAY)
        again = bench.says(TRAY)
        bench.says(press("undo"))
    assert (lost["verdict"], lost["reason"]) == ("attention", "not_recorded")
    assert (lost["events"], lost["seq"]) == ([], None)
    assert lost["lines"][0]["packed"] == 0
    assert again["lines"][0]["packed"] == 1


def test_disk_full_for_the_answer(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that the ledger could not take is missed after the deadline, told on its own line, and asked again."""
    prepare(home, ORDER, settings="[packing]\nholds_deadline_ms = 3_000\n" + FILE_PRINTER)
    append = Ledger.append

    def full_once(ledger: Ledger, facts: Sequence[Fact], **options: Any) -> Receipt:
        if facts[0].kind == "OrderOpened":
            patched.undo()
            raise LedgerBroken("the disk is full", where="ledger.db", remedy="Make room on it.")
        return append(ledger, facts, **options)

    with rig(home, qtbot) as bench, monkeypatch.context() as patched:
        patched.setattr(Ledger, "append", full_once)
        missed = bench.says("SO-1")
        opened = bench.says("SO-1")
        told = [(line["n"], line["reason"]) for line in bench.told if line["events"] != ["DeviceChanged"]]
    assert missed["events"] == ["OrderAsked", "ScanRefused"]
    assert opened["stage"] == "packing"
    assert told == [(None, "not_recorded"), (1, "book_unreachable"), (2, None)]


@pytest.mark.parametrize("kind", ["LabelRequested", "LabelHeld", "LabelPrinted", "DeviceChanged"])
def test_disk_full_for_what_is_said_once(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A label that was drawn, or what a printer said of it, is not lost with the disk: it goes on by itself."""
    prepare(home, ORDER)
    append = Ledger.append
    refused: list[str] = []

    def full_thrice(ledger: Ledger, facts: Sequence[Fact], **options: Any) -> Receipt:
        if facts[0].kind == kind and len(refused) < 3:
            refused.append(kind)
            raise LedgerBroken("the disk is full", where="ledger.db", remedy="Make room on it.")
        return append(ledger, facts, **options)

    if kind == "LabelHeld":
        (home.root / "out").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(host, "RETRY_MS", 20)
    monkeypatch.setattr(Ledger, "append", full_thrice)
    with rig(home, qtbot) as bench:
        if kind == "DeviceChanged":
            bench.waits_for_event(kind)
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        if kind == "LabelHeld":
            bench.waits_for_event("LabelHeld")
            (home.root / "out").unlink()
        sealed = bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
    assert len(refused) == 3
    assert sealed["stage"] == "sealed"
    assert len(labels(home)) == 1
    assert kinds_on_disk(home).count("LabelRequested") == 1


def test_disk_full_for_a_label_and_for_the_next_scan(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan that comes while the disk is still full is told as not recorded, and is not taken later by itself."""
    prepare(home, ORDER)
    append = Ledger.append
    full = ["LabelRequested"]

    def sometimes_full(ledger: Ledger, facts: Sequence[Fact], **options: Any) -> Receipt:
        if full and (facts[0].kind == "LabelRequested" or len(full) > 1):
            full.append(facts[0].kind)
            raise LedgerBroken("the disk is full", where="ledger.db", remedy="Make room on it.")
        return append(ledger, facts, **options)

    with rig(home, qtbot) as bench, monkeypatch.context() as patched:
        patched.setattr(Ledger, "append", sometimes_full)
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        bench.bench.host.take(read(TRAY, device="scanner"))
        full.clear()
        printed = bench.waits_for_event("LabelPrinted")
        lost = [line["reason"] for line in bench.told].count("not_recorded")
    assert lost == 2
    assert printed["stage"] == "labelling"
    assert "ScanRefused" not in kinds_on_disk(home)


def test_an_input_that_landed_after_all(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the ledger failed after it had written, the bench goes on as after a restart: nothing is waited for."""
    prepare(home, ORDER)
    append = Ledger.append

    def written_and_failed(ledger: Ledger, facts: Sequence[Fact], **options: Any) -> Receipt:
        receipt = append(ledger, facts, **options)
        if facts[0].kind == "OrderAsked":
            patched.undo()
            raise LedgerBroken("the disk went away", where="ledger.db")
        return receipt

    with rig(home, qtbot) as bench, monkeypatch.context() as patched:
        patched.setattr(Ledger, "append", written_and_failed)
        lost = bench.says("SO-1")
        opened = bench.says("SO-1")
    assert lost["reason"] == "not_recorded"
    assert opened["events"] == ["OrderAsked", "OrderOpened"]
    kinds = [kind for kind in kinds_on_disk(home) if kind != "DeviceChanged"]
    assert kinds == ["BenchStarted", "OrderAsked", "BenchStarted", "OrderAsked", "OrderOpened"]
