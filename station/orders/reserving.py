"""Waybill numbers reserved for one bench for a shift, so that it can number a parcel while the order book is away.

A reserved number is nobody else's. It comes back to the pool only when the bench says that it was never handed out;
what neither the bench has nor its ledger ever used is void. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, TextClause, select, text, update

from station.orders.numbers import NumberState, mark
from station.orders.tables import orders, waybill_numbers
from station.packing.model import ServiceId

BATCH: Final = 500
_RESERVED = text("waybill_numbers.state = 'reserved'")
"""In the very words of the index ``ix_waybill_numbers_reserved``."""

_NOTE_LOST = "was reserved for {bench}, which has it no more: nobody knows whether it was used"
_NOTE_LATE = "given out at {bench} after its claim was gone"


def reserve(
    connection: Connection, bench: str, wanted: Mapping[ServiceId, int], *, now_us: int
) -> dict[ServiceId, tuple[str, ...]]:
    """So many more numbers of each service, for this bench alone; as many as the pool still has."""
    return {service: _reserve(connection, bench, service, count, now_us=now_us) for service, count in wanted.items()}


def _reserve(connection: Connection, bench: str, service: ServiceId, count: int, *, now_us: int) -> tuple[str, ...]:
    free = (
        select(waybill_numbers.c.number)
        .where(waybill_numbers.c.service == service, waybill_numbers.c.state == NumberState.FREE)
        .order_by(waybill_numbers.c.position)
        .limit(min(count, BATCH))
        .with_for_update(skip_locked=True)
    )
    numbers = connection.execute(free).scalars().all()
    taken = update(waybill_numbers).where(waybill_numbers.c.number.in_(numbers))
    connection.execute(taken.values(state=NumberState.RESERVED, bench=bench, changed_us=now_us))
    return tuple(map(str, numbers))


def give_back(connection: Connection, bench: str, numbers: Sequence[str], *, now_us: int) -> int:
    """Numbers that the bench has taken out of its own store, unused: free again, for the next who draws."""
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        back = update(waybill_numbers).where(waybill_numbers.c.number.in_(part), *_of(bench))
        connection.execute(back.values(state=NumberState.FREE, bench=None, changed_us=now_us))
    return len(numbers)


def void_all_but(connection: Connection, bench: str, kept: Collection[str], *, now_us: int) -> tuple[str, ...]:
    """What the bench neither has nor has used, as far as its entries are here: all of them must be."""
    mine = connection.execute(select(waybill_numbers.c.number).where(*_of(bench))).scalars().all()
    lost = [number for number in mine if number not in kept]
    for start in range(0, len(lost), BATCH):
        gone = update(waybill_numbers).where(waybill_numbers.c.number.in_(lost[start : start + BATCH]))
        note = _NOTE_LOST.format(bench=bench)
        connection.execute(gone.values(state=NumberState.VOID, changed_us=now_us, note=note))
    return tuple(lost)


def still_reserved(connection: Connection, bench: str, numbers: Collection[str]) -> frozenset[str]:
    """Which of the numbers no entry of the bench has used yet, as far as its entries are here."""
    mine = select(waybill_numbers.c.number).where(waybill_numbers.c.number.in_(numbers), *_of(bench))
    return frozenset(connection.execute(mine).scalars())


def is_reserved(connection: Connection, bench: str, number: str) -> bool:
    return bool(still_reserved(connection, bench, (number,)))


def issued(connection: Connection, order_no: str, number: str, *, bench: str, stands: bool, now_us: int) -> None:
    """The bench gave a reserved number to an order while the book was away; void with it when the claim was gone."""
    this = update(waybill_numbers).where(waybill_numbers.c.number == number)
    if not stands:
        note = _NOTE_LATE.format(bench=bench)
        connection.execute(this.values(state=NumberState.VOID, order_no=order_no, changed_us=now_us, note=note))
        return
    had = select(waybill_numbers.c.number).where(
        waybill_numbers.c.order_no == order_no, waybill_numbers.c.state.in_((NumberState.DRAWN, NumberState.SENT))
    )
    for other in connection.execute(had).scalars().all():
        mark(connection, other, NumberState.VOID, now_us=now_us)
    connection.execute(this.values(state=NumberState.DRAWN, order_no=order_no, changed_us=now_us))
    connection.execute(update(orders).where(orders.c.number == order_no).values(waybill=number))


def _of(bench: str) -> tuple[TextClause | ColumnElement[bool], ...]:
    return (_RESERVED, waybill_numbers.c.bench == bench)
