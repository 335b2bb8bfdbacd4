"""The ledger's SQLite file: its tables, how it is opened, and the lock that keeps a second writer out.

What the rows mean is decided in ``entry``, ``ledger`` and ``ledger_reading``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import IO, Any, TypeAlias

from pysqlite3 import dbapi2 as sqlite

from station.errors import LedgerBroken, LedgerInUse, SchemaTrouble, Trouble

Connection: TypeAlias = Any  # pysqlite3 has no types

SCHEMA_VERSION = 2
_WITHOUT_KEYS = 1
"""The version before files were sealed; it is brought up to date by whoever may write, and read as it is."""

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a database in WAL mode (sqlite.org/wal.html, the WAL-reset bug)."""

BUSY_TIMEOUT_S = 2.0

FAILURES = (sqlite.DatabaseError, UnicodeDecodeError)
"""What a statement raises: SQLite's own word, or that its word has bytes of a damaged file in it and is no text."""

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=1",
    "checkpoint_fullfsync=1",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "wal_autocheckpoint=0",
    "secure_delete=ON",
)

_KEYS = "CREATE TABLE media_key (path TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID"

_JOINED = "CREATE INDEX IF NOT EXISTS disclosure_joined ON disclosure (seq) WHERE field = 'joined'"
"""Which seals name several orders: one that shipped in another's parcel is found without reading every value. The
format is the same without it; a writer that opens an older ledger adds it."""

_TABLES = f"""
CREATE TABLE log (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL) STRICT;
CREATE TABLE order_salt (id INTEGER PRIMARY KEY, order_no TEXT UNIQUE, salt BLOB) STRICT;
CREATE TABLE entry (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, order_id INTEGER REFERENCES order_salt,
                    leaf BLOB NOT NULL, header BLOB NOT NULL) STRICT;
CREATE INDEX entry_of_order ON entry (order_id) WHERE order_id IS NOT NULL;
CREATE TABLE mark (kind TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE node (level INTEGER, idx INTEGER, hash BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE disclosure (seq INTEGER REFERENCES entry, field TEXT, salt BLOB NOT NULL, value BLOB NOT NULL,
                         PRIMARY KEY (seq, field)) STRICT, WITHOUT ROWID;
{_JOINED};
CREATE TABLE medium (seq INTEGER REFERENCES entry, idx INTEGER, salt BLOB NOT NULL, sha256 BLOB NOT NULL,
                     path TEXT NOT NULL, PRIMARY KEY (seq, idx)) STRICT, WITHOUT ROWID;
CREATE INDEX medium_by_hash ON medium (sha256);
{_KEYS};
CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL, reason TEXT NOT NULL,
                         wall_us INTEGER NOT NULL) STRICT;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
"""


def connect(file: Path, log: str) -> Connection:
    """The one writing connection; the tables and the log's name are made at first use, in one transaction."""
    _check_version()
    try:
        connection = sqlite.connect(
            file, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False, cached_statements=64
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found == 0:
            _create(connection, log)
        elif found == _WITHOUT_KEYS:
            _upgrade(connection)
        if 0 < found <= SCHEMA_VERSION:
            connection.execute(_JOINED)
    except FAILURES as error:
        raise broken(error, file) from error
    _check_schema(connection, file)
    return connection


def connect_reading(file: Path) -> Connection:
    """A connection that cannot write, beside whichever program writes."""
    _check_version()
    if not file.is_file():
        raise Trouble("this home has no ledger yet", where=str(file), remedy="Pack a parcel first, or name the home.")
    try:
        connection = sqlite.connect(
            f"{file.resolve().as_uri()}?mode=ro",
            uri=True,
            timeout=BUSY_TIMEOUT_S,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        _check_schema(connection, file, oldest=_WITHOUT_KEYS)
        if connection.execute("PRAGMA user_version").fetchone()[0] == _WITHOUT_KEYS:
            connection.execute(_KEYS.replace("CREATE TABLE", "CREATE TEMP TABLE"))
    except FAILURES as error:
        raise broken(error, file) from error
    return connection


def _check_version() -> None:
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise LedgerBroken(
            f"SQLite {sqlite.sqlite_version} can corrupt the ledger",
            remedy=f"Install pysqlite3 with SQLite {'.'.join(map(str, OLDEST_SQLITE))} or newer.",
        )


def _create(connection: Connection, log: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in _statements():
        connection.execute(statement)
    connection.execute("INSERT INTO log VALUES (1, ?)", (log,))
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _upgrade(connection: Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_KEYS)
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _statements() -> list[str]:
    return [f"CREATE {part.strip()}" for part in _TABLES.split("CREATE ") if part.strip()]


def _check_schema(connection: Connection, file: Path, *, oldest: int = SCHEMA_VERSION) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if not oldest <= found <= SCHEMA_VERSION:
        connection.close()
        raise SchemaTrouble(
            f"the ledger has format {found}, this program knows {SCHEMA_VERSION}",
            where=str(file),
            remedy="Use the version of the program that wrote it, or a newer one.",
        )


def broken(error: Exception, file: Path) -> LedgerBroken:
    """SQLite's word for the trouble in one sentence for a person."""
    assert not isinstance(error, sqlite.ProgrammingError), str(error)
    if isinstance(error, UnicodeDecodeError):
        return damaged("what should be text is none", file)
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    what, remedy = _WORDS.get(name.split("_")[1] if "_" in name else "", ("the ledger cannot be used", "Call support."))
    return LedgerBroken(f"{what}: {' '.join(str(error).split())}", where=str(file), remedy=remedy)


def damaged(why: str, file: Path) -> LedgerBroken:
    """SQLite gave something, and it is not what was written."""
    what, remedy = _WORDS["CORRUPT"]
    return LedgerBroken(f"{what}: {why}", where=str(file), remedy=remedy)


_WORDS = {
    "FULL": ("the disk is full", "Make room on it; nothing was recorded since."),
    "BUSY": ("another program has the ledger locked", "Close that program."),
    "LOCKED": ("another program has the ledger locked", "Close that program."),
    "IOERR": ("the disk did not take or give the ledger's bytes", "Check the disk and its space, then start again."),
    "CANTOPEN": ("the ledger cannot be opened", "Check that the home can be read and written."),
    "READONLY": ("the ledger cannot be written", "Give this user the right to write to the home."),
    "CORRUPT": ("the ledger is damaged", "Run 'sealbench evidence audit', keep the file, restore a backup."),
    "NOTADB": ("the ledger is damaged", "Run 'sealbench evidence audit', keep the file, restore a backup."),
}


@dataclass(frozen=True, slots=True)
class WriterLock:
    """Held as long as the ledger is open; the system drops it when the program dies, however it dies."""

    stream: IO[bytes]

    def release(self) -> None:
        self.stream.close()


LOOK_S = 0.05
"""Longer than ``in_use`` has the lock while it looks: a bench that starts at that moment is not refused."""


def lock(ledger_file: Path) -> WriterLock:
    file = _lock_file(ledger_file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        stream = file.open("ab")
    except OSError as error:
        raise Trouble(
            f"the home cannot be written: {error.strerror}",
            where=str(file.parent),
            remedy="Name another folder with --home, or give this user the right to write there.",
        ) from None
    if not _locked(stream, looking=False):
        stream.close()
        raise LedgerInUse(
            "another program has this ledger open", where=str(ledger_file), remedy="Close the other bench window first."
        )
    return WriterLock(stream)


def in_use(ledger_file: Path) -> bool:
    """Whether a program has the ledger open now: the bench, as long as it runs, or a verb while it writes an entry.

    Nothing is made. False, too, where the lock's file may not be read.
    """
    try:
        stream = _lock_file(ledger_file).open("rb")
    except OSError:
        return False
    with stream:
        return not _locked(stream, looking=True)


def _lock_file(ledger_file: Path) -> Path:
    return ledger_file.with_suffix(".lock")


def _locked(stream: IO[bytes], *, looking: bool) -> bool:
    """At once, or when whoever only looks at this moment has done so."""
    if _locked_now(stream, looking):
        return True
    Event().wait(LOOK_S)
    return _locked_now(stream, looking)


def _locked_now(stream: IO[bytes], looking: bool) -> bool:
    try:
        _lock_stream(stream, looking=looking)
    except OSError:
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock_stream(stream: IO[bytes], *, looking: bool) -> None:
        """Looking takes the lock, too: the system has none that several may hold."""
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_stream(stream: IO[bytes], *, looking: bool) -> None:
        fcntl.flock(stream, (fcntl.LOCK_SH if looking else fcntl.LOCK_EX) | fcntl.LOCK_NB)
