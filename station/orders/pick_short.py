"""What was looked for at the shelf and is not there: whose order goes without, and who puts it right (D2, feature 17).

A public function that takes the book is one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from station.errors import Trouble, UsageTrouble
from station.orders.cells import batch_of
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.pick_look import PickBatch, told
from station.orders.pick_scan import add_up
from station.orders.picking import record, refuse_closed, take_out
from station.orders.shortages import record_shortage
from station.packing.events import PackedUnits
from station.packing.model import OrderNo, Sku
from station.packing.owners import Owner
from station.packing.picking import Share, who_goes_without
from station.packing.sorting import Cell, CellState

REASON_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """``units`` of a SKU are not there; ``owner`` is whose turn it is, ``reason`` what a person said."""

    sku: Sku
    units: int
    owner: Owner
    reason: str


def record_short(book: OrderBook, batch: int, short: Shortage, *, who: str, now_us: int) -> Sequence[Share]:
    """Put aside the orders that cannot be complete, the least urgent first; gives them, and what each lacks.

    Raises:
        Trouble: there is no such batch, it is closed, or it does not want so many of that SKU.
    """
    if not 1 <= len(short.reason) <= REASON_MAX:
        raise UsageTrouble(f"a shortage needs a reason of at most {REASON_MAX} characters", remedy="Say --reason.")
    rules = book.rules_at(now_us)
    with writing(book.engine) as connection:
        row = batch_of(connection, batch, lock=True)
        refuse_closed(row)
        known = told(connection, row)
        wanting = _wanting(known, short)
        add_up(connection, batch, short.sku, short=short.units)
        record(connection, batch, "short", who=who, now_us=now_us, sku=short.sku, units=short.units,
               detail=f"{short.owner.value}: {short.reason}")  # fmt: skip
        without = who_goes_without(wanting, there=sum(share.units for share in wanting) - short.units)
        for share in without:
            for number in _parcel_of(known, share.order):
                take_out(connection, batch, number, why="short", who=who, now_us=now_us)
            record_shortage(
                connection,
                share.order,
                owner=short.owner,
                why=short.reason,
                missing=[PackedUnits(sku=short.sku, units=share.units)],
                bench=f"pick {batch}",
                who=who,
                at_us=now_us,
                rules=rules,
            )
        return without


def _wanting(batch: PickBatch, short: Shortage) -> list[Share]:
    """The orders that still want the SKU, the most urgent first; what lies in a cell already is theirs."""
    shares = [share for cell in batch.cells if (share := _wants(cell, short.sku)) is not None]
    stop = next((each for each in batch.stops if each.stop.line.sku == short.sku), None)
    most = min(sum(share.units for share in shares), 0 if stop is None else stop.wanted)
    if not 1 <= short.units <= most:
        raise Trouble(
            f"batch {batch.id} still wants {most} of {short.sku}, {short.units} cannot be missing",
            remedy="Say how many were not there; put back what was counted and is not good.",
        )
    return shares


def _wants(cell: Cell, sku: Sku) -> Share | None:
    """What the cell still lacks of the SKU, under the first of its orders that names it."""
    lines = [line for line in cell.lines if line.line.sku == sku and line.room > 0]
    if cell.state is not CellState.OPEN or not lines:
        return None
    return Share(order=lines[0].order, units=sum(line.room for line in lines))


def _parcel_of(batch: PickBatch, order: OrderNo) -> tuple[OrderNo, ...]:
    """All orders that share its cell: they ship together or wait together."""
    return next(cell.orders for cell in batch.cells if order in cell.orders)
