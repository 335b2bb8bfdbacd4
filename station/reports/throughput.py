"""What was packed in a period, how fast, and what was refused meanwhile: speed is never told without errors (E16).

Reads the order book's figures and nothing else, by quarters of an hour; figures only, no words and no layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, Table, func, literal, select

from station.orders.engine import reading
from station.orders.figure_names import IDLE_US, QUARTER_US, REFUSED, SAVED, Name
from station.orders.figure_tables import figure_days, figure_totals, figures
from station.orders.orderbook import OrderBook
from station.reports.figure_spans import DAY_US, outside, whole_days

__all__ = ["IDLE_US", "QUARTER_US", "By", "Figures", "Pace", "ShiftAt", "Throughput", "throughput"]

SECOND_US = 1_000_000
HOUR_US = 3_600 * SECOND_US
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
    look = _by_name if by in _NAMED else _by_quarter
    labels: dict[Any, str] = {}
    rows: dict[str, dict[str, int]] = {}
    with reading(book.engine) as connection:
        for asked in look(from_us, to_us, by, _grain(from_us, to_us, by, zone), benches, packers):
            for key, name, value in connection.execute(asked):
                label = labels.get(key) or labels.setdefault(key, _label(key, by, zone, shift_at))
                row = rows.setdefault(label, {})
                row[name] = row.get(name, 0) + int(value)
    first = {label: key for key, label in sorted(labels.items(), reverse=True)}
    rows = {label: rows[label] for label in sorted(rows, key=lambda label: first[label])}
    total: Counter[str] = Counter()
    for row in rows.values():
        total.update(row)
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


_NAMED = (By.BENCH, By.PACKER)


def _grain(from_us: int, to_us: int, by: By, zone: tzinfo | None) -> int:
    """Quarters that are summed as one: hours, but where shifts or a day of the zone begin at a quarter."""
    seconds = range(from_us // SECOND_US, to_us // SECOND_US, DAY_US // SECOND_US)
    offsets = (datetime.fromtimestamp(at, UTC).astimezone(zone).utcoffset() for at in seconds)
    hour = timedelta(hours=1)
    return 1 if by is By.SHIFT or any(offset is None or offset % hour for offset in offsets) else HOUR_US // QUARTER_US


def _by_name(
    from_us: int, to_us: int, by: By, _grain: int, benches: Sequence[str], packers: Sequence[str]
) -> Iterator[Select[Any]]:
    """Whole days from their sums."""
    days = whole_days(from_us, to_us)
    if days:
        place = figure_days.c.day
        among = (place >= days.start, place < days.stop, *_only(figure_days, benches, packers))
        yield _summed(figure_days, figure_days.c[by], among)
    for begin_us, end_us in outside(days, from_us, to_us):
        among = (*_between(figures, begin_us, end_us), *_only(figures, benches, packers))
        yield _summed(figures, figures.c[by], among)


def _by_quarter(
    from_us: int, to_us: int, _by: By, grain: int, benches: Sequence[str], packers: Sequence[str]
) -> Iterator[Select[Any]]:
    """Of all benches and packers from their sums."""
    only = _only(figures, benches, packers)
    table = figures if only else figure_totals
    quarter = table.c.quarter // literal(grain, BigInteger) * grain
    yield _summed(table, quarter, (*_between(table, from_us, to_us), *only))


def _between(table: Table, from_us: int, to_us: int) -> tuple[Any, ...]:
    return table.c.quarter >= from_us // QUARTER_US, table.c.quarter < to_us // QUARTER_US


def _only(table: Table, benches: Sequence[str], packers: Sequence[str]) -> tuple[Any, ...]:
    wanted = [table.c.bench.in_(benches)] if benches else []
    return (*wanted, table.c.packer.in_(packers)) if packers else tuple(wanted)


def _summed(table: Table, key: ColumnElement[Any], wanted: Sequence[Any]) -> Select[Any]:
    return select(key, table.c.name, func.sum(table.c.value)).where(*wanted).group_by(key, table.c.name)


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
