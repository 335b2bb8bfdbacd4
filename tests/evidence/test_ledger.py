"""The ledger: what is acknowledged is chained and on disk, whatever happens to the program or the disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pysqlite3 import dbapi2 as sqlite

from station.errors import LedgerBroken, LedgerForked, SchemaTrouble, SettingsTrouble, Trouble
from station.evidence.audit import audit
from station.evidence.canonical import b64
from station.evidence.checkpoint import open_note, parse_checkpoint
from station.evidence.fact import Fact, Receipt
from station.evidence.keys import signature_ok
from station.evidence.ledger import FOLD_AFTER, Ledger
from station.evidence.ledger_reading import MARK_EVERY, open_reader
from station.evidence.merkle import root_of
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, chance, item, label, open_ledger, opened, pack

ROOT = Path(__file__).resolve().parents[2]


def faults(ledger: Ledger, home: Home) -> tuple[str, ...]:
    reader = open_reader(home.ledger_file)
    try:
        return audit(reader, ledger.keys.bench.public, home.media).faults
    finally:
        reader.close()


def test_first_use(home: Home, ledger: Ledger) -> None:
    """A fresh home gets keys and an empty log, and the private keys are nobody else's to read."""
    assert (ledger.log_name, ledger.size, ledger.latest_checkpoint) == ("acme/B01/1", 0, None)
    assert {file.name: oct(file.stat().st_mode & 0o777) for file in home.keys.glob("*.key")} == {
        "bench.key": "0o600",
        "org.key": "0o600",
    }


def test_what_goes_in_comes_out(home: Home, ledger: Ledger) -> None:
    """Facts are read back with their personal values and files, and belong to their order."""
    ledger.append([opened(ORDER)], order_no=ORDER, by="p1")
    requested = label(ledger, home)
    assert ledger.append([requested, item()], order_no=ORDER, by="p1") == Receipt(first_seq=1, last_seq=2)
    entries = list(ledger.entries())
    assert [entry.fact() for entry in entries] == [opened(ORDER), requested, item()]
    assert {entry.order_no for entry in entries} == {ORDER}
    assert ledger.by_tag(ORDER) == [0, 1, 2]
    assert ledger.by_tag("SO-unknown") == []
    assert [entry.seq for entry in ledger.entries(1, 1)] == [1]


def test_personal_values_are_not_in_the_header(ledger: Ledger) -> None:
    """What is committed to cannot be read from the entry itself."""
    ledger.append([opened(ORDER)], order_no=ORDER, by="p1")
    header = next(ledger.entries()).header.decode()
    assert "收件人" not in header
    assert ORDER not in header


def test_a_restart_goes_on_where_it_was(home: Home, clock: FakeClock) -> None:
    """After closing and opening, size and root are the same and the chain goes on."""
    first = open_ledger(home, clock)
    pack(first, home)
    end = first.newest_root()
    first.close()
    second = open_ledger(home, clock)
    assert second.newest_root() == end
    pack(second, home, "SO-2")
    assert faults(second, home) == ()
    second.close()


def test_a_seal_lists_its_parcel_and_signs(home: Home, ledger: Ledger) -> None:
    """The seal names every earlier entry of its order, those of its own append included, and a checkpoint covers it."""
    pack(ledger, home, seal=False)
    ledger.append([item(3), Fact(kind="ParcelSealed")], order_no=ORDER, by="p1")
    *before, seal = ledger.by_tag(ORDER)
    entries = {entry.seq: entry for entry in ledger.entries()}
    expected = [["acme/B01/1", seq, entries[seq].leaf.hex()] for seq in before]
    assert entries[seal].fact().pub["entries"] == expected
    note = ledger.latest_checkpoint
    assert note is not None
    signed = parse_checkpoint(open_note(note, ledger.keys.bench.public, signature_ok))
    assert (signed.size, seal) == (ledger.size, ledger.size - 1)


def test_checkpoints_are_published_after_commit(home: Home, clock: FakeClock) -> None:
    """A note is handed on only when another program can already read it from disk, and only once for each size."""
    published: list[tuple[str, str]] = []

    def on_checkpoint(note: str) -> None:
        reader = open_reader(home.ledger_file)
        stored = reader.latest_checkpoint()
        reader.close()
        assert stored is not None
        published.append((note, stored.note))

    ledger = open_ledger(home, clock, on_checkpoint=on_checkpoint)
    assert ledger.checkpoint_now("interval") is None
    ledger.append([item()], order_no=ORDER, by="p1", checkpoint=True)
    assert ledger.checkpoint_now("interval") == published[0][0]
    ledger.append([item()], order_no=ORDER, by="p1")
    assert ledger.checkpoint_now("interval") == published[1][0]
    ledger.close()
    assert all(note == stored for note, stored in published)
    assert len(published) == 2


def test_closing_signs_the_end(home: Home, clock: FakeClock) -> None:
    """After a clean exit the newest checkpoint covers every entry and the write-ahead log is folded."""
    ledger = open_ledger(home, clock)
    ledger.append([item()], order_no=ORDER, by="p1")
    ledger.close()
    reader = open_reader(home.ledger_file)
    stored = reader.latest_checkpoint()
    reader.close()
    assert stored is not None
    assert stored.size == 1


@pytest.mark.parametrize(
    ("wall_us", "mono_us", "boot"), [(-1, 0, "boot-1"), (3_000_000, 0, "boot-1"), (-1, 9, "boot-2")]
)
def test_clock_jumps_are_entries(
    ledger: Ledger, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, wall_us: int, mono_us: int, boot: str
) -> None:
    """A wall clock that went back, or left the monotonic one, is recorded before the entry that met it."""
    ledger.append([item()], order_no=ORDER, by="p1")
    now = clock.now()
    moved = FakeClock(wall_us=now.wall_us + wall_us, mono_us=now.mono_us + mono_us, boot=boot)
    monkeypatch.setattr(ledger, "_clock", moved)
    assert ledger.append([item()], order_no=ORDER, by="p1") == Receipt(first_seq=1, last_seq=2)
    jump = next(ledger.entries(1))
    assert (jump.kind, jump.order_no, jump.parsed()["tag"]) == ("ClockJumped", None, "")


def test_time_that_passes_is_no_jump(ledger: Ledger, clock: FakeClock) -> None:
    """An hour's pause is recorded as nothing."""
    ledger.append([item()], order_no=ORDER, by="p1")
    clock.advance_us(3_600_000_000)
    assert ledger.append([item()], order_no=ORDER, by="p1").first_seq == 1


def test_one_writer(home: Home, ledger: Ledger, clock: FakeClock) -> None:
    """A second opener is told that the ledger is open, and the first is not disturbed."""
    with pytest.raises(Trouble, match="another program has this ledger open"):
        open_ledger(home, clock)
    ledger.append([item()], order_no=ORDER, by="p1")


def test_long_log(home: Home, clock: FakeClock) -> None:
    """Across kept subtrees and marks, a restart finds the same root and the newest of each kind."""
    ledger = open_ledger(home, clock)
    for _ in range(9):
        ledger.append([item(n) for n in range(150)], order_no=ORDER, by="p1")
    ledger.append([opened(ORDER)], order_no=ORDER, by="p1")
    for _ in range(FOLD_AFTER):
        ledger.append([item()], order_no=ORDER, by="p1")
    ledger.between_scans()
    end = ledger.newest_root()
    assert ledger.last_seq_of("OrderOpened") == 1350 > MARK_EVERY
    assert ledger.last_seq_of("ItemPacked") == 1350 + FOLD_AFTER
    assert ledger.last_seq_of("HelpCalled") is None
    assert faults(ledger, home) == ()
    ledger.close()
    again = open_ledger(home, clock)
    assert again.newest_root() == end
    again.close()


def test_other_names(home: Home, clock: FakeClock) -> None:
    """A ledger is not opened under another bench's name."""
    open_ledger(home, clock).close()
    with pytest.raises(SettingsTrouble, match="B02"):
        Ledger.open(home, org="acme", bench="B02", clock=clock, random_bytes=chance(), build="x")
    open_ledger(home, clock).close()


def test_a_lost_ledger_is_not_begun_again(home: Home, clock: FakeClock) -> None:
    """A bench that has signed a log does not sign a second one from nothing under the same name."""
    open_ledger(home, clock).close()
    home.ledger_file.unlink()
    with pytest.raises(LedgerBroken, match="is gone"):
        open_ledger(home, clock)


def test_a_lost_key_is_not_replaced(home: Home, clock: FakeClock) -> None:
    """A bench whose key is gone stops and says so."""
    ledger = open_ledger(home, clock)
    ledger.append([item()], order_no=ORDER, by="p1")
    ledger.close()
    (home.keys / "bench.key").unlink()
    with pytest.raises(Trouble, match="key file"):
        open_ledger(home, clock)


@pytest.mark.parametrize(
    "attack",
    [
        "DROP TRIGGER entry_stays; DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
        "DROP TRIGGER entry_fixed; UPDATE entry SET leaf = zeroblob(32) WHERE seq = 2",
        "DROP TRIGGER entry_fixed; UPDATE entry SET header = X'7b7d' WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE checkpoint SET note = replace(note, 'a', 'b')",
    ],
)
def test_a_rewritten_ledger_is_not_gone_on_with(home: Home, clock: FakeClock, attack: str) -> None:
    """A log that is not the one this bench signed last is refused at start."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.close()
    edit(home, attack)
    with pytest.raises(LedgerBroken, match="not what this bench has signed"):
        open_ledger(home, clock)


def edit(home: Home, script: str) -> None:
    connection = sqlite.connect(home.ledger_file)
    connection.executescript(script)
    connection.close()


def test_entries_cannot_be_changed_by_mistake(home: Home, ledger: Ledger) -> None:
    """The tables themselves refuse a change or deletion of an entry."""
    ledger.append([item()], order_no=ORDER, by="p1")
    for statement in ("UPDATE entry SET kind = 'x'", "DELETE FROM entry"):
        with pytest.raises(sqlite.DatabaseError, match="entries are never"):
            edit(home, statement)


def test_an_unknown_format(home: Home, clock: FakeClock) -> None:
    """A ledger of a newer program is left alone."""
    open_ledger(home, clock).close()
    edit(home, "PRAGMA user_version = 9")
    with pytest.raises(SchemaTrouble, match="format 9"):
        open_ledger(home, clock)


def test_not_a_ledger(home: Home, clock: FakeClock) -> None:
    """A file of something else is refused in one sentence."""
    home.root.mkdir()
    home.ledger_file.write_bytes(b"something else" * 100)
    with pytest.raises(LedgerBroken, match="damaged"):
        open_ledger(home, clock)


def test_old_sqlite(home: Home, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite with the WAL-reset bug is refused."""
    monkeypatch.setattr(sqlite, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(LedgerBroken, match="can corrupt"):
        open_ledger(home, clock)


def test_a_full_database_takes_nothing(home: Home, ledger: Ledger) -> None:
    """When the disk is full nothing of an append is recorded, and the next one works once there is room."""
    pack(ledger, home)
    size = ledger.size
    pages = ledger._attached().execute("PRAGMA page_count").fetchone()[0]
    ledger._attached().execute(f"PRAGMA max_page_count={pages}")
    big = Fact(kind="ItemPacked", pub={"text": "x" * 100_000})
    with pytest.raises(LedgerBroken, match="disk is full"):
        ledger.append([item(), big], order_no="SO-full", by="p1")
    assert (ledger.size, ledger.by_tag("SO-full")) == (size, [])
    ledger.append([item(), big], order_no="SO-full", by="p1")
    assert ledger.by_tag("SO-full") == [size, size + 1]
    assert faults(ledger, home) == ()


def test_a_locked_database(home: Home, ledger: Ledger) -> None:
    """A foreign program that holds the database is told of, and the ledger goes on after it."""
    ledger._attached().execute("PRAGMA busy_timeout=1")
    stranger = sqlite.connect(home.ledger_file, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBroken, match="another program"):
        ledger.append([item()], order_no=ORDER, by="p1")
    stranger.close()
    assert ledger.append([item()], order_no=ORDER, by="p1").last_seq == 0


class BadCommit:
    """A connection whose COMMIT fails, before or after it has happened."""

    def __init__(self, connection: Any, *, happens: bool) -> None:
        self._connection = connection
        self._happens = happens

    def execute(self, statement: str, *values: Any) -> Any:
        if statement != "COMMIT":
            return self._connection.execute(statement, *values)
        if self._happens:
            self._connection.execute(statement)
        raise sqlite.OperationalError("disk I/O error")

    def close(self) -> None:
        self._connection.close()


def test_a_commit_that_failed_but_happened(home: Home, ledger: Ledger) -> None:
    """An error of COMMIT means unknown: the entry is looked up, found, and acknowledged once."""
    ledger._connection = BadCommit(ledger._attached(), happens=True)
    assert ledger.append([item()], order_no=ORDER, by="p1", checkpoint=True) == Receipt(first_seq=0, last_seq=0)
    ledger._connection = BadCommit(ledger._attached(), happens=True)
    ledger.append([item()], order_no=ORDER, by="p1")
    ledger._connection = BadCommit(ledger._attached(), happens=True)
    assert ledger.checkpoint_now("interval") == ledger.latest_checkpoint
    assert (ledger.size, faults(ledger, home)) == (2, ())


def test_a_commit_that_failed(ledger: Ledger) -> None:
    """When the entry is not found after an error of COMMIT, nothing is acknowledged and the next append works."""
    ledger._connection = BadCommit(ledger._attached(), happens=False)
    with pytest.raises(LedgerBroken, match="I/O error"):
        ledger.append([item()], order_no=ORDER, by="p1", checkpoint=True)
    assert (ledger.size, ledger.latest_checkpoint) == (0, None)
    assert ledger.append([item()], order_no=ORDER, by="p1").last_seq == 0


def test_a_ledger_that_others_contradict(home: Home, ledger: Ledger) -> None:
    """Once the order book knows other entries, refusals are recorded still, but no label, no seal and no checkpoint."""
    pack(ledger, home, seal=False)
    signed = ledger.latest_checkpoint
    assert ledger.distrust(LedgerForked("another entry 3 is known"))
    assert not ledger.distrust(LedgerForked("another entry 3 is known"))
    size = ledger.size
    for kind in ("LabelRequested", "ParcelSealed"):
        with pytest.raises(LedgerForked, match="another entry 3"):
            ledger.append([item(), Fact(kind=kind)], order_no=ORDER, by="p1")
    assert ledger.append([item()], order_no=ORDER, by="p1", checkpoint=True).last_seq == size
    assert ledger.checkpoint_now("minute") == signed


def run(module: str, home: Home, **more: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"tests.evidence.{module}", str(home.root)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, **more)


@pytest.mark.parametrize("lines", [1, 8, 40, 150])
def test_killed_at_any_moment(home: Home, clock: FakeClock, lines: int) -> None:
    """A program that is killed loses no entry it has acknowledged, and the log it leaves has no fault."""
    with run("crash_writer", home) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    complete = [line for line in said if line.endswith(b"\n")]
    ledger = open_ledger(home, clock)
    seq, root = complete[-1].decode().split()
    assert ledger.size >= int(seq) + 1
    found = audit_root(home, int(seq) + 1)
    assert (found, faults(ledger, home)) == (root, ())
    ledger.append([item()], order_no="SO-after", by="p1")
    ledger.close()


def audit_root(home: Home, size: int) -> str:
    reader = open_reader(home.ledger_file)
    try:
        return b64(root_of(reader.nodes, size))
    finally:
        reader.close()


def test_a_disk_that_takes_no_more(home: Home, clock: FakeClock) -> None:
    """When files cannot grow, the ledger says so once, keeps what it acknowledged, and goes on when they can."""
    with run("full_disk_writer", home) as writer:
        assert writer.stdout is not None
        sentence, acknowledged, after = writer.stdout.read().decode().splitlines()
    assert "disk" in sentence
    assert int(after) == int(acknowledged) + 1
    ledger = open_ledger(home, clock)
    assert (ledger.size, faults(ledger, home)) == (int(after) + 1, ())
    ledger.close()
