"""1688: merged cells, and which number is a SKU."""

from __future__ import annotations

import pytest

from station.orders.sources import ali1688
from station.packing.model import HoldReason
from tests.orders.sources.rows import faults, lines, order, read

HEAD = {
    "订单编号": "16",
    "订单状态": "等待卖家发货",
    "收货地址": "浙江省 杭州市 西湖区 样例路1号",
    "收货人姓名": "林晓",
}


def _goods(sku: str, units: str = "1", **cells: str) -> dict[str, str]:
    return {"货品标题": "杯", "数量": units, "单品货号": sku, **cells}


def test_rows_under_a_merged_cell() -> None:
    """A row without any order cell belongs to the order above it."""
    one = order(read(ali1688, {**HEAD, **_goods("A")}, _goods("B", "2.0")))
    assert lines(one) == [("A", 1), ("B", 2)]
    assert one.recipient.city == "杭州市"


def test_a_lost_number_is_not_filled_down() -> None:
    """A row with an address and no number is an order whose number is missing, and the rows below are its lines."""
    found = read(ali1688, {**HEAD, **_goods("A")}, {**HEAD, "订单编号": "", **_goods("B")}, _goods("C"))
    assert [row for row, message in faults(found) if "number is missing" in message] == [3, 4]
    assert [each.number for each in found if each.number] == ["16"]


def test_an_order_exported_twice() -> None:
    """The same rows twice are one order; other lines under its number refuse it."""
    rows = [{**HEAD, **_goods("A")}, _goods("B")]
    assert lines(order(read(ali1688, *rows, *rows))) == [("A", 1), ("B", 1)]
    found = read(ali1688, *rows, {**HEAD, **_goods("A")}, _goods("C"))
    assert [row for row, _message in faults(found)] == [2, 3, 4, 5]


def test_cells_that_were_filled_by_hand() -> None:
    """Rows that repeat the order's cells are its lines; one line in two quantities refuses the order."""
    first, second = {**HEAD, **_goods("A")}, {**HEAD, **_goods("B")}
    assert lines(order(read(ali1688, first, second, first))) == [("A", 1), ("B", 1)]
    assert "one line in two versions" in faults(read(ali1688, first, {**HEAD, **_goods("A", "3")}))[0][1]


def test_the_number_of_an_offer() -> None:
    """The offer's 货号 serves while the file shows one variant of it, and never two."""
    one = {**HEAD, **_goods("", 货号="TSHIRT", **{"SKU ID": "1"})}
    assert lines(order(read(ali1688, one))) == [("TSHIRT", 1)]
    ((_row, message), *_rest) = faults(read(ali1688, one, _goods("", 货号="TSHIRT", **{"SKU ID": "2"})))
    assert "several variants" in message


def test_a_line_without_any_number() -> None:
    """Goods without a seller's number cannot be told by a scan: the order is refused."""
    assert "no seller SKU" in faults(read(ali1688, {**HEAD, **_goods("")}))[0][1]


@pytest.mark.parametrize(("text", "waybill"), [("YT1", "YT1"), ("YT1,YT2", ""), ("", "")])
def test_waybills(text: str, waybill: str) -> None:
    """One number is the parcel's; several are not one label."""
    assert order(read(ali1688, {**HEAD, **_goods("A"), "运单号": text})).waybill == waybill


def test_what_holds() -> None:
    """A masked address is seen; the postcode stands in its own column."""
    one = order(read(ali1688, {**HEAD, **_goods("A"), "收货地址": "浙江省 杭州市 西湖区 ****", "邮编": "310000"}))
    assert [hold.reason for hold in one.holds] == [HoldReason.ADDRESS_MASKED]
    assert one.recipient.postcode == "310000"
