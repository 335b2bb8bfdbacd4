"""The HTTP API: tokens, answers kept for repeated requests, and webhooks. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    _callers()
    _hooks()
    _tellings()


def _callers() -> None:
    op.create_table(
        "api_tokens",
        _said("name"),
        _said("digest"),
        _said("rights"),
        _moment("made_us"),
        _words("made_by"),
        _moment("revoked_us", nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_api_tokens"),
        sa.UniqueConstraint("digest"),
    )
    op.create_table(
        "api_answers",
        _said("token"),
        _said("idempotency_key"),
        _said("asked"),
        _count("status"),
        _words("answer"),
        _moment("at_us"),
        sa.PrimaryKeyConstraint("token", "idempotency_key", name="pk_api_answers"),
    )
    op.create_index("ix_api_answers_at_us", "api_answers", ["at_us"], unique=False)


def _hooks() -> None:
    op.create_table(
        "webhooks",
        sa.Column("id", sa.Integer(), nullable=False),
        _said("token"),
        _said("url"),
        _said("secret"),
        _said("types"),
        _moment("made_us"),
        _moment("ended_us", nullable=True),
        _words("ended_why"),
        sa.PrimaryKeyConstraint("id", name="pk_webhooks"),
    )
    op.create_table(
        "webhook_places",
        *_log_of_a_hook(),
        _moment("next_seq"),
        sa.PrimaryKeyConstraint("webhook", "bench", "epoch", name="pk_webhook_places"),
    )


def _tellings() -> None:
    op.create_table(
        "webhook_tellings",
        *_log_of_a_hook(),
        _moment("seq"),
        _count("attempts"),
        _moment("due_us"),
        _moment("told_us", nullable=True),
        _moment("given_up_us", nullable=True),
        _words("answer"),
        sa.PrimaryKeyConstraint("webhook", "bench", "epoch", "seq", name="pk_webhook_tellings"),
    )
    waiting = ["webhook", "told_us", "given_up_us", "due_us"]
    op.create_index("ix_webhook_tellings_due", "webhook_tellings", waiting, unique=False)


def _log_of_a_hook() -> tuple[sa.Column[int], sa.Column[str], sa.Column[int]]:
    epoch = sa.Column("epoch", sa.Integer(), nullable=False)
    return sa.Column("webhook", sa.Integer(), nullable=False), _said("bench"), epoch


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)
