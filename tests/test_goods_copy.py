"""Goods of an order book that is a server, known at the bench: page by page, round and round, whatever befalls them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, update

from station import goods_copy
from station.goods_copy import AGAIN_US, EACH_US, GoodsCopying, recognise
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import barcodes, products
from station.packing.inputs import Known, KnownAs
from station.packing.model import barcode_key

MUG = "6901234534017"
SKUS = ("MUG-330-w", "mug-330-b", "Zebra", "äpfel", "杯子")
"""Servers sort them as their language has it, SQLite by their bytes."""


@pytest.fixture
def book(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[OrderBook]:
    """Five products with a code each, of which a page takes two."""
    monkeypatch.setattr(goods_copy, "PAGE", 2)
    made = OrderBook.open(url)
    with writing(made.engine) as connection:
        for at, sku in enumerate(SKUS):
            named = {"name": f"{sku} 名", "name_en": "Cup", "variant": "L", "picture": "cup.svg"}
            connection.execute(insert(products).values(sku=sku, **named))
            code = f"{int(MUG) + at}"
            connection.execute(insert(barcodes).values(key=barcode_key(code), sku=sku, code=code, units=1))
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "goods.db"


def copied(copying: GoodsCopying, book: OrderBook, *, pages: int = 3, since_us: int = 0) -> int:
    """The time after so many pages."""
    for _ in range(pages):
        copying(book, since_us)
        since_us += EACH_US
    return since_us


def goods(sku: str) -> Known:
    return Known(kind=KnownAs.PRODUCT, sku=sku, name=f"{sku} 名", name_en="Cup", variant="L", picture="cup.svg")


def test_goods_by_code_and_by_number(book: OrderBook, file: Path) -> None:
    """All are there after one turn, in whatever order the server has them; nothing else is made up."""
    assert recognise(file, MUG) is None
    copied(GoodsCopying(file), book)
    assert [recognise(file, sku) for sku in SKUS] == [goods(sku) for sku in SKUS]
    assert recognise(file, MUG) == goods(SKUS[0])
    assert recognise(file, "NOBODYS") is None


def test_what_changes_there_changes_here(book: OrderBook, file: Path) -> None:
    """A new name comes with the next turn; what is gone goes at its end, codes as well."""
    copying = GoodsCopying(file)
    later_us = copied(copying, book)
    with writing(book.engine) as connection:
        connection.execute(update(products).where(products.c.sku == "Zebra").values(name="斑马"))
        connection.execute(delete(barcodes).where(barcodes.c.sku == "杯子"))
        connection.execute(delete(products).where(products.c.sku == "杯子"))
    copied(copying, book, since_us=later_us)
    known = recognise(file, "Zebra")
    assert known is not None
    assert known.name == "斑马"
    assert recognise(file, "杯子") is None
    assert recognise(file, f"{int(MUG) + 4}") is None


def test_a_restart_goes_on(book: OrderBook, file: Path) -> None:
    """What was copied before is known at once, and outlives a turn that was cut short."""
    copied(GoodsCopying(file), book)
    copied(GoodsCopying(file), book, pages=1)
    assert [recognise(file, sku) for sku in SKUS] == [goods(sku) for sku in SKUS]


def test_fast_at_first_then_now_and_then(book: OrderBook, file: Path) -> None:
    """Until all are here no page waits; then one in ten seconds."""
    copying = GoodsCopying(file)
    for _ in range(3):
        copying(book, 0)
    assert recognise(file, "杯子") == goods("杯子")
    with writing(book.engine) as connection:
        connection.execute(update(products).values(name="新"))
    copying(book, EACH_US - 1)
    assert all(recognise(file, sku) == goods(sku) for sku in SKUS)
    copying(book, EACH_US)
    assert sum(recognise(file, sku) == goods(sku) for sku in SKUS) == 3


def test_a_damaged_copy_is_made_anew(book: OrderBook, file: Path) -> None:
    """It knows nothing, hurts nobody, and is there again a minute later."""
    copying = GoodsCopying(file)
    copied(copying, book)
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    file.write_bytes(b"no database at all" * 1000)
    assert recognise(file, MUG) is None
    later_us = 4 * EACH_US
    copying(book, later_us)
    assert not file.exists()
    copying(book, later_us + AGAIN_US - 1)
    assert not file.exists()
    copied(copying, book, since_us=later_us + AGAIN_US)
    assert recognise(file, MUG) == goods(SKUS[0])
