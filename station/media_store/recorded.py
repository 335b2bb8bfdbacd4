"""Which sealed files the logs of a home name, with what proves them: today's and those of earlier epochs. Only read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field

from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.past import PastLogs
from station.evidence.sealed_file import unsealed
from station.home import Home
from station.media_store.place import Place, Spent


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """``sha256`` is of the plain bytes, as the entry has it."""

    name: str
    sha256: bytes
    key: bytes


def recorded(home: Home) -> Mapping[str, Recorded]:
    """By name. ``LedgerBroken`` when today's log cannot be read."""
    found = dict[str, Recorded]()
    with closing(PastLogs(home)) as past:
        for one in past.all():
            found |= {each.name: each for each in _of(one.reader)}
    if home.ledger_file.is_file():
        with closing(open_reader(home.ledger_file)) as reader:
            found |= {each.name: each for each in _of(reader)}
    return found


def _of(reader: LedgerReader) -> Iterator[Recorded]:
    for name, sha256, key in reader.sealed_media():
        yield Recorded(name=name, sha256=sha256, key=key)


@dataclass(slots=True)
class _Stream:
    """Pieces of any length, read in pieces of the length that is asked for."""

    pieces: Iterator[bytes]
    left: bytearray = field(default_factory=bytearray)

    def read(self, size: int, /) -> bytes:
        while len(self.left) < size and (piece := next(self.pieces, b"")):
            self.left += piece
        given = bytes(self.left[:size])
        del self.left[:size]
        return given


def holds(place: Place, one: Recorded, spent: Spent) -> bool:
    """Whether what lies there now, read whole and opened with its key, is what the entry names. May raise
    ``PlaceAway``."""
    digest = hashlib.sha256()
    try:
        for piece in unsealed(_Stream(place.read(one.name, spent)), one.key):
            digest.update(piece)
    except (ValueError, FileNotFoundError):
        return False
    return digest.digest() == one.sha256
