"""A year of entries on PostgreSQL, with what the relay would have left beside them. Nothing is measured here.

A week is made and counted by the program itself, in a book of its own. Every other week says the same at a later time
and under other orders, and its figures stand as many days later; that they are what the program counts of such a day
is proven of one day in ``entries_proven``.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import psycopg
from sqlalchemy import Engine, Table, select, text

from benchmarks import figures as benches_entries
from benchmarks.figures import DAY_US, STEPS
from station.orders import figure_tables
from station.orders.engine import importing, reading
from station.orders.figure_tables import (
    class_times,
    figure_days,
    figure_totals,
    figured_logs,
    figures,
    parcel_times,
    service_times,
)
from station.orders.figuring import catch_up
from station.orders.months import open_month
from station.orders.orderbook import OrderBook
from station.orders.tables import events, parcels

DAYS: Final = 365
WEEK: Final = 7
FIRST_DAY: Final = 20_089
"""2025-01-01 from 1970: all of the year is past, for no month of the future is opened."""

DAY_QUARTERS: Final = 96
BENCHES: Final = benches_entries.BENCHES
LINES_AT_ONCE: Final = 2_000
INDEXES: Final = {
    "ix_events_wall_us": "wall_us", "ix_events_bench_wall_us": "bench, wall_us", "ix_events_order_no": "order_no",
}  # fmt: skip
FIGURES: Final = (figures, figure_days, figure_totals, service_times, class_times, parcel_times)

_ORDERS: Final = """
INSERT INTO orders (number, platform, shop, state, platform_state, service)
SELECT order_no, 'generic', 'demo', 'sealed', '', CASE seq % 3 WHEN 0 THEN 'yto' ELSE 'sf' END FROM parcels"""
_ORDER_COLUMNS: Final = ("number", "platform", "shop", "state", "platform_state", "service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """``said`` are an entry's parts by day and ``rows`` the other tables'; ``sizes`` are how many entries a log has."""

    said: tuple[tuple[tuple[Any, ...], ...], ...]
    rows: dict[str, tuple[tuple[Any, ...], ...]]
    sizes: dict[str, int]


def sizes_of(entries: int) -> tuple[int, int]:
    """Benches, and parcels that each seals a day, so that the year has that many entries or a few more."""
    parcels = max(1, -(-entries // (DAYS * len(STEPS))))
    return min(BENCHES, parcels), -(-parcels // BENCHES)


def made_week(folder: Path, benches: int, a_day: int) -> Week:
    """In a book in a file, counted by the program."""
    file = folder / f"entries-week-{benches}-{a_day}.db"
    fresh = not file.exists()
    book = OrderBook.open(f"sqlite:///{file}")
    if fresh:
        benches_entries.fill(book, WEEK, first_us=FIRST_DAY * DAY_US, a_day=a_day, benches=benches)
        with importing(book.engine) as connection:
            connection.execute(text(_ORDERS))
    begun = time.perf_counter()
    if counted := catch_up(book.engine):
        print(f"  a week made and counted: {counted:,} entries, counted in {time.perf_counter() - begun:.0f} s")
    week = _read(book)
    book.close()
    return week


def _read(book: OrderBook) -> Week:
    said: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    tails: dict[str, str] = {}
    with reading(book.engine) as connection:
        for row in connection.execute(select(events)):
            tail = row.header[row.header.index('"boot"') :]
            _, _, day, parcel = row.order_no.split("-")
            more = (row.bench, row.seq, row.kind, row.wall_us, row.packer, int(day), parcel, row.reason, row.units)
            said[int(day)].append((*more, tails.setdefault(tail, tail)))
        rows = {
            table.name: tuple(map(tuple, connection.execute(select(table))))
            for table in (*FIGURES, parcels, figured_logs, figure_tables.benches)
        }
        named = ", ".join(_ORDER_COLUMNS)
        rows["orders"] = tuple(map(tuple, connection.exec_driver_sql(f"SELECT {named} FROM orders")))
    sizes = {row[0]: row[2] for row in rows[figured_logs.name]}
    return Week(said=tuple(tuple(said[day]) for day in range(WEEK)), rows=rows, sizes=sizes)


def fill(address: str, engine: Engine, week: Week, tell: Callable[[str], None] = print) -> None:
    """An empty book; keys and indexes of the entries come after the rows."""
    _months_open(engine)
    with psycopg.connect(address) as connection:
        for table, days in _by_month().items():
            begun = time.perf_counter()
            _copy(connection, table, [c.name for c in events.c], _entries(week, days))
            tell(f"  {table}: {time.perf_counter() - begun:.0f} s")
        for name, columns, lines in _others(week):
            begun = time.perf_counter()
            _copy(connection, name, columns, lines)
            tell(f"  {name}: {time.perf_counter() - begun:.0f} s")
    begun = time.perf_counter()
    _dress(engine)
    tell(f"  indexes of the entries: {time.perf_counter() - begun:.0f} s")


def _months_open(engine: Engine) -> None:
    with importing(engine) as connection:
        for day in range(FIRST_DAY, FIRST_DAY + DAYS, 28):
            open_month(connection, day * DAY_US)
        open_month(connection, (FIRST_DAY + DAYS - 1) * DAY_US)
        connection.exec_driver_sql("ALTER TABLE events DROP CONSTRAINT pk_events")
        for index in INDEXES:
            connection.exec_driver_sql(f"DROP INDEX {index}")


def _dress(engine: Engine) -> None:
    with importing(engine) as connection:
        connection.exec_driver_sql(
            "ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY (bench, epoch, seq, wall_us)"
        )
        for index, columns in INDEXES.items():
            connection.exec_driver_sql(f"CREATE INDEX {index} ON events ({columns})")
        connection.execute(text(_LOGS))


_LOGS: Final = "INSERT INTO event_logs (bench, epoch, size) SELECT bench, epoch, next_seq FROM figured_logs"


def _by_month() -> dict[str, list[int]]:
    months: dict[str, list[int]] = defaultdict(list)
    for day in range(FIRST_DAY, FIRST_DAY + DAYS):
        months[f"events_{datetime.fromtimestamp(day * 86_400, UTC):%Y_%m}"].append(day)
    return months


def _copy(connection: psycopg.Connection[Any], table: str, columns: Sequence[str], lines: Iterable[str]) -> None:
    """As the server's own loading does it: the table's first rows, seen by all at once."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE".encode())
        with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN (FREEZE)".encode()) as copying:
            going = iter(lines)
            while some := "".join(islice(going, LINES_AT_ONCE)):
                copying.write(some)


def _entries(week: Week, days: Sequence[int]) -> Iterator[str]:
    """Lines of COPY; the header is the one of ``figures`` with its place and time."""
    for day in days:
        nth, of_week = divmod(day - FIRST_DAY, WEEK)
        later_us, later_days, sizes = nth * WEEK * DAY_US, nth * WEEK, week.sizes
        for bench, seq, kind, at_us, packer, its_day, parcel, reason, units, tail in week.said[of_week]:
            at, place = at_us + later_us, seq + nth * sizes[bench]
            yield (
                f"{bench}\t1\t{place}\t{kind}\t{at}\t{packer}\tSO-{bench}-{its_day + later_days}-{parcel}\t{reason}"
                f'\t{units}\t{{"v":1,"log":"acme/{bench}/1","seq":{place},"kind":"{kind}","wall_us":{at},'
                f'"mono_us":{at},{tail}\n'
            )


def _others(week: Week) -> Iterator[tuple[str, list[str], Iterator[str]]]:
    """The tables beside the entries: name, columns, lines."""
    yield "orders", list(_ORDER_COLUMNS), _weekly(week, "orders", _order)
    for table in (*FIGURES, parcels):
        move = partial(_moved, [_MOVES.get(c.name, "") for c in table.c], _place(table, "bench"))
        yield table.name, [c.name for c in table.c], _weekly(week, table.name, move)
    whole, rest = divmod(DAYS, WEEK)
    for table in (figured_logs, figure_tables.benches):
        rows = week.rows[table.name]
        columns = [c.name for c in table.c]
        at = [columns.index("next_seq")] if table is figured_logs else []
        yield table.name, columns, (_line(_grown(row, at, week, whole, rest)) for row in rows)


_MOVES: Final = {
    "quarter": "quarter", "day": "day", "seq": "seq", "sealed_us": "us", "order_no": "order", "waybill": "order",
}  # fmt: skip


def _place(table: Table, name: str) -> int:
    names = [column.name for column in table.c]
    return names.index(name) if name in names else -1


def _weekly(
    week: Week, name: str, move: Callable[[tuple[Any, ...], int, dict[str, int]], tuple[int, tuple[Any, ...]]]
) -> Iterator[str]:
    """Each row in every week, as long as it lies in the year."""
    for nth in range(-(-DAYS // WEEK)):
        for row in week.rows[name]:
            day, moved = move(row, nth, week.sizes)
            if day < FIRST_DAY + DAYS:
                yield _line(moved)


def _order(row: tuple[Any, ...], nth: int, _sizes: dict[str, int]) -> tuple[int, tuple[Any, ...]]:
    number = _order_no(row[0], nth)
    return FIRST_DAY + int(number.split("-")[2]), (number, *row[1:])


def _order_no(number: str, nth: int) -> str:
    name, bench, day, parcel = number.split("-")
    return f"{name}-{bench}-{int(day) + nth * WEEK}-{parcel}"


def _moved(
    moves: Sequence[str], bench_at: int, row: tuple[Any, ...], nth: int, sizes: dict[str, int]
) -> tuple[int, tuple[Any, ...]]:
    day, moved = 0, list(row)
    for place, move in enumerate(moves):
        match move:
            case "quarter":
                moved[place] += nth * WEEK * DAY_QUARTERS
                day = moved[place] // DAY_QUARTERS
            case "day":
                day = moved[place] = moved[place] + nth * WEEK
            case "us":
                moved[place] += nth * WEEK * DAY_US
                day = moved[place] // DAY_US
            case "seq":
                moved[place] += nth * sizes[row[bench_at]]
            case "order":
                moved[place] = _order_no(row[place], nth)
            case _:
                pass
    return day, tuple(moved)


def _grown(row: tuple[Any, ...], at: Sequence[int], week: Week, whole: int, rest: int) -> tuple[Any, ...]:
    """The size of the log at the year's end."""
    bench = row[0]
    size = whole * week.sizes[bench] + sum(said[0] == bench for day in week.said[:rest] for said in day)
    return tuple(size if place in at else value for place, value in enumerate(row))


def _line(row: Sequence[Any]) -> str:
    return "\t".join("\\N" if value is None else str(value) for value in row) + "\n"
