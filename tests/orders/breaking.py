"""Order files as shops send them, broken in every way a cable, a disk or a person can break them.

``python -m tests.orders.breaking --rounds N`` breaks N files of each kind and imports them; a round is named by its
seed. Nothing is tuned to the readers: the files come from the generator of the round-trip tests.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import select

from station.home import Home
from station.orders.engine import faults_of, reading
from station.orders.importing import FileReport, take_files
from station.orders.orderbook import OrderBook
from station.orders.tables import holds, imports, order_lines, orders
from tests.orders import exports
from tests.orders.biff8 import workbook
from tests.orders.containers import ods, text, xlsx
from tests.orders.intake import T0, shelf
from tests.orders.sales import Sale, Sold

Break = Callable[[bytes, Random], bytes]
COUNT = 12
"""Orders of a file that is to be broken."""


def _sales(chance: Random, *, abroad: bool) -> list[Sale]:
    return [
        Sale(
            serial=serial,
            buyer=chance.choice(("林晓", "王喆", "Zoë Müller", "한지민")),
            phone=f"138000000{serial:02d}",
            country="FR" if abroad else "CN",
            province="浙江省",
            city="杭州市",
            district="西湖区",
            street=f"样例路 {serial} 号",
            postcode="310000",
            says=chance.choice(("", "请放门口", "fragile, please")),
            minute=serial,
            lines=tuple(Sold(sku=f"SKU-{n}", units=n, title="马克杯 mug") for n in range(1, chance.randint(2, 4))),
        )
        for serial in range(1, COUNT + 1)
    ]


_LAYS: tuple[tuple[exports.Lay, bool], ...] = (
    (exports.taobao_orders, False),
    (exports.taobao_items, False),
    (exports.aliexpress, True),
    (exports.ali1688, False),
    (exports.amazon, True),
    (exports.shopify, True),
    (exports.dianxiaomi, True),
    (exports.own, True),
)


def _text(kind: str, export: exports.Export) -> bytes:
    return text([export.headers, *export.rows], kind)


KINDS: Mapping[str, Callable[[exports.Export], bytes]] = {
    **{kind: partial(_text, kind) for kind in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "tsv", "quoted")},
    "xls": lambda export: workbook("Sheet0", [export.headers, *export.rows]),
    "xlsx": lambda export: xlsx([export.headers, *export.rows], export.merges),
    "ods": lambda export: ods([export.headers, *export.rows]),
}
WORKBOOKS = ("xls", "xlsx", "ods")


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flipped(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _overwritten(data: bytes, chance: Random) -> bytes:
    at, many = chance.randrange(len(data)), chance.randint(1, 64)
    return data[:at] + chance.randbytes(many) + data[at + many :]


def _zeroed(data: bytes, chance: Random) -> bytes:
    """A block of a disk that was never written."""
    at, many = chance.randrange(len(data)), chance.randint(1, 4096)
    return data[:at] + bytes(min(many, len(data) - at)) + data[at + many :]


def _doubled(data: bytes, chance: Random) -> bytes:
    """A piece that was copied twice."""
    at = chance.randrange(len(data))
    return data[:at] + data[at : at + chance.randint(1, 512)] + data[at:]


BREAKS: tuple[Break, ...] = (_cut, _flipped, _overwritten, _zeroed, _doubled)


def broken(kind: str, seed: int) -> bytes:
    """A file of that kind, of some platform, broken once in one of the ways."""
    chance = Random(f"{kind} {seed}")
    lay, abroad = chance.choice(_LAYS)
    sales = _sales(chance, abroad=abroad)
    export = exports.export(exports.COLUMNS[lay], lay, sales, chance, merged=lay is exports.ali1688)
    return chance.choice(BREAKS)(KINDS[kind](export), chance)


def take_broken(book: OrderBook, folder: Path, kind: str, seed: int) -> FileReport:
    """Import one broken file; whatever is wrong with it must be in the report and nowhere else."""
    path = folder / f"broken-{kind}-{seed}"
    path.write_bytes(broken(kind, seed))
    before = _numbers(book)
    (report,), _batch = take_files(shelf(book, Home(folder / "home")), [path], now_us=T0)
    came = _numbers(book) - before
    if report.trouble:
        assert not came, f"{kind} {seed}: half an import"
        assert report.trouble.strip(), f"{kind} {seed}: no sentence"
        assert "\n" not in report.trouble, f"{kind} {seed}: {report.trouble}"
        assert "Traceback" not in report.trouble, f"{kind} {seed}: {report.trouble}"
    else:
        assert came <= set(report.brought.numbers), f"{kind} {seed}: orders from nowhere"
        assert report.counts.new == len(came), f"{kind} {seed}: {report.counts}"
    path.unlink()
    return report


def _numbers(book: OrderBook) -> set[str]:
    with reading(book.engine) as connection:
        return set(connection.execute(select(orders.c.number)).scalars())


def empty(book: OrderBook) -> None:
    """Ready for the next file."""
    with book.engine.begin() as connection:
        for table in (holds, order_lines, orders, imports):
            connection.execute(table.delete())


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.orders.breaking")
    parser.add_argument("--rounds", type=int, default=200, help="files of each kind")
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    args = parser.parse_args(argv)
    taken = 0
    with TemporaryDirectory() as folder:
        book = OrderBook.open(f"sqlite:///{folder}/orders.db")
        for kind in KINDS:
            for seed in range(args.seed, args.seed + args.rounds):
                taken += not take_broken(book, Path(folder), kind, seed).trouble
                empty(book)
        assert faults_of(book.engine) == []
        book.close()
    sys.stdout.write(f"{args.rounds * len(KINDS)} broken files: {taken} could be used still, the rest was refused\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
