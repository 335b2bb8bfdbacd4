"""The batch file a carrier wants for packed parcels (requirements G5, G6): columns as ``config/carriers`` says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select

from station.errors import SettingsTrouble
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels, products
from station.packing.model import Order, ServiceId

PARCELS_MAX = 100_000


def upload_rows(
    book: OrderBook, service: ServiceId, columns: Sequence[tuple[str, str]]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headers and a row for each sealed parcel of the service that was not handed over yet."""
    unknown = [name for _header, name in columns if name not in FIELDS]
    if unknown or not columns:
        what = f"there is no field {unknown[0]!r}" if unknown else "the service has no batch template"
        raise SettingsTrouble(what, where=f"config/carriers/{service}.toml", remedy=f"Known: {', '.join(FIELDS)}.")
    rows = []
    for number, weight_mg, waybill in _sealed(book, service):
        order = book.order_copy(number)
        assert order is not None
        parcel = Parcel(order, waybill, weight_mg, _customs(book, order))
        rows.append(tuple(FIELDS[name](parcel) for _header, name in columns))
    return tuple(header for header, _name in columns), rows


def _sealed(book: OrderBook, service: ServiceId) -> Sequence[tuple[str, int | None, str]]:
    wanted = (
        select(parcels.c.order_no, parcels.c.weight_mg, parcels.c.waybill)
        .join(orders, orders.c.number == parcels.c.order_no)
        .where(orders.c.service == service, orders.c.state == "sealed")
        .order_by(parcels.c.sealed_us)
        .limit(PARCELS_MAX)
    )
    with reading(book.engine) as connection:
        return [(row.order_no, row.weight_mg, row.waybill) for row in connection.execute(wanted)]


def _customs(book: OrderBook, order: Order) -> Mapping[str, tuple[str, str, str]]:
    wanted = select(products.c.sku, products.c.customs_name, products.c.hs_code, products.c.origin)
    with reading(book.engine) as connection:
        found = connection.execute(wanted.where(products.c.sku.in_([line.sku for line in order.lines])))
        return {row.sku: (row.customs_name, row.hs_code, row.origin) for row in found}


class Parcel:
    """What a column can be filled from."""

    def __init__(
        self, order: Order, waybill: str, weight_mg: int | None, customs: Mapping[str, tuple[str, str, str]]
    ) -> None:
        self.order = order
        self.waybill = waybill
        self.weight_mg = weight_mg
        self._customs = customs

    def customs(self, part: int) -> str:
        """One part of the customs words of all lines, each once."""
        found = (self._customs.get(line.sku, ("", "", ""))[part] for line in self.order.lines)
        return "; ".join(dict.fromkeys(text for text in found if text))


def _weight_g(parcel: Parcel) -> str:
    """Whole grams, rounded up: carriers do not take half of one."""
    return "" if parcel.weight_mg is None else str(-(-parcel.weight_mg // 1000))


def _contents(parcel: Parcel) -> str:
    return "; ".join(f"{line.name or line.sku} x{line.quantity}" for line in parcel.order.lines)


def _sender_address(parcel: Parcel) -> str:
    sender = parcel.order.sender
    return " ".join(filter(None, (sender.province, sender.city, sender.district, sender.street)))


FIELDS: Mapping[str, Callable[[Parcel], str]] = {
    "order": lambda parcel: parcel.order.number,
    "waybill": lambda parcel: parcel.waybill,
    "name": lambda parcel: parcel.order.recipient.name,
    "phone": lambda parcel: parcel.order.recipient.phone,
    "country": lambda parcel: parcel.order.recipient.country,
    "province": lambda parcel: parcel.order.recipient.province,
    "city": lambda parcel: parcel.order.recipient.city,
    "district": lambda parcel: parcel.order.recipient.district,
    "street": lambda parcel: parcel.order.recipient.street,
    "postcode": lambda parcel: parcel.order.recipient.postcode,
    "weight_g": _weight_g,
    "contents": _contents,
    "skus": lambda parcel: "; ".join(f"{line.sku} x{line.quantity}" for line in parcel.order.lines),
    "units": lambda parcel: str(sum(line.quantity for line in parcel.order.lines)),
    "customs_names": lambda parcel: parcel.customs(0),
    "hs_codes": lambda parcel: parcel.customs(1),
    "origins": lambda parcel: parcel.customs(2),
    "sender_name": lambda parcel: parcel.order.sender.name,
    "sender_phone": lambda parcel: parcel.order.sender.phone,
    "sender_address": _sender_address,
}
