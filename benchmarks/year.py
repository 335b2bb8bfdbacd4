"""Reports over 1,000,000 parcels in a year of 10 benches and in a week of 50, in SQLite and PostgreSQL.

The book is made as a program from before the sums would have left it, and upgraded: nothing is caught up one by one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import text

from benchmarks.server import server
from benchmarks.tables import ratio, show, sized
from station.home import Home
from station.orders.engine import connect, importing, make_folder_of, reading
from station.orders.orderbook import OrderBook
from station.orders.schema import migrate, upgrade
from station.reports.evidence_gaps import evidence_gaps
from station.reports.figure_rules import load_figure_rules
from station.reports.hourly import carrier_hours
from station.reports.saves import saves_of
from station.reports.steps import class_times_of
from station.reports.throughput import By, throughput
from station.settings import config_dir

PARCELS: Final = 1_000_000
LENGTHS: Final = (("year", 365, 10), ("week", 7, 50))
BEFORE: Final = "0017"
FIRST_DAY: Final = 20_700  # from 1970
HOUR_US: Final = 3_600_000_000
DAY_US: Final = 24 * HOUR_US
SHANGHAI: Final = timezone(timedelta(hours=8))
ROUNDS: Final = 3
SLOW: Final = "floor: steps, parcel by parcel in one statement"


def run(folder: Path, share: float) -> None:
    parcels = sized(PARCELS, share, least=2_000)
    for name, days, benches in LENGTHS:
        _one(f"sqlite:///{folder / f'{name}-{parcels}.db'}", folder, name, parcels, days, benches)
    with server() as address:
        for name, days, benches in LENGTHS:
            _one(_database(address, name), folder, name, parcels, days, benches)


def _database(address: str, name: str) -> str:
    import psycopg
    from sqlalchemy import make_url

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE sealbench_{name}".encode())
    return make_url(address).set(database=f"sealbench_{name}").render_as_string(hide_password=False)


def _one(url: str, folder: Path, name: str, parcels: int, days: int, benches: int) -> None:
    engine = connect(url)
    make_folder_of(engine)
    with importing(engine) as connection:
        migrate(connection, BEFORE)
        for statement in filling(parcels, parcels // days, benches):
            connection.execute(text(statement))
    begun = time.perf_counter()
    upgrade(engine)
    took = time.perf_counter() - begun
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")
    kind = engine.dialect.name
    engine.dispose()
    book = OrderBook.open(url)
    _measure(book, Home(folder), f"{parcels:,} parcels in a {name}, {benches} benches, {kind}", days)
    print(f"  the sums of a book from before them, made by db upgrade: {took:.1f} s")
    book.close()


_STEP_US = {
    "scan": (7_919, 4, 20),
    "wait": (104_729, 0, 6),
    "weigh": (1_299_709, 1, 3),
    "print": (15_485_863, 1, 4),
    "stick": (32_452_843, 2, 8),
}
"""Of each step a number that scatters it, its least and its span in seconds."""


def filling(parcels: int, a_day: int, benches: int, first_day: int = FIRST_DAY) -> tuple[str, ...]:
    """Fourteen hours a day, evenly; everything follows from the parcel's number, so that no chance is needed."""
    at_us = f"({first_day} + n / {a_day}) * {DAY_US} + {HOUR_US} + n % {a_day} * {14 * HOUR_US} / {a_day}"
    steps = ", ".join(
        f"{least} * 1000000 + n * {scatter} % 1000003 * {span}" for scatter, least, span in _STEP_US.values()
    )
    counted = f"""WITH RECURSIVE counted(n) AS
        (SELECT CAST(0 AS BIGINT) UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < {parcels})"""
    names = ", ".join(f"{step}_us" for step in _STEP_US)
    made = f"""INSERT INTO parcel_times (bench, epoch, seq, sealed_us, packer, order_class, took_us, clean, {names})
        SELECT bench, 1, n, at_us, packer, order_class, {" + ".join(f"{step}_us" for step in _STEP_US)}, clean, {names}
        FROM ({counted} SELECT n, 'B' || (10 + n % {benches}) AS bench, 'P' || (10 + n % {benches}) AS packer,
            {at_us} AS at_us, CASE n * 7919 % 3 WHEN 0 THEN 'single' WHEN 1 THEN 'one_sku' ELSE 'mixed' END
            AS order_class, n % 50 <> 0 AS clean, {_named(steps)} FROM counted) AS made"""
    orders = """INSERT INTO orders (number, platform, shop, state, platform_state, service)
        SELECT 'SO-' || seq, 'generic', 'demo', 'sealed', '', CASE seq % 3 WHEN 0 THEN 'yto' ELSE 'sf' END
        FROM parcel_times"""
    boxes = """INSERT INTO parcels (bench, epoch, seq, order_no, waybill, packer, sealed_us, weight_mg, lines, units)
        SELECT bench, epoch, seq, 'SO-' || seq, 'YT' || seq, packer, sealed_us, 1, 1, 1 FROM parcel_times"""
    logs = """INSERT INTO figured_logs (bench, epoch, next_seq, state)
        SELECT bench, epoch, max(seq) + 1, '{}' FROM parcel_times GROUP BY bench, epoch"""
    seconds = """INSERT INTO class_times (day, order_class, seconds, parcels)
        SELECT CAST(sealed_us / 86400000000 AS INTEGER), order_class, CAST((took_us + 500000) / 1000000 AS INTEGER),
        count(*) FROM parcel_times GROUP BY 1, 2, 3"""
    return made, orders, boxes, logs, seconds, *map(_figure, _FIGURES)


def _named(steps: str) -> str:
    return ", ".join(f"{made} AS {step}_us" for made, step in zip(steps.split(", "), _STEP_US, strict=True))


_FIGURES = (
    ("parcels", "count(*)", ""), ("orders", "count(*)", ""), ("lines", "count(*)", ""), ("units", "count(*)", ""),
    ("clean", "sum(CASE WHEN clean THEN 1 ELSE 0 END)", ""), ("worked_us", "sum(took_us)", ""),
    ("idle_us", "max(wait_us)", "HAVING max(seq) % 2 = 0"), ("refused.not_in_order", "1", "HAVING max(seq) % 3 = 0"),
    ("saved.wrong_item", "1", "HAVING max(seq) % 3 = 0"),
)  # fmt: skip


def _figure(told: tuple[str, str, str]) -> str:
    name, value, having = told
    return f"""INSERT INTO figures (quarter, bench, packer, name, value)
        SELECT sealed_us / 900000000, bench, packer, '{name}', {value} FROM parcel_times GROUP BY 1, 2, 3 {having}"""


def _measure(book: OrderBook, home: Home, title: str, days: int) -> None:
    rules = load_figure_rules(home, config_dir())
    from_us = FIRST_DAY * DAY_US - 8 * HOUR_US
    to_us = from_us + days * DAY_US
    packed = partial(throughput, book, from_us=from_us, to_us=to_us, zone=SHANGHAI)
    stepped = partial(class_times_of, book, to_us=to_us, rules=rules)
    asked: dict[str, Callable[[], object]] = {
        SLOW: partial(_parcel_by_parcel, book, from_us=from_us, to_us=to_us),
        "steps": partial(stepped, from_us=from_us),
        "steps, one bench": partial(stepped, from_us=from_us, benches=("B13",)),
        "steps, one day": partial(stepped, from_us=to_us - DAY_US),
        "throughput by bench": partial(packed, by=By.BENCH),
        "throughput by day": partial(packed, by=By.DAY),
        "throughput by hour": partial(packed, by=By.HOUR),
        "throughput by day, one bench": partial(packed, by=By.DAY, benches=("B13",)),
        "hours of carriers": partial(
            carrier_hours, book, from_us=from_us, to_us=to_us, carrier_of={}, offset_us=8 * HOUR_US
        ),
        "saves": partial(saves_of, book, from_us=from_us, to_us=to_us, costs=rules.costs),
        "evidence gaps": partial(evidence_gaps, book, from_us=from_us, to_us=to_us),
    }
    took = {name: best(ask) for name, ask in asked.items()}
    rows = [(name, f"{ms:.0f}", ratio(ms, took[SLOW])) for name, ms in took.items()]
    show(title, ("", "time in ms, best of 3", "to floor"), rows)


def best(ask: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1_000)
    return min(took)


def _parcel_by_parcel(book: OrderBook, *, from_us: int, to_us: int) -> None:
    """What the report on steps would be without the sums."""
    means = ", ".join(f"avg({step}_us)" for step in _STEP_US)
    with reading(book.engine) as connection:
        if book.engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.execute(
            text(
                f"""SELECT order_class, {means} FROM (
                    SELECT *, row_number() OVER (PARTITION BY order_class ORDER BY took_us, bench, epoch, seq) AS nth,
                        count(*) OVER (PARTITION BY order_class) AS every
                    FROM parcel_times WHERE sealed_us >= :from_us AND sealed_us < :to_us
                ) AS each WHERE nth > every / 4 AND nth <= every - every / 4 GROUP BY order_class"""
            ),
            {"from_us": from_us, "to_us": to_us},
        ).all()
