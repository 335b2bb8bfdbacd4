"""Parts of an order and orders under one waybill. Never edited once shipped, as all here."""

from __future__ import annotations

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    pass
