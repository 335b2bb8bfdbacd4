"""The sort wall's book-keeping: a unit is in its cell when its row is committed, and not before.

A public function that takes the book is one transaction, under the batch's lock: two sorters cannot fill one place.
A scan has an id of its own, so that it goes in once however often it is sent, and can be looked up when nobody knows
whether its commit arrived.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from station.errors import Trouble
from station.orders.cells import batch_of, wall_of
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.picking import record, take_out
from station.orders.picking_tables import wall_units
from station.orders.tables import serials
from station.packing.inputs import Instant, Scan
from station.packing.model import OrderNo, Sku
from station.packing.sorting import (
    Cell,
    CellState,
    Placed,
    Refused,
    Wall,
    WallReason,
    after,
    place,
)
from station.packing.wall_answers import Emptied, TakenBack


def look_at(book: OrderBook, batch: int) -> Wall:
    """The wall as it is now.

    Raises:
        Trouble: there is no such batch, or it has no cells.
    """
    with reading(book.engine) as connection:
        row = batch_of(connection, batch)
        _refuse_cell_less(row)
        return wall_of(connection, row)


def sort(
    book: OrderBook, batch: int, scan: Scan, *, scan_id: str, who: str, now: Instant
) -> tuple[Placed | Refused, Wall]:
    """One scanned code into its cell, or why into none; with the wall as it then is."""
    with writing(book.engine) as connection:
        wall = wall_of(connection, batch_of(connection, batch, lock=True))
        answer = place(wall, scan, now)
        if isinstance(answer, Placed) and scan.serial is not None:
            taken = _taken_before(connection, answer.sku, scan.serial)
            answer = place(wall, replace(scan, serial_order=taken), now) if taken else answer
        if isinstance(answer, Refused):
            return answer, wall
        _put(connection, batch, answer, scan, scan_id=scan_id, who=who, now_us=now.wall_us)
        return answer, after(wall, answer)


def _taken_before(connection: Connection, sku: str, serial: str) -> OrderNo | None:
    statement = select(serials.c.order_no).where(serials.c.sku == sku, serials.c.serial == serial)
    return connection.execute(statement).scalar()


def _put(
    connection: Connection, batch: int, placed: Placed, scan: Scan, *, scan_id: str, who: str, now_us: int
) -> None:
    line = (
        wall_units.c.batch_id == batch,
        wall_units.c.order_no == placed.order,
        wall_units.c.position == placed.position,
    )
    highest = connection.execute(select(func.max(wall_units.c.ordinal)).where(*line)).scalar()
    connection.execute(
        insert(wall_units).values(
            batch_id=batch,
            order_no=placed.order,
            position=placed.position,
            ordinal=(highest or 0) + 1,
            scan_id=scan_id,
            sku=placed.sku,
            units=placed.units,
            code=scan.text,
            cell=placed.cell,
            by=who,
            at_us=now_us,
            lot=scan.lot,
            expiry=scan.expiry,
            serial=scan.serial,
        )
    )
    _tell(connection, batch, "sorted", placed, who=who, now_us=now_us, detail=scan.text)


def recall(book: OrderBook, batch: int, scan_id: str) -> tuple[Placed | None, Wall]:
    """Where the scan of that id went, if its commit arrived; with the wall as it is."""
    with reading(book.engine) as connection:
        wall = wall_of(connection, batch_of(connection, batch))
        row = connection.execute(select(wall_units).where(wall_units.c.scan_id == scan_id)).first()
        return (None if row is None else _placed(row, wall)), wall


def latest_of(book: OrderBook, batch: int, who: str) -> tuple[str, Placed] | None:
    """The last unit somebody sorted into this wall, and its scan's id; None when it is not there any more."""
    with reading(book.engine) as connection:
        statement = (
            select(wall_units)
            .where(wall_units.c.batch_id == batch, wall_units.c.by == who)
            .order_by(wall_units.c.at_us.desc(), wall_units.c.ordinal.desc())
            .limit(1)
        )
        row = connection.execute(statement).first()
        if row is None:
            return None
        return row.scan_id, _placed(row, wall_of(connection, batch_of(connection, batch)))


def _placed(row: Row[Any], wall: Wall) -> Placed:
    cell = wall.cell(row.cell)
    full = cell is not None and cell.state is CellState.FULL
    return Placed(
        cell=row.cell, order=OrderNo(row.order_no), position=row.position, sku=Sku(row.sku), units=row.units, full=full
    )


def take_back(
    book: OrderBook, batch: int, scan_id: str, *, who: str, now_us: int
) -> tuple[TakenBack | Refused | None, Wall]:
    """The units of one scan come out of their cell again; None when they are not there any more."""
    with writing(book.engine) as connection:
        wall = wall_of(connection, batch_of(connection, batch, lock=True))
        row = connection.execute(select(wall_units).where(wall_units.c.scan_id == scan_id)).first()
        if row is None:
            return None, wall
        cell = wall.cell(row.cell)
        if cell is None or cell.state in (CellState.TAKEN, CellState.PACKED):
            return Refused(reason=WallReason.CELL_TAKEN, cell=row.cell, sku=Sku(row.sku), locks=False), wall
        connection.execute(delete(wall_units).where(wall_units.c.scan_id == scan_id))
        back = TakenBack(scan_id=scan_id, cell=row.cell, order=OrderNo(row.order_no), sku=Sku(row.sku), units=row.units)
        _tell(connection, batch, "taken_back", back, who=who, now_us=now_us, detail=row.code)
        return back, wall_of(connection, batch_of(connection, batch))


def empty(book: OrderBook, batch: int, cell: int, *, who: str, now_us: int) -> tuple[Emptied | Cell | None, Wall]:
    """A stopped cell is empty now: its units are back on the shelf. Any other cell is only told; None: no such cell."""
    with writing(book.engine) as connection:
        wall = wall_of(connection, batch_of(connection, batch, lock=True))
        found = wall.cell(cell)
        if found is None or found.state is not CellState.STOPPED:
            return found, wall
        mine = (wall_units.c.batch_id == batch, wall_units.c.order_no.in_(found.orders))
        connection.execute(delete(wall_units).where(*mine))
        record(
            connection,
            batch,
            "returned",
            who=who,
            now_us=now_us,
            order=found.order,
            units=found.units,
            detail=found.why,
        )
        if found.why != WallReason.CELL_OUT:
            for number in found.orders:
                take_out(connection, batch, number, why=found.why, who=who, now_us=now_us)
        emptied = Emptied(cell=cell, order=found.order, units=found.units)
        return emptied, wall_of(connection, batch_of(connection, batch))


def _tell(
    connection: Connection, batch: int, act: str, what: Placed | TakenBack, *, who: str, now_us: int, detail: str
) -> None:
    record(
        connection,
        batch,
        act,
        who=who,
        now_us=now_us,
        order=what.order,
        sku=what.sku,
        units=what.units,
        detail=detail,
    )


def _refuse_cell_less(batch: Row[Any]) -> None:
    if batch.single:
        raise Trouble(
            f"batch {batch.id} has no cells: its orders are of one unit each",
            remedy="Scan its goods at a bench with nothing open; each opens its order.",
        )
