"""Sealed parcels that no carrier has taken yet, and which of them a scanned code means. Reads only.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from station.orders.handover_tables import handover_parcels
from station.orders.holding import holds_of_each
from station.orders.numbers import NumberState
from station.orders.tables import orders, parcels, waybill_numbers
from station.packing.gates import blocking
from station.packing.model import OrderNo, OrderState, ServiceId

LEAVING = (OrderState.SEALED, OrderState.SHIPPED, OrderState.FINISHED, OrderState.HANDED_OVER)
"""States in which a sealed parcel may be on its way out. On the platform it is often "shipped" before it is."""

EXPECTED = (OrderState.SEALED, OrderState.SHIPPED)
"""States in which a sealed parcel must be somewhere in the house. What its buyer has confirmed is not looked for."""

BATCH = 500
"""Orders whose holds are asked for in one statement."""


class Why(StrEnum):
    """Why a scanned code is not handed over."""

    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    VOID_WAYBILL = "void_waybill"
    NOT_SEALED = "not_sealed"
    SEVERAL_PARCELS = "several_parcels"
    CANCELLED = "cancelled"
    HELD = "held"
    WRONG_CARRIER = "wrong_carrier"
    ALREADY_SCANNED = "already_scanned"
    OTHER_HANDOVER = "other_handover"
    ALREADY_HANDED_OVER = "already_handed_over"
    NOT_IN_HANDOVER = "not_in_handover"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedParcel:
    """``holds`` are the reasons why it may not leave, as words; a merged parcel is one for each of its orders."""

    order: OrderNo
    waybill: str
    bench: str
    weight_mg: int | None
    sealed_us: int
    state: OrderState
    service: ServiceId
    holds: tuple[str, ...] = ()


def expected(connection: Connection, services: Sequence[str]) -> tuple[SealedParcel, ...]:
    """What the carrier of these services has still to take, the longest sealed first."""
    found = _parcels(connection, orders.c.service.in_(services), orders.c.state.in_(EXPECTED), ~taken)
    return with_holds(connection, found)


def parcels_meant(connection: Connection, code: str) -> tuple[SealedParcel, ...] | Why:
    """The parcel a code stands for, by its waybill or its order's number; several orders may share one.

    Not by a tote, which has gone back to the shelves and carries another order by now.
    """
    found = _parcels(connection, parcels.c.waybill == code) or _parcels(connection, orders.c.number == code)
    if not found:
        return _why_none(connection, code)
    if len({parcel.waybill for parcel in found}) > 1:
        return Why.SEVERAL_PARCELS
    if found[0].waybill:  # found by its number: the box may be other orders', too
        found = _parcels(connection, parcels.c.waybill == found[0].waybill)
    return with_holds(connection, found)


def parcels_of(connection: Connection, handover_id: int) -> tuple[SealedParcel, ...]:
    """What was scanned into a handover, in the order of the scans."""
    mine = and_(handover_parcels.c.order_no == parcels.c.order_no, handover_parcels.c.waybill == parcels.c.waybill)
    chosen = _sealed.join(handover_parcels, mine).where(handover_parcels.c.handover_id == handover_id)
    rows = connection.execute(chosen.order_by(handover_parcels.c.scanned_us, parcels.c.order_no, parcels.c.sealed_us))
    return with_holds(connection, _newest(rows.all()))


def with_holds(connection: Connection, found: Sequence[SealedParcel]) -> tuple[SealedParcel, ...]:
    numbers = sorted({parcel.order for parcel in found})
    held: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(numbers), BATCH):
        part = holds_of_each(connection, numbers[start : start + BATCH])
        held.update((number, tuple(hold.reason for hold in blocking(holds))) for number, holds in part.items())
    return tuple(replace(parcel, holds=held.get(parcel.order, ())) for parcel in found)


def count(found: Iterable[SealedParcel]) -> int:
    """Boxes, not orders: orders merged under one waybill are one box."""
    return len(_weights(found))


def weight_mg(found: Iterable[SealedParcel]) -> int:
    """Of the boxes that were weighed."""
    return sum(weight for weight in _weights(found).values() if weight is not None)


def unweighed(found: Iterable[SealedParcel]) -> int:
    return sum(weight is None for weight in _weights(found).values())


def _weights(found: Iterable[SealedParcel]) -> dict[str, int | None]:
    """By box: its waybill, or its order where it has none."""
    weights: dict[str, int | None] = {}
    for parcel in found:
        box = parcel.waybill or parcel.order
        weights[box] = parcel.weight_mg if weights.get(box) is None else weights[box]
    return weights


_void = exists().where(waybill_numbers.c.number == parcels.c.waybill, waybill_numbers.c.state == NumberState.VOID)
taken = exists().where(
    handover_parcels.c.order_no == parcels.c.order_no, handover_parcels.c.waybill == parcels.c.waybill
)
still_here = exists().where(parcels.c.order_no == orders.c.number, ~taken, ~_void)
"""Whether an order has a parcel that no carrier took; a box whose number is void by now is none."""

_sealed = select(
    parcels.c.order_no,
    parcels.c.waybill,
    parcels.c.bench,
    parcels.c.weight_mg,
    parcels.c.sealed_us,
    orders.c.state,
    orders.c.service,
).join(orders, orders.c.number == parcels.c.order_no)


def _parcels(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[SealedParcel, ...]:
    rows = connection.execute(
        _sealed.where(~_void, *conditions).order_by(parcels.c.sealed_us, parcels.c.order_no)
    ).all()
    return _newest(rows)


def _newest(rows: Sequence[Any]) -> tuple[SealedParcel, ...]:
    """A box that was opened and sealed anew under the same waybill counts once, as it was sealed last."""
    found: dict[tuple[str, str], SealedParcel] = {}
    for row in rows:
        found[row.order_no, row.waybill] = SealedParcel(
            order=OrderNo(row.order_no),
            waybill=row.waybill,
            bench=row.bench,
            weight_mg=row.weight_mg,
            sealed_us=row.sealed_us,
            state=OrderState(row.state),
            service=ServiceId(row.service),
        )
    return tuple(found.values())


def _why_none(connection: Connection, code: str) -> Why:
    number = connection.execute(select(waybill_numbers).where(waybill_numbers.c.number == code)).first()
    if number is not None and number.state == NumberState.VOID:
        return Why.VOID_WAYBILL
    if number is not None and number.order_no:
        return Why.NOT_SEALED
    named = or_(orders.c.number == code, orders.c.waybill == code)
    row = connection.execute(select(orders.c.state).where(named)).first()
    if row is None:
        return Why.UNKNOWN
    return Why.CANCELLED if row.state == OrderState.CANCELLED else Why.NOT_SEALED
