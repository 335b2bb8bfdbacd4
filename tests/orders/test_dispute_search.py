"""Which parcel is it? The dispute desk's search on both databases: every question, their and, and what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import event, insert, text

from station.errors import UsageTrouble
from station.orders import dispute_search
from station.orders.dispute_kinds import DisputeKind
from station.orders.dispute_search import FEW, Wanted, find, is_known
from station.orders.disputes import Notice, Outcome, close, open_dispute
from station.orders.engine import connect, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.schema import upgrade
from station.orders.tables import order_lines
from tests.orders.conftest import put_order
from tests.orders.parcels_made import put_parcel, put_sealed
from tests.orders.recorded import T0


@pytest.fixture
def three(book: OrderBook) -> OrderBook:
    """SO-1 of Zhang, SO-2 of Li at another bench, and SO-1's second parcel; SO-9 is not packed."""
    put_sealed(book, "SO-1", "YT1", phone="13800000000", name="张示例")
    put_sealed(book, "SO-2", "YT2", phone="13800001234", name="李示例", bench="B02")
    put_sealed(book, "SO-1/2", "YT3", phone="13800000000", part_of="SO-1", part=2)
    put_order(book.engine, "SO-9", {"A": 1}, phone="13800000000")
    return book


@pytest.mark.parametrize(
    ("wanted", "orders"),
    [
        (Wanted(order="SO-1"), ["SO-1/2", "SO-1"]),
        (Wanted(waybill="YT2"), ["SO-2"]),
        (Wanted(sku="A"), ["SO-1/2", "SO-2", "SO-1"]),
        (Wanted(phone_tail="0000"), ["SO-1/2", "SO-1"]),
        (Wanted(packer="P001"), ["SO-1/2", "SO-2", "SO-1"]),
        (Wanted(from_us=T0 + 1, to_us=T0 + 2), ["SO-2"]),
        (Wanted(packer="P001", phone_tail="1234"), ["SO-2"]),
        (Wanted(packer="P002"), []),
    ],
)
def test_every_question(three: OrderBook, wanted: Wanted, orders: list[str]) -> None:
    """Each question finds its parcels, the newest first; two questions must both hold; what is not packed is none."""
    assert [parcel.order for parcel in find(three, wanted)] == orders


def test_open_disputes_are_told(three: OrderBook) -> None:
    """A parcel says which disputes its order has open, its further parcels too; a closed one is not told."""
    notice = Notice(order="SO-1", kind=DisputeKind.DAMAGED, start_us=T0)
    dispute = open_dispute(three, notice, who="客服 1", now_us=T0)
    assert [parcel.disputes for parcel in find(three, Wanted(order="SO-1"))] == [(dispute,), (dispute,)]
    close(three, dispute, Outcome.WON, who="客服 1", now_us=T0)
    assert [parcel.disputes for parcel in find(three, Wanted(order="SO-1"))] == [(), ()]


def test_a_sku_that_every_order_has(three: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what is looked up one by one, the newest parcels are asked; both ways find the same."""
    few = find(three, Wanted(sku="A"))
    monkeypatch.setattr(dispute_search, "FEW", 1)
    assert FEW > 1
    assert find(three, Wanted(sku="A")) == few
    with writing(three.engine) as connection:
        line = {"order_no": "SO-2", "position": 1, "sku": "B", "quantity": 1, "kind": "goods"}
        connection.execute(insert(order_lines).values(line))
    assert [parcel.order for parcel in find(three, Wanted(sku="B"))] == ["SO-2"]


def test_at_most_so_many(three: OrderBook) -> None:
    """The limit keeps the newest."""
    put_parcel(three, "SO-2", "YT9")
    assert [parcel.waybill for parcel in find(three, Wanted(packer="P001"), limit=2)] == ["YT9", "YT3"]


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(phone_tail="123"), Wanted(phone_tail="12a4")])
def test_what_is_no_question(three: OrderBook, wanted: Wanted) -> None:
    """Nothing named, or a tail that is not four digits, is refused with a sentence."""
    with pytest.raises(UsageTrouble):
        find(three, wanted)


def test_known_but_not_packed(three: OrderBook) -> None:
    """An order that no bench packed is no parcel, and known all the same."""
    assert find(three, Wanted(order="SO-9")) == ()
    assert (is_known(three, "SO-9"), is_known(three, "SO-8")) == (True, False)


def test_each_question_has_its_index(three: OrderBook) -> None:
    """SQLite searches every table by an index, and walks none from end to end."""
    if three.engine.dialect.name != "sqlite":
        return
    asked: list[str] = []
    with reading(three.engine) as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(_filled(told[2], told[3])))
        for wanted in (
            Wanted(order="SO-1"), Wanted(waybill="YT1"), Wanted(phone_tail="0000"), Wanted(packer="P001"),
            Wanted(sku="A"), Wanted(from_us=T0, to_us=T0 + 1), Wanted(packer="P001", from_us=T0),
        ):  # fmt: skip
            assert dispute_search._rows(connection, wanted)
    assert len(asked) > 7
    with reading(three.engine) as connection:
        steps = [str(row[3]) for each in asked for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}")]
    assert not [step for step in steps if step.startswith("SCAN")]


def _filled(statement: str, values: tuple[object, ...]) -> str:
    for value in values:
        statement = statement.replace("?", repr(value), 1)
    return statement


@pytest.mark.parametrize("migrated", [False, True])
def test_the_phones_tail_is_indexed_in_new_books_and_old(url: str, migrated: bool) -> None:
    """SQLAlchemy cannot compare this index, so both ways to a book are asked for it; sealed orders alone are in it."""
    if migrated:
        engine = connect(url)
        upgrade(engine)
        engine.dispose()
    made = OrderBook.open(url)
    table, column = ("sqlite_master", "sql") if made.engine.dialect.name == "sqlite" else ("pg_indexes", "indexdef")
    name = "name" if table == "sqlite_master" else "indexname"
    with reading(made.engine) as connection:
        told = connection.execute(text(f"SELECT {column} FROM {table} WHERE {name} = 'ix_orders_phone_tail'"))
        definition = str(told.scalar_one())
    made.close()
    assert "substr" in definition
    assert "sealed_us IS NOT NULL" in definition
