"""A book of the release before, full of rows, brought up to this program's schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from station.orders.engine import connect, importing, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.schema import MIGRATIONS, migrate, upgrade
from station.orders.tables import SCHEMA, parcels

BEFORE = "0003"
ROWS = 3
QUARTER = 2_000_000
"""Of an hour, counted from 1970: days are reckoned from it."""

ORDER_STATES = ("ready", "packing", "sealed")


@pytest.fixture
def old(url: str) -> Iterator[Engine]:
    """A book of the schema before, with rows in each of its tables."""
    engine = connect(url)
    _fill(engine, BEFORE)
    yield engine
    engine.dispose()


def _fill(engine: Engine, schema: str) -> None:
    with importing(engine) as connection:
        migrate(connection, to=schema)
    with writing(engine) as connection:
        for table in _tables(connection).sorted_tables:
            if table.name != "alembic_version":
                connection.execute(insert(table), [_row(table, n) for n in range(ROWS)])


def _tables(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not re.fullmatch(r"events_(other|\d{4}_\d{2})", name))
    return found


def _row(table: Table, n: int) -> dict[str, Any]:
    row = {column.name: _value(column, n) for column in table.columns}
    return row | {"state": ORDER_STATES[n]} if table.name == "orders" else row


def _value(column: Column[Any], n: int) -> Any:
    """Of the column's type, another one in each row; what refers to another table refers to its row of that number."""
    for key in column.foreign_keys:
        return _value(key.column, n)
    match column.type:
        case Boolean():
            return n % 2 == 0
        case BigInteger():
            return (QUARTER if column.name == "quarter" else 2**40) + n
        case Integer():
            return 1 + n
        case LargeBinary():
            return f"{column.name} {n}".encode()
        case _:
            return f"{column.name} {n} 号"


def _all_rows(connection: Connection, tables: MetaData) -> dict[str, list[dict[str, Any]]]:
    """Of each table its rows, as far as these tables have columns."""
    every = {
        table.name: [dict(row._mapping) for row in connection.execute(select(table))]
        for table in tables.sorted_tables
        if table.name != "alembic_version"
    }
    return {name: sorted(rows, key=str) for name, rows in every.items()}


def test_every_row_of_the_release_before_is_kept(old: Engine, request: pytest.FixtureRequest) -> None:
    """Orders, lines, parcels, handovers, imports, products, numbers, events: all as they were, column by column."""
    with reading(old) as connection:
        tables = _tables(connection)
        before = _all_rows(connection, tables)
    assert {"orders", "order_lines", "parcels", "handovers", "handover_parcels", "imports", "events"} <= set(before)
    assert all(len(rows) == ROWS for rows in before.values())
    assert upgrade(old) == (BEFORE, SCHEMA)
    with reading(old) as connection:
        assert _all_rows(connection, tables) == before
    book = OrderBook.open(old.url.render_as_string(hide_password=False))
    request.addfinalizer(book.close)
    assert [row.state for row in book.search(state=None)] == list(ORDER_STATES)


def test_a_box_with_several_orders_has_a_row_for_each(old: Engine) -> None:
    """The parcels' key takes the order in, around the rows that were there; the very same row stays refused."""
    upgrade(old)
    with writing(old) as connection:
        row = dict(connection.execute(select(parcels).order_by(parcels.c.order_no).limit(1)).one()._mapping)
        connection.execute(insert(parcels).values(row | {"order_no": "another"}))
    with pytest.raises(IntegrityError), old.begin() as connection:
        connection.execute(insert(parcels).values(row))
    with reading(old) as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM parcels")).scalar_one() == ROWS + 1


SCHEMAS = tuple(f"{number:04}" for number in range(1, int(SCHEMA) + 1))


def test_every_schema_is_tried() -> None:
    """Each file of the migrations is one of those that books are brought up from."""
    files = sorted((MIGRATIONS / "versions").glob("v*.py"))
    assert [file.name[1:5] for file in files] == list(SCHEMAS)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_book_of_every_schema_comes_up(url: str, schema: str, request: pytest.FixtureRequest) -> None:
    """With rows in each of its tables; nothing is lost, and the book works."""
    engine = connect(url)
    request.addfinalizer(engine.dispose)
    _fill(engine, schema)
    with reading(engine) as connection:
        counted = {name: _count(connection, name) for name in _tables(connection).tables}
    assert upgrade(engine) == (schema, SCHEMA)
    with reading(engine) as connection:
        assert {name: _count(connection, name) for name in counted} == counted
    book = OrderBook.open(url)
    request.addfinalizer(book.close)
    assert len(book.search()) == ROWS


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(select(func.count()).select_from(text(table))).scalar_one())
