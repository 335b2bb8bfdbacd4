"""Figures summed by the day, over all benches and by service, filled from those there are.

Never edited once shipped, as all here.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_index("ix_parcel_times_bench", "parcel_times", ["bench", "sealed_us"], unique=False)
    op.create_index("ix_parcel_times_packer", "parcel_times", ["packer", "sealed_us"], unique=False)
    op.add_column("class_times", _count("clean"))
    for step in _STEPS:
        op.add_column("class_times", sa.Column(step, sa.BigInteger(), server_default="0", nullable=False))
    _figure_days()
    _figure_totals()
    _service_times()
    for statement in (_EMPTIED, _CLASSES, _DAYS, _TIMED, _TOTALS, _SERVICES):
        op.execute(statement)


_STEPS = ("scan_us", "wait_us", "weigh_us", "print_us", "stick_us")


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _figure_days() -> None:
    op.create_table(
        "figure_days",
        sa.Column("day", sa.Integer(), nullable=False),
        _said("bench"),
        _said("packer"),
        _said("name"),
        _number("value"),
        sa.PrimaryKeyConstraint("day", "bench", "packer", "name", name="pk_figure_days"),
        sqlite_with_rowid=False,
    )


def _figure_totals() -> None:
    op.create_table(
        "figure_totals",
        _number("quarter"),
        _said("name"),
        _number("value"),
        sa.PrimaryKeyConstraint("quarter", "name", name="pk_figure_totals"),
        sqlite_with_rowid=False,
    )


def _service_times() -> None:
    op.create_table(
        "service_times",
        _number("quarter"),
        _said("service"),
        _count("parcels"),
        _count("timed"),
        _count("clean"),
        sa.PrimaryKeyConstraint("quarter", "service", name="pk_service_times"),
        sqlite_with_rowid=False,
    )


_EMPTIED = "DELETE FROM class_times"

_CLASSES = """
INSERT INTO class_times (day, order_class, seconds, parcels, clean, scan_us, wait_us, weigh_us, print_us, stick_us)
SELECT CAST(sealed_us / 86400000000 AS INTEGER), order_class, CAST((took_us + 500000) / 1000000 AS INTEGER), count(*),
       sum(CASE WHEN clean THEN 1 ELSE 0 END), sum(scan_us), sum(wait_us), sum(weigh_us), sum(print_us), sum(stick_us)
FROM parcel_times GROUP BY 1, 2, 3"""

_DAYS = """
INSERT INTO figure_days (day, bench, packer, name, value)
SELECT CAST(quarter / 96 AS INTEGER), bench, packer, name, sum(value) FROM figures GROUP BY 1, 2, 3, 4"""

_TIMED = """
INSERT INTO figure_days (day, bench, packer, name, value)
SELECT day, bench, packer, 'timed.' || order_class, count(*) FROM
    (SELECT CAST(sealed_us / 86400000000 AS INTEGER) AS day, bench, packer, order_class FROM parcel_times) AS timed
GROUP BY day, bench, packer, order_class
UNION ALL
SELECT day, bench, packer, 'waited_us.' || order_class, sum(wait_us) FROM
    (SELECT CAST(sealed_us / 86400000000 AS INTEGER) AS day, bench, packer, order_class, wait_us
     FROM parcel_times) AS waited
GROUP BY day, bench, packer, order_class HAVING sum(wait_us) > 0"""

_TOTALS = """
INSERT INTO figure_totals (quarter, name, value) SELECT quarter, name, sum(value) FROM figures GROUP BY 1, 2"""

_SERVICES = """
INSERT INTO service_times (quarter, service, parcels, timed, clean)
SELECT box.sealed_us / 900000000, box.service, count(*), count(parcel_times.seq),
       sum(CASE WHEN parcel_times.clean THEN 1 ELSE 0 END)
FROM (
    SELECT parcels.bench AS bench, parcels.epoch AS epoch, parcels.seq AS seq, parcels.sealed_us AS sealed_us,
           min(orders.service) AS service
    FROM parcels
    JOIN orders ON orders.number = parcels.order_no
    JOIN figured_logs ON figured_logs.bench = parcels.bench AND figured_logs.epoch = parcels.epoch
    WHERE parcels.seq < figured_logs.next_seq
    GROUP BY parcels.bench, parcels.epoch, parcels.seq, parcels.sealed_us
) AS box
LEFT JOIN parcel_times
    ON parcel_times.bench = box.bench AND parcel_times.epoch = box.epoch AND parcel_times.seq = box.seq
GROUP BY 1, 2"""
"""Boxes that are not counted yet come with their log, as its other figures do."""
