"""``db backup``: the order book and this home's own bench in one file, of one moment each, checked before it counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Engine

from station.__about__ import __version__
from station.backup import bench_part, book_file, book_server
from station.backup.container import FORMAT, SUFFIX, Bench, Book, Listing, Packing, packing
from station.errors import SchemaTrouble, Trouble, UsageTrouble
from station.evidence.keys import write_whole
from station.home import Home
from station.orders.complaints import place
from station.orders.engine import schema_of
from station.orders.orderbook import OrderBook

BOOK: Final = "book"
BENCH: Final = "bench"
BOOK_FILE: Final = "book/orders.db"
LAST: Final = "backup.last"
"""In the home's logs: when the last backup was made, and where it lies."""

MOST_IN_A_SECOND: Final = 99


class Last(msgspec.Struct, frozen=True):
    at_us: int
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    file: Path
    size: int
    rows: int
    book: Book | None
    bench: Bench | None


def make(
    home: Home, engine: Engine, target: Path, *, of_bench: str, now_us: int, only: str = "", noted: bool = True
) -> Made:
    """``target`` is the file, or a folder that there is: then it gets a name of bench and moment."""
    file = _unused(target, f"{of_bench}-{_stamp(now_us)}") if target.is_dir() else target
    if not file.parent.is_dir():
        raise UsageTrouble("there is no such folder", where=str(file.parent), remedy="Make it, or name another one.")
    has_bench = only != BOOK and home.ledger_file.is_file()
    if only == BENCH and not has_bench:
        raise UsageTrouble(
            "this home has no ledger", where=str(home.root), remedy="Leave out --only, or name the home."
        )
    with packing(file) as written:
        book = None if only == BENCH else _add_book(written, engine, file.parent)
        with _known(engine) as asked:
            bench = bench_part.add_bench(written, home, asked) if has_bench else None
        listing = Listing(format=FORMAT, program=__version__, at_us=now_us, of_bench=of_bench, parts=[], book=book)
        written.close(msgspec.structs.replace(listing, bench=bench))
        rows = sum(part.rows or 0 for part in written.parts)
    if noted:
        _note(home, Last(at_us=now_us, file=str(file.resolve())))
    return Made(file=file, size=file.stat().st_size, rows=rows, book=book, bench=bench)


def last(home: Home) -> Last | None:
    """Of this home; backups made elsewhere are not known here."""
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode((home.logs / LAST).read_bytes(), type=Last)
    return None


def _add_book(written: Packing, engine: Engine, beside: Path) -> Book:
    schema = schema_of(engine)
    if schema is None:
        raise SchemaTrouble("the order book is empty", where=place(engine.url), remedy="There is nothing to back up.")
    if engine.dialect.name == "postgresql":
        months = book_server.add_tables(written, engine)
        return Book(engine="postgresql", schema=schema, months=months)
    book_file.add_file(written, BOOK_FILE, Path(engine.url.database or ""), beside)
    return Book(engine="sqlite", schema=schema)


@contextmanager
def _known(engine: Engine) -> Iterator[OrderBook | None]:
    """What knows the ledger; a book that is away, or of another schema, is not asked."""
    try:
        book = OrderBook.open(engine.url.render_as_string(hide_password=False), create=False)
    except Trouble:
        yield None
        return
    try:
        yield book
    finally:
        book.close()


def _note(home: Home, made: Last) -> None:
    home.logs.mkdir(parents=True, exist_ok=True)
    write_whole(home.logs / LAST, msgspec.json.encode(made).decode(), mode=0o644)


def _unused(folder: Path, name: str) -> Path:
    """A second backup within one second gets a number; what is there is never written over."""
    first = folder / f"{name}{SUFFIX}"
    later = (folder / f"{name}-{again}{SUFFIX}" for again in range(2, MOST_IN_A_SECOND + 1))
    return next((file for file in chain([first], later) if not file.exists()), first)


def _stamp(at_us: int) -> str:
    return datetime.fromtimestamp(at_us // 1_000_000, UTC).strftime("%Y%m%dT%H%M%SZ")
