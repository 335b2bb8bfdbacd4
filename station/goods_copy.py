"""What this bench knows of goods while its order book is a server: ``goods.db`` of the home, copied a page at a time.

A code that does not belong to the open order is named from it within the scan, without a network (decision 0104).
Goods alone: nothing of an order or a person. All of it can be lost, and is copied again then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import select

from station.orders.engine import reading
from station.orders.goods_names import known_goods
from station.orders.orderbook import OrderBook
from station.orders.tables import barcodes, products
from station.packing.inputs import Known
from station.packing.model import barcode_key

PAGE: Final = 500
"""Products at once: some milliseconds of the desk's thread, on which a claim may wait."""

EACH_US: Final = 10_000_000
"""Between two pages once all are here; until then one comes with each look of the relay."""

AGAIN_US: Final = 60_000_000
"""After a page that could not be written."""

BUSY_S: Final = 0.05
"""A scan waits for it."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS goods (sku TEXT PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL,
                                  variant TEXT NOT NULL, picture TEXT NOT NULL, turn INTEGER NOT NULL) STRICT,
                                  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS codes (key TEXT, sku TEXT, turn INTEGER NOT NULL, PRIMARY KEY (key, sku)) STRICT,
                                  WITHOUT ROWID;
"""
_FIND: Final = """
SELECT goods.sku, name, name_en, variant, picture, 1 AS rank FROM codes JOIN goods USING (sku) WHERE key = ?
UNION ALL SELECT sku, name, name_en, variant, picture, 2 FROM goods WHERE sku = ? ORDER BY rank, 1 LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Page:
    goods: Sequence[tuple[str, str, str, str, str]]
    codes: Sequence[tuple[str, str]]


class GoodsCopying:
    """Called by the order book's desk with each look of the relay: the next page, round and round.

    What is gone from the book goes here at the end of a turn.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._after = ""
        self._due_us = 0
        self._whole = False

    def __call__(self, book: OrderBook, mono_us: int) -> None:
        """Raises ``Trouble`` of the book. A copy that cannot be written stops nothing: it is made anew."""
        if mono_us < self._due_us:
            return
        page = page_after(book, self._after)
        try:
            with _opened(self._file) as connection:
                _keep(connection, page, begins=not self._after)
        except (sqlite.Error, OSError):
            self._after, self._due_us = "", mono_us + AGAIN_US
            _forget(self._file)
            return
        ended = len(page.goods) < PAGE
        self._after = "" if ended else page.goods[-1][0]
        self._whole = self._whole or ended
        self._due_us = mono_us + (EACH_US if self._whole else 0)


def in_file(address: str) -> bool:
    """Whether an order book is a file here, which is asked itself within a scan (decision 0008)."""
    return address.startswith("sqlite")


def page_after(book: OrderBook, sku: str) -> Page:
    """In the server's own order of letters, which need not be this program's."""
    wanted = select(products.c.sku, products.c.name, products.c.name_en, products.c.variant, products.c.picture)
    with reading(book.engine) as connection:
        goods = connection.execute(wanted.where(products.c.sku > sku).order_by(products.c.sku).limit(PAGE)).all()
        of_these = barcodes.c.sku.in_([row.sku for row in goods])
        codes = connection.execute(select(barcodes.c.key, barcodes.c.sku).where(of_these)).all() if goods else ()
    return Page(goods=[tuple(row) for row in goods], codes=[tuple(row) for row in codes])


def recognise(file: Path, code: str) -> Known | None:
    """The goods that bear this code; None where that is not known here, and wherever the copy cannot be read."""
    if not file.is_file():
        return None
    try:
        with _opened(file) as connection:
            row = connection.execute(_FIND, (barcode_key(code), code)).fetchone()
    except sqlite.Error:
        return None  # the scan is refused all the same; only the reason is less exact
    if row is None:
        return None
    sku, name, english, variant, picture, _rank = row
    return known_goods(sku, name, english, variant, picture)


def _forget(file: Path) -> None:
    """With what belongs to it: a log of the old file must not be taken for one of the new."""
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            file.with_name(file.name + end).unlink(missing_ok=True)


def _keep(connection: Any, page: Page, *, begins: bool) -> None:
    """One transaction. The turn is counted in the rows, so that a restart goes on with the next one."""
    connection.execute("BEGIN IMMEDIATE")
    turn = int(connection.execute("SELECT coalesce(max(turn), 0) FROM goods").fetchone()[0]) + begins
    connection.executemany(
        "INSERT OR REPLACE INTO goods VALUES (?, ?, ?, ?, ?, ?)", [(*row, turn) for row in page.goods]
    )
    connection.executemany("INSERT OR REPLACE INTO codes VALUES (?, ?, ?)", [(*row, turn) for row in page.codes])
    if len(page.goods) < PAGE:
        connection.execute("DELETE FROM goods WHERE turn < ?", (turn,))
        connection.execute("DELETE FROM codes WHERE turn < ?", (turn,))
    connection.execute("COMMIT")


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    with closing(sqlite.connect(file, timeout=BUSY_S, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_TABLES)
        yield connection
