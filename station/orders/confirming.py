"""The outbox to the platforms: what was handed over and is not confirmed there yet (H3, C7, C8, I2).

Exported is not confirmed: an order stands here until its platform's own file calls it shipped. A public function is one
transaction; how a platform's file looks is in ``confirmations``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import delete, exists, func, insert, or_, select, tuple_

from station.orders.engine import reading, writing
from station.orders.gate_tables import sent_outside
from station.orders.handover_tables import confirmations, handover_parcels, handovers
from station.orders.notice_tables import confirmation_words
from station.orders.orderbook import OrderBook
from station.orders.outbox import said_of
from station.orders.shipped import Shipped
from station.orders.tables import orders
from station.packing.deadlines import DeadlineRules, Purpose
from station.packing.model import OrderNo, OrderState, ServiceId
from station.packing.routing import Service

PARCELS_MAX = 100_000
BATCH = 500
"""Parcels marked in one statement."""

NO_SERVICE = ("无需物流", "no shipping needed")
"""What a platform is told where nothing is sent (A14)."""

_PURPOSES = (Purpose.CONFIRMATION, Purpose.TRACKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """``until_us`` is the earlier of the platform's two deadlines, None when it has none.

    Where no bench packed it, ``handed_over_us`` is when the supplier sent it, or when it was recorded that there is
    nothing to send; then waybill and service are empty. ``order`` is the parcel's own number; the platform knows it as
    ``told_as``, of which it is the ``part``-th parcel. ``whole``: every parcel of that order has left.
    ``doubted_us`` is when the platform's own file called it unsent after it was told, or was said to be confirmed.
    """

    order: OrderNo
    told_as: OrderNo
    part: int
    whole: bool
    waybill: str
    platform: str
    shop: str
    service: ServiceId
    handed_over_us: int
    exported_us: int | None
    file: str
    until_us: int | None
    doubted_us: int | None = None


def unconfirmed(book: OrderBook, rules: DeadlineRules, *, platform: str = "") -> tuple[Unconfirmed, ...]:
    """Everything handed over that its platform does not call shipped yet, the most urgent first."""
    theirs = (orders.c.platform == platform,) if platform else ()
    with reading(book.engine) as connection:
        rows = [
            row
            for wanted in (_wanted, _without_a_bench)
            for row in connection.execute(wanted.where(*theirs).limit(PARCELS_MAX))
        ]
    found = [
        Unconfirmed(
            order=OrderNo(row.order_no),
            told_as=OrderNo(row.part_of or row.order_no),
            part=row.part,
            whole=not row.unfinished,
            waybill=row.waybill,
            platform=row.platform,
            shop=row.shop,
            service=ServiceId(row.service),
            handed_over_us=row.closed_us,
            exported_us=row.exported_us,
            file=row.file or "",
            until_us=_until(rules, row.closed_us, shop=row.shop, platform=row.platform, service=row.service),
            doubted_us=row.doubted_us,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: (each.until_us is None, each.until_us, each.handed_over_us)))


_mine = (confirmations.c.order_no == handover_parcels.c.order_no) & (
    confirmations.c.waybill == handover_parcels.c.waybill
)
_others = orders.alias()
_root = func.coalesce(orders.c.part_of, orders.c.number)
_unfinished = exists().where(
    or_(_others.c.number == _root, _others.c.part_of == _root),
    _others.c.state.in_((OrderState.READY, OrderState.HELD, OrderState.PACKING, OrderState.SEALED)),
)
"""Whether another parcel of the same order is still in the house."""

_told_with_its_order = exists().where(
    _others.c.number == orders.c.part_of,
    _others.c.state.in_((OrderState.SHIPPED, OrderState.FINISHED)),
    confirmations.c.exported_us.is_not(None),
)
"""A further parcel has no word of the platform's own: told, and its order shipped there, it is confirmed."""

_open = or_(
    confirmation_words.c.confirmed_us.is_(None), confirmation_words.c.doubted_us > confirmation_words.c.confirmed_us
)
"""No person said that the platform has it, or its own file said later that it has not."""

_of_the_order = (orders.c.part_of, orders.c.part, _unfinished.label("unfinished"))

_wanted = (
    select(
        handover_parcels.c.order_no,
        handover_parcels.c.waybill,
        handovers.c.closed_us,
        orders.c.platform,
        orders.c.shop,
        orders.c.service,
        *_of_the_order,
        confirmations.c.exported_us,
        confirmations.c.file,
        confirmation_words.c.doubted_us,
    )
    .select_from(orders)
    .join(handover_parcels, handover_parcels.c.order_no == orders.c.number)
    .join(handovers, handovers.c.id == handover_parcels.c.handover_id)
    .outerjoin(confirmations, _mine)
    .outerjoin(confirmation_words, said_of(handover_parcels))
    .where(orders.c.state == OrderState.HANDED_OVER, handovers.c.closed_us.is_not(None), ~_told_with_its_order, _open)
    .order_by(handovers.c.closed_us, handover_parcels.c.order_no)
)


_its_own = (confirmations.c.order_no == sent_outside.c.order_no) & (confirmations.c.waybill == sent_outside.c.waybill)
_without_a_bench = (
    select(
        sent_outside.c.order_no,
        sent_outside.c.waybill,
        sent_outside.c.sent_us.label("closed_us"),
        orders.c.platform,
        orders.c.shop,
        sent_outside.c.service,
        *_of_the_order,
        confirmations.c.exported_us,
        confirmations.c.file,
        confirmation_words.c.doubted_us,
    )
    .select_from(orders)
    .join(sent_outside, sent_outside.c.order_no == orders.c.number)
    .outerjoin(confirmations, _its_own)
    .outerjoin(confirmation_words, said_of(sent_outside))
    .where(orders.c.state == OrderState.HANDED_OVER, _open)
    .order_by(sent_outside.c.sent_us, sent_outside.c.order_no)
)
"""What suppliers sent and what needed no sending; with an order in two halves, once the bench's half has left."""


def _until(rules: DeadlineRules, start_us: int, *, shop: str, platform: str, service: str) -> int | None:
    found = (rules.deadline(purpose, start_us, shop=shop, platform=platform, service=service) for purpose in _PURPOSES)
    return min((each.due_us for each in found if each is not None), default=None)


def platforms(book: OrderBook) -> tuple[str, ...]:
    """Where the book's orders come from."""
    with reading(book.engine) as connection:
        return tuple(connection.execute(select(orders.c.platform).distinct().order_by(orders.c.platform)).scalars())


def told(
    found: Sequence[Unconfirmed],
    services: Mapping[ServiceId, Service],
    platform_names: Mapping[ServiceId, Mapping[str, str]],
    *,
    utc_offset_minutes: int,
) -> tuple[Shipped, ...]:
    """The same as a platform is told of it. A service without a file any more stands by its id."""
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    return tuple(
        Shipped(
            order=each.told_as,
            waybill=each.waybill,
            service=each.service,
            service_zh=services[each.service].zh if each.service in services else each.service or NO_SERVICE[0],
            service_en=services[each.service].en if each.service in services else each.service or NO_SERVICE[1],
            carrier=platform_names.get(each.service, {}).get(each.platform, ""),
            handed_over=datetime.fromtimestamp(each.handed_over_us // 1_000_000, UTC).astimezone(zone),
            whole=each.whole and all(each.part >= other.part for other in found if other.told_as == each.told_as),
        )
        for each in found
    )


def tellable(found: Sequence[Unconfirmed], *, each_parcel: bool) -> tuple[Unconfirmed, ...]:
    """What a platform can be told now: every parcel by itself, or of an order all of whose parcels have left the first.

    What is not told of such an order is confirmed with it.
    """
    if each_parcel:
        return tuple(found)
    first: dict[OrderNo, Unconfirmed] = {}
    for parcel in sorted(found, key=lambda parcel: parcel.part):
        first.setdefault(parcel.told_as, parcel)
    return tuple(parcel for parcel in found if parcel.whole and first[parcel.told_as] is parcel)


def with_its_others(told: Sequence[Unconfirmed], found: Sequence[Unconfirmed]) -> tuple[Unconfirmed, ...]:
    """The told parcels and those that are confirmed with them."""
    orders_told = {parcel.told_as for parcel in told if parcel.whole}
    return (*told, *(parcel for parcel in found if parcel.told_as in orders_told and parcel not in told))


def mark_exported(book: OrderBook, found: Sequence[Unconfirmed], *, file: str, who: str, now_us: int) -> None:
    """They stand in ``file``, which has been written; what was exported before is in the newer file now."""
    with writing(book.engine) as connection:
        for start in range(0, len(found), BATCH):
            part = found[start : start + BATCH]
            parcels = [(each.order, each.waybill) for each in part]
            known = tuple_(confirmations.c.order_no, confirmations.c.waybill).in_(parcels)
            connection.execute(delete(confirmations).where(known))
            rows = [
                {
                    "order_no": each.order,
                    "waybill": each.waybill,
                    "platform": each.platform,
                    "file": file,
                    "exported_us": now_us,
                    "exported_by": who,
                }
                for each in part
            ]
            connection.execute(insert(confirmations), rows)
