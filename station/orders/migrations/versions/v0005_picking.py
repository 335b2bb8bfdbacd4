"""Pick batches, totes and the sort wall. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    pass
