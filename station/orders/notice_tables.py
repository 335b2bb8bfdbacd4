"""The order book's tables of what buyers and platforms were told after a handover, and what came back."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from station.orders.tables import metadata, words

notices = Table(
    "notices",
    metadata,
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, primary_key=True),  # a parcel's buyer is written to once
    Column("language", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("written_us", BigInteger, nullable=False),
    Column("written_by", Text, nullable=False),
)

confirmation_words = Table(
    "confirmation_words",
    metadata,
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, primary_key=True),
    Column("confirmed_us", BigInteger),  # a person says that the platform has it
    words("confirmed_by"),
    Column("doubted_us", BigInteger),  # the platform's own file said after all that it is still to ship
)
