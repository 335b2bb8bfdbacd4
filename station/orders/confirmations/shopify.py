"""Shopify: the order's name as in its export, carrier, tracking number, time of shipping.

Shopify itself imports no such file; the apps that do let columns be matched: a documented default.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from station.orders.shipped import Shipped
from station.packing.model import OrderNo, ServiceId

speaks = "shopify"
ENDINGS = (".csv", ".xlsx")
HEADERS = ("Name", "Tracking Company", "Tracking Number", "Fulfilled at")
EACH_PARCEL = True


def row(shipped: Shipped) -> tuple[str, ...]:
    time = shipped.handed_over.strftime("%Y-%m-%d %H:%M:%S %z")
    return shipped.order, shipped.carrier or shipped.service_en, shipped.waybill, time


EXAMPLES = (
    (
        Shipped(
            order=OrderNo("#1001"),
            waybill="LX123456785CN",
            service=ServiceId("epacket"),
            service_zh="e邮宝",
            service_en="ePacket",
            carrier="",
            handed_over=datetime(2026, 11, 21, 18, 5, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("#1001", "ePacket", "LX123456785CN", "2026-11-21 18:05:00 +0800"),
    ),
)
"""What is told, and its row."""
