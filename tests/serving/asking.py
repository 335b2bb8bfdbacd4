"""What tests of the API ask with, and what a bench's ledger brings into the book."""

from __future__ import annotations

from typing import Any

from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from tests.orders.recorded import Recorded, packed

ORDER: dict[str, Any] = {
    "order": "ERP-1",
    "status": "paid",
    "recipient": "王示例",
    "phone": "13800000000",
    "province": "浙江省",
    "city": "杭州市",
    "address": "示例路 1 号",
    "lines": [{"sku": "A", "quantity": 2, "name": "Mug"}],
}


def bearer(token: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", **{name.replace("_", "-"): value for name, value in more.items()}}


def bring(book: OrderBook, ledger: Recorded, *events: Any, order: str = "ERP-1") -> None:
    """Further entries of a bench, carried to the book."""
    ledger.add(*(events or (packed(),)), order=order)
    Relay(ledger, log=ledger.log)(book)
