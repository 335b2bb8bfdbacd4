"""What this order book's host has witnessed of the benches' logs. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    _witnesses()
    _witnessed()
    _requests()


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _witnesses() -> None:
    op.create_table(
        "witnesses",
        _said("name"),
        _said("key"),
        _words("machine"),
        _number("enrolled_us"),
        sa.PrimaryKeyConstraint("name", name="pk_witnesses"),
    )


def _witnessed() -> None:
    op.create_table(
        "witnessed",
        _said("log"),
        _said("witness"),
        _number("size"),
        _said("root"),
        _said("note"),
        _said("line"),
        _said("org_key"),
        _number("at_us"),
        sa.PrimaryKeyConstraint("log", "witness", name="pk_witnessed"),
    )


def _requests() -> None:
    op.create_table(
        "witness_requests",
        _said("log"),
        _said("witness"),
        _number("old_size"),
        _said("note"),
        _words("proof"),
        _said("bench_key"),
        _said("org_key"),
        _said("enrolment"),
        _number("asked_us"),
        _words("refused"),
        _number("known_size", nullable=True),
        sa.PrimaryKeyConstraint("log", "witness", name="pk_witness_requests"),
    )
