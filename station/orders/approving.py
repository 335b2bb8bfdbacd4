"""Approvals given by named people, and the telephone call of a cash-on-delivery order: recorded for good (B5, B6, B14).

What they lift is worked out by ``gating``. A public function that takes the book is one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from station.errors import Trouble
from station.orders import cancelling, people
from station.orders.engine import reading, writing
from station.orders.gate_tables import approvals
from station.orders.gating import OPEN, approvals_of_each, facts_of, goods_of_each, seen_of, settle
from station.orders.holding import PERSON, RULE, lift, settle_state
from station.orders.orderbook import OrderBook
from station.orders.shops import NO_GATES
from station.orders.tables import holds, orders
from station.packing.approvals import COD, Answer, Approval, ApprovalRule, needed, stands
from station.packing.model import HoldReason, OrderNo

NOTE_MAX = 500
WHO_MAX = 100
LISTED_MAX = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An approval that an order needs; ``last`` is the last word on it, ``stands`` whether it counts now."""

    rule: ApprovalRule
    last: Approval | None
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderApprovals:
    """``call`` is the last telephone call; ``said`` is everything ever said, the oldest first."""

    order: OrderNo
    asked: tuple[Asked, ...]
    on_delivery: bool
    call: Approval | None
    call_stands: bool
    said: tuple[Approval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An open order that waits for a person's word."""

    order: OrderNo
    reason: HoldReason
    detail: str
    since_us: int
    due_us: int


def answer(book: OrderBook, number: str, name: str, given: Answer, *, who: str, now_us: int, note: str = "") -> None:
    """One approval given, refused or withdrawn.

    Raises:
        Trouble: there is no such order, it is past packing, it does not need this, or ``who`` may not give it.
    """
    with writing(book.engine) as connection:
        row = _open_order(connection, number)
        asked = {each.rule.name: each for each in _asked(connection, book, row)}
        if name not in asked:
            known = ", ".join(asked) or "none"
            raise Trouble(f"order {number} needs no approval {name[:40]!r}; it needs: {known}")
        one = asked[name]
        if one.rule.by and not _may(connection, one.rule, who):
            raise Trouble(f"{one.rule.en} is given by {', '.join(one.rule.by)}, not by {who}; nothing was changed")
        if given is Answer.WITHDRAWN and not one.stands:
            raise Trouble(f"{one.rule.en} of order {number} is not given; nothing was changed")
        if given is Answer.GIVEN and one.stands:
            raise Trouble(f"{one.rule.en} of order {number} is given already; nothing was changed")
        _say(connection, row, name, given, who=who, now_us=now_us, note=note)
        settle(connection, [number], book.gates, now_us=now_us)


def record_call(book: OrderBook, number: str, *, confirmed: bool, who: str, now_us: int, note: str = "") -> None:
    """What the buyer of a cash-on-delivery order said on the telephone; a refusal asks for the order's cancellation.

    Raises:
        Trouble: there is no such order, it is past packing, or it is not paid on delivery.
    """
    with writing(book.engine) as connection:
        row = _open_order(connection, number)
        if not _on_delivery(connection, number):
            raise Trouble(f"order {number} is not paid on delivery; nothing was changed")
        said = Answer.GIVEN if confirmed else Answer.REFUSED
        _say(connection, row, COD, said, who=who, now_us=now_us, note=note)
        if confirmed:
            cod = HoldReason.COD_UNCONFIRMED
            lift(connection, number, cod, origin=PERSON, now_us=now_us, who=who)
        else:
            why = note or "refused on the telephone"
            cancelling.ask_within(connection, number, fault=cancelling.Fault.BUYER, reason=why, who=who, now_us=now_us)
        settle(connection, [number], book.gates, now_us=now_us)
        settle_state(connection, number)


def approvals_of(book: OrderBook, number: str) -> OrderApprovals | None:
    """What an order needs and what was said; None when there is no such order."""
    with reading(book.engine) as connection:
        row = connection.execute(_orders.where(orders.c.number == number)).first()
        if row is None:
            return None
        root = row.part_of or row.number
        rows = connection.execute(
            select(approvals).where(approvals.c.order_no == root).order_by(approvals.c.id).limit(LISTED_MAX)
        )
        said = tuple(_approval(each) for each in rows)
        call = next((each for each in reversed(said) if each.name == COD), None)
        return OrderApprovals(
            order=OrderNo(number),
            asked=_asked(connection, book, row),
            on_delivery=_on_delivery(connection, number),
            call=call,
            call_stands=stands(call, _seen(connection, root)),
            said=said,
        )


def missing(book: OrderBook) -> tuple[Missing, ...]:
    """Every open order that waits for an approval or a call, the most urgent first."""
    by_a_person = (HoldReason.COD_UNCONFIRMED, HoldReason.APPROVAL_MISSING, HoldReason.SPEC_UNCONFIRMED)
    wanted = (
        select(holds, orders.c.due_us)
        .join(orders, orders.c.number == holds.c.order_no)
        .where(orders.c.state.in_(OPEN), holds.c.released_us.is_(None), holds.c.reason.in_(by_a_person))
        .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number, holds.c.reason)
        .limit(LISTED_MAX)
    )
    with reading(book.engine) as connection:
        return tuple(
            Missing(
                order=OrderNo(row.order_no),
                reason=HoldReason(row.reason),
                detail=row.detail,
                since_us=row.since_us,
                due_us=row.due_us,
            )
            for row in connection.execute(wanted)
        )


_orders = select(orders)


def _open_order(connection: Connection, number: str) -> Row[Any]:
    row = connection.execute(_orders.where(orders.c.number == number)).first()
    if row is None:
        raise Trouble(f"there is no order {number}")
    if row.part_of:
        raise Trouble(f"{number} is one parcel of order {row.part_of}", remedy=f"Name order {row.part_of}.")
    if row.state not in OPEN:
        raise Trouble(f"order {number} is {row.state}; approvals come before packing ends")
    return row


def _seen(connection: Connection, root: str) -> str:
    return seen_of(connection.execute(_orders.where(orders.c.number == root)).one())


def _asked(connection: Connection, book: OrderBook, row: Row[Any]) -> tuple[Asked, ...]:
    """Of the whole order, in however many parcels it goes."""
    rules = book.gates.get(row.shop, NO_GATES).approvals
    root = row.part_of or row.number
    mine = select(orders.c.number).where(or_(orders.c.number == root, orders.c.part_of == root))
    goods = goods_of_each(connection, connection.execute(mine).scalars().all())
    classes = {sku: kind for each in goods.values() for sku, kind in each.classes.items()}
    given = approvals_of_each(connection, [root]).get(root, {})
    seen = _seen(connection, root)
    wanted = needed(rules, facts_of(row, classes))
    return tuple(
        Asked(rule=rule, last=given.get(rule.name), stands=stands(given.get(rule.name), seen)) for rule in wanted
    )


def _may(connection: Connection, rule: ApprovalRule, who: str) -> bool:
    """By the name as it was typed, or as the people list has it for a badge."""
    names = {who, *(person.name for person in people.roster(connection).values() if person.pseudonym == who)}
    return not names.isdisjoint(rule.by)


def _on_delivery(connection: Connection, number: str) -> bool:
    """Whether a hold for the call stands, or stood until it was recorded."""
    cod = (holds.c.order_no == number, holds.c.reason == HoldReason.COD_UNCONFIRMED, holds.c.origin != RULE)
    return connection.execute(select(holds.c.order_no).where(*cod)).first() is not None


def _say(connection: Connection, row: Row[Any], name: str, said: Answer, *, who: str, now_us: int, note: str) -> None:
    values = {
        "order_no": row.number,
        "name": name,
        "answer": said,
        "at_us": now_us,
        "who": who[:WHO_MAX],
        "note": note[:NOTE_MAX],
        "seen": seen_of(row),
    }
    connection.execute(insert(approvals).values(values))


def _approval(row: Row[Any]) -> Approval:
    return Approval(
        name=row.name, answer=Answer(row.answer), who=row.who, at_us=row.at_us, note=row.note, seen=row.seen
    )
