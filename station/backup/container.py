"""The one file of a backup: parts under their names, packed, and a list of them with their hashes at its end.

Written beside its place, read back whole, and only then given its name. What the parts are is not known here.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from station.errors import Trouble, UsageTrouble, VerificationFailed
from station.evidence.keys import sync_folder

FORMAT: Final = 1
SUFFIX: Final = ".sealbench-backup"
LIST: Final = "backup.json"
LIST_MAX: Final = 4_000_000
CHUNK: Final = 1 << 20
PARTS_MAX: Final = 10_000
LEVEL: Final = 1
"""Of zlib: 6 takes four times as long for a tenth less."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    size: int
    sha256: str
    rows: int | None = None  # of a table


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    engine: str  # sqlite, postgresql
    schema: str
    months: list[str] = []  # partitions of entries


class Bench(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    log: str
    size: int
    root: str  # base64


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    program: str
    at_us: int
    of_bench: str
    parts: list[Part]
    book: Book | None = None
    bench: Bench | None = None


@dataclass(slots=True)
class Packing:
    """A backup that is being written."""

    file: zipfile.ZipFile
    parts: list[Part] = field(default_factory=list)

    def add(self, name: str, chunks: Iterable[bytes], *, rows: int | None = None) -> Part:
        digest, size = hashlib.sha256(), 0
        with self.file.open(name, "w", force_zip64=True) as stream:
            for chunk in chunks:
                stream.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        return self._listed(Part(name=name, size=size, sha256=digest.hexdigest(), rows=rows))

    def _listed(self, part: Part) -> Part:
        self.parts.append(part)
        return part

    def count(self, name: str, rows: int) -> None:
        """Of a part already added."""
        self.parts = [msgspec.structs.replace(part, rows=rows) if part.name == name else part for part in self.parts]

    def close(self, listing: Listing) -> None:
        self.file.writestr(LIST, msgspec.json.encode(msgspec.structs.replace(listing, parts=self.parts)))


@contextmanager
def packing(target: Path) -> Iterator[Packing]:
    """``target`` is there with all its parts, checked, or not there at all.

    Raises:
        UsageTrouble: there is such a file already.
        Trouble: it cannot be written.
    """
    if target.exists():
        raise UsageTrouble("there is a file of that name already", where=str(target), remedy="Name another one.")
    beside = target.with_name(f"{target.name}.part")
    try:
        beside.unlink(missing_ok=True)
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as file:
            yield Packing(file)
        with beside.open("r+b") as stream:
            os.fsync(stream.fileno())
        with unpacked(beside) as there:
            there.verify()
        beside.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        remedy = "Free some space there, or name another place; nothing else was changed."
        raise Trouble(
            f"the backup cannot be written: {error.strerror or error}", where=str(target), remedy=remedy
        ) from (error)
    finally:
        beside.unlink(missing_ok=True)


@dataclass(slots=True)
class Unpacked:
    """A backup that is being read."""

    path: Path
    file: zipfile.ZipFile
    listing: Listing

    def part(self, name: str) -> Part | None:
        return next((part for part in self.listing.parts if part.name == name), None)

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self.file.open(name) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
            raise _damaged(self.path, name) from error

    def put(self, name: str, to: Path) -> None:
        """On disk for good."""
        to.parent.mkdir(parents=True, exist_ok=True)
        with to.open("wb") as stream:
            for chunk in self.chunks(name):
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        sync_folder(to.parent)

    def verify(self) -> None:
        """Every byte of every part. Raises ``VerificationFailed``."""
        for part in self.listing.parts:
            digest, size, lines = hashlib.sha256(), 0, 0
            for chunk in self.chunks(part.name):
                digest.update(chunk)
                size += len(chunk)
                lines += chunk.count(b"\n")
            told = (part.size, part.sha256, lines if part.rows is None else part.rows)
            if (size, digest.hexdigest(), lines) != told:
                raise _damaged(self.path, part.name)


@contextmanager
def unpacked(path: Path) -> Iterator[Unpacked]:
    """Raises ``VerificationFailed`` where the file is no whole backup."""
    try:
        file = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError) as error:
        raise _damaged(path, "its end") from error
    except OSError as error:
        remedy = "Name the file of a backup."
        raise UsageTrouble(f"the backup cannot be read: {error.strerror}", where=str(path), remedy=remedy) from error
    with file:
        yield Unpacked(path=path, file=file, listing=_listing(path, file))


def _listing(path: Path, file: zipfile.ZipFile) -> Listing:
    try:
        info = file.getinfo(LIST)
        if info.file_size > LIST_MAX:
            raise _damaged(path, LIST)
        listing = msgspec.json.decode(file.read(info), type=Listing)
    except (KeyError, zipfile.BadZipFile, zlib.error, msgspec.MsgspecError) as error:
        raise _damaged(path, LIST) from error
    if listing.format > FORMAT:
        remedy = "Install the program that made it, or a newer one."
        raise VerificationFailed("a newer program made this backup", where=str(path), remedy=remedy)
    if len(listing.parts) > PARTS_MAX:
        raise _damaged(path, LIST)
    return listing


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _damaged(path: Path, what: str) -> VerificationFailed:
    remedy = "Take another backup; nothing was changed."
    return VerificationFailed(
        f"this is no whole backup: {what} is not as it was written", where=str(path), remedy=remedy
    )
