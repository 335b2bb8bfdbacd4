"""A pick batch as a value: its cells, its walk along the shelves, and how far both are. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from station.orders.cells import batch_of, cells_of
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.picking_tables import pick_batches, picks
from station.packing.picking import CellNeed, Stop, walk
from station.packing.sorting import Cell, CellState, WallReason

RECENT = 20
"""Batches in the list that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickStop:
    """A stop of the walk with what was scanned there, and what was looked for in vain."""

    stop: Stop
    picked: int = 0
    short: int = 0

    @property
    def wanted(self) -> int:
        """Units still to take."""
        return max(0, self.stop.units - self.picked)


@dataclass(frozen=True, slots=True, kw_only=True)
class PickBatch:
    id: int
    place: str
    single: bool
    opened_us: int
    opened_by: str
    closed_us: int | None
    closed_by: str
    cells: tuple[Cell, ...] = ()
    stops: tuple[PickStop, ...] = ()

    @property
    def units(self) -> int:
        return sum(each.stop.units for each in self.stops)

    @property
    def picked(self) -> int:
        return sum(min(each.picked, each.stop.units) for each in self.stops)

    @property
    def full(self) -> int:
        return sum(cell.state in (CellState.FULL, CellState.TAKEN, CellState.PACKED) for cell in self.cells)


def look(book: OrderBook, batch: int) -> PickBatch:
    """A batch with all its cells and stops.

    Raises:
        Trouble: there is none of this number.
    """
    with reading(book.engine) as connection:
        return told(connection, batch_of(connection, batch))


def recent(book: OrderBook) -> Sequence[PickBatch]:
    """The open batches and the latest closed ones."""
    with reading(book.engine) as connection:
        statement = select(pick_batches).order_by(pick_batches.c.closed_us.is_not(None), pick_batches.c.id.desc())
        return [told(connection, row) for row in connection.execute(statement.limit(RECENT)).all()]


def told(connection: Connection, row: Row[Any]) -> PickBatch:
    cells = cells_of(connection, row.id)
    stops = walk(
        CellNeed(cell=cell.number, order=cell.order, lines=tuple(line.line for line in cell.lines))
        for cell in cells
        if wanted(cell)
    )
    counted = {
        each.sku: (each.picked, each.short)
        for each in connection.execute(select(picks).where(picks.c.batch_id == row.id))
    }
    return PickBatch(
        **{name: getattr(row, name) for name in ("id", "place", "single", "opened_us", "opened_by")},
        closed_us=row.closed_us,
        closed_by=row.closed_by,
        cells=cells,
        stops=tuple(_stop(stop, counted.get(stop.line.sku, (0, 0))) for stop in stops),
    )


def _stop(stop: Stop, counted: tuple[int, int]) -> PickStop:
    picked, short = counted
    return PickStop(stop=stop, picked=picked, short=short)


def wanted(cell: Cell) -> bool:
    """Whether its goods belong on the list: an order that left the batch, or may not ship, is not fetched for."""
    return cell.state is not CellState.STOPPED and cell.why != WallReason.CELL_OUT
