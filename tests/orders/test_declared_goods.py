"""What a customs declaration needs comes along with an order's copy."""

from __future__ import annotations

from station.orders.orderbook import OrderBook
from tests.orders.conftest import put_order, put_product


def test_a_copy_brings_name_number_and_origin_for_customs(book: OrderBook) -> None:
    """Each line has its product's customs name, tariff number and origin; without a product file they are empty."""
    put_product(book.engine, "BOWL", customs_name="Ceramic bowls", hs_code="691200", origin="CN")
    put_order(book.engine, "SO-1", {"BOWL": 2, "PEN": 1})
    order = book.order_copy("SO-1")
    assert order is not None
    told = {line.sku: (line.customs_name, line.hs_code, line.origin) for line in order.lines}
    assert told == {"BOWL": ("Ceramic bowls", "691200", "CN"), "PEN": ("", "", "")}
