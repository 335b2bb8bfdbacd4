"""An order in several parcels when a file speaks of it: every parcel follows, as far as it is not packed.

One whose only parcel is closed becomes such an order when a file adds units to it.

The file knows one order; its word for it is the first parcel's row, and is carried from there. Whoever calls has the
transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from station.orders.holding import CHANGE, put_hold, settle_states
from station.orders.order_copy import exploded, lines_of
from station.orders.parts import FREE, UNSEALED, minus, parts_of
from station.orders.splitting import redivide
from station.orders.standing import ENDED
from station.orders.tables import orders
from station.packing.model import NOT_PACKED, Fulfilment, HoldReason, OrderLine, OrderState

_SHARED = (
    "name", "phone", "country", "province", "city", "district", "street", "postcode", "buyer_message", "seller_note",
    "gift", "buyer_service", "created_us", "paid_us", "due_us", "file_due_us", "agreed_us", "status_word",
    "platform_state", "amount", "company", "chosen_service", "service_why", "extras", "ship_from",
)  # fmt: skip
"""What all parcels of an order have from it."""

_BOXED = (OrderState.SEALED, OrderState.HANDED_OVER)


def split_among(connection: Connection, numbers: Sequence[str]) -> frozenset[str]:
    """Which of the platform's orders are in several parcels."""
    wanted = select(orders.c.part_of).where(orders.c.part_of.in_(numbers)).distinct()
    return frozenset(str(number) for number in connection.execute(wanted).scalars())


def follow(connection: Connection, before: Row[Any], lines: Sequence[OrderLine] | None, *, now_us: int) -> None:
    """Carry what a file changed of the first parcel's row to the others; ``lines`` are the order's new ones, if any."""
    root = before.number
    rows = parts_of(connection, root)
    now = rows[0]
    changed = now.revision - before.revision
    _end(connection, before, rows)
    shared = {name: getattr(now, name) for name in _SHARED}
    mine = (orders.c.part_of == root, orders.c.state.not_in(ENDED))
    shared["revision"] = orders.c.revision + changed
    connection.execute(update(orders).where(*mine).values(shared))
    trouble = "" if lines is None else redivide(connection, root, exploded(connection, lines), now_us=now_us)
    if trouble or (changed and any(row.state not in FREE for row in rows)):
        detail = trouble or "it is in several parcels"
        put_hold(connection, root, HoldReason.ORDER_CHANGED, origin=CHANGE, now_us=now_us, detail=detail)
    settle_states(connection, [root])


def outgrown(connection: Connection, before: Row[Any], lines: Sequence[OrderLine]) -> bool:
    """Whether the order's one box is closed and ``lines`` have units that are not in it: they need one more."""
    if before.state not in _BOXED or before.fulfilment != Fulfilment.BENCH:
        return False
    added, _ = minus(exploded(connection, lines), lines_of(connection, before.number))
    return any(line.kind not in NOT_PACKED for line in added)


def _end(connection: Connection, before: Row[Any], rows: Sequence[Row[Any]]) -> None:
    """The platform's end of the order. Cancelled is every parcel; shipped only what was packed, if anything was."""
    now = OrderState(rows[0].state)
    if now not in ENDED or before.state in ENDED:
        return
    others = [row for row in rows[1:] if row.state not in ENDED]
    ended = [row.number for row in others]
    if now is not OrderState.CANCELLED and any(row.state in _BOXED for row in (before, *others)):
        ended = [row.number for row in others if row.state in _BOXED]
        if before.state in UNSEALED:  # the first parcel is still to be packed
            back = update(orders).where(orders.c.number == before.number)
            connection.execute(back.values(state=before.state))
    connection.execute(update(orders).where(orders.c.number.in_(ended)).values(state=now))
