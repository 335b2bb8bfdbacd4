"""Papers: handover proof, notices, outbox. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    _handover_papers()
    _handover_owed()
    _notices()
    _confirmation_words()


def _handover_papers() -> None:
    op.create_table(
        "handover_papers",
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], name="fk_handover_papers_handover_id"),
        sa.PrimaryKeyConstraint("handover_id", "role", name="pk_handover_papers"),
    )


def _handover_owed() -> None:
    """Handovers closed before this stay out of the ledgers: nobody signed for them in the program."""
    op.create_table(
        "handover_owed",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], name="fk_handover_owed_handover_id"),
        sa.PrimaryKeyConstraint("bench", "handover_id", "order_no", "waybill", name="pk_handover_owed"),
    )


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("written_us", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("order_no", "waybill", name="pk_notices"),
    )


def _confirmation_words() -> None:
    op.create_table(
        "confirmation_words",
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("confirmed_us", sa.BigInteger(), nullable=True),
        sa.Column("confirmed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("doubted_us", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("order_no", "waybill", name="pk_confirmation_words"),
    )
