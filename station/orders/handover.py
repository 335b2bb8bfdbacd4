"""Handing parcels over to a carrier (H1 to H4): a handover is opened, and closed with a reason for all that stays.

What comes between, the scans, is in ``handover_scan``; what waits for a carrier, in ``awaiting``. A public function
that takes the book is one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from station.errors import Trouble, UsageTrouble
from station.orders import awaiting
from station.orders.awaiting import LEAVING, SealedParcel, expected, parcels_of, still_here
from station.orders.engine import reading, writing
from station.orders.handover_papers import NO_PAPERS, Papers, keep, owe_entries
from station.orders.handover_tables import handover_acts, handover_left, handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.routes import Carrier
from station.orders.tables import orders
from station.packing.model import OrderNo, OrderState, ServiceId

REASON_MAX = 200
NAME_MAX = 64
NAMED_MAX = 10
"""Orders named in one sentence; ``handover show`` lists them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """A parcel that should have gone; ``reason`` is a person's, or the hold that kept it."""

    order: OrderNo
    waybill: str
    bench: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """``missing`` is what an open one still waits for, ``left`` what a closed one left behind."""

    id: int
    carrier: str
    services: tuple[ServiceId, ...]
    opened_us: int
    opened_by: str
    closed_us: int | None
    closed_by: str
    driver: str
    parcels: tuple[SealedParcel, ...] = ()
    missing: tuple[SealedParcel, ...] = ()
    left: tuple[LeftBehind, ...] = ()

    @property
    def count(self) -> int:
        return awaiting.count(self.parcels)

    @property
    def weight_mg(self) -> int:
        return awaiting.weight_mg(self.parcels)

    @property
    def unweighed(self) -> int:
        return awaiting.unweighed(self.parcels)


def open_handover(book: OrderBook, carrier: Carrier, *, who: str, driver: str = "", now_us: int) -> Handover:
    """A new handover for what ``carrier`` collects.

    Raises:
        Trouble: one for the same parcels is still open.
    """
    _refuse_long_name(driver)
    with writing(book.engine) as connection:
        for row in connection.execute(select(handovers).where(handovers.c.closed_us.is_(None))):
            if set(row.services.split()) & set(carrier.services):
                raise Trouble(
                    f"handover {row.id} of {row.carrier} is still open",
                    remedy=f"Scan into it, or close it: sealbench handover close {row.id}.",
                )
        values = {"carrier": carrier.id, "services": " ".join(carrier.services), "driver": driver.strip()}
        made = insert(handovers).values(**values, opened_us=now_us, opened_by=who).returning(handovers.c.id)
        handover_id = int(connection.execute(made).scalar_one())
        record(connection, handover_id, "opened", who=who, now_us=now_us)
        return _told(connection, _head(connection, handover_id))


def look(book: OrderBook, handover_id: int) -> Handover:
    """A handover with all its parcels.

    Raises:
        Trouble: there is none of this number.
    """
    with reading(book.engine) as connection:
        return _told(connection, _head(connection, handover_id))


def recent(book: OrderBook, *, limit: int = 20) -> tuple[Handover, ...]:
    """The newest first, open ones before closed ones, each with its parcels."""
    newest = select(handovers).order_by(handovers.c.closed_us.is_not(None), handovers.c.id.desc()).limit(limit)
    with reading(book.engine) as connection:
        return tuple(_told(connection, row) for row in connection.execute(newest).all())


def close(
    book: OrderBook,
    handover_id: int,
    reasons: Mapping[str, str],
    *,
    who: str,
    driver: str = "",
    papers: Papers = NO_PAPERS,
    now_us: int,
) -> Handover:
    """The carrier has it: its orders are handed over. ``reasons`` by order number or waybill, one for each left behind.

    Raises:
        Trouble: something stays without a reason, was held after its scan, or is not on the sheet; nothing is changed.
    """
    _refuse_long_name(driver)
    with writing(book.engine) as connection:
        told = _told(connection, open_head(connection, handover_id))
        _refuse_held(told)
        left = _with_reasons(told, reasons)
        if left:
            rows = [_left_row(each, handover_id) for each in left]
            connection.execute(insert(handover_left), rows)
        values = {"closed_us": now_us, "closed_by": who, "driver": driver.strip() or told.driver}
        connection.execute(update(handovers).where(handovers.c.id == handover_id).values(values))
        _hand_over_orders(connection, handover_id)
        keep(connection, handover_id, papers, told.parcels)
        owe_entries(connection, handover_id, told.parcels)
        record(connection, handover_id, "closed", who=who, now_us=now_us)
        return _told(connection, _head(connection, handover_id))


def _head(connection: Connection, handover_id: int, *, lock: bool = False) -> Any:
    wanted = select(handovers).where(handovers.c.id == handover_id)
    row = connection.execute(wanted.with_for_update() if lock else wanted).first()
    if row is None:
        raise Trouble(f"there is no handover {handover_id}", remedy="Look with: sealbench handover show.")
    return row


def open_head(connection: Connection, handover_id: int) -> Any:
    """The row of an open handover, kept from being closed until this transaction ends."""
    row = _head(connection, handover_id, lock=True)
    if row.closed_us is not None:
        raise Trouble(f"handover {handover_id} is closed", remedy=f"Open another: handover open {row.carrier}.")
    return row


def _told(connection: Connection, row: Any) -> Handover:
    services = tuple(ServiceId(service) for service in row.services.split())
    left = select(handover_left).where(handover_left.c.handover_id == row.id).order_by(handover_left.c.order_no)
    return Handover(
        id=row.id,
        carrier=row.carrier,
        services=services,
        opened_us=row.opened_us,
        opened_by=row.opened_by,
        closed_us=row.closed_us,
        closed_by=row.closed_by,
        driver=row.driver,
        parcels=parcels_of(connection, row.id),
        missing=expected(connection, services) if row.closed_us is None else (),
        left=tuple(
            LeftBehind(order=OrderNo(each.order_no), waybill=each.waybill, bench=each.bench, reason=each.reason)
            for each in connection.execute(left)
        ),
    )


def _left_row(left: LeftBehind, handover_id: int) -> dict[str, Any]:
    return {
        "handover_id": handover_id,
        "order_no": left.order,
        "waybill": left.waybill,
        "bench": left.bench,
        "reason": left.reason,
    }


def _refuse_held(told: Handover) -> None:
    """A hold or a cancellation that came after the scan: the box must come out of the van again."""
    stopped = [parcel for parcel in told.parcels if parcel.holds or parcel.state not in LEAVING]
    if stopped:
        first = stopped[0]
        raise Trouble(
            f"{_named(stopped)}: held or cancelled since the scan",
            where=f"handover {told.id}",
            remedy=f"Take it out: sealbench handover scan {told.id} --take-out {first.waybill or first.order}.",
        )


def _with_reasons(told: Handover, reasons: Mapping[str, str]) -> tuple[LeftBehind, ...]:
    given = {name.strip(): reason.strip()[:REASON_MAX] for name, reason in reasons.items()}
    names = {name for parcel in told.missing for name in (parcel.order, parcel.waybill)}
    for name, reason in given.items():
        if name not in names:
            raise UsageTrouble(f"{name[:60]!r} does not stay behind in handover {told.id}")
        if not reason:
            raise UsageTrouble(f"the reason for {name} is empty", remedy="Write it as NO=TEXT.")
    left = [(parcel, _reason(parcel, given)) for parcel in told.missing]
    silent = [parcel for parcel, reason in left if not reason]
    if silent:
        raise Trouble(
            f"these stay behind without a reason: {_named(silent)}",
            where=f"handover {told.id}",
            remedy="Scan them, or give each a reason: --reason NO=TEXT.",
        )
    return tuple(
        LeftBehind(order=parcel.order, waybill=parcel.waybill, bench=parcel.bench, reason=reason)
        for parcel, reason in left
    )


def _reason(parcel: SealedParcel, given: Mapping[str, str]) -> str:
    """A person's words; a hold speaks for itself."""
    held = f"held: {', '.join(parcel.holds)}" if parcel.holds else ""
    return given.get(parcel.order) or given.get(parcel.waybill) or held


def _named(found: Sequence[SealedParcel]) -> str:
    names = [f"{parcel.order} (bench {parcel.bench})" for parcel in found[:NAMED_MAX]]
    rest = len(found) - len(names)
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def _hand_over_orders(connection: Connection, handover_id: int) -> None:
    """An order is handed over with the last of its parcels; one that its platform calls shipped stays that."""
    mine = select(handover_parcels.c.order_no).where(handover_parcels.c.handover_id == handover_id)
    connection.execute(
        update(orders)
        .where(orders.c.number.in_(mine), orders.c.state == OrderState.SEALED, ~still_here)
        .values(state=OrderState.HANDED_OVER)
    )


def record(connection: Connection, handover_id: int, act: str, *, who: str, now_us: int, **values: str | None) -> None:
    row = {"handover_id": handover_id, "at_us": now_us, "who": who, "act": act, **values}
    connection.execute(insert(handover_acts).values(row))


def _refuse_long_name(name: str) -> None:
    if len(name) > NAME_MAX:
        raise UsageTrouble(f"a driver's name has at most {NAME_MAX} characters")
