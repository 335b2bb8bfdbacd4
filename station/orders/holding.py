"""Holds: why an order may not ship now. Set by the platform's word, by a change, or by a person; lifted by the same.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from station.errors import Trouble
from station.orders.tables import holds, orders
from station.packing.gates import OFFICE_ONLY
from station.packing.model import Hold, HoldReason, OrderState

PLATFORM, ITEMS, CHANGE, PERSON = "platform", "items", "change", "person"

LIFTED_BY_A_PERSON = frozenset(
    {
        HoldReason.BY_SUPERVISOR,
        HoldReason.ORDER_CHANGED,
        HoldReason.COD_UNCONFIRMED,
        HoldReason.APPROVAL_MISSING,
        HoldReason.SPEC_UNCONFIRMED,
        HoldReason.NO_SHIP_FROM,
        *OFFICE_ONLY,
    }
)
"""The others are lifted by the platform's own word in a newer file (B3), never by a click."""

_live = select(holds).where(holds.c.released_us.is_(None)).order_by(holds.c.since_us, holds.c.reason)


def holds_of(connection: Connection, number: str) -> tuple[Hold, ...]:
    """What holds the order now, oldest first, each reason once."""
    return holds_of_each(connection, [number]).get(number, ())


def holds_of_each(connection: Connection, numbers: Sequence[str]) -> dict[str, tuple[Hold, ...]]:
    """``holds_of`` many orders at once; at most some hundreds, those without a hold are left out."""
    found: dict[str, dict[str, Hold]] = {}
    for row in connection.execute(_live.where(holds.c.order_no.in_(numbers))):
        hold = Hold(reason=HoldReason(row.reason), since_us=row.since_us, detail=row.detail)
        found.setdefault(row.order_no, {}).setdefault(row.reason, hold)
    return {number: tuple(by_reason.values()) for number, by_reason in found.items()}


def put_hold(
    connection: Connection, number: str, reason: HoldReason, *, origin: str, now_us: int, detail: str = ""
) -> None:
    """Hold an order; the same hold again changes nothing, a released one with another detail holds anew."""
    key = (holds.c.order_no == number, holds.c.reason == reason, holds.c.origin == origin)
    row = connection.execute(select(holds).where(*key)).first()
    if row is None:
        values = {"order_no": number, "reason": reason, "origin": origin, "since_us": now_us, "detail": detail}
        connection.execute(holds.insert().values(values))
    elif row.released_us is None:
        connection.execute(update(holds).where(*key).values(detail=detail))
    elif row.detail != detail or origin in (PERSON, CHANGE):
        connection.execute(update(holds).where(*key).values(since_us=now_us, detail=detail, released_us=None))


def settle_state(connection: Connection, number: str) -> None:
    """READY and HELD follow from the holds; every other state stays."""
    blocked = (
        select(func.count())
        .select_from(holds)
        .where(holds.c.order_no == number, holds.c.released_us.is_(None), holds.c.reason.not_in(OFFICE_ONLY))
        .scalar_subquery()
    )
    open_states = (OrderState.READY, OrderState.HELD)
    count = connection.execute(select(blocked)).scalar_one()
    state = OrderState.HELD if count else OrderState.READY
    connection.execute(
        update(orders).where(orders.c.number == number, orders.c.state.in_(open_states)).values(state=state)
    )


def release_holds(connection: Connection, number: str, *, now_us: int) -> tuple[HoldReason, ...]:
    """Lift what a person may lift; gives the reasons lifted.

    Raises:
        Trouble: nothing holds the order, or only the platform's word can lift what does.
    """
    rows = connection.execute(_live.where(holds.c.order_no == number)).all()
    if not rows:
        raise Trouble(f"nothing holds order {number}")
    lifted = [row for row in rows if row.origin == PERSON or HoldReason(row.reason) in LIFTED_BY_A_PERSON]
    if not lifted:
        reasons = ", ".join(row.reason for row in rows)
        raise Trouble(
            f"order {number} is held by its platform: {reasons}",
            remedy="Import a newer order file that says otherwise.",
        )
    for row in lifted:
        connection.execute(
            update(holds)
            .where(holds.c.order_no == number, holds.c.reason == row.reason, holds.c.origin == row.origin)
            .values(released_us=now_us)
        )
    settle_state(connection, number)
    return tuple(dict.fromkeys(HoldReason(row.reason) for row in lifted))
