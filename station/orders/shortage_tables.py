"""The order book's table of shortages: what kept an order from being packed or picked, and whose turn it is.

No query and no rule lives here.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, text

from station.orders.tables import metadata, words

shortages = Table(
    "shortages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("owner", Text, nullable=False),  # purchasing, production, service
    Column("why", Text, nullable=False),  # an ``Exceptional``, or a person's words
    Column("missing", Text, nullable=False),  # JSON: [{"sku": …, "units": …}]
    words("bench"),  # or the pick batch
    words("packer"),  # pseudonym
    Column("at_us", BigInteger, nullable=False),
    Column("due_us", BigInteger),  # when the buyer must know (C11)
    words("how"),  # wait, partial, substitute, arrived, packed; a buyer who waits leaves it open
    words("said_by"),
    Column("said_us", BigInteger),
    Column("resolved_us", BigInteger),
    Index("ix_shortages_order_no", "order_no"),
    Index(
        "ix_shortages_open",
        "owner",
        "id",
        sqlite_where=text("resolved_us IS NULL"),
        postgresql_where=text("resolved_us IS NULL"),
    ),
)
