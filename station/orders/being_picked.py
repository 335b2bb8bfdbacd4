"""Orders whose goods are on their way: nobody divides or joins them in the office meanwhile.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, exists, select, text

from station.errors import Trouble
from station.orders.picking_tables import pick_batches, pick_orders, wall_units
from station.orders.tables import orders

IN_A_BATCH: ColumnElement[bool] = exists().where(pick_orders.c.order_no == orders.c.number, text("pick_orders.live"))
"""In the very words of the index ``ix_pick_orders_live``."""


def refuse_being_picked(connection: Connection, numbers: Sequence[str]) -> None:
    """Lists, totes and cells name an order as it was when its batch was opened.

    Raises:
        Trouble: one of them is in an open pick batch, or goods of it lie in a cell.
    """
    live = select(pick_orders.c.order_no, pick_orders.c.batch_id)
    picked = connection.execute(live.where(pick_orders.c.order_no.in_(numbers), text("pick_orders.live"))).first()
    if picked is not None:
        remedy = f"Pack it as it is, or take it out first: sealbench pick out {picked.batch_id} {picked.order_no}."
        raise Trouble(f"order {picked.order_no} is in pick batch {picked.batch_id}", remedy=remedy)
    lying = (
        select(wall_units.c.order_no, wall_units.c.batch_id, wall_units.c.cell)
        .join(pick_batches, pick_batches.c.id == wall_units.c.batch_id)
        .where(wall_units.c.order_no.in_(numbers), pick_batches.c.closed_us.is_(None))
    )
    row = connection.execute(lying.limit(1)).first()
    if row is not None:
        what = f"goods of order {row.order_no} lie in cell {row.cell} of pick batch {row.batch_id}"
        raise Trouble(what, remedy="Empty the cell first: scan its code at the wall.")
