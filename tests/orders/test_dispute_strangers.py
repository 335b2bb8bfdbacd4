"""Others who are named in a paper's words, on both databases."""

from __future__ import annotations

from sqlalchemy import insert, update

from station.orders.dispute_strangers import TOKENS_MAX, strangers
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, people
from tests.orders.parcels_made import put_sealed


def _named(book: OrderBook, text: str) -> tuple[str, ...]:
    with reading(book.engine) as connection:
        return strangers(connection, text, "SO-10001")


def test_who_is_named(book: OrderBook) -> None:
    """Other orders, their waybills and telephones and packers are found; the case's own numbers are none."""
    put_sealed(book, "SO-10001", waybill="YT10001")
    put_sealed(book, "SO-10002", waybill="YT10002")
    with writing(book.engine) as connection:
        phone = update(orders).where(orders.c.number == "SO-10002").values(phone="13800000002")
        connection.execute(phone)
        connection.execute(insert(people).values(badge="B1", pseudonym="p1", name="王小明", supervisor=False))
    assert _named(book, "订单 SO-10001, YT10001: nothing of others, 123456, 13800000001") == ()
    assert _named(book, "see SO-10002") == ("order SO-10002",)
    assert _named(book, "waybill:YT10002.") == ("waybill YT10002",)
    assert _named(book, "call 138 0000 0002") == ("another buyer's telephone",)
    assert _named(book, "packed by 王小明 himself") == ("packer 王小明",)


def test_a_paper_with_too_many_numbers(book: OrderBook) -> None:
    """It is for a person to read."""
    text = " ".join(f"N{number:06}" for number in range(TOKENS_MAX + 1))
    assert _named(book, text) == (f"more than {TOKENS_MAX} numbers",)
