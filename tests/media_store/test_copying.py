"""A copy counts once it was read back, goes on where it was cut, and nothing leaves this disk without one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from station.errors import Trouble
from station.home import Home
from station.media_room import Budget
from station.media_store.copies import opened
from station.media_store.copying import CHANGED_HERE, CHANGED_THERE, Keeping, Round, alone, meet, read_back, run
from station.media_store.folder_place import FolderPlace
from station.media_store.place import MARK, Place, PlaceAway
from station.media_store.recorded import recorded
from station.media_store.s3_place import S3Place
from tests.clocks import FakeClock
from tests.media_store.conftest import ROOM, Copy, Record, turn
from tests.media_store.s3_stand_in import StandIn, flipped

DAY_S = 86_400


@pytest.fixture(params=["folder", "s3"])
def place(request: pytest.FixtureRequest) -> Place:
    found = request.getfixturevalue("share" if request.param == "folder" else "bucket")
    assert isinstance(found, FolderPlace | S3Place)
    return found


def _there(place: Place, name: str) -> bytes:
    return b"".join(place.read(name, lambda _size: None))


def _flip(place: Place, name: str, s3: StandIn | None) -> None:
    """One bit of the stored copy."""
    if isinstance(place, FolderPlace):
        file = place.folder / name[:2] / name
        file.write_bytes(flipped(file.read_bytes()))
    else:
        assert s3 is not None
        s3.flip(name)


def test_every_recorded_file_is_copied_once(home: Home, place: Place, record: Record, copy: Copy) -> None:
    """Byte for byte as it lies here; a second round finds nothing to do."""
    names = record(video=os.urandom(20_000))
    done = copy(place)
    assert (done.copied, done.failed, done.left) == (2, 0, 0)
    assert [_there(place, name) for name in names] == [(home.media / name).read_bytes() for name in names]
    assert copy(place) == Round()


def test_what_no_entry_names_is_not_copied(home: Home, place: Place, record: Record, copy: Copy) -> None:
    """A file whose entry has not been written yet waits for it."""
    record()
    stray = "0" * 32 + ".sealed"
    (home.media / stray).write_bytes(b"x")
    assert copy(place).copied == 2
    assert place.size(stray) is None


def test_a_place_that_nobody_began_takes_nothing(home: Home, share: FolderPlace, record: Record, copy: Copy) -> None:
    """A share that is not mounted is an empty folder of this disk: nothing is written into it."""
    record()
    (share.folder / MARK).unlink()
    with pytest.raises(PlaceAway, match="no place for copies of media was begun there"):
        copy(share)
    assert list(share.folder.iterdir()) == []
    with opened(home) as copies:
        last = copies.last_round()
    assert last is not None
    assert "begun" in last.why


def test_another_place_at_the_same_address_has_no_copies(
    home: Home, share: FolderPlace, record: Record, copy: Copy
) -> None:
    """An exchanged disk is filled anew: what was read back on the old one is not taken to be on the new."""
    names = record()
    copy(share)
    for name in names:
        (share.folder / name[:2] / name).unlink()
    (share.folder / MARK).unlink()
    share.begin("9" * 32)
    assert copy(share).copied == 2


def test_the_list_may_be_lost(home: Home, place: Place, record: Record, copy: Copy) -> None:
    """What is there already is read back and counts again; it is not sent a second time."""
    record(video=os.urandom(20_000))
    copy(place)
    home.copies_file.unlink()
    sent = list[int]()

    class Watched:
        def __getattr__(self, name: str) -> object:
            return getattr(place, name)

        def put(self, name: str, *_rest: object) -> None:
            sent.append(1)

    done = run(home, Watched(), Keeping(address="test", budget=ROOM, here_days=0), turn(FakeClock()))  # type: ignore[arg-type]
    assert (done.copied, sent) == (2, [])


def test_wrong_bytes_there_are_no_copy(
    home: Home, bucket: S3Place, s3: StandIn, record: Record, copy: Copy, clock: FakeClock
) -> None:
    """A store that keeps something else than was sent is caught, its object removed, and the file sent again later."""
    names = record()
    s3.rotten = True
    assert (copy(bucket).failed, [bucket.size(name) for name in names]) == (2, [None, None])
    with opened(home) as copies:
        assert {one.why for one in copies.failures()} == {CHANGED_THERE}
    s3.rotten = False
    assert copy(bucket) == Round()  # not at once
    clock.advance_s(61)
    assert copy(bucket).copied == 2
    with opened(home) as copies:
        assert copies.failures() == ()


def test_a_file_that_changed_here_is_no_copy_either(home: Home, place: Place, record: Record, copy: Copy) -> None:
    """What is wrong here already is told as that, does not count, and holds up no other file."""
    photo, video = record()
    (home.media / photo).write_bytes(flipped((home.media / photo).read_bytes()))
    done = copy(place)
    assert (done.copied, done.failed) == (1, 1)
    with opened(home) as copies:
        (failure,) = copies.failures()
    assert (failure.name, failure.why) == (photo, CHANGED_HERE)
    assert place.size(photo) is None
    assert place.size(video) is not None


def test_nothing_leaves_without_a_copy(home: Home, place: Place, record: Record, copy: Copy, clock: FakeClock) -> None:
    """Old or not, however short of room: a file stays until its copy was read back, and once more just before."""
    names = record()
    _age(home, names, clock, days=40)
    with pytest.raises(Trouble):
        copy(_Away())
    assert all((home.media / name).is_file() for name in names)
    done = copy(place, here_days=30)
    assert (done.copied, done.left) == (2, 2)
    assert not any((home.media / name).exists() for name in names)
    assert all(place.size(name) for name in names)


def test_a_copy_that_rotted_keeps_the_file_here(
    request: pytest.FixtureRequest, home: Home, place: Place, record: Record, copy: Copy, clock: FakeClock
) -> None:
    """Read back well once, changed since: the file stays here and is copied anew."""
    names = record()
    _age(home, names, clock, days=40)
    copy(place)
    _flip(place, names[0], request.getfixturevalue("s3") if isinstance(place, S3Place) else None)
    assert copy(place, here_days=30).left == 1
    assert (home.media / names[0]).is_file()
    done = copy(place, here_days=30)
    assert (done.failed, done.left) == (1, 0)  # of the right size, and wrong: removed, sent at the next try
    clock.advance_s(61)
    assert (copy(place, here_days=30).copied, (home.media / names[0]).exists()) == (1, False)


def test_when_room_runs_short_the_oldest_leave(home: Home, share: FolderPlace, record: Record, copy: Copy) -> None:
    """Without days set, files leave only at 80 % of the budget, and none of today."""
    clock = FakeClock()
    old, new = record("SO-1", video=bytes(9000)), record("SO-2", video=bytes(9000))
    _age(home, old, clock, days=3)
    _age(home, new, clock, days=0)
    small = Budget(budget_bytes=10_000, reserve_bytes=0)
    assert copy(share, budget=ROOM).left == 0
    assert copy(share, budget=small).left == 2
    assert [(home.media / name).exists() for name in (*old, *new)] == [False, False, True, True]


def test_one_program_at_a_time(home: Home, share: FolderPlace, record: Record, copy: Copy) -> None:
    """A verb beside the bench's own round is one sentence, and changes nothing."""
    record()
    with alone(home), pytest.raises(Trouble, match="another program copies the media of this home"):
        copy(share)
    assert copy(share).copied == 2


def test_reading_all_back_finds_the_bad_one(home: Home, share: FolderPlace, record: Record, copy: Copy) -> None:
    """A copy is only what it was recorded as; the bad one is forgotten, the good ones are not."""
    names = record()
    copy(share)
    _flip(share, names[1], None)
    with opened(home) as copies:
        meeting = meet(home, share, copies, "test", turn(FakeClock()))
        assert [read_back(meeting, recorded(home)[name]) for name in names] == [True, False]
        assert copies.names(meeting.mark) == {names[0]}


def _age(home: Home, names: tuple[str, ...], clock: FakeClock, *, days: int) -> None:
    then_ns = clock.now().wall_us * 1000 - days * DAY_S * 1_000_000_000
    for name in names:
        os.utime(home.media / name, ns=(then_ns, then_ns))


class _Away:
    """A place that answers nothing."""

    words = "nowhere"

    def mark(self) -> str:
        raise PlaceAway("it is away")

    def begin(self, mark: str) -> None: ...

    def put(self, *_rest: object) -> None: ...

    def size(self, name: str) -> int | None: ...

    def read(self, *_rest: object) -> Iterator[bytes]: ...  # type: ignore[empty-body]

    def remove(self, name: str) -> None: ...

    def close(self) -> None: ...
