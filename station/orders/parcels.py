"""What a bench's recorded entry means for the order: packing, given back, its number on paper, sealed.

A claim that no longer stands changes no order; what became of paper and box is kept whoever has the order by now.
Whoever calls has the transaction and says each entry once, in order, after the entry itself is in ``events``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from station.orders import claims, owing, put_back, refused_seals, reserving
from station.orders.joint import joined_with, who_lacks
from station.orders.numbers import NumberState, mark
from station.orders.order_copy import lines_of
from station.orders.picking_tables import wall_units
from station.orders.pool import void_for_ever
from station.orders.shortages import close_by_parcel, hand_on, record_shortage
from station.orders.splitting import split_at_bench
from station.orders.stopping import call_about
from station.orders.tables import events, orders, parcels, serials
from station.orders.weights import learn_from_parcel
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.packing.events import (
    CartonChosen,
    ClaimReturned,
    ItemPacked,
    LabelRequested,
    OrderContents,
    OrderOpened,
    OrderParked,
    PackedUnits,
    ParcelSealed,
    ScanRefused,
    UnitTakenBack,
    WaybillIssued,
)
from station.packing.model import OrderNo, OrderState
from station.packing.owners import Owner
from station.packing.print_events import WaybillVoided
from station.packing.reasons import Reason
from station.packing.split_events import RestUnits

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
    why: str = ""  # a person's words, or the program's
    com: Mapping[str, object] = field(default_factory=dict)  # what it committed to, as far as it was not erased


class _Routed(msgspec.Struct, frozen=True):
    service: str | None = None


class _Opening(msgspec.Struct, frozen=True):
    """Of ``OrderOpened``, and of ``CartonChosen``, which has no fence. Other fields are not for us."""

    carton: str
    carton_mg: int
    filler_mg: int
    fence: int = 0
    order: _Routed = _Routed()


class _OpeningHeader(msgspec.Struct, frozen=True):
    pub: _Opening


class _Piece(msgspec.Struct, frozen=True):
    sku: str
    serial: str | None = None


class _Claim(msgspec.Struct, frozen=True):
    fence: int


class _Parking(msgspec.Struct, frozen=True):
    fence: int
    owner: Owner | None = None
    missing: tuple[PackedUnits, ...] = ()


class _HandingOver(msgspec.Struct, frozen=True):
    handover: int


class _Sealing(msgspec.Struct, frozen=True):
    weight_mg: int | None
    contents: tuple[PackedUnits, ...]
    short: bool
    rest: tuple[RestUnits, ...] = ()


class _Together(msgspec.Struct, frozen=True):
    """What ``OrderOpened`` committed to, of a parcel of several orders."""

    joined: tuple[str, ...] = ()


class _Shares(msgspec.Struct, frozen=True):
    """The same of ``ParcelSealed``, and of a parcel that holds a part of an order."""

    joined: tuple[OrderContents, ...] = ()
    next: OrderNo | None = None


class _Whose(msgspec.Struct, frozen=True):
    order: str | None = None


MATTERS = frozenset(
    kind.__name__
    for kind in (
        ClaimReturned, OrderOpened, ItemPacked, UnitTakenBack, OrderParked, LabelRequested, WaybillVoided, ParcelSealed,
        WaybillIssued, ScanRefused,
    )
) | frozenset(owing.KINDS)  # fmt: skip


def apply(connection: Connection, told: Told, rules: DeadlineRules = NO_RULES) -> None:
    """``msgspec.ValidationError`` when the entry is not what its kind says."""
    match told.kind:
        case OrderOpened.__name__:
            _opened(connection, told)
        case ItemPacked.__name__ | UnitTakenBack.__name__:
            _piece(connection, told)
        case OrderParked.__name__:
            _parked(connection, told, rules)
        case ClaimReturned.__name__:
            _returned(connection, told)
        case LabelRequested.__name__:
            _on_paper(connection, told)
        case WaybillVoided.__name__:
            _renumbered(connection, told)
        case WaybillIssued.__name__:
            _issued(connection, told)
        case ScanRefused.__name__ if told.pub.get("reason") == Reason.PACKED_TWICE:
            refused_seals.told(connection, told.bench, str(told.com.get("code")), now_us=told.wall_us)
        case ParcelSealed.__name__:
            _sealed(connection, told)
        case owing.HANDED_OVER | owing.CLOSED:
            _handed_over(connection, told)
        case _:
            pass


def _opened(connection: Connection, told: Told) -> None:
    opening = msgspec.convert(told.pub, _Opening)
    numbers = msgspec.convert(told.com, _Together).joined or ((told.order_no,) if told.order_no else ())
    if put_back.claim_again(
        connection, numbers, bench=told.bench, fence=opening.fence, service=opening.order.service or "",
        at_us=told.wall_us,
    ):  # fmt: skip
        _used_again(connection, told, NumberState.DRAWN)
    connection.execute(
        update(orders)
        .where(
            orders.c.number.in_(numbers),
            orders.c.claimed_by == told.bench,
            orders.c.fence == opening.fence,
            orders.c.state.in_(_OPEN),
        )
        .values(state=OrderState.PACKING)
    )


def _piece(connection: Connection, told: Told) -> None:
    """Which order a piece with a serial number went into; out of the box again, it belongs to none."""
    piece = msgspec.convert(told.pub, _Piece)
    number = msgspec.convert(told.com, _Whose).order or told.order_no
    if piece.serial is None or number is None:
        return
    this = (serials.c.sku == piece.sku, serials.c.serial == piece.serial)
    if told.kind == UnitTakenBack.__name__:
        connection.execute(delete(serials).where(*this, serials.c.order_no == number))
    elif connection.execute(select(serials.c.sku).where(*this)).first() is None:
        connection.execute(insert(serials).values(sku=piece.sku, serial=piece.serial, order_no=number))


def _parked(connection: Connection, told: Told, rules: DeadlineRules) -> None:
    parking = msgspec.convert(told.pub, _Parking)
    if told.order_no is not None:
        numbers = joined_with(connection, told.order_no)
        connection.execute(delete(serials).where(serials.c.order_no.in_(numbers)))
        if parking.owner is not None:
            _short(connection, told, told.order_no, parking, rules)
        if claims.release(connection, told.order_no, bench=told.bench, fence=parking.fence):
            _out_of_the_cells(connection, numbers, told.wall_us)


def _out_of_the_cells(connection: Connection, numbers: Sequence[str], parked_us: int) -> None:
    """Nothing is sorted while a bench has the order, so all of it was before, however fast the wall's clock is."""
    later = (wall_units.c.order_no.in_(numbers), wall_units.c.at_us > parked_us)
    connection.execute(update(wall_units).where(*later).values(at_us=parked_us))


def _returned(connection: Connection, told: Told) -> None:
    """Also told at once; this is for a book that was away then."""
    number = msgspec.convert(told.com, _Whose).order
    if number is not None:
        claims.release(connection, number, bench=told.bench, fence=msgspec.convert(told.pub, _Claim).fence)


def _short(connection: Connection, told: Told, number: str, parking: _Parking, rules: DeadlineRules) -> None:
    """Also of a claim that no longer stands: what is missing is missing. Each order of the parcel has its own."""
    assert parking.owner is not None
    if connection.execute(select(orders.c.number).where(orders.c.number == number)).first() is None:
        return
    numbers = joined_with(connection, number)
    each_one = [(each, lines_of(connection, each)) for each in numbers]
    lacking = who_lacks(each_one, parking.missing) or {numbers[0]: ()}
    for order_no, missing in lacking.items():
        record_shortage(
            connection,
            order_no,
            owner=parking.owner,
            why=told.why,
            missing=missing,
            bench=told.bench,
            who=told.packer,
            at_us=told.wall_us,
            rules=rules,
        )


def _handed_over(connection: Connection, told: Told) -> None:
    handing = msgspec.convert(told.pub, _HandingOver)
    owing.took(connection, bench=told.bench, handover_id=handing.handover, order_no=told.order_no, waybill=told.waybill)


def _used_again(connection: Connection, told: Told, state: NumberState) -> None:
    if told.waybill is not None and told.order_no is not None:
        put_back.use_again(connection, told.order_no, told.waybill, state, now_us=told.wall_us)


def _on_paper(connection: Connection, told: Told) -> None:
    _used_again(connection, told, NumberState.SENT)
    if told.waybill is not None:
        mark(connection, told.waybill, NumberState.SENT, now_us=told.wall_us)


def _renumbered(connection: Connection, told: Told) -> None:
    """Its label may be on another box: whoever has the order by now, the number is nobody's any more."""
    if told.waybill is not None and told.order_no is not None:
        void_for_ever(connection, told.order_no, told.waybill, reason=told.why, now_us=told.wall_us)


def _issued(connection: Connection, told: Told) -> None:
    """Only a number from the bench's own reserve is news: any other the book gave itself."""
    if told.order_no is None or told.waybill is None:
        return
    if reserving.is_reserved(connection, told.bench, told.waybill):
        fence, _ = _opening_of(connection, told)
        stands = _claim_stands(connection, told, told.order_no, fence)
        reserving.issued(connection, told.order_no, told.waybill, bench=told.bench, stands=stands, now_us=told.wall_us)


def _sealed(connection: Connection, told: Told) -> None:
    sealing = msgspec.convert(told.pub, _Sealing)
    shares = msgspec.convert(told.com, _Shares)
    fence, packaging = _opening_of(connection, told)
    _on_paper(connection, told)
    alone = OrderContents(order=OrderNo(told.order_no or ""), contents=sealing.contents)
    for share in shares.joined or (alone,):
        connection.execute(insert(parcels).values(_parcel(told, sealing, share)))
        stands = _claim_stands(connection, told, share.order, fence)
        _seal_order(connection, told, share.order, fence)
        if not stands:
            refused_seals.refuse(
                connection,
                (told.bench, told.epoch, told.seq),
                share.order,
                waybill=told.waybill or "",
                fence=fence,
                sealed_us=told.wall_us,
            )
        if stands and shares.next is not None:
            split_at_bench(
                connection,
                share.order,
                shares.next,
                contents=sealing.contents,
                rest=sealing.rest,
                now_us=told.wall_us,
            )
            hand_on(connection, share.order, shares.next, {each.sku for each in sealing.rest}, now_us=told.wall_us)
        close_by_parcel(connection, share.order, who=told.packer, now_us=told.wall_us)
        if stands:
            call_about(connection, told.bench, share.order, who=told.packer, at_us=told.wall_us)
    if sealing.weight_mg is not None and packaging is not None and packaging.carton:
        tare_mg = packaging.carton_mg + packaging.filler_mg
        learn_from_parcel(connection, weight_mg=sealing.weight_mg, tare_mg=tare_mg, contents=sealing.contents)


def _parcel(told: Told, sealing: _Sealing, share: OrderContents) -> dict[str, object]:
    """One box is as many rows as it has orders, each with the waybill and the weight of all."""
    return {
        "bench": told.bench,
        "epoch": told.epoch,
        "seq": told.seq,
        "order_no": share.order,
        "waybill": told.waybill or "",
        "packer": told.packer,
        "sealed_us": told.wall_us,
        "weight_mg": sealing.weight_mg,
        "lines": len(share.contents),
        "units": sum(packed.units for packed in share.contents),
        "short": sealing.short,
    }


def _claim_stands(connection: Connection, told: Told, number: str, fence: int) -> bool:
    """Also when the claim was given back, as long as nobody has claimed since; and when the platform ended the order.

    What did not fit into the box must not be forgotten because of the platform's word.
    """
    mine = or_(orders.c.claimed_by == told.bench, orders.c.claimed_by.is_(None))
    wanted = select(orders.c.number).where(orders.c.number == number, mine, orders.c.fence == fence)
    return connection.execute(wanted).first() is not None


def _seal_order(connection: Connection, told: Told, number: str, fence: int) -> None:
    """The box is closed: also when the claim was given back, as long as nobody has claimed since."""
    values = {
        "state": OrderState.SEALED,
        "sealed_us": told.wall_us,
        "claimed_by": None,
        "claimed_us": None,
        "lease_us": None,
    }
    if told.waybill is not None:
        values["waybill"] = told.waybill
    connection.execute(
        update(orders)
        .where(
            orders.c.number == number,
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
