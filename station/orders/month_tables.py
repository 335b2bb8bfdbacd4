"""The table of the logs that a book has entries of: how far each goes, and from where on it is kept here. No query, no
rule.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from station.orders.tables import metadata

event_logs = Table(
    "event_logs",
    metadata,
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("size", BigInteger, nullable=False, server_default="0"),  # PostgreSQL: no entry has this number or a later
    Column("kept_from", BigInteger, nullable=False, server_default="0"),  # entries before were retired
)
