"""Carriers: who chose a service and why, value-added services, batches given to carriers. Never edited, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    for column in ("chosen_service", "service_why", "extras"):
        op.add_column("orders", sa.Column(column, sa.Text(), server_default="", nullable=False))
    op.add_column("waybill_numbers", sa.Column("note", sa.Text(), server_default="", nullable=False))
    _service_choices()
    _carrier_batches()


def _service_choices() -> None:
    op.create_table(
        "service_choices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("service", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_service_choices_order_no"),
        sa.PrimaryKeyConstraint("id", name="pk_service_choices"),
    )
    op.create_index("ix_service_choices_order_no", "service_choices", ["order_no"], unique=False)


def _carrier_batches() -> None:
    op.create_table(
        "carrier_batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_carrier_batches"),
    )
    op.create_table(
        "carrier_batch_orders",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["carrier_batches.id"], name="fk_carrier_batch_orders_batch_id"),
        sa.PrimaryKeyConstraint("batch_id", "order_no", name="pk_carrier_batch_orders"),
    )
    op.create_index("ix_carrier_batch_orders_order_no", "carrier_batch_orders", ["order_no"], unique=False)
