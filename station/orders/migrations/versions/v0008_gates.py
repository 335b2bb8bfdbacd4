"""Gates: recorded approvals, ship-from places, cases with a deadline. Never edited once shipped, as all here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    _columns()
    _approvals()
    _hold_acts()
    _cancellations()
    _cases()
    _sent_outside()


def _columns() -> None:
    op.add_column("orders", sa.Column("amount", sa.BigInteger(), nullable=True))
    for name in ("company", "file_place", "ship_from", "place_by"):
        op.add_column("orders", _words(name))
    op.add_column("orders", sa.Column("fulfilment", sa.Text(), server_default="bench", nullable=False))
    op.add_column("orders", sa.Column("no_shipping", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("holds", _words("released_by"))
    op.add_column("products", _words("supplier"))


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _time(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _of_an_order(table: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    """A table of acts about orders, numbered as they come."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        _said("order_no"),
        *columns,
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name=f"fk_{table}_order_no"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _approvals() -> None:
    columns = (_said("name"), _said("answer"), _time("at_us"), _said("who"), _words("note"), _words("seen"))
    _of_an_order("approvals", *columns)
    op.create_index("ix_approvals_order_no", "approvals", ["order_no"], unique=False)


def _hold_acts() -> None:
    _of_an_order("hold_acts", _time("at_us"), _said("who"), _said("act"), _words("reason"), _words("note"))
    op.create_index("ix_hold_acts_order_no", "hold_acts", ["order_no"], unique=False)


def _cancellations() -> None:
    asked = (_time("asked_us"), _said("recorded_by"), _said("fault"), _words("reason"))
    answered = (_words("answer"), _time("answered_us", nullable=True), _words("answered_by"), _words("note"))
    _of_an_order("cancellations", *asked, *answered)
    _one_open("ix_cancellations_open", "cancellations", ["order_no"], "answer = ''")


def _cases() -> None:
    opened = (_said("kind"), _words("cause"), _time("start_us"), _time("opened_us"), _said("opened_by"), _words("note"))
    closed = (_time("closed_us", nullable=True), _words("closed_by"), _words("closing_note"))
    _of_an_order("cases", *opened, *closed)
    _one_open("ix_cases_open", "cases", ["order_no", "kind"], "closed_us IS NULL")


def _one_open(index: str, table: str, columns: list[str], still: str) -> None:
    open_ones = sa.text(still)
    op.create_index(index, table, columns, unique=True, sqlite_where=open_ones, postgresql_where=open_ones)


def _sent_outside() -> None:
    op.create_table(
        "sent_outside",
        _said("order_no"),
        _said("waybill"),
        _said("service"),
        _said("fulfilment"),
        _time("sent_us"),
        _time("recorded_us"),
        _said("recorded_by"),
        _words("note"),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_sent_outside_order_no"),
        sa.PrimaryKeyConstraint("order_no", "waybill", name="pk_sent_outside"),
    )
