"""Scans at the door: a parcel into an open handover, or out of it again, or why not. All of it is recorded.

A public function is one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from station import codes
from station.orders.awaiting import LEAVING, SealedParcel, Why, parcels_meant
from station.orders.engine import writing
from station.orders.handover import open_head, record
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import OrderNo, OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReply:
    """What became of a scanned code: taken when ``why`` is None. ``detail`` is the hold, service or handover meant."""

    code: str
    orders: tuple[OrderNo, ...] = ()
    waybill: str = ""
    why: Why | None = None
    detail: str = ""


def scan(book: OrderBook, handover_id: int, text: str, *, who: str, now_us: int) -> ScanReply:
    """Take the parcel of a scanned code into an open handover, or say why not; either is recorded.

    Raises:
        Trouble: the handover is not there or closed.
    """
    with writing(book.engine) as connection:
        head = open_head(connection, handover_id)
        reply, found = _judged(connection, head, text)
        for parcel in found:
            connection.execute(insert(handover_parcels).values(_row(parcel, handover_id, who=who, now_us=now_us)))
        _record_reply(connection, handover_id, reply, "scanned", who=who, now_us=now_us)
        return reply


def take_out(book: OrderBook, handover_id: int, text: str, *, who: str, now_us: int) -> ScanReply:
    """Undo a scan: the parcel stays here after all. As ``scan``."""
    with writing(book.engine) as connection:
        open_head(connection, handover_id)
        reply = _taken_out(connection, handover_id, text)
        _record_reply(connection, handover_id, reply, "taken_out", who=who, now_us=now_us)
        return reply


def _judged(connection: Connection, head: Any, text: str) -> tuple[ScanReply, tuple[SealedParcel, ...]]:
    scanned = codes.read(text, device="handover")
    if scanned.fault is not None:
        return ScanReply(code=scanned.text, why=Why.UNREADABLE), ()
    code = scanned.text
    found = parcels_meant(connection, code)
    if isinstance(found, Why):
        return ScanReply(code=code, why=found), ()
    why, detail = _refusal(connection, head, found)
    numbers = tuple(parcel.order for parcel in found)
    reply = ScanReply(code=code, orders=numbers, waybill=found[0].waybill, why=why, detail=detail)
    return reply, () if why else found


def _refusal(connection: Connection, head: Any, found: Sequence[SealedParcel]) -> tuple[Why | None, str]:
    """The first thing that keeps one of the orders of a parcel here; what is gone already goes before all."""
    _lock(connection, found)
    for parcel in found:
        taken = _taken_by(connection, parcel)
        if taken is not None:
            return _taken_why(taken, head.id), str(taken.id)
    for parcel in found:
        if parcel.state is OrderState.CANCELLED:
            return Why.CANCELLED, parcel.order
        if parcel.state not in LEAVING:
            return Why.NOT_SEALED, parcel.order
        if parcel.holds:
            return Why.HELD, ", ".join(parcel.holds)
        if parcel.service not in head.services.split():
            return Why.WRONG_CARRIER, parcel.service
    return None, ""


def _lock(connection: Connection, found: Sequence[SealedParcel]) -> None:
    """Two handovers that scan one box at a time are told apart by their order's row."""
    numbers = sorted(parcel.order for parcel in found)
    wanted = select(orders.c.number).where(orders.c.number.in_(numbers)).order_by(orders.c.number)
    connection.execute(wanted.with_for_update()).all()


def _taken_by(connection: Connection, parcel: SealedParcel) -> Any:
    mine = (handover_parcels.c.order_no == parcel.order, handover_parcels.c.waybill == parcel.waybill)
    joined = select(handovers.c.id, handovers.c.closed_us).join(
        handover_parcels, handover_parcels.c.handover_id == handovers.c.id
    )
    return connection.execute(joined.where(*mine)).first()


def _taken_why(taken: Any, handover_id: int) -> Why:
    if taken.closed_us is not None:
        return Why.ALREADY_HANDED_OVER
    return Why.ALREADY_SCANNED if taken.id == handover_id else Why.OTHER_HANDOVER


def _taken_out(connection: Connection, handover_id: int, text: str) -> ScanReply:
    code = codes.read(text, device="handover").text
    mine = handover_parcels.c.handover_id == handover_id
    by_waybill = select(handover_parcels).where(mine, handover_parcels.c.waybill == code)
    by_order = select(handover_parcels).where(mine, handover_parcels.c.order_no == code)
    rows = connection.execute(by_waybill).all() or connection.execute(by_order).all()
    if not rows:
        return ScanReply(code=code, why=Why.NOT_IN_HANDOVER)
    if len(rows) == 1 and rows[0].waybill:  # found by its number: the box may be other orders', too
        rows = connection.execute(
            select(handover_parcels).where(mine, handover_parcels.c.waybill == rows[0].waybill)
        ).all()
    waybill = rows[0].waybill
    if len({row.waybill for row in rows}) > 1:
        return ScanReply(code=code, why=Why.SEVERAL_PARCELS)
    numbers = [row.order_no for row in rows]
    connection.execute(delete(handover_parcels).where(mine, handover_parcels.c.order_no.in_(numbers)))
    return ScanReply(code=code, orders=tuple(map(OrderNo, numbers)), waybill=waybill)


def _row(parcel: SealedParcel, handover_id: int, *, who: str, now_us: int) -> dict[str, Any]:
    return {
        "order_no": parcel.order,
        "waybill": parcel.waybill,
        "handover_id": handover_id,
        "bench": parcel.bench,
        "weight_mg": parcel.weight_mg,
        "scanned_us": now_us,
        "scanned_by": who,
    }


def _record_reply(
    connection: Connection, handover_id: int, reply: ScanReply, act: str, *, who: str, now_us: int
) -> None:
    record(
        connection,
        handover_id,
        act if reply.why is None else "refused",
        who=who,
        now_us=now_us,
        code=reply.code,
        order_no=reply.orders[0] if reply.orders else None,
        reason=reply.why or "",
    )
