"""What is erased goes from the second place too, at once or owed and shown; retention asks before a film goes."""

from __future__ import annotations

import os
from contextlib import closing

import pytest

from station.bench_ledger import open_ledger
from station.erasure import Asked, erase
from station.evidence.audit import audit
from station.evidence.keys import load as load_keys
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.media_store.copies import if_there, opened, owe_removal
from station.media_store.copying import Keeping, Round, run
from station.media_store.folder_place import FolderPlace
from station.media_store.opening import address
from station.media_store.paying import pay
from station.media_store.place import MARK, PlaceAway
from station.media_store.standing import copied_elsewhere, standing
from station.orders.orderbook import OrderBook
from station.retention import Expired, carry_out, look, shelf_life
from station.settings import load
from tests.clocks import FakeClock
from tests.media_store.conftest import ROOM, Record, turn

DAY_S = 86_400


@pytest.fixture(autouse=True)
def _set(home: Home, share: FolderPlace, book: OrderBook) -> None:
    """The share is the home's second place."""
    home.settings_file.write_text(f'[media_store]\nplace = "folder:{share.folder}"\n', encoding="utf-8")


def _copy(home: Home, share: FolderPlace, clock: FakeClock, *, here_days: int = 0) -> Round:
    where = address(load(home).media_store)
    return run(home, share, Keeping(address=where, budget=ROOM, here_days=here_days), turn(clock))


def _erase(home: Home, book: OrderBook, clock: FakeClock) -> None:
    asked = Asked(number="SO-1", reason="asked for", by="P001")
    erase(home, load(home), clock, book, asked, random_bytes=os.urandom)


def _retain(home: Home, book: OrderBook, clock: FakeClock) -> Expired:
    life = shelf_life(load(home).retention)
    with closing(open_ledger(home, load(home), clock, book=book)) as ledger:
        due = look(home, book, ledger.reader(), life, clock.now().wall_us)
        carry_out(home, book, ledger, due, clock, life, os.urandom)
    return due


def _owed(home: Home) -> int:
    with opened(home) as copies:
        return len(copies.owed())


def test_erased_here_is_removed_there(
    home: Home, share: FolderPlace, book: OrderBook, record: Record, clock: FakeClock
) -> None:
    """The copies of the order go, those of another stay; the note of it goes too."""
    gone, stays = record("SO-1"), record("SO-2")
    _copy(home, share, clock)
    _erase(home, book, clock)
    assert _owed(home) == 2
    assert pay(home, lambda: 1) == "removed in the second place: 2 copies"
    assert [share.size(name) for name in gone] == [None, None]
    assert all(share.size(name) for name in stays)
    assert pay(home, lambda: 1) == ""


def test_owed_while_the_place_is_away(
    home: Home, share: FolderPlace, book: OrderBook, record: Record, clock: FakeClock
) -> None:
    """Shown with its age, tried at each round, done when the place is back."""
    names = record("SO-1")
    _copy(home, share, clock)
    (share.folder / MARK).rename(share.folder / "hidden")
    _erase(home, book, clock)
    assert "NOT REMOVED in the second place yet: 2 copies, which no key opens any more" in pay(home, lambda: 1)
    assert standing(home, load(home).media_store).owed == 2
    with pytest.raises(PlaceAway):
        _copy(home, share, clock)
    (share.folder / "hidden").rename(share.folder / MARK)
    assert _copy(home, share, clock).removed == 2
    assert [share.size(name) for name in names] == [None, None]
    assert standing(home, load(home).media_store).owed == 0


def test_a_copy_that_was_not_finished_is_removed_as_well(
    home: Home, share: FolderPlace, book: OrderBook, record: Record, clock: FakeClock
) -> None:
    """Half of a film was sent when its order was erased: no part of it stays."""
    record("SO-0")
    _copy(home, share, clock)
    _, video = record("SO-1", video=os.urandom(20_000))

    def cut(_size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        share.put(video, home.media / video, cut)
    assert len(list(share.folder.rglob("*.part"))) == 1
    _erase(home, book, clock)
    assert _copy(home, share, clock).removed == 2
    assert list(share.folder.rglob("*.part")) == []


def test_what_an_entry_still_names_is_not_removed(
    home: Home, share: FolderPlace, record: Record, clock: FakeClock
) -> None:
    """Owed before the ledger forgot it, and then the power went: the copy stays as long as the entry names it."""
    names = record("SO-1")
    _copy(home, share, clock)
    owe_removal(home, names)
    assert _copy(home, share, clock).removed == 0
    assert all(share.size(name) for name in names)
    assert "a record names them still" in pay(home, lambda: 1)


def test_without_a_second_place_nothing_is_noted(home: Home, book: OrderBook, record: Record, clock: FakeClock) -> None:
    """A home that never copied anything owes nothing, and erases as before."""
    home.settings_file.unlink()
    record("SO-1")
    _erase(home, book, clock)
    assert not home.copies_file.exists()
    with if_there(home) as copies:
        assert copies is None


def test_retention_waits_for_a_second_copy(
    home: Home, share: FolderPlace, book: OrderBook, record: Record, clock: FakeClock
) -> None:
    """Past its days and nowhere else: video and photos stay, are named, and go once they are read back there."""
    names = record("SO-1")
    clock.advance_s(200 * DAY_S)
    due = _retain(home, book, clock)
    assert due.uncopied == ("SO-1",)
    assert all((home.media / name).is_file() for name in names)
    with closing(open_reader(home.ledger_file)) as reader:
        entries = [reader.entry(seq) for seq in reader.by_tag("SO-1")]
    assert [len(entry.secrets) for entry in entries if entry.kind == "ParcelMade"] == [0]  # names do not wait
    assert _retain(home, book, clock).orders == ()  # nothing new to say
    _copy(home, share, clock)
    due = _retain(home, book, clock)
    assert (due.uncopied, due.orders[0][0]) == ((), "SO-1")
    assert not any((home.media / name).exists() for name in names)
    assert _copy(home, share, clock).removed == 2


def test_the_number_goes_with_the_last(
    home: Home, share: FolderPlace, book: OrderBook, record: Record, clock: FakeClock
) -> None:
    """As long as a film of it waits, the order keeps its number: else nobody could find what the film is of."""
    record("SO-1")
    clock.advance_s(2000 * DAY_S)
    _retain(home, book, clock)
    with closing(open_reader(home.ledger_file)) as reader:
        assert reader.order_salt("SO-1") is not None
    _copy(home, share, clock)
    _retain(home, book, clock)
    with closing(open_reader(home.ledger_file)) as reader:
        assert reader.order_salt("SO-1") is None


def test_a_file_that_is_broken_keeps_nobody_waiting(
    home: Home, share: FolderPlace, book: OrderBook, record: Record, clock: FakeClock
) -> None:
    """What cannot be copied because it is no longer what was recorded goes in its time."""
    photo, video = record("SO-1")
    (home.media / video).write_bytes(b"not what was sealed")
    assert _copy(home, share, clock).failed == 1
    clock.advance_s(61 * DAY_S)
    due = _retain(home, book, clock)
    assert (due.uncopied, (home.media / video).exists(), (home.media / photo).exists()) == ((), False, True)


def test_the_audit_knows_what_has_left(home: Home, share: FolderPlace, record: Record, clock: FakeClock) -> None:
    """A file that was read back elsewhere need not be here; one that nobody copied must."""
    photo, _ = record("SO-1")
    clock.advance_s(20_000 * DAY_S)  # longer ago than any file's time here
    assert _copy(home, share, clock, here_days=1).left == 2
    assert _faults(home) == ()
    _, video = record("SO-2")
    (home.media / video).unlink()
    assert [fault for fault in _faults(home) if "missing or changed" in fault] != []
    assert photo in copied_elsewhere(home)


def _faults(home: Home) -> tuple[str, ...]:
    with closing(open_reader(home.ledger_file)) as reader:
        bench = load_keys(home, org="local", bench="B01").bench.public
        return audit(reader, bench, home.media, elsewhere=copied_elsewhere(home)).faults
