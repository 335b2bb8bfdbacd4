"""The Taobao/Tmall item report (宝贝报表): one row a line, joined to the order report by 订单编号. Pure.

商家编码 is the seller's SKU. A refused row refuses its whole order: half of its lines would be a wrong parcel.
"""

from __future__ import annotations

from collections.abc import Iterator

from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    RowFault,
    SourceItems,
    SourceLine,
    amount_is_positive,
    order_number,
    quantity,
    said,
)
from station.packing.model import LineKind

PLATFORM = "taobao"
SIGNATURE = ("订单编号", "标题", "购买数量", "商家编码")
_COLUMNS = ("订单编号", "标题", "价格", "购买数量", "外部系统编号", "商品属性", "订单状态", "商家编码")

EXAMPLES = (
    (
        (SIGNATURE, ('="3100000000000000001"', "白色马克杯", "2", "MUG-330-W")),
        ("3100000000000000001", (("MUG-330-W", 2),)),
    ),
)
"""Header and row, and what is read of it: number, lines."""


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """The lines of each order, in the order of the file."""
    del utc_offset_minutes
    has_price = "价格" in table.keys
    lines: dict[str, list[SourceLine]] = {}
    rows: dict[str, list[int]] = {}
    words: dict[str, list[str]] = {}
    bad: dict[str, None] = {}
    for row, texts in table.records(_COLUMNS):
        cell = dict(zip(_COLUMNS, texts, strict=True))
        number = cell["订单编号"]
        rows.setdefault(number, []).append(row)
        words.setdefault(number, []).append(cell["订单状态"])
        try:
            order_number(number, "订单编号")
            lines.setdefault(number, []).append(_line(cell, has_price=has_price))
        except CellError as fault:
            bad[number] = None
            yield RowFault(row=row, column=fault.column, message=str(fault), number=number)
    for number, found in lines.items():
        if number in bad:
            continue
        words_of = tuple(dict.fromkeys(words[number]))
        yield SourceItems(row=rows[number][0], number=number, lines=tuple(found), status_words=words_of)


def _line(cell: dict[str, str], *, has_price: bool) -> SourceLine:
    sku = said(cell["商家编码"]) or said(cell["外部系统编号"])
    if not sku:
        raise CellError("商家编码", "the line has no seller SKU: give the item one on the platform and export again")
    free = has_price and bool(cell["价格"]) and not amount_is_positive(cell["价格"].rstrip("0").rstrip(".") or "0")
    return SourceLine(
        sku=sku,
        quantity=quantity(cell["购买数量"], "购买数量"),
        name=cell["标题"],
        variant=said(cell["商品属性"]),
        kind=LineKind.GIFT if free else LineKind.GOODS,
    )
