"""What people call a template's fields: nobody at a bench knows the names that template files use. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    zh: str
    en: str


_WORDS: Final = {
    "recipient_name": Words(zh="收件人姓名", en="the receiver's name"),
    "recipient_phone": Words(zh="收件人电话", en="the receiver's telephone"),
    "sender_name": Words(zh="寄件人", en="the sender"),
    "sender_phone": Words(zh="寄件人电话", en="the sender's telephone"),
    "waybill": Words(zh="运单号", en="the waybill number"),
    "waybill_spaced": Words(zh="运单号", en="the waybill number"),
    "order": Words(zh="订单号", en="the order number"),
    "orders": Words(zh="订单号", en="the order numbers"),
    "carrier": Words(zh="快递名称", en="the carrier's name"),
    "route": Words(zh="分拣码", en="the sort code"),
    "extras": Words(zh="增值服务", en="the extra services"),
    "shop": Words(zh="店铺名", en="the shop's name"),
    "content": Words(zh="商品名", en="the goods' name"),
    "good": Words(zh="商品名", en="the goods' name"),
    "good_sku": Words(zh="商品编码", en="the SKU"),
    "good_variant": Words(zh="商品规格", en="the variant"),
    "declared_name": Words(zh="申报品名", en="the declared name"),
    "declared_value": Words(zh="申报价值", en="the declared value"),
    "declared_hs": Words(zh="海关编码", en="the HS code"),
    "name": Words(zh="商品名", en="the goods' name"),
    "variant": Words(zh="商品规格", en="the variant"),
    "sku": Words(zh="商品编码", en="the SKU"),
}
_BEGINNINGS: Final = {
    "recipient_": Words(zh="收件地址", en="the receiver's address"),
    "sender_": Words(zh="寄件地址", en="the sender's address"),
}


def zh_of(fields: str) -> str:
    """Of one field, or of several with "and" between them; a name that only template files know stays as it is."""
    return "、".join(dict.fromkeys(_words(field).zh for field in fields.split(" and ")))


def en_of(fields: str) -> str:
    """The same in English."""
    return " and ".join(dict.fromkeys(_words(field).en for field in fields.split(" and ")))


def _words(field: str) -> Words:
    begun = next((words for beginning, words in _BEGINNINGS.items() if field.startswith(beginning)), None)
    return _WORDS.get(field) or begun or Words(zh=field, en=field)
