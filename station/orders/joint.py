"""Orders under one waybill: which they are, and what a bench is told of them as one parcel.

``orders.joined_to`` names the first of them, which names itself. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, case, select, update

from station.orders.order_copy import order_copy
from station.orders.standing import ENDED
from station.orders.tables import orders
from station.packing.model import Hold, Order, OrderNo, OrderState, Recipient

JOINED_MAX = 20
"""Orders under one waybill."""


def joined_with(connection: Connection, number: str) -> tuple[OrderNo, ...]:
    """All orders in the parcel of ``number``, the first first; itself alone when it is under no common waybill."""
    first = connection.execute(select(orders.c.joined_to).where(orders.c.number == number)).scalar()
    if first is None:
        return (OrderNo(number),)
    wanted = select(orders.c.number).where(orders.c.joined_to == first)
    place = case((orders.c.number == first, 0), else_=1)
    return tuple(map(OrderNo, connection.execute(wanted.order_by(place, orders.c.number)).scalars()))


def without_ended(connection: Connection, number: str) -> tuple[OrderNo, ...]:
    """The same, after those leave that their platform ended meanwhile; while a bench has the parcel nobody leaves."""
    numbers = joined_with(connection, number)
    if len(numbers) == 1:
        return numbers
    states = select(orders.c.number, orders.c.state).where(orders.c.number.in_(numbers))
    state = {OrderNo(row.number): OrderState(row.state) for row in connection.execute(states.with_for_update())}
    staying = tuple(each for each in numbers if state[each] not in ENDED)
    if len(staying) == len(numbers) or OrderState.PACKING in state.values():
        return numbers
    leave(connection, numbers)
    if len(staying) > 1:
        put_under(connection, staying)
    return staying if number in staying else (OrderNo(number),)


def put_under(connection: Connection, numbers: Sequence[str]) -> None:
    """The first leads; it carries the waybill."""
    connection.execute(update(orders).where(orders.c.number.in_(numbers)).values(joined_to=numbers[0]))


def leave(connection: Connection, numbers: Sequence[str]) -> None:
    connection.execute(update(orders).where(orders.c.number.in_(numbers)).values(joined_to=None))


def parcel_copy(connection: Connection, numbers: Sequence[str], *, now_us: int, sender: Recipient) -> Order:
    """Everything a bench must know of the parcel of these orders."""
    copies = [order_copy(connection, number, now_us=now_us, sender=sender) for number in numbers]
    return as_one([copy for copy in copies if copy is not None])


def as_one(copies: Sequence[Order]) -> Order:
    """One order to pack, for all of them: every line says whose it is. The revision changes when any of theirs does."""
    first = copies[0]
    if len(copies) == 1:
        return first
    deadlines = [copy.deadline_us for copy in copies if copy.deadline_us is not None]
    return replace(
        first,
        lines=tuple(replace(line, order=copy.number) for copy in copies for line in copy.lines),
        holds=union(copy.holds for copy in copies),
        buyer_message=_said([(copy.number, copy.buyer_message) for copy in copies]),
        seller_note=_said([(copy.number, copy.seller_note) for copy in copies]),
        gift=any(copy.gift for copy in copies),
        deadline_us=min(deadlines, default=None),
        revision=sum(copy.revision for copy in copies),
        joined=tuple(copy.number for copy in copies),
        next_part=None,
    )


def _said(texts: Sequence[tuple[str, str]]) -> str:
    """What one order says, or each with its number in front when several say something different."""
    said = [(number, text.strip()) for number, text in texts if text.strip()]
    if len({text for _, text in said}) <= 1:
        return said[0][1] if said else ""
    return "\n".join(f"{number}: {text}" for number, text in said)


def union(holds: Iterable[Sequence[Hold]]) -> tuple[Hold, ...]:
    """Each reason once, the oldest of it."""
    every = sorted((hold for each in holds for hold in each), key=lambda hold: (hold.since_us, hold.reason))
    found: dict[str, Hold] = {}
    for hold in every:
        found.setdefault(hold.reason, hold)
    return tuple(found.values())
