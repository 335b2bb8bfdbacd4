"""Holds: why an order may not ship now. Set by the platform's word, by a change, or by a person; lifted by the same.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import Case, Connection, Exists, case, exists, insert, or_, select, update

from station.errors import Trouble
from station.orders.gate_tables import hold_acts, sent_outside
from station.orders.tables import holds, orders
from station.packing.gates import OFFICE_ONLY, SAID_ONLY
from station.packing.model import Fulfilment, Hold, HoldReason, OrderState

PLATFORM, ITEMS, CHANGE, PERSON, RULE = "platform", "items", "change", "person", "rule"
SHORTAGE = "shortage"
REQUEST = "request"  # of the buyer, until it is answered (B7)

LIFTED_BY_A_PERSON = frozenset(
    {
        HoldReason.BY_SUPERVISOR,
        HoldReason.ORDER_CHANGED,
        HoldReason.APPROVAL_MISSING,
        HoldReason.STATUS_UNKNOWN,
        *OFFICE_ONLY,
    }
)
"""The others are lifted by the platform's own word in a newer file (B3), never by a click; what a rule of the shop
holds, by what that rule asks for (``gating``)."""

_OTHERWISE = {
    HoldReason.COD_UNCONFIRMED: "Telephone the buyer and record it: sealbench approvals cod {no} --by WHO.",
    HoldReason.APPROVAL_MISSING: "Give what is missing: sealbench approvals list {no}.",
    HoldReason.SPEC_UNCONFIRMED: "Give what is missing: sealbench approvals list {no}.",
    HoldReason.SHORTAGE: "Say how it goes on: sealbench orders shortages --resolve {no} --how arrived --by WHO.",
    HoldReason.NO_SHIP_FROM: "Say which place ships it: sealbench places choose {no} PLACE --by WHO.",
}
_BY_A_FILE = "Import a newer order file that says otherwise."

_live = select(holds).where(holds.c.released_us.is_(None)).order_by(holds.c.since_us, holds.c.reason)


def holds_of(connection: Connection, number: str) -> tuple[Hold, ...]:
    """What holds the order now, oldest first, each reason once."""
    return holds_of_each(connection, [number]).get(number, ())


def holds_of_each(connection: Connection, numbers: Sequence[str]) -> dict[str, tuple[Hold, ...]]:
    """``holds_of`` many orders at once; at most some hundreds, those without a hold are left out."""
    held_with = _held_with(connection, numbers)
    found: dict[str, dict[str, Hold]] = {}
    for row in connection.execute(_live.where(holds.c.order_no.in_(held_with))):
        hold = Hold(reason=HoldReason(row.reason), since_us=row.since_us, detail=row.detail)
        for number in held_with[row.order_no]:
            found.setdefault(number, {}).setdefault(row.reason, hold)
    return {number: tuple(by_reason.values()) for number, by_reason in found.items()}


def _held_with(connection: Connection, numbers: Sequence[str]) -> dict[str, list[str]]:
    """Who of ``numbers`` is held by what holds an order: itself, and its further parcels."""
    held: dict[str, list[str]] = {number: [number] for number in numbers}
    parts = select(orders.c.number, orders.c.part_of).where(orders.c.number.in_(numbers))
    for row in connection.execute(parts.where(orders.c.part_of.is_not(None))):
        held.setdefault(row.part_of, []).append(row.number)
    return held


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
    elif holds_anew(row.released_us, row.detail, detail, origin=origin):
        connection.execute(
            update(holds).where(*key).values(since_us=now_us, detail=detail, released_us=None, released_by="")
        )


def holds_anew(released_us: int | None, was: str, detail: str, *, origin: str) -> bool:
    """Whether a hold that was lifted holds again, put a second time."""
    return released_us is not None and (was != detail or origin in (PERSON, CHANGE, SHORTAGE, REQUEST))


_WAITING = (OrderState.READY, OrderState.HELD, OrderState.OUTSIDE)
SETTLED = 500
"""Orders whose state is settled in one statement."""


_mine = (or_(holds.c.order_no == orders.c.number, holds.c.order_no == orders.c.part_of), holds.c.released_us.is_(None))
BLOCKED: Exists = exists().where(*_mine, holds.c.reason.not_in(sorted(SAID_ONLY)))
"""Of a row of ``orders``: something keeps it from being packed."""

SETTLED_STATE: Case[str] = case(
    (exists().where(*_mine, holds.c.reason.not_in(sorted(OFFICE_ONLY))), OrderState.HELD),
    (orders.c.fulfilment == Fulfilment.BENCH, OrderState.READY),
    (exists().where(sent_outside.c.order_no == orders.c.number), OrderState.HANDED_OVER),
    else_=OrderState.OUTSIDE,
)
"""Of a row of ``orders`` that waits: where it stands."""


def settle_state(connection: Connection, number: str) -> None:
    settle_states(connection, [number])


def settle_states(connection: Connection, numbers: Sequence[str]) -> None:
    """READY, HELD and OUTSIDE follow from the holds and from who sends the goods; every other state stays.

    What went without a bench is handed over as soon as it is recorded and nothing holds the order.
    """
    for start in range(0, len(numbers), SETTLED):
        some = numbers[start : start + SETTLED]
        part = or_(orders.c.number.in_(some), orders.c.part_of.in_(some))
        connection.execute(update(orders).where(part, orders.c.state.in_(_WAITING)).values(state=SETTLED_STATE))


def release_holds(connection: Connection, number: str, *, now_us: int, who: str = "") -> tuple[HoldReason, ...]:
    """Lift what a person may lift; gives the reasons lifted.

    Raises:
        Trouble: nothing holds the order, or what does is lifted otherwise.
    """
    rows = connection.execute(_live.where(holds.c.order_no == number)).all()
    if not rows:
        raise Trouble(f"nothing holds order {number}")
    lifted = [row for row in rows if _a_person_may_lift(HoldReason(row.reason), row.origin)]
    if not lifted:
        raise _lifted_otherwise(number, [HoldReason(row.reason) for row in rows], [row.origin for row in rows])
    for row in lifted:
        lift(connection, number, HoldReason(row.reason), origin=row.origin, now_us=now_us, who=who)
    settle_state(connection, number)
    return tuple(dict.fromkeys(HoldReason(row.reason) for row in lifted))


def lift(connection: Connection, number: str, reason: HoldReason, *, origin: str, now_us: int, who: str) -> None:
    """One hold, if it stands, ends by a person's word; whoever calls settles the state."""
    one = (
        holds.c.order_no == number,
        holds.c.reason == reason,
        holds.c.origin == origin,
        holds.c.released_us.is_(None),
    )
    if connection.execute(update(holds).where(*one).values(released_us=now_us, released_by=who)).rowcount:
        record(connection, number, HoldAct.RELEASED, now_us=now_us, who=who, reason=reason)


def _a_person_may_lift(reason: HoldReason, origin: str) -> bool:
    return origin == PERSON or (origin not in (RULE, REQUEST) and reason in LIFTED_BY_A_PERSON)


_HOLDERS = {RULE: "a rule of the shop", SHORTAGE: "a shortage", REQUEST: "its buyer's request"}
_ANSWER = "Answer it: sealbench cancels answer {no} --refuse --by WHO, or --agree."


def _lifted_otherwise(number: str, reasons: Sequence[HoldReason], origins: Sequence[str]) -> Trouble:
    by = _HOLDERS.get(origins[0], "its platform") if len(set(origins)) == 1 else "its platform"
    remedy = next((_OTHERWISE[reason] for reason in reasons if reason in _OTHERWISE), _BY_A_FILE)
    remedy = _ANSWER if REQUEST in origins else remedy
    return Trouble(f"order {number} is held by {by}: {', '.join(reasons)}", remedy=remedy.format(no=number))


class HoldAct(StrEnum):
    HELD = "held"
    RELEASED = "released"
    PLACED = "placed"  # the place that ships it was chosen by hand


def record(
    connection: Connection, number: str, act: HoldAct, *, now_us: int, who: str, reason: str = "", note: str = ""
) -> None:
    """What a person did about an order's holds, kept for good."""
    values = {"order_no": number, "at_us": now_us, "who": who, "act": act, "reason": reason, "note": note}
    connection.execute(insert(hold_acts).values(values))
