"""What a house does most, read from its book: why orders are put aside, a packer's best hour, the cut-offs ahead.

Read now and then for the benches' screens; nothing is decided by it. Functions with a connection are called inside
somebody's transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, func, select

from station.orders.figure_names import QUARTER_US, Name
from station.orders.figure_tables import figures
from station.orders.shipping_place import packed_at
from station.orders.shortage_tables import shortages
from station.orders.tables import NEVER_US, orders
from station.packing.model import OrderState

LOOKED_BACK_US: Final = 90 * 86_400_000_000
"""Long enough for a rare reason, short enough to follow a house that changes."""

REASONS_MAX: Final = 20
CUT_OFFS_MAX: Final = 3
QUARTERS_AN_HOUR: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    due_us: int
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    reasons: tuple[str, ...]
    best_hours: dict[str, int]
    cut_offs: tuple[CutOff, ...]


def habits(connection: Connection, known: Habits | None, *, place: str, now_us: int) -> Habits:
    """As ``known``, but for the cut-offs: what a packer has learned to find in its place stays there for a shift."""
    ahead = cut_offs(connection, place=place, limit=CUT_OFFS_MAX)
    if known is not None:
        return replace(known, cut_offs=ahead)
    reasons, best = reasons_used(connection, now_us=now_us), best_hours(connection, now_us=now_us)
    return Habits(reasons=reasons, best_hours=best, cut_offs=ahead)


def reasons_used(connection: Connection, *, now_us: int) -> tuple[str, ...]:
    """Why orders were put aside here of late, the most frequent first; equal ones by name, so that no run differs."""
    counted = (
        select(shortages.c.why)
        .where(shortages.c.at_us >= now_us - LOOKED_BACK_US)
        .group_by(shortages.c.why)
        .order_by(func.count().desc(), shortages.c.why)
        .limit(REASONS_MAX)
    )
    return tuple(connection.execute(counted).scalars())


def best_hours(connection: Connection, *, now_us: int) -> dict[str, int]:
    """Parcels in the best clock hour of each packer, by pseudonym, of late."""
    hour = figures.c.quarter - figures.c.quarter % QUARTERS_AN_HOUR
    hourly = (
        select(figures.c.packer, func.sum(figures.c.value).label("parcels"))
        .where(figures.c.name == Name.PARCELS, figures.c.quarter >= (now_us - LOOKED_BACK_US) // QUARTER_US)
        .group_by(figures.c.packer, hour)
        .subquery()
    )
    best = select(hourly.c.packer, func.max(hourly.c.parcels)).group_by(hourly.c.packer)
    return {packer: int(parcels) for packer, parcels in connection.execute(best) if packer}


def cut_offs(connection: Connection, *, place: str = "", limit: int) -> tuple[CutOff, ...]:
    """The next times at which ready orders must be packed, and how many at each."""
    here = (orders.c.state == OrderState.READY, orders.c.due_us < NEVER_US, *packed_at(place))
    due = select(orders.c.due_us, func.count()).where(*here).group_by(orders.c.due_us)
    found = connection.execute(due.order_by(orders.c.due_us).limit(limit))
    return tuple(CutOff(due_us=due_us, orders=count) for due_us, count in found)
