"""What was packed in a period, how fast, and what was refused meanwhile: speed is never told without errors (E16).

Reads the order book and nothing else; figures only, no words and no layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, case, exists, func, select

from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.tables import events, parcels
from station.packing.events import (
    CartonChosen,
    DoubleReadDropped,
    ItemPacked,
    LabelConfirmed,
    NextAsked,
    OrderAsked,
    OrderParked,
    OrderStopped,
    ParcelSealed,
    ParcelWeighed,
    PromptAnswered,
    ScanRefused,
    ShortPackAllowed,
    StopCleared,
    UnitTakenBack,
    WeightRefused,
)
from station.packing.witness_events import UnitsDoubted

IDLE_US = 5 * 60 * 1_000_000
"""A longer time between two acts at a bench is a pause and no work."""

QUARTER_US = 15 * 60 * 1_000_000
"""What the book sums by for hours of the clock: every time zone in use differs from UTC by whole quarters."""

HOUR_US = 3_600 * 1_000_000
STATEMENT_TIMEOUT_MS = 60_000
"""A month of many benches may take longer than a bench waits for the book."""

REFUSALS = tuple(kind.__name__ for kind in (ScanRefused, WeightRefused, OrderStopped, UnitsDoubted))
"""The bench said no. A label that only waits for paper or a number is no refusal."""

ACTS = (
    *REFUSALS,
    *(
        kind.__name__
        for kind in (
            CartonChosen, DoubleReadDropped, ItemPacked, LabelConfirmed, NextAsked, OrderAsked, OrderParked,
            ParcelSealed, ParcelWeighed, PromptAnswered, ShortPackAllowed, StopCleared, UnitTakenBack,
        )
    ),
)  # fmt: skip
"""What happens because of a person: between these runs the time worked."""


class By(StrEnum):
    BENCH = "bench"
    PACKER = "packer"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """``orders`` counts an order where its first parcel of the period was sealed, ``clean`` parcels never refused."""

    parcels: int
    orders: int
    lines: int
    units: int
    clean: int
    worked_us: int
    reasons: Mapping[str, int]

    @property
    def refusals(self) -> int:
        return sum(self.reasons.values())

    @property
    def hours(self) -> float:
        return self.worked_us / HOUR_US

    def per_hour(self, count: int) -> float | None:
        """None when no time was worked: one act alone has no duration."""
        return count / self.hours if self.worked_us else None

    @property
    def clean_share(self) -> float | None:
        return self.clean / self.parcels if self.parcels else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Throughput:
    """From ``from_us`` up to, but not with, ``to_us``. ``rows`` go by name, or by time; nobody is ranked."""

    from_us: int
    to_us: int
    by: By
    rows: tuple[tuple[str, Figures], ...]
    total: Figures

    @property
    def empty(self) -> bool:
        return not self.rows

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(sorted(self.total.reasons))


def throughput(book: OrderBook, *, from_us: int, to_us: int, by: By, zone: tzinfo | None = None) -> Throughput:
    """Hours are told in ``zone``; None is the machine's own."""
    with reading(book.engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {STATEMENT_TIMEOUT_MS}")
        sums, reasons = _sums(connection, from_us, to_us, by), _reasons(connection, from_us, to_us, by)
    rows: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for key in sorted(sums.keys() | reasons.keys()):
        row = rows.setdefault(_label(key, by, zone), (Counter(), Counter()))
        row[0].update(sums.get(key, {}))
        row[1].update(reasons.get(key, {}))
    figures = tuple((label, _figures(*row)) for label, row in rows.items())
    total = _figures(
        sum((row[0] for row in rows.values()), Counter()), sum((row[1] for row in rows.values()), Counter())
    )
    return Throughput(from_us=from_us, to_us=to_us, by=by, rows=figures, total=total)


def _label(key: Any, by: By, zone: tzinfo | None) -> str:
    if by is not By.HOUR:
        return str(key)
    return datetime.fromtimestamp(key * QUARTER_US // 1_000_000, UTC).astimezone(zone).strftime("%Y-%m-%d %H:00")


def _figures(sums: Counter[str], reasons: Counter[str]) -> Figures:
    names = ("parcels", "orders", "lines", "units", "clean", "worked_us")
    return Figures(**{name: sums[name] for name in names}, reasons=dict(sorted(reasons.items())))


def _sums(connection: Connection, from_us: int, to_us: int, by: By) -> dict[Any, Counter[str]]:
    found: dict[Any, Counter[str]] = {}
    for statement in (_packed(from_us, to_us, by), _worked(from_us, to_us, by)):
        for row in connection.execute(statement).mappings():
            found.setdefault(row["key"], Counter()).update({name: int(row[name]) for name in row if name != "key"})
    return found


def _packed(from_us: int, to_us: int, by: By) -> Any:
    nth = func.row_number().over(
        partition_by=parcels.c.order_no,
        order_by=(parcels.c.sealed_us, parcels.c.bench, parcels.c.epoch, parcels.c.seq),
    )
    this_box = (parcels.c.bench, parcels.c.epoch, parcels.c.seq)
    row_of_box = func.row_number().over(partition_by=this_box, order_by=parcels.c.order_no)
    in_it = parcels.alias()  # an order of this box; the entries of a box all bear the number of its first
    same_box = (in_it.c.bench == parcels.c.bench, in_it.c.epoch == parcels.c.epoch, in_it.c.seq == parcels.c.seq)
    refused = exists().where(events.c.order_no == in_it.c.order_no, events.c.kind.in_(REFUSALS), *same_box)
    each = (
        select(
            _key(by, parcels.c.bench, parcels.c.packer, parcels.c.sealed_us),
            parcels.c.lines,
            parcels.c.units,
            case((nth == 1, 1), else_=0).label("first"),
            case((row_of_box == 1, 1), else_=0).label("box"),
            case((refused, 0), (row_of_box == 1, 1), else_=0).label("clean"),
        )
        .where(parcels.c.sealed_us >= from_us, parcels.c.sealed_us < to_us)
        .subquery()
    )
    return select(
        each.c.key,
        func.sum(each.c.box).label("parcels"),
        func.sum(each.c.first).label("orders"),
        func.sum(each.c.lines).label("lines"),
        func.sum(each.c.units).label("units"),
        func.sum(each.c.clean).label("clean"),
    ).group_by(each.c.key)


def _worked(from_us: int, to_us: int, by: By) -> Any:
    """The time between two acts at a bench belongs to whoever did the second, at the time of the second."""
    before = func.lag(events.c.wall_us).over(partition_by=(events.c.bench, events.c.epoch), order_by=events.c.seq)
    each = (
        select(
            _key(by, events.c.bench, events.c.packer, events.c.wall_us),
            events.c.wall_us,
            (events.c.wall_us - before).label("gap_us"),
        )
        .where(events.c.wall_us >= from_us - IDLE_US, events.c.wall_us < to_us, events.c.kind.in_(ACTS))
        .subquery()
    )
    return (
        select(each.c.key, func.sum(each.c.gap_us).label("worked_us"))
        .where(each.c.wall_us >= from_us, each.c.gap_us.between(1, IDLE_US))
        .group_by(each.c.key)
    )


def _reasons(connection: Connection, from_us: int, to_us: int, by: By) -> dict[Any, dict[str, int]]:
    each = (
        select(_key(by, events.c.bench, events.c.packer, events.c.wall_us), events.c.reason)
        .where(events.c.wall_us >= from_us, events.c.wall_us < to_us, events.c.kind.in_(REFUSALS))
        .subquery()
    )
    counted = select(each.c.key, each.c.reason, func.count()).group_by(each.c.key, each.c.reason)
    found: dict[Any, dict[str, int]] = {}
    for key, reason, count in connection.execute(counted):
        found.setdefault(key, {})[reason] = count
    return found


def _key(by: By, bench: Any, packer: Any, at_us: Any) -> Any:
    match by:
        case By.BENCH:
            return bench.label("key")
        case By.PACKER:
            return packer.label("key")
        case By.HOUR:
            return (at_us // QUARTER_US).label("key")
