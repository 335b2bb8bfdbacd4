"""An order book of any size, made in bulk by SQL itself, and what is needed to pack from it. Measures nothing."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite

from station.orders.orderbook import OrderBook
from station.packing.routing import Routing
from station.settings import config_dir

FULL: Final = 1_000_000
"""Orders of the book that the goals are stated for; three lines each."""

PRODUCTS: Final = 5_000
WAYBILLS: Final = 50_000
UNITS: Final = 6
"""Of each line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    file: Path
    orders: int
    seconds: float  # 0 when it was there already

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"


def order_no(number: int) -> str:
    return f"SO-{number:010}"


def gtin(product: int) -> str:
    """The product's 13 digits; those of a line are of products ``order``, ``order + 7`` and ``order + 14``."""
    digits = f"690{product:09}"
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return digits + str(-total % 10)


def build(folder: Path, orders: int) -> Built:
    """The book with so many orders; one that an earlier benchmark made is used again."""
    file = folder / f"book-{orders}.db"
    if file.exists():
        return Built(file=file, orders=orders, seconds=0.0)
    OrderBook.open(f"sqlite:///{file}").close()
    begun = time.perf_counter()
    with closing(sqlite.connect(file, isolation_level=None)) as connection:
        _fill(connection, orders)
    return Built(file=file, orders=orders, seconds=time.perf_counter() - begun)


def _fill(connection: Any, orders: int) -> None:
    """Rows first, the indexes of the large tables over them at the end."""
    large = "type = 'index' AND tbl_name IN ('orders', 'order_lines') AND sql IS NOT NULL"
    indexes = connection.execute(f"SELECT name, sql FROM sqlite_master WHERE {large}").fetchall()
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute(_ORDERS, (orders,))
    connection.execute(_LINES, (orders, PRODUCTS, UNITS))
    _fill_goods(connection)
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("PRAGMA synchronous=FULL")


def _fill_goods(connection: Any) -> None:
    products = [(f"SKU-{n:06}", f"商品 {n} mug", f"{n % 9} 号", 250_000 + n) for n in range(PRODUCTS)]
    connection.executemany("INSERT INTO products (sku, name, variant, weight_mg) VALUES (?, ?, ?, ?)", products)
    codes = [(gtin(n).zfill(14), f"SKU-{n:06}", gtin(n)) for n in range(PRODUCTS)]
    connection.executemany("INSERT INTO barcodes (key, sku, code, units) VALUES (?, ?, ?, 1)", codes)
    numbers = [(f"YT{n:013}", n) for n in range(WAYBILLS)]
    connection.executemany(
        "INSERT INTO waybill_numbers (number, service, state, position, changed_us) VALUES (?, 'yto', 'free', ?, 0)",
        numbers,
    )


_COUNTED = "WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < ?)"

_ORDERS = f"""{_COUNTED}
INSERT INTO orders (number, platform, shop, state, platform_state, has_head, has_lines, due_us, paid_us, name, phone,
                    province, city, district, street, postcode)
SELECT printf('SO-%010d', n), 'generic', 'demo', 'ready', 'ready', 1, 1, 1795000000000000 + n * 1000,
       1794000000000000 + n * 1000, '测试收件人' || n, '000-0000-' || printf('%04d', n % 10000), '浙江省', '杭州市',
       '西湖区', '示例路 ' || n || ' 号', '310000' FROM counted"""

_LINES = f"""{_COUNTED}, products(count, units) AS (SELECT ?, ?), places(p) AS (VALUES (0), (1), (2))
INSERT INTO order_lines (order_no, position, sku, quantity, name, variant, kind)
SELECT printf('SO-%010d', n), p, printf('SKU-%06d', (n + p * 7) % count), units, '', '', 'goods'
FROM counted, places, products"""


def routing() -> Routing:
    from station.orders.routes import load_routing

    return load_routing(config_dir())
