"""Taking an order from the bench that has it: a supervisor's act, for a bench that is broken, or cut off for long.

The fence goes up by one, so whatever that bench still seals is refused. It may have printed the order's number, so a
number of the pool is void from then on: its box does not get through the door. Decision 0087.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from station.errors import Trouble
from station.orders.claim_tables import takeovers
from station.orders.engine import writing
from station.orders.holding import settle_states
from station.orders.joint import joined_with
from station.orders.numbers import live_number, void_drawn
from station.orders.orderbook import OrderBook
from station.orders.parts import close_if_empty
from station.orders.tables import orders
from station.packing.model import OrderNo, OrderState

REASON_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """``waybill`` went void; ``kept`` is a number of the platform, which may be on two boxes now."""

    orders: tuple[OrderNo, ...]
    bench: str
    fence: int
    waybill: str = ""
    kept: str = ""


def take_over(book: OrderBook, number: str, *, who: str, reason: str, now_us: int, at_once: bool = False) -> TakenOver:
    """Free the order for whichever bench scans it next. One transaction.

    Raises:
        Trouble: no bench has it; or the bench has been heard of within its lease and ``at_once`` does not say so.
    """
    with writing(book.engine) as connection:
        numbers = joined_with(connection, number)
        bench, fence = _holder(connection, number, numbers, now_us=now_us, at_once=at_once)
        had = live_number(connection, numbers[0]) or ""
        void_drawn(connection, numbers[0], now_us=now_us)
        kept = live_number(connection, numbers[0]) or ""
        free = {"claimed_by": None, "claimed_us": None, "lease_us": None, "state": OrderState.READY}
        connection.execute(update(orders).where(orders.c.number.in_(numbers)).values(**free, fence=fence))
        settle_states(connection, numbers)
        for each in numbers:
            close_if_empty(connection, each)
            row = {"order_no": each, "at_us": now_us, "who": who, "reason": reason[:REASON_MAX], "bench": bench}
            waybill = had if had != kept and each == numbers[0] else ""
            connection.execute(insert(takeovers).values(row | {"fence": fence, "waybill": waybill}))
    return TakenOver(orders=numbers, bench=bench, fence=fence, waybill="" if had == kept else had, kept=kept)


def _holder(
    connection: Connection, number: str, numbers: Sequence[str], *, now_us: int, at_once: bool
) -> tuple[str, int]:
    """Who has it, and the fence from which on nobody has."""
    wanted = select(orders.c.claimed_by, orders.c.fence, orders.c.lease_us, orders.c.state)
    rows = connection.execute(wanted.where(orders.c.number.in_(numbers)).with_for_update()).all()
    if not rows:
        raise Trouble(f"there is no order {number[:64]}")
    first = rows[0]
    if any(row.state != OrderState.PACKING or row.claimed_by is None for row in rows):
        raise Trouble(f"no bench has order {number}: it is {first.state}")
    left_us = max(row.lease_us or 0 for row in rows) - now_us
    if left_us > 0 and not at_once:
        raise Trouble(
            f"bench {first.claimed_by} is at work and has order {number}",
            remedy="Put it aside there, or take it over with --now. Without a word from that bench it is free to be "
            f"taken over in {left_us // 1_000_000 + 1} s.",
        )
    return str(first.claimed_by), max(row.fence for row in rows) + 1
