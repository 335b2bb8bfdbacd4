"""Prices and declared values of lines: how files write them, and how they come to a parcel's declaration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from sqlalchemy import insert

from station.evidence.codec import decode, encode
from station.home import Home
from station.labels.customs import declaration
from station.orders.engine import writing
from station.orders.importing import FileReport, import_files
from station.orders.line_money import currency_code, entered, price
from station.orders.orderbook import OrderBook
from station.orders.parting import split_order
from station.orders.shops import load_shop
from station.orders.source_order import CellError
from station.orders.sources import amazon, dianxiaomi, shopify
from station.orders.tables import kit_components
from station.packing.events import OrderOpened
from station.packing.inputs import Found
from station.packing.model import HoldReason, Money, OrderLine
from station.settings import config_dir
from tests.orders.conftest import ROUTING, put_product
from tests.orders.intake import T0
from tests.orders.sources.rows import order, read

Value = Literal["entered", "item_price"]
Take = Callable[..., FileReport]


@pytest.fixture
def take(book: OrderBook, home: Home, tmp_path: Path) -> Take:
    """Imports a table of the seller's own, in a shop that declares what was entered, or its prices."""
    shop = load_shop("demo", config_dir() / "shops")

    def run(text: str, customs: Value = "entered") -> FileReport:
        path = tmp_path / "orders.csv"
        path.write_text(text, "utf-8")
        chosen = msgspec.structs.replace(shop, customs_value=customs)
        return import_files(book, [path], home=home, shop_name="demo", shop=chosen, now_us=T0)[0]

    return run


def lines(book: OrderBook, number: str = "SO-1") -> tuple[OrderLine, ...]:
    found = book.order_copy(number)
    assert found is not None
    return found.lines


def values(book: OrderBook, number: str = "SO-1") -> list[Money | None]:
    return [line.declared_value for line in lines(book, number)]


USD = Money(hundredths=1_250, currency="USD")
HEAD = "order,sku,qty,price,declared value,currency\n"


@pytest.mark.parametrize(
    ("text", "currency", "units", "hundredths"),
    [
        ("12.50", "USD", 1, 1_250),
        ("1,234.5", "eur", 1, 123_450),
        ("10", "人民币", 1, 1_000),
        ("25.00", "USD", 2, 1_250),
        ("25.01", "USD", 2, None),  # does not divide
        ("12.505", "USD", 1, None),
        ("12.500", "USD", 1, 1_250),
        ("0.00", "USD", 1, None),
        ("12.50", "", 1, None),
        ("12.50", "$", 1, None),
        ("12,5", "EUR", 1, None),
        ("-3", "USD", 1, None),
        ("99999999999", "USD", 1, None),
        ("", "USD", 1, None),
    ],
)
def test_what_a_unit_costs(text: str, currency: str, units: int, hundredths: int | None) -> None:
    """An amount that is plain and whose currency is told is a price; anything else is none, never a guess."""
    found = price(text, currency, units=units)
    assert found == (None if hundredths is None else Money(hundredths=hundredths, currency=currency_code(currency)))


@pytest.mark.parametrize(("text", "currency", "column"), [("12,5", "USD", "v"), ("3", "$", "c")])
def test_an_entered_value_is_read_or_refused(text: str, currency: str, column: str) -> None:
    """What somebody declares is never passed over: an amount or currency that cannot be read names its column."""
    with pytest.raises(CellError) as refused:
        entered(text, currency, column="v", currency_column="c")
    assert refused.value.column == column


def test_platforms_tell_prices() -> None:
    """店小秘 gives the unit price, Amazon that of all units, Shopify the unit's with the currency on the first row."""
    dian = {
        "订单号": "D-1",
        "店铺账号": "s",
        "SKU": "A",
        "数量": "2",
        "国家二字码": "US",
        "单价": "12.5",
        "币种": "USD",
    }
    zon = {
        "order-id": "111-0000001-0000001", "order-item-id": "1", "sku": "A", "quantity-purchased": "2",
        "recipient-name": "Alex Sample", "ship-country": "US", "item-price": "25.00", "currency": "USD",
    }  # fmt: skip
    first = {"Name": "#1", "Financial Status": "paid", "Shipping Country": "GB", "Currency": "USD"}
    shop = [
        {
            "Name": "#1",
            "Lineitem sku": sku,
            "Lineitem quantity": "1",
            "Lineitem price": "12.50",
            "Lineitem discount": off,
        }
        for sku, off in (("A", "0.00"), ("B", "2.00"))
    ]
    told = [
        order(read(dianxiaomi, dian)),
        order(read(amazon, zon)),
        order(read(shopify, {**first, **shop[0]}, shop[1])),
    ]
    assert [[line.price for line in each.lines or ()] for each in told] == [[USD], [USD], [USD, None]]


def test_entered_values_reach_the_declaration(book: OrderBook, take: Take) -> None:
    """The value of a unit comes from the file to the parcel's copy, its ledger entry and the total of its CN 22."""
    assert take(HEAD + "SO-1,MUG,2,99,12.50,USD\nSO-1,CUP,1,,3,USD\n").counts.new == 1
    found = lines(book)
    assert [line.declared_value for line in found] == [USD, Money(hundredths=300, currency="USD")]
    assert (str(found[0].declared_value), declaration(found).total) == ("12.50 USD", "28.00")
    opened = book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).order
    assert opened is not None
    event = OrderOpened(order=opened, fence=1, carton="M", carton_mg=0, filler_mg=0, prompts=())
    assert decode(encode(event)) == event


def test_a_price_is_declared_only_where_the_shop_says_so(book: OrderBook, take: Take) -> None:
    """Without the shop's word a price declares nothing; with it the next import does, and an entered value stays."""
    text = HEAD + "SO-1,MUG,2,12.50,,USD\nSO-1,CUP,1,9,3,USD\n"
    take(text)
    assert values(book) == [None, Money(hundredths=300, currency="USD")]
    assert take(text, "item_price").counts.updated == 1
    assert values(book) == [USD, Money(hundredths=300, currency="USD")]
    assert take(text, "item_price").counts.unchanged == 1


def test_another_value_does_not_stop_a_bench(book: OrderBook, take: Take) -> None:
    """A file that changes only what goods are worth changes nothing that is packed: nobody is held."""
    take(HEAD + "SO-1,MUG,2,,,\n")
    assert book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED
    take(HEAD + "SO-1,MUG,2,,12.50,USD\n")
    found = book.order_copy("SO-1")
    assert found is not None
    assert (found.holds, found.revision) == ((), 1)
    take(HEAD + "SO-1,MUG,1,,12.50,USD\n")
    found = book.order_copy("SO-1")
    assert found is not None
    assert [hold.reason for hold in found.holds] == [HoldReason.ORDER_CHANGED]


def test_a_split_keeps_values(book: OrderBook, take: Take) -> None:
    """Every parcel of an order declares its own units."""
    take(HEAD + "SO-1,MUG,3,,12.50,USD\nSO-1,CUP,1,,,\n")
    part = split_order(book, "SO-1", {"MUG": 1}, who="W1", now_us=T0)
    assert (values(book), values(book, part)) == ([USD, None], [USD])


def test_a_kits_value_is_not_shared_out(book: OrderBook, take: Take) -> None:
    """The components of a kit are declared by hand: nobody has said what each of them is worth."""
    put_product(book.engine, "SET")
    with writing(book.engine) as connection:
        rows = [{"kit": "SET", "sku": sku, "quantity": 1} for sku in ("MUG", "CUP")]
        connection.execute(insert(kit_components), rows)
    take(HEAD + "SO-1,SET,1,,12.50,USD\n")
    assert values(book) == [None, None]


@pytest.mark.parametrize(
    ("cells", "column"), [("12.50,", "currency"), ("twelve,USD", "value"), ("12.505,USD", "value")]
)
def test_a_value_that_cannot_be_read_refuses_its_row(book: OrderBook, take: Take, cells: str, column: str) -> None:
    """The order is refused with row and column, and nothing of it is taken."""
    (fault,) = take(f"{HEAD}SO-1,MUG,2,,{cells}\n").faults
    assert (fault.row, fault.number) == (2, "SO-1")
    assert column in fault.column
    assert book.order_copy("SO-1") is None
