"""Entries by the month on PostgreSQL, and how far each log goes. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "event_logs",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("kept_from", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("bench", "epoch", name="pk_event_logs"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in _PARTED:
            op.execute(statement)


_PARTED = (
    "ALTER TABLE events RENAME TO events_whole",
    "CREATE TABLE events (LIKE events_whole INCLUDING DEFAULTS) PARTITION BY RANGE (wall_us)",
    "CREATE TABLE events_other PARTITION OF events DEFAULT",
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
    """
CREATE OR REPLACE FUNCTION sealbench_one_entry() RETURNS trigger LANGUAGE plpgsql
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
            RAISE EXCEPTION USING
                MESSAGE = 'the order book refuses this: it has another entry of that number of this log',
                ERRCODE = 'SB001';
        END IF;
        UPDATE event_logs SET size = came.newest + 1
            WHERE bench = came.bench AND epoch = came.epoch AND size <= came.newest;
    END LOOP;
    RETURN NULL;
END $one$""",
    """
CREATE TRIGGER sealbench_one_entry AFTER INSERT ON events REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    EXECUTE FUNCTION sealbench_one_entry()""",
)
