"""The order book's tables of control totals: batches of orders that somebody has counted before they came (A8)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Table, Text

from station.orders.tables import flag, metadata, words

import_batches = Table(
    "import_batches",
    metadata,
    Column("name", Text, primary_key=True),
    Column("expected", Integer, nullable=False),
    Column("opened_us", BigInteger, nullable=False),
    words("opened_by"),
    Column("closed_us", BigInteger),
    words("closed_by"),
    words("reason"),  # why it was closed although the count differs
)

batch_orders = Table(
    "batch_orders",
    metadata,
    Column("batch", Text, ForeignKey("import_batches.name"), primary_key=True),
    Column("order_no", Text, primary_key=True),
    flag("declared"),  # named before any file came
    flag("imported"),
    flag("known"),  # the book had it before this batch
    flag("repeated"),  # its row stands in a file more than once
    words("refused"),  # why its rows were not taken
)
