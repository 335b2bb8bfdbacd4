"""The order book's tables of the dispute desk. A dispute is a case (``gate_tables.cases``) with more to it."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    func,
    literal_column,
    text,
)

from station.orders.gate_tables import cases
from station.orders.tables import metadata, orders, parcels, words

PHONE_TAIL = func.substr(orders.c.phone, func.length(orders.c.phone) - literal_column("3"))
"""The phone's last four digits, written as the index has them: another spelling would not use it."""

disputes = Table(
    "disputes",
    metadata,
    Column("case_id", Integer, ForeignKey("cases.id"), primary_key=True),
    Column("kind", Text, nullable=False),
    words("channel"),  # who decides: the platform, the bank, the payment service
    words("reference"),  # the number the channel gave it
    Column("amount", BigInteger),  # asked for, in hundredths of ``currency``
    words("currency"),
    words("outcome"),
    Column("paid_back", BigInteger),  # in the end, in hundredths
)

dispute_papers = Table(
    "dispute_papers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Integer, ForeignKey("disputes.case_id"), nullable=False),
    Column("proof", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # a few a dispute, and every desk can show them
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    words("note"),
    Index("ix_dispute_papers_case_id", "case_id"),
)

dispute_submissions = Table(
    "dispute_submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Integer, ForeignKey("disputes.case_id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    words("note"),
    Index("ix_dispute_submissions_case_id", "case_id"),
)

dispute_links = Table(
    "dispute_links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Integer, ForeignKey("disputes.case_id"), nullable=False),
    Column("kind", Text, nullable=False),  # reshipment, address_correction, carrier_claim
    Column("value", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    words("note"),
    Index("ix_dispute_links_case_id", "case_id"),
)

carrier_news = Table(
    "carrier_news",
    metadata,
    Column("waybill", Text, primary_key=True),
    Column("at_us", BigInteger, primary_key=True),
    Column("what", Text, primary_key=True),  # accepted, moving, delivered, refused, returned, damaged, lost
    words("place"),
    Column("weight_mg", BigInteger),  # as the carrier weighed it: the only neutral scale
    words("source"),  # the file it came with
)

_SEALED = text("sealed_us IS NOT NULL")
Index("ix_orders_phone_tail", PHONE_TAIL, sqlite_where=_SEALED, postgresql_where=_SEALED)
Index("ix_parcels_packer", parcels.c.packer, parcels.c.sealed_us)
Index("ix_cases_start_us", cases.c.start_us)
