"""A book on PostgreSQL into a backup and out of it: each table as the server's COPY gives it, all of one moment.

PostgreSQL's own tools need not be installed: a bench on Windows has none. A backup of an older schema is put back in
that schema and brought up then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Engine, Integer, MetaData, Table, text

from station.backup.container import CHUNK, Packing, Unpacked
from station.errors import VerificationFailed
from station.orders import belts, roles
from station.orders.engine import told
from station.orders.months import MONTH, OTHER, SINGLE, partitions
from station.orders.schema import migrate
from station.orders.server import allow_ms
from station.orders.tables import events, schema_version

FOLDER: Final = "book/"


def add_tables(packing: Packing, engine: Engine) -> list[str]:
    """All of them as they were at one moment; benches go on. The months that have their partition come back."""
    with told(engine), _one_moment(engine) as connection:
        allow_ms(connection, 0)
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        for table in _tables(connection).sorted_tables:
            _add(packing, connection, table)
        return [name for name in partitions(connection) if MONTH.fullmatch(name)]


def _one_moment(engine: Engine) -> Connection:
    return engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _tables(connection: Connection) -> MetaData:
    """As they are there, which need not be this program's schema."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: _is_own(name))
    return found


def _is_own(name: str) -> bool:
    return name not in (OTHER, schema_version.name) and not MONTH.fullmatch(name)


def _add(packing: Packing, connection: Connection, table: Table) -> None:
    name = f"{FOLDER}{table.name}"
    with _cursor(connection) as cursor:
        with cursor.copy(f"COPY (SELECT {_columns(table)} FROM {table.name}) TO STDOUT") as rows:  # noqa: S608
            packing.add(name, _large(rows))
        packing.count(name, cursor.rowcount)


def _large(rows: Any) -> Iterator[bytes]:
    """The server gives a row at a time."""
    waiting = bytearray()
    for row in rows:
        waiting += row
        if len(waiting) >= CHUNK:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def _cursor(connection: Connection) -> Any:
    driver: Any = connection.connection.driver_connection
    return driver.cursor()


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def put_back(there: Unpacked, connection: Connection, schema: str, months: list[str]) -> None:
    """Into a database that is emptied first; all in the caller's transaction, which has no limit of time."""
    connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
    _empty(connection)
    migrate(connection, to=schema)
    tables = _tables(connection)
    _open(connection, months)
    single = events.name in tables.tables and bool(partitions(connection))
    if single:
        connection.exec_driver_sql(f"ALTER TABLE {events.name} DISABLE TRIGGER {SINGLE}")
    for table in tables.sorted_tables:
        _put(there, connection, table)
    if single:
        connection.exec_driver_sql(f"ALTER TABLE {events.name} ENABLE TRIGGER {SINGLE}")
    migrate(connection)
    belts.lay(connection)
    roles.lay_again(connection)


def _empty(connection: Connection) -> None:
    for table in reversed(_tables(connection).sorted_tables):
        connection.exec_driver_sql(f"DROP TABLE {table.name} CASCADE")
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {schema_version.name}")
    for function in connection.exec_driver_sql(_FUNCTIONS).scalars().all():
        connection.exec_driver_sql(f"DROP FUNCTION {function} CASCADE")


_FUNCTIONS: Final = """
SELECT oid::regprocedure::text FROM pg_proc
WHERE starts_with(proname, 'sealbench_') AND pronamespace = 'public'::regnamespace
"""
"""They run with their owner's rights: left standing, the administrator's would meet tables of whoever restores."""


def _open(connection: Connection, months: list[str]) -> None:
    for name in filter(MONTH.fullmatch, months):
        year, month = name.removeprefix("events_").split("_")
        first = f"extract(epoch FROM make_timestamptz({int(year)}, {int(month)}, 1, 0, 0, 0, 'UTC'))::bigint * 1000000"
        connection.exec_driver_sql(f"SELECT sealbench_one_month({first})")


def _put(there: Unpacked, connection: Connection, table: Table) -> None:
    name = f"{FOLDER}{table.name}"
    part = there.part(name)
    if part is None:
        raise VerificationFailed(f"the backup lacks the table {table.name}", where=str(there.path), remedy=_ANOTHER)
    with _cursor(connection) as cursor:
        with cursor.copy(f"COPY {table.name} ({_columns(table)}) FROM STDIN") as rows:
            for chunk in there.chunks(name):
                rows.write(chunk)
        if cursor.rowcount != part.rows:
            what = f"{cursor.rowcount} rows of {table.name} came back, not {part.rows}"
            raise VerificationFailed(what, where=str(there.path), remedy=_ANOTHER)
    column = table.autoincrement_column
    if column is not None and isinstance(column.type, Integer) and not column.foreign_keys:
        _count_on(connection, table.name, column.name)


_ANOTHER: Final = "Take another backup; nothing was changed."


def _count_on(connection: Connection, table: str, column: str) -> None:
    """Numbers that the server gives go on where they were."""
    asked = (
        f"SELECT setval(pg_get_serial_sequence(:table, :column), max({column})) FROM {table} HAVING max({column}) > 0"  # noqa: S608
    )
    sequence = text("SELECT pg_get_serial_sequence(:table, :column)").bindparams(table=table, column=column)
    if connection.execute(sequence).scalar() is not None:
        connection.execute(text(asked).bindparams(table=table, column=column))
