"""What doctor, the device bar and the verb say of the second place, from what is on this disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from station.copies_watch import CopiesWatch
from station.doctor import State, media_store
from station.home import Home
from station.media_check import BEHIND_US, look
from station.media_store.copies import LastRound, opened
from station.media_store.folder_place import FolderPlace
from station.media_store.opening import Throttle, address
from station.media_store.place import MARK, PlaceAway
from station.media_store.standing import standing
from station.media_store_settings import MediaStoreSettings
from station.ui.copies_words import copies_view
from station.ui.surroundings import DeviceState
from tests.clocks import FakeClock
from tests.media_store.conftest import Copy, Record

TEST = MediaStoreSettings(place="folder:x")


@pytest.fixture
def _met(home: Home, share: FolderPlace, record: Record, copy: Copy) -> None:
    """Two files copied, two that wait while the place is away."""
    record("SO-1")
    copy(share)
    with opened(home) as copies:
        copies.note_place("1" * 32, address(TEST), 5)
    record("SO-2")
    (share.folder / MARK).unlink()
    with pytest.raises(PlaceAway):
        copy(share)


@pytest.mark.usefixtures("_met")
def test_the_backlog_and_its_age(home: Home) -> None:
    """How many wait, how large, since when, and why; copies that were read back are no part of it."""
    found = standing(home, TEST)
    assert (found.here, found.copied, found.waiting, found.away, found.owed) == (4, 2, 2, 0, 0)
    assert found.waiting_bytes > 0
    assert found.oldest_us == min(file.stat().st_mtime_ns // 1000 for file in _newest(home))
    assert found.last is not None
    assert "begun there" in found.last.why


def _newest(home: Home) -> list[Path]:
    with opened(home) as copies:
        copied = copies.names("1" * 32)
    return [file for file in home.media.glob("*.sealed") if file.name not in copied]


@pytest.mark.usefixtures("_met")
def test_the_doctor_says_it_after_an_hour(home: Home) -> None:
    """Not at once: a store may start anew; then with its reason and what to do."""
    oldest_us = standing(home, TEST).oldest_us
    assert oldest_us is not None
    assert look(home, TEST, oldest_us + 60_000_000).remedy == ""
    worry = look(home, TEST, oldest_us + BEHIND_US + 1)
    assert "2 files wait, the oldest since" in worry.words
    assert "no place for copies of media was begun there" in worry.words
    assert "Nothing leaves this disk meanwhile" in worry.remedy


def test_the_doctor_without_and_with_a_place(home: Home, clock: FakeClock) -> None:
    """None set is well; one that was never begun is a hint."""
    home.root.mkdir(parents=True)
    assert (media_store(home, clock).state, media_store(home, clock).words) == (State.OK, "none is set")
    home.settings_file.write_text('[media_store]\nplace = "s3:evidence"\n', encoding="utf-8")
    found = media_store(home, clock)
    assert (found.state, "no round was run" in found.words) == (State.HINT, True)


def test_the_doctor_of_a_place_that_was_taken_out(home: Home, share: FolderPlace, record: Record, copy: Copy) -> None:
    """Files that lie in a place that is set no more are told of, and so is what is owed there."""
    names = record()
    copy(share)
    with opened(home) as copies:
        copies.owe(names)
    worry = look(home, MediaStoreSettings(), 0)
    assert "2 erased files are still to be removed at a place that is no longer set" in worry.words


@pytest.mark.parametrize(
    ("waiting", "oldest_s", "word", "state"),
    [
        (0, None, None, None),
        (3, 899, None, None),
        (3, 900, "3 wait, 15 min", DeviceState.WAIT),
        (12, 7_300, "12 wait, 2 h", DeviceState.WAIT),
        (12, 90_000, "12 wait, 1 d", DeviceState.ATTENTION),
    ],
)
def test_what_the_device_bar_says(
    waiting: int, oldest_s: int | None, word: str | None, state: DeviceState | None
) -> None:
    """Nothing while copies come in time, then how many and how old, after a day with attention."""
    view = copies_view(waiting, oldest_s)
    assert (view.word.en if view else None, view.state if view else None) == (word, state)


def test_the_watch_reads_the_copiers_note(home: Home, clock: FakeClock, qapp: QObject) -> None:
    """One row, however many files there are; an old note grows older, a good one takes the word away."""
    views = list[object]()
    watch = CopiesWatch(home, clock, qapp)
    watch.view.connect(views.append)
    watch.look()
    assert views == []
    now_us = clock.now().wall_us
    with opened(home) as copies:
        copies.note_round(LastRound(at_us=now_us, why="away", waiting=2, oldest_us=now_us))
    watch.look()
    clock.advance_s(1_000)
    watch.look()
    with opened(home) as copies:
        copies.note_round(LastRound(at_us=now_us, why="", waiting=0, oldest_us=None))
    watch.look()
    assert views == [None, copies_view(2, 1_000), None]


def test_a_limit_of_bytes_a_second(clock: FakeClock) -> None:
    """Ten pieces of two megabytes at two megabytes a second take ten seconds; an idle line saves nothing up."""
    throttle = Throttle(2_000_000, lambda: clock.now().mono_us, lambda seconds: clock.advance_s(round(seconds)))
    begun = clock.now().mono_us
    for _ in range(10):
        throttle.spent(2_000_000)
    assert clock.now().mono_us - begun == 10_000_000
    clock.advance_s(100)
    throttle.spent(2_000_000)
    assert clock.now().mono_us - begun == 111_000_000
    Throttle(0, lambda: pytest.fail("asked the time"), lambda _seconds: pytest.fail("waited")).spent(10**12)
