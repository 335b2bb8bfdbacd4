"""Where the time goes: seconds of a parcel by order class and step, held against what the house usually takes.

Of the parcels of a class the middle half is taken, by the time each took: the quickest and the slowest quarter say more
of a lunch that began early than of the work. Unlike medians, its steps add up to its whole. Parcels of one second,
rounded, count alike, so that a year of a million is read from the sums that the book keeps. Reads figures only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from station.orders.engine import reading
from station.orders.figure_names import OrderClass, Step
from station.orders.figure_tables import class_times
from station.orders.orderbook import OrderBook
from station.reports.figure_rules import FigureRules
from station.reports.figure_spans import DAY_US
from station.reports.step_sums import ClassSums, Took, class_sums

SECOND_US = 1_000_000
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
    with reading(book.engine) as connection:
        history = _history(connection, from_us // DAY_US, rules.expected_days)
        found = class_sums(connection, from_us, to_us, benches, packers)
    return tuple(
        _class_time(name, found[name], _expected(name, history, rules)) for name in OrderClass if name in found
    )


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


def _class_time(name: OrderClass, sums: ClassSums, expected: Expected | None) -> ClassTime:
    steps_s, took_s = _middle_half(sums.took)
    parcels = sum(took.parcels for took in sums.took.values())
    return ClassTime(
        order_class=name,
        parcels=parcels,
        clean_share=sum(took.clean for took in sums.took.values()) / parcels,
        steps_s=steps_s,
        took_s=took_s,
        expected=expected,
        waits_at=_longest({bench: waited.wait_us / waited.parcels for bench, waited in sums.waited.items()}),
    )


def _middle_half(sums: Mapping[int, Took]) -> tuple[dict[Step, float], float]:
    """Where it begins or ends among parcels of one second, as many of them as it needs, each at their mean."""
    every = sum(took.parcels for took in sums.values())
    quarter = every // 4
    total_us, place = [0.0] * len(Step), 0
    for _, took in sorted(sums.items()):
        taken = min(place + took.parcels, every - quarter) - max(place, quarter)
        share = max(0, taken) / took.parcels
        total_us = [total + step_us * share for total, step_us in zip(total_us, took.steps_us, strict=True)]
        place += took.parcels
    means_s = [total / (every - 2 * quarter) / SECOND_US for total in total_us]
    return dict(zip(Step, means_s, strict=True)), sum(total_us) / (every - 2 * quarter) / SECOND_US


def _longest(waits: Mapping[str, float]) -> tuple[str, ...]:
    mean = sum(waits.values()) / len(waits) if waits else 0.0
    over = [bench for bench in sorted(waits, key=lambda bench: (-waits[bench], bench)) if waits[bench] > mean]
    return tuple(over[:WAITS_SHOWN_MAX])
