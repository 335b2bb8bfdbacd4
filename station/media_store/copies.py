"""What is known here of the second place: ``media-copies.db`` of the home. Names and hashes, nothing of any person.

A row in ``copy`` says that the bytes were read back there and were the recorded ones. All of it can be lost: copies are
then looked for and read back again. Only what is owed to be removed there would be forgotten; it opens for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite

from station.errors import Trouble
from station.home import Home
from station.media_store.freeing import LocalFile

BUSY_S: Final = 5.0
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS place (mark TEXT PRIMARY KEY, address TEXT NOT NULL, seen_us INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS copy (mark TEXT, name TEXT, size INTEGER NOT NULL, kept_us INTEGER NOT NULL,
                                 read_us INTEGER NOT NULL, PRIMARY KEY (mark, name)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS owed (mark TEXT, name TEXT, since_us INTEGER,
                                 PRIMARY KEY (mark, name)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failure (name TEXT PRIMARY KEY, tries INTEGER NOT NULL, why TEXT NOT NULL,
                                    at_us INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS round (one INTEGER PRIMARY KEY CHECK (one = 1), at_us INTEGER NOT NULL, why TEXT NOT NULL,
                                  waiting INTEGER NOT NULL, oldest_us INTEGER) STRICT;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    name: str
    tries: int
    why: str
    at_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A file erased here whose copy is still to be removed; ``since_us`` is None until a round has met it."""

    mark: str
    name: str
    since_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRound:
    """``why`` is empty where the place answered; ``oldest_us`` since when the oldest of ``waiting`` lay here alone."""

    at_us: int
    why: str
    waiting: int
    oldest_us: int | None


@dataclass(frozen=True, slots=True)
class Copies:
    connection: Any

    def note_place(self, mark: str, address: str, now_us: int) -> None:
        self._do("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", mark, address, now_us)

    def mark_of(self, address: str) -> str:
        """The place that was last met at this address; empty before the first time."""
        rows = self._all("SELECT mark FROM place WHERE address = ? ORDER BY seen_us DESC LIMIT 1", address)
        return str(rows[0][0]) if rows else ""

    def newest_mark(self) -> str:
        rows = self._all("SELECT mark FROM place ORDER BY seen_us DESC LIMIT 1")
        return str(rows[0][0]) if rows else ""

    def names(self, mark: str) -> frozenset[str]:
        return frozenset(name for (name,) in self._all("SELECT name FROM copy WHERE mark = ?", mark))

    def files(self, mark: str) -> Iterator[LocalFile]:
        """As they lay here when they were copied, or brought back last."""
        for name, size, kept_us in self._all("SELECT name, size, kept_us FROM copy WHERE mark = ?", mark):
            yield LocalFile(name=name, size=size, kept_us=kept_us)

    def note_copy(self, mark: str, file: LocalFile, now_us: int) -> None:
        values = (mark, file.name, file.size, file.kept_us, now_us)
        self._do("INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?)", *values)
        self._do("DELETE FROM failure WHERE name = ?", file.name)

    def note_read(self, mark: str, name: str, now_us: int) -> None:
        self._do("UPDATE copy SET read_us = ? WHERE mark = ? AND name = ?", now_us, mark, name)

    def note_brought(self, name: str, now_us: int) -> None:
        """It lies here anew, from now on."""
        self._do("UPDATE copy SET kept_us = ? WHERE name = ?", now_us, name)

    def forget_copy(self, mark: str, name: str) -> None:
        self._do("DELETE FROM copy WHERE mark = ? AND name = ?", mark, name)

    def note_failure(self, name: str, why: str, now_us: int) -> None:
        self._do(
            "INSERT INTO failure VALUES (?, 1, ?, ?) ON CONFLICT (name)"
            " DO UPDATE SET tries = tries + 1, why = excluded.why, at_us = excluded.at_us",
            *(name, why, now_us),
        )

    def forget_failure(self, name: str) -> None:
        self._do("DELETE FROM failure WHERE name = ?", name)

    def failures(self) -> tuple[Failure, ...]:
        rows = self._all("SELECT name, tries, why, at_us FROM failure ORDER BY at_us DESC")
        return tuple(Failure(name=name, tries=tries, why=why, at_us=at_us) for name, tries, why, at_us in rows)

    def owe(self, names: Iterable[str]) -> None:
        """At every place that was ever met, whether a copy was finished there or not."""
        for name in names:
            self._do("INSERT OR IGNORE INTO owed SELECT mark, ?, NULL FROM place", name)

    def owed(self) -> tuple[Owed, ...]:
        rows = self._all("SELECT mark, name, since_us FROM owed ORDER BY since_us")
        return tuple(Owed(mark=mark, name=name, since_us=since_us) for mark, name, since_us in rows)

    def met_owed(self, now_us: int) -> None:
        self._do("UPDATE owed SET since_us = ? WHERE since_us IS NULL", now_us)

    def note_removed(self, mark: str, name: str) -> None:
        self.forget_copy(mark, name)
        self._do("DELETE FROM owed WHERE mark = ? AND name = ?", mark, name)

    def note_round(self, found: LastRound) -> None:
        values = (found.at_us, found.why, found.waiting, found.oldest_us)
        self._do("INSERT OR REPLACE INTO round VALUES (1, ?, ?, ?, ?)", *values)

    def last_round(self) -> LastRound | None:
        rows = self._all("SELECT at_us, why, waiting, oldest_us FROM round")
        return LastRound(at_us=rows[0][0], why=rows[0][1], waiting=rows[0][2], oldest_us=rows[0][3]) if rows else None

    def _do(self, statement: str, *values: object) -> None:
        self.connection.execute(statement, values)

    def _all(self, statement: str, *values: object) -> list[Any]:
        return list(self.connection.execute(statement, values).fetchall())


@contextmanager
def opened(home: Home) -> Iterator[Copies]:
    """Made at first use. ``Trouble`` when it cannot be read or written."""
    with _told(home.copies_file):
        home.root.mkdir(parents=True, exist_ok=True)
        with closing(sqlite.connect(home.copies_file, timeout=BUSY_S, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
            connection.execute("PRAGMA synchronous=FULL")
            connection.executescript(_TABLES)
            yield Copies(connection)


@contextmanager
def if_there(home: Home) -> Iterator[Copies | None]:
    """None where no round was ever run: then nothing lies anywhere else."""
    if not home.copies_file.is_file():
        yield None
        return
    with opened(home) as copies:
        yield copies


def owe_removal(home: Home, names: Iterable[str]) -> None:
    """Before the ledger forgets them, so that no power cut loses what is to be removed elsewhere."""
    with if_there(home) as copies:
        if copies is not None:
            copies.owe(names)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite.DatabaseError as error:
        raise Trouble(
            f"the list of copies of media cannot be used: {error}",
            where=str(file),
            remedy="Make room on the disk; a damaged one may be deleted, copies are then looked for again.",
        ) from error
