"""What carriers were told: which parcels of a service go into its next batch file, and which batches there were.

A parcel is told once: by the number it has when it is sealed, or without one, so that the carrier gives it (G5). What
the columns say is ``upload``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, or_, select

from station.orders.carrier_tables import carrier_batch_orders, carrier_batches
from station.orders.engine import reading, writing
from station.orders.joint import joined_with, parcel_copy
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels, products
from station.orders.upload import CustomsWords, UploadParcel
from station.packing.model import Order, OrderState, ServiceId
from station.packing.routing import Routing, Service, choose, may_go_by

PARCELS_MAX = 100_000
"""Orders looked at for one batch."""

BATCHES_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """What goes into the next batch, and how many parcels an earlier one had already."""

    parcels: tuple[UploadParcel, ...]
    told: int


def untold(book: OrderBook, service: Service, routing: Routing, *, template: str, again: bool) -> Untold:
    """The service's parcels that no batch has had; with ``again`` those too that one had."""
    with reading(book.engine) as connection:
        told = _told(connection, service.id)
        sealed, waiting = _sealed(connection, service.id), _without_number(connection, service.id, routing)
    found = [
        _parcel(book, service, template, order, waybill=waybill, weight_mg=weight_mg)
        for number, waybill, weight_mg in sealed
        if (again or number not in told) and (order := _copy(book, number)) is not None
    ]
    for number in waiting:
        order = _copy(book, number) if again or number not in told else None
        if order is not None and _goes_by(order, service.id, routing):
            found.append(_parcel(book, service, template, order))
    had = sum(number in told for number, _waybill, _weight in sealed) + sum(number in told for number in waiting)
    return Untold(parcels=tuple(found), told=had)


def _copy(book: OrderBook, number: str) -> Order | None:
    """The order; for the first of several under one waybill, the parcel of all."""
    order = book.order_copy(number)
    if order is None:
        return None
    with reading(book.engine) as connection:
        numbers = joined_with(connection, number)
        if len(numbers) == 1:
            return order
        return parcel_copy(connection, numbers, now_us=order.known_us, sender=order.sender)


def _goes_by(order: Order, service: ServiceId, routing: Routing) -> bool:
    """A claimed order has its service; for one that waits it is worked out as a bench would."""
    if order.state is OrderState.PACKING:
        return order.service == service
    return choose(order, routing).service == service


def _told(connection: Connection, service: ServiceId) -> frozenset[str]:
    joined = carrier_batch_orders.join(carrier_batches, carrier_batches.c.id == carrier_batch_orders.c.batch_id)
    wanted = select(carrier_batch_orders.c.order_no).select_from(joined).where(carrier_batches.c.service == service)
    return frozenset(connection.execute(wanted).scalars())


_LEADS = or_(orders.c.joined_to.is_(None), orders.c.joined_to == orders.c.number)
"""A parcel of several orders is told once, under the number of its first."""


def _sealed(connection: Connection, service: ServiceId) -> Sequence[tuple[str, str, int | None]]:
    wanted = (
        select(parcels.c.order_no, parcels.c.waybill, parcels.c.weight_mg)
        .join(orders, orders.c.number == parcels.c.order_no)
        .where(orders.c.service == service, orders.c.state == OrderState.SEALED, _LEADS)
        .order_by(parcels.c.sealed_us)
        .limit(PARCELS_MAX)
    )
    return [(row.order_no, row.waybill, row.weight_mg) for row in connection.execute(wanted)]


def _without_number(connection: Connection, service: ServiceId, routing: Routing) -> Sequence[str]:
    """The most urgent first; those whose heads already say that they go by another service are left out."""
    head = (orders.c.number, orders.c.chosen_service, orders.c.seller_note, orders.c.buyer_service, orders.c.country)
    wanted = (
        select(*head)
        .where(
            orders.c.state.in_((OrderState.READY, OrderState.PACKING)),
            func.coalesce(orders.c.waybill, "") == "",
            orders.c.chosen_service.in_(("", service)),
            _LEADS,
        )
        .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
        .limit(PARCELS_MAX)
    )
    return [
        row.number
        for row in connection.execute(wanted)
        if row.chosen_service
        or may_go_by(service, routing, note=row.seller_note, buyer_service=row.buyer_service, country=row.country)
    ]


def _parcel(
    book: OrderBook, service: Service, template: str, order: Order, *, waybill: str = "", weight_mg: int | None = None
) -> UploadParcel:
    return UploadParcel(
        order=order,
        service=service,
        template=template,
        waybill=waybill,
        weight_mg=weight_mg,
        customs=_customs(book, order),
    )


def _customs(book: OrderBook, order: Order) -> Mapping[str, CustomsWords]:
    wanted = select(products.c.sku, products.c.customs_name, products.c.hs_code, products.c.origin)
    with reading(book.engine) as connection:
        found = connection.execute(wanted.where(products.c.sku.in_([line.sku for line in order.lines])))
        return {row.sku: CustomsWords(name=row.customs_name, hs_code=row.hs_code, origin=row.origin) for row in found}


def record(
    book: OrderBook, service: ServiceId, found: Sequence[UploadParcel], *, file: str, who: str, now_us: int
) -> int:
    """Keep which parcels a batch file has; gives the batch's number."""
    with writing(book.engine) as connection:
        batch = carrier_batches.insert().values(service=service, file=file, at_us=now_us, who=who)
        key = connection.execute(batch.returning(carrier_batches.c.id)).scalar_one()
        rows = {each.order.number: each.waybill for each in found}  # an order once, however many parcels it was
        connection.execute(
            insert(carrier_batch_orders),
            [{"batch_id": key, "order_no": number, "waybill": waybill} for number, waybill in rows.items()],
        )
        return int(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    id: int
    service: str
    file: str
    at_us: int
    who: str
    orders: int


def batches(book: OrderBook, service: str = "") -> Sequence[BatchRow]:
    """The newest first, at most BATCHES_SHOWN."""
    with reading(book.engine) as connection:
        return list(_batches(connection, service))


def _batches(connection: Connection, service: str) -> Iterator[BatchRow]:
    joined = carrier_batches.join(carrier_batch_orders, carrier_batch_orders.c.batch_id == carrier_batches.c.id)
    counted = select(carrier_batches, func.count().label("orders")).select_from(joined).group_by(*carrier_batches.c)
    if service:
        counted = counted.where(carrier_batches.c.service == service)
    for row in connection.execute(counted.order_by(carrier_batches.c.id.desc()).limit(BATCHES_SHOWN)):
        yield BatchRow(
            id=row.id, service=row.service, file=row.file, at_us=row.at_us, who=row.who, orders=row._mapping["orders"]
        )


def told_to(connection: Connection, order_no: str) -> tuple[int, str] | None:
    """The newest batch that has the order, and its service; None when no carrier was told of it."""
    joined = carrier_batches.join(carrier_batch_orders, carrier_batch_orders.c.batch_id == carrier_batches.c.id)
    wanted = select(carrier_batches.c.id, carrier_batches.c.service).select_from(joined)
    newest = wanted.where(carrier_batch_orders.c.order_no == order_no).order_by(carrier_batches.c.id.desc()).limit(1)
    row = connection.execute(newest).first()
    return None if row is None else (row.id, row.service)
