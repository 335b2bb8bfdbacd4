"""What the program does to files by Python's own calls, told in the order in which it does it.

A file that was opened to be written is looked at before anything else is told: its new bytes are told then, unsynced.
"""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.evidence.cut_disk import Created, Deleted, Event, FolderSynced, Linked, Renamed, Synced, Truncated, Wrote
from tests.evidence.sqlite_shim import shim

SHARED = "-shm"
"""Memory that SQLite shares and makes anew after a cut; no disk has to keep it."""


class Recording:
    """``events`` of everything under ``root``, from ``start`` on."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.start: dict[Path, bytes | None] = {root: None}
        self.start |= {
            path: None if path.is_dir() else path.read_bytes() for path in root.rglob("*") if not _shared(path)
        }
        self.events: list[Event] = []
        self._watched: dict[Path, bytes] = {}
        self._open: dict[int, Path] = {}

    def tell(self, event: Event) -> None:
        self._look()
        self.events.append(event)

    def _look(self) -> None:
        for path, before in tuple(self._watched.items()):
            now = path.read_bytes() if path.exists() else before
            if now == before:
                continue
            if len(now) < len(before):
                self.events.append(Truncated(path=path, size=len(now)))
            kept = len(before) if now.startswith(before) else 0
            self.events.append(Wrote(path=path, offset=kept, data=now[kept:]))
            self._watched[path] = now

    def _ours(self, path: Any) -> Path | None:
        if isinstance(path, int):
            return None
        found = Path(os.fsdecode(path))
        return found if self.root in (found, *found.parents) and not _shared(found) else None

    def will_open(self, path: Any, *, writes: bool) -> None:
        found = self._ours(path)
        if not writes or found is None or found in self._watched or found.is_dir():
            return
        if found.exists():
            self._watched[found] = found.read_bytes()
        elif found.parent.is_dir():
            self.tell(Created(path=found))
            self._watched[found] = b""

    def opened(self, number: int, path: Any) -> None:
        found = self._ours(path)
        if found is not None:
            self._open[number] = found
        else:
            self._open.pop(number, None)

    def synced(self, number: int) -> None:
        path = self._open.get(number)
        if path is not None:
            self.tell(FolderSynced(path=path) if path.is_dir() else Synced(path=path))

    def made_folder(self, path: Any) -> None:
        found = self._ours(path)
        if found is not None:
            self.tell(Created(path=found, folder=True))

    def will_delete(self, path: Any) -> None:
        found = self._ours(path)
        if found is not None and found.exists():
            self._look()
            self._watched.pop(found, None)
            self.tell(Deleted(path=found))

    def linked(self, path: Any, to: Any) -> None:
        old, new = self._ours(path), self._ours(to)
        if old is not None and new is not None:
            self.tell(Linked(path=old, to=new))

    def will_rename(self, path: Any, to: Any) -> None:
        old, new = self._ours(path), self._ours(to)
        if old is not None and new is not None and old.exists():
            self.tell(Renamed(path=old, to=new))
            self._watched.pop(new, None)
            self._watched.pop(old, None)


def _shared(path: Path) -> bool:
    return path.name.endswith(SHARED)


@contextmanager
def recorded(root: Path) -> Iterator[Recording]:
    """Everything that is done to the folder in here, by SQLite and by Python."""
    recording = Recording(root)
    with ExitStack() as patched:
        patched.enter_context(shim(recording.tell))
        for where, name, made in _calls(recording):
            patched.enter_context(patch.object(where, name, made))
        yield recording


@contextmanager
def unsynced() -> Iterator[None]:
    """Syncs are left out in here, for nothing has to outlast the machine; what is read and written is the same."""
    with shim(lambda _event: None), patch.object(os, "fsync", lambda _number: None):
        yield


def _calls(recording: Recording) -> Iterator[tuple[Any, str, Callable[..., Any]]]:
    real_open, real_os_open, real_mkdir = io.open, os.open, os.mkdir
    real_unlink, real_replace, real_link = os.unlink, os.replace, os.link

    def opened(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        recording.will_open(file, writes=not {"w", "a", "x", "+"}.isdisjoint(mode))
        stream = real_open(file, mode, *more, **named)
        if not isinstance(file, int):
            recording.opened(stream.fileno(), file)
        return stream

    def os_opened(path: Any, flags: int, *more: Any, **named: Any) -> int:
        recording.will_open(path, writes=bool(flags & (os.O_WRONLY | os.O_RDWR)))
        number = real_os_open(path, flags, *more, **named)
        recording.opened(number, path)
        return number

    def synced(number: int) -> None:
        recording.synced(number)

    def made_folder(path: Any, *more: Any, **named: Any) -> None:
        real_mkdir(path, *more, **named)
        recording.made_folder(path)

    def deleted(path: Any, **named: Any) -> None:
        recording.will_delete(path)
        real_unlink(path, **named)

    def renamed(old: Any, new: Any, **named: Any) -> None:
        recording.will_rename(old, new)
        real_replace(old, new, **named)

    def linked(path: Any, to: Any, **named: Any) -> None:
        real_link(path, to, **named)
        recording.linked(path, to)

    yield os, "link", linked
    for where in (io, builtins):
        yield where, "open", opened
    yield os, "open", os_opened
    yield os, "fsync", synced
    yield os, "mkdir", made_folder
    for name in ("unlink", "remove"):
        yield os, name, deleted
    for name in ("replace", "rename"):
        yield os, name, renamed
