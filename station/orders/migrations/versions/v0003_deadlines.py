"""Where deadlines come from, expediting, and who changed either. Never edited, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_NEVER_US = 2**62


def upgrade() -> None:
    _orders()
    _deadline_acts()


def _orders() -> None:
    """Until now every deadline in the book came from an order file."""
    op.add_column("orders", sa.Column("file_due_us", sa.BigInteger(), nullable=True))
    op.add_column("orders", sa.Column("agreed_us", sa.BigInteger(), nullable=True))
    op.add_column("orders", sa.Column("turn", sa.Integer(), server_default="1", nullable=False))
    told = sa.table("orders", sa.column("due_us", sa.BigInteger()), sa.column("file_due_us", sa.BigInteger()))
    op.execute(sa.update(told).where(told.c.due_us != _NEVER_US).values(file_due_us=told.c.due_us))
    op.drop_index("ix_orders_queue", "orders")
    op.create_index("ix_orders_queue", "orders", ["state", "turn", "due_us", "paid_us", "number"], unique=False)


def _deadline_acts() -> None:
    op.create_table(
        "deadline_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("until_us", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_deadline_acts_order_no"),
        sa.PrimaryKeyConstraint("id", name="pk_deadline_acts"),
    )
    op.create_index("ix_deadline_acts_order_no", "deadline_acts", ["order_no"], unique=False)
