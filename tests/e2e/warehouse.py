"""A small warehouse in a test's home: the shipped products, orders as a seller's table has them, waybill numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from station.home import Home
from station.orders.importing import import_files
from station.orders.opening import open_book, shop_of
from station.orders.orderbook import OrderBook
from station.orders.products import import_products
from station.orders.routes import load_services
from station.packing.model import OrderNo
from station.settings import config_dir, load

TRAY = "6900000434130"  # TRAY-30, 410 g
COASTER = "6900000434031"  # COASTER-10, 28 g
COASTERS_10 = "16900000434038"  # a carton of ten of them
MUG = "6900000434017"  # MUG-330-W, 310 g, fragile: asks for its wrapping
ORDER = {"SO-1": {"TRAY-30": 1, "COASTER-10": 1}}
PARCEL_G = 438
NOW_US = 1_795_000_000_000_000
FILE_PRINTER = '[[device]]\nname = "label printer"\nkind = "printer"\nlink = "file:out"\nspeaks = "zpl"\n'

HEADERS = ("order", "sku", "quantity", "recipient", "phone", "province", "city", "district", "address", "status",
           "message", "note", "tote", "waybill")  # fmt: skip
RECIPIENT = {
    "recipient": "林晓", "phone": "13800000001", "province": "浙江省", "city": "示例市", "district": "样本区",
    "address": "虚构路 1 号",
}  # fmt: skip


def prepare(
    home: Home,
    orders: Mapping[str, Mapping[str, int]],
    *,
    numbers: int = 5,
    settings: str = FILE_PRINTER,
    details: Mapping[str, str] | None = None,
) -> None:
    """``orders`` is number to SKUs and quantities; ``numbers`` YTO waybills; ``details`` are other columns."""
    home.root.mkdir(parents=True, exist_ok=True)
    home.settings_file.write_text(settings, encoding="utf-8")
    book = open_orders(home)
    import_products(book, config_dir() / "demo" / "products.csv", now_us=NOW_US)
    book.close()
    import_orders(home, orders, details=details)
    add_numbers(home, numbers)


def import_orders(
    home: Home, orders: Mapping[str, Mapping[str, int]], *, details: Mapping[str, str] | None = None
) -> None:
    """Import, or import again, orders from a seller's own table."""
    file = home.root / "orders.csv"
    file.write_text(_table(orders, details or {}), encoding="utf-8")
    book = open_orders(home)
    settings = load(home)
    shop = shop_of(home, config_dir(), settings.bench.shop)
    (report,) = import_files(book, [file], home=home, shop_name=settings.bench.shop, shop=shop, now_us=NOW_US)
    book.close()
    assert not report.trouble, report.trouble
    assert not report.faults, report.faults


def add_numbers(home: Home, count: int, *, first: int = 1) -> None:
    yto = next(service for service in load_services(config_dir()) if service.id == "yto")
    book = open_orders(home)
    added, faults = book.add_numbers(waybills(count, first=first), yto, now_us=NOW_US)
    book.close()
    assert added == count
    assert not faults


def waybills(count: int, *, first: int = 1) -> list[str]:
    return [f"YT{number:013d}" for number in range(first, first + count)]


def open_orders(home: Home) -> OrderBook:
    return open_book(home, config_dir(), load(home).bench.orderbook)


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Another program keeps the order book locked, as a backup or a broken network drive does."""
    with closing(sqlite.connect(home.root / "orders.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def state_of(home: Home, number: str) -> str:
    book = open_orders(home)
    order = book.order_copy(OrderNo(number))
    book.close()
    assert order is not None
    return order.state.value


def labels(home: Home) -> list[Path]:
    """What the file printer wrote, oldest first."""
    return sorted((home.root / "out").glob("*.zpl"))


def _table(orders: Mapping[str, Mapping[str, int]], details: Mapping[str, str]) -> str:
    rows: list[Sequence[str]] = [HEADERS]
    for number, lines in orders.items():
        for sku, quantity in lines.items():
            cells = {**RECIPIENT, **details, "order": number, "sku": sku, "quantity": str(quantity)}
            rows.append([cells.get(header, "") for header in HEADERS])
    return "\n".join(",".join(row) for row in rows) + "\n"
