"""Orders under one waybill: which they are, and what a bench is told of them as one parcel.

``orders.joined_to`` names the first of them, which names itself. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, case, select, update

from station.errors import Trouble
from station.orders.being_picked import refuse_being_picked
from station.orders.holding import CHANGE, put_hold, settle_states
from station.orders.one_buyer import still_one_buyer
from station.orders.order_copy import copies_of
from station.orders.order_facts import facts_of
from station.orders.parts import record
from station.orders.standing import ENDED
from station.orders.tables import orders
from station.packing.events import PackedUnits
from station.packing.model import (
    NOT_PACKED,
    Hold,
    HoldReason,
    Order,
    OrderLine,
    OrderNo,
    OrderState,
)

JOINED_MAX = 20
"""Orders under one waybill."""

_BOXED = frozenset({OrderState.PACKING, OrderState.SEALED, OrderState.HANDED_OVER})
"""At a bench or in a box: what is together stays together."""


def joined_with(connection: Connection, number: str) -> tuple[OrderNo, ...]:
    """All orders in the parcel of ``number``, the first first; itself alone when it is under no common waybill."""
    first = connection.execute(select(orders.c.joined_to).where(orders.c.number == number)).scalar()
    if first is None:
        return (OrderNo(number),)
    wanted = select(orders.c.number).where(orders.c.joined_to == first)
    place = case((orders.c.number == first, 0), else_=1)
    return tuple(map(OrderNo, connection.execute(wanted.order_by(place, orders.c.number)).scalars()))


def parcel_of(connection: Connection, number: str, *, bench: str, now_us: int) -> tuple[OrderNo, ...]:
    """The same for a bench that wants it, after those leave that their platform ended meanwhile.

    The parcel is parted when a newer file names another buyer, address or way for one of them: none of them may travel
    to another's address. While their goods lie together in a cell it is held instead. Once a bench has the parcel
    nobody leaves.
    """
    numbers = joined_with(connection, number)
    if len(numbers) == 1:
        return numbers
    states = select(orders.c.number, orders.c.state).where(orders.c.number.in_(numbers))
    state = {OrderNo(row.number): OrderState(row.state) for row in connection.execute(states.with_for_update())}
    if set(state.values()) & _BOXED:
        return numbers
    staying = tuple(each for each in numbers if state[each] not in ENDED)
    alike = still_one_buyer(connection, staying)
    if len(staying) == len(numbers) and alike:
        return numbers
    if not alike and _being_picked(connection, staying):
        put_hold(connection, number, HoldReason.ORDER_CHANGED, origin=CHANGE, now_us=now_us, detail=_NOT_ALIKE)
        settle_states(connection, [number])
        return numbers
    leave(connection, numbers)
    if len(staying) > 1 and alike:
        put_under(connection, staying)
    else:
        record(connection, "parted", numbers[0], numbers, who=bench, now_us=now_us)
    return staying if alike and number in staying else (OrderNo(number),)


_NOT_ALIKE = "the orders under its waybill no longer have one buyer, address and way"


def _being_picked(connection: Connection, numbers: Sequence[str]) -> bool:
    try:
        refuse_being_picked(connection, numbers)
    except Trouble:
        return True
    return False


def put_under(connection: Connection, numbers: Sequence[str]) -> None:
    """The first leads; it carries the waybill."""
    connection.execute(update(orders).where(orders.c.number.in_(numbers)).values(joined_to=numbers[0]))


def leave(connection: Connection, numbers: Sequence[str]) -> None:
    connection.execute(update(orders).where(orders.c.number.in_(numbers)).values(joined_to=None))


def parcel_copy(connection: Connection, numbers: Sequence[str], *, now_us: int) -> Order:
    """Everything a bench must know of the parcel of these orders but who sends it."""
    return as_one(copies_of(connection, facts_of(connection, numbers), now_us=now_us))


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


def who_lacks(
    copies: Sequence[tuple[OrderNo, Sequence[OrderLine]]], missing: Iterable[PackedUnits]
) -> dict[OrderNo, tuple[PackedUnits, ...]]:
    """Whose missing units of a common parcel are; ``missing`` is one entry a line, in the order of the lines.

    Packed units fill the lines from the first on, so that of several lines of one SKU the last ones lack. What no line
    wants any more, after a file has changed them, is the first order's.
    """
    lines = [(number, line) for number, each in copies for line in each if line.kind not in NOT_PACKED]
    found: dict[OrderNo, list[PackedUnits]] = {}
    for units in reversed(tuple(missing)):
        wants = (at for at, (_, line) in enumerate(lines) if line.sku == units.sku and line.quantity >= units.units)
        at = max(wants, default=None)
        number = copies[0][0] if at is None else lines.pop(at)[0]
        found.setdefault(number, []).insert(0, units)
    return {number: tuple(found[number]) for number, _ in copies if number in found}


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
