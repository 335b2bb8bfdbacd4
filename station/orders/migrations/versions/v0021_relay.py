"""Entries that the relay set aside, and what a bench's relay last said of itself. Never edited once shipped, as all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "set_aside",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("after_seq", sa.BigInteger(), nullable=True),
        _words("why"),
        sa.Column("since_us", sa.BigInteger(), nullable=False),
        sa.Column("tried_us", sa.BigInteger(), nullable=True),
        sa.Column("mended_us", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("bench", "epoch", "seq", name="pk_set_aside"),
    )
    still = sa.text("mended_us IS NULL")
    op.create_index(
        "ix_set_aside_open",
        "set_aside",
        ["bench", "epoch", "seq"],
        unique=False,
        sqlite_where=still,
        postgresql_where=still,
    )
    op.create_table(
        "relay_states",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), server_default="0", nullable=False),
        sa.Column("waiting", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("oldest_us", sa.BigInteger(), nullable=True),
        _words("forked"),
        sa.Column("forked_us", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("bench", name="pk_relay_states"),
    )


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
