"""Imports: who, control totals, locations. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    pass
