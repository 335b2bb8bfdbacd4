"""How far the weights of one product lie apart. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


_EVENLY = """
UPDATE learned_weights SET squares_mg2 = (highest_mg - lowest_mg) / 12 * (highest_mg - lowest_mg) * samples
"""
"""Of what was learned before nobody knows more than its ends: taken for spread evenly between them."""


def upgrade() -> None:
    op.add_column("learned_weights", sa.Column("squares_mg2", sa.BigInteger(), server_default="0", nullable=False))
    op.execute(_EVENLY)
