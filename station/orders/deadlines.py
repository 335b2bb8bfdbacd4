"""Deadlines of the orders in the book: where each comes from, how it is worked out anew, expediting and agreements.

What counts, in this order: a time agreed with the buyer (C5, C6), the platform's file, the earliest of the dispatch
rules. Whoever calls has the transaction; the rules themselves are ``packing/deadlines``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, bindparam, insert, or_, select, update

from station.errors import Trouble
from station.orders.tables import EXPEDITED, NEVER_US, USUAL, deadline_acts, holds, orders
from station.packing.deadlines import Deadline, DeadlineRules, Purpose
from station.packing.model import HoldReason, OrderState

REASON_MAX = 200
_OPEN = (OrderState.READY, OrderState.HELD, OrderState.OUTSIDE, OrderState.PACKING)
_UNPAID = (HoldReason.UNPAID, HoldReason.PARTLY_PAID)


class Origin(StrEnum):
    AGREED = "agreed"
    FILE = "file"
    RULE = "rule"


class StartIs(StrEnum):
    """What a rule counts from."""

    PAID = "paid"
    ORDERED = "ordered"  # no payment time: cash on delivery, or a file without that column
    HANDED_OVER = "handed_over"
    PLACED = "placed"  # the order, of which the seller has yet to take notice
    NOTICE = "notice"  # a bank's or a buyer's word
    SHORTAGE = "shortage"


class Act(StrEnum):
    EXPEDITED = "expedited"
    EXPEDITE_UNDONE = "expedite_undone"
    AGREED = "agreed"
    AGREEMENT_UNDONE = "agreement_undone"
    BUYER_TOLD = "buyer_told"  # of the time agreed last (C5)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineAct:
    act: Act
    at_us: int
    who: str
    reason: str
    until_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an order is due when it is. ``rule`` is what the rules say today: ``stale`` when the book still says else."""

    due_us: int
    origin: Origin
    rule: Deadline | None = None
    start_is: StartIs = StartIs.PAID
    agreement: DeadlineAct | None = None
    told: DeadlineAct | None = None  # who told the buyer of the agreement, None until somebody has

    @property
    def stale(self) -> bool:
        return self.origin is Origin.RULE and (self.rule is None or self.rule.due_us != self.due_us)


@dataclass(frozen=True, slots=True, kw_only=True)
class Haste:
    """Everything said about an order's time: its deadline, whether it is expedited, and who changed what."""

    explanation: Explanation | None
    expedited: bool
    acts: tuple[DeadlineAct, ...]


def rule_due(
    rules: DeadlineRules,
    *,
    shop: str,
    platform: str,
    service: str,
    paid_us: int | None,
    created_us: int | None,
    unpaid: bool,
) -> tuple[Deadline | None, StartIs]:
    """What the rules say; nothing for an order whose money is not in, because nobody owes it a parcel yet."""
    start_is = StartIs.ORDERED if paid_us is None else StartIs.PAID
    start_us = created_us if paid_us is None else paid_us
    if unpaid or start_us is None:
        return None, start_is
    found = rules.deadline(Purpose.DISPATCH, start_us, shop=shop, platform=platform, service=service)
    return found, start_is


def unpaid_by(reasons: Sequence[HoldReason]) -> bool:
    return any(reason in _UNPAID for reason in reasons)


def counting_us(*, agreed_us: int | None, file_us: int | None, rule_us: int | None) -> int:
    """The time that counts, ``NEVER_US`` without any."""
    return next((due_us for due_us in (agreed_us, file_us, rule_us) if due_us is not None), NEVER_US)


def haste_of(connection: Connection, number: str, rules: DeadlineRules) -> Haste | None:
    """None when there is no such order."""
    row = connection.execute(_rows.where(orders.c.number == number)).first()
    if row is None:
        return None
    acts = _acts_of(connection, number)
    agreements = [act for act in acts if act.act is Act.AGREED]
    explanation = None
    if row.due_us != NEVER_US:
        due, start_is = _by_rules(connection, row, rules)
        origin = Origin.RULE if row.file_due_us is None else Origin.FILE
        explanation = Explanation(
            due_us=row.due_us,
            origin=origin if row.agreed_us is None else Origin.AGREED,
            rule=due,
            start_is=start_is,
            agreement=agreements[-1] if agreements and row.agreed_us is not None else None,
            told=_told(acts),
        )
    return Haste(explanation=explanation, expedited=row.turn == EXPEDITED, acts=acts)


def _told(acts: tuple[DeadlineAct, ...]) -> DeadlineAct | None:
    """The buyer was told of the last agreement, not of one before it."""
    about = [act for act in acts if act.act in (Act.AGREED, Act.BUYER_TOLD)]
    return about[-1] if about and about[-1].act is Act.BUYER_TOLD else None


_Row: TypeAlias = Row[*tuple[Any, ...]]

_rows = select(
    orders.c.number,
    orders.c.state,
    orders.c.shop,
    orders.c.platform,
    orders.c.service,
    orders.c.paid_us,
    orders.c.created_us,
    orders.c.due_us,
    orders.c.file_due_us,
    orders.c.agreed_us,
    orders.c.turn,
)


def _by_rules(connection: Connection, row: _Row, rules: DeadlineRules) -> tuple[Deadline | None, StartIs]:
    live = select(holds.c.reason).where(holds.c.order_no == row.number, holds.c.released_us.is_(None))
    reasons = [HoldReason(reason) for reason in connection.execute(live).scalars()]
    return _worked_out(row, rules, unpaid=unpaid_by(reasons))


def _worked_out(row: _Row, rules: DeadlineRules, *, unpaid: bool) -> tuple[Deadline | None, StartIs]:
    return rule_due(
        rules,
        shop=row.shop,
        platform=row.platform,
        service=row.service,
        paid_us=row.paid_us,
        created_us=row.created_us,
        unpaid=unpaid,
    )


def _acts_of(connection: Connection, number: str) -> tuple[DeadlineAct, ...]:
    wanted = select(deadline_acts).where(deadline_acts.c.order_no == number).order_by(deadline_acts.c.id)
    return tuple(
        DeadlineAct(act=Act(row.act), at_us=row.at_us, who=row.who, reason=row.reason, until_us=row.until_us)
        for row in connection.execute(wanted)
    )


def reckon(connection: Connection, rules: DeadlineRules) -> tuple[int, int]:
    """All open orders' deadlines anew, after rules or calendar changed; gives how many there are and how many moved."""
    live = select(holds.c.order_no).where(holds.c.released_us.is_(None), holds.c.reason.in_(_UNPAID))
    unpaid = frozenset(connection.execute(live).scalars())
    moved: list[dict[str, Any]] = []
    rows = connection.execute(_rows.where(orders.c.state.in_(_OPEN))).all()
    for row in rows:
        due_us = _counting(row, rules, unpaid=row.number in unpaid)
        if due_us != row.due_us:
            moved.append({"order": row.number, "due": due_us})
    if moved:
        one = update(orders).where(orders.c.number == bindparam("order")).values(due_us=bindparam("due"))
        connection.execute(one, moved)
    return len(rows), len(moved)


def _counting(row: _Row, rules: DeadlineRules, *, unpaid: bool) -> int:
    found, _start = _worked_out(row, rules, unpaid=unpaid)
    rule_us = None if found is None else found.due_us
    return counting_us(agreed_us=row.agreed_us, file_us=row.file_due_us, rule_us=rule_us)


def expedite(connection: Connection, number: str, *, undo: bool, now_us: int, who: str = "", reason: str = "") -> None:
    """Put an order before all others, or back in its turn. Its deadline stays what it is.

    Raises:
        Trouble: there is no such order, it is past packing, or it is so already.
    """
    row = _open_order(connection, number)
    turn = USUAL if undo else EXPEDITED
    if row.turn == turn:
        raise Trouble(f"order {number} is {'not expedited' if undo else 'expedited already'}; nothing was changed")
    connection.execute(update(orders).where(*_still_open(number)).values(turn=turn))
    act = Act.EXPEDITE_UNDONE if undo else Act.EXPEDITED
    _record(connection, number, act, now_us=now_us, who=who, reason=reason)


def agree(
    connection: Connection,
    number: str,
    rules: DeadlineRules,
    *,
    until_us: int | None,
    now_us: int,
    who: str = "",
    reason: str = "",
) -> None:
    """A time agreed with the buyer goes before file and rules; None takes the agreement back.

    Raises:
        Trouble: there is no such order, it is past packing, nothing was agreed, or the time has passed.
    """
    row = _open_order(connection, number)
    if until_us is None and row.agreed_us is None:
        raise Trouble(f"nothing is agreed for order {number}; nothing was changed")
    if until_us is not None and until_us <= now_us:
        raise Trouble("the agreed time has passed already; nothing was changed")
    found, _start = _by_rules(connection, row, rules)
    rule_us = None if found is None else found.due_us
    due_us = counting_us(agreed_us=until_us, file_us=row.file_due_us, rule_us=rule_us)
    connection.execute(update(orders).where(*_still_open(number)).values(agreed_us=until_us, due_us=due_us))
    act = Act.AGREEMENT_UNDONE if until_us is None else Act.AGREED
    _record(connection, number, act, now_us=now_us, who=who, reason=reason, until_us=until_us)


def tell_buyer(connection: Connection, number: str, *, now_us: int, who: str = "", reason: str = "") -> None:
    """Somebody told the buyer of the time agreed last; ``reason`` is how.

    Raises:
        Trouble: there is no such order, or nothing is agreed for it.
    """
    row = connection.execute(_rows.where(orders.c.number == number)).first()
    if row is None:
        raise Trouble(f"there is no order {number}")
    if row.agreed_us is None:
        raise Trouble(f"nothing is agreed for order {number}; nothing was changed")
    _record(connection, number, Act.BUYER_TOLD, now_us=now_us, who=who, reason=reason)


def _still_open(number: str) -> tuple[ColumnElement[bool], ...]:
    """The order and its further parcels, as far as they are to be packed."""
    return or_(orders.c.number == number, orders.c.part_of == number), orders.c.state.in_(_OPEN)


def _open_order(connection: Connection, number: str) -> _Row:
    row = connection.execute(_rows.where(orders.c.number == number)).first()
    if row is None:
        raise Trouble(f"there is no order {number}")
    if row.state not in _OPEN:  # its first parcel may be gone while others wait
        waiting = connection.execute(_rows.where(*_still_open(number)).order_by(orders.c.number)).first()
        row = waiting or row
    if row.state not in _OPEN:
        raise Trouble(f"order {number} is {row.state}; its time can no longer be changed")
    return row


def _record(
    connection: Connection,
    number: str,
    act: Act,
    *,
    now_us: int,
    who: str,
    reason: str,
    until_us: int | None = None,
) -> None:
    values = {
        "order_no": number,
        "at_us": now_us,
        "who": who,
        "act": act,
        "until_us": until_us,
        "reason": reason[:REASON_MAX],
    }
    connection.execute(insert(deadline_acts).values(values))
