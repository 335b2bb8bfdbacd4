"""How a PostgreSQL server is reached: every limit with its number, what is asked of the server, and how long it may be
silent.

Who logs in, with which password and which certificates, are libpq's own settings and files (``~/.pgpass``, a service
file, ``~/.postgresql``, ``sslmode`` and the rest as words of the address): nothing of them is decided here. What a
failure means stands in ``complaints``.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from station.errors import BookUnreachable

SERVER_AT_LEAST: Final = 15

CONNECT_TIMEOUT_S: Final = 3
STATEMENT_TIMEOUT_MS: Final = 5_000
LOCK_TIMEOUT_MS: Final = 2_000
IDLE_IN_TRANSACTION_MS: Final = 10_000
"""A bench that died, or whose line broke, keeps its locks no longer than that."""

TCP_USER_TIMEOUT_MS: Final = 5_000
"""What was sent and not acknowledged for so long ends the connection; keepalives alone hang for minutes then."""

KEEPALIVES_IDLE_S: Final = 10
KEEPALIVES_INTERVAL_S: Final = 3
KEEPALIVES_COUNT: Final = 3

SILENCE_MARGIN_MS: Final = 3_000
"""So much longer than the server's own limit is waited for a word of it: behind a proxy that takes everything and
answers nothing, no setting of TCP or of the server ends the waiting."""

IMPORT_SILENCE_MS: Final = 1_800_000
"""Statements of an import have no limit at the server: a file of a million rows goes in whole."""

MAINTENANCE_LOCK_MS: Final = 60_000
"""Two benches may tidy one table, one after the other; nobody waits for them."""

POOL_SIZE: Final = 2
POOL_MORE: Final = 6
"""Connections of one program at most: ``POOL_SIZE`` kept, ``POOL_MORE`` when several threads ask at once."""

POOL_WAIT_S: Final = 5
POOL_RECYCLE_S: Final = 1_800
"""A connection is not kept longer: firewalls forget quiet ones."""

TOLD_BY_SILENCE: Final = "the server was silent"
_SILENCE = "sealbench_silence_ms"


def is_shared(address: str) -> bool:
    """Whether a book at this address is on a server, which may be away; another one is a file of the home."""
    return address.startswith("postgresql")


def connect_server(url: URL) -> Engine:
    """An engine for the server; nothing is opened yet."""
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_size=POOL_SIZE,
        max_overflow=POOL_MORE,
        pool_timeout=POOL_WAIT_S,
        pool_recycle=POOL_RECYCLE_S,
        pool_use_lifo=True,
        connect_args=_connect_args(url),
    )
    event.listen(engine, "connect", _prepare, insert=True)  # before what SQLAlchemy asks of the first one
    event.listen(engine, "checkin", _forget_patience)
    return engine


def _connect_args(url: URL) -> dict[str, Any]:
    """The address's own ``options`` come first, so that nobody raises a limit by them."""
    limits = {
        "statement_timeout": STATEMENT_TIMEOUT_MS,
        "lock_timeout": LOCK_TIMEOUT_MS,
        "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_MS,
        "timezone": "UTC",
    }
    own = url.query.get("options", "")
    return {
        "connect_timeout": CONNECT_TIMEOUT_S,
        "tcp_user_timeout": TCP_USER_TIMEOUT_MS,
        "keepalives_idle": KEEPALIVES_IDLE_S,
        "keepalives_interval": KEEPALIVES_INTERVAL_S,
        "keepalives_count": KEEPALIVES_COUNT,
        "fallback_application_name": "sealbench",
        "options": f"{own} ".lstrip() + " ".join(f"-c {name}={value}" for name, value in limits.items()),
    }


def _prepare(connection: Any, record: Any) -> None:
    """Each new connection: a server that is too old is refused, and a silent one is not waited for."""
    version = connection.info.server_version
    if version < SERVER_AT_LEAST * 10_000:
        raise BookUnreachable(
            f"the order book's server is PostgreSQL {version // 10_000}, older than {SERVER_AT_LEAST}",
            where=f"{connection.info.host}:{connection.info.port}",
            remedy=f"Use a server of PostgreSQL {SERVER_AT_LEAST} or newer.",
        )
    usual = connection.wait

    def wait(generator: Generator[Any, Any, Any], interval: float = 0.1, **more: Any) -> Any:
        patience_ms = record.info.get(_SILENCE, STATEMENT_TIMEOUT_MS + SILENCE_MARGIN_MS)
        return usual(_in_time(generator, connection, int(patience_ms / 1000 / interval)), interval, **more)

    connection.wait = wait


def _in_time(generator: Generator[Any, Any, Any], connection: Any, quiet_max: int) -> Generator[Any, Any, Any]:
    """The same waiting, ended when nothing came for ``quiet_max`` intervals on end; the connection is closed then."""
    quiet = 0
    try:
        wanted = next(generator)
        while True:
            ready = yield wanted
            quiet = 0 if ready else quiet + 1
            if quiet > quiet_max:
                from psycopg import OperationalError

                connection.close()
                raise OperationalError(TOLD_BY_SILENCE)
            wanted = generator.send(ready)
    except StopIteration as done:
        return done.value


def allow_ms(connection: Connection, statement_ms: int) -> None:
    """Until this transaction ends each statement may take so long, 0 without limit; no limits on SQLite."""
    if connection.dialect.name == "postgresql":
        connection.info[_SILENCE] = statement_ms + SILENCE_MARGIN_MS if statement_ms else IMPORT_SILENCE_MS
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {statement_ms}")


def allow_maintenance(connection: Connection) -> None:
    """What the server does outside any transaction may take as long as a large book needs: this connection has no limit
    of time any more, and is to be invalidated, not given back."""
    connection.info[_SILENCE] = IMPORT_SILENCE_MS
    connection.exec_driver_sql("SET statement_timeout = 0")
    connection.exec_driver_sql(f"SET lock_timeout = {MAINTENANCE_LOCK_MS}")


def _forget_patience(_connection: object, record: Any) -> None:
    record.info.pop(_SILENCE, None)
