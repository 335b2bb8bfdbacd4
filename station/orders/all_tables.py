"""All tables of the order book, in however many files: what a new book is made of. Each file is named here once."""

from __future__ import annotations

from station.orders import handover_tables, tables

TABLE_FILES = (tables, handover_tables)
METADATA = tables.metadata
