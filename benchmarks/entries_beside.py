"""What benches feel of a large book: claims and the relay in it, beside an empty book of the same server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Final

import psycopg
from sqlalchemy import make_url

from benchmarks.away import ENTRIES, catch_up
from benchmarks.benches import FLOOR, bare, claimed, tell
from benchmarks.entries_filled import DAYS, FIRST_DAY
from benchmarks.figures import DAY_US, SHANGHAI
from benchmarks.tables import sized
from station.orders.orderbook import OrderBook
from station.reports.throughput import By, throughput
from tests.orders.racing import fill

EMPTY: Final = "sealbench_empty"
LEVELS: Final = ((10, 40, 0.0), (50, 12, 1.0))
"""Benches, claims of each, seconds between two of them."""

BACK: Final = 4
"""Benches that come back; none of the year's."""

HERE, THERE, ASKED = "claim in the filled book", "claim in an empty book", "claim in the filled book, the year reported"


def measure(address: str, folder: Path, share: float) -> None:
    empty = _empty(address)
    here, there = partial(_with_orders, address), partial(_with_orders, empty)
    for benches, full, pace_s in LEVELS if share == 1 else LEVELS[:1]:
        each = sized(full, share, least=2)
        measured = {
            FLOOR: bare(folder, here, benches, each, pace_s),
            THERE: claimed(there, benches, each, pace_s),
            HERE: claimed(here, benches, each, pace_s),
        }
        with reported(address) as asked:
            measured[f"{ASKED} meanwhile"] = claimed(here, benches, each, pace_s)
        pace = f"a claim each {pace_s:.0f} s" if pace_s else "flat out"
        tell(f"{benches} benches, {pace}, {each} claims each; {len(asked)} reports meanwhile", measured)
    for url, where in ((empty, " in an empty book"), (address, " in the filled book")):
        book = OrderBook.open(url)
        alone, *together = _new_benches(url)
        catch_up(book, [alone], sized(ENTRIES, share, least=120), where=where)
        catch_up(book, together, sized(ENTRIES // len(together), share, least=120), where=where)
        book.close()


def _new_benches(url: str) -> list[str]:
    """Those of a run before have their logs already."""
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM event_logs WHERE bench > 'B50'").fetchone()
    assert row is not None
    return [f"B{51 + row[0] + n}" for n in range(1 + BACK)]


def _empty(address: str) -> str:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {EMPTY}".encode())
        connection.execute(f"CREATE DATABASE {EMPTY}".encode())
    url = make_url(address).set(database=EMPTY).render_as_string(hide_password=False)
    OrderBook.open(url).close()
    return url


def _with_orders(url: str, count: int) -> str:
    """Those of the round before are taken away."""
    with psycopg.connect(url) as connection:
        connection.execute("DELETE FROM waybill_numbers WHERE number LIKE 'YT0%'")
        connection.execute("DELETE FROM order_lines WHERE order_no LIKE 'R-%'")
        connection.execute("DELETE FROM orders WHERE number LIKE 'R-%'")
    book = OrderBook.open(url)
    fill(book, count, numbers=count)
    book.close()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE orders, order_lines, waybill_numbers")
    return url


@contextmanager
def reported(address: str) -> Iterator[list[int]]:
    """Somebody who asks for the year by shift, again and again; one number for each report."""
    over, asked = Event(), list[int]()
    book = OrderBook.open(address)

    def ask() -> None:
        while not over.is_set():
            to_us = (FIRST_DAY + DAYS) * DAY_US
            report = throughput(
                book, from_us=FIRST_DAY * DAY_US, to_us=to_us, by=By.SHIFT, zone=SHANGHAI, shift_at=_shift
            )
            asked.append(len(report.rows))

    asking = Thread(target=ask)
    asking.start()
    try:
        yield asked
    finally:
        over.set()
        asking.join()
        book.close()


def _shift(local: datetime) -> tuple[str, str]:
    return f"{local:%Y-%m-%d}", "early" if local.hour < 14 else "late"
