"""Pick batches: which orders are fetched together, in which cells, and until when (D1, D8).

Looking at one is ``pick_look``, taking goods from the shelf ``pick_scan``, what is not there ``pick_short``. A public
function that takes the book is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from station.errors import Trouble, UsageTrouble
from station.orders.cells import batch_of, cells_of
from station.orders.engine import insert_many, writing
from station.orders.order_copy import lines_of
from station.orders.orderbook import OrderBook
from station.orders.pick_choice import Wanted, chosen, some
from station.orders.picking_tables import pick_acts, pick_batches, pick_lines, pick_orders
from station.orders.tables import orders
from station.packing.model import CELLS_MAX, OrderLine, OrderNo, OrderState
from station.packing.picking import ORDERS_MAX
from station.packing.sorting import CellState, WallReason

TOTE_MAX = 64


def open_batch(book: OrderBook, wanted: Wanted, *, who: str, now_us: int) -> int:
    """A new batch with its cells, the most urgent order in cell 1; gives its number.

    Raises:
        Trouble: an order that is named cannot be picked now, or none can.
        UsageTrouble: more orders than a batch may have.
    """
    limit = ORDERS_MAX if wanted.single else CELLS_MAX
    if not 1 <= wanted.most <= limit or len(wanted.numbers) > wanted.most:
        raise UsageTrouble(f"a batch has at most {min(limit, max(1, wanted.most))} orders", remedy="Open several.")
    with writing(book.engine) as connection:
        parcels = chosen(connection, wanted)
        batch = _new_batch(connection, wanted, who=who, now_us=now_us)
        for cell, parcel in enumerate(parcels, start=1):
            for position, row in enumerate(parcel):
                _put_order(connection, batch, cell, position, row)
        return batch


def _new_batch(connection: Connection, wanted: Wanted, *, who: str, now_us: int) -> int:
    values = {"place": wanted.place, "single": wanted.single, "opened_us": now_us, "opened_by": who}
    made = connection.execute(insert(pick_batches).values(values).returning(pick_batches.c.id))
    batch = int(made.scalar_one())
    record(connection, batch, "opened", who=who, now_us=now_us)
    return batch


def _put_order(connection: Connection, batch: int, cell: int, position: int, row: Row[Any]) -> None:
    values = {"batch_id": batch, "order_no": row.number, "cell": cell, "position": position, "live": True}
    connection.execute(insert(pick_orders).values(**values, tote=row.tote or "", revision=row.revision))
    lines = lines_of(connection, row.number)
    if lines:
        insert_many(connection, pick_lines, [_row(batch, row.number, *each) for each in enumerate(lines)])


def _row(batch: int, number: str, position: int, line: OrderLine) -> dict[str, Any]:
    return {
        "batch_id": batch,
        "order_no": number,
        "position": position,
        "sku": line.sku,
        "quantity": line.quantity,
        "kind": line.kind.value,
        "name": line.name,
        "variant": line.variant,
    }


def put_in_totes(book: OrderBook, batch: int, totes: Iterable[tuple[str, str]], *, who: str, now_us: int) -> None:
    """Each order with the tote its goods are in; the bench then opens it by the tote.

    Raises:
        Trouble: an order is not in the batch, or a tote holds another order that is still to be packed.
    """
    with writing(book.engine) as connection:
        refuse_closed(batch_of(connection, batch, lock=True))
        for number, tote in totes:
            _put_in_tote(connection, batch, number, tote, who=who, now_us=now_us)


def _put_in_tote(connection: Connection, batch: int, number: str, tote: str, *, who: str, now_us: int) -> None:
    mine = (pick_orders.c.batch_id == batch, pick_orders.c.order_no == number, pick_orders.c.live)
    if connection.execute(select(pick_orders.c.order_no).where(*mine)).first() is None:
        raise Trouble(f"order {number} is not in batch {batch}", remedy=f"See: sealbench pick show {batch}.")
    if not 1 <= len(tote) <= TOTE_MAX:
        raise UsageTrouble(f"a tote's code has 1 to {TOTE_MAX} characters", where=number)
    waiting = (OrderState.READY, OrderState.HELD, OrderState.PACKING)
    other = select(orders.c.number).where(orders.c.tote == tote, orders.c.number != number, orders.c.state.in_(waiting))
    holder = connection.execute(other.limit(1)).scalar()
    if holder is not None:
        raise Trouble(f"tote {tote} holds order {holder}, which is still to be packed", remedy="Take another tote.")
    connection.execute(update(orders).where(orders.c.tote == tote, orders.c.number != number).values(tote=None))
    connection.execute(update(orders).where(orders.c.number == number).values(tote=tote))
    connection.execute(update(pick_orders).where(*mine).values(tote=tote))
    record(connection, batch, "tote", who=who, now_us=now_us, order=number, detail=tote)


def close_batch(book: OrderBook, batch: int, *, who: str, now_us: int) -> None:
    """End a batch; its orders that nobody packed may be picked anew.

    Raises:
        Trouble: it is closed, or goods lie in cells whose orders nobody has packed.
    """
    with writing(book.engine) as connection:
        refuse_closed(batch_of(connection, batch, lock=True))
        waiting = [
            str(cell.number)
            for cell in cells_of(connection, batch)
            if cell.units and cell.state not in (CellState.PACKED, CellState.TAKEN)
        ]
        if waiting:
            raise Trouble(
                f"goods lie in cells of batch {batch}: {some(waiting)}",
                remedy="Pack the full cells; take the others out (pick out), empty them, scan their codes at the wall.",
            )
        connection.execute(update(pick_orders).where(pick_orders.c.batch_id == batch).values(live=False))
        connection.execute(
            update(pick_batches).where(pick_batches.c.id == batch).values(closed_us=now_us, closed_by=who)
        )
        record(connection, batch, "closed", who=who, now_us=now_us)


def leave_out(book: OrderBook, batch: int, numbers: Iterable[str], *, who: str, now_us: int) -> None:
    """Orders leave an open batch by a person's word; what lies in their cells goes back to the shelves.

    Raises:
        Trouble: an order is not in the batch, or it is packed already or at a bench.
    """
    with writing(book.engine) as connection:
        refuse_closed(batch_of(connection, batch, lock=True))
        cells = {number: cell for cell in cells_of(connection, batch) for number in cell.orders}
        for number in numbers:
            cell = cells.get(OrderNo(number))
            if cell is None or cell.why == WallReason.CELL_OUT:
                raise Trouble(f"order {number} is not in batch {batch}", remedy=f"See: sealbench pick show {batch}.")
            if cell.state in (CellState.TAKEN, CellState.PACKED):
                raise Trouble(f"order {number} is at a bench or packed", remedy="Put it aside there.")
            for each in cell.orders:
                take_out(connection, batch, each, why="by_hand", who=who, now_us=now_us)


def refuse_closed(batch: Row[Any]) -> None:
    if batch.closed_us is not None:
        raise Trouble(f"pick batch {batch.id} is closed", remedy="See: sealbench pick show.")


def take_out(connection: Connection, batch: int, number: str, *, why: str, who: str, now_us: int) -> None:
    """The order leaves the batch; goods that lie in its cell stay known there until the cell is emptied."""
    mine = (pick_orders.c.batch_id == batch, pick_orders.c.order_no == number)
    connection.execute(update(pick_orders).where(*mine).values(live=False, out=why))
    record(connection, batch, "taken_out", who=who, now_us=now_us, order=number, detail=why)


def record(
    connection: Connection,
    batch: int,
    act: str,
    *,
    who: str,
    now_us: int,
    order: str | None = None,
    sku: str = "",
    units: int = 0,
    detail: str = "",
) -> None:
    connection.execute(
        insert(pick_acts).values(
            batch_id=batch, act=act, who=who, at_us=now_us, order_no=order, sku=sku, units=units, detail=detail
        )
    )
