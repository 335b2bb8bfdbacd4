"""The seller's own order table, headers in Chinese or English: one row a line, an order's rows anywhere. Pure.

Which header means what is decided by ``FIELDS``, or by a mapping kept in the home (``mappings.py``), never by position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from station.orders.line_money import entered, price
from station.orders.sheet import Table, header_key
from station.orders.source_order import (
    CellError,
    Found,
    RowFault,
    SourceLine,
    SourceOrder,
    asks_for_gift,
    chinese_address,
    hundredths,
    order_number,
    quantity,
    said,
    time_us,
)
from station.orders.sources.countries import country_code
from station.orders.sources.extras import value_added
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
    "extras": ("extras", "value-added services", "增值服务", "附加服务"),
    "waybill": ("waybill", "tracking", "tracking number", "运单号", "物流单号", "快递单号"),
    "tote": ("tote", "周转箱", "拣货箱"),
    "ordered": ("ordered", "ordered at", "created", "created at", "下单时间", "创建时间", "订单创建时间"),
    "paid": ("paid", "paid at", "payment time", "付款时间", "订单付款时间"),
    "deadline": ("deadline", "ship by", "发货期限", "最晚发货时间"),
    "amount": ("amount", "total", "order amount", "金额", "订单金额", "实付金额", "实付款"),
    "price": ("price", "unit price", "item price", "单价", "商品单价"),
    "value": ("value", "declared value", "customs value", "unit value", "申报价值", "申报单价"),
    "currency": ("currency", "currency code", "币种", "货币", "申报币种"),
    "company": ("company", "buyer company", "公司", "买家公司名", "买家公司"),
    "ship_from": ("ship from", "ship_from", "warehouse", "发货地", "发货仓库", "仓库"),
}

EXAMPLES = (
    ((("订单号", "货号", "数量"), ("SO-1", "A", "2")), ("SO-1", "", (("A", 2),))),
    ((("Order no", "SKU", "Qty"), ("SO-1", "A", "2")), ("SO-1", "", (("A", 2),))),
)
"""Header and row, and what is read of it: number, status word, lines."""

_MEANS = {header_key(word): field for field, words in FIELDS.items() for word in words}
_OF_THE_LINE = ("sku", "quantity", "name", "variant", "gift", "price", "value", "currency")


def meaning_of(header: str) -> str | None:
    """The field that a header in Chinese or English names."""
    return _MEANS.get(header_key(header))


def mapping_of(table: Table) -> dict[str, str]:
    """Header to field, for the headers that mean one; the first header of a field wins."""
    taken: dict[str, str] = {}
    for header in table.headers:
        field = meaning_of(header)
        if field is not None:
            taken.setdefault(field, header)
    return {header: field for field, header in taken.items()}


def renamed(table: Table, mapping: Mapping[str, str]) -> Table:
    """The table under its fields' names."""
    return replace(table, headers=tuple(mapping.get(header, "") for header in table.headers))


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Orders from a table whose headers are fields."""
    keys = table.keys
    present = tuple(field for field in FIELDS if header_key(field) in keys)
    gathered: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for row, texts in table.records(present):
        cell = _EMPTY | dict(zip(present, texts, strict=True))
        gathered.setdefault(cell["order"], []).append((row, cell))
    for number, rows in gathered.items():
        yield from _read_order(number, rows, utc_offset_minutes)


_EMPTY = dict.fromkeys(FIELDS, "")


def _read_order(number: str, rows: list[tuple[int, dict[str, str]]], utc_offset_minutes: int) -> Iterator[Found]:
    """One order from its rows, or a fault for each row that stands in its way."""
    lines: dict[tuple[str, str, LineKind], SourceLine] = {}
    conflict = _head_conflict(rows) if len(rows) > 1 else ""
    faults = 0
    for row, cell in rows:
        try:
            line = _line(cell)
        except CellError as fault:
            faults += 1
            yield RowFault(row=row, column=fault.column, message=str(fault), number=number)
            continue
        if lines.setdefault((line.sku, line.variant, line.kind), line) != line:
            conflict = f"with SKU {line.sku} in different quantities or values"
    if conflict:
        message = f"order {number} stands in this file {conflict}"
        yield from (RowFault(row=row, column="", message=message, number=number) for row, _cell in rows)
    elif not faults:
        row, cell = rows[0]
        try:
            yield _order(row, cell, tuple(lines.values()), utc_offset_minutes)
        except CellError as fault:
            yield RowFault(row=row, column=fault.column, message=str(fault), number=number)


def _head_conflict(rows: list[tuple[int, dict[str, str]]]) -> str:
    """Only the first row must have the order's own cells; a later one may repeat them, not contradict them."""
    first = rows[0][1]
    for _row, cell in rows[1:]:
        if any(text and text != first[field] for field, text in cell.items() if field not in _OF_THE_LINE):
            return "with different content"
    return ""


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
        price=price(cell["price"], cell["currency"]),
        declared_value=entered(cell["value"], cell["currency"], column="value", currency_column="currency"),
    )


_YES = frozenset({"1", "y", "yes", "true", "x", "是", "赠品", "gift"})


def _order(row: int, cell: dict[str, str], lines: tuple[SourceLine, ...], utc_offset_minutes: int) -> SourceOrder:
    message = said(cell["message"])
    return SourceOrder(
        row=row,
        number=order_number(cell["order"], "order"),
        status_word=cell["status"],
        recipient=_recipient(cell),
        lines=lines,
        buyer_message=message,
        seller_note=said(cell["note"]),
        gift=asks_for_gift(message),
        buyer_service=said(cell["service"]),
        extras=value_added(said(cell["extras"]), "extras"),
        waybill=said(cell["waybill"]),
        tote=said(cell["tote"]),
        created_us=time_us(cell["ordered"], "ordered", utc_offset_minutes=utc_offset_minutes),
        paid_us=time_us(cell["paid"], "paid", utc_offset_minutes=utc_offset_minutes),
        deadline_us=time_us(cell["deadline"], "deadline", utc_offset_minutes=utc_offset_minutes),
        amount=hundredths(cell["amount"]),
        company=said(cell["company"]),
        ship_from=said(cell["ship_from"]),
    )


def _recipient(cell: dict[str, str]) -> Recipient:
    country = country_code(cell["country"], "country") if cell["country"] else "CN"
    apart = bool(cell["province"] or cell["city"])
    parts = None if apart or country != "CN" else chinese_address(cell["address"])
    if parts is None:
        parts = {field: cell[field] for field in ("province", "city", "district", "postcode")}
        parts["street"] = cell["address"]
    return Recipient(name=cell["recipient"], phone=cell["phone"], country=country, **parts)
