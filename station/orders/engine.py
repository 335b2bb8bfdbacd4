"""How the order book's database is reached: SQLite's recipe, transactions of both kinds, and whether the tables fit.

The driver's own transaction rules are switched off and every writing transaction starts with BEGIN IMMEDIATE:
without both, four writers claimed 277 orders twice. PostgreSQL's limits stand in ``server``, what failures mean in
``complaints``. No query and no rule lives here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, Table, create_engine, event, exc, insert, inspect, select
from sqlalchemy.engine import URL, make_url

from station.errors import BookUnreachable, SchemaTrouble, SettingsTrouble
from station.orders import belts, certificates, months, order_bell
from station.orders.all_tables import METADATA
from station.orders.complaints import place, trouble_of
from station.orders.server import allow_ms, connect_server
from station.orders.tables import SCHEMA, schema_version

BUSY_TIMEOUT_MS = 5_000
SQLITE_AT_LEAST = (3, 51, 3)
"""Older ones lose writes in WAL mode (the WAL-reset fault, sqlite.org/wal.html)."""

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "mmap_size=0",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
)


def connect(address: str) -> Engine:
    """An engine for ``sqlite:///file`` or ``postgresql+psycopg://…``; nothing is opened yet."""
    try:
        url = make_url(address)
    except exc.ArgumentError:
        raise SettingsTrouble("the order book's address cannot be read", where=address, remedy=_ADDRESS_FORMS) from None
    match url.get_backend_name():
        case "sqlite":
            return _sqlite(url)
        case "postgresql":
            return connect_server(url)
        case other:
            raise SettingsTrouble(f"an order book cannot live in {other}", where="orderbook", remedy=_ADDRESS_FORMS)


_ADDRESS_FORMS = "Use sqlite:///orders.db or postgresql+psycopg://user@host/name."


def _sqlite(url: URL) -> Engine:
    from pysqlite3 import dbapi2

    if dbapi2.sqlite_version_info < SQLITE_AT_LEAST:
        raise BookUnreachable(
            f"SQLite {dbapi2.sqlite_version} can lose writes", remedy="Install pysqlite3 0.6.1 or newer."
        )
    engine = create_engine(url, module=dbapi2, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("sealbench_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that may write: all of it, or nothing."""
    with told(engine), engine.begin() as connection:
        yield connection


@contextmanager
def importing(engine: Engine) -> Iterator[Connection]:
    """As ``writing``, without the statement limit: a file of a million rows goes in whole or not at all."""
    with writing(engine) as connection:
        allow_ms(connection, 0)
        yield connection


def alone(connection: Connection, table: Table) -> None:
    """No other transaction writes to this table until this one ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent look; it ends at once so that no idle reader keeps the WAL from being checkpointed."""
    with told(engine), engine.connect().execution_options(sealbench_reading=True) as connection:
        yield connection


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows straight to the driver: SQLAlchemy's own way costs more than the database does."""
    for statement, values in prepared(connection.dialect, table, rows):
        connection.exec_driver_sql(statement, values)


def prepared(dialect: Dialect, table: Table, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, list[Any]]]:
    """Inserts in the driver's own words, to be made ready before the transaction that others wait for.

    A row leaves out what its column gives by itself; rows of the same columns go together.
    """
    of_one_shape: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        of_one_shape.setdefault(tuple(row), []).append(row)
    for columns, alike in of_one_shape.items():
        compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
        values = list(alike) if compiled.positiontup is None else list(map(itemgetter(*compiled.positiontup), alike))
        yield str(compiled), values


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    try:
        yield
    except exc.DBAPIError as error:
        raise certificates.explained(trouble_of(error.orig or error, engine.url), error.orig) from error
    except exc.TimeoutError as error:  # of the pool: every connection is in use
        raise trouble_of(error, engine.url) from error
    except (
        engine.dialect.loaded_dbapi.Error
    ) as error:  # a driver's call outside a statement: a file that is no database
        raise trouble_of(error, engine.url) from error


def make_ready(engine: Engine, *, create: bool) -> None:
    """The tables exist and are of this program's schema, or a ``Trouble`` says what to do."""
    if create:
        make_folder_of(engine)
    found = schema_of(engine)
    if found == SCHEMA:
        return
    if found is not None or not create:
        raise other_schema(found, place(engine.url))
    refuse_letters(engine)
    with writing(engine) as connection:
        METADATA.create_all(connection)
        order_bell.hang(connection)
        months.part(connection)
        belts.lay(connection)
        if connection.execute(select(schema_version)).first() is None:
            connection.execute(schema_version.insert().values(version_num=SCHEMA))


def refuse_letters(engine: Engine) -> None:
    """Raises ``SchemaTrouble`` where a database, still empty, could not take every name that an order may have."""
    if engine.dialect.name != "postgresql":
        return
    with reading(engine) as connection:
        found = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if found != "UTF8":
        raise SchemaTrouble(
            f"the database keeps its texts in {found}, not in UTF-8",
            where=place(engine.url),
            remedy="Make it anew: createdb --encoding=UTF8 --template=template0 NAME.",
        )


def make_folder_of(engine: Engine) -> None:
    """A SQLite file's folder is made at first use."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return
    try:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "Check the folder above it and its permissions, or name another with --home."
        where = str(error.filename)
        raise BookUnreachable("the order book's folder cannot be made", where=where, remedy=remedy) from error


def schema_of(engine: Engine) -> str | None:
    """The schema the book says it has; None for an empty database."""
    with reading(engine) as connection:
        names = inspect(connection).get_table_names()
        if schema_version.name in names:
            return connection.execute(select(schema_version.c.version_num)).scalar()
        if names:
            raise SchemaTrouble("the database holds other tables than an order book's", where=place(engine.url))
    return None


def faults_of(engine: Engine) -> list[str]:
    """What SQLite's own check finds wrong; a server checks itself."""
    if engine.dialect.name != "sqlite":
        return []
    with reading(engine) as connection:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    return [] if found == ["ok"] else found


def other_schema(found: str | None, where: str) -> SchemaTrouble:
    """What a person is told of a book that does not have this program's ``SCHEMA``."""
    if not found:
        return SchemaTrouble("the order book is empty", where=where, remedy="Run: sealbench db upgrade.")
    if found > SCHEMA:
        return SchemaTrouble(
            f"the order book has schema {found}, newer than this program's {SCHEMA}",
            where=where,
            remedy="Install the newer program on this bench.",
        )
    return SchemaTrouble(f"the order book has schema {found}, older than {SCHEMA}", where=where, remedy=_UPGRADE)


_UPGRADE = "Make a copy, then run: sealbench db upgrade."
