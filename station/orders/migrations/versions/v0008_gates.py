"""Gates: recorded approvals, ship-from places, cases with a deadline. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    pass
