"""The order book's tables of what leaves the house: handovers, and what the platforms are told of them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from station.orders.tables import metadata, words

handovers = Table(
    "handovers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("carrier", Text, nullable=False),
    Column("services", Text, nullable=False),  # blank-separated, as they were when it was opened
    Column("opened_us", BigInteger, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("closed_us", BigInteger),
    words("closed_by"),
    words("driver"),
    Index(
        "ix_handovers_open",
        "carrier",
        unique=True,
        sqlite_where=text("closed_us IS NULL"),
        postgresql_where=text("closed_us IS NULL"),
    ),
)

handover_parcels = Table(
    "handover_parcels",
    metadata,
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, primary_key=True),  # so a parcel is handed over once, whoever scans it where
    Column("handover_id", Integer, ForeignKey("handovers.id"), nullable=False),
    Column("bench", Text, nullable=False),
    Column("weight_mg", BigInteger),
    Column("scanned_us", BigInteger, nullable=False),
    Column("scanned_by", Text, nullable=False),
    Index("ix_handover_parcels_handover_id", "handover_id"),
)

handover_left = Table(
    "handover_left",
    metadata,
    Column("handover_id", Integer, ForeignKey("handovers.id"), primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, primary_key=True),
    Column("bench", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("called_us", BigInteger),
    words("called_by"),
)

handover_acts = Table(
    "handover_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("handover_id", Integer, ForeignKey("handovers.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),  # opened, scanned, refused, taken_out, closed, called
    words("code"),
    Column("order_no", Text),
    words("reason"),
    Index("ix_handover_acts_handover_id", "handover_id"),
)

handover_papers = Table(
    "handover_papers",
    metadata,
    Column("handover_id", Integer, ForeignKey("handovers.id"), primary_key=True),
    Column("role", Text, primary_key=True),  # sheet, signature, photo
    Column("sha256", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),  # a few a day: what one desk closes, every bench can show
)

handover_owed = Table(
    "handover_owed",  # entries that a bench's own ledger has still to take; gone once the relay has brought them
    metadata,
    Column("bench", Text, primary_key=True),
    Column("handover_id", Integer, ForeignKey("handovers.id"), primary_key=True),
    Column("order_no", Text, primary_key=True),  # empty: the close of the whole handover
    Column("waybill", Text, primary_key=True),
)

confirmations = Table(
    "confirmations",
    metadata,
    Column("order_no", Text, primary_key=True),
    Column("waybill", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("exported_us", BigInteger, nullable=False),
    Column("exported_by", Text, nullable=False),
)
