"""What of this home's ledger is not yet at the order book, as far as can be said without asking it.

Where the relay ended is noted in a small file; a note that is lost or old says too much, never too little.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Final

import msgspec

from station.errors import LedgerBroken, Trouble
from station.home import Home

FILE: Final = "carried.json"
BYTES_MAX: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """``waiting`` entries, the first of which was made at ``oldest_us``; ``epochs`` earlier logs were never carried."""

    waiting: int = 0
    oldest_us: int | None = None
    epochs: int = 0

    @property
    def empty(self) -> bool:
        return not self.waiting and not self.epochs

    def age_s(self, now_us: int) -> int:
        return 0 if self.oldest_us is None else max(0, now_us - self.oldest_us) // 1_000_000


class _Note(msgspec.Struct, frozen=True):
    log: str
    next: int


class _Dated(msgspec.Struct, frozen=True):
    wall_us: int


def note_carried(home: Home, log: str, next_seq: int) -> None:
    """A disk that takes no more leaves the old note, which says too much."""
    file = home.root / FILE
    part = file.with_suffix(".part")
    with suppress(OSError):
        part.write_bytes(msgspec.json.encode(_Note(log=log, next=next_seq)))
        part.replace(file)


def backlog_of(home: Home) -> Backlog:
    """Of this epoch's ledger, and of earlier ones.

    Raises:
        Trouble: the ledger cannot be read.
    """
    from station.evidence.ledger_reading import open_reader
    from station.evidence.past import CARRIED, past_folders

    epochs = sum(not (folder / CARRIED).exists() for folder in past_folders(home))
    if not home.ledger_file.is_file():
        return Backlog(epochs=epochs)
    with closing(open_reader(home.ledger_file)) as reader:
        size, first = reader.size, _noted(home, reader.log)
        if first >= size:
            return Backlog(epochs=epochs)
        try:
            oldest_us = msgspec.json.decode(reader.entry(first).header, type=_Dated).wall_us
        except (LedgerBroken, msgspec.DecodeError) as error:
            raise Trouble("the ledger cannot be read", remedy="Run: sealbench evidence audit.") from error
    return Backlog(waiting=size - first, oldest_us=oldest_us, epochs=epochs)


def _noted(home: Home, log: str) -> int:
    try:
        with (home.root / FILE).open("rb") as file:
            note = msgspec.json.decode(file.read(BYTES_MAX), type=_Note)
    except (OSError, msgspec.DecodeError):
        return 0
    return max(0, note.next) if note.log == log else 0
