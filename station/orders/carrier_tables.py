"""The order book's tables of house and carrier: who chose a service, which orders were in a batch."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from station.orders.tables import metadata, words

service_choices = Table(
    "service_choices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    words("who"),
    words("service"),  # empty: the choice was taken back
    words("reason"),
    Index("ix_service_choices_order_no", "order_no"),
)

carrier_batches = Table(
    "carrier_batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("service", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    words("who"),
)

carrier_batch_orders = Table(
    "carrier_batch_orders",
    metadata,
    Column("batch_id", Integer, ForeignKey("carrier_batches.id"), primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, nullable=False),  # empty: the carrier is to give one
    Index("ix_carrier_batch_orders_order_no", "order_no"),
)
