"""The audit finds what anybody with the database file could do to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from station.evidence import audit as audit_module
from station.evidence.audit import Audit, audit, joined
from station.evidence.audit_walk import Place, Walk
from station.evidence.keys import load
from station.evidence.ledger_reading import open_reader
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import item, open_ledger, pack

FREE = "DROP TRIGGER entry_stays; DROP TRIGGER entry_fixed; PRAGMA foreign_keys=OFF; "


@pytest.fixture
def packed(home: Home, clock: FakeClock) -> Home:
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.append([item(n) for n in range(260)], order_no="SO-2", by="p1")
    pack(ledger, home, "SO-3")
    ledger.close()
    return home


def audited(home: Home, processes: int = 1) -> Audit:
    reader = open_reader(home.ledger_file)
    try:
        return audit(reader, load(home, org="acme", bench="B01").bench.public, home.media, processes=processes)
    finally:
        reader.close()


def test_a_good_log(packed: Home) -> None:
    """A log as the bench left it has no fault, and its size and root are told."""
    found = audited(packed)
    assert (found.faults, found.log, found.entries, found.ok) == ((), "acme/B01/1", 278, True)


def edited(home: Home, script: str) -> None:
    connection = sqlite.connect(home.ledger_file)
    connection.executescript(FREE + script)
    connection.close()


def attacked(home: Home, script: str) -> tuple[str, ...]:
    edited(home, script)
    return audited(home).faults


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), 'SKU-1', 'SKU-7') AS BLOB) WHERE seq = 2",
        "UPDATE entry SET header = X'7b7d' WHERE seq = 2",
        "UPDATE entry SET header = X'ff' WHERE seq = 2",
        "UPDATE entry SET leaf = zeroblob(32) WHERE seq = 2",
        "UPDATE entry SET kind = 'ItemPicked' WHERE seq = 2",
        "UPDATE entry SET order_id = NULL WHERE seq = 2",
        "UPDATE entry SET order_id = 2 WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 2",
        "DELETE FROM entry WHERE seq > 270",
        "UPDATE entry SET seq = 9999 WHERE seq = 2",
        "UPDATE entry SET seq = 1 << 60 WHERE seq = 277",
        "UPDATE disclosure SET value = CAST('\"SO-9\"' AS BLOB) WHERE field = 'order_number' AND seq = 1",
        "UPDATE disclosure SET salt = zeroblob(32) WHERE seq = 1",
        "UPDATE disclosure SET salt = zeroblob(3) WHERE seq = 1",
        "UPDATE disclosure SET field = 'phone' WHERE field = 'recipient' AND seq = 1",
        "DELETE FROM disclosure WHERE seq = 1",
        "INSERT INTO disclosure VALUES (2, 'phone', zeroblob(32), X'31')",
        "INSERT INTO disclosure VALUES (99999, 'phone', zeroblob(32), X'31')",
        "UPDATE medium SET sha256 = zeroblob(32)",
        "UPDATE medium SET salt = zeroblob(3)",
        "UPDATE medium SET path = '../ledger.db'",
        "DELETE FROM medium WHERE idx = 0",
        "UPDATE node SET hash = zeroblob(32)",
        "DELETE FROM node",
        "INSERT INTO node VALUES (8, 5, zeroblob(32))",
        "UPDATE checkpoint SET note = replace(note, '1', '2')",
        "UPDATE checkpoint SET size = size + 1000 WHERE size = (SELECT max(size) FROM checkpoint)",
        "UPDATE order_salt SET salt = zeroblob(32)",
        "UPDATE order_salt SET order_no = 'SO-77' WHERE order_no = 'SO-1001'",
        "UPDATE mark SET seq = seq + 1",
        "UPDATE mark SET seq = 99999",
        "UPDATE log SET name = 'acme/B02/1'",
    ],
)
def test_every_edit_is_found(packed: Home, attack: str) -> None:
    """Whatever is changed, removed or added in the file is at least one fault."""
    assert attacked(packed, attack)


def test_rebuilding_the_chain_does_not_help(packed: Home) -> None:
    """Who changes the last entry and its hash still lacks the key for the checkpoint."""
    script = (
        "UPDATE entry SET header = (SELECT header FROM entry WHERE seq = 276),"
        " leaf = (SELECT leaf FROM entry WHERE seq = 276) WHERE seq = 277"
    )
    assert any("checkpoint 278" in fault for fault in attacked(packed, script))


@pytest.mark.parametrize("change", [b"changed", None])
def test_files_are_hashed(packed: Home, change: bytes | None) -> None:
    """A label's bytes that are changed or gone are a fault."""
    file = next(packed.media.iterdir())
    file.unlink() if change is None else file.write_bytes(change)
    assert any("missing or changed on disk" in fault for fault in audited(packed).faults)


def test_flipped_bytes_of_the_database(packed: Home) -> None:
    """A page full of rubbish in the database is a fault, not a crash."""
    data = bytearray(packed.ledger_file.read_bytes())
    for at in range(8192, 12288, 7):
        data[at] ^= 0x55
    packed.ledger_file.write_bytes(data)
    assert not audited(packed).ok


def test_an_empty_log(home: Home, clock: FakeClock, tmp_path: Path) -> None:
    """A log without entries is in order."""
    open_ledger(home, clock).close()
    assert audited(home).ok


@pytest.fixture
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """So short that a log of a few hundred entries is worth several processes."""
    monkeypatch.setattr(audit_module, "RUN_MIN", 90)


@pytest.mark.usefixtures("short_runs")
def test_runs_side_by_side(packed: Home) -> None:
    """A log walked in runs side by side is told like one walked in one piece."""
    assert audited(packed, processes=3) == audited(packed)


@pytest.mark.usefixtures("short_runs")
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE entry SET header = X'7b7d' WHERE seq = 2",
        "UPDATE entry SET header = X'7b7d' WHERE seq = 275",
        "UPDATE entry SET leaf = zeroblob(32) WHERE seq = 91",
        "UPDATE entry SET leaf = zeroblob(32) WHERE seq = 92",
        "DELETE FROM entry WHERE seq = 100",
        "UPDATE node SET hash = zeroblob(32)",
        "UPDATE checkpoint SET size = size + 1000 WHERE size = (SELECT max(size) FROM checkpoint)",
    ],
)
def test_a_fault_found_side_by_side(packed: Home, attack: str) -> None:
    """What is wrong in a run, or where two of them meet, is told as if there had been one."""
    edited(packed, attack)
    found = audited(packed, processes=3)
    assert found.faults
    assert found == audited(packed)


def test_runs_must_meet() -> None:
    """A run that begins elsewhere than the one before it ended proves nothing, however well it is in order."""
    begun, ended = Place(prev="ab" * 32), Place()
    assert joined([(Place(), begun), (begun, ended)]) == ended
    assert joined([(Place(), ended), (begun, ended)]) is None
    assert joined([(begun, ended)]) is None
    assert joined([(Place(), begun), None]) is None


def test_a_bench_that_goes_on_meanwhile(home: Home, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a running bench adds during the audit, hashes of the tree and checkpoints too, is no fault."""
    ledger = open_ledger(home, clock)
    ledger.append([item(n) for n in range(250)], order_no="SO-1", by="p1", checkpoint=True)
    walked = Walk.faults

    def busy(walk: Walk, end: int) -> Iterator[str]:
        ledger.append([item(n) for n in range(20)], order_no="SO-1", by="p1", checkpoint=True)
        yield from walked(walk, end)

    monkeypatch.setattr(Walk, "faults", busy)
    found = audited(home)
    ledger.close()
    assert (found.faults, found.entries) == ((), 250)
