"""One import in a process of its own: ``WAY FILE URL``; says how long it took and how much memory it needed."""

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


def main(way: str, file: Path, url: str) -> None:
    import python_calamine  # noqa: F401  # every way has it loaded

    book = OrderBook.open(url)
    before_kb, begun = _peak_kb(resource.RUSAGE_SELF), time.perf_counter()
    match way.partition("-")[0]:
        case "read":
            assert _rows(way, file)
        case "bare":
            _bare(Path(url.removeprefix("sqlite:///")), _rows(way, file))
        case _:
            with TemporaryDirectory() as home:
                _ours(book, file, Home(Path(home)))
    seconds = time.perf_counter() - begun
    peak_kb = _peak_kb(resource.RUSAGE_SELF)
    book.close()
    told = {"seconds": seconds, "grown_mb": (peak_kb - before_kb) / 1024, "peak_mb": peak_kb / 1024}
    print(json.dumps({**told, "reader_mb": _peak_kb(resource.RUSAGE_CHILDREN) / 1024}))


def _peak_kb(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss


def _ours(book: OrderBook, file: Path, home: Home) -> None:
    shop = load_shop("demo", config_dir() / "shops")
    reports = import_files(book, [file], home=home, shop_name="demo", shop=shop, now_us=1)
    assert reports[0].counts.new, reports[0]


def _rows(way: str, file: Path) -> Sequence[Sequence[Any]]:
    if way.endswith("csv"):
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
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
