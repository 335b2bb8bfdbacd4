"""The Taobao/Tmall order report (千牛, 已卖出的宝贝, ``ExportOrderList*.csv``): one row an order, no seller SKUs.

Columns by header, never by position: versions of 46 and 21 columns are known, and their order shifts. Lines come
with the item report (``taobao_items``). Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    RowFault,
    SourceHold,
    SourceOrder,
    amount_is_positive,
    asks_for_gift,
    chinese_address,
    hundredths,
    masked,
    once_each,
    order_number,
    quantity,
    said,
    time_us,
)
from station.packing.model import HoldReason, Recipient

PLATFORM = "taobao"
SIGNATURE = ("订单编号", "买家应付货款", "订单状态", "收货地址", "订单创建时间", "宝贝总数量")

_COLUMNS = (
    "订单编号",
    "订单状态",
    "买家留言",
    "收货人姓名",
    "收货地址",
    "运送方式",
    "联系电话",
    "联系手机",
    "订单创建时间",
    "订单付款时间",
    "物流单号",
    "订单备注",
    "商家备注",
    "宝贝总数量",
    "发票抬头",
    "分阶段订单信息",
    "修改后的sku",
    "修改后的收货地址",
    "异常信息",
    "退款金额",
    "买家实际支付金额",
    "买家实付金额",
    "总金额",
)

EXAMPLES = (
    (
        (
            SIGNATURE,
            ('="3100000000000000001"', "99.00", "买家已付款", "浙江省 杭州市 西湖区 样例路1号", "2026/11/20 9:03", "2"),
        ),
        ("3100000000000000001", "买家已付款", 2),
    ),
)
"""Header and row, and what is read of it: number, status word, stated units."""


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Each order once; a number that stands there with different content is refused."""
    return once_each(_orders(table, utc_offset_minutes))


def _orders(table: Table, utc_offset_minutes: int) -> Iterator[tuple[SourceOrder, tuple[str, ...]] | RowFault]:
    for row, texts in table.records(_COLUMNS):
        try:
            yield _order(row, dict(zip(_COLUMNS, texts, strict=True)), utc_offset_minutes), tuple(texts)
        except CellError as fault:
            yield RowFault(row=row, column=fault.column, message=str(fault), number=texts[0])


def _order(row: int, cell: dict[str, str], utc_offset_minutes: int) -> SourceOrder:
    message = said(cell["买家留言"])
    return SourceOrder(
        row=row,
        number=order_number(cell["订单编号"], "订单编号"),
        status_word=cell["订单状态"],
        recipient=_recipient(cell),
        units_stated=quantity(cell["宝贝总数量"], "宝贝总数量") if said(cell["宝贝总数量"]) else 0,
        buyer_message=message,
        seller_note=said(cell["订单备注"]) or said(cell["商家备注"]),
        gift=asks_for_gift(message),
        waybill=_waybill(cell["物流单号"]),
        created_us=time_us(cell["订单创建时间"], "订单创建时间", utc_offset_minutes=utc_offset_minutes),
        paid_us=time_us(cell["订单付款时间"], "订单付款时间", utc_offset_minutes=utc_offset_minutes),
        holds=tuple(_holds(cell)),
        virtual=cell["运送方式"] in ("虚拟物品", "无需物流", "不需要物流"),
        amount=hundredths(cell["买家实际支付金额"] or cell["买家实付金额"] or cell["总金额"]),
    )


def _recipient(cell: dict[str, str]) -> Recipient:
    changed = cell["修改后的收货地址"]
    parts = chinese_address(changed if _applicable(changed) else cell["收货地址"])
    return Recipient(
        name=cell["收货人姓名"],
        phone=said(cell["联系手机"]) or said(cell["联系电话"]),
        **(parts or {"street": cell["收货地址"]}),
    )


def _waybill(text: str) -> str:
    """The number alone: exports write ``No:123`` or ``123``."""
    return re.sub(r"^(?:No|no|NO)[:：]?\s*", "", said(text))


def _holds(cell: dict[str, str]) -> Iterator[SourceHold]:
    if "货到付款" in cell["订单状态"] + cell["运送方式"]:
        yield SourceHold(reason=HoldReason.COD_UNCONFIRMED)
    if amount_is_positive(cell["退款金额"]):
        yield SourceHold(reason=HoldReason.REFUND_ASKED, detail=f"退款金额 {cell['退款金额'][:20]}")
    if "未付" in cell["分阶段订单信息"]:
        yield SourceHold(reason=HoldReason.PARTLY_PAID)
    if said(cell["修改后的sku"]):
        yield SourceHold(reason=HoldReason.ORDER_CHANGED, detail=f"修改后的sku: {cell['修改后的sku'][:200]}")
    if said(cell["修改后的收货地址"]) and not _applicable(cell["修改后的收货地址"]):
        yield SourceHold(reason=HoldReason.ORDER_CHANGED, detail="修改后的收货地址")
    if said(cell["异常信息"]):
        yield SourceHold(reason=HoldReason.APPROVAL_MISSING, detail=f"异常信息: {cell['异常信息'][:200]}")
    if masked(cell["收货地址"]) or masked(cell["收货人姓名"]) or not cell["收货地址"]:
        yield SourceHold(reason=HoldReason.ADDRESS_MASKED)
    if said(cell["发票抬头"]):
        yield SourceHold(reason=HoldReason.INVOICE_MISSING)


def _applicable(address: str) -> bool:
    """A changed address is used when it is nothing but an address: no name or phone that would be lost in it."""
    return chinese_address(address) is not None and not re.search(r"[,，;；]|\d{7,}", address)
