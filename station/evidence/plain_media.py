"""Media written before sealed files existed, sealed afterwards: the same bytes, the same commitments, another file.

The sealed copy is on disk for certain before the ledger names it, and the plain file goes after that: stopped anywhere,
a rerun goes on. Each log gets a copy of its own, as each erases for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from station.errors import Trouble
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_file import Connection, broken, connect
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.media import is_plain, sealed_copy
from station.evidence.past import LEDGER, PastLog, PastLogs
from station.home import Home

SEALED_NOW = "MediaSealed"
AT_ONCE = 32
"""Files in one transaction; a power cut costs the sealing of no more than these."""

RandomBytes = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Copy:
    plain: str
    sealed: str
    key: bytes


@dataclass(slots=True)
class Counts:
    """``sealed``, ``missing`` and ``changed`` count what logs name; ``removed`` are plain files that went."""

    sealed: int = 0
    missing: int = 0
    changed: int = 0
    removed: int = 0


def seal_media(home: Home, ledger: Ledger | None, *, waiting: Collection[str], random_bytes: RandomBytes) -> Counts:
    """Every plain file that a log of this home names, while no bench runs. ``waiting`` are names that facts have which
    no log has yet.

    Raises:
        Trouble: the disk is full; what was sealed so far is.
    """
    counts = Counts()
    if ledger is not None:
        for copies in _copies(home.media, ledger.reader(), counts, random_bytes):
            said = Fact(kind=SEALED_NOW, pub={"files": len(copies)})
            ledger.append([said], order_no=None, by="-", beside=partial(_point_to, copies))
    with closing(PastLogs(home)) as past:
        for one in past.all():
            for copies in _copies(home.media, one.reader, counts, random_bytes):
                _point_past(one, copies)
    _remove_plain(home, waiting, counts)
    return counts


def _copies(media: Path, reader: LedgerReader, counts: Counts, random_bytes: RandomBytes) -> Iterator[list[Copy]]:
    named = reader.plain_media()
    for at in range(0, len(named), AT_ONCE):
        found = (_copy(media, name, digest, counts, random_bytes) for name, digest in named[at : at + AT_ONCE])
        copies = [copy for copy in found if copy is not None]
        if copies:
            yield copies
            counts.sealed += len(copies)


def _copy(media: Path, name: str, sha256: bytes, counts: Counts, random_bytes: RandomBytes) -> Copy | None:
    """None for a file that is gone or no longer what was recorded: it stays as it is, for the audit to tell."""
    try:
        sealed, key, plain = sealed_copy(media, name, random_bytes)
    except FileNotFoundError:
        counts.missing += 1
        return None
    except OSError as error:
        raise Trouble(
            f"a recorded file could not be sealed: {error.strerror}",
            where=str(media / name),
            remedy="Make room on the disk, then call it again.",
        ) from error
    if plain.sha256 != sha256.hex():
        (media / sealed).unlink()
        counts.changed += 1
        return None
    return Copy(name, sealed, key)


def _point_to(copies: Sequence[Copy], connection: Connection) -> None:
    for copy in copies:
        connection.execute("UPDATE medium SET path = ? WHERE path = ?", (copy.sealed, copy.plain))
        connection.execute("INSERT INTO media_key VALUES (?, ?)", (copy.sealed, copy.key))


def _point_past(past: PastLog, copies: Sequence[Copy]) -> None:
    """Nobody signs that log any more, and nothing that is signed changes."""
    file = past.folder / LEDGER
    try:
        with closing(connect(file, past.log)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            _point_to(copies, connection)
            connection.execute("COMMIT")
    except sqlite.DatabaseError as error:
        raise broken(error, file) from error


def _remove_plain(home: Home, waiting: Collection[str], counts: Counts) -> None:
    """Those that a log knows by their bytes, and none by their name any more; strays are the sweep's."""
    names = [file.name for file in home.media.glob("*") if is_plain(file.name) and file.name not in waiting]
    if not names:
        return
    with closing(PastLogs(home)) as past:
        readers = [one.reader for one in past.all()]
        own = open_reader(home.ledger_file) if home.ledger_file.is_file() else None
        try:
            for name in names:
                states = {reader.plain_state(name) for reader in (*readers, *((own,) if own else ()))}
                if states - {None} == {False}:
                    (home.media / name).unlink()
                    counts.removed += 1
        finally:
            if own is not None:
                own.close()
