"""Leases, take-overs, seals that came too late, numbers reserved for a bench, and PostgreSQL's bell.

Never edited once shipped, as all here.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("orders", _moment("lease_us", nullable=True))
    there = sa.text("state = 'reserved'")
    op.create_index(
        "ix_waybill_numbers_reserved",
        "waybill_numbers",
        ["bench", "service", "position"],
        unique=False,
        sqlite_where=there,
        postgresql_where=there,
    )
    _takeovers()
    _refused_seals()
    if op.get_bind().dialect.name == "postgresql":
        for statement in _BELL:
            op.execute(statement)


def _takeovers() -> None:
    op.create_table(
        "takeovers",
        sa.Column("id", sa.Integer(), nullable=False),
        _said("order_no"),
        _moment("at_us", nullable=False),
        _words("who"),
        _words("reason"),
        _said("bench"),
        sa.Column("fence", sa.Integer(), nullable=False),
        _words("waybill"),
        sa.PrimaryKeyConstraint("id", name="pk_takeovers"),
    )
    op.create_index("ix_takeovers_order_no", "takeovers", ["order_no"], unique=False)


def _refused_seals() -> None:
    op.create_table(
        "refused_seals",
        _said("bench"),
        sa.Column("epoch", sa.Integer(), nullable=False),
        _moment("seq", nullable=False),
        _said("order_no"),
        _said("waybill"),
        _moment("sealed_us", nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        _words("now_at"),
        _moment("told_us", nullable=True),
        sa.PrimaryKeyConstraint("bench", "epoch", "seq", "order_no", name="pk_refused_seals"),
    )
    untold = sa.text("told_us IS NULL")
    op.create_index(
        "ix_refused_seals_bench",
        "refused_seals",
        ["bench"],
        unique=False,
        sqlite_where=untold,
        postgresql_where=untold,
    )


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _moment(name: str, *, nullable: bool) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


_BELL = (
    """
CREATE OR REPLACE FUNCTION sealbench_ring_order() RETURNS trigger LANGUAGE plpgsql AS $bell$
BEGIN
    PERFORM pg_notify('sealbench_orders', OLD.claimed_by);
    RETURN NULL;
END $bell$""",
    """
CREATE OR REPLACE FUNCTION sealbench_ring_hold() RETURNS trigger LANGUAGE plpgsql AS $bell$
BEGIN
    PERFORM pg_notify('sealbench_orders', whose.claimed_by) FROM (
        SELECT claimed_by FROM orders WHERE number = NEW.order_no AND claimed_by IS NOT NULL
        UNION SELECT claimed_by FROM orders WHERE part_of = NEW.order_no AND claimed_by IS NOT NULL
    ) AS whose;
    RETURN NULL;
END $bell$""",
    """
CREATE TRIGGER sealbench_ring_order AFTER UPDATE ON orders FOR EACH ROW
    WHEN (OLD.claimed_by IS NOT NULL AND NEW.state <> 'sealed' AND (
        NEW.state <> OLD.state OR NEW.revision <> OLD.revision OR NEW.fence <> OLD.fence
        OR NEW.claimed_by IS DISTINCT FROM OLD.claimed_by))
    EXECUTE FUNCTION sealbench_ring_order()""",
    """
CREATE TRIGGER sealbench_ring_hold AFTER INSERT OR UPDATE ON holds FOR EACH ROW
    EXECUTE FUNCTION sealbench_ring_hold()""",
)
