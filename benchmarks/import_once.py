"""One import in a process of its own: ``WAY FILE FOLDER``; says how long it took and how much the process grew."""

from __future__ import annotations

import csv
import hashlib
import json
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from station.home import Home
from station.orders.importing import import_files
from station.orders.orderbook import OrderBook
from station.orders.shops import load_shop
from station.settings import config_dir


def main(way: str, file: Path, folder: Path) -> None:
    import python_calamine  # noqa: F401  # both ways have it loaded

    with TemporaryDirectory(dir=folder) as own:
        url = f"sqlite:///{own}/orders.db"
        book = OrderBook.open(url)
        before_kb, begun = _peak_kb(), time.perf_counter()
        if way.startswith("bare"):
            _bare(Path(own) / "orders.db", _rows(way, file))
        else:
            _ours(book, file, Home(Path(own) / "home"))
        seconds = time.perf_counter() - begun
        book.close()
    print(json.dumps({"seconds": seconds, "grown_mb": (_peak_kb() - before_kb) / 1024}))


def _peak_kb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _ours(book: OrderBook, file: Path, home: Home) -> None:
    shop = load_shop("demo", config_dir() / "shops")
    reports = import_files(book, [file], home=home, shop_name="demo", shop=shop, now_us=1)
    assert reports[0].counts.new, reports[0]


def _rows(way: str, file: Path) -> Iterable[Sequence[Any]]:
    if way == "bare-csv":
        with file.open(encoding="utf-8", newline="") as stream:
            return list(csv.reader(stream))[1:]
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()[1:]


def _bare(database: Path, rows: Iterable[Sequence[Any]]) -> None:
    """The same two tables with the same indexes, every value as it came, one transaction."""
    with closing(sqlite.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("BEGIN IMMEDIATE")
        orders, lines = [], []
        for number, sku, units, goods, name, phone, address, note in rows:
            print_of_it = hashlib.blake2b(repr((number, name, address)).encode(), digest_size=12).hexdigest()
            orders.append((number, name, phone, address, note, print_of_it))
            lines.append((number, sku, int(units), goods))
        connection.executemany(
            "INSERT INTO orders (number, platform, shop, state, name, phone, street, buyer_message, head_print)"
            " VALUES (?, 'generic', 'demo', 'ready', ?, ?, ?, ?, ?)",
            orders,
        )
        connection.executemany(
            "INSERT INTO order_lines (order_no, position, sku, quantity, name, kind) VALUES (?, 0, ?, ?, ?, 'goods')",
            lines,
        )
        connection.execute("COMMIT")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
