"""The 1688 order export: one row a line, the order's own cells merged over its rows. Pure.

The SKU is 单品货号, the variant's own number. 货号 belongs to the whole offer: it serves only while the file shows no
two variants (SKU ID) of it, because L and XL under one number could not be told apart at the bench.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from station.orders.order_rows import Cells, Layout, Row, read_orders
from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    SourceHold,
    SourceLine,
    SourceOrder,
    asks_for_gift,
    chinese_address,
    hundredths,
    masked,
    order_number,
    quantity,
    said,
    time_us,
)
from station.packing.model import HoldReason, Recipient

PLATFORM = "ali1688"
SIGNATURE = ("订单编号", "订单状态", "收货地址", "货品标题", "数量")
_LAYOUT = Layout(
    number="订单编号",
    of_the_order=(
        "订单状态",
        "订单创建时间",
        "订单付款时间",
        "收货人姓名",
        "收货地址",
        "邮编",
        "联系电话",
        "联系手机",
        "买家留言",
        "运单号",
        "实付款",
        "买家公司名",
    ),
    of_the_line=("货品标题", "单价(元)", "数量", "货号", "型号", "Offer ID", "SKU ID", "单品货号"),
    line_id=("货号", "型号", "SKU ID", "单品货号"),
    fill_down=True,
)

EXAMPLES = (
    (
        (
            (*SIGNATURE, "货号", "SKU ID", "单品货号"),
            ("160000000000000001", "等待卖家发货", "浙江省 杭州市 西湖区 样例路1号", "杯", "2", "MUG", "1", "MUG-W"),
        ),
        ("160000000000000001", "等待卖家发货", (("MUG-W", 2),)),
    ),
)
"""Header and row, and what is read of it: number, status word, lines."""


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Each order once, its merged cells filled down."""
    line = partial(_line, variants=_variants(table))
    order = partial(_order, utc_offset_minutes=utc_offset_minutes)
    return read_orders(table, _LAYOUT, line=line, order=order)


def _variants(table: Table) -> Mapping[str, set[str]]:
    """The variants that the file shows under each 货号."""
    found: dict[str, set[str]] = {}
    for _row, (offer, variant) in table.records(("货号", "SKU ID")):
        if said(offer) and said(variant):
            found.setdefault(offer, set()).add(variant)
    return found


def _line(cell: Cells, *, variants: Mapping[str, set[str]]) -> SourceLine:
    return SourceLine(
        sku=_sku(cell, variants),
        quantity=quantity(cell["数量"], "数量"),
        name=cell["货品标题"],
        variant=said(cell["型号"]),
    )


def _sku(cell: Cells, variants: Mapping[str, set[str]]) -> str:
    own, offer = said(cell["单品货号"]), said(cell["货号"])
    if own:
        return own
    if not offer:
        raise CellError("单品货号", "the line has no seller SKU: give the item one on the platform and export again")
    if len(variants.get(offer, ())) > 1:
        raise CellError(
            "单品货号", f"货号 {offer[:60]} stands for several variants: give each of them its own 单品货号"
        )
    return offer


def _order(rows: Sequence[Row], lines: tuple[SourceLine, ...], *, utc_offset_minutes: int) -> SourceOrder:
    row, cell = rows[0]
    message = said(cell["买家留言"])
    return SourceOrder(
        row=row,
        number=order_number(cell["订单编号"], "订单编号"),
        status_word=cell["订单状态"],
        recipient=_recipient(cell),
        lines=lines,
        buyer_message=message,
        gift=asks_for_gift(message),
        waybill=_waybill(said(cell["运单号"])),
        created_us=time_us(cell["订单创建时间"], "订单创建时间", utc_offset_minutes=utc_offset_minutes),
        paid_us=time_us(cell["订单付款时间"], "订单付款时间", utc_offset_minutes=utc_offset_minutes),
        holds=tuple(_holds(cell)),
        amount=hundredths(cell["实付款"]),
        company=said(cell["买家公司名"]),
    )


def _recipient(cell: Cells) -> Recipient:
    parts = chinese_address(cell["收货地址"]) or {"street": cell["收货地址"]}
    postcode = said(cell["邮编"])
    if postcode and postcode != "000000":
        parts = {**parts, "postcode": postcode}
    return Recipient(name=cell["收货人姓名"], phone=said(cell["联系手机"]) or said(cell["联系电话"]), **parts)


def _waybill(text: str) -> str:
    """One number; several parcels are not one label and give none."""
    numbers = re.split(r"[\s,，;；、]+", text)
    return numbers[0] if len(numbers) == 1 else ""


def _holds(cell: Cells) -> Iterator[SourceHold]:
    if masked(cell["收货地址"]) or masked(cell["收货人姓名"]) or not cell["收货地址"]:
        yield SourceHold(reason=HoldReason.ADDRESS_MASKED)
