"""A disk as a power cut may leave it: what was synced is there, of everything else any part, in any order.

No more is believed than the standards promise: a file's bytes last from its own sync on, its name from its folder's.
Changes of names in one folder keep their order; bytes outside a write are not touched by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from random import Random
from typing import TypeAlias, assert_never

SECTORS = (512, 4096)


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    path: Path
    folder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    path: Path
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncated:
    path: Path
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderSynced:
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    path: Path
    to: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    path: Path
    to: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the program told the world: from here on it must be so, whatever happens."""

    line: str


Event: TypeAlias = Created | Wrote | Truncated | Synced | FolderSynced | Deleted | Renamed | Linked | Said


@dataclass(slots=True, eq=False)
class _File:
    """``last``: what a sync has made sure of; ``loose``: what was done since, in order."""

    last: bytes = b""
    loose: list[Wrote | Truncated] = field(default_factory=list)

    def synced(self) -> None:
        self.last, self.loose = self.bytes_after(AllKept()), []

    def bytes_after(self, luck: Luck) -> bytes:
        data = bytearray(self.last)
        for change in self.loose:
            luck.apply(data, change)
        reached = max((_end(change) for change in self.loose), default=0)
        luck.grow(data, reached)
        return bytes(data)


def _end(change: Wrote | Truncated) -> int:
    return change.offset + len(change.data) if isinstance(change, Wrote) else 0


class _Folder(Enum):
    """The one folder: a folder is known by its path alone."""

    IT = 0


_Named: TypeAlias = "_File | _Folder | None"  # None: nothing has the name


class AllKept:
    """A cut after everything had reached the disk by itself."""

    def apply(self, data: bytearray, change: Wrote | Truncated) -> None:
        match change:
            case Truncated(size=size):
                _resize(data, size)
            case Wrote(offset=offset, data=written):
                _resize(data, max(len(data), offset + len(written)))
                data[offset : offset + len(written)] = written
            case _:
                assert_never(change)

    def grow(self, data: bytearray, reached: int) -> None:
        return

    def names(self, count: int) -> int:
        return count


class NoneKept:
    """A cut before anything reached the disk that was not synced."""

    def apply(self, data: bytearray, change: Wrote | Truncated) -> None:
        return

    def grow(self, data: bytearray, reached: int) -> None:
        return

    def names(self, count: int) -> int:
        return 0


class Chance:
    """Writes are kept, lost, or torn at sectors; a sector that was being written may hold anything."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._sector = chance.choice(SECTORS)
        self._kept = chance.choice((0.1, 0.5, 0.9))
        self._odd = chance.choice((0.0, 0.0, 0.2))

    def apply(self, data: bytearray, change: Wrote | Truncated) -> None:
        match change:
            case Truncated(size=size):
                if self._chance.random() < self._kept:
                    _resize(data, size)
            case Wrote():
                fate = self._chance.random()
                for piece in self._sectors(change):
                    if fate < self._kept / 2 or (fate < self._kept and self._chance.random() < self._kept):
                        AllKept().apply(data, piece)
            case _:
                assert_never(change)

    def _sectors(self, change: Wrote) -> Iterator[Wrote]:
        at, end = change.offset, change.offset + len(change.data)
        while at < end:
            stop = min(end, (at // self._sector + 1) * self._sector)
            part = change.data[at - change.offset : stop - change.offset]
            if self._chance.random() < self._odd:
                part = self._rubbish(len(part))
            yield Wrote(path=change.path, offset=at, data=part)
            at = stop

    def grow(self, data: bytearray, reached: int) -> None:
        """The length was noted, the bytes were not."""
        if reached > len(data) and self._chance.random() < 0.5:
            tail = self._chance.randint(1, reached - len(data))
            data += self._rubbish(tail)

    def _rubbish(self, count: int) -> bytes:
        return bytes(count) if self._chance.random() < 0.5 else self._chance.randbytes(count)

    def names(self, count: int) -> int:
        return self._chance.randint(0, count)


Luck: TypeAlias = AllKept | NoneKept | Chance


def _resize(data: bytearray, size: int) -> None:
    if size <= len(data):
        del data[size:]
    else:
        data += bytes(size - len(data))


class CutDisk:
    """Events are applied as they happened; ``left_by`` is what a cut at this moment may leave."""

    def __init__(self, start: Mapping[Path, bytes | None]) -> None:
        """``start``: what lies there for good, None for a folder."""
        self._last: dict[Path, _Named] = {
            path: _Folder.IT if data is None else _File(data) for path, data in start.items()
        }
        self._now: dict[Path, _Named] = dict(self._last)
        self._loose: dict[Path, list[dict[Path, _Named]]] = {}

    def apply(self, event: Event) -> None:
        match event:
            case Created(path=path, folder=folder):
                self._name({path: _Folder.IT if folder else _File()})
            case Wrote() | Truncated():
                self._file(event.path).loose.append(event)
            case Synced(path=path):
                self._file(path).synced()
            case FolderSynced(path=path):
                for change in self._loose.pop(path, ()):
                    self._last |= change
            case Deleted(path=path):
                self._name({path: None})
            case Renamed(path=path, to=to):
                self._rename(path, to)
            case Linked(path=path, to=to):
                self._name({to: self._file(path)})
            case Said():
                return
            case _:
                assert_never(event)

    def _file(self, path: Path) -> _File:
        found = self._now[path]
        assert isinstance(found, _File), path
        return found

    def _rename(self, path: Path, to: Path) -> None:
        """Within a folder one change; from one to another two, of which each lasts by itself."""
        moved = self._file(path)
        if path.parent == to.parent:
            self._name({path: None, to: moved})
        else:
            self._name({to: moved})
            self._name({path: None})

    def _name(self, change: dict[Path, _Named]) -> None:
        self._now |= change
        self._loose.setdefault(next(iter(change)).parent, []).append(change)

    def left_by(self, luck: Luck) -> dict[Path, bytes | None]:
        names = dict(self._last)
        for changes in self._loose.values():
            for change in changes[: luck.names(len(changes))]:
                names |= change
        there = {path for path, named in names.items() if named is _Folder.IT}
        found: dict[Path, bytes | None] = {}
        for path in sorted(names):  # a folder before what is in it
            named = names[path]
            if named is None or (path.parent not in found and path.parent in self._now):
                continue
            found[path] = named.bytes_after(luck) if isinstance(named, _File) else None
        assert there.issuperset(path for path, data in found.items() if data is None)
        return found
