"""What each person chose for the screens, for every bench to read. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    for choice in ("language", "palette"):
        op.add_column("people", sa.Column(choice, sa.Text(), server_default="", nullable=False))
        op.add_column("people", sa.Column(f"{choice}_us", sa.BigInteger(), server_default="0", nullable=False))
