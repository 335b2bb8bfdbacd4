"""The order book's tables of picking: batches, their orders' cells, what was picked, and what the sort wall sorted.

``wall_units.position`` is the index of the line in the order's own ``Order.lines`` as ``order_copy`` gives them, kits
exploded. Orders under one waybill share a cell, each with its own lines. No query and no rule lives here.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from station.orders.tables import count, flag, metadata, words

pick_batches = Table(
    "pick_batches",
    metadata,
    Column("id", Integer, primary_key=True),
    words("place"),  # the warehouse it is picked in; empty where there is only one
    flag("single"),  # orders of one unit, packed item first: they need no cells
    Column("opened_us", BigInteger, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("closed_us", BigInteger),
    words("closed_by"),
)

pick_orders = Table(
    "pick_orders",
    metadata,
    Column("batch_id", Integer, ForeignKey("pick_batches.id"), primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), primary_key=True),
    Column("cell", Integer, nullable=False),  # 1 is the most urgent; never given again in its batch
    count("position"),  # among the orders that share the cell: 0 leads the parcel
    words("tote"),
    count("revision", 1),  # the order's own when it was put in: another one means that it was changed since
    flag("live"),  # in an open batch and not taken out of it
    words("out"),  # why it was taken out: short, held, cancelled, changed, by_hand
    Index("ix_pick_orders_cell", "batch_id", "cell"),  # several orders only where they share a waybill
    Index(
        "ix_pick_orders_live", "order_no", unique=True, sqlite_where=text("live"), postgresql_where=text("live")
    ),  # an order is in one open batch only
)

pick_lines = Table(
    "pick_lines",
    metadata,
    Column("batch_id", Integer, ForeignKey("pick_batches.id"), primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("position", Integer, primary_key=True),  # the line's index in the order's own ``Order.lines``
    Column("sku", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    words("name"),
    words("variant"),
)

picks = Table(
    "picks",
    metadata,
    Column("batch_id", Integer, ForeignKey("pick_batches.id"), primary_key=True),
    Column("sku", Text, primary_key=True),
    count("picked"),  # scanned at the shelf
    count("short"),  # looked for and not there
)

wall_units = Table(
    "wall_units",
    metadata,
    Column("batch_id", Integer, ForeignKey("pick_batches.id"), primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column(
        "ordinal", Integer, primary_key=True
    ),  # one above the line's highest: two sorters cannot take the same place
    Column("scan_id", Text, nullable=False),  # of the scan itself: sent twice, it goes in once
    Column("sku", Text, nullable=False),
    Column("units", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("cell", Integer, nullable=False),
    Column("by", Text, nullable=False),  # pseudonym, or the wall's name
    Column("at_us", BigInteger, nullable=False),
    Column("lot", Text),
    Column("expiry", Text),
    Column("serial", Text),
    UniqueConstraint("scan_id", name="uq_wall_units_scan_id"),
    Index("ix_wall_units_order_no", "order_no"),
)

pick_acts = Table(
    "pick_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("batch_id", Integer, ForeignKey("pick_batches.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),  # opened, tote, picked, short, taken_out, sorted, taken_back, returned, closed
    Column("order_no", Text),
    words("sku"),
    count("units"),
    words("detail"),  # the code scanned, the tote, the reason
    Index("ix_pick_acts_batch_id", "batch_id"),
)
