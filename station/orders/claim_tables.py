"""Tables of claims that came into other hands, and of the parcels that came too late because of it. No query, no rule.

On PostgreSQL a bench that has an order is rung when somebody changes it: ``order_bell`` says how.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, text

from station.orders.tables import metadata, words

takeovers = Table(
    "takeovers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    words("who"),
    words("reason"),
    Column("bench", Text, nullable=False),  # that had it
    Column("fence", Integer, nullable=False),  # from which on it has it no more
    words("waybill"),  # that went void, because that bench may have printed it
    Index("ix_takeovers_order_no", "order_no"),
)

refused_seals = Table(
    "refused_seals",
    metadata,
    Column("bench", Text, primary_key=True),  # the entry of the seal
    Column("epoch", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, nullable=False),
    Column("sealed_us", BigInteger, nullable=False),
    Column("fence", Integer, nullable=False),  # the seal's
    words("now_at"),  # the bench that has the order instead, or that sealed it
    Column("told_us", BigInteger),  # when its bench had said so
    Index(
        "ix_refused_seals_bench",
        "bench",
        sqlite_where=text("told_us IS NULL"),
        postgresql_where=text("told_us IS NULL"),
    ),
)
