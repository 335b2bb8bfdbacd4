"""Figures summed over longer times, so that a year is read as fast as a day: what one transaction adds to them.

Benches share some of these rows. They are written last and in one order, so that no two transactions wait for each
other, and a bench waits for another's row no longer than its commit takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from station.orders.figure_fold import SealedParcel
from station.orders.figure_names import QUARTER_US, TIMED, WAITED, Step
from station.orders.figure_tables import class_times, figure_days, figure_totals, service_times

SECOND_US = 1_000_000
DAY_US = 86_400 * SECOND_US
DAY_QUARTERS = DAY_US // QUARTER_US


class Sums:
    """Of one bench's entries; a day is UTC's, as its number from 1970."""

    def __init__(self, bench: str) -> None:
        self._bench = bench
        self._days: Counter[tuple[int, str, str]] = Counter()
        self._totals: Counter[tuple[int, str]] = Counter()
        self._classes: dict[tuple[int, str, int], list[int]] = {}
        self._services: dict[tuple[int, str], list[int]] = {}

    def take_counts(self, counts: Mapping[tuple[int, str, str], int]) -> None:
        """By quarter, packer and name."""
        for (quarter, packer, name), value in counts.items():
            self._days[quarter // DAY_QUARTERS, packer, name] += value
            self._totals[quarter, name] += value

    def take_time(self, parcel: SealedParcel, *, clean: bool) -> None:
        """A parcel that was seen to be opened."""
        assert parcel.steps_us
        day = parcel.wall_us // DAY_US
        key = (day, parcel.order_class.value, whole_seconds(sum(parcel.steps_us.values())))
        steps_us = [parcel.steps_us.get(step, 0) for step in Step]
        _add(self._classes, key, [1, int(clean), *steps_us])
        self._days[day, parcel.packer, f"{TIMED}{parcel.order_class}"] += 1
        self._days[day, parcel.packer, f"{WAITED}{parcel.order_class}"] += parcel.steps_us.get(Step.WAIT, 0)

    def take_stain(self, day: int, order_class: str, seconds: int) -> None:
        """A parcel of this class and time was taken for a clean one."""
        _add(self._classes, (day, order_class, seconds), [0, -1, *(0 for _ in Step)])

    def take_box(self, quarter: int, service: str, *, timed: bool, clean: bool) -> None:
        _add(self._services, (quarter, service), [1, int(timed), int(timed and clean)])

    def write(self, connection: Connection) -> None:
        """In the caller's transaction, as the last thing it writes."""
        own = {(day, self._bench, *rest): (value,) for (day, *rest), value in self._days.items() if value}
        totals = {key: (value,) for key, value in self._totals.items() if value}
        add_up(connection, figure_days, ("value",), own)
        add_up(connection, class_times, ("parcels", "clean", *(f"{step}_us" for step in Step)), self._classes)
        add_up(connection, figure_totals, ("value",), totals)
        add_up(connection, service_times, ("parcels", "timed", "clean"), self._services)


def whole_seconds(took_us: int) -> int:
    return (took_us + SECOND_US // 2) // SECOND_US


def _add(sums: dict[Any, list[int]], key: tuple[Any, ...], values: Sequence[int]) -> None:
    kept = sums.setdefault(key, [0] * len(values))
    for place, value in enumerate(values):
        kept[place] += value


def add_up(
    connection: Connection, table: Any, names: Sequence[str], sums: Mapping[tuple[Any, ...], Sequence[int]]
) -> None:
    """Onto the rows of the table that have these keys, in one order everywhere."""
    if not sums:
        return
    keys = [column.name for column in table.primary_key.columns]
    rows = [dict(zip((*keys, *names), (*key, *values), strict=True)) for key, values in sorted(sums.items())]
    statement = inserting(connection, table)
    added = {name: table.c[name] + statement.excluded[name] for name in names}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=added), rows)


def inserting(connection: Connection, table: Any) -> Any:
    """The same words in both dialects, from two modules."""
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)
