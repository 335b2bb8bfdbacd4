"""The pool of waybill numbers as the office keeps it: how long it lasts, numbers voided, numbers given by hand (J3).

Drawing and adding are ``numbers``. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, insert, literal, select, text, union_all, update

from station.errors import Trouble
from station.orders.numbers import NumberState, PoolCount, in_book, mark, number_fault, pool
from station.orders.tables import orders, waybill_numbers
from station.packing.model import OrderState, ServiceId
from station.packing.routing import Service

PACE_DAYS = 7
DAY_US = 86_400_000_000
VOIDED_MAX = 1_000
NOTE_MAX = 200

BEFORE_PAPER = (OrderState.READY, OrderState.HELD, OrderState.PACKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolLevel:
    """A service's numbers, what a day takes of them (the last week's mean), and whether they run low."""

    service: Service
    count: PoolCount
    used: int  # in the last PACE_DAYS days
    low: bool

    @property
    def days_left(self) -> float | None:
        """At that pace; None when none was used."""
        return self.count.free * PACE_DAYS / self.used if self.used else None


def levels(connection: Connection, services: Iterable[Service], *, now_us: int) -> tuple[PoolLevel, ...]:
    """Of every service that draws from a pool, or that numbers were ever put in for."""
    used = _used_since(connection, now_us - PACE_DAYS * DAY_US)
    counts = {count.service: count for count in pool(connection)}
    return tuple(
        _level(service, counts.get(service.id), used.get(service.id, 0))
        for service in services
        if service.id in counts or not service.by_hand
    )


def _level(service: Service, count: PoolCount | None, used: int) -> PoolLevel:
    """A service nobody put numbers in for is not used, so it does not run low."""
    known = count or PoolCount(service=service.id, free=0, drawn=0, sent=0, void=0)
    low = (
        count is not None and not service.by_hand and (known.free < service.low_water or known.free * PACE_DAYS < used)
    )
    return PoolLevel(service=service, count=known, used=used, low=low)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningLow:
    service: Service
    free: int


def running_low(connection: Connection, services: Iterable[Service], pooled: Collection[str]) -> tuple[RunningLow, ...]:
    """Which of the services have fewer free numbers than their low water, the fewest first.

    Nothing is counted beyond that, so that a bench may ask with each parcel; ``pooled`` are those that ever had
    numbers. A week's pace, which ``levels`` looks at too, is the office's to watch.
    """
    watched = {service.id: service for service in services if service.id in pooled and not service.by_hand}
    if not watched:
        return ()
    counts = union_all(*(_free_of(service) for service in watched.values()))
    rows = connection.execute(counts).all()
    found = [RunningLow(service=watched[ServiceId(row.service)], free=row.free) for row in rows]
    low = (each for each in found if each.free < each.service.low_water)
    return tuple(sorted(low, key=lambda each: (each.free, each.service.id)))


def _free_of(service: Service) -> Select[*tuple[Any, ...]]:
    free = select(waybill_numbers.c.number).where(waybill_numbers.c.service == service.id, _FREE)
    some = free.limit(service.low_water).subquery()
    return select(literal(service.id).label("service"), func.count().label("free")).select_from(some)


_FREE = text("waybill_numbers.state = 'free'")
"""In the very words of the index ``ix_waybill_numbers_free``."""


def pooled(connection: Connection) -> frozenset[str]:
    """Services that numbers were ever put in for; reads the whole pool."""
    return frozenset(connection.execute(select(waybill_numbers.c.service).distinct()).scalars())


def _used_since(connection: Connection, since_us: int) -> dict[str, int]:
    taken = waybill_numbers.c.state.in_((NumberState.DRAWN, NumberState.SENT))
    counted = select(waybill_numbers.c.service, func.count()).where(taken, waybill_numbers.c.changed_us >= since_us)
    grouped = connection.execute(counted.group_by(waybill_numbers.c.service))
    return {row[0]: row[1] for row in grouped}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    number: str
    service: str
    order_no: str
    changed_us: int
    note: str


def voided(connection: Connection, service: str = "") -> Sequence[Voided]:
    """Void numbers, the newest first, at most VOIDED_MAX: none of them may be used again."""
    wanted = select(waybill_numbers).where(waybill_numbers.c.state == NumberState.VOID)
    if service:
        wanted = wanted.where(waybill_numbers.c.service == service)
    newest = wanted.order_by(waybill_numbers.c.changed_us.desc(), waybill_numbers.c.number).limit(VOIDED_MAX)
    return [
        Voided(
            number=row.number,
            service=row.service,
            order_no=row.order_no or "",
            changed_us=row.changed_us,
            note=row.note,
        )
        for row in connection.execute(newest)
    ]


def void(connection: Connection, number: str, *, reason: str, now_us: int, who: str = "") -> str:
    """Take a number out of use for ever; gives the order that loses it, or nothing.

    Raises:
        Trouble: the book does not have it, it is void already, or it is on paper or at a bench.
    """
    row = connection.execute(select(waybill_numbers).where(waybill_numbers.c.number == number)).first()
    if row is None:
        raise Trouble(f"the number {number[:64]} is in no pool")
    if row.state == NumberState.VOID:
        raise Trouble(f"{number} is void already")
    state = connection.execute(select(orders.c.state).where(orders.c.number == row.order_no)).scalar()
    if row.state == NumberState.SENT or state not in (None, OrderState.READY, OrderState.HELD):
        remedy = "Reprint or put the order aside at the bench first."
        raise Trouble(f"{number} is order {row.order_no}'s, at a bench or on paper", remedy=remedy)
    mark(connection, number, NumberState.VOID, now_us=now_us)
    by = f" (by {who})" if who else ""
    note = f"{reason[: NOTE_MAX - len(by)]}{by}"
    connection.execute(update(waybill_numbers).where(waybill_numbers.c.number == number).values(note=note))
    mine = (orders.c.number == row.order_no, orders.c.waybill == number)
    connection.execute(update(orders).where(*mine).values(waybill=None))
    return row.order_no or ""


def void_for_ever(connection: Connection, order_no: str, number: str, *, reason: str, now_us: int) -> None:
    """A bench has voided the number it had on paper. One that came with the order is kept, as void."""
    row = connection.execute(select(waybill_numbers.c.number).where(waybill_numbers.c.number == number)).first()
    if row is None:
        service = connection.execute(select(orders.c.service).where(orders.c.number == order_no)).scalar()
        _add(connection, order_no, number, service or "", NumberState.VOID, note=reason, now_us=now_us)
    else:
        mark(connection, number, NumberState.VOID, now_us=now_us)
        noted = update(waybill_numbers).where(waybill_numbers.c.number == number).values(note=reason[:NOTE_MAX])
        connection.execute(noted)
    mine = (orders.c.number == order_no, orders.c.waybill == number)
    connection.execute(update(orders).where(*mine).values(waybill=None))


def why_not(connection: Connection, order_no: str, number: str, service: Service) -> str:
    """Why a number may not be given to an order; empty when it may. One the order has already is no fault."""
    row = connection.execute(
        select(orders.c.state, orders.c.waybill, orders.c.joined_to).where(orders.c.number == order_no)
    ).first()
    if row is None:
        return f"there is no order {order_no[:64]}"
    if row.joined_to not in (None, order_no):
        return f"order {order_no} goes under the waybill of {row.joined_to}"
    if fault := number_fault(number, service):
        return fault
    if row.waybill == number:
        return ""
    if row.state not in BEFORE_PAPER:
        return f"order {order_no} is {row.state} and takes no other number"
    if row.state == OrderState.PACKING and row.waybill:
        return f"order {order_no} is being packed with {row.waybill}"
    return "this number is in the order book already" if in_book(connection, (number,)) else ""


def give(connection: Connection, order_no: str, number: str, service: Service, *, note: str, now_us: int) -> bool:
    """Give an order a number that ``why_not`` has nothing against; False when the order has it already.

    A number it had from the pool is void with that.
    """
    had = connection.execute(select(orders.c.waybill).where(orders.c.number == order_no)).scalar()
    if had == number:
        return False
    if had:
        mark(connection, had, NumberState.VOID, now_us=now_us)
    _add(connection, order_no, number, service.id, NumberState.DRAWN, note=note, now_us=now_us)
    connection.execute(update(orders).where(orders.c.number == order_no).values(waybill=number, service=service.id))
    return True


def _add(
    connection: Connection, order_no: str, number: str, service: str, state: NumberState, *, note: str, now_us: int
) -> None:
    position = connection.execute(select(func.max(waybill_numbers.c.position))).scalar() or 0
    connection.execute(
        insert(waybill_numbers).values(
            number=number,
            service=service,
            state=state,
            position=position + 1,
            order_no=order_no,
            changed_us=now_us,
            note=note[:NOTE_MAX],
        )
    )
