"""Rows of one source, written down by what matters of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from station.orders.sheet import Table
from station.orders.source_order import Found, Repeat, RowFault, SourceOrder


def read(module: ModuleType, *rows: Mapping[str, str]) -> list[Found]:
    """The rows under every header that one of them has."""
    headers = tuple(dict.fromkeys(header for row in rows for header in row))
    cells = [[row.get(header, "") for header in headers] for row in rows]
    return list(module.read(Table(headers=headers, rows=cells, first_row=2), utc_offset_minutes=480))


def order(found: list[Found]) -> SourceOrder:
    (one,) = (each for each in found if not isinstance(each, Repeat))
    assert isinstance(one, SourceOrder), one
    return one


def lines(one: SourceOrder) -> list[tuple[str, int]]:
    assert one.lines is not None
    return [(line.sku, line.quantity) for line in one.lines]


def faults(found: list[Found]) -> list[tuple[int, str]]:
    return [(each.row, each.message) for each in found if isinstance(each, RowFault)]
