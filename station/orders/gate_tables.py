"""The order book's tables of what people decide about orders: approvals, cancellations, cases, parcels of suppliers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, text

from station.orders.tables import metadata, words

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("name", Text, nullable=False),  # as the shop's file names it; "cod" is the telephone call
    Column("answer", Text, nullable=False),  # given, refused, withdrawn: the last one counts
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    words("note"),
    words("seen"),  # fingerprint of what was approved
    Index("ix_approvals_order_no", "order_no"),
)

hold_acts = Table(
    "hold_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),  # held, released, placed
    words("reason"),
    words("note"),
    Index("ix_hold_acts_order_no", "order_no"),
)

cancellations = Table(
    "cancellations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("asked_us", BigInteger, nullable=False),
    Column("recorded_by", Text, nullable=False),
    Column("fault", Text, nullable=False),  # seller, buyer
    words("reason"),
    words("answer"),  # agreed, refused; empty until somebody answers
    Column("answered_us", BigInteger),
    words("answered_by"),
    words("note"),
    Index(
        "ix_cancellations_open",
        "order_no",
        unique=True,
        sqlite_where=text("answer = ''"),
        postgresql_where=text("answer = ''"),
    ),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("kind", Text, nullable=False),  # the purpose of the rule that binds it
    words("cause"),  # of a dispute its kind
    Column("start_us", BigInteger, nullable=False),
    Column("opened_us", BigInteger, nullable=False),
    Column("opened_by", Text, nullable=False),
    words("note"),
    Column("closed_us", BigInteger),
    words("closed_by"),
    words("closing_note"),
    Column("given_due_us", BigInteger),  # told by the notice itself; goes before the rules
    Index(
        "ix_cases_open",
        "order_no",
        "kind",
        unique=True,
        sqlite_where=text("closed_us IS NULL"),
        postgresql_where=text("closed_us IS NULL"),
    ),
)

sent_outside = Table(
    "sent_outside",
    metadata,
    Column("order_no", Text, ForeignKey("orders.number"), primary_key=True),
    Column("waybill", Text, primary_key=True),  # empty where there was nothing to send
    Column("service", Text, nullable=False),
    Column("fulfilment", Text, nullable=False),  # supplier, none
    Column("sent_us", BigInteger, nullable=False),
    Column("recorded_us", BigInteger, nullable=False),
    Column("recorded_by", Text, nullable=False),
    words("note"),
)
