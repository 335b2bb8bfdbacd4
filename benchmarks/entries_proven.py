"""That a day's figures in the filled book are what the program counts of that day's entries, row by row."""

from __future__ import annotations

from typing import Any, Final

import msgspec
import psycopg
from sqlalchemy import insert, make_url

from benchmarks.entries_filled import DAY_QUARTERS, FIGURES
from benchmarks.figures import DAY_US
from station.orders.engine import writing
from station.orders.figure_fold import LogState
from station.orders.figure_tables import figured_logs
from station.orders.figuring import catch_up
from station.orders.months import open_month
from station.orders.orderbook import OrderBook

NAME: Final = "sealbench_proof"
_WHEN: Final = {
    "quarter": f"quarter / {DAY_QUARTERS} = {{day}}",
    "day": "day = {day}",
    "sealed_us": f"sealed_us / {DAY_US} = {{day}}",
}


def proven(address: str, day: int) -> str:
    """The day's entries, parcels and orders go to an empty book, the program counts them there, and all is compared.

    What it compared, as a sentence.
    """
    own = _emptied(address)
    book = OrderBook.open(own)
    with writing(book.engine) as connection:
        open_month(connection, day * DAY_US)
    with psycopg.connect(address) as filled, psycopg.connect(own) as proof:
        carried = _carry(filled, proof, "events", f"wall_us >= {day * DAY_US} AND wall_us < {(day + 1) * DAY_US}")
        of_day = f"sealed_us >= {day * DAY_US} AND sealed_us < {(day + 1) * DAY_US}"
        _carry(filled, proof, "parcels", of_day)
        _carry(filled, proof, "orders", f"number IN (SELECT order_no FROM parcels WHERE {of_day})")
        begins = proof.execute("SELECT bench, min(seq) FROM events GROUP BY bench").fetchall()
    with writing(book.engine) as connection:
        state = msgspec.json.encode(LogState()).decode()
        rows = [{"bench": bench, "epoch": 1, "next_seq": seq, "state": state} for bench, seq in begins]
        connection.execute(insert(figured_logs), rows)
    counted = catch_up(book.engine)
    book.close()
    if counted != carried:
        raise AssertionError(f"{counted} of {carried} entries were counted")
    with psycopg.connect(address) as filled, psycopg.connect(own) as proof:
        compared = sum(_compared(filled, proof, table, day) for table in FIGURES)
    return f"{counted:,} entries of {len(begins)} benches counted anew; {compared:,} rows of figures, all the same"


def _emptied(address: str) -> str:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME}".encode())
        connection.execute(f"CREATE DATABASE {NAME}".encode())
    return make_url(address).set(database=NAME).render_as_string(hide_password=False)


def _carry(filled: psycopg.Connection[Any], proof: psycopg.Connection[Any], table: str, which: str) -> int:
    names = ", ".join(_columns(filled, table))
    given = f"COPY (SELECT {names} FROM {table} WHERE {which}) TO STDOUT".encode()
    taken = f"COPY {table} ({names}) FROM STDIN".encode()
    with filled.cursor() as source, proof.cursor() as target:
        with source.copy(given) as rows, target.copy(taken) as copying:
            for some in rows:
                copying.write(some)
        return target.rowcount


def _columns(connection: psycopg.Connection[Any], table: str) -> list[str]:
    asked = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'"
    return [name for (name,) in connection.execute(asked, (table,))]


def _compared(filled: psycopg.Connection[Any], proof: psycopg.Connection[Any], table: Any, day: int) -> int:
    names = [column.name for column in table.c]
    when = next(_WHEN[name] for name in names if name in _WHEN).format(day=day)
    asked = f"SELECT {', '.join(names)} FROM {table.name} WHERE {when}".encode()
    there, here = sorted(filled.execute(asked)), sorted(proof.execute(asked))
    if there != here or not here:
        odd = next((pair for pair in zip(there, here, strict=False) if pair[0] != pair[1]), (len(there), len(here)))
        raise AssertionError(f"{table.name} differs: {odd}")
    return len(here)
