"""The shipping ledger as columns in Chinese or English, as text for a terminal, as a JSON document. Makes no figure.

Recipients are masked unless they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from station.orders.masking import mask_recipient
from station.packing.model import Recipient
from station.reports.shipping_ledger import LedgerRow, ShippingLedger, Sums
from station.reports.table import Cell, in_columns
from station.reports.throughput import By
from station.reports.throughput_sheet import local

_HEADERS = {
    "zh": (
        "日期", "订单号", "平台", "店铺", "快递", "运单号", "重量 kg", "件数", "打包员", "打包台", "封箱", "交运",
        "交接单", "收件人", "电话", "地址",
    ),
    "en": (
        "date", "order", "platform", "shop", "service", "waybill", "weight kg", "units", "packer", "bench", "sealed",
        "handed over", "handover", "recipient", "phone", "address",
    ),
}  # fmt: skip
_GROUPED = {
    "zh": ("包裹", "订单", "件数", "重量 kg", "未称重"),
    "en": ("parcels", "orders", "units", "weight kg", "not weighed"),
}
_GROUPS = {
    "zh": {By.BENCH: "打包台", By.PACKER: "打包员", By.HOUR: "时段", By.DAY: "日", By.WEEK: "周"},
    "en": {By.BENCH: "bench", By.PACKER: "packer", By.HOUR: "hour", By.DAY: "day", By.WEEK: "week"},
}
_TOTAL = {
    "zh": "合计：{parcels} 件包裹，{orders} 单，{units} 件商品，{weight} kg",
    "en": "total: {parcels} parcels, {orders} orders, {units} units, {weight} kg",
}
_UNWEIGHED = {"zh": "（{count} 件未称重）", "en": " ({count} not weighed)"}
_EMPTY = {"zh": "{start} 至 {end} 没有发出包裹。", "en": "No parcel left from {start} to {end}."}
NOBODY = "-"
"""Where no bench and no packer had a hand in it, and where none was signed in."""


def sheet(
    ledger: ShippingLedger, language: str, *, by: By | None, personal: bool
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """For a spreadsheet: no total that a sum would count twice."""
    if by is None:
        return _HEADERS[language], [_cells(row, personal=personal) for row in ledger.rows]
    groups = [(_name(label), *_figures(sums)) for label, sums in ledger.by(by)]
    return (_GROUPS[language][by], *_GROUPED[language]), groups


def text(ledger: ShippingLedger, language: str, *, by: By | None, personal: bool) -> str:
    if not ledger.rows:
        return nothing(ledger, language)
    return f"{in_columns(*sheet(ledger, language, by=by, personal=personal))}\n{_total(ledger.total, language)}"


def nothing(ledger: ShippingLedger, language: str) -> str:
    start, end = (local(us, None).strftime("%Y-%m-%d %H:%M") for us in (ledger.from_us, ledger.to_us))
    return _EMPTY[language].format(start=start, end=end)


def document(ledger: ShippingLedger, *, by: By | None, personal: bool, zone: tzinfo | None = None) -> dict[str, object]:
    """For other programs: names never change with the language."""
    rows: list[dict[str, object]]
    if by is None:
        rows = [_entry(row, zone, personal=personal) for row in ledger.rows]
    else:
        rows = [{by.value: label, **_sums(sums)} for label, sums in ledger.by(by, zone)]
    return {
        "from": local(ledger.from_us, zone).isoformat(),
        "to": local(ledger.to_us, zone).isoformat(),
        "rows": rows,
        "total": _sums(ledger.total),
    }


def _cells(row: LedgerRow, *, personal: bool) -> tuple[Cell, ...]:
    left = local(row.left_us, None)
    who = row.recipient if personal else mask_recipient(row.recipient)
    return (
        left.strftime("%Y-%m-%d"),
        row.order,
        row.platform,
        row.shop,
        row.service,
        row.waybill,
        _kg(row.weight_mg),
        row.units or None,
        _name(row.packer),
        _name(row.bench),
        None if row.sealed_us is None else local(row.sealed_us, None).strftime("%Y-%m-%d %H:%M"),
        left.strftime("%Y-%m-%d %H:%M"),
        row.handover,
        who.name,
        who.phone,
        _address(who),
    )


def _entry(row: LedgerRow, zone: tzinfo | None, *, personal: bool) -> dict[str, object]:
    who = row.recipient if personal else mask_recipient(row.recipient)
    return {
        "date": local(row.left_us, zone).date().isoformat(),
        "order": row.order,
        "platform": row.platform,
        "shop": row.shop,
        "service": row.service,
        "waybill": row.waybill,
        "weight_g": None if row.weight_mg is None else row.weight_mg / 1000,
        "units": row.units,
        "packer": row.packer,
        "bench": row.bench,
        "sealed": None if row.sealed_us is None else local(row.sealed_us, zone).isoformat(),
        "handed_over": local(row.left_us, zone).isoformat(),
        "handover": row.handover,
        "recipient": {"name": who.name, "phone": who.phone, "country": who.country, "address": _address(who)},
    }


def _address(who: Recipient) -> str:
    parts = (who.country, who.province, who.city, who.district, who.street, who.postcode)
    return " ".join(part for part in parts if part)


def _figures(sums: Sums) -> Sequence[Cell]:
    return sums.parcels, sums.orders, sums.units, _kg(sums.weight_mg), sums.unweighed


def _sums(sums: Sums) -> dict[str, object]:
    return {
        "parcels": sums.parcels,
        "orders": sums.orders,
        "units": sums.units,
        "weight_g": sums.weight_mg / 1000,
        "unweighed": sums.unweighed,
    }


def _total(sums: Sums, language: str) -> str:
    told = _TOTAL[language].format(
        parcels=sums.parcels, orders=sums.orders, units=sums.units, weight=f"{sums.weight_mg / 1_000_000:.3f}"
    )
    return told + (_UNWEIGHED[language].format(count=sums.unweighed) if sums.unweighed else "")


def _kg(weight_mg: int | None) -> float | None:
    return None if weight_mg is None else round(weight_mg / 1_000_000, 6)


def _name(label: str) -> str:
    return label or NOBODY
