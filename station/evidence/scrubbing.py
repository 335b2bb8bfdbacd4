"""The note that a home's databases are to be written anew, because something was erased from them.

Rows that were deleted may lie on in pages that were split long before. The note is on disk before the first row goes,
so that an erasure which was stopped in between is not forgotten; it names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from station.evidence.erasing import Erasable, scrub
from station.evidence.keys import write_whole
from station.evidence.ledger_file import broken, connect
from station.evidence.ledger_reading import open_reader
from station.evidence.past import LEDGER, past_folders
from station.home import Home
from station.rewriting import shortage

OWED = "scrub.owed"


def owe_scrub(home: Home) -> None:
    write_whole(home.root / OWED, "", mode=0o600)


def scrub_is_owed(home: Home) -> bool:
    return (home.root / OWED).exists()


def scrub_is_done(home: Home) -> None:
    """A power cut may bring the note back: then they are written anew once more."""
    (home.root / OWED).unlink(missing_ok=True)


def scrub_logs(ledger: Erasable | None, past: Iterable[Path]) -> bool:
    """The home's ledger and these of earlier epochs; whether each was written anew."""
    done = [ledger.scrub()] if ledger is not None else []
    done += [_scrub_past(file) for file in past]
    return all(done)


def _scrub_past(file: Path) -> bool:
    with closing(open_reader(file)) as reader:
        log = reader.log
    try:
        with closing(connect(file, log)) as connection:
            return scrub(connection, file)
    except sqlite.DatabaseError as error:
        raise broken(error, file) from error


def scrub_shortage(home: Home, book_file: Path | None) -> str:
    """Why what is owed waits, where that is the disk's room; empty where nothing is owed or nothing is short."""
    if not scrub_is_owed(home):
        return ""
    files = [home.ledger_file, *(folder / LEDGER for folder in past_folders(home))]
    files += [book_file] if book_file is not None else []
    short = next((words for file in files if file.is_file() and (words := shortage(file))), "")
    return f"{short}; until then bytes of what was erased may lie in it unused" if short else ""
