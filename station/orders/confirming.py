"""The outbox to the platforms: what was handed over and is not confirmed there yet (H3, C7, C8, I2).

Exported is not confirmed: an order stands here until its platform's own file calls it shipped. A public function is one
transaction; how a platform's file looks is in ``confirmations``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import delete, insert, select, tuple_

from station.orders.engine import reading, writing
from station.orders.handover_tables import confirmations, handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.shipped import Shipped
from station.orders.tables import orders
from station.packing.deadlines import DeadlineRules, Purpose
from station.packing.model import OrderNo, OrderState, ServiceId
from station.packing.routing import Service

PARCELS_MAX = 100_000
BATCH = 500
"""Parcels marked in one statement."""

_PURPOSES = (Purpose.CONFIRMATION, Purpose.TRACKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """``until_us`` is the earlier of the platform's two deadlines, None when it has none."""

    order: OrderNo
    waybill: str
    platform: str
    shop: str
    service: ServiceId
    handed_over_us: int
    exported_us: int | None
    file: str
    until_us: int | None


def unconfirmed(book: OrderBook, rules: DeadlineRules, *, platform: str = "") -> tuple[Unconfirmed, ...]:
    """Everything handed over that its platform does not call shipped yet, the most urgent first."""
    wanted = _wanted.where(orders.c.platform == platform) if platform else _wanted
    with reading(book.engine) as connection:
        rows = connection.execute(wanted.limit(PARCELS_MAX)).all()
    found = [
        Unconfirmed(
            order=OrderNo(row.order_no),
            waybill=row.waybill,
            platform=row.platform,
            shop=row.shop,
            service=ServiceId(row.service),
            handed_over_us=row.closed_us,
            exported_us=row.exported_us,
            file=row.file or "",
            until_us=_until(rules, row.closed_us, shop=row.shop, platform=row.platform, service=row.service),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: (each.until_us is None, each.until_us, each.handed_over_us)))


_mine = (confirmations.c.order_no == handover_parcels.c.order_no) & (
    confirmations.c.waybill == handover_parcels.c.waybill
)
_wanted = (
    select(
        handover_parcels.c.order_no,
        handover_parcels.c.waybill,
        handovers.c.closed_us,
        orders.c.platform,
        orders.c.shop,
        orders.c.service,
        confirmations.c.exported_us,
        confirmations.c.file,
    )
    .select_from(orders)
    .join(handover_parcels, handover_parcels.c.order_no == orders.c.number)
    .join(handovers, handovers.c.id == handover_parcels.c.handover_id)
    .outerjoin(confirmations, _mine)
    .where(orders.c.state == OrderState.HANDED_OVER, handovers.c.closed_us.is_not(None))
    .order_by(handovers.c.closed_us, handover_parcels.c.order_no)
)


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
            order=each.order,
            waybill=each.waybill,
            service=each.service,
            service_zh=services[each.service].zh if each.service in services else each.service,
            service_en=services[each.service].en if each.service in services else each.service,
            carrier=platform_names.get(each.service, {}).get(each.platform, ""),
            handed_over=datetime.fromtimestamp(each.handed_over_us // 1_000_000, UTC).astimezone(zone),
        )
        for each in found
    )


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
