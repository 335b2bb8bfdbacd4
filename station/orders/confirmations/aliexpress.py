"""AliExpress, 批量填写发货通知: order number, shipping service, waybill, the whole order at once.

No public sample of the template: a documented default, worded as the order export.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from station.orders.shipped import Shipped
from station.packing.model import OrderNo, ServiceId

speaks = "aliexpress"
ENDINGS = (".xlsx", ".csv")
HEADERS = ("订单号", "实际发货物流", "运单号", "发货状态", "备注")
WHOLE, PART = "全部发货", "部分发货"
EACH_PARCEL = True
"""An order in several parcels: each with its number, the last one as the whole."""


def row(shipped: Shipped) -> tuple[str, ...]:
    state = WHOLE if shipped.whole else PART
    return shipped.order, shipped.carrier or shipped.service_zh, shipped.waybill, state, ""


EXAMPLES = (
    (
        Shipped(
            order=OrderNo("8190000000000001"),
            waybill="LX123456785CN",
            service=ServiceId("epacket"),
            service_zh="e邮宝",
            service_en="ePacket",
            carrier="",
            handed_over=datetime(2026, 11, 21, 18, 5, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("8190000000000001", "e邮宝", "LX123456785CN", "全部发货", ""),
    ),
)
"""What is told, and its row."""
