"""Notices to buyers of parcels that have left (I1): which are to be written, as what, and that they were.

A public function that takes the book is one transaction. Names leave here as they are: they are for the file only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, insert, select, tuple_

from station.orders.engine import reading, writing
from station.orders.gate_tables import sent_outside
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.notice_tables import notices
from station.orders.notice_texts import NoticeTexts, fill, track_url
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import OrderNo, OrderState, ServiceId
from station.packing.routing import Service

PARCELS_MAX = 100_000
BATCH = 500
"""Parcels marked in one statement."""

LEFT = (OrderState.HANDED_OVER, OrderState.SHIPPED, OrderState.FINISHED)
"""States of an order whose parcel a carrier has. A cancelled one's buyer is not told that it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A parcel that has left; ``told_as`` is the order's number as its buyer knows it."""

    order: OrderNo
    told_as: OrderNo
    waybill: str
    platform: str
    shop: str
    service: ServiceId
    country: str
    buyer: str
    left_us: int
    written_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    parcel: Gone
    language: str
    text: str


def gone(book: OrderBook, *, platform: str = "", order: str = "") -> tuple[Gone, ...]:
    """Every parcel that a closed handover or a supplier took, the one that left first first."""
    narrowed = [orders.c.platform == platform] if platform else []
    if order:
        narrowed.append((orders.c.number == order) | (orders.c.part_of == order))
    found: dict[tuple[str, str], Gone] = {}
    with reading(book.engine) as connection:
        for wanted in (_handed_over, _sent_outside):
            for row in connection.execute(wanted.where(*narrowed).limit(PARCELS_MAX)):
                found[row.order_no, row.waybill] = _gone(row)
    return tuple(sorted(found.values(), key=lambda parcel: (parcel.left_us, parcel.order)))


def _gone(row: Any) -> Gone:
    return Gone(
        order=OrderNo(row.order_no),
        told_as=OrderNo(row.part_of or row.order_no),
        waybill=row.waybill,
        platform=row.platform,
        shop=row.shop,
        service=ServiceId(row.service),
        country=row.country,
        buyer=row.name,
        left_us=row.left_us,
        written_us=row.written_us,
    )


def _with_order(statement: Select[Any], parcel: Any) -> Select[Any]:
    """The statement with what a notice says of the parcel's order, and when one was written."""
    mine = (notices.c.order_no == parcel.c.order_no) & (notices.c.waybill == parcel.c.waybill)
    return (
        statement.add_columns(
            orders.c.platform, orders.c.shop, orders.c.country, orders.c.name, orders.c.part_of, notices.c.written_us
        )
        .join(orders, orders.c.number == parcel.c.order_no)
        .outerjoin(notices, mine)
        .where(orders.c.state.in_(LEFT))
    )


_handed_over = _with_order(
    select(
        handover_parcels.c.order_no,
        handover_parcels.c.waybill,
        orders.c.service,
        handovers.c.closed_us.label("left_us"),
    )
    .select_from(handover_parcels)
    .join(handovers, handovers.c.id == handover_parcels.c.handover_id)
    .where(handovers.c.closed_us.is_not(None)),
    handover_parcels,
)
_sent_outside = _with_order(
    select(
        sent_outside.c.order_no,
        sent_outside.c.waybill,
        sent_outside.c.service,
        sent_outside.c.sent_us.label("left_us"),
    )
    .select_from(sent_outside)
    .where(sent_outside.c.waybill != ""),
    sent_outside,
)
"""Sent by a supplier, with its number; what needed no sending needs no notice."""


def written(
    parcels: Sequence[Gone],
    texts: NoticeTexts,
    services: Mapping[ServiceId, Service],
    shop_names: Mapping[str, str],
) -> tuple[Notice, ...]:
    """Each parcel's notice in its buyer's language; ``shop_names`` sign where no signature is set."""
    made = []
    for parcel in parcels:
        language = texts.language_of(country=parcel.country, shop=parcel.shop)
        values = _values(parcel, texts, language, services.get(parcel.service), shop_names)
        text = fill(texts.text_of(language, parcel.service), values)
        made.append(Notice(parcel=parcel, language=language, text=text))
    return tuple(made)


def _values(
    parcel: Gone, texts: NoticeTexts, language: str, service: Service | None, shop_names: Mapping[str, str]
) -> dict[str, str]:
    """A service without a file any more goes by its id; what is not known is empty."""
    days = service.arrival_days if service else None
    chinese = texts.languages[language].service_name == "zh"
    return {
        "buyer": parcel.buyer,
        "order": parcel.told_as,
        "waybill": parcel.waybill,
        "service": (service.zh if chinese else service.en) if service else parcel.service,
        "days_from": str(days[0]) if days else "",
        "days_to": str(days[1]) if days else "",
        "track_url": track_url(texts, parcel.service, parcel.waybill),
        "signature": texts.signatures.get(parcel.shop) or shop_names.get(parcel.shop, ""),
    }


def mark_written(book: OrderBook, made: Sequence[Notice], *, file: str, who: str, now_us: int) -> None:
    """They stand in ``file``, which has been written; a notice written again is in the newer file now."""
    with writing(book.engine) as connection:
        for start in range(0, len(made), BATCH):
            part = made[start : start + BATCH]
            keys = [(notice.parcel.order, notice.parcel.waybill) for notice in part]
            connection.execute(delete(notices).where(tuple_(notices.c.order_no, notices.c.waybill).in_(keys)))
            connection.execute(insert(notices), [_row(notice, file=file, who=who, now_us=now_us) for notice in part])


def _row(notice: Notice, *, file: str, who: str, now_us: int) -> dict[str, Any]:
    return {
        "order_no": notice.parcel.order,
        "waybill": notice.parcel.waybill,
        "language": notice.language,
        "file": file,
        "written_us": now_us,
        "written_by": who,
    }
