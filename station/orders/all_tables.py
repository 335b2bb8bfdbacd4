"""All tables of the order book, in however many files: what a new book is made of. Each file is named here once."""

from __future__ import annotations

from station.orders import (
    anchor_tables,
    api_tables,
    carrier_tables,
    claim_tables,
    dispute_tables,
    erasure_tables,
    figure_tables,
    gate_tables,
    handover_tables,
    intake_tables,
    month_tables,
    notice_tables,
    parts_tables,
    picking_tables,
    relay_tables,
    shortage_tables,
    tables,
)

TABLE_FILES = (
    tables,
    anchor_tables,
    api_tables,
    carrier_tables,
    claim_tables,
    gate_tables,
    dispute_tables,
    erasure_tables,
    handover_tables,
    notice_tables,
    intake_tables,
    month_tables,
    picking_tables,
    shortage_tables,
    parts_tables,
    figure_tables,
    relay_tables,
)
METADATA = tables.metadata
