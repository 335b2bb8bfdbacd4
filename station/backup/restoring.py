"""``db restore``: an order book out of a backup, and the ledger of a bench that lost its own, with a new epoch.

A book that is there is saved first. A ledger that is there is never overwritten: it is newer than any backup of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, select, update

from station.backup import bench_part, book_file, book_server
from station.backup.container import Book, Listing, Unpacked, unpacked
from station.backup.making import BENCH, BOOK, BOOK_FILE, make
from station.epoch_change import Change
from station.errors import SchemaTrouble, Trouble, UsageTrouble
from station.home import Home
from station.orders.engine import importing, make_folder_of, reading, schema_of
from station.orders.figure_tables import benches
from station.orders.put_back import PERHAPS_DRAWN
from station.orders.schema import upgrade
from station.orders.tables import SCHEMA, events, waybill_numbers

BEFORE: Final = "before-restore"
"""Folder of the home: what was there before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    only: str = ""  # BOOK, BENCH, or both
    replace: bool = False
    keep_numbers: bool = False  # none was drawn since the backup


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """How the epoch of a ledger put back is begun, once the order book is there to be asked."""

    who: Callable[[], str]  # a supervisor's pseudonym, or a Trouble
    epoch: Callable[[str], Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    listing: Listing
    book: bool
    saved: Path | None  # the book that was there
    numbers: int  # set aside, because they may be on parcels
    begun: Change | None  # the epoch of a ledger put back
    ledger_stays: bool


def restore(
    home: Home,
    engine: Engine,
    file: Path,
    wish: Wish,
    *,
    of_bench: str,
    now_us: int,
    begin: Begin | None,
) -> Restored:
    """The ledger comes last: with its new epoch, or not at all.

    Raises:
        VerificationFailed: the file is no whole backup; nothing is changed.
        UsageTrouble: a book is there and may not be replaced, or nobody says who begins the epoch.
    """
    with unpacked(file) as there:
        listing = there.listing
        book = listing.book if wish.only != BENCH else None
        lost = wish.only != BOOK and listing.bench is not None and not home.ledger_file.exists()
        if book is None and not lost:
            raise UsageTrouble("there is nothing to put back", where=str(file), remedy=_NOTHING)
        if lost and begin is None:
            raise UsageTrouble("the backup has a ledger, which begins a new epoch", remedy=_WHO)
        filled = book is not None and _may_replace(engine, book, wish)
        there.verify()
        saved, numbers = None, 0
        if book is not None:
            saved = _save(home, engine, of_bench, now_us) if filled else None
            _put_book(there, engine, book)
            if not wish.keep_numbers and _of_several(engine, of_bench):
                numbers = _set_numbers_aside(engine, now_us)
        begun = _with_epoch(there, home, begin) if lost and begin is not None else None
    stays = home.ledger_file.exists() and not lost and listing.bench is not None
    return Restored(
        listing=listing, book=book is not None, saved=saved, numbers=numbers, begun=begun, ledger_stays=stays
    )


def _with_epoch(there: Unpacked, home: Home, begin: Begin) -> Change:
    """Without it the bench could go on as if nothing after the backup had ever been recorded."""
    by = begin.who()
    bench_part.put_back(there, home)
    try:
        return begin.epoch(by)
    except Trouble:
        for name in ("", "-wal", "-shm"):
            home.ledger_file.with_name(home.ledger_file.name + name).unlink(missing_ok=True)
        raise


_NOTHING: Final = "A ledger that is there is never overwritten; move it away first if it is damaged."
_WHO: Final = "Say --by WHO and --reason TEXT, or --only book."


def _may_replace(engine: Engine, book: Book, wish: Wish) -> bool:
    """Whether there is something to be replaced."""
    if book.engine != engine.dialect.name:
        what = f"the backup is of a book on {book.engine}, this one is on {engine.dialect.name}"
        raise UsageTrouble(what, remedy="Restore it where bench.orderbook names the same kind.")
    if book.schema > SCHEMA:
        what = f"the backup has schema {book.schema}, newer than {SCHEMA}"
        raise SchemaTrouble(what, remedy="Install the newer program on this bench.")
    make_folder_of(engine)
    filled = schema_of(engine) is not None
    if filled and not wish.replace:
        raise UsageTrouble(
            "there is an order book already", remedy="Add --replace: it is saved first, and then what the backup has."
        )
    return filled


def _save(home: Home, engine: Engine, of_bench: str, now_us: int) -> Path:
    folder = home.root / BEFORE
    folder.mkdir(parents=True, exist_ok=True)
    return make(home, engine, folder, of_bench=of_bench, now_us=now_us, only=BOOK, noted=False).file


def _put_book(there: Unpacked, engine: Engine, book: Book) -> None:
    if book.engine == "postgresql":
        with importing(engine) as connection:
            book_server.put_back(there, connection, book.schema, book.months)
        return
    engine.dispose()
    book_file.put_back(there, BOOK_FILE, Path(engine.url.database or ""))
    upgrade(engine)


def _of_several(engine: Engine, bench: str) -> bool:
    """Whether another bench may have drawn numbers since; the one that restores brings its own back first."""
    if engine.dialect.name == "postgresql":
        return True
    with reading(engine) as connection:
        return any(
            connection.execute(select(table.c.bench).where(table.c.bench != bench).limit(1)).first() is not None
            for table in (benches, events)
        )


def _set_numbers_aside(engine: Engine, now_us: int) -> int:
    """A bench may have drawn them after the backup and may have them on a label that is not told yet."""
    aside = update(waybill_numbers).where(waybill_numbers.c.state == "free")
    with importing(engine) as connection:
        done = connection.execute(aside.values(state="void", changed_us=now_us, note=PERHAPS_DRAWN))
        return int(done.rowcount)
