"""A file that was read and understood, between the reader and the order book. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from station.orders.mappings import Mapping
from station.orders.shops import Platform
from station.orders.source_order import RowFault, SourceItems, SourceOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """A file that was read and understood, and nothing yet done with it."""

    path: str
    sha256: str
    source: str
    platform: Platform
    platform_name: str
    orders: tuple[SourceOrder, ...]
    items: tuple[SourceItems, ...]
    faults: tuple[RowFault, ...]
    mapping: Mapping | None = None  # of a table of the seller's own
    taught: bool = False  # a person said now what its columns mean
    repeated: frozenset[str] = frozenset()  # orders that stand in it more than once, word for word

    @property
    def numbers(self) -> set[str]:
        return {order.number for order in self.orders} | {items.number for items in self.items}
