"""A SQLite file written anew, through a second file beside it: no page of it keeps bytes of rows that were deleted.

``VACUUM`` does the same, but the SQLite that comes with pysqlite3 holds its copy in memory, all of it (decision 0078).
What is in the file, and when it must be written anew, is not known here.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

from pysqlite3 import dbapi2 as sqlite

Connection: TypeAlias = Any  # pysqlite3 has no types

AT_ONCE_PAGES = 4
"""Fewer than any of these files has: after the first part somebody must still be able to say no."""

TRIES = 3
SPARE_BYTES = 32_000_000
"""Stays free beside what is needed: the disk must take what is recorded next."""

_FOLD = "PRAGMA wal_checkpoint(TRUNCATE)"


class _WrittenMeanwhile(Exception):
    pass


def copy_of(file: Path) -> Path:
    """Lies beside the file while it is written anew. It holds what the file holds, so that none may be left behind."""
    return file.with_name(f"{file.name}.anew")


def shortage(file: Path) -> str:
    """Why there is no room to write the file anew, in words; empty where there is. Copy and write-ahead log lie beside
    it at one time."""
    needed = 2 * file.stat().st_size + SPARE_BYTES
    free = shutil.disk_usage(file.parent).free
    if free >= needed:
        return ""
    return (
        f"writing {file.name} anew takes {needed / 1e6:,.0f} MB of its disk for a while, and {free / 1e6:,.0f} are free"
    )


def write_anew(connection: Connection, other: Connection, file: Path) -> bool:
    """``connection`` and ``other`` are two on the same file, in no transaction. False where the disk has no room, and
    where a reader keeps old pages: then it is to be done once more.

    Readers go on meanwhile; a writer waits, as it does for ``VACUUM``. It is one transaction: cut short by anything,
    the file is as before.

    Raises:
        sqlite.DatabaseError: another program reads or writes without end.
    """
    copy = copy_of(file)
    _remove(copy)  # of one that the power cut short
    folded(connection)
    if shortage(file):
        return False
    try:
        if not any(_copied_and_taken_back(connection, other, copy) for _ in range(TRIES)):
            raise sqlite.OperationalError("database is locked")
    finally:
        _remove(copy)
    return folded(connection)


def _remove(copy: Path) -> None:
    """With the journal that a full disk leaves beside it."""
    for file in (copy, copy.with_name(f"{copy.name}-journal")):
        file.unlink(missing_ok=True)


def folded(connection: Connection) -> bool:
    """Whether the write-ahead log could be cut: what a reader holds just now stays until the next time."""
    return not connection.execute(_FOLD).fetchone()[0]


def _copied_and_taken_back(connection: Connection, other: Connection, copy: Path) -> bool:
    """False when somebody wrote between the two."""
    _remove(copy)
    other.execute("BEGIN IMMEDIATE")
    try:
        version = _version(other)
        connection.execute("VACUUM INTO ?", (str(copy),))
    finally:
        other.execute("ROLLBACK")

    def look(status: int, left: int, total: int) -> None:
        """Called after each part; from the first on nobody else can write, and nothing is for good before the last."""
        if status & 0xFF in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
            raise sqlite.OperationalError("database is locked")  # ``backup`` would wait for ever
        if status == sqlite.SQLITE_OK and total - left <= AT_ONCE_PAGES:
            assert left, "the file is on disk already"
            if _version(other) != version:
                raise _WrittenMeanwhile

    try:
        with closing(sqlite.connect(copy)) as source:
            source.backup(connection, pages=AT_ONCE_PAGES, progress=look)
    except _WrittenMeanwhile:
        return False
    return True


def _version(connection: Connection) -> int:
    """Another number once another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
