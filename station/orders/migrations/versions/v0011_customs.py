"""What a unit of a line is worth at the border. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("order_lines", sa.Column("declared_value", sa.BigInteger(), nullable=True))
    op.add_column("order_lines", sa.Column("declared_currency", sa.Text(), server_default="", nullable=False))
