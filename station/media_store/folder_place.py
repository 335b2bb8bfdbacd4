"""A folder as second place: a share of the house (SMB, NFS) that the system has mounted, or another disk.

A file is written beside its name, flushed to the disk and renamed; a cut copy goes on where it stopped.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from station.evidence.keys import lasting_folder, sync_folder
from station.media_store.place import MARK, MARK_BYTES_MAX, PART_BYTES, PIECE_BYTES, PlaceAway, Spent

_UNFINISHED = ".part"
_REMEDY = "Mount the share, or look at its rights."


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """One for all benches: names are drawn, and no two are alike."""

    folder: Path
    part_bytes: int = PART_BYTES

    @property
    def words(self) -> str:
        return f"the folder {self.folder}"

    def mark(self) -> str:
        with self._told(), suppress(FileNotFoundError):
            if not self.folder.is_dir():
                raise PlaceAway("the folder for copies of media is not there", where=str(self.folder), remedy=_REMEDY)
            with (self.folder / MARK).open("rb") as stream:
                return stream.read(MARK_BYTES_MAX).decode("ascii", "replace").strip()
        return ""

    def begin(self, mark: str) -> None:
        with self._told():
            _write(self.folder / MARK, mark.encode() + b"\n")
            sync_folder(self.folder)

    def put(self, name: str, file: Path, spent: Spent) -> None:
        with file.open("rb") as source, self._told():
            self._still_there()
            target = self._file(name)
            lasting_folder(target.parent)
            part = target.with_name(name + _UNFINISHED)
            with part.open("ab") as stream:
                stream.truncate(stream.tell() // self.part_bytes * self.part_bytes)
                source.seek(stream.seek(0, os.SEEK_END))
                while piece := source.read(min(PIECE_BYTES, self.part_bytes)):
                    stream.write(piece)
                    spent(len(piece))
                    if source.tell() % self.part_bytes == 0:
                        _flushed(stream)
                _flushed(stream)
            part.replace(target)
            sync_folder(target.parent)

    def size(self, name: str) -> int | None:
        with self._told(), suppress(FileNotFoundError):
            self._still_there()
            return self._file(name).stat().st_size
        return None

    def read(self, name: str, spent: Spent) -> Iterator[bytes]:
        """From the disk and not from this machine's memory, as far as the system can be asked for that."""
        self._still_there()
        with self._told(), self._file(name).open("rb", buffering=0) as stream:
            _forget_cache(stream.fileno())
            while piece := stream.read(PIECE_BYTES):
                spent(len(piece))
                yield piece

    def remove(self, name: str) -> None:
        file = self._file(name)
        with self._told():
            self._still_there()
            for one in (file.with_name(name + _UNFINISHED), file):
                one.unlink(missing_ok=True)
            if file.parent.is_dir():
                sync_folder(file.parent)

    def close(self) -> None:
        return

    def _file(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def _still_there(self) -> None:
        """A share that goes leaves an empty folder of this machine's own disk behind: nothing is written there."""
        if not (self.folder / MARK).is_file():
            raise PlaceAway("the folder for copies of media has gone", where=str(self.folder), remedy=_REMEDY)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                what, remedy = "the folder for copies of media is full", "Make room there; what waits stays here."
            else:
                what, remedy = f"the folder for copies of media fails: {error.strerror}", _REMEDY
            raise PlaceAway(what, where=str(self.folder), remedy=remedy) from error


def _write(file: Path, data: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(data)
        _flushed(stream)


def _flushed(stream: IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _forget_cache(descriptor: int) -> None:
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
