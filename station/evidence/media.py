"""Pictures, videos and label bytes on disk, each sealed with a key of its own: on disk for certain before an entry
names them.

Which entry names which file, and its key, is the ledger's business. Files of before keys are plain and named by their
SHA-256.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from station.errors import Trouble
from station.evidence.canonical import b64
from station.evidence.fact import Medium
from station.evidence.keys import lasting_folder, sync_folder
from station.evidence.sealed_file import KEY_SIZE, Plain, seal, unsealed

QUARANTINE = "quarantine"

CLEAN_END = "ended-cleanly"
"""An empty file, there from a bench's clean end until somebody opens the ledger to write."""

SEALED = ".sealed"
"""How the name of a file ends that only its key opens; the name itself is drawn, and says nothing of its bytes."""

_UNFINISHED = ".new"
_NAME_SIZE = 16
_PIECE = 2**20
_PLAIN = re.compile(r"[0-9a-f]{64}")
_OURS = re.compile(r"[0-9a-f]{64}|[0-9a-f]{32}\.sealed")


def store(
    folder: Path,
    data: bytes,
    *,
    mime: str,
    role: str,
    at_ms: int,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> Medium:
    """Write, fsync, rename, fsync the folder: without all four a power cut leaves an empty file under a good name."""
    try:
        lasting_folder(folder)
        name, key, plain = _sealed(folder, BytesIO(data), random_bytes)
    except OSError as error:
        raise Trouble(
            f"a {role} could not be stored: {error.strerror}", where=str(folder), remedy="Make room on the disk."
        ) from error
    return Medium(sha256=plain.sha256, size=plain.size, mime=mime, role=role, at_ms=at_ms, path=name, key=key)


def adopt(
    folder: Path,
    file: Path,
    *,
    mime: str,
    role: str,
    at_ms: int,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> Medium:
    """Take over a closed file, however large: sealed, hashed and fsynced under a new name, then gone from its old one.

    Raises:
        Trouble: it is gone, or the disk does not take it; the file stays where it was.
    """
    try:
        with file.open("rb") as stream:
            name, key, plain = _sealed(folder, stream, random_bytes)
        file.unlink()
    except OSError as error:
        raise Trouble(
            f"a {role} could not be stored: {error.strerror}", where=str(file), remedy="Make room on the disk."
        ) from error
    return Medium(sha256=plain.sha256, size=plain.size, mime=mime, role=role, at_ms=at_ms, path=name, key=key)


def is_plain(name: str) -> bool:
    """Whether a file of that name is of before keys."""
    return _PLAIN.fullmatch(name) is not None


def sealed_copy(folder: Path, name: str, random_bytes: Callable[[int], bytes]) -> tuple[str, bytes, Plain]:
    """A sealed file of a plain one's bytes, on disk beside it: its name, its key, and what went in. May raise
    ``OSError``."""
    with (folder / name).open("rb") as stream:
        return _sealed(folder, stream, random_bytes)


def _sealed(folder: Path, source: IO[bytes], random_bytes: Callable[[int], bytes]) -> tuple[str, bytes, Plain]:
    name, key = random_bytes(_NAME_SIZE).hex() + SEALED, random_bytes(KEY_SIZE)
    new = folder / (name + _UNFINISHED)
    with new.open("wb") as stream:
        plain = seal(source, stream, key)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(folder / name)
    sync_folder(folder)
    return name, key, plain


def pieces(file: Path, key: bytes) -> Iterator[bytes]:
    """The plain bytes of a file, with no key those of a plain one. ``ValueError`` when they are not what was sealed."""
    with file.open("rb") as stream:
        if key:
            yield from unsealed(stream, key)
            return
        while piece := stream.read(_PIECE):
            yield piece


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of the media folder and what opens it."""

    file: Path
    key: bytes

    def pieces(self) -> Iterator[bytes]:
        return pieces(self.file, self.key)

    def read_bytes(self) -> bytes:
        return b"".join(self.pieces())


def picture_of(folder: Path, address: str) -> str:
    """What a window loads a picture from: a plain file's path, or the bytes of a sealed one, which has none."""
    name, _, key = address.partition("#")
    if not key:
        return str(folder / name)
    try:
        data = read(folder, name, bytes.fromhex(key))
    except Trouble:
        return ""  # no picture is shown; the audit tells of the file
    return f"data:{b64(data)}"


def read(folder: Path, path: str, key: bytes) -> bytes:
    """A small file, whole. ``Trouble`` when it cannot be read any more."""
    try:
        return b"".join(pieces(folder / path, key))
    except (OSError, ValueError) as error:
        raise Trouble(
            f"a recorded file cannot be read: {error}",
            where=str(folder / path),
            remedy="Run: sealbench evidence audit.",
        ) from error


@dataclass(frozen=True, slots=True)
class Swept:
    """Names of files: ``unfinished`` were deleted, ``quarantined`` were moved aside because no entry names them."""

    unfinished: tuple[str, ...]
    quarantined: tuple[str, ...]


def sweep(folder: Path, is_named: Callable[[str], bool]) -> Swept:
    """Clean up after a power cut, at start and before anything is stored. ``is_named(name)`` asks the ledger."""
    if not folder.is_dir():
        return Swept((), ())
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
    unfinished = tuple(name for name in names if name.endswith(_UNFINISHED))
    strays = tuple(name for name in names if _OURS.fullmatch(name) and not is_named(name))
    for name in unfinished:
        (folder / name).unlink()
    if strays:
        (folder / QUARANTINE).mkdir(exist_ok=True)
    for name in strays:
        (folder / name).replace(folder / QUARANTINE / name)
    return Swept(unfinished, strays)


def ended_cleanly(folder: Path) -> bool:
    """Whether nothing can be left over here, so that a start need not ask for every file there is."""
    return (folder / CLEAN_END).exists()


def note_clean_end(folder: Path) -> None:
    """The last thing a bench does here; a note that cannot be written costs the next start a sweep."""
    with suppress(OSError):
        (folder / CLEAN_END).touch()


def forget_clean_end(folder: Path) -> None:
    """Before anything is written, and for certain: from now on a file may be left over."""
    try:
        (folder / CLEAN_END).unlink()
        sync_folder(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise Trouble(
            f"the home cannot be written: {error.strerror}",
            where=str(folder),
            remedy="Give this user the right to write there.",
        ) from None


def put_aside(spool: Path, folder: Path) -> tuple[str, ...]:
    """Files that a camera had not finished when the power went: kept in quarantine, named by no entry."""
    strays = sorted(path for path in spool.rglob("*") if path.is_file()) if spool.is_dir() else []
    if strays:
        (folder / QUARANTINE).mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(strays):
        path.replace(folder / QUARANTINE / f"{path.stat().st_mtime_ns}-{number}-{path.name}")
    return tuple(path.name for path in strays)


def intact(file: Path, sha256: str, key: bytes = b"") -> bool:
    """Whether the file is there and still has the bytes that were committed to."""
    if not file.is_file():
        return False
    digest = hashlib.sha256()
    try:
        for piece in pieces(file, key):
            digest.update(piece)
    except ValueError:
        return False
    return digest.hexdigest() == sha256
