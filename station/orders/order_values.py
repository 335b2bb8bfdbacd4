"""An order of a file in the order book's own columns, and prints by which a re-import sees what has changed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Row

from station.orders.fingerprint import fingerprint
from station.orders.source_order import SourceLine, SourceOrder
from station.orders.tables import NEVER_US, orders
from station.packing.model import Money

_ADDRESS = ("name", "phone", "country", "province", "city", "district", "street", "postcode")
TOLD: Mapping[str, tuple[str, ...]] = {"address": _ADDRESS, "buyer's message": ("buyer_message",), "gift": ("gift",)}
"""What a bench that has the order must be told when it changes, and the columns it stands in."""


def head_values(order: SourceOrder) -> dict[str, Any]:
    who = order.recipient
    return {
        "name": who.name,
        "phone": who.phone,
        "country": who.country,
        "province": who.province,
        "city": who.city,
        "district": who.district,
        "street": who.street,
        "postcode": who.postcode,
        "buyer_message": order.buyer_message,
        "seller_note": order.seller_note,
        "gift": order.gift,
        "buyer_service": order.buyer_service,
        "extras": " ".join(order.extras),
        "waybill": order.waybill or None,
        "tote": order.tote or None,
        "units_stated": order.units_stated,
        "created_us": order.created_us,
        "paid_us": order.paid_us,
        "due_us": NEVER_US,
        "file_due_us": order.deadline_us,
        "amount": order.amount,
        "company": order.company,
        "file_place": order.ship_from,
        "no_shipping": order.virtual,
    }


EMPTY_HEAD = {**head_values(SourceOrder(row=0, number="", status_word="")), "status_word": "", "head_print": ""}


def _default(column: Column[Any]) -> object:
    """The value that the database gives a column by itself; a value that no cell has where it gives none."""
    if column.server_default is None:
        return None if column.nullable else _NO_DEFAULT
    text = str(getattr(column.server_default, "arg", ""))
    match column.type:
        case Boolean():
            return text == "true"
        case Integer():
            return int(text)
        case _:
            return text


_NO_DEFAULT = object()
_DEFAULTS = {column.name: _default(column) for column in orders.columns}


def without_defaults(values: Mapping[str, Any]) -> dict[str, Any]:
    """An order's values but for those that the database gives by itself: most columns, and each takes its time."""
    return {name: value for name, value in values.items() if value != _DEFAULTS[name]}


def line_rows(number: str, lines: Iterable[SourceLine]) -> list[dict[str, Any]]:
    """Rows with a declared value have two columns more."""
    return [
        {
            "order_no": number,
            "position": position,
            "sku": line.sku,
            "quantity": line.quantity,
            "name": line.name,
            "variant": line.variant,
            "kind": line.kind.value,
            **({} if line.declared_value is None else value_columns(line.declared_value)),
        }
        for position, line in enumerate(lines)
    ]


def value_columns(value: Money | None) -> dict[str, Any]:
    return {
        "declared_value": None if value is None else value.hundredths,
        "declared_currency": "" if value is None else value.currency,
    }


def declared_value(row: Row[Any]) -> Money | None:
    """Of a row of ``order_lines``."""
    if row.declared_value is None:
        return None
    return Money(hundredths=row.declared_value, currency=row.declared_currency)


def head_print(order: SourceOrder, head: Mapping[str, Any]) -> str:
    return fingerprint((order.status_word, *map(str, head.values()), *map(repr, order.holds)))


def lines_print(lines: Iterable[SourceLine]) -> str:
    """Of what is packed and, behind a colon, of what it is declared to be worth, where anything is."""
    lines = tuple(lines)
    goods = fingerprint([f"{line.sku}\x1e{line.quantity}\x1e{line.variant}\x1e{line.kind}" for line in lines])
    values = [line.declared_value for line in lines]
    return f"{goods}:{fingerprint(map(repr, values))}" if any(values) else goods


def goods_print(print_of_lines: str) -> str:
    """The part that changes with what is packed alone."""
    return print_of_lines.partition(":")[0]
