"""The order book's table of erasures that benches are asked for; nothing else is here."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from station.orders.tables import count, flag, metadata, words

erasure_requests = Table(
    "erasure_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, nullable=False),
    Column("bench", Text, nullable=False),
    words("who"),
    words("reason"),
    Column("asked_us", BigInteger, nullable=False),
    Column("answered_us", BigInteger),
    flag("done"),  # answered and not done: refused, and ``why`` says what kept it
    words("why"),
    count("values_gone"),
    count("files_gone"),
    Index("ix_erasure_requests_bench", "bench", "answered_us"),
)
