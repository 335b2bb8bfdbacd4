"""The shipping ledger as columns in any language, as text for a terminal, as a JSON document. Makes no figure.

Recipients are masked unless they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from station.orders.masking import mask_recipient
from station.packing.model import Recipient
from station.reports.figure_words import GROUPS
from station.reports.paper import Sheet
from station.reports.shipping_ledger import LedgerRow, ShippingLedger, Sums
from station.reports.speech import heads
from station.reports.table import Cell, in_columns
from station.reports.throughput import By
from station.reports.throughput_sheet import local
from station.ui.languages import said
from station.ui.words import Words

_HEADERS = (
    Words(zh="日期", en="date"),
    Words(zh="订单号", en="order"),
    Words(zh="平台", en="platform"),
    Words(zh="店铺", en="shop"),
    Words(zh="快递", en="service"),
    Words(zh="运单号", en="waybill"),
    Words(zh="重量 kg", en="weight kg"),
    Words(zh="件数", en="units"),
    Words(zh="打包员", en="packer"),
    Words(zh="工位", en="bench"),
    Words(zh="封箱", en="sealed"),
    Words(zh="交运", en="handed over"),
    Words(zh="交接单", en="handover"),
    Words(zh="收件人", en="recipient"),
    Words(zh="电话", en="phone"),
    Words(zh="地址", en="address"),
)
_GROUPED = (
    Words(zh="包裹", en="parcels"),
    Words(zh="订单", en="orders"),
    Words(zh="件数", en="units"),
    Words(zh="重量 kg", en="weight kg"),
    Words(zh="未称重", en="not weighed"),
)
TITLE = Words(zh="发货台账", en="Shipping ledger")
_TOTAL = Words(
    zh="合计：{parcels} 个包裹，{orders} 单，{units} 件商品，{weight} kg",
    en="total: {parcels} parcels, {orders} orders, {units} units, {weight} kg",
)
_TOTAL_UNWEIGHED = Words(
    zh="合计：{parcels} 个包裹，{orders} 单，{units} 件商品，{weight} kg（{count} 个未称重）",
    en="total: {parcels} parcels, {orders} orders, {units} units, {weight} kg ({count} not weighed)",
)
_EMPTY = Words(zh="{start} 至 {end} 没有发出包裹。", en="No parcel left from {start} to {end}.")
NOBODY = "-"
"""Where no bench and no packer had a hand in it, and where none was signed in."""


def sheet(
    ledger: ShippingLedger, language: str, *, by: By | None, personal: bool
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """For a spreadsheet: no total that a sum would count twice."""
    if by is None:
        return heads(_HEADERS, language), [_cells(row, personal=personal) for row in ledger.rows]
    groups = [(_name(label), *_figures(sums)) for label, sums in ledger.by(by)]
    return heads((GROUPS[by], *_GROUPED), language), groups


def told(ledger: ShippingLedger, language: str, *, by: By | None, personal: bool) -> Sheet:
    headers, rows = sheet(ledger, language, by=by, personal=personal)
    return Sheet(title=said(TITLE, language), headers=headers, rows=tuple(rows))


def text(ledger: ShippingLedger, language: str, *, by: By | None, personal: bool) -> str:
    if not ledger.rows:
        return nothing(ledger, language)
    return f"{in_columns(*sheet(ledger, language, by=by, personal=personal))}\n{_total(ledger.total, language)}"


def nothing(ledger: ShippingLedger, language: str) -> str:
    start, end = (local(us, None).strftime("%Y-%m-%d %H:%M") for us in (ledger.from_us, ledger.to_us))
    return said(_EMPTY.filled(start=start, end=end), language)


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
    template = _TOTAL_UNWEIGHED if sums.unweighed else _TOTAL
    weight, count = f"{sums.weight_mg / 1_000_000:.3f}", {"count": sums.unweighed} if sums.unweighed else {}
    told = template.filled(parcels=sums.parcels, orders=sums.orders, units=sums.units, weight=weight, **count)
    return said(told, language)


def _kg(weight_mg: int | None) -> float | None:
    return None if weight_mg is None else round(weight_mg / 1_000_000, 6)


def _name(label: str) -> str:
    return label or NOBODY
