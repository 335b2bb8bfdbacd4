"""SQLite files into a backup and out of it: copied in one step while others write, checked, put back as one
transaction.

In small steps the copy begins anew with every write of another program and never ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite

from station.backup.container import CHUNK, Packing, Unpacked
from station.errors import BookUnreachable, VerificationFailed

ALL_AT_ONCE: Final = -1
BUSY_TIMEOUT_S: Final = 5


def add_file(packing: Packing, name: str, file: Path, beside: Path) -> None:
    """A copy of the moment, found whole; ``beside`` is where it may lie meanwhile."""
    with snapshot(file, beside) as copy:
        packing.add(name, chunks(copy))


@contextmanager
def snapshot(file: Path, beside: Path) -> Iterator[Path]:
    with TemporaryDirectory(dir=beside, prefix=".sealbench-backup-") as folder:
        copy = Path(folder) / file.name
        try:
            with (
                closing(
                    sqlite.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_S)
                ) as source,
                closing(sqlite.connect(copy)) as target,
            ):
                source.backup(target, pages=ALL_AT_ONCE, progress=_never_wait)
            check(copy)
        except sqlite.DatabaseError as error:
            raise _unreadable(error, file) from error
        yield copy


def check(file: Path) -> None:
    """Raises ``VerificationFailed`` where SQLite finds a fault in it."""
    with closing(sqlite.connect(file)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
    if found != ["ok"]:
        remedy = "Restore an older backup, or the file from another disk."
        raise VerificationFailed(f"this database is damaged: {found[0]}", where=str(file), remedy=remedy)


def put_back(there: Unpacked, name: str, file: Path) -> None:
    """Into ``file``, whoever has it open: they see the old rows, then the new ones, nothing between."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=file.parent, prefix=".sealbench-restore-") as folder:
        copy = Path(folder) / file.name
        there.put(name, copy)
        try:
            check(copy)
            with (
                closing(sqlite.connect(copy)) as source,
                closing(sqlite.connect(file, timeout=BUSY_TIMEOUT_S)) as target,
            ):
                target.execute("PRAGMA synchronous=FULL")
                source.backup(target, pages=ALL_AT_ONCE, progress=_never_wait)
        except sqlite.DatabaseError as error:
            raise _unreadable(error, file) from error


def _never_wait(status: int, _left: int, _total: int) -> None:
    """``backup`` itself would wait for ever."""
    if status & 0xFF in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
        raise sqlite.OperationalError("database is locked")


def chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _unreadable(error: Any, file: Path) -> BookUnreachable:
    remedy = "Close the programs that use it and try again; db check says more."
    return BookUnreachable(f"the database cannot be copied: {error}", where=str(file), remedy=remedy)
