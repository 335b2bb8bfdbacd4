"""One round: what is owed is removed there, what waits is copied and read back, what may leave this disk leaves it.

Killed anywhere it loses nothing: a copy counts once it was read back, a file leaves once it was read back again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from typing import Final

from station.errors import LedgerInUse, Trouble
from station.evidence.ledger_file import lock
from station.evidence.media import SEALED, intact
from station.home import Home
from station.media_room import Budget
from station.media_store.copies import Copies, LastRound, opened
from station.media_store.freeing import Disk, LocalFile, may_leave
from station.media_store.place import Place, PlaceAway, Spent
from station.media_store.recorded import Recorded, holds, recorded

FAILED_AGAIN_US: Final = 60_000_000
FAILED_AGAIN_MAX_US: Final = 86_400_000_000
"""A file that does not arrive is tried again after a minute, then twice as long, at last once a day."""

_DOUBLINGS_MAX: Final = 11

CHANGED_HERE: Final = "it is no longer what was recorded here"
CHANGED_THERE: Final = "what arrived there is not what was sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What of ``bench.toml`` a round goes by."""

    address: str
    budget: Budget
    here_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The world as a round sees it; ``ends`` is asked between two files."""

    now_us: Callable[[], int]
    spent: Spent
    ends: Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A place that has answered with its number, and what is known of it here."""

    home: Home
    place: Place
    mark: str
    copies: Copies
    turn: Turn


@dataclass(slots=True, kw_only=True)
class Round:
    copied: int = 0
    copied_bytes: int = 0
    failed: int = 0
    removed: int = 0
    left: int = 0  # files that left this disk


def run(home: Home, place: Place, keeping: Keeping, turn: Turn) -> Round:
    """``PlaceAway`` when the place does not answer in the midst of it; what was done until then stays done."""
    with alone(home), opened(home) as copies:
        done = Round()
        try:
            _round(meet(home, place, copies, keeping.address, turn), keeping, done)
        except Trouble as trouble:
            _note(home, copies, keeping.address, trouble.sentence(), turn.now_us())
            raise
        _note(home, copies, keeping.address, "", turn.now_us())
        return done


def _note(home: Home, copies: Copies, address: str, why: str, now_us: int) -> None:
    """For whoever shows it and must not look through a folder of many thousand files."""
    alone = local_names(home) - copies.names(copies.mark_of(address))
    alone_here = [one.kept_us for one in local_files(home, alone)]
    found = LastRound(at_us=now_us, why=why, waiting=len(alone_here), oldest_us=min(alone_here, default=None))
    copies.note_round(found)


def meet(home: Home, place: Place, copies: Copies, address: str, turn: Turn) -> Meeting:
    """``PlaceAway`` where nobody has begun a place."""
    mark = place.mark()
    if not mark:
        raise PlaceAway(
            "no place for copies of media was begun there",
            where=place.words,
            remedy="Where a share is not mounted, mount it; a new place: sealbench evidence media --begin.",
        )
    copies.note_place(mark, address, turn.now_us())
    return Meeting(home=home, place=place, mark=mark, copies=copies, turn=turn)


@contextmanager
def alone(home: Home) -> Iterator[None]:
    """One program at a time for each home: what one has just removed no other may be copying."""
    try:
        held = lock(home.copies_file)
    except LedgerInUse:
        raise Trouble(
            "another program copies the media of this home", remedy="Nothing is needed: that one goes on."
        ) from None
    try:
        yield
    finally:
        held.release()


def _round(meeting: Meeting, keeping: Keeping, done: Round) -> None:
    done.removed += remove_owed(meeting)
    waiting = _waiting(meeting)
    there = recorded(meeting.home) if waiting else {}
    for one in waiting:
        if meeting.turn.ends():
            return
        if one.name in there:  # its entry may be on its way
            _copy(meeting, one, there[one.name], done)
    _make_room(meeting, keeping, done)
    done.removed += remove_owed(meeting)  # what was erased while it was being copied


def _waiting(meeting: Meeting) -> list[LocalFile]:
    """Here and not read back there yet, the oldest first; what failed just now not yet again."""
    later = frozenset(_not_yet(meeting.copies, meeting.turn.now_us()))
    names = local_names(meeting.home) - meeting.copies.names(meeting.mark) - later
    return sorted(local_files(meeting.home, names), key=lambda one: (one.kept_us, one.name))


def _not_yet(copies: Copies, now_us: int) -> Iterator[str]:
    for one in copies.failures():
        pause_us = min(FAILED_AGAIN_US << min(one.tries - 1, _DOUBLINGS_MAX), FAILED_AGAIN_MAX_US)
        if 0 <= now_us - one.at_us < pause_us:
            yield one.name


def local_names(home: Home) -> frozenset[str]:
    """Of the sealed files that lie here; none where there is no media folder. Hundreds of thousands take a second:
    what each is on disk is asked of few."""
    try:
        return frozenset(name for name in os.listdir(home.media) if name.endswith(SEALED))
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()


def local_files(home: Home, names: Iterable[str]) -> Iterator[LocalFile]:
    for name in names:
        with suppress(FileNotFoundError):  # gone meanwhile
            stat = (home.media / name).stat()
            yield LocalFile(name=name, size=stat.st_size, kept_us=stat.st_mtime_ns // 1000)


def _copy(meeting: Meeting, local: LocalFile, one: Recorded, done: Round) -> None:
    place, copies, turn, file = meeting.place, meeting.copies, meeting.turn, meeting.home.media / one.name
    try:
        if place.size(one.name) != local.size:
            place.put(one.name, file, turn.spent)
    except FileNotFoundError:
        return  # erased meanwhile; what of it has arrived is removed at the end of the round
    if holds(place, one, turn.spent):
        copies.note_copy(meeting.mark, local, turn.now_us())
        done.copied += 1
        done.copied_bytes += local.size
        return
    place.remove(one.name)
    done.failed += 1
    here = intact(file, one.sha256.hex(), one.key)
    copies.note_failure(one.name, CHANGED_THERE if here else CHANGED_HERE, turn.now_us())


def _make_room(meeting: Meeting, keeping: Keeping, done: Round) -> None:
    home, names = meeting.home, local_names(meeting.home)
    safe = [one for one in meeting.copies.files(meeting.mark) if one.name in names]
    others = local_files(home, names - {one.name for one in safe})
    disk = Disk(
        used_bytes=sum(one.size for one in chain(safe, others)),
        free_bytes=shutil.disk_usage(home.media if home.media.is_dir() else home.root).free,
    )
    leaving = list(may_leave(safe, disk, keeping.budget, keeping.here_days, meeting.turn.now_us()))
    there = recorded(home) if leaving else {}
    for one in leaving:
        if meeting.turn.ends():
            return
        if one.name in there and read_back(meeting, there[one.name]):
            with suppress(FileNotFoundError):
                (home.media / one.name).unlink()
            done.left += 1


def read_back(meeting: Meeting, one: Recorded) -> bool:
    """Once more. A copy that is no longer what was recorded counts as none, and is made again while the file is
    here."""
    if holds(meeting.place, one, meeting.turn.spent):
        meeting.copies.note_read(meeting.mark, one.name, meeting.turn.now_us())
        return True
    meeting.copies.forget_copy(meeting.mark, one.name)
    return False


def remove_owed(meeting: Meeting) -> int:
    """What an entry still names is kept: its erasure has not ended, or has not happened."""
    copies = meeting.copies
    copies.met_owed(meeting.turn.now_us())
    owed = [one.name for one in copies.owed() if one.mark == meeting.mark]
    named = recorded(meeting.home) if owed else {}
    removed = 0
    for name in owed:
        if meeting.turn.ends():
            break
        if name not in named:
            meeting.place.remove(name)
            copies.note_removed(meeting.mark, name)
            removed += 1
    return removed
