"""The batch file a carrier wants (requirements G5, G6, G11): which fields a column can have, and a row a parcel. Pure.

Which parcels go in is ``batches``; which columns, in what order, is the service's file or the user's own template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from station.orders.sheet import header_key
from station.packing.model import Order
from station.packing.routing import Service, goods_weight_mg
from station.packing.terms import billed_mg


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsWords:
    """What a product file says of a SKU for customs."""

    name: str = ""
    hs_code: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadParcel:
    """What a column can be filled from; ``weight_mg`` is the parcel's once it is packed."""

    order: Order
    service: Service
    template: str
    waybill: str = ""
    weight_mg: int | None = None
    customs: Mapping[str, CustomsWords] = field(default_factory=dict)

    @property
    def known_mg(self) -> int | None:
        """As weighed, else what the goods weigh together."""
        return goods_weight_mg(self.order) if self.weight_mg is None else self.weight_mg

    def of_lines(self, part: Callable[[CustomsWords], str]) -> str:
        """One part of the customs words of all lines, each once."""
        found = (part(self.customs[line.sku]) for line in self.order.lines if line.sku in self.customs)
        return "; ".join(dict.fromkeys(text for text in found if text))

    def extras(self) -> str:
        """In Chinese, as carriers' templates are; one the service does not offer stays as it was written."""
        names = {extra.id: extra.zh for extra in self.service.extras}
        return "、".join(names.get(extra, extra) for extra in self.order.extras)


def _grams(weight_mg: int | None) -> str:
    """Whole grams, rounded up: carriers do not take half of one."""
    return "" if weight_mg is None else str(-(-weight_mg // 1000))


def _kilograms(weight_mg: int | None) -> str:
    return "" if weight_mg is None else f"{-(-weight_mg // 1000) / 1000:.3f}"


def _billed(parcel: UploadParcel) -> str:
    billing, weight_mg = parcel.service.billing, parcel.known_mg
    return "" if billing is None or weight_mg is None else _grams(billed_mg(weight_mg, billing))


def _contents(parcel: UploadParcel) -> str:
    return "; ".join(f"{line.name or line.sku} x{line.quantity}" for line in parcel.order.lines)


def _sender_address(parcel: UploadParcel) -> str:
    sender = parcel.order.sender
    return " ".join(filter(None, (sender.province, sender.city, sender.district, sender.street)))


def _chosen(extra: str) -> Callable[[UploadParcel], str]:
    return lambda parcel: "Y" if extra in parcel.order.extras else "N"


@dataclass(frozen=True, slots=True)
class Field:
    """A column's content, and the headers it is known by."""

    fill: Callable[[UploadParcel], str]
    headers: tuple[str, ...]


FIELDS: Mapping[str, Field] = {
    "template": Field(lambda p: f"{p.template} / {p.service.id}", ("模板", "template")),
    "order": Field(
        lambda p: p.order.number,
        ("订单号", "订单编号", "客户订单号", "速卖通订单号", "order", "order no", "order number", "reference"),
    ),
    "waybill": Field(
        lambda p: p.waybill,
        ("运单号", "邮件号", "面单号", "快递单号", "物流单号", "跟踪号", "waybill", "tracking number", "tracking no"),
    ),
    "name": Field(
        lambda p: p.order.recipient.name,
        ("收件人", "收件人姓名", "收货人", "收货人姓名", "recipient", "receiver", "consignee"),
    ),
    "phone": Field(
        lambda p: p.order.recipient.phone,
        ("收件人电话", "收件人手机", "电话", "手机", "联系电话", "phone", "mobile", "tel"),
    ),
    "country": Field(
        lambda p: p.order.recipient.country,
        ("国家", "国家代码", "国家二字码", "收件人国家", "目的国", "country", "country code"),
    ),
    "province": Field(
        lambda p: p.order.recipient.province, ("省/州", "州/省", "省", "省份", "州", "收件人省", "state", "province")
    ),
    "city": Field(lambda p: p.order.recipient.city, ("城市", "收件人城市", "市", "city")),
    "district": Field(lambda p: p.order.recipient.district, ("区县", "区", "district")),
    "street": Field(
        lambda p: p.order.recipient.street, ("地址", "街道", "详细地址", "收件人地址", "address", "street")
    ),
    "postcode": Field(
        lambda p: p.order.recipient.postcode, ("邮编", "邮政编码", "收件人邮编", "postcode", "zip", "zip code")
    ),
    "weight_g": Field(lambda p: _grams(p.known_mg), ("重量(克)", "重量", "实重(克)", "weight", "weight_g")),
    "weight_kg": Field(lambda p: _kilograms(p.known_mg), ("重量(千克)", "重量(kg)", "weight_kg")),
    "billed_weight_g": Field(_billed, ("计费重量(克)", "计费重量", "billed weight")),
    "contents": Field(_contents, ("商品", "物品", "内件品名", "contents", "goods")),
    "skus": Field(
        lambda p: "; ".join(f"{line.sku} x{line.quantity}" for line in p.order.lines), ("sku", "商家编码", "货号")
    ),
    "units": Field(
        lambda p: str(sum(line.quantity for line in p.order.lines)),
        ("件数", "数量", "内件数", "quantity", "qty", "units"),
    ),
    "customs_names": Field(
        lambda p: p.of_lines(lambda c: c.name),
        ("申报品名", "内件", "英文品名", "内件英文品名", "中文品名", "品名", "customs name", "declared name"),
    ),
    "hs_codes": Field(lambda p: p.of_lines(lambda c: c.hs_code), ("hs编码", "海关编码", "hs code", "hscode")),
    "origins": Field(lambda p: p.of_lines(lambda c: c.origin), ("原产国", "原产地", "origin", "country of origin")),
    "extras": Field(lambda p: p.extras(), ("增值服务", "附加服务", "value-added services", "extras")),
    "insurance": Field(_chosen("insurance"), ("快递保险", "保险", "保价", "insurance", "insured")),
    "receipt_sms": Field(_chosen("receipt_sms"), ("签收短信", "签收短信提醒", "短信提醒", "receipt sms")),
    "sender_name": Field(
        lambda p: p.order.sender.name, ("寄件人", "寄件人姓名", "发件人", "发件人姓名", "sender", "shipper")
    ),
    "sender_phone": Field(lambda p: p.order.sender.phone, ("寄件人电话", "寄件人手机", "发件人电话", "sender phone")),
    "sender_address": Field(_sender_address, ("寄件人地址", "发件人地址", "sender address")),
}

_MEANS = {header_key(header): name for name, one in reversed(list(FIELDS.items())) for header in one.headers}
_EXACT = {header.casefold(): name for name, one in FIELDS.items() for header in one.headers}


def meaning_of(header: str) -> str | None:
    """The field that a header names; what stands in brackets counts where it makes a difference: 克, kg."""
    return _EXACT.get(header.strip().casefold()) or _MEANS.get(header_key(header))


def row_of(parcel: UploadParcel, columns: Sequence[str]) -> tuple[str, ...]:
    """A cell for each column, empty where a column has no field."""
    return tuple(FIELDS[name].fill(parcel) if name else "" for name in columns)
