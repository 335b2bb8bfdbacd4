"""A cell's barcode, and the order that lies in the cell. Reads only; whoever calls has the transaction."""

from __future__ import annotations

import re

from sqlalchemy import Connection, ScalarSelect, select

from station.orders.picking_tables import pick_batches, pick_orders
from station.orders.tables import orders

_CELL_CODE = re.compile(r"CELL-([1-9][0-9]{0,8})-([1-9][0-9]{0,3})")


def cell_code(batch: int, cell: int) -> str:
    """What the barcode on a cell carries. No keyboard layout bends it, and it is of this batch only."""
    return f"CELL-{batch}-{cell}"


def cell_named(code: str) -> tuple[int, int] | None:
    """Batch and cell of a cell's barcode; None when it is another code. Lower case is taken too: CapsLock."""
    found = _CELL_CODE.fullmatch(code.upper())
    return (int(found[1]), int(found[2])) if found else None


def number_in_cell(connection: Connection, code: str) -> str | None:
    """The order whose cell the code names, as long as it was not taken out of its batch."""
    named = cell_named(code)
    if named is None:
        return None
    batch, cell = named
    statement = select(pick_orders.c.order_no).where(
        pick_orders.c.batch_id == batch, pick_orders.c.cell == cell, pick_orders.c.out == ""
    )
    return connection.execute(statement).scalar()


CELL: ScalarSelect[int] = (
    select(pick_orders.c.cell)
    .join(pick_batches, pick_batches.c.id == pick_orders.c.batch_id)
    .where(pick_orders.c.order_no == orders.c.number, pick_orders.c.out == "", pick_batches.c.single.is_(False))
    .order_by(pick_orders.c.batch_id.desc())
    .limit(1)
    .correlate(orders)
    .scalar_subquery()
)
"""The cell of a row of ``orders``, as it stands on lists and labels; NULL in no batch, or in one without cells."""
