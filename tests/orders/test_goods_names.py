"""The English name of goods, from the product file or the platform's title to the bench's copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import insert, update

from station.evidence.codec import decode, encode
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.products import import_products
from station.orders.tables import kit_components, order_lines
from station.packing.events import OrderOpened
from station.packing.model import Order, OrderLine
from tests.orders.conftest import ROUTING, put_order, put_product

NOW = 1_795_000_000_000_000
EAN = "6901234567892"


def claimed(book: OrderBook) -> Order:
    reply = book.claim("SO-1", bench="B01", now_us=NOW, routing=ROUTING)
    assert reply.order is not None
    return reply.order


def names(lines: tuple[OrderLine, ...]) -> list[tuple[str, str]]:
    return [(line.name, line.name_en) for line in lines]


def test_the_product_files_names_come_with_the_claim(book: OrderBook, tmp_path: Path) -> None:
    """Both columns of the file, on the order that a bench gets."""
    file = tmp_path / "goods.csv"
    file.write_text("货号,名称,英文名称\nMUG,白色马克杯,White mug\nHAT,草帽,\n", "utf-8")
    assert not import_products(book, file, now_us=NOW).faults
    put_order(book.engine, "SO-1", {"MUG": 1, "HAT": 1})
    assert names(claimed(book).lines) == [("白色马克杯", "White mug"), ("草帽", "")]


@pytest.mark.parametrize(
    ("product", "title", "found"),
    [
        ({"name": "白色马克杯", "name_en": "White mug"}, "Porcelain Mug 330 ml", ("白色马克杯", "White mug")),
        ({"name": "白色马克杯"}, "Porcelain Mug 330 ml", ("白色马克杯", "Porcelain Mug 330 ml")),
        ({"name": "白色马克杯"}, "陶瓷杯", ("白色马克杯", "")),
        ({"name": "白色马克杯"}, "Кружка", ("白色马克杯", "")),
        ({"name": "白色马克杯"}, "MUG", ("白色马克杯", "")),
        ({"name": "白色马克杯"}, "330", ("白色马克杯", "")),
        ({"name": "White mug"}, "Porcelain Mug", ("White mug", "")),
        ({"name": "White mug", "name_en": "White mug"}, "", ("White mug", "")),
        ({"name_en": "White mug"}, "陶瓷杯", ("陶瓷杯", "White mug")),
        ({}, "Porcelain Mug", ("Porcelain Mug", "")),
    ],
)
def test_a_title_abroad_is_the_english_name_where_the_file_has_none(
    book: OrderBook, product: dict[str, Any], title: str, found: tuple[str, str]
) -> None:
    """It stays the name in its language; an article number, or a third language's letters, is no English name."""
    put_product(book.engine, "MUG", **product)
    put_order(book.engine, "SO-1", {"MUG": 1})
    with writing(book.engine) as connection:
        connection.execute(update(order_lines).values(name=title))
    assert names(claimed(book).lines) == [found]


def test_goods_out_of_a_kit_have_their_names(book: OrderBook) -> None:
    """A kit's own title is not theirs."""
    put_product(book.engine, "SET", name="礼盒")
    put_product(book.engine, "MUG", name="白色马克杯", name_en="White mug")
    with writing(book.engine) as connection:
        connection.execute(insert(kit_components).values(kit="SET", sku="MUG", quantity=2))
    put_order(book.engine, "SO-1", {"SET": 1})
    assert names(claimed(book).lines) == [("白色马克杯", "White mug")]


@pytest.mark.parametrize(
    ("product", "found"),
    [
        ({"name": "真丝围巾", "name_en": "Silk scarf"}, ("真丝围巾", "Silk scarf")),
        ({"name": "真丝围巾"}, ("真丝围巾", "")),
        ({"name": "Silk scarf", "name_en": "Silk scarf"}, ("Silk scarf", "")),
        ({"name_en": "Silk scarf"}, ("", "Silk scarf")),
    ],
)
def test_goods_of_no_open_order_have_their_english_name(
    book: OrderBook, product: dict[str, Any], found: tuple[str, str]
) -> None:
    """Whether a scan is refused with an order open, or with none that waits for these goods."""
    put_product(book.engine, "SCARF", {EAN: 1}, **product)
    for code in (EAN, "SCARF"):
        known = book.recognise(code)
        assert known is not None
        assert (known.name, known.name_en) == found
    reply = book.claim("SCARF", bench="B01", now_us=NOW, routing=ROUTING, items=True)
    assert reply.known is not None
    assert (reply.known.name, reply.known.name_en) == found


@pytest.mark.parametrize("english", ["White mug", ""])
def test_a_record_has_the_english_name_only_where_there_is_one(book: OrderBook, english: str) -> None:
    """So that what was recorded before, and of goods with one name, reads and is written as ever."""
    put_product(book.engine, "MUG", name="白色马克杯", name_en=english)
    put_order(book.engine, "SO-1", {"MUG": 1})
    opened = OrderOpened(order=claimed(book), fence=1, prompts=(), carton="", carton_mg=0, filler_mg=0)
    fact = encode(opened)
    pub = msgspec.json.encode(fact.pub).decode()
    assert ('"name_en":"White mug"' in pub) == bool(english)
    assert ("name_en" in pub) == bool(english)
    assert decode(fact) == opened
