"""Imports: who, control totals, locations. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("imports", _words("who"))
    op.add_column("imports", _words("batch"))
    op.create_index("ix_imports_sha256", "imports", ["sha256"], unique=False)
    for side in ("length_mm", "width_mm", "height_mm"):
        op.add_column("products", sa.Column(side, sa.Integer(), nullable=True))
    op.add_column("products", _words("location"))
    _import_batches()
    _batch_orders()


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)


def _import_batches() -> None:
    op.create_table(
        "import_batches",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("opened_us", sa.BigInteger(), nullable=False),
        _words("opened_by"),
        sa.Column("closed_us", sa.BigInteger(), nullable=True),
        _words("closed_by"),
        _words("reason"),
        sa.PrimaryKeyConstraint("name", name="pk_import_batches"),
    )


def _batch_orders() -> None:
    op.create_table(
        "batch_orders",
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        _flag("declared"),
        _flag("imported"),
        _flag("known"),
        _flag("repeated"),
        _words("refused"),
        sa.ForeignKeyConstraint(["batch"], ["import_batches.name"], name="fk_batch_orders_batch"),
        sa.PrimaryKeyConstraint("batch", "order_no", name="pk_batch_orders"),
    )
