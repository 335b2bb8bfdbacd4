"""``db backup``, ``db restore`` and ``db retire`` as a person calls them, in a home with a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.bench_ledger import open_ledger
from station.errors import LedgerBroken
from station.home import Home
from station.settings import load
from tests.clocks import FakeClock
from tests.ledger_days import entries, pack
from tests.verbs.command import Command


@pytest.fixture
def sealbench(home: Home, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> Command:
    """Of a home that has packed a parcel."""
    home.root.mkdir(parents=True)
    home.settings_file.write_text('[evidence]\nmemory = "../memory"\n', "utf-8")
    command = Command(home.root, capsys)
    command("db", "upgrade")
    pack(home, load(home), clock)
    return command


def test_a_lost_ledger_comes_back_with_a_new_epoch(
    sealbench: Command, home: Home, clock: FakeClock, tmp_path: Path
) -> None:
    """What was packed after the backup is named as lost; without saying who begins the epoch nothing is put back."""
    file = str(tmp_path / "b")
    told = sealbench.json("db", "backup", file)
    assert (told["ledger"], told["entries"]) == ("local/B01/1", 3)
    pack(home, load(home), clock, "SO-2")
    assert sealbench.json("db", "restore", file, "--replace")["ledger_stays"] is True
    assert len(entries(home)) == 6
    home.ledger_file.unlink()
    sealbench("db", "restore", file, "--replace", exits=2)
    assert "--by WHO" in sealbench.err
    with pytest.raises(LedgerBroken):
        open_ledger(home, load(home), clock)
    done = sealbench.json("db", "restore", file, "--replace", "--by", "P009", "--reason", "the disk failed")
    assert done["log"] == "local/B01/2"
    (begun,) = entries(home)
    assert begun["pub"]["lost"][0]["to"] == 6
    pack(home, load(home), clock, "SO-3")


def test_a_new_disk(sealbench: Command, home: Home, tmp_path: Path) -> None:
    """No private key is in a backup: the bench gets a new one under the organisation's key, or nothing is put back."""
    org_key = home.keys / "org.key"
    sealbench("db", "backup", str(tmp_path / "b"))
    sealbench.home = tmp_path / "new"
    words = ("db", "restore", str(tmp_path / "b"), "--by", "P009", "--reason", "new disk")
    sealbench(*words, exits=1)
    assert "--org-key" in sealbench.err
    assert not (tmp_path / "new" / "ledger.db").exists()
    assert "begun" in sealbench(*words, "--replace", "--org-key", str(org_key))
    assert not (tmp_path / "new" / "epochs" / "1" / "bench.key").exists()
    assert sealbench.json("evidence", "audit")["log"] == "local/B01/2"


def test_a_ledger_that_was_changed_is_not_backed_up(sealbench: Command, home: Home, tmp_path: Path) -> None:
    """A backup of a log that is not in order would only hide when it broke: exit 7, and no file."""
    raw = home.ledger_file.read_bytes()
    assert b"ItemPacked" in raw
    home.ledger_file.write_bytes(raw.replace(b"ItemPacked", b"ItemPackez"))
    sealbench("db", "backup", str(tmp_path / "b"), exits=7)
    assert "evidence audit" in sealbench.err
    assert list(tmp_path.glob("b*")) == []
    sealbench("db", "backup", str(tmp_path / "b"), "--only", "book")


def test_check_tells_of_the_last_backup(sealbench: Command, tmp_path: Path) -> None:
    """How old it is and where it lies; a home without one is told to make one."""
    assert "no backup" in sealbench("db", "check")
    sealbench("db", "backup", str(tmp_path / "b"))
    assert f"0 days ago, {tmp_path / 'b'}" in sealbench("db", "check")
    assert sealbench.json("db", "check")["backup_us"] > 0


def test_retire(sealbench: Command) -> None:
    """Counted first, done with ``--run``; a month that is too young is refused."""
    assert sealbench.json("db", "retire", "--before", "2020-01") == {
        "entries": 0, "stay": 0, "months": [], "ran": False,
    }  # fmt: skip
    assert "went" in sealbench("db", "retire", "--before", "2020-01", "--run")
    sealbench("db", "retire", "--before", "2999-01", exits=2)
