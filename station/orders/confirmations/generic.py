"""Any other platform, and the seller's own tables: everything a confirmation can need, in plain columns."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from station.orders.shipped import Shipped
from station.packing.model import OrderNo, ServiceId

speaks = "generic"
ENDINGS = (".csv", ".xlsx", ".tsv")
HEADERS = ("order", "carrier_code", "carrier_zh", "carrier_en", "waybill", "handed_over")
EACH_PARCEL = True


def row(shipped: Shipped) -> tuple[str, ...]:
    time = shipped.handed_over.isoformat(timespec="seconds")
    return shipped.order, shipped.service, shipped.service_zh, shipped.service_en, shipped.waybill, time


EXAMPLES = (
    (
        Shipped(
            order=OrderNo("SO-1"),
            waybill="YT0000000000001",
            service=ServiceId("yto"),
            service_zh="圆通速递",
            service_en="YTO Express",
            carrier="",
            handed_over=datetime(2026, 11, 21, 18, 5, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("SO-1", "yto", "圆通速递", "YTO Express", "YT0000000000001", "2026-11-21T18:05:00+08:00"),
    ),
)
"""What is told, and its row."""
