"""The cells of pick batches as the order book has them now: what each order needs, what lies there, how it stands.

Reads only, but for the lock that lets one sorter at a time into a batch. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from station.errors import Trouble
from station.orders.cell_codes import cell_named
from station.orders.order_copy import completed, lines_of
from station.orders.picking_tables import pick_batches, pick_lines, pick_orders, wall_units
from station.orders.tables import orders
from station.packing.model import LineKind, OrderLine, OrderNo, OrderState, Sku
from station.packing.reasons import Reason
from station.packing.sorting import Cell, CellLine, CellState, Wall, WallReason

LACKING_MAX = 3
"""SKUs named in one sentence."""

_GONE = frozenset({OrderState.SEALED, OrderState.HANDED_OVER, OrderState.SHIPPED, OrderState.FINISHED})


def batch_of(connection: Connection, batch: int, *, lock: bool = False) -> Row[Any]:
    """The batch's own row; with ``lock`` nobody else sorts, picks or closes until the transaction ends.

    Raises:
        Trouble: there is no such batch.
    """
    statement = select(pick_batches).where(pick_batches.c.id == batch)
    row = connection.execute(statement.with_for_update() if lock else statement).first()
    if row is None:
        raise Trouble(f"there is no pick batch {batch}", remedy="See: sealbench pick show.")
    return row


def wall_of(connection: Connection, batch: Row[Any]) -> Wall:
    cells = cells_of(connection, batch.id)
    statement = select(wall_units.c.serial).where(
        wall_units.c.batch_id == batch.id, wall_units.c.serial.is_not(None), wall_units.c.units > 0
    )
    serials = frozenset(connection.execute(statement).scalars())
    return Wall(batch=batch.id, cells=cells, serials=serials, closed=batch.closed_us is not None)


def cells_of(connection: Connection, batch: int) -> tuple[Cell, ...]:
    """Every cell of the batch, in their order; those that were emptied for good are left out."""
    statement = (
        select(pick_orders, orders.c.state, orders.c.revision.label("now"))
        .join(orders, orders.c.number == pick_orders.c.order_no)
        .where(pick_orders.c.batch_id == batch)
        .order_by(pick_orders.c.cell, pick_orders.c.position)
    )
    lines = _lines(connection, batch)
    by_cell = groupby(connection.execute(statement).all(), key=lambda row: row.cell)
    cells = (_cell(connection, list(rows), lines) for _number, rows in by_cell)
    return tuple(cell for cell in cells if cell.why != WallReason.CELL_OUT or cell.units)


def _lines(connection: Connection, batch: int) -> dict[str, tuple[CellLine, ...]]:
    """By order: its lines as they were when it came in, with what lies in its cell."""
    sorted_units = _units(connection, batch)
    rows = connection.execute(
        select(pick_lines).where(pick_lines.c.batch_id == batch).order_by(pick_lines.c.order_no, pick_lines.c.position)
    ).all()
    goods = _goods(connection, rows)
    found: dict[str, list[CellLine]] = {}
    for row in rows:
        units = sorted_units.get((row.order_no, row.position), 0)
        line = goods[_goods_of(row)]
        mine = CellLine(order=OrderNo(row.order_no), position=row.position, line=line, units=units)
        found.setdefault(row.order_no, []).append(mine)
    return {number: tuple(lines) for number, lines in found.items()}


def _goods(connection: Connection, rows: Sequence[Row[Any]]) -> dict[tuple[object, ...], OrderLine]:
    """What the product files know of each line's goods, worked out once for all orders that want the same."""
    alike = {_goods_of(row): row for row in rows}
    return dict(zip(alike, completed(connection, [_order_line(row) for row in alike.values()]), strict=True))


def _goods_of(row: Row[Any]) -> tuple[object, ...]:
    return row.sku, row.quantity, row.kind, row.name, row.variant


def _order_line(row: Row[Any]) -> OrderLine:
    kind = LineKind(row.kind)
    return OrderLine(sku=Sku(row.sku), quantity=row.quantity, kind=kind, name=row.name, variant=row.variant)


def _units(connection: Connection, batch: int) -> dict[tuple[str, int], int]:
    statement = (
        select(wall_units.c.order_no, wall_units.c.position, func.sum(wall_units.c.units))
        .where(wall_units.c.batch_id == batch)
        .group_by(wall_units.c.order_no, wall_units.c.position)
    )
    return {(order_no, position): int(units) for order_no, position, units in connection.execute(statement)}


def _cell(connection: Connection, rows: Sequence[Row[Any]], lines: Mapping[str, tuple[CellLine, ...]]) -> Cell:
    each = [lines.get(row.order_no, ()) for row in rows]
    cell = Cell(
        number=rows[0].cell,
        orders=tuple(OrderNo(row.order_no) for row in rows),
        lines=tuple(line for mine in each for line in mine),
        tote=rows[0].tote,
    )
    standing = [_standing(connection, row, mine) for row, mine in zip(rows, each, strict=True)]
    state, why = min(standing, key=lambda found: _WORST.index(found[0]))
    if state is CellState.OPEN and cell.complete:
        state = CellState.FULL
    return replace(cell, state=state, why=why)


_WORST = (CellState.STOPPED, CellState.TAKEN, CellState.PACKED, CellState.OPEN)
"""Of the orders of one cell the first of these decides for all."""


def _standing(connection: Connection, row: Row[Any], lines: Sequence[CellLine]) -> tuple[CellState, str]:
    state = OrderState(row.state)
    if row.out:
        return CellState.STOPPED, WallReason.CELL_OUT
    if state is OrderState.CANCELLED:
        return CellState.STOPPED, Reason.ORDER_CANCELLED
    if state in _GONE:
        return CellState.PACKED, ""
    if state is OrderState.PACKING:
        return CellState.TAKEN, ""
    if state is not OrderState.READY:
        return CellState.STOPPED, Reason.ORDER_HELD
    if row.now != row.revision and _changed(connection, row.order_no, lines):
        return CellState.STOPPED, Reason.ORDER_CHANGED
    return CellState.OPEN, ""


def _changed(connection: Connection, number: str, lines: Sequence[CellLine]) -> bool:
    """Whether the order wants other goods than when it came in; a new address changes nothing on a shelf."""
    now = [(line.sku, line.quantity) for line in lines_of(connection, number)]
    return now != [(line.line.sku, line.line.quantity) for line in lines]


def cell_lacks(connection: Connection, code: str) -> str:
    """What is missing in the cell of that code, in words; empty when it is full, or is another code."""
    named = cell_named(code)
    if named is None:
        return ""
    batch, number = named
    cell = next((cell for cell in cells_of(connection, batch) if cell.number == number), None)
    if cell is None or cell.state is not CellState.OPEN:
        return ""
    more = f" + {len(cell.missing) - LACKING_MAX}" if len(cell.missing) > LACKING_MAX else ""
    return ", ".join(f"{sku} × {units}" for sku, units in cell.missing[:LACKING_MAX]) + more
