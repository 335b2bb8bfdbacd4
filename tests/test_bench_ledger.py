"""A ledger that is put back, copied, lost or cloned is noticed at its next start."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, update

from station import bench_ledger, doctor
from station.bench_ledger import open_ledger
from station.carrying import carry
from station.errors import LedgerForked
from station.evidence.checkpoint import VerifierKey
from station.evidence.ledger import Ledger
from station.evidence.memory import Memory, Remembered
from station.evidence.past import past_folders
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.settings import Settings, load
from tests.clocks import FakeClock
from tests.e2e.rig import rig, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, ORDER, PARCEL_G, TRAY, prepare
from tests.evidence.conftest import item
from tests.ledger_days import SO, entries, keep, memory_file, pack, put_back
from tests.orders.unbelted import unbelted


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


def test_an_untouched_ledger_goes_on(home: Home, settings: Settings, clock: FakeClock, book: OrderBook) -> None:
    """Day after day the memory, the machine and the order book agree, and nothing is added to the log for it."""
    for day in range(3):
        pack(home, settings, clock, f"SO-{day}", book)
        carry(home, book)
    assert [entry["kind"] for entry in entries(home)] == ["OrderOpened", "ItemPacked", "ParcelSealed"] * 3
    assert past_folders(home) == ()


def test_a_restored_home(home: Home, settings: Settings, clock: FakeClock, tmp_path: Path) -> None:
    """A home put back from yesterday's backup is refused by its own memory, and says what to do."""
    pack(home, settings, clock)
    keep(home, tmp_path / "backup")
    pack(home, settings, clock, "SO-2")
    put_back(home, tmp_path / "backup")
    with pytest.raises(LedgerForked, match="knows 6 entries of local/B01/1, the ledger has only 3") as refused:
        pack(home, settings, clock, "SO-3")
    assert "sealbench evidence epoch" in refused.value.sentence()
    assert len(entries(home)) == 3


def test_a_restored_home_with_the_memory_gone(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path
) -> None:
    """Without its memory the order book still knows that the ledger is an old one."""
    pack(home, settings, clock)
    keep(home, tmp_path / "backup")
    pack(home, settings, clock, "SO-2", book)
    carry(home, book)
    put_back(home, tmp_path / "backup")
    memory_file(home, settings).unlink()
    with pytest.raises(LedgerForked, match="the order book knows 6 entries"):
        open_ledger(home, settings, clock, book=book)


def test_a_deleted_memory(home: Home, settings: Settings, clock: FakeClock) -> None:
    """A memory that is gone stops nobody, but is an entry; then it remembers anew."""
    pack(home, settings, clock)
    memory_file(home, settings).unlink()
    pack(home, settings, clock, "SO-2")
    assert [entry["kind"] for entry in entries(home)][3] == "MemoryMissing"
    pack(home, settings, clock, "SO-3")
    assert [entry["kind"] for entry in entries(home)].count("MemoryMissing") == 1


def test_a_copied_home(home: Home, settings: Settings, clock: FakeClock, tmp_path: Path) -> None:
    """A copy of a home beside the original does not write under the same name; the original goes on."""
    pack(home, settings, clock)
    copy = Home(tmp_path / "copy")
    keep(home, copy.root)
    with pytest.raises(LedgerForked, match=r"it is a copy of .*/home, which is still there"):
        open_ledger(copy, load(copy), clock)
    pack(home, settings, clock, "SO-2")


def test_a_moved_home(home: Home, settings: Settings, clock: FakeClock, tmp_path: Path) -> None:
    """A home that was moved, and not copied, goes on where it was."""
    pack(home, settings, clock)
    moved = Home(tmp_path / "moved")
    home.root.rename(moved.root)
    pack(moved, load(moved), clock, "SO-2")
    pack(moved, load(moved), clock, "SO-3")
    assert len(entries(moved)) == 9


def test_a_cloned_disk(home: Home, settings: Settings, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that wakes up on another machine is refused there."""
    monkeypatch.setattr(bench_ledger, "machine_mark", lambda bench: f"first of {bench}")
    pack(home, settings, clock)
    monkeypatch.setattr(bench_ledger, "machine_mark", lambda bench: f"second of {bench}")
    with pytest.raises(LedgerForked, match="written on another machine"):
        open_ledger(home, settings, clock)


def test_a_machine_that_does_not_say_who_it_is(
    home: Home, settings: Settings, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has no number nothing is compared."""
    monkeypatch.setattr(bench_ledger, "machine_mark", lambda bench: f"first of {bench}")
    pack(home, settings, clock)
    monkeypatch.setattr(bench_ledger, "machine_mark", lambda _bench: "")
    pack(home, settings, clock, "SO-2")


def test_a_rewritten_ledger(home: Home, settings: Settings, clock: FakeClock, tmp_path: Path) -> None:
    """A ledger rebuilt from the same keys with other entries does not have the root that the memory knows."""
    pack(home, settings, clock)
    home.ledger_file.unlink()
    forged = Ledger.open(
        home, org="local", bench="B01", clock=clock, random_bytes=lambda n: b"r" * n, build="t", epoch=1
    )
    for _ in range(4):
        forged.append([item(7)], order_no=SO, by="P001", checkpoint=True)
    forged.close()
    with pytest.raises(LedgerForked, match="knows 3 entries of local/B01/1, and not the same ones"):
        open_ledger(home, settings, clock)


def test_a_foreign_memory_is_none(home: Home, settings: Settings, clock: FakeClock) -> None:
    """A memory that this bench has not signed, or that is cut short, does not stop it."""
    pack(home, settings, clock)
    file = memory_file(home, settings)
    file.write_text(Remembered(note="local/B01/1\n9\nAAAA\n\n— local/B01 AAAA\n", home="/x").text())
    pack(home, settings, clock, "SO-2")
    file.write_bytes(b'{"home":')
    pack(home, settings, clock, "SO-3")


def test_a_memory_that_cannot_be_reached(home: Home, settings: Settings, clock: FakeClock, tmp_path: Path) -> None:
    """A drive that is not there stops nobody, and leaves no entry that says it was deleted."""
    (tmp_path / "memory").write_text("no folder")
    pack(home, settings, clock)
    pack(home, settings, clock, "SO-2")
    assert "MemoryMissing" not in [entry["kind"] for entry in entries(home)]


def test_a_fork_met_at_work(home: Home, qtbot: QtBot) -> None:
    """When the order book turns out to know another entry, the bench says so and prints and seals nothing more."""
    prepare(home, ORDER, settings=FILE_PRINTER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
        with unbelted(bench.bench.book) as connection:
            newest = select(func.max(events.c.seq)).scalar_subquery()
            connection.execute(update(events).where(events.c.seq == newest).values(header="{}"))
        told = bench.waits_for(lambda told: told["reason"] == "not_recorded")
        bench.says(weight(PARCEL_G))
        refused = bench.waits_for(lambda told: told["label"] is None and told["reason"] == "not_recorded")
    assert "evidence epoch" in told["headline"]["en"]
    assert refused["stage"] != "labelling"
    assert not {"LabelRequested", "ParcelSealed"} & {entry["kind"] for entry in entries(home)}


def test_the_doctor_looks_at_it(home: Home, settings: Settings, clock: FakeClock, tmp_path: Path) -> None:
    """The doctor tells of a ledger put back, of a memory out of reach, and of the organisation's key on the bench."""
    assert doctor.ledger(home).words == "none yet"
    pack(home, settings, clock)
    keep(home, tmp_path / "backup")
    found = doctor.ledger(home)
    assert (found.state, found.remedy) == (doctor.State.HINT, "Run: sealbench keys export-org.")
    pack(home, settings, clock, "SO-2")
    (home.keys / "org.key").unlink()
    assert doctor.ledger(home).words.startswith("local/B01/1: 6 entries, remembered in ")
    put_back(home, tmp_path / "backup")
    found = doctor.ledger(home)
    assert (found.state, "the ledger has only 3" in found.words) == (doctor.State.FAULT, True)
    assert "sealbench evidence epoch" in found.words
    shutil.rmtree(tmp_path / "memory")
    (tmp_path / "memory").write_text("no folder")
    assert "memory cannot be used" in doctor.ledger(home).words
    home.ledger_file.write_bytes(b"rubbish" * 1000)
    assert doctor.ledger(home).state is doctor.State.FAULT


@pytest.mark.parametrize("begun", [False, True], ids=["a new home", "a home with a ledger of its own"])
def test_the_doctor_says_that_the_name_is_in_use(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, tmp_path: Path, begun: bool
) -> None:
    """Another bench has this one's id at the shared book: the doctor says what the bench says at its start."""
    pack(home, settings, clock, book=book)
    carry(home, book)
    other = Home(tmp_path / "second")
    other.root.mkdir()
    shutil.copy(home.settings_file, other.settings_file)
    if begun:
        pack(other, load(other), clock, "SO-2")
    words = f'[bench]\norderbook = "{book.engine.url}"\n[evidence]\nmemory = "memory"\n'
    other.settings_file.write_text(words, encoding="utf-8")
    found = doctor.ledger(other)
    with pytest.raises(LedgerForked, match="give a second bench an id of its own") as refused:
        open_ledger(other, load(other), clock, book=book)
    assert (found.state, found.words) == (doctor.State.FAULT, refused.value.sentence())
    assert other.ledger_file.exists() is begun
    own = words.replace("[bench]", '[bench]\nid = "B02"')
    third = Home(tmp_path / "third")
    third.root.mkdir()
    third.settings_file.write_text(own, encoding="utf-8")
    assert doctor.ledger(third).words == "none yet"


def test_the_doctor_beside_a_bench_that_goes_on(
    home: Home, settings: Settings, clock: FakeClock, book: OrderBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry that comes and is carried while the doctor looks makes no fault: it is in the ledger, too."""
    pack(home, settings, clock, book=book)
    carry(home, book)
    (home.keys / "org.key").unlink()
    home.settings_file.write_text(
        f'[bench]\norderbook = "{book.engine.url}"\n[evidence]\nmemory = "../memory"\n', encoding="utf-8"
    )

    recalled = bench_ledger.recalled

    def meanwhile(memory: Memory, bench: VerifierKey) -> Remembered | None:
        monkeypatch.setattr(bench_ledger, "recalled", recalled)
        pack(home, settings, clock, "SO-2", book)
        carry(home, book)
        return recalled(memory, bench)

    monkeypatch.setattr(bench_ledger, "recalled", meanwhile)
    found = doctor.ledger(home)
    assert (found.state, "6 entries" in found.words) == (doctor.State.OK, True)
