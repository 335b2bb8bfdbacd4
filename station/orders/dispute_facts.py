"""What the records already prove about an order in dispute: found, not attached. Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, or_, select

from station.orders.dispute_kinds import Proof
from station.orders.dispute_tables import carrier_news
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.tables import events, orders, parcels

_BY_EVENT: Mapping[str, Proof] = {
    "ItemPacked": Proof.SCANS,
    "ParcelWeighed": Proof.WEIGHTS,
    "PhotoTaken": Proof.PHOTOS,
    "VideoRecorded": Proof.PHOTOS,
    "LabelConfirmed": Proof.LABEL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """One parcel of the order, as far as it is known; times are microseconds UTC, weights milligrams."""

    order: str
    waybill: str
    bench: str
    packer: str
    sealed_us: int
    expected_mg: tuple[int, int] | None  # between which the bench would have it; None where a weight was not known
    weight_mg: int | None
    handed_over_us: int | None
    carrier: str
    carrier_weight_mg: int | None
    last_news: str
    last_news_us: int | None


def parcels_of(connection: Connection, number: str) -> tuple[Shipped, ...]:
    """Every sealed parcel of the order, the parts of it too, the first sealed first."""
    mine = select(parcels).where(_of(parcels.c.order_no, number)).order_by(parcels.c.sealed_us)
    return tuple(_shipped(connection, row) for row in connection.execute(mine))


def proofs_of(connection: Connection, number: str) -> frozenset[Proof]:
    return frozenset(_proofs(connection, number))


def _of(column: ColumnElement[str], number: str) -> ColumnElement[bool]:
    """The order itself and its further parcels."""
    parts = select(orders.c.number).where(orders.c.part_of == number)
    return or_(column == number, column.in_(parts))


def _proofs(connection: Connection, number: str) -> Iterator[Proof]:
    kinds = select(events.c.kind).where(_of(events.c.order_no, number), events.c.kind.in_(_BY_EVENT)).distinct()
    for kind in connection.execute(kinds).scalars():
        yield _BY_EVENT[kind]
    if connection.execute(select(orders.c.street).where(orders.c.number == number)).scalar():
        yield Proof.ADDRESS
    shipped = parcels_of(connection, number)
    if any(parcel.waybill and parcel.handed_over_us is not None for parcel in shipped):
        yield Proof.SHIPMENT
    if any(parcel.carrier_weight_mg is not None for parcel in shipped):
        yield Proof.CARRIER_WEIGHT
    if any(parcel.last_news for parcel in shipped):
        yield Proof.TRACKING
    if any(parcel.last_news == "delivered" for parcel in shipped):
        yield Proof.DELIVERY


class _Weighed(msgspec.Struct, frozen=True):
    low_mg: int | None
    high_mg: int | None


class _Entry(msgspec.Struct, frozen=True):
    pub: _Weighed


def _expected(connection: Connection, row: Row[*tuple[Any, ...]]) -> tuple[int, int] | None:
    """From the parcel's last weighing before its seal, in the same log."""
    same_log = (events.c.bench == row.bench, events.c.epoch == row.epoch, events.c.seq < row.seq)
    weighed = select(events.c.header).where(events.c.order_no == row.order_no, events.c.kind == "ParcelWeighed")
    header = connection.execute(weighed.where(*same_log).order_by(events.c.seq.desc()).limit(1)).scalar()
    if header is None:
        return None
    pub = msgspec.json.decode(header, type=_Entry).pub
    return None if pub.low_mg is None or pub.high_mg is None else (pub.low_mg, pub.high_mg)


def _shipped(connection: Connection, row: Row[*tuple[Any, ...]]) -> Shipped:
    mine = (handover_parcels.c.order_no == row.order_no, handover_parcels.c.waybill == row.waybill)
    joined = handover_parcels.join(handovers, handovers.c.id == handover_parcels.c.handover_id)
    over = connection.execute(
        select(handovers.c.closed_us, handovers.c.carrier).select_from(joined).where(*mine)
    ).first()
    news = connection.execute(
        select(carrier_news).where(carrier_news.c.waybill == row.waybill).order_by(carrier_news.c.at_us)
    ).all()
    weighed = [each.weight_mg for each in news if each.weight_mg is not None]
    return Shipped(
        order=row.order_no,
        waybill=row.waybill,
        bench=row.bench,
        packer=row.packer,
        sealed_us=row.sealed_us,
        expected_mg=_expected(connection, row),
        weight_mg=row.weight_mg,
        handed_over_us=None if over is None else over.closed_us,
        carrier="" if over is None else over.carrier,
        carrier_weight_mg=weighed[0] if weighed else None,  # at acceptance; later scales are other depots'
        last_news=news[-1].what if news else "",
        last_news_us=news[-1].at_us if news else None,
    )
