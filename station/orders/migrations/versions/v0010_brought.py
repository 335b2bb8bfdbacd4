"""Shortages, and orders that one item claims. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_SINGLE = """
UPDATE orders SET single_sku = (
    SELECT CASE WHEN COUNT(*) = 1 AND MIN(l.quantity) = 1 AND MIN(l.kind) = 'goods' THEN MIN(l.sku) END
    FROM order_lines l
    WHERE l.order_no = orders.number AND l.kind <> 'virtual'
      AND l.sku NOT IN (SELECT p.sku FROM products p WHERE p.virtual)
)
WHERE state IN ('ready', 'held', 'packing')
"""


def upgrade() -> None:
    _single()
    _where_there()
    _shortages()


def _single() -> None:
    op.add_column("orders", sa.Column("single_sku", sa.Text(), nullable=True))
    op.execute(_SINGLE)
    singles = sa.text("single_sku IS NOT NULL")
    columns = ["single_sku", "state", "turn", "due_us", "paid_us", "number"]
    op.create_index("ix_orders_single", "orders", columns, unique=False, sqlite_where=singles, postgresql_where=singles)


def _where_there() -> None:
    """Most orders have neither yet when they come: an import writes no entry for them."""
    for name in ("waybill", "tote"):
        there = sa.text(f"{name} IS NOT NULL")
        op.drop_index(f"ix_orders_{name}", "orders")
        op.create_index(f"ix_orders_{name}", "orders", [name], unique=False, sqlite_where=there, postgresql_where=there)


def _shortages() -> None:
    op.create_table(
        "shortages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("bench", sa.Text(), server_default="", nullable=False),
        sa.Column("packer", sa.Text(), server_default="", nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("due_us", sa.BigInteger(), nullable=True),
        sa.Column("how", sa.Text(), server_default="", nullable=False),
        sa.Column("said_by", sa.Text(), server_default="", nullable=False),
        sa.Column("said_us", sa.BigInteger(), nullable=True),
        sa.Column("resolved_us", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_shortages_order_no"),
        sa.PrimaryKeyConstraint("id", name="pk_shortages"),
    )
    op.create_index("ix_shortages_order_no", "shortages", ["order_no"], unique=False)
    still = sa.text("resolved_us IS NULL")
    columns = ["owner", "id"]
    op.create_index("ix_shortages_open", "shortages", columns, unique=False, sqlite_where=still, postgresql_where=still)
