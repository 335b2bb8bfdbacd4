"""The readers against their own EXAMPLES and the traps of real exports."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

import pytest

from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    Repeat,
    RowFault,
    SourceItems,
    SourceOrder,
    amount_is_positive,
    chinese_address,
    time_us,
)
from station.orders.sources import (
    ali1688,
    aliexpress,
    amazon,
    dianxiaomi,
    generic,
    shopify,
    taobao_items,
    taobao_orders,
)
from station.orders.sources.countries import country_code
from station.packing.model import HoldReason, LineKind

MODULES = (ali1688, aliexpress, amazon, dianxiaomi, generic, shopify, taobao_items, taobao_orders)


def _table(headers: Sequence[str], *rows: Sequence[str]) -> Table:
    return Table(headers=tuple(headers), rows=rows, first_row=2)


def _read(module: ModuleType, headers: Sequence[str], *rows: Sequence[str]) -> list[Found]:
    table = _table(headers, *rows)
    if module is generic:
        table = generic.renamed(table, generic.mapping_of(table))
    return list(module.read(table, utc_offset_minutes=480))


def _order(found: list[Found]) -> SourceOrder:
    (order,) = found
    assert isinstance(order, SourceOrder)
    return order


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: ModuleType) -> None:
    """Each reader reads its own examples as they say."""
    for (headers, row), meaning in module.EXAMPLES:
        (found,) = _read(module, headers, row)
        assert isinstance(found, SourceOrder | SourceItems)
        said: tuple[object, ...] = (found.number,)
        if isinstance(found, SourceOrder):
            said += (found.status_word,)
        lines = None if found.lines is None else tuple((line.sku, line.quantity) for line in found.lines)
        said += (found.units_stated if lines is None and isinstance(found, SourceOrder) else lines,)
        assert said == meaning


TAOBAO = (
    "订单编号",
    "订单状态",
    "收货地址",
    "宝贝总数量",
    "退款金额",
    "修改后的sku",
    "修改后的收货地址",
    "订单付款时间 ",
    "买家留言",
)


def _taobao(**cells: str) -> SourceOrder:
    row = {
        "订单编号": '="31"',
        "订单状态": "买家已付款",
        "收货地址": "浙江省 杭州市 西湖区 样例路1号(310000)",
        "宝贝总数量": "1",
    } | cells
    return _order(_read(taobao_orders, TAOBAO, [row.get(header.strip(), "") for header in TAOBAO]))


def test_taobao_address() -> None:
    """An address is taken apart, its postcode with it."""
    who = _taobao().recipient
    assert (who.province, who.city, who.district, who.street, who.postcode) == (
        "浙江省",
        "杭州市",
        "西湖区",
        "样例路1号",
        "310000",
    )


def test_taobao_changed_address_is_used() -> None:
    """A changed address that is nothing but an address takes the place of the old one."""
    order = _taobao(修改后的收货地址="江苏省 南京市 玄武区 新路2号(210000)")
    assert order.recipient.city == "南京市"
    assert order.holds == ()


@pytest.mark.parametrize("text", ["新路2号", "江苏省 南京市 玄武区 新路2号, 李样例, 13800000009"])
def test_taobao_changed_address_that_cannot_be_applied(text: str) -> None:
    """A changed address with more or less in it than an address holds the order, and the old one stays."""
    order = _taobao(修改后的收货地址=text)
    assert order.recipient.city == "杭州市"
    assert [hold.reason for hold in order.holds] == [HoldReason.ORDER_CHANGED]


def test_taobao_changed_sku_holds() -> None:
    """A changed SKU text names no line that could be changed, so it holds the order and is shown."""
    (hold,) = _taobao(修改后的sku="容量:450ml").holds
    assert (hold.reason, hold.detail) == (HoldReason.ORDER_CHANGED, "修改后的sku: 容量:450ml")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"退款金额": "5.00"}, HoldReason.REFUND_ASKED),
        ({"退款金额": "有"}, HoldReason.REFUND_ASKED),
        ({"订单状态": "货到付款"}, HoldReason.COD_UNCONFIRMED),
        ({"收货地址": "浙江省 杭州市 西湖区 样例****"}, HoldReason.ADDRESS_MASKED),
    ],
)
def test_taobao_holds(cells: dict[str, str], reason: HoldReason) -> None:
    """Refunds, payment on delivery and masked addresses are seen in their columns."""
    assert reason in {hold.reason for hold in _taobao(**cells).holds}


@pytest.mark.parametrize(
    "text", ["2026-11-20 09:05:00", "2026/11/20 9:05", "2026-11-20T09:05:00", "2026年11月20日 9:05"]
)
def test_times(text: str) -> None:
    """Both date forms of the exports give the same moment; 9:05 in China is 1:05 UTC."""
    assert _taobao(订单付款时间=text).paid_us == 1_795_136_700_000_000


def test_bad_time() -> None:
    """A time that is none refuses the row and names the column."""
    with pytest.raises(CellError, match="no date"):
        time_us("yesterday", "x", utc_offset_minutes=0)
    with pytest.raises(CellError, match="no date"):
        time_us("2026-02-30 10:00", "x", utc_offset_minutes=0)


def test_gift_message() -> None:
    """A buyer who speaks of a present gets no price list."""
    assert _taobao(买家留言="礼物，请勿放价格单").gift
    assert not _taobao(买家留言="请尽快发货").gift


def test_one_number_twice() -> None:
    """The same row twice counts once; different rows refuse the number, both rows named."""
    headers = ("订单编号", "订单状态", "收货地址")
    same = _read(taobao_orders, headers, ("1", "买家已付款", "a"), ("1", "买家已付款", "a"))
    assert {type(each) for each in same} == {SourceOrder, Repeat}
    different = _read(
        taobao_orders, headers, ("1", "买家已付款", "a"), ("2", "买家已付款", "a"), ("1", "交易关闭", "a")
    )
    assert [(each.row, each.number) for each in different if isinstance(each, RowFault)] == [(2, "1"), (4, "1")]
    assert [each.number for each in different if isinstance(each, SourceOrder)] == ["2"]


def test_rounded_number() -> None:
    """An order number that a spreadsheet has rounded is refused."""
    (fault,) = _read(taobao_orders, ("订单编号", "订单状态"), ("3.1E+18", "买家已付款"))
    assert isinstance(fault, RowFault)
    assert "spreadsheet" in fault.message


ITEMS = ("订单编号", "标题", "价格", "购买数量", "商家编码", "订单状态")


def test_items_join_and_gifts() -> None:
    """The rows of an order are its lines; what costs nothing is a gift."""
    found = _read(taobao_items, ITEMS, ("1", "杯", "29.90", "2", "MUG", ""), ("1", "纸", "0.00", "1", "STICKER", ""))
    (items,) = found
    assert isinstance(items, SourceItems)
    assert [(line.sku, line.quantity, line.kind) for line in items.lines] == [
        ("MUG", 2, LineKind.GOODS),
        ("STICKER", 1, LineKind.GIFT),
    ]


@pytest.mark.parametrize("bad", [("1", "杯", "1", "0", "MUG", ""), ("1", "杯", "1", "1", "", "")])
def test_a_bad_line_refuses_its_order(bad: tuple[str, ...]) -> None:
    """Half of an order's lines would be a wrong parcel: one bad row leaves the whole order out."""
    found = _read(taobao_items, ITEMS, ("1", "杯", "1", "1", "MUG", ""), bad, ("2", "杯", "1", "1", "MUG", ""))
    assert [each.number for each in found if isinstance(each, SourceItems)] == ["2"]
    assert [each.row for each in found if isinstance(each, RowFault)] == [3]


ALI = ("订单号", "订单状态", "产品信息\n（双击单元格展开所有产品信息！）", "收货国家", "买家选择物流", "订单备注")


def _ali(cell: str, country: str = "United States") -> list[Found]:
    return _read(aliexpress, ALI, ("81", "等待您发货", cell, country, "", ""))


def test_aliexpress_lines() -> None:
    """All lines are read from the one cell, brackets of either width."""
    cell = (
        "【1】Mug\n（产品属性：Color:White (new) ）\n(商家编码:MUG)\n(产品数量:2 piece)\n"
        "(物流等级&买家选择物流:ePacket)\n【2】Cup\n(商家编码:CUP)\n(产品数量:1 piece)\n"
    )
    order = _order(_ali(cell))
    assert order.lines is not None
    assert [(line.sku, line.quantity, line.variant) for line in order.lines] == [
        ("MUG", 2, "Color:White (new)"),
        ("CUP", 1, ""),
    ]
    assert (order.buyer_service, order.recipient.country) == ("ePacket", "US")


@pytest.mark.parametrize(
    ("cell", "country", "word"),
    [
        ("Mug", "US", "no line"),
        ("【1】Mug\n(产品数量:2 piece)\n", "US", "no seller SKU"),
        ("【1】Mug\n(商家编码:MUG)\n", "US", "no quantity"),
        ("【1】Mug\n(商家编码:MUG)\n(产品数量:2)\n", "Atlantis", "country"),
    ],
)
def test_aliexpress_faults(cell: str, country: str, word: str) -> None:
    """A row without lines, SKU, quantity or known country is refused in words."""
    (fault,) = _ali(cell, country)
    assert isinstance(fault, RowFault)
    assert word in fault.message


def test_generic_in_both_languages() -> None:
    """The seller's own table is understood by Chinese or English headers; rows of an order come together."""
    headers = ("Order No", "SKU", "Qty", "Ship to", "Country", "买家留言")
    order = _order(_read(generic, headers, ("1", "A", "2", "Ann", "GB", "gift!"), ("1", "B", "1", "", "", "")))
    assert order.lines is not None
    assert [(line.sku, line.quantity) for line in order.lines] == [("A", 2), ("B", 1)]
    assert (order.recipient.name, order.recipient.country, order.gift) == ("Ann", "GB", True)


@pytest.mark.parametrize(
    "other", [("1", "B", "1", "Bob"), ("1", "A", "3", "Ann")], ids=["another recipient", "another quantity"]
)
def test_generic_contradictions(other: tuple[str, ...]) -> None:
    """Rows of one number that contradict each other are all refused."""
    found = _read(generic, ("order", "sku", "qty", "recipient"), ("1", "A", "2", "Ann"), other)
    assert [each.row for each in found if isinstance(each, RowFault)] == [2, 3]
    assert not [each for each in found if isinstance(each, SourceOrder)]


@pytest.mark.parametrize(("name", "code"), [("Russian Federation", "RU"), ("美国", "US"), ("br", "BR"), ("UK", "GB")])
def test_countries(name: str, code: str) -> None:
    """Countries are known by name in two languages, or by code."""
    assert country_code(name, "x") == code


@pytest.mark.parametrize(
    ("text", "more"), [("0.00", False), ("", False), ("¥5", True), ("1,000.00", True), ("?", True)]
)
def test_amounts(text: str, more: bool) -> None:
    """Money that cannot be read counts as money."""
    assert amount_is_positive(text) is more


def test_an_address_that_is_none() -> None:
    """Text that does not begin with a province stays whole."""
    assert chinese_address("somewhere 1 2 3") is None


def test_a_blank_before_the_postcode_is_no_part_of_the_street() -> None:
    """The address export ``… 1号 (310000)`` gives the street without the blank."""
    address = chinese_address("浙江省 杭州市 西湖区 样例路 1号  (310000)")
    assert address is not None
    assert (address["street"], address["postcode"]) == ("样例路 1号", "310000")
