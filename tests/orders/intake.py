"""Small order files, and a shelf to put them on, for the tests of what comes in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from station.home import Home
from station.orders.importing import Shelf
from station.orders.orderbook import OrderBook
from station.orders.shops import load_shop
from station.settings import config_dir

T0 = 1_790_000_000_000_000


def shelf(book: OrderBook, home: Home, *, who: str = "P001") -> Shelf:
    """The demo shop's, without rules for deadlines."""
    shop = load_shop("demo", config_dir() / "shops")
    return Shelf(book=book, home=home, shop_name="demo", shop=shop, who=who)


def order_file(path: Path, *numbers: str, quantity: str = "1", message: str = "") -> Path:
    """A table of the seller's own: one line an order; a number behind ``!`` has a quantity nobody can read."""
    rows = [f"{number.strip('!')},MUG,{'many' if '!' in number else quantity},{message}" for number in numbers]
    path.write_text("\n".join(("order,sku,qty,buyer message", *rows, "")), "utf-8")
    return path


def taobao_file(path: Path, numbers: Sequence[str]) -> Path:
    """A Taobao order report, one row an order as it comes."""
    head = "订单编号,买家应付货款,订单状态,收货地址,订单创建时间,宝贝总数量"
    rows = [f"{number},9.90,买家已付款,浙江省 杭州市 西湖区 样例路1号,2026-11-20 09:00:00,1" for number in numbers]
    path.write_bytes("\n".join((head, *rows, "")).encode("gb18030"))
    return path
