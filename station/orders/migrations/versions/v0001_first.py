"""The first schema of the order book. Written once, never edited: a change is a new file beside this one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _events()
    _imports()
    _learned_weights()
    _orders()
    _serials()
    _parcels()
    _people()
    _products()
    _waybill_numbers()
    _barcodes()
    _holds()
    _kit_components()
    _order_lines()


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wall_us", sa.BigInteger(), nullable=False),
        sa.Column("packer", sa.Text(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("units", sa.Integer(), server_default="0", nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bench", "epoch", "seq", name="pk_events"),
    )
    op.create_index("ix_events_order_no", "events", ["order_no"], unique=False)
    op.create_index("ix_events_wall_us", "events", ["wall_us"], unique=False)


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("shop", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
    )


def _learned_weights() -> None:
    op.create_table(
        "learned_weights",
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("samples", sa.Integer(), nullable=False),
        sa.Column("sum_mg", sa.BigInteger(), nullable=False),
        sa.Column("lowest_mg", sa.BigInteger(), nullable=False),
        sa.Column("highest_mg", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sku", name="pk_learned_weights"),
    )


def _orders() -> None:
    op.create_table(
        "orders",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("shop", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("status_word", sa.Text(), server_default="", nullable=False),
        sa.Column("platform_state", sa.Text(), server_default="", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("has_head", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("has_lines", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("units_stated", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_us", sa.BigInteger(), nullable=True),
        sa.Column("paid_us", sa.BigInteger(), nullable=True),
        sa.Column("due_us", sa.BigInteger(), server_default="4611686018427387904", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("province", sa.Text(), server_default="", nullable=False),
        sa.Column("city", sa.Text(), server_default="", nullable=False),
        sa.Column("district", sa.Text(), server_default="", nullable=False),
        sa.Column("street", sa.Text(), server_default="", nullable=False),
        sa.Column("postcode", sa.Text(), server_default="", nullable=False),
        sa.Column("buyer_message", sa.Text(), server_default="", nullable=False),
        sa.Column("seller_note", sa.Text(), server_default="", nullable=False),
        sa.Column("gift", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("buyer_service", sa.Text(), server_default="", nullable=False),
        sa.Column("service", sa.Text(), server_default="", nullable=False),
        sa.Column("waybill", sa.Text(), nullable=True),
        sa.Column("tote", sa.Text(), nullable=True),
        sa.Column("head_print", sa.Text(), server_default="", nullable=False),
        sa.Column("lines_print", sa.Text(), server_default="", nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("claimed_us", sa.BigInteger(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tare_mg", sa.BigInteger(), nullable=True),
        sa.Column("sealed_us", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_orders"),
    )
    op.create_index("ix_orders_queue", "orders", ["state", "due_us", "paid_us", "number"], unique=False)
    op.create_index("ix_orders_tote", "orders", ["tote"], unique=False)
    op.create_index("ix_orders_waybill", "orders", ["waybill"], unique=False)


def _parcels() -> None:
    op.create_table(
        "parcels",
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("waybill", sa.Text(), nullable=False),
        sa.Column("packer", sa.Text(), nullable=False),
        sa.Column("sealed_us", sa.BigInteger(), nullable=False),
        sa.Column("weight_mg", sa.BigInteger(), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("short", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.PrimaryKeyConstraint("bench", "epoch", "seq", name="pk_parcels"),
    )
    op.create_index("ix_parcels_order_no", "parcels", ["order_no"], unique=False)
    op.create_index("ix_parcels_sealed_us", "parcels", ["sealed_us"], unique=False)
    op.create_index("ix_parcels_waybill", "parcels", ["waybill"], unique=False)


def _serials() -> None:
    op.create_table(
        "serials",
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sku", "serial", name="pk_serials"),
    )
    op.create_index("ix_serials_order_no", "serials", ["order_no"], unique=False)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("badge", sa.Text(), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("supervisor", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.PrimaryKeyConstraint("badge", name="pk_people"),
        sa.UniqueConstraint("pseudonym"),
    )


def _products() -> None:
    op.create_table(
        "products",
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("name_en", sa.Text(), server_default="", nullable=False),
        sa.Column("variant", sa.Text(), server_default="", nullable=False),
        sa.Column("goods_class", sa.Text(), server_default="", nullable=False),
        sa.Column("weight_mg", sa.BigInteger(), nullable=True),
        sa.Column("picture", sa.Text(), server_default="", nullable=False),
        sa.Column("origin", sa.Text(), server_default="", nullable=False),
        sa.Column("customs_name", sa.Text(), server_default="", nullable=False),
        sa.Column("hs_code", sa.Text(), server_default="", nullable=False),
        sa.Column("captures", sa.Text(), server_default="", nullable=False),
        sa.Column("by_hand", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("virtual", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.PrimaryKeyConstraint("sku", name="pk_products"),
    )


def _waybill_numbers() -> None:
    op.create_table(
        "waybill_numbers",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("order_no", sa.Text(), nullable=True),
        sa.Column("bench", sa.Text(), nullable=True),
        sa.Column("changed_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_waybill_numbers"),
    )
    op.create_index(
        "ix_waybill_numbers_free",
        "waybill_numbers",
        ["service", "position"],
        unique=False,
        sqlite_where=sa.text("state = 'free'"),
        postgresql_where=sa.text("state = 'free'"),
    )
    op.create_index(
        "ix_waybill_numbers_live",
        "waybill_numbers",
        ["order_no"],
        unique=True,
        sqlite_where=sa.text("state IN ('drawn', 'sent')"),
        postgresql_where=sa.text("state IN ('drawn', 'sent')"),
    )


def _barcodes() -> None:
    op.create_table(
        "barcodes",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sku"], ["products.sku"], name="fk_barcodes_sku"),
        sa.PrimaryKeyConstraint("key", "sku", name="pk_barcodes"),
    )
    op.create_index("ix_barcodes_sku", "barcodes", ["sku"], unique=False)


def _holds() -> None:
    op.create_table(
        "holds",
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("since_us", sa.BigInteger(), nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("released_us", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_holds_order_no"),
        sa.PrimaryKeyConstraint("order_no", "reason", "origin", name="pk_holds"),
    )


def _kit_components() -> None:
    op.create_table(
        "kit_components",
        sa.Column("kit", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["products.sku"], name="fk_kit_components_kit"),
        sa.PrimaryKeyConstraint("kit", "sku", name="pk_kit_components"),
    )


def _order_lines() -> None:
    op.create_table(
        "order_lines",
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("variant", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["order_no"], ["orders.number"], name="fk_order_lines_order_no"),
        sa.PrimaryKeyConstraint("order_no", "position", name="pk_order_lines"),
    )
    op.create_index("ix_order_lines_sku", "order_lines", ["sku"], unique=False)
