"""Papers: handover proof, notices, outbox. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    pass
