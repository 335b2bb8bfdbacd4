"""The daily shipping ledger 发货台账 (L1): every parcel that left in a period, who packed it and what it weighed.

Reads the order book and nothing else; figures only, no words and no layout. Names leave here as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from sqlalchemy import Connection, and_, select

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.gate_tables import sent_outside
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.order_copy import recipient_of
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels
from station.packing.model import OrderNo, Recipient, ServiceId
from station.reports.throughput import By, time_label

ROWS_MAX = 200_000
"""Parcels of one ledger; a year of a large house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One order's parcel. Bench, packer, units and times are empty where a supplier sent it.

    ``whole`` is the platform's order, of which this parcel may be a part.
    """

    order: OrderNo
    whole: OrderNo
    platform: str
    shop: str
    service: ServiceId
    waybill: str
    weight_mg: int | None
    units: int
    packer: str
    bench: str
    sealed_us: int | None
    left_us: int
    handover: int | None
    recipient: Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """``parcels`` are boxes: orders under one waybill are one, and weigh once."""

    parcels: int
    orders: int
    units: int
    weight_mg: int
    unweighed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippingLedger:
    """From ``from_us`` up to, but not with, ``to_us``, in the order in which the parcels left."""

    from_us: int
    to_us: int
    rows: tuple[LedgerRow, ...]

    @property
    def total(self) -> Sums:
        return sums(self.rows)

    def by(self, by: By, zone: tzinfo | None = None) -> tuple[tuple[str, Sums], ...]:
        """Sums by bench, packer, or hour in ``zone`` (None: the machine's own), sorted by name or time."""
        groups: dict[str, list[LedgerRow]] = {}
        for row in self.rows:
            groups.setdefault(_label(row, by, zone), []).append(row)
        return tuple((label, sums(groups[label])) for label in sorted(groups))


def sums(rows: Iterable[LedgerRow]) -> Sums:
    found = tuple(rows)
    boxes: dict[str, int | None] = {}
    for row in found:
        box = row.waybill or row.order
        boxes[box] = row.weight_mg if boxes.get(box) is None else boxes[box]
    return Sums(
        parcels=len(boxes),
        orders=len({row.whole for row in found}),
        units=sum(row.units for row in found),
        weight_mg=sum(weight for weight in boxes.values() if weight is not None),
        unweighed=sum(weight is None for weight in boxes.values()),
    )


def shipping_ledger(book: OrderBook, *, from_us: int, to_us: int) -> ShippingLedger:
    """Raises ``Trouble`` for more parcels than a ledger holds."""
    with reading(book.engine) as connection:
        rows = [*_handed_over(connection, from_us, to_us), *_sent_outside(connection, from_us, to_us)]
    if len(rows) > ROWS_MAX:
        raise Trouble(f"more than {ROWS_MAX} parcels left in this time", remedy="Ask for a shorter one.")
    rows.sort(key=lambda row: (row.left_us, row.handover or 0, row.order, row.waybill))
    return ShippingLedger(from_us=from_us, to_us=to_us, rows=tuple(rows))


def _handed_over(connection: Connection, from_us: int, to_us: int) -> Sequence[LedgerRow]:
    same = and_(parcels.c.order_no == handover_parcels.c.order_no, parcels.c.waybill == handover_parcels.c.waybill)
    chosen = (
        select(
            orders,
            handover_parcels.c.waybill.label("box"),
            handover_parcels.c.bench,
            handover_parcels.c.weight_mg,
            parcels.c.packer,
            parcels.c.units,
            parcels.c.sealed_us.label("closed_box_us"),
            handovers.c.closed_us.label("left_us"),
            handovers.c.id.label("handover"),
        )
        .select_from(handover_parcels)
        .join(handovers, handovers.c.id == handover_parcels.c.handover_id)
        .join(orders, orders.c.number == handover_parcels.c.order_no)
        .join(parcels, same)
        .where(handovers.c.closed_us >= from_us, handovers.c.closed_us < to_us)
        .order_by(parcels.c.sealed_us)
        .limit(ROWS_MAX + 1)
    )
    newest = {(row.number, row.box): row for row in connection.execute(chosen)}  # a box sealed anew counts once
    return [_row(row) for row in newest.values()]


def _sent_outside(connection: Connection, from_us: int, to_us: int) -> Sequence[LedgerRow]:
    chosen = (
        select(
            orders, sent_outside.c.waybill.label("box"), sent_outside.c.service.label("sent_by"), sent_outside.c.sent_us
        )
        .select_from(sent_outside)
        .join(orders, orders.c.number == sent_outside.c.order_no)
        .where(sent_outside.c.sent_us >= from_us, sent_outside.c.sent_us < to_us, sent_outside.c.waybill != "")
        .limit(ROWS_MAX + 1)
    )
    return [
        LedgerRow(
            order=OrderNo(row.number),
            whole=OrderNo(row.part_of or row.number),
            platform=row.platform,
            shop=row.shop,
            service=ServiceId(row.sent_by),
            waybill=row.box,
            weight_mg=None,
            units=0,
            packer="",
            bench="",
            sealed_us=None,
            left_us=row.sent_us,
            handover=None,
            recipient=recipient_of(row),
        )
        for row in connection.execute(chosen)
    ]


def _row(row: Any) -> LedgerRow:
    return LedgerRow(
        order=OrderNo(row.number),
        whole=OrderNo(row.part_of or row.number),
        platform=row.platform,
        shop=row.shop,
        service=ServiceId(row.service),
        waybill=row.box,
        weight_mg=row.weight_mg,
        units=row.units,
        packer=row.packer,
        bench=row.bench,
        sealed_us=row.closed_box_us,
        left_us=row.left_us,
        handover=row.handover,
        recipient=recipient_of(row),
    )


def _label(row: LedgerRow, by: By, zone: tzinfo | None) -> str:
    match by:
        case By.BENCH:
            return row.bench
        case By.PACKER:
            return row.packer
        case _:
            return time_label(row.left_us, by, zone)
