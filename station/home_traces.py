"""Words of an erased order in the files of a home: bundles of it go, logs are overwritten, all else is only named.

Databases and sealed media are not looked into here: what erases there writes them anew.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from station.home import Home

SHORTEST = 4
"""Bytes; a shorter word stands in any file by chance."""

FILE_MAX = 256 * 2**20
LISTING_MAX = 2**20
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


class _Listing(msgspec.Struct, frozen=True):
    order: str


def remove_bundles(home: Home, numbers: Collection[str]) -> tuple[Path, ...]:
    """Bundles of these orders that lie in the home; a copy elsewhere is out of reach."""
    gone = tuple(file for file in _files(home) if file.suffix == ".zip" and _order_of(file) in numbers)
    for file in gone:
        file.unlink()
    return gone


def overwrite_logs(home: Home, words: Collection[str]) -> tuple[Path, ...]:
    """Each word becomes as many crosses where it stands."""
    pattern = _pattern(words)
    return tuple(file for file in _files(home) if pattern and home.logs in file.parents and _overwritten(file, pattern))


def still_naming(home: Home, words: Collection[str]) -> tuple[Path, ...]:
    """Files of the home that have one of the words in the open, and are neither the program's logs nor its bundles."""
    pattern = _pattern(words)
    return tuple(file for file in _files(home) if pattern and _names(file, pattern))


def _files(home: Home) -> Iterator[Path]:
    apart = (home.media, home.keys, home.epochs)
    for file in sorted(home.root.rglob("*")):
        if file.is_file() and ".db" not in file.name and not any(one in file.parents for one in apart):
            yield file


def _order_of(file: Path) -> str | None:
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo("bundle.json").file_size > LISTING_MAX:
                return None
            return msgspec.json.decode(archive.read("bundle.json"), type=_Listing).order
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, msgspec.DecodeError):
        return None


def _pattern(words: Collection[str]) -> re.Pattern[bytes] | None:
    long = sorted((word for word in words if len(word.encode()) >= SHORTEST), key=len, reverse=True)
    forms = [_form(word, encoding) for word in long for encoding in _ENCODINGS]
    return re.compile(b"|".join(forms)) if forms else None


def _form(word: str, encoding: str) -> bytes:
    """A number is not found within a longer one."""
    form = re.escape(word.encode(encoding, errors="replace"))
    return form if encoding.startswith("utf-16") else rb"(?<![0-9A-Za-z])" + form + rb"(?![0-9A-Za-z])"


def _names(file: Path, pattern: re.Pattern[bytes]) -> bool:
    data = _data(file)
    return data is not None and pattern.search(data) is not None


def _overwritten(file: Path, pattern: re.Pattern[bytes]) -> bool:
    data = _data(file)
    if data is None or pattern.search(data) is None:
        return False
    with file.open("r+b") as stream:
        stream.write(pattern.sub(lambda found: b"x" * len(found[0]), data))
        stream.flush()
        os.fsync(stream.fileno())
    return True


def _data(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.stat().st_size <= FILE_MAX else None
    except OSError:
        return None
