"""Parcels that must not go out although they are sealed: their order was cancelled or is held. The door refuses them.

It comes of a bench that was cut off and sealed what the office stopped meanwhile: somebody must take the box aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, and_, exists, insert, or_, select

from station.orders.awaiting import still_here
from station.orders.figure_tables import help_calls
from station.orders.holding import holds_of_each
from station.orders.tables import holds, orders
from station.packing.gates import SAID_ONLY, blocking
from station.packing.model import OrderState

LISTED_MAX = 1_000

_held = exists().where(
    or_(holds.c.order_no == orders.c.number, holds.c.order_no == orders.c.part_of),
    holds.c.released_us.is_(None),
    holds.c.reason.not_in(SAID_ONLY),
)
_stopped = or_(
    orders.c.state == OrderState.CANCELLED, and_(orders.c.state.in_((OrderState.SEALED, OrderState.HELD)), _held)
)


def stopped_boxes(connection: Connection, number: str = "") -> Sequence[tuple[str, str]]:
    """Orders with a sealed box in the house that may not leave it, and why; of one order, or of all."""
    wanted = select(orders.c.number, orders.c.state).where(_stopped, still_here)
    if number:
        wanted = wanted.where(orders.c.number == number)
    rows = connection.execute(wanted.order_by(orders.c.number).limit(LISTED_MAX)).all()
    held = holds_of_each(connection, [row.number for row in rows if row.state != OrderState.CANCELLED])
    reasons = {number: [str(hold.reason) for hold in blocking(found)] for number, found in held.items()}
    return [(row.number, _why(row.state, reasons.get(row.number, []))) for row in rows]


def call_about(connection: Connection, bench: str, number: str, *, who: str, at_us: int) -> None:
    """A call from the bench whose box it is, so that board and supervisor tell of it; one call stands at a time."""
    if not stopped_boxes(connection, number):
        return
    waits = select(help_calls.c.id).where(help_calls.c.bench == bench, help_calls.c.ended_us.is_(None)).limit(1)
    if connection.execute(waits).first() is None:
        row = {"bench": bench, "packer": who, "order_no": number, "raised_us": at_us}
        connection.execute(insert(help_calls).values(row))


def _why(state: str, reasons: Sequence[str]) -> str:
    return OrderState.CANCELLED if state == OrderState.CANCELLED else ", ".join(reasons)
