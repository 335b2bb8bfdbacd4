"""Facts for a ledger that a running bench holds: one file each, on disk before whoever wrote it goes on.

The bench takes them in within a second and removes them. Whoever finds the ledger free writes to it at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from station.errors import LedgerInUse, Trouble
from station.evidence.fact import Fact, Medium
from station.evidence.keys import lasting_folder, sync_folder
from station.evidence.ledger import Ledger
from station.home import Home

FOLDER = "owed"
FILE_BYTES_MAX = 131_072
"""A time-stamp authority's longest answer fits."""
AT_ONCE = 8
"""Facts a running bench is given in one go: a scan waits for one of them at most."""

LOOKED_BACK = 256
"""Entries at the ledger's end among which a fact is looked for that may have been taken in before a power cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledFact:
    """``key`` names the fact among all that are owed."""

    key: tuple[int, str, str]
    fact: Fact
    order_no: str | None
    file: Path


class _Filed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    pub: dict[str, bool | int | str | None]
    com: dict[str, str]
    media: tuple[Medium, ...]
    order_no: str | None


def record(home: Home, opened: Callable[[], Ledger], fact: Fact, *, order_no: str | None, at_us: int, by: str) -> None:
    """To the ledger, or to a file for the bench that holds it; on disk when this returns.

    Raises:
        Trouble: neither the ledger nor the folder takes it.
    """
    try:
        ledger = opened()
    except LedgerInUse:
        file_fact(home, fact, order_no=order_no, at_us=at_us)
        return
    try:
        ledger.append([fact], order_no=order_no, by=by)
    finally:
        ledger.close()


def filed(home: Home) -> tuple[FiledFact, ...]:
    """The next facts that wait, the oldest first; a file that is none is left where it is."""
    return tuple(fact for file in _files(home)[:AT_ONCE] if (fact := _read(file)) is not None)


def named_in_files(home: Home) -> frozenset[str]:
    """The files that waiting facts name: no ledger names them yet, and they are no strays."""
    facts = (fact for file in _files(home) if (fact := _read(file)) is not None)
    return frozenset(medium.path for waiting in facts for medium in waiting.fact.media)


def settle(home: Home, ledger: Ledger) -> None:
    """At the start: what the ledger holds already, because the power went before its file was removed, is not owed."""
    waiting = filed(home)
    if not waiting:
        return
    last = [(entry.kind, entry.fact().pub) for entry in ledger.entries(max(0, ledger.size - LOOKED_BACK))]
    for fact in waiting:
        if (fact.fact.kind, fact.fact.pub) in last:
            remove(fact)


def remove(fact: FiledFact) -> None:
    """A file that stays is found out at the next start, so that its fact is not recorded twice."""
    with suppress(OSError):
        fact.file.unlink(missing_ok=True)


def _files(home: Home) -> list[Path]:
    return sorted((home.root / FOLDER).glob("*.json"))


def _read(file: Path) -> FiledFact | None:
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            return None
        found = msgspec.json.decode(file.read_bytes(), type=_Filed)
    except (OSError, msgspec.DecodeError):
        return None
    fact = Fact(kind=found.kind, pub=found.pub, com=found.com, media=found.media)
    return FiledFact(key=(0, FOLDER, file.name), fact=fact, order_no=found.order_no, file=file)


def file_fact(home: Home, fact: Fact, *, order_no: str | None, at_us: int) -> None:
    """On disk when this returns. ``Trouble`` when the folder does not take it."""
    body = {"kind": fact.kind, "pub": fact.pub, "com": fact.com, "media": fact.media, "order_no": order_no}
    folder = home.root / FOLDER
    try:
        lasting_folder(folder)
        file = next(path for path in _names(folder, at_us) if not path.exists())
        _write(file, msgspec.json.encode(body))
        sync_folder(folder)
    except OSError as error:
        raise Trouble(
            f"it could not be recorded: {error.strerror}", where=str(folder), remedy="Make room on the disk."
        ) from error


def _names(folder: Path, at_us: int) -> Iterator[Path]:
    return (folder / f"{at_us:020}-{number:04}.json" for number in range(10_000))


def _write(file: Path, data: bytes) -> None:
    part = file.with_suffix(".part")
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
