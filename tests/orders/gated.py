"""A shop with approvals, two places and a supplier, and orders of its own table that go through them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from station.home import Home
from station.orders.importing import FileReport, import_files
from station.orders.orderbook import OrderBook
from station.orders.products import import_products
from station.orders.shops import load_shop
from station.packing.inputs import Found
from station.packing.model import HoldReason, OrderState
from station.settings import config_dir
from tests.orders.conftest import ROUTING

T0 = 1_790_000_000_000_000
EXTRA = """
[[place]]
id = "hangzhou"
name = "杭州总仓"
words = ["总仓"]
provinces = ["浙江"]

[[place]]
id = "guangzhou"
name = "广州店"
provinces = ["广东"]
[place.sender]
name = "广州店"
phone = "13800000009"

[[place]]
id = "mill"
name = "厂家"
supplier = true

[[approval]]
name = "large"
zh = "大额审批"
en = "large order"
amount_from = 5000
by = ["店长"]

[[approval]]
name = "spec"
zh = "规格确认"
en = "spec"
goods_classes = ["custom"]
hold = "spec_unconfirmed"
"""
PRODUCTS = "sku,class,dropship\nMUG,,\nDIY,custom,\nCODE,virtual,\nSOFA,,样例家具厂\n"


@dataclass
class Shop:
    """The book with the shop's rules, as ``open_book`` makes it, and what arrives in it."""

    book: OrderBook
    folder: Path
    home: Home
    clock_us: int = T0
    words: dict[str, str] = field(default_factory=dict)
    """Further status words of the table."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shipped = (config_dir() / "shops" / "demo.toml").read_text("utf-8")
        head, words = shipped.split("[platforms.taobao]\n", 1)
        more = "".join(f'"{word}" = "{meaning}"\n' for word, meaning in self.words.items())
        (self.folder / "demo.toml").write_text(f"{head}{EXTRA}\n[platforms.taobao]\n{words}\n{more}", "utf-8")
        self.book.gates = {"demo": load_shop("demo", self.folder).gates()}
        (self.folder / "products.csv").write_text(PRODUCTS, "utf-8")
        import_products(self.book, self.folder / "products.csv", now_us=T0)

    def take(self, number: str = "SO-1", **cells: str) -> FileReport:
        """Import the order as it was, but for these cells."""
        row = {
            "货号": "MUG",
            "数量": "1",
            "状态": "paid",
            "省": "浙江省",
            "订单金额": "10",
            "发货地": "",
            "付款时间": "2026-09-21 10:00",
        }
        self.rows[number] = {**row, **self.rows.get(number, {}), **cells}
        cell = {"订单号": number, **self.rows[number]}
        return self.take_text(",".join(cell) + "\n" + ",".join(cell.values()) + "\n")

    def take_text(self, text: str) -> FileReport:
        """Import a table of the seller's own."""
        path = self.folder / "orders.csv"
        path.write_text(text, "utf-8")
        self.clock_us += 1_000_000
        shop = load_shop("demo", self.folder)
        (report,) = import_files(self.book, [path], home=self.home, shop_name="demo", shop=shop, now_us=self.clock_us)
        assert (report.trouble, report.faults) == ("", ())
        return report

    def products(self, text: str) -> None:
        path = self.folder / "products.csv"
        path.write_text(text, "utf-8")
        import_products(self.book, path, now_us=self.clock_us)

    def held(self, number: str = "SO-1") -> list[HoldReason]:
        order = self.book.order_copy(number)
        assert order is not None
        return [hold.reason for hold in order.holds]

    def state(self, number: str = "SO-1") -> OrderState:
        order = self.book.order_copy(number)
        assert order is not None
        return order.state

    def claim(self, number: str = "SO-1", *, place: str = "") -> Found:
        return self.book.claim(number, bench="B01", now_us=self.clock_us, routing=ROUTING, place=place).found
