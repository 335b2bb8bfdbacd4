"""Which other article a hand takes by mistake."""

from __future__ import annotations

from sqlalchemy import insert

from station.orders.engine import reading, writing
from station.orders.look_alikes import look_alikes
from station.orders.orderbook import OrderBook
from station.orders.tables import products
from station.packing.model import OrderLine, Sku


def _line(sku: str, name: str, variant: str) -> OrderLine:
    return OrderLine(sku=Sku(sku), quantity=1, name=name, variant=variant)


def test_the_nearest_variant_of_the_same_name(book: OrderBook) -> None:
    """Of several sizes the one whose letters differ least; what is alone of its name has none."""
    shelf = [("T-L", "T-shirt", "black L"), ("T-XL", "T-shirt", "black XL"), ("T-W", "T-shirt", "white S"),
             ("CUP", "Cup", "330 ml"), ("PEN", "Pen", "")]  # fmt: skip
    with writing(book.engine) as connection:
        for sku, name, variant in shelf:
            connection.execute(insert(products).values(sku=sku, name=name, variant=variant))
    lines = (_line("T-L", "T-shirt", "black L"), _line("CUP", "Cup", "330 ml"), _line("PEN", "Pen", ""))
    with reading(book.engine) as connection:
        assert look_alikes(connection, lines) == {"T-L": "black XL"}
        assert look_alikes(connection, ()) == {}
