"""Pick batches, totes and the sort wall. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _pick_batches()
    _pick_orders()
    _pick_lines()
    _picks()
    _wall_units()
    _pick_acts()


def _pick_batches() -> None:
    op.create_table(
        "pick_batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("single", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("opened_us", sa.BigInteger(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("closed_us", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pick_batches"),
    )


def _pick_orders() -> None:
    op.create_table(
        "pick_orders",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tote", sa.Text(), server_default="", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("live", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("out", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["pick_batches.id"], name="fk_pick_orders_batch_id"),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_pick_orders_order_no"),
        sa.PrimaryKeyConstraint("batch_id", "order_no", name="pk_pick_orders"),
    )
    op.create_index("ix_pick_orders_cell", "pick_orders", ["batch_id", "cell"], unique=False)
    op.create_index(
        "ix_pick_orders_live",
        "pick_orders",
        ["order_no"],
        unique=True,
        sqlite_where=sa.text("live"),
        postgresql_where=sa.text("live"),
    )


def _pick_lines() -> None:
    op.create_table(
        "pick_lines",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("variant", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["pick_batches.id"], name="fk_pick_lines_batch_id"),
        sa.PrimaryKeyConstraint("batch_id", "order_no", "position", name="pk_pick_lines"),
    )


def _picks() -> None:
    op.create_table(
        "picks",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("picked", sa.Integer(), server_default="0", nullable=False),
        sa.Column("short", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["pick_batches.id"], name="fk_picks_batch_id"),
        sa.PrimaryKeyConstraint("batch_id", "sku", name="pk_picks"),
    )


def _wall_units() -> None:
    op.create_table(
        "wall_units",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("scan_id", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("lot", sa.Text(), nullable=True),
        sa.Column("expiry", sa.Text(), nullable=True),
        sa.Column("serial", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["batch_id"], ["pick_batches.id"], name="fk_wall_units_batch_id"),
        sa.PrimaryKeyConstraint("batch_id", "order_no", "position", "ordinal", name="pk_wall_units"),
        sa.UniqueConstraint("scan_id", name="uq_wall_units_scan_id"),
    )
    op.create_index("ix_wall_units_order_no", "wall_units", ["order_no"], unique=False)


def _pick_acts() -> None:
    op.create_table(
        "pick_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=True),
        sa.Column("sku", sa.Text(), server_default="", nullable=False),
        sa.Column("units", sa.Integer(), server_default="0", nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["pick_batches.id"], name="fk_pick_acts_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pick_acts"),
    )
    op.create_index("ix_pick_acts_batch_id", "pick_acts", ["batch_id"], unique=False)
