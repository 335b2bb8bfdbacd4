"""The shipped sample files: as their writer writes them, and taken whole."""

from __future__ import annotations

from station.home import Home
from station.orders.importing import import_files
from station.orders.orderbook import OrderBook
from station.orders.products import import_products
from station.orders.shops import load_shop
from station.packing.model import OrderState
from station.settings import config_dir
from tests.orders.demo_files import DEMO, FILES
from tests.orders.intake import T0


def test_the_demo_files_are_as_written() -> None:
    """The shipped sample files are those that the sample writer writes."""
    for name, make in FILES.items():
        assert (DEMO / name).read_bytes() == make(), f"run python -m tests.orders.demo_files ({name})"


def test_the_demo_files_are_taken(book: OrderBook, home: Home) -> None:
    """Every sample file is taken without a refused row, and the states are the ones the demonstration needs."""
    assert import_products(book, DEMO / "products.csv", now_us=T0).faults == ()
    names = ("taobao-orders.csv", "taobao-orders-21.csv", "taobao-items.csv", "aliexpress.xls")
    shop = load_shop("demo", config_dir() / "shops")
    reports = import_files(book, [DEMO / name for name in names], home=home, shop_name="demo", shop=shop, now_us=T0)
    for report in reports:
        assert (report.trouble, report.faults) == ("", ())
    assert book.count_by_state() == {
        OrderState.READY: 15,
        OrderState.HELD: 6,
        OrderState.SHIPPED: 1,
        OrderState.OUTSIDE: 1,
    }
    gift = book.order_copy("3100000000000000002")
    assert gift is not None
    assert (gift.gift, gift.buyer_message, gift.recipient.name) == (True, "礼物，请勿放价格单", "王喆")
    tea = book.order_copy("3100000000000000007")
    assert tea is not None
    assert {(line.sku, line.quantity, line.kit) for line in tea.lines} == {
        ("TEAPOT-600-G", 1, "TEA-SET-5"),
        ("BOWL-C", 4, "TEA-SET-5"),
    }
