"""Shortages, and units that come to a bench already verified. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    pass
