"""The doctor: a healthy home has no fault, and each thing that is wrong is told with a remedy, changing nothing."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from contextlib import closing
from typing import NamedTuple

import pytest

from station import doctor, system_libraries
from station.cli import main
from station.doctor import Finding, State, examine
from station.evidence.scrubbing import owe_scrub
from station.home import Home
from station.orders.erasure_requests import ask
from station.orders.orderbook import OrderBook
from station.system_libraries import Missing
from tests.clocks import FakeClock

YEAR_2020_US = 1_577_836_800_000_000


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_fresh_home_is_well_and_stays_unmade(home: Home, clock: FakeClock) -> None:
    """A home that does not exist yet has no fault, and looking at it makes nothing."""
    findings = examine(home, clock)
    assert not [finding for finding in findings if finding.state is State.FAULT]
    assert not home.root.exists()


def test_the_verb_tells_all_checks(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """doctor --json names every check once; without faults it ends with 0."""
    assert main(["doctor", "--json", "--home", str(home.root)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    names = [finding["check"] for finding in told["findings"]]
    assert len(names) == len(set(names)) == 20


def test_a_fault_ends_with_1(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that do not read are a fault for the settings, and the other checks are still told."""
    home.root.mkdir()
    home.settings_file.write_text("[bensh]\n", encoding="utf-8")
    assert main(["doctor", "--home", str(home.root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 20
    assert [line for line in lines if line.startswith("fault") and "'bench'" in line]


def test_the_watched_folder(home: Home) -> None:
    """A folder that is not there, is a file, or does not take a file is a fault before the first order is missed."""
    assert doctor.watched_folder(home).words == "none is watched"
    home.root.mkdir()
    home.settings_file.write_text('[import]\nfolder = "incoming"\n', encoding="utf-8")
    folder = home.root / "incoming"
    assert "does not exist" in (absent := doctor.watched_folder(home)).words
    folder.write_text("x", encoding="utf-8")
    assert "is no folder" in (wrong := doctor.watched_folder(home)).words
    assert {absent.state, wrong.state} == {State.FAULT}
    assert "[import] folder" in absent.remedy
    folder.unlink()
    folder.mkdir()
    assert doctor.watched_folder(home) == Finding(check="import folder", state=State.OK, words=str(folder))
    assert not list(folder.iterdir())


def test_a_watched_folder_that_cannot_be_written(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that cannot be moved out would be taken again and again: the system's own word is told."""
    home.root.mkdir()
    (home.root / "incoming").mkdir()
    home.settings_file.write_text('[import]\nfolder = "incoming"\n', encoding="utf-8")

    def refused(**_named: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    found = doctor.watched_folder(home)
    assert found.state is State.FAULT
    assert "cannot be written: Read-only file system" in found.words


def test_a_pool_that_runs_low(home: Home, clock: FakeClock) -> None:
    """A service whose numbers run out is named before a bench stands still."""
    assert doctor.waybill_numbers(home, clock).words == "no pool yet"
    numbers = home.root.parent / "numbers.txt"
    numbers.write_text("YT0000000000001\n", encoding="utf-8")
    assert main(["waybills", "add", str(numbers), "--service", "yto", "--home", str(home.root)]) == 0
    found = doctor.waybill_numbers(home, clock)
    assert found.state is State.HINT
    assert "yto has 1" in found.words


def test_a_service_file_that_is_wrong(home: Home) -> None:
    """A carrier's file of the home that does not read is a fault, named."""
    folder = home.root / "carriers"
    folder.mkdir(parents=True)
    (folder / "yto.toml").write_text('id = "yto"\n', encoding="utf-8")
    found = doctor.carriers(home)
    assert found.state is State.FAULT
    assert "yto.toml" in found.words


def test_an_order_book_out_of_reach(home: Home) -> None:
    """A file that is no order book is a fault in one sentence, and is left as it is."""
    home.root.mkdir()
    book = home.root / "orders.db"
    book.write_bytes(b"no database" * 100)
    found = doctor.order_book(home)
    assert found.state is State.FAULT
    assert "\n" not in found.words
    assert book.read_bytes() == b"no database" * 100


def test_a_clock_that_cannot_be(home: Home, clock: FakeClock) -> None:
    """A clock years off is a fault; one behind the ledger's last entry is a hint."""
    home.root.mkdir()
    home.ledger_file.touch()
    now_s = clock.now().wall_us / 1e6
    os.utime(home.ledger_file, (now_s, now_s))
    assert doctor.wall_clock(home, clock).state is State.OK
    os.utime(home.ledger_file, (now_s + 3600, now_s + 3600))
    assert doctor.wall_clock(home, clock).state is State.HINT
    clock.set_wall_us(YEAR_2020_US)
    assert doctor.wall_clock(home, clock).state is State.FAULT


@pytest.mark.parametrize(("free", "state"), [(1, State.FAULT), (5_000_000_000, State.HINT), (10**12, State.OK)])
def test_disk_space(home: Home, monkeypatch: pytest.MonkeyPatch, free: int, state: State) -> None:
    """Little space is a hint, almost none a fault."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(0, 0, free))
    assert doctor.disk(home).state is state


def test_a_slow_disk_is_a_hint(home: Home, monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> None:
    """A disk that needs 60 ms for a safe write is named with what to do."""
    monkeypatch.setattr("os.fsync", lambda _: clock.advance_ms(60))
    found = doctor.fsync(home, clock)
    assert (found.state, found.words) == (State.HINT, "a write is safe after 60.0 ms")


def test_missing_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that only a window needs is a hint; one that everything needs is a fault; both give the line to run."""
    cursor = Missing(soname="libxcb-cursor.so.0", package="libxcb-cursor0")
    always: tuple[Missing, ...] = ()

    def lacking(files: tuple[str, ...] = ()) -> tuple[Missing, ...]:
        return always if files == system_libraries.ALWAYS else (*always, cursor)

    monkeypatch.setattr(system_libraries, "missing", lacking)
    assert doctor.libraries() == Finding(
        check="libraries",
        state=State.HINT,
        words="a window on a screen needs libxcb-cursor.so.0",
        remedy="Run: sudo apt-get install -y libxcb-cursor0",
    )
    always = (Missing(soname="libEGL.so.1", package="libegl1"),)
    assert doctor.libraries().state is State.FAULT


def test_a_pyside_that_loses_references(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PySide6 that loses references to None is a fault that names the version to install."""
    monkeypatch.setattr(doctor, "references_lost", lambda: 1_000)
    assert doctor.qt().state is State.FAULT
    assert "below 6.12" in doctor.qt().remedy


def test_room_for_pictures(home: Home) -> None:
    """A bench with cameras says how full their budget is, and a full one is a fault with its remedy."""
    assert doctor.cameras(home).words == "none"
    home.root.mkdir()
    camera = '[[device]]\nname="box camera"\nkind="camera"\nlink="synthetic:"\n'
    home.settings_file.write_text(camera)
    assert "box camera" in doctor.cameras(home).words
    home.media.mkdir()
    home.settings_file.write_text(camera + "[media]\nreserve_gb = 10000\n")
    full = doctor.cameras(home)
    assert (full.state, "not kept" in full.words) == (State.FAULT, True)


def test_an_erasure_that_is_not_finished(home: Home) -> None:
    """A bench that has not answered, and files that are still to be written anew, are a hint until they are done."""
    address = f"sqlite:///{home.root / 'orders.db'}"
    with closing(OrderBook.open(address)) as book:
        assert doctor.erasures(home).state is State.OK
        owe_scrub(home)
        owed = doctor.erasures(home)
        assert (owed.state, "sealbench evidence retain" in owed.remedy) == (State.HINT, True)
        ask(book, "SO-1", ["B07"], who="P001", reason="letter", now_us=1)
        waits = doctor.erasures(home)
        assert (waits.state, "B07" in waits.words, "--without" in waits.remedy) == (State.HINT, True, True)
