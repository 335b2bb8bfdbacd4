"""What carriers were told: which parcels of a service go into its next batch file, and which batches there were.

A parcel is told once: by the number it has when it is sealed, or without one, so that the carrier gives it (G5). One
that left before its carrier was told is told all the same, for TOLD_LATE_DAYS; of one that may not leave no carrier is
told. What the columns say is ``upload``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, and_, exists, func, insert, or_, select

from station.orders.awaiting import LEAVING, taken
from station.orders.carrier_tables import carrier_batch_orders, carrier_batches
from station.orders.engine import reading, writing
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.joint import joined_with, parcel_copy
from station.orders.orderbook import OrderBook
from station.orders.pool import DAY_US
from station.orders.tables import orders, parcels, products
from station.orders.upload import CustomsWords, UploadParcel
from station.packing.gates import blocking
from station.packing.model import Order, OrderNo, OrderState, ServiceId
from station.packing.routing import Routing, Service, choose, may_go_by

PARCELS_MAX = 100_000
"""Orders looked at for one batch."""

BATCHES_SHOWN = 200

TOLD_LATE_DAYS = 30
"""For so long after it left, or was sealed where no handover says when it did, a parcel can still be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """A sealed parcel that may not leave: ``reasons`` are its holds, or that an order in it is cancelled."""

    order: OrderNo
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """What goes into the next batch, how many parcels an earlier one had already, and what is kept out of it."""

    parcels: tuple[UploadParcel, ...]
    told: int
    kept_back: tuple[KeptBack, ...] = ()


def untold(book: OrderBook, service: Service, routing: Routing, *, template: str, again: bool, now_us: int) -> Untold:
    """The service's parcels that no batch has had; with ``again`` those too that one had and that are still here."""
    with reading(book.engine) as connection:
        told = _told(connection, service.id)
        sealed = _sealed(connection, service.id, now_us - TOLD_LATE_DAYS * DAY_US)
        waiting = _without_number(connection, service.id, routing)
    sealed = [box for box in sealed if not (box.gone and box.number in told)]
    found: list[UploadParcel] = []
    kept_back: dict[str, KeptBack] = {}
    for box in sealed:
        order = _copy(book, box.number) if again or box.number not in told else None
        if order is None:
            continue
        if reasons := () if box.gone else _may_not_leave(book, order):
            kept_back[order.number] = KeptBack(order=order.number, reasons=reasons)
        else:
            found.append(_parcel(book, service, template, order, waybill=box.waybill, weight_mg=box.weight_mg))
    for number in waiting:
        order = _copy(book, number) if again or number not in told else None
        if order is not None and _goes_by(order, service.id, routing):
            found.append(_parcel(book, service, template, order))
    had = sum(box.number in told for box in sealed) + sum(number in told for number in waiting)
    return Untold(parcels=tuple(found), told=had, kept_back=tuple(kept_back.values()))


def _may_not_leave(book: OrderBook, order: Order) -> tuple[str, ...]:
    numbers = order.joined or (order.number,)
    ended = select(orders.c.number).where(orders.c.number.in_(numbers), orders.c.state == OrderState.CANCELLED)
    with reading(book.engine) as connection:
        cancelled = connection.execute(ended).first() is not None
    return (
        *((OrderState.CANCELLED.value,) if cancelled else ()),
        *(hold.reason.value for hold in blocking(order.holds)),
    )


def _copy(book: OrderBook, number: str) -> Order | None:
    """The order; for the first of several under one waybill, the parcel of all."""
    order = book.order_copy(number)
    if order is None:
        return None
    with reading(book.engine) as connection:
        numbers = joined_with(connection, number)
        if len(numbers) == 1:
            return order
        return replace(parcel_copy(connection, numbers, now_us=order.known_us), sender=order.sender)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """``gone``: a carrier has it, or its platform says so; no hold keeps it back any more."""

    number: str
    waybill: str
    weight_mg: int | None
    gone: bool


def _sealed(connection: Connection, service: ServiceId, since_us: int) -> Sequence[_Box]:
    """What is sealed; and of what left, is called shipped or is cancelled, what did so since ``since_us``."""
    late = and_(orders.c.state.in_((OrderState.SHIPPED, OrderState.CANCELLED)), ~taken, parcels.c.sealed_us >= since_us)
    wanted = (
        select(parcels.c.order_no, parcels.c.waybill, parcels.c.weight_mg, orders.c.state)
        .join(orders, orders.c.number == parcels.c.order_no)
        .where(
            orders.c.service == service,
            or_(orders.c.state == OrderState.SEALED, and_(orders.c.state.in_(LEAVING), _left_since(since_us)), late),
            _LEADS,
        )
        .order_by(parcels.c.sealed_us)
        .limit(PARCELS_MAX)
    )
    here = (OrderState.SEALED, OrderState.CANCELLED)
    return [
        _Box(number=row.order_no, waybill=row.waybill, weight_mg=row.weight_mg, gone=row.state not in here)
        for row in connection.execute(wanted)
    ]


def _left_since(since_us: int) -> ColumnElement[bool]:
    """Whether a handover that was closed since then has the box."""
    return exists().where(
        handover_parcels.c.order_no == parcels.c.order_no,
        handover_parcels.c.waybill == parcels.c.waybill,
        handovers.c.id == handover_parcels.c.handover_id,
        handovers.c.closed_us >= since_us,
    )


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
