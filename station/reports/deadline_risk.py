"""Which orders will miss which cut-off at the present pace. Reads the order book; figures only, no words, no layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.shipping_place import packed_at
from station.orders.tables import NEVER_US, orders
from station.packing.forecast import HOUR_US, CutOffForecast, Waiting, forecast
from station.packing.model import OrderNo, OrderState
from station.reports.throughput import By, throughput

PACE_WINDOW_US = 2 * HOUR_US
"""The present pace is that of the last two hours, pauses left out."""

QUEUE_MAX = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """All cut-offs of one hour that ends at ``until_us``. ``held`` orders may not ship and are in no queue."""

    until_us: int
    orders: int
    held: int
    missed: tuple[OrderNo, ...]
    done_us: int | None
    pace_needed: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRisk:
    """``parcels_per_hour`` is None when nothing was packed lately: then only what is late already is known."""

    at_us: int
    parcels_per_hour: float | None
    benches: int
    rows: tuple[DeadlineRow, ...]
    without_deadline: int
    outside: int = 0
    """Orders that a supplier sends or that need no sending, and that nobody has recorded: no bench helps them."""

    @property
    def missed(self) -> tuple[OrderNo, ...]:
        return tuple(number for row in self.rows for number in row.missed)


def deadline_risk(book: OrderBook, *, now_us: int, parcels_per_hour: float | None = None) -> DeadlineRisk:
    """``parcels_per_hour`` in place of the measured pace, to try what a further bench would do.

    Raises:
        Trouble: more orders wait than can be told.
    """
    benches, measured = (0, None) if parcels_per_hour is not None else _pace(book, now_us)
    pace = measured if parcels_per_hour is None else parcels_per_hour
    with reading(book.engine) as connection:
        queue, held, elsewhere = _queue(connection), _held(connection), _outside(connection)
    if len(queue) > QUEUE_MAX:
        raise Trouble(f"more than {QUEUE_MAX} orders wait", remedy="Finish or cancel old ones.")
    cut_offs = forecast(queue, now_us=now_us, parcels_per_hour=pace)
    return DeadlineRisk(
        at_us=now_us,
        parcels_per_hour=pace,
        benches=benches,
        rows=_by_hour(cut_offs, held),
        without_deadline=sum(waiting.due_us is None for waiting in queue),
        outside=elsewhere,
    )


def _pace(book: OrderBook, now_us: int) -> tuple[int, float | None]:
    """How many benches pack, and what they do together in an hour of work."""
    lately = throughput(book, from_us=now_us - PACE_WINDOW_US, to_us=now_us, by=By.BENCH)
    rates = [figures.per_hour(figures.parcels) for _bench, figures in lately.rows if figures.parcels]
    working = [rate for rate in rates if rate is not None]
    return len(working), sum(working) or None


def _queue(connection: Connection) -> list[Waiting]:
    """What is on a bench already comes first, then the queue as the benches take it."""
    waiting = (
        select(orders.c.number, orders.c.due_us)
        .where(orders.c.state.in_((OrderState.PACKING, OrderState.READY)))
        .order_by(
            case((orders.c.state == OrderState.PACKING, 0), else_=1),
            orders.c.turn,
            orders.c.due_us,
            orders.c.paid_us,
            orders.c.number,
        )
        .limit(QUEUE_MAX + 1)
    )
    return [
        Waiting(order=OrderNo(number), due_us=None if due_us == NEVER_US else due_us)
        for number, due_us in connection.execute(waiting)
    ]


def _held(connection: Connection) -> dict[int, int]:
    """For a bench alone: no pace helps the others."""
    waiting = (orders.c.state == OrderState.HELD, orders.c.due_us < NEVER_US, *packed_at(""))
    counted = select(orders.c.due_us, func.count()).where(*waiting)
    return {row[0]: row[1] for row in connection.execute(counted.group_by(orders.c.due_us))}


def _outside(connection: Connection) -> int:
    counted = select(func.count()).select_from(orders).where(orders.c.state == OrderState.OUTSIDE)
    return int(connection.execute(counted).scalar_one())


def _by_hour(cut_offs: tuple[CutOffForecast, ...], held: Mapping[int, int]) -> tuple[DeadlineRow, ...]:
    """Rules that count hours give every order a minute of its own: an hour is what people can act on."""
    by_hour: dict[int, list[CutOffForecast]] = {}
    held_by_hour: dict[int, int] = {}
    for each in cut_offs:
        by_hour.setdefault(_hour_end(each.due_us), []).append(each)
    for due_us, count in held.items():
        until_us = _hour_end(due_us)
        held_by_hour[until_us] = held_by_hour.get(until_us, 0) + count
    hours = sorted(by_hour.keys() | held_by_hour.keys())
    return tuple(_row(until_us, by_hour.get(until_us, []), held_by_hour.get(until_us, 0)) for until_us in hours)


def _row(until_us: int, cut_offs: list[CutOffForecast], held: int) -> DeadlineRow:
    return DeadlineRow(
        until_us=until_us,
        orders=sum(len(each.orders) for each in cut_offs),
        held=held,
        missed=tuple(number for each in cut_offs for number in each.missed),
        done_us=max((each.done_us for each in cut_offs if each.done_us is not None), default=None),
        pace_needed=_most_needed(cut_offs),
    )


def _most_needed(cut_offs: list[CutOffForecast]) -> float | None:
    """None when one of them has passed: no pace makes that up."""
    needed = [each.pace_needed for each in cut_offs]
    known = [pace for pace in needed if pace is not None]
    return max(known) if known and len(known) == len(needed) else None


def _hour_end(due_us: int) -> int:
    return -(-due_us // HOUR_US) * HOUR_US
