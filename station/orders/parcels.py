"""What a bench's recorded entry means for the order: packing, given back, its number on paper, sealed.

A claim that no longer stands changes no order; what became of paper and box is kept whoever has the order by now.
Whoever calls has the transaction and says each entry once, in order, after the entry itself is in ``events``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from station.orders import claims
from station.orders.numbers import NumberState, mark
from station.orders.tables import events, orders, parcels, serials
from station.orders.weights import learn_from_parcel
from station.packing.events import (
    CartonChosen,
    ItemPacked,
    LabelRequested,
    OrderOpened,
    OrderParked,
    PackedUnits,
    ParcelSealed,
    UnitTakenBack,
)
from station.packing.model import OrderState

_OPEN = (OrderState.READY, OrderState.HELD, OrderState.PACKING)
"""An order that its platform cancelled or shipped meanwhile stays that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry of ``bench``; ``waybill`` and ``order_no`` are None when it has none, or when it was erased."""

    bench: str
    epoch: int
    seq: int
    kind: str
    wall_us: int
    packer: str
    order_no: str | None
    waybill: str | None
    pub: Mapping[str, object]


class _Opening(msgspec.Struct, frozen=True):
    """Of ``OrderOpened``, and of ``CartonChosen``, which has no fence. Other fields are not for us."""

    carton: str
    carton_mg: int
    filler_mg: int
    fence: int = 0


class _OpeningHeader(msgspec.Struct, frozen=True):
    pub: _Opening


class _Piece(msgspec.Struct, frozen=True):
    sku: str
    serial: str | None = None


class _Parking(msgspec.Struct, frozen=True):
    fence: int


class _Sealing(msgspec.Struct, frozen=True):
    weight_mg: int | None
    contents: tuple[PackedUnits, ...]
    short: bool


MATTERS = frozenset(
    kind.__name__ for kind in (OrderOpened, ItemPacked, UnitTakenBack, OrderParked, LabelRequested, ParcelSealed)
)


def apply(connection: Connection, told: Told) -> None:
    """``msgspec.ValidationError`` when the entry is not what its kind says."""
    match told.kind:
        case OrderOpened.__name__:
            _opened(connection, told)
        case ItemPacked.__name__ | UnitTakenBack.__name__:
            _piece(connection, told)
        case OrderParked.__name__:
            _parked(connection, told)
        case LabelRequested.__name__:
            _on_paper(connection, told)
        case ParcelSealed.__name__:
            _sealed(connection, told)
        case _:
            pass


def _opened(connection: Connection, told: Told) -> None:
    opening = msgspec.convert(told.pub, _Opening)
    connection.execute(
        update(orders)
        .where(
            orders.c.number == told.order_no,
            orders.c.claimed_by == told.bench,
            orders.c.fence == opening.fence,
            orders.c.state.in_(_OPEN),
        )
        .values(state=OrderState.PACKING)
    )


def _piece(connection: Connection, told: Told) -> None:
    """Which order a piece with a serial number went into; out of the box again, it belongs to none."""
    piece = msgspec.convert(told.pub, _Piece)
    if piece.serial is None or told.order_no is None:
        return
    this = (serials.c.sku == piece.sku, serials.c.serial == piece.serial)
    if told.kind == UnitTakenBack.__name__:
        connection.execute(delete(serials).where(*this, serials.c.order_no == told.order_no))
    elif connection.execute(select(serials.c.sku).where(*this)).first() is None:
        connection.execute(insert(serials).values(sku=piece.sku, serial=piece.serial, order_no=told.order_no))


def _parked(connection: Connection, told: Told) -> None:
    parking = msgspec.convert(told.pub, _Parking)
    if told.order_no is not None:
        connection.execute(delete(serials).where(serials.c.order_no == told.order_no))
        claims.release(connection, told.order_no, bench=told.bench, fence=parking.fence)


def _on_paper(connection: Connection, told: Told) -> None:
    if told.waybill is not None:
        mark(connection, told.waybill, NumberState.SENT, now_us=told.wall_us)


def _sealed(connection: Connection, told: Told) -> None:
    sealing = msgspec.convert(told.pub, _Sealing)
    fence, packaging = _opening_of(connection, told)
    connection.execute(
        insert(parcels).values(
            bench=told.bench,
            epoch=told.epoch,
            seq=told.seq,
            order_no=told.order_no or "",
            waybill=told.waybill or "",
            packer=told.packer,
            sealed_us=told.wall_us,
            weight_mg=sealing.weight_mg,
            lines=len(sealing.contents),
            units=sum(packed.units for packed in sealing.contents),
            short=sealing.short,
        )
    )
    _on_paper(connection, told)
    _seal_order(connection, told, fence)
    if sealing.weight_mg is not None and packaging is not None and packaging.carton:
        tare_mg = packaging.carton_mg + packaging.filler_mg
        learn_from_parcel(connection, weight_mg=sealing.weight_mg, tare_mg=tare_mg, contents=sealing.contents)


def _seal_order(connection: Connection, told: Told, fence: int) -> None:
    """The box is closed: also when the claim was given back, as long as nobody has claimed since."""
    values = {"state": OrderState.SEALED, "sealed_us": told.wall_us, "claimed_by": None, "claimed_us": None}
    if told.waybill is not None:
        values["waybill"] = told.waybill
    connection.execute(
        update(orders)
        .where(
            orders.c.number == told.order_no,
            or_(orders.c.claimed_by == told.bench, orders.c.claimed_by.is_(None)),
            orders.c.fence == fence,
            orders.c.state.in_(_OPEN),
        )
        .values(values)
    )


def _opening_of(connection: Connection, told: Told) -> tuple[int, _Opening | None]:
    """The fence the parcel was opened with, -1 when that is not known, and the packaging chosen last."""
    if told.order_no is None:
        return -1, None
    # By the order alone: given the bench too, SQLite would rather walk through all the bench ever did.
    chosen = select(events).where(
        events.c.order_no == told.order_no, events.c.kind.in_((OrderOpened.__name__, CartonChosen.__name__))
    )
    log = (told.bench, told.epoch)
    rows = [row for row in connection.execute(chosen) if (row.bench, row.epoch) == log and row.seq < told.seq]
    packaging = None
    for row in sorted(rows, key=lambda row: int(row.seq), reverse=True):
        opening = msgspec.json.decode(row.header, type=_OpeningHeader).pub
        packaging = packaging or opening
        if row.kind == OrderOpened.__name__:
            return opening.fence, packaging
    return -1, packaging
