"""The order book's tables of orders in several parcels and of parcels with several orders."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from station.orders.tables import metadata, words

parting_acts = Table(
    "parting_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, nullable=False),  # the platform's order, or the first under one waybill
    Column("at_us", BigInteger, nullable=False),
    words("who"),
    Column("act", Text, nullable=False),  # split, split_undone, joined, parted, declined, reconsidered
    Column("orders", Text, nullable=False),  # JSON, a list of all numbers it is about
    Index("ix_parting_acts_order_no", "order_no"),
)
