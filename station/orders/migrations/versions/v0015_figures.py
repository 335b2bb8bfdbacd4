"""What benches' entries add up to, filled by the program; calls for help. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    _figures()
    _parcel_times()
    _class_times()
    _benches()
    _help_calls()
    op.create_index("ix_events_bench_wall_us", "events", ["bench", "wall_us"], unique=False)


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _small(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _from_zero(name: str, type_: sa.Integer) -> sa.Column[int]:
    return sa.Column(name, type_, server_default="0", nullable=False)


def _figures() -> None:
    op.create_table(
        "figures",
        _number("quarter"),
        _said("bench"),
        _said("packer"),
        _said("name"),
        _number("value"),
        sa.PrimaryKeyConstraint("quarter", "bench", "packer", "name", name="pk_figures"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "figured_logs",
        _said("bench"),
        _small("epoch"),
        _number("next_seq"),
        _said("state"),
        sa.PrimaryKeyConstraint("bench", "epoch", name="pk_figured_logs"),
    )


def _parcel_times() -> None:
    times = ("took_us", "scan_us", "wait_us", "weigh_us", "print_us", "stick_us")
    op.create_table(
        "parcel_times",
        _said("bench"),
        _small("epoch"),
        _number("seq"),
        _number("sealed_us"),
        _said("packer"),
        _said("order_class"),
        *(_number(name) for name in times),
        sa.Column("clean", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("bench", "epoch", "seq", name="pk_parcel_times"),
    )
    op.create_index("ix_parcel_times_sealed_us", "parcel_times", ["sealed_us"], unique=False)


def _class_times() -> None:
    op.create_table(
        "class_times",
        _small("day"),
        _said("order_class"),
        _small("seconds"),
        _from_zero("parcels", sa.Integer()),
        sa.PrimaryKeyConstraint("day", "order_class", "seconds", name="pk_class_times"),
        sqlite_with_rowid=False,
    )


def _benches() -> None:
    op.create_table(
        "benches",
        _said("bench"),
        _from_zero("epoch", sa.Integer()),
        _words("packer"),
        sa.Column("order_no", sa.Text(), nullable=True),
        _words("doing"),
        _words("stopped_by"),
        _from_zero("since_us", sa.BigInteger()),
        _from_zero("told_us", sa.BigInteger()),
        _number("seen_us", nullable=True),
        sa.PrimaryKeyConstraint("bench", name="pk_benches"),
    )
    op.create_table(
        "bench_devices",
        _said("bench"),
        _said("device"),
        _said("kind"),
        sa.Column("up", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _words("word"),
        _number("since_us"),
        sa.PrimaryKeyConstraint("bench", "device", name="pk_bench_devices"),
    )


def _help_calls() -> None:
    op.create_table(
        "help_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        _said("bench"),
        _said("packer"),
        sa.Column("order_no", sa.Text(), nullable=True),
        _number("raised_us"),
        _number("taken_us", nullable=True),
        _words("taken_by"),
        _number("ended_us", nullable=True),
        _words("ended_by"),
        sa.PrimaryKeyConstraint("id", name="pk_help_calls"),
    )
    op.create_index("ix_help_calls_raised_us", "help_calls", ["raised_us"], unique=False)
    op.create_index("ix_help_calls_bench", "help_calls", ["bench", "raised_us"], unique=False)
