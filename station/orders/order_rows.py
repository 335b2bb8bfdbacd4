"""Orders of a file that has one row a line: which rows are one order's, and when they contradict each other. Pure.

What a cell means is the business of ``sources/``; it is handed in as two functions.

A *block* is a row with cells of the order itself and the rows below it that have none: merged cells, or an export
that writes them once. The same block twice is one order exported twice and counts once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from station.orders.sheet import Table
from station.orders.source_order import CellError, Found, Repeat, RowFault, SourceLine, SourceOrder

Cells: TypeAlias = dict[str, str]
Row: TypeAlias = tuple[int, Cells]
Block: TypeAlias = list[Row]
ReadLine: TypeAlias = Callable[[Cells], SourceLine | None]
"""A row's line; None when nothing of it is to be packed. Raises CellError."""

ReadOrder: TypeAlias = Callable[[Sequence[Row], tuple[SourceLine, ...]], SourceOrder]
"""The order from its rows, the first of them one that has the order's cells, and its lines. Raises CellError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which columns are the order's and which the line's; every other column is never looked at."""

    number: str
    of_the_order: tuple[str, ...]
    of_the_line: tuple[str, ...]
    line_id: tuple[str, ...]
    """Columns that stand once an order where each row repeats the order's cells; none where no row does."""

    fill_down: bool = False
    """Vertically merged cells: a row without number and order cells belongs to the order above."""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.number, *self.of_the_order, *self.of_the_line, *self.line_id)))


def read_orders(table: Table, layout: Layout, *, line: ReadLine, order: ReadOrder) -> Iterator[Found]:
    """Each order once, whole or not at all: half of its lines would be a wrong parcel."""
    for number, blocks in _blocks(table, layout).items():
        if number:
            yield from _read_order(number, blocks, layout, line, order)
        else:
            message = "the order number is missing"
            yield from (RowFault(row=row, column=layout.number, message=message) for row, _cell in _rows(blocks))


def _blocks(table: Table, layout: Layout) -> dict[str, list[Block]]:
    """The blocks of each number, rows without one under the empty number."""
    columns = layout.columns
    found: dict[str, list[Block]] = {}
    above = ""
    for row, texts in table.records(columns):
        cell = dict(zip(columns, texts, strict=True))
        begins = _has_any(cell, layout.of_the_order)
        if not begins and not _has_any(cell, layout.of_the_line):
            continue  # the rest of an order too long for its row: promotions, taxes
        number = cell[layout.number] or (above if layout.fill_down and not begins else "")
        above = number
        blocks = found.setdefault(number, [])
        if not blocks or (begins and any(_has_any(each, layout.of_the_order) for _row, each in blocks[-1])):
            blocks.append([])
        blocks[-1].append((row, cell))
    return found


def _has_any(cell: Cells, columns: Sequence[str]) -> bool:
    return any(cell[column] for column in columns)


def _rows(blocks: Sequence[Block]) -> Iterator[Row]:
    for block in blocks:
        yield from block


def _read_order(
    number: str, blocks: Sequence[Block], layout: Layout, line: ReadLine, order: ReadOrder
) -> Iterator[Found]:
    """One order from its rows, or a fault for each row that stands in its way."""
    distinct = _each_once(blocks)
    conflict = _conflict(distinct, layout)
    if conflict:
        message = f"order {number} stands in this file {conflict}"
        yield from (RowFault(row=row, column="", message=message, number=number) for row, _cell in _rows(blocks))
        return
    yield from (
        Repeat(row=block[0][0], number=number) for block in blocks if not any(block is each for each in distinct)
    )
    lines: list[SourceLine] = []
    faults: list[RowFault] = []
    for row, cell in _rows(distinct):
        try:
            found = line(cell)
        except CellError as fault:
            faults.append(RowFault(row=row, column=fault.column, message=str(fault), number=number))
            continue
        lines += () if found is None else (found,)
    yield from faults or _whole(number, _head_first(distinct, layout), tuple(lines), order)


def _each_once(blocks: Sequence[Block]) -> list[Block]:
    distinct: dict[tuple[tuple[str, ...], ...], Block] = {}
    for block in blocks:
        distinct.setdefault(tuple(tuple(cell.values()) for _row, cell in block), block)
    return list(distinct.values())


def _head_first(blocks: Sequence[Block], layout: Layout) -> list[Row]:
    """A file sorted by hand may have an order's full row below the others."""
    return sorted(_rows(blocks), key=lambda row: not _has_any(row[1], layout.of_the_order))


def _whole(number: str, rows: Sequence[Row], lines: tuple[SourceLine, ...], order: ReadOrder) -> Iterator[Found]:
    try:
        yield order(rows, lines)
    except CellError as fault:
        yield RowFault(row=rows[0][0], column=fault.column, message=str(fault), number=number)


def _conflict(blocks: Sequence[Block], layout: Layout) -> str:
    """Why the rows cannot be one order; empty when they can. ``blocks`` are all different."""
    if contradicted(list(_rows(blocks)), layout.of_the_order):
        return "with different content"
    if len(blocks) == 1:
        return ""
    if not layout.line_id or any(len(block) > 1 for block in blocks):
        return "more than once, with different lines"
    ids = [tuple(cell[column] for column in layout.line_id) for _row, cell in _rows(blocks)]
    return "with one line in two versions" if len(set(ids)) < len(ids) else ""


def contradicted(rows: Sequence[Row], columns: Sequence[str]) -> bool:
    """Whether two rows say different things of their order; a row may repeat its cells or leave them out."""
    return any(len({text for _row, cell in rows if (text := cell[column])}) > 1 for column in columns)
