"""A file that was read and understood, between the reader and the order book. Values only."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

    def without_orders_of(self, shops: dict[str, str]) -> ParsedFile:
        """The file less the orders (``shops``: number to shop) that another shop has; each is a refused row instead."""
        if not shops:
            return self
        every: tuple[SourceOrder | SourceItems, ...] = (*self.orders, *self.items)
        strangers = [each for each in every if each.number in shops]
        return replace(
            self,
            orders=tuple(each for each in self.orders if each.number not in shops),
            items=tuple(each for each in self.items if each.number not in shops),
            faults=(*self.faults, *(_of_another(each.row, each.number, shops[each.number]) for each in strangers)),
        )


def _of_another(row: int, number: str, shop: str) -> RowFault:
    words = f"the book has order {number} for shop {shop}: name that with --shop if it is the same order"
    return RowFault(row=row, column="", message=words, number=number)
