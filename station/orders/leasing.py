"""How long a bench is taken to be at work on what it claimed. Whoever calls has the transaction.

A lease that has run out gives an order to nobody: time alone is no mutual exclusion, and a bench cut off packs on. It
says only that the bench has not been heard of, which is when a supervisor need not ask there before taking over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select, update

from station.orders.tables import orders
from station.packing.model import OrderNo, OrderState

LEASE_US: Final = 180_000_000
"""Three heartbeats."""

LISTED_MAX: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An order that a bench has, as the book knows it."""

    order: OrderNo
    bench: str
    fence: int
    claimed_us: int
    lease_us: int


def renew(connection: Connection, bench: str, *, now_us: int) -> int:
    """The bench is there and goes on with all it claimed; how many orders that are."""
    mine = (orders.c.claimed_by == bench, orders.c.state == OrderState.PACKING)
    return connection.execute(update(orders).where(*mine).values(lease_us=now_us + LEASE_US)).rowcount


def claimed(connection: Connection, *, bench: str = "") -> Sequence[Claimed]:
    """What benches have, the longest first; at most ``LISTED_MAX``."""
    of_bench = (orders.c.claimed_by == bench,) if bench else (orders.c.claimed_by.is_not(None),)
    wanted = select(orders.c.number, orders.c.claimed_by, orders.c.fence, orders.c.claimed_us, orders.c.lease_us).where(
        orders.c.state == OrderState.PACKING, *of_bench
    )
    rows = connection.execute(wanted.order_by(orders.c.claimed_us, orders.c.number).limit(LISTED_MAX))
    return [
        Claimed(
            order=OrderNo(row.number),
            bench=row.claimed_by,
            fence=row.fence,
            claimed_us=row.claimed_us or 0,
            lease_us=row.lease_us or 0,
        )
        for row in rows
    ]
