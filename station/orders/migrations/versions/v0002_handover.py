"""Handovers to carriers, what they left behind, and what was written for the platforms. Never edited, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _handovers()
    _handover_parcels()
    _handover_left()
    _handover_acts()
    _confirmations()


def _handovers() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("services", sa.Text(), nullable=False),
        sa.Column("opened_us", sa.BigInteger(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("closed_us", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("driver", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handovers"),
    )
    op.create_index(
        "ix_handovers_open",
        "handovers",
        ["carrier"],
        unique=True,
        sqlite_where=sa.text("closed_us IS NULL"),
        postgresql_where=sa.text("closed_us IS NULL"),
    )


def _handover_parcels() -> None:
    op.create_table(
        "handover_parcels",
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("weight_mg", sa.BigInteger(), nullable=True),
        sa.Column("scanned_us", sa.BigInteger(), nullable=False),
        sa.Column("scanned_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], name="fk_handover_parcels_handover_id"),
        sa.PrimaryKeyConstraint("order_no", "waybill", name="pk_handover_parcels"),
    )
    op.create_index("ix_handover_parcels_handover_id", "handover_parcels", ["handover_id"], unique=False)


def _handover_left() -> None:
    op.create_table(
        "handover_left",
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("called_us", sa.BigInteger(), nullable=True),
        sa.Column("called_by", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], name="fk_handover_left_handover_id"),
        sa.PrimaryKeyConstraint("handover_id", "order_no", "waybill", name="pk_handover_left"),
    )


def _handover_acts() -> None:
    op.create_table(
        "handover_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("order_no", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], name="fk_handover_acts_handover_id"),
        sa.PrimaryKeyConstraint("id", name="pk_handover_acts"),
    )
    op.create_index("ix_handover_acts_handover_id", "handover_acts", ["handover_id"], unique=False)


def _confirmations() -> None:
    op.create_table(
        "confirmations",
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("exported_us", sa.BigInteger(), nullable=False),
        sa.Column("exported_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("order_no", "waybill", name="pk_confirmations"),
    )
