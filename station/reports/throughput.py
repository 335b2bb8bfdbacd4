"""What was packed in a period, how fast, and what was refused meanwhile: speed is never told without errors (E16).

Reads the order book's figures and nothing else, by quarters of an hour; figures only, no words and no layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select

from station.orders.engine import reading
from station.orders.figure_names import IDLE_US, QUARTER_US, REFUSED, SAVED, Name
from station.orders.figure_tables import figures
from station.orders.orderbook import OrderBook

__all__ = ["IDLE_US", "QUARTER_US", "By", "Figures", "Pace", "ShiftAt", "Throughput", "throughput"]

HOUR_US = 3_600 * 1_000_000
STATEMENT_TIMEOUT_MS = 60_000
"""A year of many benches may take longer than a bench waits for the book."""

ShiftAt = Callable[[datetime], tuple[str, str]]
"""The day a shift began, and its name, at a local time."""


class By(StrEnum):
    BENCH = "bench"
    PACKER = "packer"
    HOUR = "hour"
    SHIFT = "shift"
    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Speed and errors in one value, so that one is not shown without the other (E16).

    Rates are None when no time was worked, ``clean_share`` when nothing was sealed.
    """

    parcels_per_hour: float | None
    orders_per_hour: float | None
    lines_per_hour: float | None
    units_per_hour: float | None
    clean_share: float | None
    refusals: int
    saves: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """``orders`` counts an order where its first parcel was sealed, ``clean`` parcels never refused before their seal.

    ``counts`` are those of ``figure_names.Name`` that stand for no speed: manual confirmations, undo, reprints …
    """

    parcels: int
    orders: int
    lines: int
    units: int
    clean: int
    worked_us: int
    reasons: Mapping[str, int]
    saved: Mapping[str, int] = field(default_factory=dict)
    idle_us: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def refusals(self) -> int:
        return sum(self.reasons.values())

    @property
    def saves(self) -> int:
        return sum(self.saved.values())

    @property
    def hours(self) -> float:
        return self.worked_us / HOUR_US

    def per_hour(self, count: int) -> float | None:
        """None when no time was worked: one act alone has no duration."""
        return count / self.hours if self.worked_us else None

    @property
    def clean_share(self) -> float | None:
        return self.clean / self.parcels if self.parcels else None

    @property
    def pace(self) -> Pace:
        return Pace(
            parcels_per_hour=self.per_hour(self.parcels),
            orders_per_hour=self.per_hour(self.orders),
            lines_per_hour=self.per_hour(self.lines),
            units_per_hour=self.per_hour(self.units),
            clean_share=self.clean_share,
            refusals=self.refusals,
            saves=self.saves,
        )


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


def throughput(
    book: OrderBook,
    *,
    from_us: int,
    to_us: int,
    by: By,
    zone: tzinfo | None = None,
    shift_at: ShiftAt | None = None,
    benches: Sequence[str] = (),
    packers: Sequence[str] = (),
) -> Throughput:
    """Hours and days are told in ``zone``; None is the machine's own. ``benches`` and ``packers``: only these.

    A period that begins or ends within a quarter of an hour is taken to that quarter's ends.
    """
    from_us, to_us = from_us // QUARTER_US * QUARTER_US, -(-to_us // QUARTER_US) * QUARTER_US
    with reading(book.engine) as connection:
        found = _found(connection, from_us, to_us, by, benches, packers)
    rows: dict[str, Counter[str]] = {}
    for key, name, value in sorted(found):
        rows.setdefault(_label(key, by, zone, shift_at), Counter())[name] += value
    total = sum(rows.values(), Counter())
    labelled = tuple((label, figures_of(counts)) for label, counts in rows.items())
    return Throughput(from_us=from_us, to_us=to_us, by=by, rows=labelled, total=figures_of(total))


def figures_of(counts: Mapping[str, int]) -> Figures:
    def at(name: Name) -> int:
        return counts.get(name, 0)

    return Figures(
        parcels=at(Name.PARCELS),
        orders=at(Name.ORDERS),
        lines=at(Name.LINES),
        units=at(Name.UNITS),
        clean=at(Name.CLEAN),
        worked_us=at(Name.WORKED),
        idle_us=at(Name.IDLE),
        reasons=_beginning(counts, REFUSED),
        saved=_beginning(counts, SAVED),
        counts={name: counts[name] for name in sorted(Name) if name not in _OWN_FIELDS and counts.get(name)},
    )


_OWN_FIELDS = frozenset({Name.PARCELS, Name.ORDERS, Name.LINES, Name.UNITS, Name.CLEAN, Name.WORKED, Name.IDLE})


def _beginning(counts: Mapping[str, int], word: str) -> dict[str, int]:
    return {name.removeprefix(word): counts[name] for name in sorted(counts) if name.startswith(word)}


def _found(
    connection: Connection, from_us: int, to_us: int, by: By, benches: Sequence[str], packers: Sequence[str]
) -> list[tuple[Any, str, int]]:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {STATEMENT_TIMEOUT_MS}")
    key = {By.BENCH: figures.c.bench, By.PACKER: figures.c.packer}.get(by, figures.c.quarter)
    wanted = [figures.c.quarter >= from_us // QUARTER_US, figures.c.quarter < to_us // QUARTER_US]
    wanted += [figures.c.bench.in_(benches)] if benches else []
    wanted += [figures.c.packer.in_(packers)] if packers else []
    summed = select(key, figures.c.name, func.sum(figures.c.value)).where(*wanted).group_by(key, figures.c.name)
    return [(row[0], row[1], int(row[2])) for row in connection.execute(summed)]


def _label(key: Any, by: By, zone: tzinfo | None, shift_at: ShiftAt | None) -> str:
    if by in (By.BENCH, By.PACKER):
        return str(key)
    return time_label(key * QUARTER_US, by, zone, shift_at)


def time_label(at_us: int, by: By, zone: tzinfo | None, shift_at: ShiftAt | None = None) -> str:
    """The hour, shift, day or week (by its Monday) that holds a time; such labels sort as their times do."""
    local = datetime.fromtimestamp(at_us // 1_000_000, UTC).astimezone(zone)
    match by:
        case By.SHIFT if shift_at is not None:
            return " ".join(shift_at(local))
        case By.HOUR:
            return local.strftime("%Y-%m-%d %H:00")
        case By.WEEK:
            return (local - timedelta(days=local.weekday())).strftime("%Y-%m-%d")
        case _:
            return local.strftime("%Y-%m-%d")
