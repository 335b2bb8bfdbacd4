"""What parcels took, summed for the report on steps: whole days from the book's sums, the ends from the parcels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, Table, case, func, literal, select

from station.orders.figure_names import TIMED, WAITED, OrderClass, Step
from station.orders.figure_sums import SECOND_US
from station.orders.figure_tables import class_times, figure_days, parcel_times
from station.reports.figure_spans import outside, whole_days


@dataclass(slots=True)
class Took:
    """Of the parcels that took one number of seconds, rounded; the times are those of all of them together."""

    parcels: int = 0
    clean: int = 0
    steps_us: list[int] = field(default_factory=lambda: [0] * len(Step))

    def add(self, parcels: int, clean: int, steps_us: Sequence[int]) -> None:
        self.parcels += parcels
        self.clean += clean
        self.steps_us = [mine + more for mine, more in zip(self.steps_us, steps_us, strict=True)]


@dataclass(slots=True)
class Waited:
    parcels: int = 0
    wait_us: int = 0


@dataclass(slots=True)
class ClassSums:
    """``took`` by seconds, ``waited`` by bench."""

    took: dict[int, Took] = field(default_factory=dict)
    waited: dict[str, Waited] = field(default_factory=dict)


def class_sums(
    connection: Connection, from_us: int, to_us: int, benches: Sequence[str], packers: Sequence[str]
) -> dict[OrderClass, ClassSums]:
    """Sums by bench and packer would be as many as the parcels: of these alone, the parcels are read."""
    only = [parcel_times.c.bench.in_(benches)] if benches else []
    only += [parcel_times.c.packer.in_(packers)] if packers else []
    days = range(0) if only else whole_days(from_us, to_us)
    found: dict[OrderClass, ClassSums] = {}
    if days:
        _take(connection, found, _took_in(class_times, class_times.c.seconds, _among(class_times.c.day, days)))
        _take_waits(connection, found, days)
    times = parcel_times.c
    seconds = (times.took_us + SECOND_US // 2) // literal(SECOND_US, BigInteger)
    for begin_us, end_us in outside(days, from_us, to_us):
        wanted = (times.sealed_us >= begin_us, times.sealed_us < end_us, *only)
        _take(connection, found, _took_in(parcel_times, seconds, wanted))
        _take_parcel_waits(connection, found, wanted)
    return found


def _among(day: ColumnElement[int], days: range) -> tuple[Any, ...]:
    return day >= days.start, day < days.stop


def _took_in(table: Table, seconds: ColumnElement[int], wanted: Sequence[Any]) -> Select[Any]:
    """Class, seconds, parcels, clean ones, steps."""
    each = table.c
    parcels = func.sum(each.parcels) if table is class_times else func.count()
    clean = func.sum(each.clean) if table is class_times else func.sum(case((each.clean, 1), else_=0))
    steps = (func.sum(each[f"{step}_us"]) for step in Step)
    return select(each.order_class, seconds, parcels, clean, *steps).where(*wanted).group_by(each.order_class, seconds)


def _take(connection: Connection, found: dict[OrderClass, ClassSums], summed: Select[Any]) -> None:
    for order_class, seconds, parcels, clean, *steps_us in connection.execute(summed):
        sums = found.setdefault(OrderClass(order_class), ClassSums())
        sums.took.setdefault(int(seconds), Took()).add(int(parcels), int(clean), [int(step_us) for step_us in steps_us])


def _take_waits(connection: Connection, found: dict[OrderClass, ClassSums], days: range) -> None:
    figure = figure_days.c
    names = [f"{kind}{name}" for name in OrderClass for kind in (TIMED, WAITED)]
    summed = select(figure.name, figure.bench, func.sum(figure.value)).where(
        *_among(figure.day, days), figure.name.in_(names)
    )
    for name, bench, value in connection.execute(summed.group_by(figure.name, figure.bench)):
        waited = found[OrderClass(name.partition(".")[2])].waited.setdefault(bench, Waited())
        if name.startswith(TIMED):
            waited.parcels += int(value)
        else:
            waited.wait_us += int(value)


def _take_parcel_waits(connection: Connection, found: dict[OrderClass, ClassSums], wanted: Sequence[Any]) -> None:
    times = parcel_times.c
    columns = (times.order_class, times.bench)
    summed = select(*columns, func.count(), func.sum(times.wait_us)).where(*wanted).group_by(*columns)
    for order_class, bench, parcels, wait_us in connection.execute(summed):
        waited = found[OrderClass(order_class)].waited.setdefault(bench, Waited())
        waited.parcels += int(parcels)
        waited.wait_us += int(wait_us)
