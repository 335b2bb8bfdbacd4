"""Amazon, confirm shipment: a tab-separated text, a row an order.

Columns of Seller Central's shipping confirmation text file, from general knowledge: compare them with the account's own
template. Without an order-item-id the whole order is confirmed. A carrier that Amazon has no code for is ``Other`` and
stands by name; ``platform_names`` of ``config/carriers`` gives the codes.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from station.orders.shipped import Shipped
from station.packing.model import OrderNo, ServiceId

speaks = "amazon"
ENDINGS = (".txt", ".tsv")
HEADERS = (
    "order-id",
    "order-item-id",
    "quantity",
    "ship-date",
    "carrier-code",
    "carrier-name",
    "tracking-number",
    "ship-method",
)
EACH_PARCEL = False
"""Without an order-item-id a row confirms the whole order: the first parcel's, once all of them have left."""

OTHER = "Other"


def row(shipped: Shipped) -> tuple[str, ...]:
    day = shipped.handed_over.date().isoformat()
    name = "" if shipped.carrier else shipped.service_en
    return shipped.order, "", "", day, shipped.carrier or OTHER, name, shipped.waybill, shipped.service_en


EXAMPLES = (
    (
        Shipped(
            order=OrderNo("900-0000001-0000001"),
            waybill="LX123456785CN",
            service=ServiceId("epacket"),
            service_zh="e邮宝",
            service_en="ePacket",
            carrier="China Post",
            handed_over=datetime(2026, 11, 21, 18, 5, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("900-0000001-0000001", "", "", "2026-11-21", "China Post", "", "LX123456785CN", "ePacket"),
    ),
)
"""What is told, and its row."""
