"""Reports over 50,000,000 entries of 50 benches in a year, on PostgreSQL, and what so large a book costs the benches.

``--entries`` with ``--folder`` keeps the filled server, so that a second run only measures: filling takes most of the
time and 30 GB.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psycopg
from sqlalchemy import text

from benchmarks import entries_asked, entries_beside
from benchmarks.entries_filled import FIRST_DAY, fill, made_week, sizes_of
from benchmarks.entries_proven import proven
from benchmarks.server import KeptServer, kept_server
from benchmarks.tables import sized
from station.orders.engine import connect
from station.orders.months import partitions
from station.orders.orderbook import OrderBook

ENTRIES: Final = 50_000_000
CONNECTIONS: Final = 260
SAMPLED: Final = FIRST_DAY + 200
FILLING: Final = (
    "fsync = off", "full_page_writes = off", "synchronous_commit = off", "wal_level = minimal", "max_wal_senders = 0",
    "max_wal_size = '2GB'", "maintenance_work_mem = '1GB'",
)  # fmt: skip


def run(folder: Path, share: float, entries: tuple[int, ...] = ()) -> None:
    benches, a_day = sizes_of(sized(entries[0] if entries else ENTRIES, share))
    with _server(folder / f"entries-server-{benches}-{a_day}" if entries else None) as running:
        _filled(running, folder, benches, a_day)
        running.restart(f"max_connections = {CONNECTIONS}")
        print(f"  day {SAMPLED - FIRST_DAY + 1} of the year: {proven(running.address, SAMPLED)}")
        _tell_size(running.address)
        entries_asked.measure(running, folder)
        entries_beside.measure(running.address, folder, share)


@contextmanager
def _server(kept: Path | None) -> Iterator[KeptServer]:
    """Its data stay where a folder for them is named."""
    if kept is None:
        with TemporaryDirectory(prefix="sealbench-pg-") as folder, kept_server(Path(folder), cleanup="delete") as own:
            yield own
        return
    kept.mkdir(parents=True, exist_ok=True)
    kept.chmod(0o755)
    with kept_server(kept) as running:
        yield running


def _filled(running: KeptServer, folder: Path, benches: int, a_day: int) -> None:
    """As the settings were made by the server itself, with all promises to the disk kept."""
    if _is_filled(running.address):
        return
    begun = time.perf_counter()
    week = made_week(folder, benches, a_day)
    running.restart(*FILLING)
    with psycopg.connect(running.address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    engine = connect(running.address)
    OrderBook.open(running.address).close()
    fill(running.address, engine, week)
    engine.dispose()
    with psycopg.connect(running.address, autocommit=True) as connection:
        connection.execute("ANALYZE")
        connection.execute("CHECKPOINT")
    os.sync()
    running.restart_as_made()
    print(f"  filled in {time.perf_counter() - begun:.0f} s")


def _is_filled(address: str) -> bool:
    with psycopg.connect(address) as connection:
        if connection.execute("SELECT to_regclass('event_logs')").fetchone() == (None,):
            return False
        return connection.execute("SELECT count(*) > 0 FROM event_logs").fetchone() == (True,)


_SIZES: Final = """
SELECT sum(pg_total_relation_size(inhrelid))::float / 1e9, sum(pg_relation_size(inhrelid))::float / 1e9,
    pg_database_size(current_database())::float / 1e9
FROM pg_inherits WHERE inhparent = 'events'::regclass"""


def _tell_size(address: str) -> None:
    engine = connect(address)
    with engine.connect() as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        parts = partitions(connection)
        whole, rows, all_of_it = connection.execute(text(_SIZES)).one()
        count, logs = connection.execute(text("SELECT sum(size), count(*) FROM event_logs")).one()
        boxes = connection.execute(text("SELECT count(*) FROM parcels")).scalar_one()
    engine.dispose()
    print(f"  {count:,} entries of {logs} logs, {boxes:,} parcels; {len(parts)} partitions, the last two empty")
    print(f"  entries {rows:.1f} GB, their indexes {whole - rows:.1f} GB, all of the database {all_of_it:.1f} GB")
