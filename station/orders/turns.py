"""Orders of a carrier's cut-off put before all others, or back in their turn; who did it and when stays with each.

A bench takes the next order from one queue: whose turn comes first is what decides which orders the benches work at.
An order that somebody expedited by itself is no part of that, and is never put back here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, update

from station.orders.deadlines import Act
from station.orders.engine import insert_many, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import EXPEDITED, USUAL, deadline_acts, orders
from station.packing.model import OrderState

BATCH: Final = 500
"""Order numbers in one statement."""


def put_first(book: OrderBook, numbers: Sequence[str], *, why: str, who: str, now_us: int) -> int:
    """How many now stand before all others: those that still wait in their usual turn. One transaction.

    ``why`` names what they were put first for; the same words put them back.
    """
    with writing(book.engine) as connection:
        moved = [number for part in _parts(numbers) for number in _moved(connection, part, USUAL, EXPEDITED)]
        _record(connection, moved, Act.EXPEDITED, why=why, who=who, now_us=now_us)
    return len(moved)


def put_back(book: OrderBook, *, why: str, who: str, now_us: int) -> int:
    """How many stand in their usual turn again: those put first for this, that still wait. One transaction."""
    with writing(book.engine) as connection:
        numbers = [row.order_no for row in _standing_first(connection) if row.reason == why]
        moved = [number for part in _parts(numbers) for number in _moved(connection, part, EXPEDITED, USUAL)]
        _record(connection, moved, Act.EXPEDITE_UNDONE, why=why, who=who, now_us=now_us)
    return len(moved)


def standing_first(book: OrderBook) -> dict[str, int]:
    """Orders that wait before all others, by what they were put first for."""
    counted: dict[str, int] = {}
    with reading(book.engine) as connection:
        for row in _standing_first(connection):
            counted[row.reason] = counted.get(row.reason, 0) + 1
    return counted


def _standing_first(connection: Connection) -> Sequence[Row[*tuple[Any, ...]]]:
    """Each with the reason of its newest act."""
    turns = (Act.EXPEDITED, Act.EXPEDITE_UNDONE)
    mine = select(deadline_acts.c.order_no, func.max(deadline_acts.c.id).label("newest")).where(
        deadline_acts.c.act.in_(turns),
        deadline_acts.c.order_no.in_(
            select(orders.c.number).where(orders.c.state == OrderState.READY, orders.c.turn == EXPEDITED)
        ),
    )
    newest = mine.group_by(deadline_acts.c.order_no).subquery()
    told = select(deadline_acts.c.order_no, deadline_acts.c.reason).join(newest, newest.c.newest == deadline_acts.c.id)
    return connection.execute(told.order_by(deadline_acts.c.order_no)).all()


def _parts(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    return (numbers[at : at + BATCH] for at in range(0, len(numbers), BATCH))


def _moved(connection: Connection, numbers: Sequence[str], before: int, after: int) -> Sequence[str]:
    """What a bench has opened meanwhile, or somebody moved, stays as it is."""
    o = orders.c
    waits = (o.number.in_(numbers), o.state == OrderState.READY, o.claimed_by.is_(None), o.turn == before)
    return connection.execute(update(orders).where(*waits).values(turn=after).returning(o.number)).scalars().all()


def _record(connection: Connection, numbers: Sequence[str], act: Act, *, why: str, who: str, now_us: int) -> None:
    rows = [{"order_no": number, "at_us": now_us, "who": who, "act": act, "reason": why} for number in sorted(numbers)]
    if rows:
        insert_many(connection, deadline_acts, rows)
