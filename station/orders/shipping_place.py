"""Which orders a bench of a place may pack, as conditions of a statement. The rule is ``packing/places`` (D5)."""

from __future__ import annotations

from sqlalchemy import ColumnElement

from station.orders.tables import orders
from station.packing.model import Fulfilment


def packed_at(place: str) -> tuple[ColumnElement[bool], ...]:
    """Orders for a bench; with a ``place``, its own and those of shops that have only one."""
    for_a_bench = orders.c.fulfilment == Fulfilment.BENCH
    return (for_a_bench, orders.c.ship_from.in_(("", place))) if place else (for_a_bench,)
