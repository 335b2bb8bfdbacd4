"""Triggers that hold what no program may do to the order book, whoever asks: the belt beside the braces of the code.

Copies of the ledgers' entries are neither changed nor deleted, fences and witnessed sizes never go down, a number that
was drawn is never free again, a parcel on record is not taken away. Both databases; laid anew after every change of the
schema, for SQLite loses a table's triggers when alembic writes the table anew. The rights of users stand in ``roles``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, inspect

from station.orders.complaints import REFUSED, REFUSED_CODE
from station.orders.tables import events, orders, parcels, waybill_numbers

PREFIX: Final = "sealbench_belt_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Belt:
    """``when`` is true of rows that must not come about: OLD and NEW in the words of both databases, empty for all."""

    name: str
    table: str
    act: str  # UPDATE, DELETE
    when: str
    words: str


def _kept_as_they_are() -> str:
    """An erasure may rename the order of a copy; nothing else of it ever changes."""
    columns = (column.name for column in events.c if column.name != "order_no")
    return " OR ".join(f"NEW.{name} <> OLD.{name}" for name in columns)


BELTS: Final = (
    Belt(
        name="events_stay_as_they_are",
        table=events.name,
        act="UPDATE",
        when=_kept_as_they_are(),
        words="an entry that a bench recorded is never changed",
    ),
    Belt(name="events_stay", table=events.name, act="DELETE", when="", words="an entry is never deleted"),
    Belt(
        name="fences_rise",
        table=orders.name,
        act="UPDATE",
        when="NEW.fence < OLD.fence",
        words="a fence never goes down",
    ),
    Belt(
        name="drawn_stays_drawn",
        table=waybill_numbers.name,
        act="UPDATE",
        when="NEW.state = 'free' AND OLD.state IN ('sent', 'void')",
        words="a number that went to a printer is never free again",
    ),
    Belt(name="parcels_stay", table=parcels.name, act="DELETE", when="", words="a parcel on record is never deleted"),
    Belt(
        name="witnessed_grows",
        table="witnessed",
        act="UPDATE",
        when="NEW.size < OLD.size",
        words="what a witness saw of a log never shrinks",
    ),
)


def lay(connection: Connection) -> None:
    """All of them, those of an older program replaced."""
    take_off(connection)
    for statement in _statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def take_off(connection: Connection) -> None:
    """Before the schema is changed: a migration may do what nobody else may."""
    there = set(inspect(connection).get_table_names())
    for belt in BELTS:
        if belt.table in there:
            of_table = f" ON {belt.table}" if connection.dialect.name == "postgresql" else ""
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {PREFIX}{belt.name}{of_table}")


def missing(connection: Connection) -> tuple[str, ...]:
    """The belts that this book has not, by name."""
    if connection.dialect.name == "postgresql":
        asked = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    else:
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    there = {str(name) for (name,) in connection.exec_driver_sql(asked)}
    return tuple(belt.name for belt in BELTS if f"{PREFIX}{belt.name}" not in there)


def _statements(dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        yield _REFUSE
        yield from map(_on_postgresql, BELTS)
    else:
        yield from map(_on_sqlite, BELTS)


_REFUSE: Final = f"""
CREATE OR REPLACE FUNCTION sealbench_refuse() RETURNS trigger LANGUAGE plpgsql AS $belt$
BEGIN
    RAISE EXCEPTION USING MESSAGE = '{REFUSED} ' || TG_ARGV[0], ERRCODE = '{REFUSED_CODE}';
END $belt$"""


def _on_postgresql(belt: Belt) -> str:
    when = f" WHEN ({belt.when})" if belt.when else ""
    return (
        f"CREATE TRIGGER {PREFIX}{belt.name} BEFORE {belt.act} ON {belt.table} FOR EACH ROW{when}"
        f" EXECUTE FUNCTION sealbench_refuse('{belt.words}')"
    )


def _on_sqlite(belt: Belt) -> str:
    when = f" WHEN {belt.when}" if belt.when else ""
    return (
        f"CREATE TRIGGER {PREFIX}{belt.name} BEFORE {belt.act} ON {belt.table} FOR EACH ROW{when}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSED} {belt.words}'); END"
    )
