"""Parts of an order and orders under one waybill. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _orders()
    _parcels()
    _parting_acts()


def _orders() -> None:
    op.add_column("orders", sa.Column("part_of", sa.Text(), nullable=True))
    op.add_column("orders", sa.Column("part", sa.Integer(), server_default="1", nullable=False))
    op.add_column("orders", sa.Column("next_part", sa.Integer(), nullable=True))
    op.add_column("orders", sa.Column("joined_to", sa.Text(), nullable=True))
    for name in ("part_of", "joined_to"):
        there = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_orders_{name}", "orders", [name], unique=False, sqlite_where=there, postgresql_where=there)
    op.add_column("order_lines", sa.Column("kit", sa.Text(), server_default="", nullable=False))


def _parcels() -> None:
    """One box, several orders: the key takes the order's number in. SQLite makes the table anew for it."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("pk_parcels", "parcels", type_="primary")
        op.create_primary_key("pk_parcels", "parcels", ["bench", "epoch", "seq", "order_no"])
        return
    for index in ("ix_parcels_order_no", "ix_parcels_waybill", "ix_parcels_sealed_us"):
        op.drop_index(index, "parcels")
    op.rename_table("parcels", "parcels_before")
    op.create_table(
        "parcels",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("packer", sa.Text(), nullable=False),
        sa.Column("sealed_us", sa.BigInteger(), nullable=False),
        sa.Column("weight_mg", sa.BigInteger(), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("short", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("bench", "epoch", "seq", "order_no", name="pk_parcels"),
    )
    op.execute("INSERT INTO parcels SELECT * FROM parcels_before")  # the same columns in the same order
    op.drop_table("parcels_before")
    op.create_index("ix_parcels_order_no", "parcels", ["order_no"], unique=False)
    op.create_index("ix_parcels_waybill", "parcels", ["waybill"], unique=False)
    op.create_index("ix_parcels_sealed_us", "parcels", ["sealed_us"], unique=False)


def _parting_acts() -> None:
    op.create_table(
        "parting_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("orders", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parting_acts"),
    )
    op.create_index("ix_parting_acts_order_no", "parting_acts", ["order_no"], unique=False)
