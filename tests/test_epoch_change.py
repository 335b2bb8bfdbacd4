"""A new epoch says what is lost, takes up what can go on, and leaves every parcel provable."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest
from sqlalchemy import insert

from station import epoch_change
from station.bench_ledger import open_ledger
from station.carrying import carry
from station.errors import LedgerBroken, LedgerForked, LedgerInUse, Trouble
from station.evidence import epochs
from station.evidence.audit import audit
from station.evidence.bundle import export
from station.evidence.canonical import b64
from station.evidence.epochs import BEGUN
from station.evidence.fact import Fact
from station.evidence.keys import load as load_keys
from station.evidence.knowledge import Cause
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import store
from station.evidence.merkle import root_of
from station.evidence.past import PastLogs
from station.evidence.verify import examine
from station.home import Home
from station.journal import UNKNOWN_PARCEL, LedgerJournal, restore
from station.orders.anchor_tables import witnessed
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.packing.job import Job
from station.packing.machine import evolve
from station.settings import Settings, load
from tests.clocks import FakeClock
from tests.evidence.conftest import item, no_pdf, opened
from tests.ledger_days import SO, begin, entries, keep, known, memory_file, pack, put_back
from tests.packing.playbook import Playbook


@pytest.fixture
def settings(home: Home) -> Settings:
    home.root.mkdir(parents=True)
    (home.root / "bench.toml").write_text('[evidence]\nmemory = "../memory"\n')
    return load(home)


@pytest.fixture
def book(tmp_path: Path, settings: Settings) -> Iterator[OrderBook]:
    made = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    yield made
    made.close()


def test_a_new_epoch_names_what_is_lost(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """After a restore the new log's first entry says from where to where entries of the old one are missing."""
    pack(home, settings, clock)
    keep(home, tmp_path / "backup")
    pack(home, settings, clock, "SO-2", book)
    put_back(home, tmp_path / "backup")
    done = begin(home, settings, clock, book)
    gap = {"log": "local/B01/1", "from": 3, "to": 6, "known_to": "its own memory"}
    assert (done.log, done.causes, list(done.lost)) == ("local/B01/2", (Cause.ROLLED_BACK,), [gap])
    (begun,) = entries(home)
    assert (begun["kind"], begun["log"], begun["by"]) == (BEGUN, "local/B01/2", "P009")
    assert begun["pub"]["lost"] == [gap]
    assert begun["pub"]["before"] == {"log": "local/B01/1", "size": 3}
    assert "the disk failed" not in str(begun)
    pack(home, settings, clock, "SO-3", book)
    carry(home, book)
    assert len(entries(home)) == 4


def test_a_loss_is_named_once(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """The epoch after the next does not tell of the same entries again, though the order book still has them."""
    pack(home, settings, clock, book=book)
    keep(home, tmp_path / "backup")
    pack(home, settings, clock, "SO-2", book)
    carry(home, book)
    put_back(home, tmp_path / "backup")
    assert begin(home, settings, clock, book).lost
    again = begin(home, settings, clock, book)
    assert (again.log, list(again.lost), again.causes) == ("local/B01/3", [], (Cause.ASKED,))


def test_a_deleted_ledger(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """Without its ledger a bench packs nothing, and its new epoch names the whole log as lost."""
    pack(home, settings, clock)
    home.ledger_file.unlink()
    with pytest.raises(LedgerBroken, match="ledger that is gone"):
        open_ledger(home, settings, clock)
    done = begin(home, settings, clock, book)
    assert done.causes == (Cause.GONE,)
    assert list(done.lost) == [{"log": "local/B01/1", "from": 0, "to": 3, "known_to": "its own memory"}]
    pack(home, settings, clock, "SO-2", book)


def test_power_goes_while_the_ledger_is_set_aside(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bench packs nothing, also where nobody else knows how long the log was; the same act goes on from there."""
    pack(home, settings, clock)
    with monkeypatch.context() as patched:
        patched.setattr(epochs, "_move", None)
        with pytest.raises(TypeError):
            begin(home, settings, clock, book)
    memory_file(home, settings).unlink()
    with pytest.raises(LedgerForked, match=r"not finished .*evidence epoch"):
        open_ledger(home, settings, clock)
    home.ledger_file.with_name("ledger.db-wal").touch()  # as somebody leaves it who looks what is wrong
    assert begin(home, settings, clock, book).log == "local/B01/2"
    pack(home, settings, clock, "SO-2", book)
    with closing(PastLogs(home)) as past:
        assert [(one.log, one.size) for one in past.all()] == [("local/B01/1", 3)]
    assert not list(home.epochs.rglob(epochs.MOVING))


def test_a_disk_without_links(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger is moved there all the same."""
    pack(home, settings, clock)
    monkeypatch.setattr(os, "link", Mock(side_effect=PermissionError))
    assert begin(home, settings, clock, book).log == "local/B01/2"
    with closing(PastLogs(home)) as past:
        assert [(one.log, one.size) for one in past.all()] == [("local/B01/1", 3)]


def test_both_deleted(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """Ledger and memory gone: the keys still show that there was a log, and the order book how long it was."""
    pack(home, settings, clock, book=book)
    carry(home, book)
    home.ledger_file.unlink()
    memory_file(home, settings).unlink()
    with pytest.raises(LedgerBroken, match="the order book knows 3 entries of local/B01/1"):
        open_ledger(home, settings, clock, book=book)
    done = begin(home, settings, clock, book)
    assert list(done.lost) == [{"log": "local/B01/1", "from": 0, "to": 3, "known_to": "the order book"}]


def test_a_new_installation(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """A fresh home under a name the order book knows makes no keys and no ledger before a supervisor has spoken."""
    pack(home, settings, clock, book=book)
    carry(home, book)
    memory_file(home, settings).unlink()
    shutil.rmtree(home.keys)
    home.ledger_file.unlink()
    with pytest.raises(LedgerForked, match=r"knows 3 entries of local/B01/1, the ledger has only 0.*id of its own"):
        open_ledger(home, settings, clock, book=book)
    assert not home.keys.exists()
    done = begin(home, settings, clock, book)
    assert (done.log, done.new_org, done.kept) == ("local/B01/2", True, None)
    keys = load_keys(home, org="local", bench="B01")
    assert keys.enrolment.split("\n")[2] == "2"
    pack(home, settings, clock, "SO-2", book)


def test_two_clones_that_both_write(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """Of two benches with one name the order book takes the first's entry; the second is told, and names the loss."""
    pack(home, settings, clock, book=book)
    carry(home, book)
    keep(home, tmp_path / "clone")
    pack(home, settings, clock, "SO-2", book)
    carry(home, book)
    put_back(home, tmp_path / "clone")
    memory_file(home, settings).unlink()  # the clone has none of its own
    pack(home, settings, clock, "SO-3")  # while the book cannot be reached
    with pytest.raises(LedgerForked, match=r"another entry 5 of local/B01/1"):
        carry(home, book)
    with pytest.raises(LedgerForked, match="not the same ones as the ledger"):
        open_ledger(home, settings, clock, book=book)
    done = begin(home, settings, clock, book)
    assert done.causes == (Cause.FORKED,)
    assert list(done.lost) == [{"log": "local/B01/1", "from": 3, "to": 6, "known_to": "the order book"}]
    pack(home, settings, clock, "SO-4", book)
    carry(home, book)


def test_the_original_stops_after_its_clone_began_an_epoch(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """Once a copy has begun the next epoch in the order book, the old one cannot go on beside it."""
    pack(home, settings, clock, book=book)
    keep(home, tmp_path / "original")
    begin(home, settings, clock, book)
    carry(home, book)
    put_back(home, tmp_path / "original")
    memory_file(home, settings).unlink()
    with pytest.raises(LedgerForked, match="knows 1 entries of local/B01/2, the ledger is of local/B01/1"):
        open_ledger(home, settings, clock, book=book)


def test_a_damaged_ledger(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """A file that is no ledger any more is set aside as it is, and a new epoch begins."""
    pack(home, settings, clock)
    home.ledger_file.write_bytes(b"rubbish" * 1000)
    done = begin(home, settings, clock, book)
    assert done.kept is not None
    assert (done.kept.name, done.causes) == ("damaged", (Cause.GONE,))
    assert (done.kept / "ledger.db").read_bytes().startswith(b"rubbish")
    assert done.log == "local/B01/2"


def test_a_running_bench_keeps_its_epoch(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """Nobody begins an epoch under a bench that is at work."""
    ledger = open_ledger(home, settings, clock)
    ledger.append([item()], order_no=SO, by="P001")
    with pytest.raises(LedgerInUse):
        begin(home, settings, clock, book)
    ledger.append([item()], order_no=SO, by="P001")
    ledger.close()


@pytest.mark.parametrize("step", ["end_epoch", "begin_epoch", "note_machine"])
def test_power_gone_between_two_steps(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Stopped anywhere, the same act done once more ends with a log that packs, and nothing is lost on the way."""
    pack(home, settings, clock, book=book)

    def gone(*_args: object, **_more: object) -> None:
        raise Trouble("the power is gone")

    with monkeypatch.context() as cut:
        cut.setattr(epoch_change, step, gone)
        with pytest.raises(Trouble, match="power"):
            begin(home, settings, clock, book)
    if step == "begin_epoch":
        with pytest.raises(LedgerBroken, match="gone"):
            open_ledger(home, settings, clock)
    if step == "note_machine":  # the epoch had begun, and only the machine's mark was not written again
        pack(home, settings, clock, "SO-2", book)
    else:
        done = begin(home, settings, clock, book)
        assert (done.log, list(done.lost)) == ("local/B01/2", [])
        pack(home, settings, clock, "SO-2", book)
    with closing(PastLogs(home)) as past:
        assert [(one.log, one.size) for one in past.all()] == [("local/B01/1", 3)]


def test_an_epoch_begun_and_not_written(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """A new ledger that has lost its first entry to a power cut is not packed with."""
    pack(home, settings, clock)
    begin(home, settings, clock, book)
    home.ledger_file.unlink()
    empty = Ledger.open(
        home, org="local", bench="B01", clock=clock, random_bytes=lambda n: b"r" * n, build="t", epoch=2
    )
    empty.close()
    with pytest.raises(LedgerBroken, match="begun and not finished"):
        open_ledger(home, settings, clock)
    assert begin(home, settings, clock, book).log == "local/B01/3"


def test_what_the_old_log_owed_the_book(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """Entries that had not reached the order book when the epoch ended reach it afterwards."""
    pack(home, settings, clock)
    folder = begin(home, settings, clock, book).kept
    assert folder is not None
    carry(home, book)
    with closing(PastLogs(home)) as past:
        assert [one.log for one in past.all()] == ["local/B01/1"]
    assert known(book) == {(1, 3), (2, 1)}


def test_a_parcel_across_an_epoch(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """A parcel opened in one epoch and sealed in the next is one bundle of two logs, and verifies as complete."""
    ledger = open_ledger(home, settings, clock)
    ledger.append([opened(SO)], order_no=SO, by="P001")
    ledger.append([item()], order_no=SO, by="P001")
    ledger.close()
    begin(home, settings, clock, book)
    ledger = open_ledger(home, settings, clock, book=book)
    ledger.append([item()], order_no=SO, by="P001")
    ledger.append([Fact(kind="ParcelSealed", pub={"weight_mg": 1})], order_no=SO, by="P001")
    ledger.close()
    done = export(home, SO, tmp_path / "case.zip", make_pdf=no_pdf)
    assert any(
        "the bench began the log local/B01/2 (asked): nothing is known to be lost" in one for one in done.remarks
    )
    verdict = examine(tmp_path / "case.zip")
    assert verdict.verdict == "verified with remarks", verdict
    assert "lists 3 entries: none missing, none extra" in verdict.checks[7].line
    with closing(open_reader(home.ledger_file)) as reader:
        bench = load_keys(home, org="local", bench="B01").bench.public
        assert audit(reader, bench, home.media).ok


def test_an_old_parcel_after_an_epoch(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """What was sealed in an earlier epoch is exported from there, and says that the bench has begun anew since."""
    pack(home, settings, clock)
    begin(home, settings, clock, book)
    export(home, SO, tmp_path / "case.zip", make_pdf=no_pdf)
    verdict = examine(tmp_path / "case.zip")
    assert (verdict.exit_code, verdict.checks[7].ok) == (0, True)
    with pytest.raises(Trouble, match="no entry of order SO-9"):
        export(home, "SO-9", tmp_path / "none.zip", make_pdf=no_pdf)


def test_the_open_parcel_goes_on(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """Where nothing is lost, the order that was open is open still, and its next events belong to it."""
    ledger = open_ledger(home, settings, clock)
    journal, job = LedgerJournal(ledger), Job()
    for event in Playbook().weighed().history:
        journal.append([event], job)
        job = evolve(job, event)
    ledger.close()
    begin(home, settings, clock, book)
    ledger = open_ledger(home, settings, clock)
    assert restore(ledger) == job
    ledger.close()


def test_no_parcel_goes_on_where_something_is_lost(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """A backup's open order may long be sealed: nothing is open, and the pan must be seen clear first."""
    ledger = open_ledger(home, settings, clock)
    journal, job = LedgerJournal(ledger), Job()
    for event in Playbook().weighed().history:
        journal.append([event], job)
        job = evolve(job, event)
    ledger.close()
    keep(home, tmp_path / "backup")
    pack(home, settings, clock, "SO-2")
    put_back(home, tmp_path / "backup")
    begin(home, settings, clock, book)
    ledger = open_ledger(home, settings, clock)
    restored = restore(ledger)
    ledger.close()
    assert (restored.opened, restored.pan_owner) == (False, UNKNOWN_PARCEL)


def test_pictures_of_earlier_epochs_are_kept(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """A file that only an earlier epoch names is no litter."""
    medium = store(home.media, b"picture", mime="image/png", role="photo", at_ms=1)
    ledger = open_ledger(home, settings, clock)
    ledger.append([Fact(kind="PhotoTaken", media=(medium,))], order_no=SO, by="P001")
    ledger.close()
    begin(home, settings, clock, book)
    ledger = open_ledger(home, settings, clock)
    assert ledger.medium_is_named(medium.sha256)
    ledger.close()


def test_clocks_are_compared_across_an_epoch(home: Home, settings: Settings, book: OrderBook) -> None:
    """A wall clock that went back while the epoch changed is an entry of the new log."""
    clock = FakeClock()
    pack(home, settings, clock)
    clock.set_wall_us(clock.now().wall_us - 3_600_000_000)
    begin(home, settings, clock, book)
    assert [entry["kind"] for entry in entries(home)] == [BEGUN, "ClockJumped"]


def test_what_a_witness_has_seen(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """A witness in the order book knows of a lost end that nobody else does."""
    pack(home, settings, clock)
    keep(home, tmp_path / "backup")
    pack(home, settings, clock, "SO-2")
    with closing(open_reader(home.ledger_file)) as reader:
        root = b64(root_of(reader.nodes, 6))
    seen = {"log": "local/B01/1", "witness": "hub", "size": 6, "root": root}
    with writing(book.engine) as connection:
        connection.execute(insert(witnessed).values(**seen, note="", line="", org_key="", at_us=1))
    put_back(home, tmp_path / "backup")
    memory_file(home, settings).unlink()
    with pytest.raises(LedgerForked, match="the witness hub knows 6 entries"):
        open_ledger(home, settings, clock, book=book)
    done = begin(home, settings, clock, book)
    assert list(done.lost) == [{"log": "local/B01/1", "from": 3, "to": 6, "known_to": "the witness hub"}]
    assert entries(home)[0]["pub"]["known"] == [
        {"where": "the witness hub", "log": "local/B01/1", "size": 6, "root": root}
    ]
