"""Which other article a hand takes by mistake: the same name, another variant. Read for the screen; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from sqlalchemy import Connection, select

from station.orders.tables import products
from station.packing.model import OrderLine

FOUND_MAX: Final = 1_000
NAMES_MAX: Final = 100
"""Of larger orders the first: all names are asked for at once."""


def look_alikes(connection: Connection, lines: Sequence[OrderLine]) -> dict[str, str]:
    """By SKU the variant that looks most like it; nothing for what has no variant or is alone of its name."""
    mine = [line for line in lines if line.name and line.variant][:NAMES_MAX]
    if not mine:
        return {}
    named = select(products.c.name, products.c.variant).where(products.c.name.in_({line.name for line in mine}))
    found = connection.execute(named.where(products.c.variant != "").distinct().limit(FOUND_MAX)).all()
    nearest = {line.sku: _nearest(line, [row.variant for row in found if row.name == line.name]) for line in mine}
    return {sku: variant for sku, variant in nearest.items() if variant}


def _nearest(line: OrderLine, variants: Sequence[str]) -> str:
    others = sorted(variant for variant in variants if variant != line.variant)
    return max(others, key=lambda each: SequenceMatcher(None, each, line.variant).ratio(), default="")
