"""Alibaba.com: order number, carrier, tracking number, date of shipping.

No public sample of any file of the platform: a documented default to copy from.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from station.orders.shipped import Shipped
from station.packing.model import OrderNo, ServiceId

speaks = "alibaba"
ENDINGS = (".xlsx", ".csv")
HEADERS = ("Order No.", "Carrier", "Tracking No.", "Shipping Date")
EACH_PARCEL = True


def row(shipped: Shipped) -> tuple[str, ...]:
    day = shipped.handed_over.date().isoformat()
    return shipped.order, shipped.carrier or shipped.service_en, shipped.waybill, day


EXAMPLES = (
    (
        Shipped(
            order=OrderNo("190000000001"),
            waybill="0000000001",
            service=ServiceId("dhl"),
            service_zh="DHL",
            service_en="DHL Express",
            carrier="",
            handed_over=datetime(2026, 11, 21, 18, 5, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("190000000001", "DHL Express", "0000000001", "2026-11-21"),
    ),
)
"""What is told, and its row."""
