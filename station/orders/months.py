"""The book's copies of entries by the month on PostgreSQL: a partition for each, and no number of a log twice in them.

On SQLite they are one table. A partition's key must be part of the primary key, which therefore no longer keeps a
log's numbers apart: a trigger does, by one row for each log (``event_logs``). What may go with a month stands in
``retiring``.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, text

from station.orders.complaints import REFUSED, REFUSED_CODE

OTHER: Final = "events_other"
"""Entries of no month that has its partition: clocks that were wrong, and what was kept when its month went."""

MONTH: Final = re.compile(r"events_(\d{4})_(\d{2})")
SINGLE: Final = "sealbench_one_entry"

PARTED: Final = (
    "ALTER TABLE events RENAME TO events_whole",
    "CREATE TABLE events (LIKE events_whole INCLUDING DEFAULTS) PARTITION BY RANGE (wall_us)",
    f"CREATE TABLE {OTHER} PARTITION OF events DEFAULT",
    """
CREATE OR REPLACE FUNCTION sealbench_one_month(at_us bigint) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $month$
DECLARE
    first timestamp := date_trunc('month', to_timestamp(at_us / 1000000) AT TIME ZONE 'UTC');
    called text := 'events_' || to_char(first, 'YYYY_MM');
    from_us bigint := extract(epoch FROM first)::bigint * 1000000;
    to_us bigint := extract(epoch FROM first + interval '1 month')::bigint * 1000000;
BEGIN
    IF first < '2020-01-01' OR first > now() AT TIME ZONE 'UTC' + interval '62 days'
        OR to_regclass(called) IS NOT NULL THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('sealbench events by month'));
    IF to_regclass(called) IS NOT NULL
        OR EXISTS (SELECT FROM events_other WHERE wall_us >= from_us AND wall_us < to_us) THEN RETURN; END IF;
    EXECUTE format('CREATE TABLE %I (LIKE events INCLUDING DEFAULTS)', called);
    EXECUTE format('ALTER TABLE events ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', called, from_us, to_us);
END $month$""",
    """
CREATE OR REPLACE FUNCTION sealbench_open_month(at_us bigint) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $month$
BEGIN
    PERFORM sealbench_one_month(at_us);
    PERFORM sealbench_one_month(at_us + 31::bigint * 86400 * 1000000);
END $month$""",
    """
DO $months$ DECLARE at_us bigint; BEGIN
    FOR at_us IN SELECT DISTINCT wall_us / 86400000000 * 86400000000 FROM events_whole ORDER BY 1 LOOP
        PERFORM sealbench_one_month(at_us);
    END LOOP;
END $months$""",
    "INSERT INTO events SELECT * FROM events_whole",
    "DROP TABLE events_whole",
    "ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY (bench, epoch, seq, wall_us)",
    "CREATE INDEX ix_events_wall_us ON events (wall_us)",
    "CREATE INDEX ix_events_bench_wall_us ON events (bench, wall_us)",
    "CREATE INDEX ix_events_order_no ON events (order_no)",
    "INSERT INTO event_logs (bench, epoch, size) SELECT bench, epoch, max(seq) + 1 FROM events GROUP BY bench, epoch",
    f"""
CREATE OR REPLACE FUNCTION {SINGLE}() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $one$
DECLARE
    came record;
    known bigint;
BEGIN
    FOR came IN SELECT bench, epoch, max(seq) AS newest, min(seq) AS oldest, count(*) > count(DISTINCT seq) AS twice
        FROM fresh GROUP BY bench, epoch ORDER BY bench, epoch
    LOOP
        INSERT INTO event_logs (bench, epoch) VALUES (came.bench, came.epoch) ON CONFLICT DO NOTHING;
        SELECT size INTO known FROM event_logs WHERE bench = came.bench AND epoch = came.epoch FOR UPDATE;
        IF came.twice OR came.oldest < known AND EXISTS (
            SELECT FROM fresh JOIN events USING (bench, epoch, seq)
            WHERE bench = came.bench AND epoch = came.epoch AND events.wall_us <> fresh.wall_us
        ) THEN
            RAISE EXCEPTION USING MESSAGE = '{REFUSED} it has another entry of that number of this log',
                ERRCODE = '{REFUSED_CODE}';
        END IF;
        UPDATE event_logs SET size = came.newest + 1
            WHERE bench = came.bench AND epoch = came.epoch AND size <= came.newest;
    END LOOP;
    RETURN NULL;
END $one$""",  # noqa: S608  no value of anybody is in it
    f"""
CREATE TRIGGER {SINGLE} AFTER INSERT ON events REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    EXECUTE FUNCTION {SINGLE}()""",
)
"""A new book's; a book of before gets its own from the migration, which is never edited."""


def part(connection: Connection) -> None:
    """In a book just made."""
    if connection.dialect.name == "postgresql":
        for statement in PARTED:
            connection.execute(text(statement))


def open_month(connection: Connection, at_us: int) -> None:
    """There is a partition for entries of that moment, and for those of the month after; bounded, for a bench asks."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT sealbench_open_month(:at_us)").bindparams(at_us=at_us))


def month_of(at_us: int) -> str:
    """``2026-11``, in UTC as the partitions are."""
    return datetime.fromtimestamp(at_us / 1_000_000, UTC).strftime("%Y-%m")


def partitions(connection: Connection) -> tuple[str, ...]:
    """Their tables, the oldest first and the rest's last; none where the entries are one table."""
    if connection.dialect.name != "postgresql":
        return ()
    asked = "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = to_regclass('events') ORDER BY 1"
    return tuple(str(name) for (name,) in connection.exec_driver_sql(asked))


def missing(connection: Connection) -> tuple[str, ...]:
    """What a book on PostgreSQL lacks to keep a log's numbers apart and its months open."""
    if connection.dialect.name != "postgresql":
        return ()
    asked = "SELECT count(*) FROM pg_trigger WHERE tgname = :name AND tgenabled <> 'D'"
    single = connection.execute(text(asked).bindparams(name=SINGLE)).scalar_one()
    there = partitions(connection)
    return (() if single else ("one_entry_a_number",)) + (() if OTHER in there else (OTHER,))
