"""Orders as another program gives them, made into the table that an order file of the seller's own is. Pure.

So one reader decides what is a quantity, a time or a status word, whichever way an order came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import asdict

from station.orders.parsed import ParsedFile
from station.orders.sheet import Table
from station.orders.shops import Platform
from station.orders.source_order import TEXT_MAX, RowFault, SourceOrder
from station.orders.sources import generic

ORDERS_MAX = 500
LINES_MAX = 500
SOURCE = "api"

Said = Annotated[str, Meta(max_length=TEXT_MAX)]
Word = Annotated[str, Meta(max_length=200)]


class LineIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``price`` and ``value`` (declared for customs) are of one unit, as text: ``"12.50"``."""

    sku: Annotated[str, Meta(min_length=1, max_length=200)]
    quantity: Annotated[int, Meta(ge=1, le=100_000)]
    name: Said = ""
    variant: Word = ""
    gift: bool = False
    price: Word = ""
    value: Word = ""
    currency: Word = ""


class OrderIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names are those of an order table's columns. Times are ISO 8601; one without a zone is the platform's local time.

    ``status`` is a word of the platform's (see the shop's file), such as ``paid`` or ``cancelled``.
    """

    order: Annotated[str, Meta(min_length=1, max_length=64)]
    lines: Annotated[list[LineIn], Meta(min_length=1, max_length=LINES_MAX)]
    status: Word = ""
    recipient: Word = ""
    phone: Word = ""
    country: Word = ""
    province: Word = ""
    city: Word = ""
    district: Word = ""
    address: Said = ""
    postcode: Word = ""
    message: Said = ""
    note: Said = ""
    service: Word = ""
    extras: Word = ""
    waybill: Word = ""
    tote: Word = ""
    ordered: Word = ""
    paid: Word = ""
    deadline: Word = ""
    amount: Word = ""
    company: Word = ""
    ship_from: Word = ""


def parsed_orders(orders: Sequence[OrderIn], body: bytes, platform: Platform, *, who: str) -> ParsedFile:
    """As an order file that was read. A fault's row is the place of its order in the request, counted from 1."""
    places: list[int] = []
    rows: list[list[str]] = []
    for place, order in enumerate(orders, start=1):
        for cells in _rows(order):
            rows.append(cells)
            places.append(place)
    table = Table(headers=tuple(generic.FIELDS), rows=rows, first_row=1)
    found = [*generic.read(table, utc_offset_minutes=platform.utc_offset_minutes)]
    return ParsedFile(
        path=f"{SOURCE}/{who}",
        sha256=hashlib.sha256(body).hexdigest(),
        source=SOURCE,
        platform=platform,
        platform_name=generic.PLATFORM,
        orders=tuple(each for each in found if isinstance(each, SourceOrder)),
        items=(),
        faults=tuple(_at_place(each, places) for each in found if isinstance(each, RowFault)),
    )


def _at_place(fault: RowFault, places: Sequence[int]) -> RowFault:
    place = places[fault.row - 1] if 0 < fault.row <= len(places) else 0
    return RowFault(row=place, column=fault.column, message=fault.message, number=fault.number)


def _rows(order: OrderIn) -> Iterator[list[str]]:
    """A row a line; the order's own cells stand in its first row."""
    head = {name: value for name, value in asdict(order).items() if name != "lines"}
    for line in order.lines:
        cells = {name: _text(value) for name, value in asdict(line).items()}
        cells |= head | {"order": order.order}
        yield [cells.get(field, "") for field in generic.FIELDS]
        head = {}


def _text(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case _:
            return str(value)
