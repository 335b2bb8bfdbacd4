"""The 店小秘 order table: one row a line, the order's cells on each of its rows. Pure.

It has no status column: what is in it may be sent. Prices say which lines are free gifts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from station.orders.line_money import price
from station.orders.order_rows import Cells, Layout, Row, read_orders
from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    SourceLine,
    SourceOrder,
    amount_is_positive,
    asks_for_gift,
    order_number,
    quantity,
    said,
    time_us,
)
from station.orders.sources.countries import country_code
from station.packing.model import LineKind, Recipient

PLATFORM = "dianxiaomi"
SIGNATURE = ("订单号", "店铺账号", "SKU", "数量", "国家二字码")
_LAYOUT = Layout(
    number="订单号",
    of_the_order=(
        "店铺账号",
        "买家姓名",
        "地址1",
        "地址2",
        "城市",
        "省/州",
        "区县",
        "国家二字码",
        "邮编",
        "手机",
        "买家备注",
        "下单时间",
        "客服备注",
    ),
    of_the_line=("SKU", "属性", "数量", "单价", "币种", "发货仓库"),
    line_id=("SKU", "属性"),
)

EXAMPLES = (
    (
        (SIGNATURE, ("DX-0001", "样例店", "MUG-330-W", "2", "US")),
        ("DX-0001", "", (("MUG-330-W", 2),)),
    ),
)
"""Header and row, and what is read of it: number, status word, lines."""


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Each order once; one number in two shops is refused."""
    return read_orders(table, _LAYOUT, line=_line, order=partial(_order, utc_offset_minutes=utc_offset_minutes))


def _line(cell: Cells) -> SourceLine:
    if not cell["SKU"]:
        raise CellError("SKU", "the SKU is missing")
    free = bool(cell["单价"]) and not amount_is_positive(cell["单价"])
    return SourceLine(
        sku=cell["SKU"],
        quantity=quantity(cell["数量"], "数量"),
        variant=said(cell["属性"]),
        kind=LineKind.GIFT if free else LineKind.GOODS,
        price=price(cell["单价"], cell["币种"]),
    )


def _order(rows: Sequence[Row], lines: tuple[SourceLine, ...], *, utc_offset_minutes: int) -> SourceOrder:
    row, cell = rows[0]
    message = said(cell["买家备注"])
    return SourceOrder(
        row=row,
        number=order_number(cell["订单号"], "订单号"),
        status_word="",
        recipient=_recipient(cell),
        lines=lines,
        buyer_message=message,
        seller_note=said(cell["客服备注"]),
        gift=asks_for_gift(message),
        created_us=time_us(cell["下单时间"], "下单时间", utc_offset_minutes=utc_offset_minutes),
        ship_from=" / ".join(dict.fromkeys(text for _row, cell in rows if (text := said(cell["发货仓库"])))),
    )


def _recipient(cell: Cells) -> Recipient:
    return Recipient(
        name=cell["买家姓名"],
        phone=said(cell["手机"]),
        country=country_code(cell["国家二字码"], "国家二字码"),
        province=cell["省/州"],
        city=cell["城市"],
        district=cell["区县"],
        street=", ".join(filter(None, (said(cell["地址1"]), said(cell["地址2"])))),
        postcode=cell["邮编"],
    )
