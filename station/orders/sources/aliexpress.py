"""The AliExpress seller export (``.xls``, Chinese interface): one row an order, all its lines in one cell. Pure.

The line cell is ``【n】title`` and lines of ``(产品属性:…)``, ``(商家编码:…)``, ``(产品数量:n piece)``,
``(物流等级&买家选择物流:…)``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    RowFault,
    SourceLine,
    SourceOrder,
    asks_for_gift,
    hundredths,
    once_each,
    order_number,
    quantity,
    said,
    time_us,
)
from station.orders.sources.countries import country_code
from station.packing.model import Recipient

PLATFORM = "aliexpress"
SIGNATURE = ("订单号", "订单状态", "产品信息", "收货国家", "买家选择物流")
_COLUMNS = (
    "订单号",
    "订单状态",
    "下单时间",
    "付款时间",
    "产品信息",
    "订单备注",
    "收货人名称",
    "收货国家",
    "州/省",
    "城市",
    "地址",
    "邮编",
    "联系电话",
    "手机",
    "买家选择物流",
    "发货期限",
    "实际发货物流:运单号",
    "订单金额",
)
_LINES_COLUMN = "产品信息"

EXAMPLES = (
    (
        (
            SIGNATURE,
            (
                "8100000000000001",
                "等待您发货",
                "【1】Mug\n(产品属性:Color:White)\n(商家编码:MUG-330-W)\n(产品数量:2 piece)\n",
                "United States",
                "ePacket",
            ),
        ),
        ("8100000000000001", "等待您发货", (("MUG-330-W", 2),)),
    ),
)
"""Header and row, and what is read of it: number, status word, lines."""


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
    note = said(cell["订单备注"])
    services = _services(cell[_LINES_COLUMN])
    return SourceOrder(
        row=row,
        number=order_number(cell["订单号"], "订单号"),
        status_word=cell["订单状态"],
        recipient=_recipient(cell),
        lines=tuple(_lines(cell[_LINES_COLUMN])),
        buyer_message=note,
        gift=asks_for_gift(note),
        buyer_service=said(cell["买家选择物流"]) or (services[0] if len(services) == 1 else ""),
        waybill=_waybill(cell["实际发货物流:运单号"]),
        created_us=time_us(cell["下单时间"], "下单时间", utc_offset_minutes=utc_offset_minutes),
        paid_us=time_us(cell["付款时间"], "付款时间", utc_offset_minutes=utc_offset_minutes),
        deadline_us=time_us(cell["发货期限"], "发货期限", utc_offset_minutes=utc_offset_minutes),
        amount=hundredths(cell["订单金额"]),
    )


def _recipient(cell: dict[str, str]) -> Recipient:
    return Recipient(
        name=cell["收货人名称"],
        phone=said(cell["手机"]) or said(cell["联系电话"]),
        country=country_code(cell["收货国家"], "收货国家"),
        province=cell["州/省"],
        city=cell["城市"],
        street=cell["地址"],
        postcode=cell["邮编"],
    )


_TITLE = re.compile(r"】(.*)")
_VARIANT = re.compile(r"\(产品属性:(.*)")
_SKU = re.compile(r"\(商家编码:(.*)\)")
_QUANTITY = re.compile(r"\(产品数量:\s*(\d+)")
_SERVICE = re.compile(r"\(物流等级&买家选择物流:(.+)\)")


def _lines(text: str) -> Iterator[SourceLine]:
    blocks = _plain(text).split("【")[1:]
    if not blocks:
        raise CellError(_LINES_COLUMN, "the order has no line: 【 is missing in its product cell")
    for number, block in enumerate(blocks, start=1):
        sku, units = _SKU.search(block), _QUANTITY.search(block)
        if not sku or not sku[1].strip():
            raise CellError(_LINES_COLUMN, f"line {number} has no seller SKU (商家编码)")
        if not units:
            raise CellError(_LINES_COLUMN, f"line {number} has no quantity (产品数量)")
        title, variant = _TITLE.search(block), _VARIANT.search(block)
        yield SourceLine(
            sku=sku[1].strip(),
            quantity=quantity(units[1], _LINES_COLUMN),
            name=title[1].strip() if title else "",
            variant=variant[1].strip().removesuffix(")").strip() if variant else "",
        )


def _plain(text: str) -> str:
    """The cell with narrow brackets and colons, whichever the export wrote; titles lose nothing by it."""
    return unicodedata.normalize("NFC", text).translate(str.maketrans("（）：＆", "():&")).replace("\r", "")


def _services(text: str) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in _SERVICE.findall(_plain(text)) if name.strip()))


def _waybill(text: str) -> str:
    """``service:number`` or a number; several parcels are not one label and give none."""
    numbers = [part.rsplit(":", 1)[-1].strip() for part in _plain(said(text)).splitlines() if part.strip()]
    return numbers[0] if len(numbers) == 1 else ""
