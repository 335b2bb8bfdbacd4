"""Whatever orders a shop has: written into each platform's file and read, they are the same orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.mappings import Taught
from station.orders.parsed import ParsedFile
from station.orders.reading import parse
from station.orders.shops import load_shop
from station.orders.standing import standing_of
from station.packing.model import HoldReason, OrderState, Recipient
from station.settings import config_dir
from tests.orders import exports
from tests.orders.biff8 import workbook
from tests.orders.containers import TEXT_KINDS, flat, ods, text, xlsx
from tests.orders.sales import DOMESTIC, FIRST, FOREIGN, Sale, spelt_in

SHOP = load_shop("demo", config_dir() / "shops")
FIRST_US = 1_795_104_000_000_000
"""``FIRST`` in China, as microseconds UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    name: str
    lay: exports.Lay
    sales: st.SearchStrategy[list[Sale]]
    number: Callable[[Sale], str]


DOMESTIC_1688 = Source(name="ali1688", lay=exports.ali1688, sales=DOMESTIC, number=exports.number19)
AMAZON = Source(name="amazon", lay=exports.amazon, sales=FOREIGN, number=lambda sale: f"111-{sale.serial:07d}-0000001")
SOURCES = (
    Source(name="taobao-orders", lay=exports.taobao_orders, sales=DOMESTIC, number=exports.number19),
    Source(name="aliexpress", lay=exports.aliexpress, sales=FOREIGN, number=lambda sale: exports.number19(sale)[3:]),
    DOMESTIC_1688,
    AMAZON,
    Source(name="shopify", lay=exports.shopify, sales=FOREIGN, number=lambda sale: f"#{sale.serial}"),
    Source(name="dianxiaomi", lay=exports.dianxiaomi, sales=FOREIGN, number=lambda sale: f"DX-{sale.serial}"),
    Source(name="generic", lay=exports.own, sales=FOREIGN, number=lambda sale: f"SO-{sale.serial}"),
)
ITEMS = Source(name="taobao-items", lay=exports.taobao_items, sales=DOMESTIC, number=exports.number19)

same_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.generate, Phase.shrink),
    deadline=None,
    max_examples=30,
    database=None,
)
few = settings(same_folder, max_examples=4)


def _read(tmp_path: Path, data: bytes, *, taught: Taught | None = None) -> ParsedFile:
    path = tmp_path / "export"
    path.write_bytes(data)
    return parse(path, shop=SHOP, home=Home(tmp_path / "home"), taught=taught or Taught())


def _export(source: Source, sales: Sequence[Sale], seed: int, *, merged: bool = False) -> exports.Export:
    return exports.export(exports.COLUMNS[source.lay], source.lay, sales, Random(seed), merged=merged)


def _all(export: exports.Export) -> list[Sequence[str]]:
    return [export.headers, *export.rows]


def biff8(rows: Sequence[Sequence[str]]) -> bytes:
    return workbook("Sheet0", rows)


def _recipient(sale: Sale) -> Recipient:
    return Recipient(
        name=sale.buyer,
        phone=sale.phone,
        country=sale.country,
        province=sale.province,
        city=sale.city,
        district=sale.district,
        street=sale.street,
        postcode=sale.postcode,
    )


def _is_what_was_sold(source: Source, sales: Sequence[Sale], parsed: ParsedFile) -> None:
    assert (parsed.source, parsed.faults) == (source.name, ())
    assert [order.number for order in parsed.orders] == [source.number(sale) for sale in sales]
    for sale, order in zip(sales, parsed.orders, strict=True):
        standing = standing_of(order, parsed.platform)
        assert (standing.state, standing.holds) == (OrderState.READY, ())
        assert order.buyer_message == sale.says
        if order.lines is None:
            assert order.units_stated == sale.units
        else:
            assert [(each.sku, each.quantity) for each in order.lines] == [
                (each.sku, each.units) for each in sale.lines
            ]
        if order.paid_us is not None:
            assert order.paid_us == FIRST_US + sale.minute * 60_000_000
        assert order.recipient == _recipient(sale)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
@given(data=st.data(), kind=st.sampled_from(TEXT_KINDS), seed=st.integers(0, 999))
@same_folder
def test_text_files(source: Source, tmp_path: Path, data: st.DataObject, kind: str, seed: int) -> None:
    """Any orders, in any encoding, separator and order of the columns, come back as they were sold."""
    sales = data.draw(source.sales)
    export = _export(source, sales, seed)
    _is_what_was_sold(source, sales, _read(tmp_path, text(_all(export), kind)))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
@given(data=st.data(), seed=st.integers(0, 999))
@few
def test_gbk_files(source: Source, tmp_path: Path, data: st.DataObject, seed: int) -> None:
    """The same in GBK, for the letters it has: what older exports and Excel of Windows write."""
    sales = [spelt_in(sale, "gbk") for sale in data.draw(source.sales)]
    _is_what_was_sold(source, sales, _read(tmp_path, text(_all(_export(source, sales, seed)), "gbk")))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
@given(data=st.data(), seed=st.integers(0, 999))
@few
def test_workbooks(source: Source, tmp_path: Path, data: st.DataObject, seed: int) -> None:
    """The same in workbooks of three kinds."""
    sales = data.draw(source.sales)
    export = _export(source, sales, seed)
    kind = data.draw(st.sampled_from((xlsx, ods, biff8)))
    _is_what_was_sold(source, sales, _read(tmp_path, kind(_all(export))))


@given(sales=DOMESTIC, seed=st.integers(0, 999))
@few
def test_merged_cells(tmp_path: Path, sales: list[Sale], seed: int) -> None:
    """Order cells merged over the rows of an order, as 1688 writes them, belong to each of the rows."""
    export = _export(DOMESTIC_1688, sales, seed, merged=True)
    _is_what_was_sold(DOMESTIC_1688, sales, _read(tmp_path, xlsx(_all(export), export.merges)))


@given(sales=FOREIGN, seed=st.integers(0, 999))
@same_folder
def test_flat_files(tmp_path: Path, sales: list[Sale], seed: int) -> None:
    """Between tabs nothing is quoted: quotation marks in names and addresses are text."""
    _is_what_was_sold(AMAZON, sales, _read(tmp_path, flat(_all(_export(AMAZON, sales, seed)))))


@given(sales=DOMESTIC, kind=st.sampled_from(TEXT_KINDS), seed=st.integers(0, 999))
@same_folder
def test_item_reports(tmp_path: Path, sales: list[Sale], kind: str, seed: int) -> None:
    """The lines of an item report, whatever else stands in the file."""
    _are_the_lines_sold(sales, _read(tmp_path, text(_all(_export(ITEMS, sales, seed)), kind)))


@given(sales=DOMESTIC, seed=st.integers(0, 999), kind=st.sampled_from((xlsx, ods, biff8)))
@few
def test_item_reports_in_workbooks(
    tmp_path: Path, sales: list[Sale], seed: int, kind: Callable[[Sequence[Sequence[str]]], bytes]
) -> None:
    """The same in workbooks of three kinds."""
    _are_the_lines_sold(sales, _read(tmp_path, kind(_all(_export(ITEMS, sales, seed)))))


def _are_the_lines_sold(sales: Sequence[Sale], parsed: ParsedFile) -> None:
    assert (parsed.source, parsed.faults, parsed.orders) == ("taobao-items", (), ())
    found = {each.number: [(line.sku, line.quantity) for line in each.lines] for each in parsed.items}
    assert found == {exports.number19(sale): [(each.sku, each.units) for each in sale.lines] for sale in sales}


@given(sales=DOMESTIC, kind=st.sampled_from(TEXT_KINDS), seed=st.integers(0, 999))
@same_folder
def test_the_newer_taobao_report(tmp_path: Path, sales: list[Sale], kind: str, seed: int) -> None:
    """The version of 21 columns has a masked address and no receiver: held for the office, and nothing else is lost."""
    source = Source(name="taobao-orders", lay=exports.taobao_orders_21, sales=DOMESTIC, number=exports.number19)
    parsed = _read(tmp_path, text(_all(_export(source, sales, seed)), kind))
    assert (parsed.source, parsed.faults) == ("taobao-orders", ())
    for sale, order in zip(sales, parsed.orders, strict=True):
        standing = standing_of(order, parsed.platform)
        assert (order.number, order.units_stated) == (exports.number19(sale), sale.units)
        assert [hold.reason for hold in standing.holds] == [HoldReason.ADDRESS_MASKED]
        assert (order.recipient.city, order.recipient.name) == (sale.city, "")


def test_the_first_hour_of_the_sales() -> None:
    """The two ways of writing the first hour agree, or the times above would prove nothing."""
    assert int(FIRST.replace(tzinfo=exports.CHINA).timestamp()) * 1_000_000 == FIRST_US


def test_columns_that_have_shifted(tmp_path: Path) -> None:
    """A third version of the Taobao report has the same block two columns to the right; names count, not places."""
    row = {"订单编号": "31", "订单状态": "买家已付款", "收货地址": "浙江省 杭州市 西湖区 样例路1号"}
    headers = ["新列一", "新列二", *exports.COLUMNS[exports.taobao_orders].split(",")]
    parsed = _read(tmp_path, text([headers, [row.get(header.strip(), "x") for header in headers]], "gb18030"))
    assert parsed.source == "taobao-orders"


FOREIGN_WORDS = ("Trade no.", "Article", "Pieces", "Deal stage")
"""Headers that mean nothing to the program; no real export is copied."""

WORDS = ("Trade no.=order", "Article=SKU", "数量=Pieces", "Deal stage=订单状态")


def test_a_table_is_taught_once(tmp_path: Path) -> None:
    """What columns mean is said once, in either language or direction, with the platform whose words the table has."""
    data = text([FOREIGN_WORDS, ("T-1", "MUG", "2", "Payment Confirmed")], "utf-8")
    with pytest.raises(Trouble, match="--map"):
        _read(tmp_path, data)
    parsed = _read(tmp_path, data, taught=Taught(words=WORDS, platform="alibaba"))
    (order,) = parsed.orders
    assert (parsed.source, parsed.platform_name, order.number) == ("generic", "alibaba", "T-1")
    assert order.lines is not None
    assert [(line.sku, line.quantity) for line in order.lines] == [("MUG", 2)]
    assert standing_of(order, parsed.platform).state is OrderState.READY


def test_a_column_that_means_nothing(tmp_path: Path) -> None:
    """A header that says one thing and means another is put right, or put out of use."""
    data = text([("order", "sku", "qty", "note", "gift"), ("1", "A", "1", "wrap it", "yes")], "utf-8")
    (order,) = _read(tmp_path, data, taught=Taught(words=("note=message", "gift=-"))).orders
    assert (order.buyer_message, order.seller_note) == ("wrap it", "")
    assert order.lines is not None
    assert order.lines[0].kind == "goods"


@pytest.mark.parametrize(
    ("taught", "word"),
    [
        (Taught(words=("Pieces",)), "no COLUMN=MEANING"),
        (Taught(words=("Colour=sku",)), "Its columns: Trade no., Article"),
        (Taught(words=("Article=colour",)), "Known: order, sku"),
        (Taught(platform="nowhere"), "no platform 'nowhere'"),
    ],
)
def test_what_cannot_be_taught(tmp_path: Path, taught: Taught, word: str) -> None:
    """A word that fits neither the table nor the program is refused in one sentence that names the possible ones."""
    with pytest.raises(UsageTrouble, match=word):
        _read(tmp_path, text([FOREIGN_WORDS, ("T-1", "MUG", "2", "x")], "utf-8"), taught=taught)


def test_half_a_mapping(tmp_path: Path) -> None:
    """A table without a column for the quantity is refused, and the sentence says how to name it."""
    data = text([FOREIGN_WORDS, ("T-1", "MUG", "2", "x")], "utf-8")
    with pytest.raises(Trouble, match='--map "COLUMN=quantity"'):
        _read(tmp_path, data, taught=Taught(words=WORDS[:2]))


def test_known_columns_are_not_taught(tmp_path: Path) -> None:
    """What a platform's own columns mean is not a matter of opinion."""
    path = tmp_path / "x.csv"
    path.write_text("order-id\n", "utf-8")
    with pytest.raises(UsageTrouble, match="columns of amazon are known"):
        parse(path, shop=SHOP, home=Home(tmp_path), source="amazon", taught=Taught(words=WORDS))
