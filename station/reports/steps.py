"""Where the time goes: seconds of a parcel by order class and step, held against what the house usually takes.

Of the parcels of a class the middle half is taken, by the time each took: the quickest and the slowest quarter say more
of a lunch that began early than of the work. Unlike medians, its steps add up to its whole. Reads figures only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, case, func, select

from station.orders.engine import reading
from station.orders.figure_names import OrderClass, Step
from station.orders.figure_tables import class_times, parcel_times
from station.orders.orderbook import OrderBook
from station.reports.figure_rules import FigureRules

SECOND_US = 1_000_000
DAY_US = 86_400 * SECOND_US
WAITS_SHOWN_MAX = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``of`` is how many parcels of the house's past say so; 0 when a setting does."""

    seconds: float
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassTime:
    """Seconds of a parcel. ``clean_share`` stands beside, as with all that tells of speed (E16).

    ``waits_at`` are the benches with the longest waits, longest first, the two at most that are over the mean.
    """

    order_class: OrderClass
    parcels: int
    clean_share: float
    steps_s: Mapping[Step, float]
    took_s: float
    expected: Expected | None
    waits_at: tuple[str, ...] = ()

    @property
    def over_s(self) -> float | None:
        """Above zero: slower than expected."""
        return None if self.expected is None else self.took_s - self.expected.seconds


def class_times_of(
    book: OrderBook,
    *,
    from_us: int,
    to_us: int,
    rules: FigureRules,
    benches: Sequence[str] = (),
    packers: Sequence[str] = (),
) -> tuple[ClassTime, ...]:
    """Single first, then one article, then mixed; a class of which nothing was sealed is left out."""
    wanted = [parcel_times.c.sealed_us >= from_us, parcel_times.c.sealed_us < to_us]
    wanted += [parcel_times.c.bench.in_(benches)] if benches else []
    wanted += [parcel_times.c.packer.in_(packers)] if packers else []
    with reading(book.engine) as connection:
        history = _history(connection, from_us // DAY_US, rules.expected_days)
        middles = {row.order_class: row for row in connection.execute(_middle_half(wanted))}
        waits = _waits(connection, wanted)
    return tuple(
        _class_time(OrderClass(name), middles[name], _expected(OrderClass(name), history, rules), waits.get(name, {}))
        for name in OrderClass
        if name in middles
    )


def _middle_half(wanted: Sequence[Any]) -> Any:
    times, of_class = parcel_times.c, parcel_times.c.order_class
    nth = func.row_number().over(order_by=(times.took_us, times.bench, times.epoch, times.seq), partition_by=of_class)
    clean = func.sum(case((times.clean, 1), else_=0)).over(partition_by=of_class)
    counted = (nth.label("nth"), func.count().over(partition_by=of_class).label("all"), clean.label("all_clean"))
    each = select(parcel_times, *counted).where(*wanted).subquery()
    quarter = each.c.all // 4
    means = (func.avg(each.c[f"{name}_us"]).label(name) for name in ("took", *Step))
    return (
        select(each.c.order_class, func.max(each.c.all).label("all"), func.max(each.c.all_clean).label("clean"), *means)
        .where(each.c.nth > quarter, each.c.nth <= each.c.all - quarter)
        .group_by(each.c.order_class)
    )


def _waits(connection: Connection, wanted: Sequence[Any]) -> dict[str, dict[str, float]]:
    columns = (parcel_times.c.order_class, parcel_times.c.bench)
    waited = select(*columns, func.avg(parcel_times.c.wait_us)).where(*wanted).group_by(*columns)
    found: dict[str, dict[str, float]] = {}
    for order_class, bench, wait_us in connection.execute(waited):
        found.setdefault(order_class, {})[bench] = float(wait_us)
    return found


def _history(connection: Connection, before_day: int, days: int) -> dict[str, list[tuple[int, int]]]:
    """Of each class how many parcels took how many seconds, in the days before; the shortest first."""
    past = (class_times.c.day >= before_day - days, class_times.c.day < before_day)
    columns = (class_times.c.order_class, class_times.c.seconds)
    summed = select(*columns, func.sum(class_times.c.parcels)).where(*past).group_by(*columns).order_by(*columns)
    found: dict[str, list[tuple[int, int]]] = {}
    for order_class, seconds, count in connection.execute(summed):
        found.setdefault(order_class, []).append((seconds, int(count)))
    return found


def _expected(
    name: OrderClass, history: Mapping[str, Sequence[tuple[int, int]]], rules: FigureRules
) -> Expected | None:
    """The house's own word goes before its history; without either nobody knows."""
    if name in rules.expected_s:
        return Expected(seconds=rules.expected_s[name], of=0)
    took = history.get(name, ())
    return Expected(seconds=middle_mean(took), of=sum(count for _, count in took)) if took else None


def middle_mean(took: Sequence[tuple[int, int]]) -> float:
    """The mean of the middle half; ``took`` are seconds with how many took them, the shortest first."""
    every = sum(count for _, count in took)
    quarter = every // 4
    total, place = 0, 0
    for seconds, count in took:
        taken = min(place + count, every - quarter) - max(place, quarter)
        total += seconds * max(0, taken)
        place += count
    return total / (every - 2 * quarter)


def _class_time(name: OrderClass, row: Any, expected: Expected | None, waits: Mapping[str, float]) -> ClassTime:
    return ClassTime(
        order_class=name,
        parcels=row.all,
        clean_share=row.clean / row.all,
        steps_s={step: float(getattr(row, step)) / SECOND_US for step in Step},
        took_s=float(row.took) / SECOND_US,
        expected=expected,
        waits_at=_longest(waits),
    )


def _longest(waits: Mapping[str, float]) -> tuple[str, ...]:
    mean = sum(waits.values()) / len(waits) if waits else 0.0
    over = [bench for bench in sorted(waits, key=lambda bench: (-waits[bench], bench)) if waits[bench] > mean]
    return tuple(over[:WAITS_SHOWN_MAX])
