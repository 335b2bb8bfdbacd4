"""The pool of waybill numbers. A number drawn for an order is never another order's: it is used or it is void.

So nobody must know whether it had reached a printer. Whoever calls has the transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import Connection, Exists, ScalarSelect, exists, func, select, text, update

from station.orders.check_digits import proven
from station.orders.engine import insert_many
from station.orders.tables import orders, waybill_numbers
from station.packing.model import ServiceId
from station.packing.routing import Service
from station.packing.terms import Check

NUMBER_MAX = 64
NUMBERS_MAX = 1_000_000
"""In one file of ``waybills add``."""


class NumberState(StrEnum):
    FREE = "free"
    RESERVED = "reserved"  # for one bench, which has it in its own store
    DRAWN = "drawn"
    SENT = "sent"
    VOID = "void"


_LIVE = text("waybill_numbers.state IN ('drawn', 'sent')")
"""In the very words of the index ``ix_waybill_numbers_live``: with bound values SQLite would read the whole pool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFault:
    row: int
    number: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolCount:
    service: str
    free: int
    drawn: int
    sent: int
    void: int
    reserved: int = 0


def number_for(
    connection: Connection, order_no: str, service: ServiceId | None, *, bench: str, now_us: int
) -> str | None:
    """The order's number: the one it has when it suits ``service``, else one drawn from the pool, else None.

    A number of the platform, which is in no pool, stays. One of another service is void from now on.
    """
    row = connection.execute(_numbered.where(orders.c.number == order_no)).one()
    given = row.waybill if row.waybill and not row.voided else None
    return number_beside(
        connection, order_no, service, (row.drawn, row.drawn_service, given), bench=bench, now_us=now_us
    )


def number_beside(
    connection: Connection,
    order_no: str,
    service: ServiceId | None,
    known: tuple[str | None, str | None, str | None],
    *,
    bench: str,
    now_us: int,
) -> str | None:
    """``number_for`` an order of which number of the pool, its service, and own number are ``known`` already."""
    drawn, drawn_service, given = known
    if drawn is None and given:
        return given
    if drawn is not None and drawn_service == service:
        return drawn
    if service is None:
        return None
    return _draw(connection, order_no, service, bench=bench, now_us=now_us, instead_of=drawn)


_of_order = (_LIVE, waybill_numbers.c.order_no == orders.c.number)
DRAWN: ScalarSelect[str] = select(waybill_numbers.c.number).where(*_of_order).correlate(orders).scalar_subquery()
DRAWN_SERVICE: ScalarSelect[str] = (
    select(waybill_numbers.c.service).where(*_of_order).correlate(orders).scalar_subquery()
)
VOIDED: Exists = (
    exists()
    .where(waybill_numbers.c.number == orders.c.waybill, waybill_numbers.c.state == NumberState.VOID)
    .correlate(orders)
)
"""Of a row of ``orders``: its number of the pool, whose that is, and whether the number that it names is void."""

_numbered = select(orders.c.waybill, DRAWN.label("drawn"), DRAWN_SERVICE.label("drawn_service"), VOIDED.label("voided"))


def live_number(connection: Connection, order_no: str) -> str | None:
    """The order's number; one that was voided here is none, though its platform may name it again."""
    wanted = select(orders.c.waybill).where(orders.c.number == order_no, ~VOIDED)
    number = connection.execute(wanted).scalar()
    return str(number) if number else None


def _draw(
    connection: Connection, order_no: str, service: ServiceId, *, bench: str, now_us: int, instead_of: str | None
) -> str | None:
    if instead_of is not None:
        mark(connection, instead_of, NumberState.VOID, now_us=now_us)
    free = (
        select(_pool.c.number)
        .where(_pool.c.service == service, _FREE)
        .order_by(_pool.c.position)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    taken = {"state": NumberState.DRAWN, "order_no": order_no, "bench": bench, "changed_us": now_us}
    drawing = update(waybill_numbers).where(waybill_numbers.c.number == free.scalar_subquery()).values(taken)
    number = connection.execute(drawing.returning(waybill_numbers.c.number)).scalar()
    return None if number is None else str(number)


_pool = waybill_numbers.alias("pool")
_FREE = text("pool.state = 'free'")
"""In the words of the index ``ix_waybill_numbers_free``."""


def void_drawn(connection: Connection, order_no: str, *, now_us: int) -> None:
    """The number an order drew from the pool, if it drew one, is nobody's any more."""
    number = connection.execute(select(waybill_numbers.c.number).where(_LIVE, waybill_numbers.c.order_no == order_no))
    for each in number.scalars().all():
        mark(connection, each, NumberState.VOID, now_us=now_us)
        gone = update(orders).where(orders.c.number == order_no, orders.c.waybill == each)
        connection.execute(gone.values(waybill=None))


def mark(connection: Connection, number: str, state: NumberState, *, now_us: int) -> None:
    """A number was sent to a printer or made void; void is for ever."""
    connection.execute(
        update(waybill_numbers)
        .where(waybill_numbers.c.number == number, waybill_numbers.c.state != NumberState.VOID)
        .values(state=state, changed_us=now_us)
    )


def add_numbers(
    connection: Connection, lines: Iterable[str], service: Service, *, now_us: int
) -> tuple[int, tuple[NumberFault, ...]]:
    """Put numbers in the pool; gives how many, and each refused line with its reason."""
    good, faults = _sifted(lines, service)
    known = in_book(connection, good)
    fresh = {number: row for number, row in good.items() if number not in known}
    faults += [
        NumberFault(row=row, number=number, message="this number is in the order book already")
        for number, row in good.items()
        if number in known
    ]
    after = connection.execute(select(func.max(waybill_numbers.c.position))).scalar() or 0
    rows = [
        {"number": n, "service": service.id, "state": NumberState.FREE, "position": after + i, "changed_us": now_us}
        for i, n in enumerate(fresh, start=1)
    ]
    if rows:
        insert_many(connection, waybill_numbers, rows)
    return len(rows), tuple(sorted(faults, key=lambda fault: fault.row))


def _sifted(lines: Iterable[str], service: Service) -> tuple[dict[str, int], list[NumberFault]]:
    good: dict[str, int] = {}
    faults: list[NumberFault] = []
    for row, line in enumerate(lines, start=1):
        number = line.strip().strip("\ufeff").upper()
        if not number:
            continue
        message = "the number stands twice in this file" if number in good else number_fault(number, service)
        if message:
            faults.append(NumberFault(row=row, number=number, message=message))
        else:
            good[number] = row
    return good, faults


def number_fault(number: str, service: Service) -> str:
    """Why a number cannot be one of the service's; empty when it can."""
    if len(number) > NUMBER_MAX or not number.isascii() or not number.isalnum():
        return f"a number has up to {NUMBER_MAX} letters and digits, nothing else"
    forms = [form for form in service.numbers if re.fullmatch(form.pattern, number)]
    if service.numbers and not forms:
        return f"this does not look like a number of {service.en}"
    if forms and not any(proven(number, form.check) for form in forms):
        return f"the check digit is wrong ({_CHECKS[forms[0].check]})"
    return ""


_CHECKS: Mapping[Check, str] = MappingProxyType(
    {
        Check.S10: "UPU S10",
        Check.DHL: "DHL, modulo 7",
        Check.FEDEX_EXPRESS: "FedEx Express, modulo 11",
        Check.FEDEX_GROUND: "FedEx Ground, modulo 10",
    }
)


def in_book(connection: Connection, numbers: Iterable[str]) -> set[str]:
    """Which of the numbers are in a pool or are an order's, of whatever service."""
    wanted = list(numbers)
    found: set[str] = set()
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        found.update(
            connection.execute(select(waybill_numbers.c.number).where(waybill_numbers.c.number.in_(part))).scalars()
        )
        found.update(
            w for w in connection.execute(select(orders.c.waybill).where(orders.c.waybill.in_(part))).scalars() if w
        )
    return found


def pool(connection: Connection) -> Sequence[PoolCount]:
    """How many numbers of each service there are in each state."""
    counts: dict[str, dict[str, int]] = {}
    grouped = select(waybill_numbers.c.service, waybill_numbers.c.state, func.count()).group_by(
        waybill_numbers.c.service, waybill_numbers.c.state
    )
    for service, state, count in connection.execute(grouped):
        counts.setdefault(service, {})[state] = count
    return tuple(
        PoolCount(service=service, **{state: found.get(state, 0) for state in NumberState})
        for service, found in sorted(counts.items())
    )
