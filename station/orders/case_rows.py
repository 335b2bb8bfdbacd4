"""Cases in the tables: opened, closed, and those that follow the platform's word by themselves (C9).

Whoever calls has the transaction. How long a case has is worked out in ``cases``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, insert, select, update

from station.orders.gate_tables import cases
from station.orders.tables import holds, orders
from station.packing.deadlines import Purpose
from station.packing.model import HoldReason

BY_THE_PLATFORM = "platform"
TEXT_MAX = 500


def open_case(
    connection: Connection,
    number: str,
    kind: Purpose,
    *,
    start_us: int,
    who: str,
    now_us: int,
    cause: str = "",
    note: str = "",
    given_due_us: int | None = None,
) -> tuple[int, bool]:
    """The case's number, and whether it is new: an order has one open case of a kind."""
    mine = (cases.c.order_no == number, cases.c.kind == kind, cases.c.closed_us.is_(None))
    known = connection.execute(select(cases.c.id).where(*mine)).scalar()
    if known is not None:
        return int(known), False
    values = {"order_no": number, "kind": kind, "cause": cause, "start_us": start_us, "opened_us": now_us}
    values |= {"given_due_us": given_due_us}
    made = insert(cases).values(values | {"opened_by": who, "note": note[:TEXT_MAX]}).returning(cases.c.id)
    return int(connection.execute(made).scalar_one()), True


def close_case(connection: Connection, case: int, *, who: str, now_us: int, note: str = "") -> bool:
    """False when it is closed already."""
    values = {"closed_us": now_us, "closed_by": who, "closing_note": note[:TEXT_MAX]}
    still = (cases.c.id == case, cases.c.closed_us.is_(None))
    return bool(connection.execute(update(cases).where(*still).values(values)).rowcount)


def follow_platform(connection: Connection, numbers: Sequence[str], *, now_us: int) -> None:
    """An order its seller has not confirmed is a case until a file no longer says so; some hundreds at most."""
    waiting = _unconfirmed(connection, numbers)
    kind = (cases.c.kind == Purpose.ORDER_CONFIRM, cases.c.closed_us.is_(None))
    known = {
        row.order_no: row.id for row in connection.execute(select(cases).where(cases.c.order_no.in_(numbers), *kind))
    }
    for number in known.keys() - waiting.keys():
        close_case(connection, known[number], who=BY_THE_PLATFORM, now_us=now_us)
    for number in sorted(waiting.keys() - known.keys()):
        started_us = waiting[number]
        open_case(
            connection,
            number,
            Purpose.ORDER_CONFIRM,
            start_us=now_us if started_us is None else started_us,
            who=BY_THE_PLATFORM,
            now_us=now_us,
        )


def followed(connection: Connection, numbers: Collection[str]) -> set[str]:
    """Of these orders those that ``follow_platform`` may have something to do for."""
    held = select(holds.c.order_no).where(holds.c.reason == HoldReason.ORDER_UNCONFIRMED)
    opened = select(cases.c.order_no).where(cases.c.kind == Purpose.ORDER_CONFIRM, cases.c.closed_us.is_(None))
    found: set[str] = set()
    for statement in (held, opened):
        found |= set(connection.execute(statement).scalars())
    return found & set(numbers)


def _unconfirmed(connection: Connection, numbers: Sequence[str]) -> dict[str, int | None]:
    """When each order was placed."""
    wanted = (
        select(orders.c.number, orders.c.created_us)
        .join(holds, holds.c.order_no == orders.c.number)
        .where(holds.c.order_no.in_(numbers), holds.c.reason == HoldReason.ORDER_UNCONFIRMED)
        .where(holds.c.released_us.is_(None))
    )
    return {row.number: row.created_us for row in connection.execute(wanted)}
