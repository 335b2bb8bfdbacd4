"""Carriers: batches of numbers, limits and billing. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pass
