"""A batch of orders as one walk along the shelves: what to take, how many, and for which cells.

Pure. Which orders are in a batch, and which cell each has, is the order book's business; who may pack them is not
decided here either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from station.packing.job import needed
from station.packing.model import OrderLine, OrderNo, Sku

ORDERS_MAX = 500
"""In a batch that needs no cells: orders of one unit, packed item first."""

WalkKey: TypeAlias = tuple[tuple[int, int, str], ...]

_DIGITS_OR_NOT = re.compile(r"[0-9]+|[^0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNeed:
    """What one order of the batch takes; its cell on the wall, 1 the most urgent."""

    cell: int
    order: OrderNo
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop of the walk: a SKU at its place, and how many of them go to which cell."""

    location: str
    line: OrderLine  # any of the lines of this SKU: name, variant and barcodes
    cells: tuple[tuple[int, int], ...]  # cell and units, in the order of the cells

    @property
    def units(self) -> int:
        return sum(units for _cell, units in self.cells)


@dataclass(slots=True)
class _Gathered:
    line: OrderLine
    cells: dict[int, int] = field(default_factory=dict)


def walk(needs: Iterable[CellNeed]) -> tuple[Stop, ...]:
    """Each SKU once, along the shelves; goods without a place come last. Virtual lines are not fetched."""
    found: dict[Sku, _Gathered] = {}
    for need in needs:
        for line in need.lines:
            units = needed(line.kind, line.quantity)
            if units:
                cells = found.setdefault(line.sku, _Gathered(line)).cells
                cells[need.cell] = cells.get(need.cell, 0) + units
    stops = (
        Stop(location=each.line.location, line=each.line, cells=tuple(sorted(each.cells.items())))
        for each in found.values()
    )
    return tuple(sorted(stops, key=lambda stop: (not stop.location, walk_key(stop.location), walk_key(stop.line.sku))))


def walk_key(location: str) -> WalkKey:
    """Sorts as shelves are numbered: A-2 before A-10, case aside. Equal for ``A-2`` and ``A-02``."""
    parts = _DIGITS_OR_NOT.findall(location.casefold())
    return tuple(_number(part) if part[0] in "0123456789" else (1, 0, part) for part in parts)


def _number(digits: str) -> tuple[int, int, str]:
    """By value without making a number of it: a code may have thousands of digits."""
    value = digits.lstrip("0")
    return 0, len(value), value


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """An order and units of one SKU: what it wants, or what it will not get."""

    order: OrderNo
    units: int


def who_goes_without(wanting: Sequence[Share], *, there: int) -> tuple[Share, ...]:
    """The orders that cannot be complete when only ``there`` units are found, and what each lacks.

    ``wanting`` stands in order of urgency. The more urgent are served first; one that wants more than is left goes
    without, and what it would have taken serves the next: half an order ships to nobody. What nobody takes in the end
    is not missing, so the units lacked are together just those that were not found.
    """
    without: list[Share] = []
    for share in wanting:
        if share.units <= there:
            there -= share.units
        else:
            without.append(share)
    if without:
        last = without[-1]
        without[-1] = Share(order=last.order, units=last.units - there)  # it wanted more than was left, then and now
    return tuple(without)
