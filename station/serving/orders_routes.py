"""Orders over HTTP: in, looked at, held, released, asked to be cancelled."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from litestar import Request, delete, get, post
from litestar.params import FromQuery, JSONBody, QueryParameter, RawBody
from msgspec import Meta, Struct

from station.orders import cancelling
from station.orders.api_tokens import Right, Token
from station.orders.cancelling import Fault
from station.orders.deadline_rules import load_deadline_rules
from station.orders.engine import reading
from station.orders.finding import OrderRow
from station.orders.importing import FileReport, Shelf, take_parsed
from station.orders.listing import orders_after
from station.orders.masking import mask_name, mask_recipient
from station.orders.opening import shop_of
from station.orders.shop_time import utc_text
from station.orders.sources.generic import PLATFORM
from station.packing.model import Hold, HoldReason, Order, OrderState
from station.serving.desk import ItsDesk
from station.serving.gatekeeper import may
from station.serving.limits import After, Limit, Number, cursor, place_of
from station.serving.orders_in import ORDERS_MAX, OrderIn, parsed_orders
from station.serving.problems import NotFound, refused
from station.serving.shapes import (
    FaultOut,
    HoldOut,
    HoldsOut,
    LineOut,
    OrderListed,
    OrderOut,
    OrdersOut,
    RecipientOut,
    TakenOut,
)

Shop = Annotated[
    str, QueryParameter(max_length=40, pattern=r"^([a-z0-9][a-z0-9-]*)?$", description="the shop they are of")
]


class OrdersIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    orders: Annotated[list[OrderIn], Meta(min_length=1, max_length=ORDERS_MAX)]


class HoldIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    reason: HoldReason = HoldReason.BY_SUPERVISOR
    detail: Annotated[str, Meta(max_length=200)] = ""


class CancelIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    fault: Fault
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


@post(
    "/orders",
    status_code=200,
    guards=[may(Right.WRITE)],
    responses=refused(409),
    operation_id="putOrders",
    sync_to_thread=True,
)
def put_orders(
    request: Request[Token, str, Any],
    desk: ItsDesk,
    data: JSONBody[OrdersIn],
    body: RawBody,
    shop: Shop = "",
    dry_run: FromQuery[bool] = False,
) -> TakenOut:
    """Orders in, new or changed, as an import of a file would take them: all that are right, in one transaction."""
    name, now_us = shop or desk.shop, desk.now_us()
    found = shop_of(desk.home, desk.config, name)
    parsed = parsed_orders(data.orders, body, found.platform(PLATFORM), who=request.user.name)
    shelf = Shelf(
        book=desk.book,
        home=desk.home,
        shop_name=name,
        shop=found,
        rules=load_deadline_rules(desk.home, desk.config, now_us=now_us),
        who=request.user.name,
    )
    return _taken(take_parsed(shelf, parsed, now_us=now_us, dry_run=dry_run))


def _taken(report: FileReport) -> TakenOut:
    faults = [
        FaultOut(place=fault.row, order=fault.number, field=fault.column, message=fault.message)
        for fault in report.faults
    ]
    return TakenOut(**asdict(report.counts), refused=len(faults), errors=faults)


@get("/orders", guards=[may(Right.READ)], responses=refused(), operation_id="listOrders", sync_to_thread=True)
def list_orders(
    request: Request[Token, str, Any],
    desk: ItsDesk,
    order_state: Annotated[OrderState | None, QueryParameter(name="state")] = None,
    after: After = "",
    limit: Limit = 100,
) -> OrdersOut:
    """By number, a page at a time."""
    with reading(desk.book.engine) as connection:
        rows = orders_after(connection, place_of(after, str, ""), state=order_state, limit=limit)
    personal = Right.PERSONAL in request.user.rights
    following = cursor(rows[-1].number) if len(rows) == limit else None
    return OrdersOut(orders=[_listed(row, personal=personal) for row in rows], next=following)


def _listed(row: OrderRow, *, personal: bool) -> OrderListed:
    return OrderListed(
        order=row.number,
        platform=row.platform,
        shop=row.shop,
        state=row.state,
        lines=row.lines,
        units=row.units,
        name=row.name if personal else mask_name(row.name),
        country=row.country,
        service=row.service,
        waybill=row.waybill,
        bench=row.bench,
        deadline=utc_text(row.deadline_us),
        paid=utc_text(row.paid_us),
        holds=_holds(row.holds),
    )


def _holds(holds: tuple[Hold, ...]) -> list[HoldOut]:
    return [HoldOut(reason=each.reason, since=utc_text(each.since_us), detail=each.detail) for each in holds]


@get(
    "/orders/{number:str}",
    guards=[may(Right.READ)],
    responses=refused(404),
    operation_id="getOrder",
    sync_to_thread=True,
)
def get_order(request: Request[Token, str, Any], desk: ItsDesk, number: Number) -> OrderOut:
    return _order_out(_order(desk, number), personal=Right.PERSONAL in request.user.rights)


def _order(desk: ItsDesk, number: str) -> Order:
    order = desk.book.order_copy(number, now_us=desk.now_us())
    if order is None:
        raise NotFound(f"there is no order {number}")
    return order


def _order_out(order: Order, *, personal: bool) -> OrderOut:
    return OrderOut(
        order=order.number,
        platform=order.platform,
        shop=order.shop,
        state=order.state,
        revision=order.revision,
        service=order.service or "",
        waybill=order.waybill or "",
        deadline=utc_text(order.deadline_us),
        gift=order.gift,
        buyer_message=order.buyer_message,
        seller_note=order.seller_note,
        recipient=_recipient(order, personal=personal),
        holds=_holds(order.holds),
        lines=[
            LineOut(
                sku=line.sku,
                quantity=line.quantity,
                name=line.name,
                variant=line.variant,
                kind=line.kind,
                kit=line.kit,
            )
            for line in order.lines
        ],
    )


def _recipient(order: Order, *, personal: bool) -> RecipientOut:
    seen = order.recipient if personal else mask_recipient(order.recipient)
    return RecipientOut(
        name=seen.name,
        phone=seen.phone,
        country=seen.country,
        province=seen.province,
        city=seen.city,
        district=seen.district,
        street=seen.street,
        postcode=seen.postcode,
    )


@post(
    "/orders/{number:str}/holds",
    status_code=200,
    guards=[may(Right.WRITE)],
    responses=refused(404, 409),
    operation_id="holdOrder",
    sync_to_thread=True,
)
def hold_order(request: Request[Token, str, Any], desk: ItsDesk, number: Number, data: JSONBody[HoldIn]) -> HoldsOut:
    """The bench that has it open is told within seconds; a label that is on paper already stays there."""
    if not desk.book.hold(number, data.reason, now_us=desk.now_us(), detail=data.detail, who=request.user.name):
        raise NotFound(f"there is no order {number}")
    return _standing(desk, number)


@delete(
    "/orders/{number:str}/holds",
    status_code=200,
    guards=[may(Right.WRITE)],
    responses=refused(404, 409),
    operation_id="releaseOrder",
    sync_to_thread=True,
)
def release_order(request: Request[Token, str, Any], desk: ItsDesk, number: Number) -> HoldsOut:
    """Lifts what a person may lift; 409 when nothing is held, or only otherwise to be lifted."""
    _order(desk, number)
    desk.book.release_hold(number, now_us=desk.now_us(), who=request.user.name)
    return _standing(desk, number)


@post(
    "/orders/{number:str}/cancellation",
    status_code=200,
    guards=[may(Right.WRITE)],
    responses=refused(404, 409),
    operation_id="askToCancel",
    sync_to_thread=True,
)
def ask_to_cancel(
    request: Request[Token, str, Any], desk: ItsDesk, number: Number, data: JSONBody[CancelIn]
) -> HoldsOut:
    """The buyer asks for it: the order is held until a person answers."""
    _order(desk, number)
    who, now_us = request.user.name, desk.now_us()
    cancelling.ask(desk.book, number, fault=data.fault, reason=data.reason, who=who, now_us=now_us)
    return _standing(desk, number)


def _standing(desk: ItsDesk, number: str) -> HoldsOut:
    order = _order(desk, number)
    return HoldsOut(order=order.number, state=order.state, holds=_holds(order.holds))


ROUTES = (put_orders, list_orders, get_order, hold_order, release_order, ask_to_cancel)
