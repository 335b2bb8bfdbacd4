"""The bell: PostgreSQL tells the bench that has an order, at once, that somebody else changed it.

It carries only the bench's name; what is the matter the bench looks up, as it does each second anyway. What a bench
does itself, a claim or a seal, rings nothing: ringing is a lock that all commits of a database share.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

CHANNEL: Final = "sealbench_orders"

BELL: Final = (
    """
CREATE OR REPLACE FUNCTION sealbench_ring_order() RETURNS trigger LANGUAGE plpgsql AS $bell$
BEGIN
    PERFORM pg_notify('sealbench_orders', OLD.claimed_by);
    RETURN NULL;
END $bell$""",
    """
CREATE OR REPLACE FUNCTION sealbench_ring_hold() RETURNS trigger LANGUAGE plpgsql AS $bell$
BEGIN
    PERFORM pg_notify('sealbench_orders', whose.claimed_by) FROM (
        SELECT claimed_by FROM orders WHERE number = NEW.order_no AND claimed_by IS NOT NULL
        UNION SELECT claimed_by FROM orders WHERE part_of = NEW.order_no AND claimed_by IS NOT NULL
    ) AS whose;
    RETURN NULL;
END $bell$""",
    """
CREATE TRIGGER sealbench_ring_order AFTER UPDATE ON orders FOR EACH ROW
    WHEN (OLD.claimed_by IS NOT NULL AND NEW.state <> 'sealed' AND (
        NEW.state <> OLD.state OR NEW.revision <> OLD.revision OR NEW.fence <> OLD.fence
        OR NEW.claimed_by IS DISTINCT FROM OLD.claimed_by))
    EXECUTE FUNCTION sealbench_ring_order()""",
    """
CREATE TRIGGER sealbench_ring_hold AFTER INSERT OR UPDATE ON holds FOR EACH ROW
    EXECUTE FUNCTION sealbench_ring_hold()""",
)
"""A new book's; a book of before gets its own from the migration, which is never edited."""


def hang(connection: Connection) -> None:
    """In a book just made; an embedded one has one bench, which asks each second."""
    if connection.dialect.name == "postgresql":
        for statement in BELL:
            connection.exec_driver_sql(statement)
