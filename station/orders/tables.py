"""The order book's tables, and nothing else: no engine, no query, no rule.

Times are microseconds UTC, weights milligrams, codes text as read. Only what SQLite and PostgreSQL both take.
A change here needs a new file in ``migrations/``; a test holds the two equal.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

SCHEMA = "0022"
"""The newest file in ``migrations/``, as ``alembic_version`` names it."""

NEVER_US = 2**62
"""An order without a deadline is due after all others: one index gives the queue, nulls would sort differently."""

EXPEDITED, USUAL = 0, 1
"""An order's turn in the queue, before its deadline counts."""

metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"})

schema_version = Table("alembic_version", metadata, Column("version_num", String(32), nullable=False, primary_key=True))


def words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def count(name: str, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=str(default))


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=text("false"))


def where_there(name: str, column: str) -> Index:
    """An index of the rows that have the column: most orders of an import have not, and cost it nothing."""
    there = text(f"{column} IS NOT NULL")
    return Index(name, column, sqlite_where=there, postgresql_where=there)


orders = Table(
    "orders",
    metadata,
    Column("number", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("shop", Text, nullable=False),
    Column("state", Text, nullable=False),
    words("status_word"),
    words("platform_state"),  # what the platform's word means; ``state`` is where the order stands here
    count("revision", 1),
    flag("has_head"),  # the order report is in
    flag("has_lines"),  # its lines are in
    count("units_stated"),  # the platform's own total, 0 when it gives none
    Column("created_us", BigInteger),
    Column("paid_us", BigInteger),
    Column("due_us", BigInteger, nullable=False, server_default=str(NEVER_US)),
    words("name"),
    words("phone"),
    words("country"),
    words("province"),
    words("city"),
    words("district"),
    words("street"),
    words("postcode"),
    words("buyer_message"),
    words("seller_note"),
    flag("gift"),
    words("buyer_service"),
    words("service"),
    Column("waybill", Text),
    Column("tote", Text),
    words("head_print"),  # fingerprint of the order's own values, for the diff of a re-import
    words("lines_print"),
    Column("claimed_by", Text),
    Column("claimed_us", BigInteger),
    count("fence"),
    Column("tare_mg", BigInteger),  # carton and filler as last chosen at the bench
    Column("sealed_us", BigInteger),
    Column("file_due_us", BigInteger),  # what the order file says; ``due_us`` is what counts
    Column("agreed_us", BigInteger),  # agreed with the buyer, goes before file and rules
    count("turn", USUAL),  # before all others when EXPEDITED
    words("chosen_service"),  # by the office, before note, buyer and rules
    words("service_why"),
    words("extras"),  # value-added services, blank-separated
    Column("amount", BigInteger),  # what the buyer pays, in hundredths; each parcel of an order has all of it
    words("company"),  # the buyer's firm, where the file names one (A1)
    words("file_place"),  # the place that the file says ships it
    words("ship_from"),  # the place that ships it: chosen, the file's, or the nearest
    words("place_by"),  # who chose that place by hand; a file no longer moves it
    Column("fulfilment", Text, nullable=False, server_default="bench"),  # bench, supplier, none
    flag("no_shipping"),  # the file says that nothing is sent
    Column("part_of", Text),  # the platform's order, of which this row is a further parcel
    count("part", 1),  # the how-many-th parcel of it
    Column("next_part", Integer),  # kept free for what a bench splits off
    Column("joined_to", Text),  # the first order under a common waybill; that one names itself
    Column("single_sku", Text),  # of an order of exactly one goods unit, which its item alone can claim
    Column("lease_us", BigInteger),  # until when the bench that has it is taken to be at work
    where_there("ix_orders_part_of", "part_of"),
    where_there("ix_orders_joined_to", "joined_to"),
    Index("ix_orders_queue", "state", "turn", "due_us", "paid_us", "number"),
    Index(
        "ix_orders_single",
        "single_sku",
        "state",
        "turn",
        "due_us",
        "paid_us",
        "number",
        sqlite_where=text("single_sku IS NOT NULL"),
        postgresql_where=text("single_sku IS NOT NULL"),
    ),
    where_there("ix_orders_waybill", "waybill"),
    where_there("ix_orders_tote", "tote"),
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_no", Text, ForeignKey("orders.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sku", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    words("name"),
    words("variant"),
    Column("kind", Text, nullable=False),
    words("kit"),  # whose component this is: a line that a split has taken apart
    Column("declared_value", BigInteger),  # of one unit for customs, in hundredths; where somebody entered it
    words("declared_currency"),
    Index("ix_order_lines_sku", "sku"),
)

holds = Table(
    "holds",
    metadata,
    Column("order_no", Text, ForeignKey("orders.number"), primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("origin", Text, primary_key=True),  # platform, items, change, person, rule
    Column("since_us", BigInteger, nullable=False),
    words("detail"),
    Column("released_us", BigInteger),  # a person's release outlives a re-import that says the same
    words("released_by"),
)

deadline_acts = Table(
    "deadline_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_no", Text, ForeignKey("orders.number"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    words("who"),
    Column("act", Text, nullable=False),  # expedited, expedite_undone, agreed, agreement_undone, buyer_told
    Column("until_us", BigInteger),  # what was agreed
    words("reason"),
    Index("ix_deadline_acts_order_no", "order_no"),
)

products = Table(
    "products",
    metadata,
    Column("sku", Text, primary_key=True),
    words("name"),
    words("name_en"),
    words("variant"),
    words("goods_class"),
    Column("weight_mg", BigInteger),  # as given; learned ones stand in ``learned_weights``
    words("picture"),
    words("origin"),
    words("customs_name"),
    words("hs_code"),
    words("captures"),  # blank-separated: lot expiry serial
    flag("by_hand"),  # known to carry no barcode
    flag("virtual"),
    Column("length_mm", Integer),  # of one piece, as it goes into a box
    Column("width_mm", Integer),
    Column("height_mm", Integer),
    words("location"),  # where it lies: shelf, bay, bin
    words("supplier"),  # who sends it to the buyer directly (A13); empty where it is packed here
)

barcodes = Table(
    "barcodes",
    metadata,
    Column("key", Text, primary_key=True),  # model.barcode_key of the code
    Column("sku", Text, ForeignKey("products.sku"), primary_key=True),
    Column("code", Text, nullable=False),
    Column("units", Integer, nullable=False),
    Index("ix_barcodes_sku", "sku"),
)

kit_components = Table(
    "kit_components",
    metadata,
    Column("kit", Text, ForeignKey("products.sku"), primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("quantity", Integer, nullable=False),
)

learned_weights = Table(
    "learned_weights",
    metadata,
    Column("sku", Text, primary_key=True),
    Column("samples", Integer, nullable=False),
    Column("sum_mg", BigInteger, nullable=False),
    Column("lowest_mg", BigInteger, nullable=False),
    Column("highest_mg", BigInteger, nullable=False),
    Column("squares_mg2", BigInteger, nullable=False, server_default="0"),  # of the distances from their mean, summed
)

waybill_numbers = Table(
    "waybill_numbers",
    metadata,
    Column("number", Text, primary_key=True),
    Column("service", Text, nullable=False),
    Column("state", Text, nullable=False),  # free, reserved, drawn, sent, void
    Column("position", BigInteger, nullable=False),  # the order in which numbers are drawn
    Column("order_no", Text),
    Column("bench", Text),
    Column("changed_us", BigInteger, nullable=False),
    words("note"),  # why it is void, or who typed it in
    Index(
        "ix_waybill_numbers_free",
        "service",
        "position",
        sqlite_where=text("state = 'free'"),
        postgresql_where=text("state = 'free'"),
    ),
    Index(
        "ix_waybill_numbers_reserved",
        "bench",
        "service",
        "position",
        sqlite_where=text("state = 'reserved'"),
        postgresql_where=text("state = 'reserved'"),
    ),
    Index(
        "ix_waybill_numbers_live",
        "order_no",
        unique=True,
        sqlite_where=text("state IN ('drawn', 'sent')"),
        postgresql_where=text("state IN ('drawn', 'sent')"),
    ),
)

people = Table(
    "people",
    metadata,
    Column("badge", Text, primary_key=True),
    Column("pseudonym", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    flag("supervisor"),
    words("language"),  # that this person chose for the screens, and when: the later choice counts
    Column("language_us", BigInteger, nullable=False, server_default="0"),
    words("palette"),
    Column("palette_us", BigInteger, nullable=False, server_default="0"),
)

events = Table(
    "events",
    metadata,
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("wall_us", BigInteger, nullable=False),
    Column("packer", Text, nullable=False),
    Column("order_no", Text),
    words("reason"),
    count("units"),
    Column("header", Text, nullable=False),  # the ledger entry, byte for byte; it names no person
    Index("ix_events_wall_us", "wall_us"),
    Index("ix_events_bench_wall_us", "bench", "wall_us"),
    Index("ix_events_order_no", "order_no"),
)

serials = Table(
    "serials",
    metadata,
    Column("sku", Text, primary_key=True),
    Column("serial", Text, primary_key=True),
    Column("order_no", Text, nullable=False),
    Index("ix_serials_order_no", "order_no"),
)

parcels = Table(
    "parcels",
    metadata,
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("order_no", Text, primary_key=True),  # of a box with several orders a row for each
    Column("waybill", Text, nullable=False),
    Column("packer", Text, nullable=False),
    Column("sealed_us", BigInteger, nullable=False),
    Column("weight_mg", BigInteger),
    Column("lines", Integer, nullable=False),
    Column("units", Integer, nullable=False),
    flag("short"),
    Index("ix_parcels_order_no", "order_no"),
    Index("ix_parcels_waybill", "waybill"),
    Index("ix_parcels_sealed_us", "sealed_us"),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("shop", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("counts", Text, nullable=False),  # JSON
    words("who"),  # as the people list names them, else as the machine knows them
    words("batch"),
    Index("ix_imports_sha256", "sha256"),
)
