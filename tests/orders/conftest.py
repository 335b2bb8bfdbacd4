"""What orders and products of these tests are made of; their databases stand in ``tests.order_books``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, insert

from station.orders.engine import writing
from station.orders.tables import barcodes, order_lines, orders, products
from station.packing.model import ServiceId, barcode_key
from station.packing.routing import Route, Routing, Service
from station.packing.terms import Check, NumberForm

YTO = Service(
    id=ServiceId("yto"), zh="圆通", en="YTO", words=("圆通", "yto"), numbers=(NumberForm(pattern=r"YT\d{13}"),)
)
SF = Service(id=ServiceId("sf"), zh="顺丰", en="SF", words=("顺丰", "sf"))
EPACKET = Service(
    id=ServiceId("epacket"),
    zh="e邮宝",
    en="ePacket",
    words=("e邮宝", "epacket"),
    numbers=(NumberForm(pattern=r"[A-Z]{2}\d{9}[A-Z]{2}", check=Check.S10),),
)
ROUTING = Routing(
    routes=(
        Route(service=YTO.id, countries=("CN",)),
        Route(service=EPACKET.id, countries=("US", "FR"), at_most_mg=2_000_000),
    ),
    services={service.id: service for service in (YTO, SF, EPACKET)},
)

BUYER = {
    "name": "张示例", "phone": "13800000000", "province": "浙江省", "city": "杭州市", "district": "西湖区",
    "street": "示例路 1 号",
}  # fmt: skip
"""Of orders that may share a waybill."""


def put_order(engine: Engine, number: str, lines: dict[str, int], **values: Any) -> None:
    """A ready order, straight into the tables."""
    row = {"platform": "taobao", "shop": "demo", "state": "ready", "country": "CN", "has_head": True, "has_lines": True}
    with writing(engine) as connection:
        connection.execute(insert(orders).values({"number": number, **row, **values}))
        for position, (sku, quantity) in enumerate(lines.items()):
            line = {"order_no": number, "position": position, "sku": sku, "quantity": quantity, "kind": "goods"}
            connection.execute(insert(order_lines).values(line))


def put_product(engine: Engine, sku: str, codes: dict[str, int] | None = None, **values: Any) -> None:
    """A product with its barcodes."""
    with writing(engine) as connection:
        connection.execute(insert(products).values(sku=sku, **values))
        for code, units in (codes or {}).items():
            row = {"key": barcode_key(code), "sku": sku, "code": code, "units": units}
            connection.execute(insert(barcodes).values(row))
