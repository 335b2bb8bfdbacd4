"""What the disk alone asks for a commit: the floors that a scan is held against."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

from pysqlite3 import dbapi2 as sqlite

BLOCK = 8 * 1024
ROW_BYTES = 700
"""About what an accepted scan's entry has."""

FOLD_AFTER = 64
"""Commits between two foldings of the write-ahead log, as in the ledger."""


class DiskFloor:
    """8 KiB written over the same place, and ``fdatasync``."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "floor.bin", os.O_RDWR | os.O_CREAT)
        self._block = os.urandom(BLOCK)
        os.pwrite(self._file, self._block, 0)
        os.fsync(self._file)

    def __enter__(self) -> DiskFloor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def sync(self) -> None:
        os.pwrite(self._file, self._block, 0)
        os.fdatasync(self._file)


class CommitFloor:
    """One row into one table and COMMIT, WAL and FULL, on a held connection of the bare driver."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite.connect(folder / "floor.db", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        self._connection.execute("CREATE TABLE IF NOT EXISTS row (n INTEGER PRIMARY KEY, data BLOB NOT NULL)")
        self._data = os.urandom(ROW_BYTES)
        self._unfolded = 0

    def __enter__(self) -> CommitFloor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def commit(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO row (data) VALUES (?)", (self._data,))
        self._connection.execute("COMMIT")
        self._unfolded += 1

    def between(self) -> None:
        """The pause between two scans."""
        if self._unfolded >= FOLD_AFTER:
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._unfolded = 0
