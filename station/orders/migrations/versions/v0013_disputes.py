"""The dispute desk, and what carriers say of parcels. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

# A chargeback was a case with a cause; its causes were fewer, and "goods" said least.
_MOVED = """
INSERT INTO disputes (case_id, kind)
SELECT id, CASE cause WHEN 'stolen_card' THEN 'stolen_card' WHEN 'not_received' THEN 'not_received'
                      WHEN 'not_as_described' THEN 'not_as_described' ELSE 'chargeback' END
FROM cases WHERE kind = 'chargeback'
"""


def upgrade() -> None:
    op.add_column("cases", sa.Column("given_due_us", sa.BigInteger(), nullable=True))
    _disputes()
    _papers()
    _submissions()
    _links()
    _carrier_news()
    _searched()
    op.execute(_MOVED)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str, *, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("case_id", sa.Integer(), nullable=False),
        _said("kind"),
        _words("channel"),
        _words("reference"),
        _number("amount"),
        _words("currency"),
        _words("outcome"),
        _number("paid_back"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_disputes_case_id"),
        sa.PrimaryKeyConstraint("case_id", name="pk_disputes"),
    )


def _of_a_dispute(table: str, *columns: sa.Column[str] | sa.Column[int] | sa.Column[bytes]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        *columns,
        _number("at_us", nullable=False),
        _said("who"),
        _words("note"),
        sa.ForeignKeyConstraint(["case_id"], ["disputes.case_id"], name=f"fk_{table}_case_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_case_id", table, ["case_id"], unique=False)


def _papers() -> None:
    data: sa.Column[bytes] = sa.Column("data", sa.LargeBinary(), nullable=False)
    words = (_said("proof"), _said("name"), _said("mime"))
    _of_a_dispute("dispute_papers", *words, _number("size", nullable=False), _said("sha256"), data)


def _submissions() -> None:
    _of_a_dispute(
        "dispute_submissions", _said("channel"), _said("name"), _number("size", nullable=False), _said("sha256")
    )


def _links() -> None:
    _of_a_dispute("dispute_links", _said("kind"), _said("value"))


def _carrier_news() -> None:
    op.create_table(
        "carrier_news",
        _said("waybill"),
        _number("at_us", nullable=False),
        _said("what"),
        _words("place"),
        _number("weight_mg"),
        _words("source"),
        sa.PrimaryKeyConstraint("waybill", "at_us", "what", name="pk_carrier_news"),
    )


def _searched() -> None:
    """By what somebody knows of a parcel: the phone's last four digits, who packed it."""
    sealed = sa.text("sealed_us IS NOT NULL")
    tail = sa.text("substr(phone, length(phone) - 3)")
    op.create_index("ix_orders_phone_tail", "orders", [tail], sqlite_where=sealed, postgresql_where=sealed)
    op.create_index("ix_parcels_packer", "parcels", ["packer", "sealed_us"], unique=False)
    op.create_index("ix_cases_start_us", "cases", ["start_us"], unique=False)
