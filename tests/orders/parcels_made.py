"""Sealed parcels straight into the tables, for what begins where packing ends."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select

from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.routes import Carrier
from station.orders.tables import orders, parcels
from station.packing.model import ServiceId
from tests.orders.conftest import put_order
from tests.orders.recorded import T0

YTO = Carrier(id="yto", zh="圆通速递", en="YTO Express", services=(ServiceId("yto"),))
POST = Carrier(id="china-post", zh="中国邮政", en="China Post", services=(ServiceId("ems"), ServiceId("epacket")))


def put_sealed(
    book: OrderBook,
    number: str,
    waybill: str,
    *,
    service: str = "yto",
    bench: str = "B01",
    weight_mg: int | None = 500_000,
    **values: Any,
) -> None:
    """An order, sealed with one parcel of the given waybill."""
    at_us = T0 + put_parcel(book, number, waybill, bench=bench, weight_mg=weight_mg)
    row = {"state": "sealed", "service": service, "waybill": waybill, "sealed_us": at_us}
    put_order(book.engine, number, {"A": 1}, **row | values)


def put_parcel(book: OrderBook, number: str, waybill: str, *, bench: str = "B01", weight_mg: int | None = 1) -> int:
    """One more box of an order; each is sealed after the ones before."""
    with writing(book.engine) as connection:
        seq = len(connection.execute(select(parcels.c.seq)).all())
        row = {"bench": bench, "epoch": 1, "seq": seq, "order_no": number, "waybill": waybill, "packer": "P001"}
        row |= {"sealed_us": T0 + seq, "weight_mg": weight_mg, "lines": 1, "units": 1}
        connection.execute(insert(parcels).values(row))
    return seq


def state(book: OrderBook, number: str) -> str:
    with reading(book.engine) as connection:
        return str(connection.execute(select(orders.c.state).where(orders.c.number == number)).scalar_one())
