"""What the order book forgets of a person, and what it keeps; in every table, those made later too."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Connection, LargeBinary, Table, Text, func, insert, select, update

from station.orders import erasing
from station.orders.all_tables import METADATA
from station.orders.engine import reading, writing
from station.orders.erasing import (
    NUMBERED,
    NUMBERED_TOO,
    blank,
    disputed,
    expired,
    held_elsewhere,
    rename,
    scrub,
    sqlite_file,
    traces_of,
)
from station.orders.gate_tables import cases
from station.orders.orderbook import OrderBook
from station.orders.tables import events, orders, parcels, schema_version, waybill_numbers

NUMBER, WAYBILL, SAID = "SO-4711", "YT1234567890123", "张示例说"
ALIASES = {NUMBER: "erased-a", WAYBILL: "erased-b"}
FREE_TEXT = {"note", "detail", "reason", "why", "closing_note", "buyer_message", "seller_note", "name", "street"}
CODES = {"approvals.name", "events.reason", "holds.reason", "order_lines.name", "pick_lines.name", "pick_acts.detail"}
"""Words of the program's own, not of a person; or of the goods."""


def _cell(table: Table, column: Column[Any]) -> object:
    name = f"{table.name}.{column.name}"
    if column.name == "waybill" or column is waybill_numbers.c.number:
        return WAYBILL
    if column.name in NUMBERED or column in NUMBERED_TOO or column is orders.c.number:
        return NUMBER
    if name == "parting_acts.orders":
        return f'["SO-1", "{NUMBER}"]'
    if isinstance(column.type, LargeBinary):
        return SAID.encode()
    if isinstance(column.type, Boolean):
        return False
    if isinstance(column.type, Text):
        has_order = "order_no" in table.c or table is orders
        return SAID if has_order and column.name in FREE_TEXT and name not in CODES else "1"
    return 1


@pytest.fixture
def filled(book: OrderBook) -> OrderBook:
    """A row in every table, about one order wherever a table has orders."""
    with writing(book.engine) as connection:
        for table in METADATA.sorted_tables:
            if table is not schema_version:
                row = {column.name: _cell(table, column) for column in table.c}
                connection.execute(insert(table).values(row))
        connection.execute(update(orders).values(state="sealed", part_of=None, joined_to=None))
    return book


def _cells(connection: Connection) -> list[tuple[str, object]]:
    return [
        (f"{table.name}.{column.name}", value)
        for table in METADATA.sorted_tables
        for column in table.c
        for value in connection.execute(select(column)).scalars()
    ]


def test_no_cell_names_the_order_any_more(filled: OrderBook) -> None:
    """Number, waybill and whatever somebody wrote are gone from every table; as many rows stand as before."""
    with reading(filled.engine) as connection:
        before = [connection.execute(select(func.count()).select_from(table)).scalar() for table in _kept()]
    with writing(filled.engine) as connection:
        blank(connection, [NUMBER])
        rename(connection, ALIASES)
    with reading(filled.engine) as connection:
        cells = _cells(connection)
        after = [connection.execute(select(func.count()).select_from(table)).scalar() for table in _kept()]
    for word in (NUMBER, WAYBILL):
        assert [name for name, value in cells if isinstance(value, str) and word in value] == []
    said = [name for name, value in cells if value in (SAID, SAID.encode())]
    assert said == ["handover_papers.data"]  # of all its parcels; it goes by its age
    assert after == before


def _kept() -> list[Table]:
    return [table for table in METADATA.sorted_tables if table.name != "dispute_papers"]


def test_blank_keeps_the_number(filled: OrderBook) -> None:
    """Names and messages go, and the order is still found by its number."""
    with writing(filled.engine) as connection:
        blank(connection, [NUMBER])
    with reading(filled.engine) as connection:
        row = connection.execute(select(orders)).one()
        assert (row.number, row.name, row.phone, row.street, row.buyer_message) == (NUMBER, "", "", "", "")
        assert (row.waybill, row.country) == (WAYBILL, "1")


def test_what_is_known_of_an_order(filled: OrderBook) -> None:
    """Its waybills, the words to look for in files, and the dispute that keeps it."""
    with reading(filled.engine) as connection:
        found = traces_of(connection, NUMBER)
        assert (found.orders, found.waybills, found.open) == ((NUMBER,), (WAYBILL,), ())
        assert SAID in found.words
        assert found.disputed == ()
        assert traces_of(connection, "SO-0").orders == ()


def test_parts_and_joined_orders_belong_together(book: OrderBook) -> None:
    """A further parcel, and an order under the same waybill, are found from any of them."""
    rows = (("SO-1", None, "SO-1"), ("SO-1#2", "SO-1", None), ("SO-2", None, "SO-1"), ("SO-3", None, None))
    with writing(book.engine) as connection:
        for number, part_of, joined_to in rows:
            values = {"number": number, "platform": "taobao", "shop": "demo", "state": "ready"}
            connection.execute(insert(orders).values(**values, part_of=part_of, joined_to=joined_to))
    with reading(book.engine) as connection:
        for number in ("SO-1", "SO-1#2", "SO-2"):
            found = traces_of(connection, number)
            assert found.orders == found.open == ("SO-1", "SO-1#2", "SO-2")


def test_a_dispute_keeps_an_order(filled: OrderBook) -> None:
    """While it is open, and no longer."""
    with writing(filled.engine) as connection:
        connection.execute(update(cases).values(closed_us=None))
    with reading(filled.engine) as connection:
        assert disputed(connection) == {NUMBER}
        assert traces_of(connection, NUMBER).disputed == (NUMBER,)
        assert expired(connection, 10**18) == ()
    with writing(filled.engine) as connection:
        connection.execute(update(cases).values(closed_us=5))
    with reading(filled.engine) as connection:
        assert disputed(connection) == frozenset()
        assert expired(connection, 10**18) == (NUMBER,)
        assert expired(connection, 1) == ()


def test_a_hold_of_another_bench(filled: OrderBook) -> None:
    """The newest word of any bench's ledger counts."""
    with writing(filled.engine) as connection:
        for seq, kind in enumerate(("EvidenceHeld", "EvidenceReleased", "EvidenceHeld"), start=10):
            values = {"bench": "B02", "epoch": 1, "seq": seq, "kind": kind, "wall_us": seq, "packer": "-"}
            connection.execute(insert(events).values(**values, order_no=NUMBER, header="{}"))
            found = held_elsewhere(connection, [NUMBER, "SO-1"])
            assert found == (frozenset() if kind == "EvidenceReleased" else {NUMBER})


def test_the_file_is_written_anew(filled: OrderBook) -> None:
    """Nothing is left between the rows; SQLite's file is read to the last byte."""
    with writing(filled.engine) as connection:
        blank(connection, [NUMBER])
        rename(connection, ALIASES)
        connection.execute(update(parcels).values(packer="P001"))
    scrub(filled.engine)
    if filled.engine.dialect.name == "sqlite":
        name = str(filled.engine.url.database)
        with open(name, "rb") as stream:
            data = stream.read()
        assert NUMBER.encode() not in data
        assert WAYBILL.encode() not in data
    with reading(filled.engine) as connection:
        assert connection.execute(select(orders.c.number)).scalar() == "erased-a"


def test_while_benches_run_a_large_file_waits(filled: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing a large book anew would keep a claim waiting: it is owed then, and what was deleted is overwritten."""
    monkeypatch.setattr(erasing, "QUICK_BYTES", 0)
    with writing(filled.engine) as connection:
        blank(connection, [NUMBER])
        rename(connection, ALIASES)
    assert scrub(filled.engine, benches_run=True) is (filled.engine.dialect.name != "sqlite")
    file = sqlite_file(filled.engine)
    if file is not None:
        left = file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()
        assert not [word for word in (NUMBER, WAYBILL) if word.encode() in left]
