"""What a delivery note says of an order: what its box holds by the seal, before that what was ordered. Never a price.

Reads the order book; the drawing is ``labels.delivery_note``. The buyer's name and address stand on it in full: it lies
in the box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import and_, select

from station.errors import Trouble
from station.labels.delivery_note import DeliveryNote, NoteLine
from station.labels.faces import missing
from station.labels.printable import clean
from station.labels.saying import Say
from station.labels.waybill import local_minute
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.parts import is_split, root_of
from station.orders.tables import events, parcels
from station.packing.model import LineKind, Order, OrderLine, Recipient, ServiceId
from station.packing.routing import Service


class _Content(msgspec.Struct, frozen=True):
    sku: str
    units: int


class _Sealing(msgspec.Struct, frozen=True):
    contents: tuple[_Content, ...] = ()


class _Header(msgspec.Struct, frozen=True):
    pub: _Sealing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """What was sealed under one waybill; ``contents`` is None where it cannot be told from another order's."""

    waybill: str
    sealed_us: int
    short: bool
    contents: tuple[_Content, ...] | None


def delivery_notes(
    book: OrderBook,
    number: str,
    services: Mapping[ServiceId, Service],
    shop_names: Mapping[str, str],
    say: Say,
    *,
    now_us: int,
) -> tuple[DeliveryNote, ...]:
    """A note for each box of the order, one of what was ordered while there is none. The application must exist.

    Raises:
        Trouble: there is no such order.
    """
    order = book.order_copy(number, now_us=now_us)
    if order is None:
        raise Trouble(f"there is no order {number[:60]}", remedy="Look with: sealbench orders --search.")
    with reading(book.engine) as connection:
        parted = is_split(connection, root_of(connection, number))
    boxes: tuple[_Box | None, ...] = _boxes(book, number) or (None,)
    remarks = [_remark(box, say, parted=parted) for box in boxes]
    each = zip(boxes, remarks, strict=True)
    return tuple(_note(order, box, services, shop_names, now_us=now_us, remark=remark) for box, remark in each)


def _boxes(book: OrderBook, number: str) -> tuple[_Box, ...]:
    """The boxes as they were sealed last, the first sealed first."""
    entry = and_(events.c.bench == parcels.c.bench, events.c.epoch == parcels.c.epoch, events.c.seq == parcels.c.seq)
    chosen = select(parcels, events.c.header).outerjoin(events, entry).where(parcels.c.order_no == number)
    with reading(book.engine) as connection:
        rows = connection.execute(chosen.order_by(parcels.c.sealed_us)).all()
    newest = {row.waybill: row for row in rows}
    return tuple(
        _Box(waybill=row.waybill, sealed_us=row.sealed_us, short=row.short, contents=_contents(row))
        for row in newest.values()
    )


def _contents(row: Any) -> tuple[_Content, ...] | None:
    """The seal's own list, unless it holds other orders' goods too."""
    if row.header is None:
        return None
    listed = msgspec.json.decode(row.header, type=_Header).pub.contents
    return listed if sum(content.units for content in listed) == row.units else None


def _note(
    order: Order,
    box: _Box | None,
    services: Mapping[ServiceId, Service],
    shop_names: Mapping[str, str],
    *,
    now_us: int,
    remark: str,
) -> DeliveryNote:
    service = services.get(order.service) if order.service else None
    lines = _lines(order.lines, None if box is None else box.contents)
    return DeliveryNote(
        order=_shown(order.part_of or order.number),
        shop=_shown(shop_names.get(order.shop, "") or order.shop),
        service=f"{service.zh} {service.en}" if service else "",
        waybill=box.waybill if box else "",
        day=local_minute(box.sealed_us if box else now_us),
        to=_place(order.recipient),
        sender=_place(order.sender),
        lines=lines,
        packed=box is not None,
        present=order.gift,
        remark=remark,
    )


def _lines(ordered: Sequence[OrderLine], packed: Sequence[_Content] | None) -> tuple[NoteLine, ...]:
    """Goods that need a box; where the seal says how many went in, that many."""
    goods = [line for line in ordered if line.kind is not LineKind.VIRTUAL]
    if packed is None:
        return tuple(_line(line, line.quantity) for line in goods)
    left = {content.sku: content.units for content in packed}
    found = []
    for line in goods:
        units = min(line.quantity, left.get(line.sku, 0))
        left[line.sku] = left.get(line.sku, 0) - units
        if units:
            found.append(_line(line, units))
    known = {line.sku for line in goods}
    others = [NoteLine(sku=_shown(sku), name="", variant="", units=units) for sku, units in left.items() if units > 0]
    return (*found, *(line for line in others if line.sku not in known))


def _line(line: OrderLine, units: int) -> NoteLine:
    return NoteLine(
        sku=_shown(line.sku),
        name=_shown(line.name),
        variant=_shown(line.variant),
        units=units,
        gift=line.kind is LineKind.GIFT,
    )


def _remark(box: _Box | None, say: Say, *, parted: bool) -> str:
    said = []
    if parted:
        said.append(say("本单分多个包裹寄出", "this order comes in several parcels"))
    if box and box.short:
        said.append(say("部分商品未随此包裹", "some items are not in this parcel"))
    return " · ".join(said)


def _place(who: Recipient) -> tuple[str, ...]:
    """Name and address; a note needs no phone."""
    region = " ".join(part for part in (who.country, who.province, who.city, who.district) if part)
    street = " ".join(part for part in (who.street, who.postcode) if part)
    return tuple(_shown(part) for part in (who.name, region, street) if part)


def _shown(text: str) -> str:
    """As the fonts can print it: a character they lack is a box, so that nobody takes it for another."""
    cleaned = clean(text)
    while character := missing(cleaned, bold=False):
        cleaned = cleaned.replace(character, "□")
    return cleaned
