"""The seller's own order table, headers in Chinese or English: one row a line, an order's rows anywhere. Pure.

Which header means what is decided by ``FIELDS``, or by a mapping kept in the home (``mappings.py``), never by position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from station.orders.sheet import Table, header_key
from station.orders.source_order import (
    CellError,
    Found,
    RowFault,
    SourceLine,
    SourceOrder,
    asks_for_gift,
    chinese_address,
    order_number,
    quantity,
    said,
    time_us,
)
from station.orders.sources.countries import country_code
from station.packing.model import LineKind, Recipient

PLATFORM = "generic"
NEEDED = ("order", "sku", "quantity")

FIELDS: Mapping[str, tuple[str, ...]] = {
    "order": ("order", "order no", "order number", "order id", "order_no", "order-id", "订单号", "订单编号", "单号"),
    "sku": ("sku", "seller sku", "商家编码", "货号", "商品编码", "sku编码"),
    "quantity": ("quantity", "qty", "数量", "购买数量", "件数"),
    "name": ("name", "item", "product", "product name", "title", "商品名称", "品名", "标题", "名称"),
    "variant": ("variant", "spec", "option", "规格", "属性", "商品属性"),
    "status": ("status", "state", "order status", "状态", "订单状态"),
    "recipient": ("recipient", "ship to", "receiver", "consignee", "recipient name", "收货人", "收件人", "收货人姓名"),
    "phone": ("phone", "mobile", "tel", "telephone", "电话", "手机", "联系电话", "联系手机"),
    "country": ("country", "country code", "国家", "收货国家"),
    "province": ("province", "state/province", "region", "省", "省份", "州/省"),
    "city": ("city", "市", "城市"),
    "district": ("district", "区", "区县"),
    "address": ("address", "street", "address1", "地址", "收货地址", "详细地址"),
    "postcode": ("postcode", "zip", "postal code", "邮编"),
    "message": ("message", "buyer message", "buyer note", "买家留言", "留言"),
    "note": ("note", "seller note", "remark", "备注", "卖家备注", "订单备注"),
    "gift": ("gift", "free gift", "赠品"),
    "service": ("service", "carrier", "shipping service", "快递", "物流", "快递公司", "买家选择物流"),
    "waybill": ("waybill", "tracking", "tracking number", "运单号", "物流单号", "快递单号"),
    "tote": ("tote", "周转箱", "拣货箱"),
    "ordered": ("ordered", "ordered at", "created", "created at", "下单时间", "创建时间", "订单创建时间"),
    "paid": ("paid", "paid at", "payment time", "付款时间", "订单付款时间"),
    "deadline": ("deadline", "ship by", "发货期限", "最晚发货时间"),
}

EXAMPLES = (
    ((("订单号", "货号", "数量"), ("SO-1", "A", "2")), ("SO-1", "", (("A", 2),))),
    ((("Order no", "SKU", "Qty"), ("SO-1", "A", "2")), ("SO-1", "", (("A", 2),))),
)
"""Header and row, and what is read of it: number, status word, lines."""

_MEANS = {header_key(word): field for field, words in FIELDS.items() for word in words}
_COLUMNS = tuple(FIELDS)
_OF_THE_LINE = ("sku", "quantity", "name", "variant", "gift")


def mapping_of(table: Table) -> dict[str, str]:
    """Header to field, for the headers that mean one; the first header of a field wins."""
    taken: dict[str, str] = {}
    for header in table.headers:
        field = _MEANS.get(header_key(header))
        if field is not None:
            taken.setdefault(field, header)
    return {header: field for field, header in taken.items()}


def renamed(table: Table, mapping: Mapping[str, str]) -> Table:
    """The table under its fields' names."""
    return replace(table, headers=tuple(mapping.get(header, "") for header in table.headers))


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Orders from a table whose headers are fields."""
    gathered: dict[str, _Gathered] = {}
    for row, texts in table.records(_COLUMNS):
        cell = dict(zip(_COLUMNS, texts, strict=True))
        rows = gathered.setdefault(cell["order"], _Gathered())
        try:
            rows.add(row, cell, utc_offset_minutes)
        except CellError as fault:
            rows.bad = True
            yield RowFault(row=row, column=fault.column, message=str(fault), number=cell["order"])
    for number, rows in gathered.items():
        yield from rows.order(number)


class _Gathered:
    """The rows of one order, as they come."""

    def __init__(self) -> None:
        self.bad = False
        self._head: SourceOrder | None = None
        self._head_texts: tuple[str, ...] = ()
        self._lines: dict[tuple[str, str, LineKind], SourceLine] = {}
        self._rows: list[int] = []
        self._conflict = ""

    def add(self, row: int, cell: dict[str, str], utc_offset_minutes: int) -> None:
        self._rows.append(row)
        line = _line(cell)
        texts = tuple(text for field, text in cell.items() if field not in _OF_THE_LINE)
        if self._head is None:
            self._head, self._head_texts = _head(row, cell, utc_offset_minutes), texts
        elif any(a != b for a, b in zip(texts, self._head_texts, strict=True) if a):
            self._conflict = "with different content"
        known = self._lines.setdefault((line.sku, line.variant, line.kind), line)
        if known != line:
            self._conflict = f"with SKU {line.sku} in different quantities"

    def order(self, number: str) -> Iterator[Found]:
        if self._conflict:
            message = f"order {number} stands in this file {self._conflict}"
            for row in self._rows:
                yield RowFault(row=row, column="", message=message, number=number)
        elif self._head is not None and not self.bad:
            yield replace(self._head, lines=tuple(self._lines.values()))


def _line(cell: dict[str, str]) -> SourceLine:
    if not cell["sku"]:
        raise CellError("sku", "the SKU is missing")
    kind = LineKind.GIFT if said(cell["gift"]).casefold() in _YES else LineKind.GOODS
    return SourceLine(
        sku=cell["sku"],
        quantity=quantity(cell["quantity"], "quantity"),
        name=cell["name"],
        variant=cell["variant"],
        kind=kind,
    )


_YES = frozenset({"1", "y", "yes", "true", "x", "是", "赠品", "gift"})


def _head(row: int, cell: dict[str, str], utc_offset_minutes: int) -> SourceOrder:
    message = said(cell["message"])
    return SourceOrder(
        row=row,
        number=order_number(cell["order"], "order"),
        status_word=cell["status"],
        recipient=_recipient(cell),
        buyer_message=message,
        seller_note=said(cell["note"]),
        gift=asks_for_gift(message),
        buyer_service=said(cell["service"]),
        waybill=said(cell["waybill"]),
        tote=said(cell["tote"]),
        created_us=time_us(cell["ordered"], "ordered", utc_offset_minutes=utc_offset_minutes),
        paid_us=time_us(cell["paid"], "paid", utc_offset_minutes=utc_offset_minutes),
        deadline_us=time_us(cell["deadline"], "deadline", utc_offset_minutes=utc_offset_minutes),
    )


def _recipient(cell: dict[str, str]) -> Recipient:
    country = country_code(cell["country"], "country") if cell["country"] else "CN"
    apart = bool(cell["province"] or cell["city"])
    parts = None if apart or country != "CN" else chinese_address(cell["address"])
    if parts is None:
        parts = {field: cell[field] for field in ("province", "city", "district", "postcode")}
        parts["street"] = cell["address"]
    return Recipient(name=cell["recipient"], phone=cell["phone"], country=country, **parts)
