"""Pictures, videos and label bytes on disk, named by their SHA-256: on disk for certain before an entry names them.

Which entry names which file is the ledger's business.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from station.errors import Trouble
from station.evidence.fact import Medium
from station.evidence.keys import sync_folder

QUARANTINE = "quarantine"

_UNFINISHED = ".new"
_NAMED_BY_HASH = re.compile(r"[0-9a-f]{64}")


def store(folder: Path, data: bytes, *, mime: str, role: str, at_ms: int) -> Medium:
    """Write, fsync, rename, fsync the folder: without all four a power cut leaves an empty file under a good name."""
    digest = hashlib.sha256(data).hexdigest()
    medium = Medium(sha256=digest, size=len(data), mime=mime, role=role, at_ms=at_ms, path=digest)
    file = folder / digest
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (file.exists() and file.read_bytes() == data):
            _write(file, data)
        sync_folder(folder)
    except OSError as error:
        raise Trouble(
            f"a {role} could not be stored: {error.strerror}", where=str(folder), remedy="Make room on the disk."
        ) from error
    return medium


def _write(file: Path, data: bytes) -> None:
    new = file.with_name(file.name + _UNFINISHED)
    with new.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)


@dataclass(frozen=True, slots=True)
class Swept:
    """Names of files: ``unfinished`` were deleted, ``quarantined`` were moved aside because no entry names them."""

    unfinished: tuple[str, ...]
    quarantined: tuple[str, ...]


def sweep(folder: Path, is_named: Callable[[str], bool]) -> Swept:
    """Clean up after a power cut, at start and before anything is stored. ``is_named(sha256)`` asks the ledger."""
    if not folder.is_dir():
        return Swept((), ())
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
    unfinished = tuple(name for name in names if name.endswith(_UNFINISHED))
    strays = tuple(name for name in names if _NAMED_BY_HASH.fullmatch(name) and not is_named(name))
    for name in unfinished:
        (folder / name).unlink()
    if strays:
        (folder / QUARANTINE).mkdir(exist_ok=True)
    for name in strays:
        (folder / name).replace(folder / QUARANTINE / name)
    return Swept(unfinished, strays)


def intact(file: Path, sha256: str) -> bool:
    """Whether the file is there and still has the bytes that were committed to."""
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
