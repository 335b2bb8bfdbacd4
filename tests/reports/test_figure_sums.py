"""Reports read sums that the relay keeps: they say what the parcels and quarters themselves add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta, timezone
from fractions import Fraction
from importlib import import_module
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, select, text

from station.home import Home
from station.orders.engine import reading, writing
from station.orders.figure_names import QUARTER_US, OrderClass, Step
from station.orders.figure_tables import (
    class_times,
    figure_days,
    figure_totals,
    figures,
    parcel_times,
    service_times,
)
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import orders, parcels
from station.packing.events import ScanRefused
from station.packing.reasons import Reason
from station.reports.figure_rules import load_figure_rules
from station.reports.figure_spans import DAY_US, outside, whole_days
from station.reports.hourly import carrier_hours
from station.reports.steps import class_times_of
from station.reports.throughput import By, throughput, time_label
from station.settings import config_dir
from tests.orders.conftest import put_order
from tests.orders.recorded import Recorded, opened, packed, sealed

DAY = 1_795_046_400_000_000
"""2026-11-19 00:00 UTC."""
SECOND = 1_000_000
HOUR = 3_600 * SECOND
SHANGHAI = timezone(timedelta(hours=8))
NEPAL = timezone(timedelta(hours=5, minutes=45))
SUMS = (class_times, figure_days, figure_totals, service_times)
Rows = list[dict[str, Any]]


def _refused() -> ScanRefused:
    return ScanRefused(reason=Reason.NOT_IN_ORDER, code="X", device="scanner", locks=True)


def _fill(book: OrderBook) -> None:
    """Four days of two benches, with nights between them; every third parcel is refused something."""
    random = Random(11)
    for bench in ("B01", "B02"):
        ledger = Recorded(bench)
        at_us = DAY + 2 * HOUR
        for number in range(70):
            name, packer = f"{bench}-{number}", f"P{random.randrange(3)}"
            at_us += random.randrange(60, 6_000) * SECOND + random.randrange(SECOND)
            refusals = (_refused(),) if number % 3 == 0 else ()
            ledger.add(opened(name), order=name, by=packer, at_us=at_us)
            at_us += random.randrange(1, 40 * SECOND)
            ledger.add(packed(), *refusals, order=name, by=packer, at_us=at_us)
            at_us += random.randrange(1, 20) * SECOND + SECOND // 2
            contents = random.choice(({"A": 1}, {"A": 3}, {"A": 1, "B": 1}))
            ledger.add(sealed(f"YT-{name}", contents), order=name, by=packer, at_us=at_us)
            if number % 10:
                put_order(book.engine, name, {"A": 1}, service=random.choice(("sf", "yto")), state="sealed")
            if number % 7 == 0:
                Relay(ledger, log=ledger.log)(book)
        Relay(ledger, log=ledger.log)(book)


@pytest.fixture
def filled(book: OrderBook) -> OrderBook:
    _fill(book)
    return book


def _rows(book: OrderBook, table: Any) -> Rows:
    with reading(book.engine) as connection:
        return [dict(row._mapping) for row in connection.execute(select(table))]


def _periods() -> Iterator[tuple[int, int]]:
    """Whole days, within a day, over midnight, nothing at all, any ends."""
    random = Random(5)
    yield from ((DAY, DAY + 4 * DAY_US), (DAY - 8 * HOUR, DAY + 2 * DAY_US - 8 * HOUR), (DAY - DAY_US, DAY))
    yield from ((DAY + 3 * HOUR, DAY + 9 * HOUR), (DAY + 20 * HOUR, DAY + 30 * HOUR), (DAY, DAY + DAY_US))
    for _ in range(12):
        from_us = DAY + random.randrange(3 * DAY_US)
        yield from_us, from_us + random.randrange(1, 4 * DAY_US)


def _counted(
    quarters: Rows, period: tuple[int, int], by: By, zone: timezone, only: dict[str, str]
) -> dict[str, Counter[str]]:
    from_us, to_us = period
    found: dict[str, Counter[str]] = {}
    for row in quarters:
        inside = from_us // QUARTER_US <= row["quarter"] < -(-to_us // QUARTER_US)
        if inside and all(row[column] == value for column, value in only.items()):
            named = by in (By.BENCH, By.PACKER)
            label = row[by] if named else time_label(row["quarter"] * QUARTER_US, by, zone)
            found.setdefault(label, Counter())[row["name"]] += row["value"]
    return found


def test_throughput_of_any_period_is_that_of_its_quarters(filled: OrderBook) -> None:
    """Days and sums over all benches say what the quarters say, in zones an hour or a quarter apart from UTC's."""
    quarters = _rows(filled, figures)
    for by, period in product((By.BENCH, By.PACKER, By.HOUR, By.DAY, By.WEEK), _periods()):
        for zone in (SHANGHAI, NEPAL):
            report = throughput(filled, from_us=period[0], to_us=period[1], by=by, zone=zone)
            wanted = _counted(quarters, period, by, zone, {})
            assert [label for label, _ in report.rows] == sorted(wanted)
            for label, row in report.rows:
                told = (row.parcels, row.orders, row.lines, row.units, row.clean, row.worked_us, row.idle_us)
                names = ("parcels", "orders", "lines", "units", "clean", "worked_us", "idle_us")
                assert told == tuple(wanted[label][name] for name in names)
                assert row.refusals == wanted[label]["refused.not_in_order"]
                assert row.saves == wanted[label]["saved.wrong_item"]
        for only, asked in (({"bench": "B02"}, {"benches": ("B02",)}), ({"packer": "P1"}, {"packers": ("P1",)})):
            one = throughput(filled, from_us=period[0], to_us=period[1], by=by, zone=SHANGHAI, **asked)  # type: ignore[arg-type]
            counted = _counted(quarters, period, by, SHANGHAI, only)
            assert {label: row.parcels for label, row in one.rows} == {
                label: counts["parcels"] for label, counts in counted.items()
            }


def _middle(mine: Rows) -> tuple[dict[Step, Fraction], Fraction]:
    """Parcel by parcel; those of one second, rounded half up, are each as long as their mean."""
    alike: dict[int, Rows] = {}
    for row in mine:
        alike.setdefault((row["took_us"] + 500_000) // SECOND, []).append(row)
    each = [
        {step: Fraction(sum(row[f"{step}_us"] for row in rows), len(rows)) for step in Step}
        for _, rows in sorted(alike.items())
        for _ in rows
    ]
    quarter = len(each) // 4
    middle = each[quarter : len(each) - quarter]
    means = {step: sum((one[step] for one in middle), Fraction()) / len(middle) / SECOND for step in Step}
    return means, sum(means.values(), Fraction())


def _longest_waits(mine: Rows) -> tuple[str, ...]:
    waits: dict[str, list[int]] = {}
    for row in mine:
        waits.setdefault(row["bench"], []).append(row["wait_us"])
    means = {bench: Fraction(sum(each), len(each)) for bench, each in waits.items()}
    over = [bench for bench in means if means[bench] > sum(means.values(), Fraction()) / len(means)]
    return tuple(sorted(over, key=lambda bench: (-means[bench], bench))[:2])


def test_steps_of_any_period_are_those_of_its_parcels(filled: OrderBook, tmp_path: Path) -> None:
    """The middle half, its steps, clean parcels and the longest waits, as one parcel after the other gives them."""
    rules = load_figure_rules(Home(tmp_path / "home"), config_dir())
    every = _rows(filled, parcel_times)
    for from_us, to_us in _periods():
        for only in ({}, {"benches": ("B02",)}, {"packers": ("P1",)}):
            told = class_times_of(filled, from_us=from_us, to_us=to_us, rules=rules, **only)
            among = [
                row
                for row in every
                if from_us <= row["sealed_us"] < to_us
                and row["bench"] in only.get("benches", ("B01", "B02"))
                and row["packer"] in only.get("packers", ("P0", "P1", "P2"))
            ]
            mine = {name: [row for row in among if row["order_class"] == name] for name in OrderClass}
            assert [row.order_class for row in told] == [name for name in OrderClass if mine[name]]
            for row in told:
                steps_s, took_s = _middle(mine[row.order_class])
                assert row.parcels == len(mine[row.order_class])
                assert row.clean_share == sum(one["clean"] for one in mine[row.order_class]) / row.parcels
                assert row.took_s == pytest.approx(float(took_s), rel=1e-12)
                assert dict(row.steps_s) == pytest.approx({step: float(each) for step, each in steps_s.items()})
                assert row.waits_at == _longest_waits(mine[row.order_class])


def test_hours_of_carriers_are_those_of_their_parcels(filled: OrderBook) -> None:
    """A box is of the service that its order has; one whose order the book does not know is of none."""
    services = {row["number"]: row["service"] for row in _rows(filled, orders)}
    clean = {(row["bench"], row["seq"]): row["clean"] for row in _rows(filled, parcel_times)}
    boxes = _rows(filled, parcels)
    assert any(row["order_no"] not in services for row in boxes)
    for offset_us in (8 * HOUR, 5 * HOUR + 3 * QUARTER_US):
        from_us, to_us = DAY, DAY + 3 * DAY_US
        told = carrier_hours(filled, from_us=from_us, to_us=to_us, carrier_of={"sf": "SF"}, offset_us=offset_us)
        for carrier, service in (("SF", "sf"), ("yto", "yto")):
            inside = [row for row in boxes if from_us <= row["sealed_us"] < to_us]
            mine = [row for row in inside if services.get(row["order_no"]) == service]
            hours = Counter((row["sealed_us"] + offset_us) // HOUR * HOUR - offset_us for row in mine)
            assert {at: hour.parcels for at, hour in told[carrier].hours.items()} == hours
            good = sum(clean[row["bench"], row["seq"]] for row in mine)
            assert (told[carrier].parcels, told[carrier].clean_share) == (len(mine), good / len(mine))


def test_a_book_from_before_the_sums_is_given_the_very_same(filled: OrderBook) -> None:
    """What the migration makes of quarters and parcels is what the relay would have kept."""

    def kept() -> list[list[tuple[Any, ...]]]:
        with reading(filled.engine) as connection:
            return [sorted(tuple(row) for row in connection.execute(select(table))) for table in SUMS]

    before = kept()
    assert all(before)
    made = import_module("station.orders.migrations.versions.v0018_figure_sums")
    with writing(filled.engine) as connection:
        for table in SUMS:
            connection.execute(delete(table))
        for statement in (made._CLASSES, made._DAYS, made._TIMED, made._TOTALS, made._SERVICES):
            connection.execute(text(statement))
    assert kept() == before


def test_days_and_ends_are_the_period() -> None:
    """No microsecond twice and none left out; a period without a whole day is all ends."""
    for from_us, to_us in (*_periods(), (DAY, DAY), (DAY + 1, DAY + DAY_US)):
        days = whole_days(from_us, to_us)
        ends = outside(days, from_us, to_us)
        assert sum(end - begin for begin, end in ends) + len(days) * DAY_US == to_us - from_us
        assert all(from_us <= begin <= end <= to_us for begin, end in ends)
