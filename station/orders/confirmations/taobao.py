"""Taobao and Tmall, 批量发货: order number, carrier by its Chinese name, waybill.

The platform's template is behind its sign-in: these are the columns the order report itself uses for the same. Should
the account's template say otherwise, copy the columns over.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from station.orders.shipped import Shipped
from station.packing.model import OrderNo, ServiceId

speaks = "taobao"
ENDINGS = (".xlsx", ".csv")
HEADERS = ("订单编号", "物流公司", "物流单号")
EACH_PARCEL = False
"""The batch takes one number an order: the first parcel's, once all of them have left."""


def row(shipped: Shipped) -> tuple[str, ...]:
    return shipped.order, shipped.carrier or shipped.service_zh, shipped.waybill


EXAMPLES = (
    (
        Shipped(
            order=OrderNo("2790000000000000001"),
            waybill="YT0000000000001",
            service=ServiceId("yto"),
            service_zh="圆通速递",
            service_en="YTO Express",
            carrier="",
            handed_over=datetime(2026, 11, 21, 18, 5, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("2790000000000000001", "圆通速递", "YT0000000000001"),
    ),
)
"""What is told, and its row."""
