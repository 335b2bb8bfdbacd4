"""店小秘: order cells on every row, prices that tell gifts."""

from __future__ import annotations

import pytest

from station.orders.sources import dianxiaomi
from station.packing.model import LineKind
from tests.orders.sources.rows import faults, lines, order, read

HEAD = {"订单号": "DX-1", "店铺账号": "样例店", "买家姓名": "Ann", "地址1": "1 Example Street", "国家二字码": "US"}


def test_lines_and_gifts() -> None:
    """Each row is a line, once; what costs nothing is a gift."""
    rows = [{**HEAD, "SKU": "A", "数量": "2", "单价": "3.5"}, {**HEAD, "SKU": "B", "数量": "1", "单价": "0.00"}]
    one = order(read(dianxiaomi, *rows, rows[0]))
    assert lines(one) == [("A", 2), ("B", 1)]
    assert one.lines is not None
    assert [line.kind for line in one.lines] == [LineKind.GOODS, LineKind.GIFT]


@pytest.mark.parametrize("other", [{"数量": "3"}, {"店铺账号": "另一店"}, {"买家姓名": "Bob"}])
def test_contradictions(other: dict[str, str]) -> None:
    """One number with two quantities, shops or buyers is refused."""
    row = {**HEAD, "SKU": "A", "数量": "2"}
    assert [number for number, _message in faults(read(dianxiaomi, row, {**row, **other}))] == [2, 3]


@pytest.mark.parametrize(("cells", "word"), [({"SKU": ""}, "SKU"), ({"国家二字码": ""}, "country")])
def test_rows_that_cannot_be_used(cells: dict[str, str], word: str) -> None:
    """A row without SKU or country is refused in words."""
    ((_row, message),) = faults(read(dianxiaomi, {**HEAD, "SKU": "A", "数量": "2", **cells}))
    assert word in message


def test_words_for_the_packer() -> None:
    """The buyer's note is shown at the bench, the office's note chooses the carrier."""
    one = order(read(dianxiaomi, {**HEAD, "SKU": "A", "数量": "1", "买家备注": "礼物", "客服备注": "请发顺丰"}))
    assert (one.buyer_message, one.gift, one.seller_note) == ("礼物", True, "请发顺丰")
