"""Reaching the order book: schema, other versions, locked, damaged and absent databases."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from station.errors import BookUnreachable, SchemaTrouble, SettingsTrouble
from station.orders import engine as engines
from station.orders.engine import connect, faults_of, importing, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.schema import migrate, upgrade
from station.orders.tables import SCHEMA
from tests.orders.conftest import put_order


def _shape(engine: Engine) -> dict[str, object]:
    """Tables, columns, keys and indexes as the database tells them."""
    with reading(engine) as connection:
        look = inspect(connection)
        return {
            name: (
                [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in look.get_columns(name)],
                look.get_pk_constraint(name)["constrained_columns"],
                sorted(_index(index) for index in look.get_indexes(name)),
                sorted(str(key["constrained_columns"]) for key in look.get_foreign_keys(name)),
                sorted(str(key["column_names"]) for key in look.get_unique_constraints(name)),
            )
            for name in look.get_table_names()
            if name != "alembic_version"
        }


def _index(index: Any) -> str:
    where = [str(value) for key, value in index.get("dialect_options", {}).items() if key.endswith("_where")]
    return f"{index['name']} {index['column_names']} {bool(index['unique'])} {where}"


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_migrations_give_the_tables(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A book made by the migrations has the very schema of a book made at first use."""
    migrated = connect(url)
    request.addfinalizer(migrated.dispose)
    assert upgrade(migrated) == (None, SCHEMA)
    assert upgrade(migrated) == (SCHEMA, SCHEMA)
    by_migration = _shape(migrated)
    if migrated.dialect.name == "postgresql":
        with writing(migrated) as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        fresh = OrderBook.open(url)
    else:
        fresh = OrderBook.open(f"sqlite:///{tmp_path / 'fresh.db'}")
    request.addfinalizer(fresh.close)
    assert _shape(fresh.engine) == by_migration


def test_a_first_book_is_brought_up(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A book of the first schema keeps its orders, gets the newest tables and then works; before, it is refused."""
    old = connect(url)
    request.addfinalizer(old.dispose)
    with importing(old) as connection:
        migrate(connection, to="0001")
        connection.execute(
            text("INSERT INTO orders (number, platform, shop, state) VALUES ('SO-1', 'taobao', 'demo', 'ready')")
        )
    with pytest.raises(SchemaTrouble, match="older than"):
        OrderBook.open(url)
    assert upgrade(old) == ("0001", SCHEMA)
    upgraded = OrderBook.open(url)
    request.addfinalizer(upgraded.close)
    assert [row.number for row in upgraded.search()] == ["SO-1"]


def test_a_newer_book_is_refused(book: OrderBook) -> None:
    """A book of a newer program is not touched."""
    with writing(book.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTrouble, match="newer"):
        OrderBook.open(book.engine.url.render_as_string(hide_password=False))
    with pytest.raises(SchemaTrouble, match="newer"):
        upgrade(book.engine)


def test_an_empty_book_is_not_made_unasked(url: str) -> None:
    """With ``create=False`` an empty database stays empty."""
    with pytest.raises(SchemaTrouble, match="empty"):
        OrderBook.open(url, create=False)


def test_a_strange_database(tmp_path: Path) -> None:
    """A database of something else is not filled with our tables."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (name)")
    other.close()
    with pytest.raises(SchemaTrouble, match="other tables"):
        OrderBook.open(f"sqlite:///{path}")


@pytest.mark.parametrize("address", ["mysql://x/y", "not an address", "sqlite"])
def test_addresses(address: str) -> None:
    """Only SQLite and PostgreSQL addresses are taken."""
    with pytest.raises(SettingsTrouble, match=r"orderbook|order book"):
        connect(address)


def test_no_database(tmp_path: Path) -> None:
    """A file that is no database, and a folder in its place, are told in one sentence."""
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no database at all, but long enough to look at" * 100)
    (tmp_path / "folder.db").mkdir()
    for name in ("junk.db", "folder.db"):
        with pytest.raises(BookUnreachable) as caught:
            OrderBook.open(f"sqlite:///{tmp_path / name}")
        assert "\n" not in caught.value.sentence()


@pytest.fixture
def file_book(tmp_path: Path) -> Iterator[OrderBook]:
    """A book in a SQLite file: locks and disks are the server's own affair elsewhere."""
    book = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    yield book
    book.close()


def test_a_locked_book(file_book: OrderBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program writes, a write ends in a sentence and the book is whole."""
    put_order(file_book.engine, "1", {"A": 1})
    monkeypatch.setattr(engines, "_PRAGMAS", (*engines._PRAGMAS, "busy_timeout=10"))
    impatient = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    with writing(file_book.engine), pytest.raises(BookUnreachable, match="locked"), writing(impatient.engine):
        pass
    assert file_book.order_copy("1") is not None
    impatient.close()


def test_a_full_disk(file_book: OrderBook) -> None:
    """When the disk is full the sentence says so and nothing is half written."""
    with pytest.raises(BookUnreachable, match="disk"):
        _write_much(file_book.engine)
    assert faults_of(file_book.engine) == []
    assert [row.number for row in file_book.search()] == ["1"]


def _write_much(engine: Engine) -> None:
    put_order(engine, "1", {"A": 1})
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM order_lines"))
        connection.execute(text("DELETE FROM orders"))
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        connection.execute(text("UPDATE alembic_version SET version_num = :long"), {"long": "x" * 200_000})


def test_a_server_that_is_not_there() -> None:
    """A server that does not answer is an order book that cannot be reached, and the sentence says what to look at."""
    with pytest.raises(BookUnreachable, match=r"cannot be reached .* Check that it runs") as caught:
        OrderBook.open("postgresql+psycopg://nobody:secret@127.0.0.1:1/none")
    assert "secret" not in caught.value.sentence()


def test_damage_is_found(tmp_path: Path) -> None:
    """The check names what is wrong with a damaged file."""
    path = tmp_path / "orders.db"
    book = OrderBook.open(f"sqlite:///{path}")
    for number in range(200):
        put_order(book.engine, f"SO-{number}", {"A": 1}, buyer_message="x" * 200)
    book.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    damaged = connect(f"sqlite:///{path}")
    with contextlib.suppress(BookUnreachable):
        assert faults_of(damaged)
    damaged.dispose()
