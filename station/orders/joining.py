"""Putting orders of one buyer and address under one waybill (A10, I5), and what is to be looked at before (I6).

Evidence stays with each order: a joint parcel's entries say whose each unit is. Whoever calls has the transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, assert_never

from sqlalchemy import Connection, Row, exists, select

from station.errors import Trouble, UsageTrouble
from station.orders.being_picked import IN_A_BATCH, refuse_being_picked
from station.orders.joint import JOINED_MAX, joined_with, leave, put_under
from station.orders.numbers import void_drawn
from station.orders.one_buyer import buyer_of, has_own_waybill, paid_at_the_door
from station.orders.order_copy import deadline_of, lines_of, recipient_of
from station.orders.parts import record
from station.orders.parts_tables import parting_acts
from station.orders.tables import holds, orders
from station.packing.model import LINES_MAX, HoldReason, OrderLine, OrderNo, OrderState, Recipient

LOOKED_AT_MAX = 20_000
"""Ready orders in which groups are looked for, the most urgent first."""

GROUPS_MAX = 200


class Differs(StrEnum):
    """What the orders of a group do not have in common, or write differently."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    MESSAGE = "message"
    NOTE = "note"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One order of a group, as far as it is looked at before it is joined."""

    order: OrderNo
    recipient: Recipient
    lines: tuple[OrderLine, ...]
    message: str
    note: str
    deadline_us: int | None
    paid_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Orders that could share a waybill, the most urgent first, or do already when ``joined``."""

    platform: str
    shop: str
    members: tuple[Member, ...]
    differs: tuple[Differs, ...]
    joined: bool = False

    @property
    def numbers(self) -> tuple[OrderNo, ...]:
        return tuple(member.order for member in self.members)


def candidates(connection: Connection, *, limit: int = GROUPS_MAX) -> tuple[Group, ...]:
    """Groups of ready orders that are one buyer's at one address, but not those that were declined as they stand."""
    declined = _declined(connection)
    by_key: dict[tuple[str, ...], list[Row[Any]]] = {}
    for row in connection.execute(_ready.limit(LOOKED_AT_MAX)):
        key = buyer_of(row)
        if key is not None:
            by_key.setdefault(key, []).append(row)
    several = (rows[:JOINED_MAX] for rows in by_key.values() if len(rows) > 1)
    proposed = (rows for rows in several if frozenset(row.number for row in rows) not in declined)
    return tuple(_group(connection, rows) for rows, _ in zip(proposed, range(limit), strict=False))


def joint_groups(connection: Connection, *, limit: int = GROUPS_MAX) -> tuple[Group, ...]:
    """Groups that share a waybill and can still be parted, the newest first."""
    wanted = select(orders).where(orders.c.joined_to.is_not(None), orders.c.state.in_(_PARTED_FROM))
    by_first: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(wanted.order_by(orders.c.number).limit(limit * JOINED_MAX)):
        by_first.setdefault(row.joined_to, []).append(row)
    led = (sorted(rows, key=lambda row: row.number != first) for first, rows in by_first.items())
    return tuple(_group(connection, rows, joined=True) for rows, _ in zip(led, range(limit), strict=False))


def join(connection: Connection, numbers: Sequence[str], *, who: str, now_us: int) -> OrderNo:
    """All of them under the waybill of one, which is given: the most urgent.

    Raises:
        Trouble: one is not there, not ready, being picked, not the same buyer's, a gift, paid at the door, or has its
            own waybill.
        UsageTrouble: there are not two, or too many.
    """
    wanted = tuple(dict.fromkeys(numbers))
    if not 2 <= len(wanted) <= JOINED_MAX:
        raise UsageTrouble(f"2 to {JOINED_MAX} orders can share a waybill, not {len(wanted)}")
    found = connection.execute(select(orders).where(orders.c.number.in_(wanted)).with_for_update()).all()
    rows = sorted(found, key=_urgency)
    for number in wanted:
        if all(row.number != number for row in rows):
            raise Trouble(f"there is no order {number}")
    for row in rows:
        _refuse_unfit(connection, row)
    _refuse_strangers(rows)
    refuse_being_picked(connection, wanted)
    if sum(len(lines_of(connection, row.number)) for row in rows) > LINES_MAX:
        raise Trouble(f"together they have more than {LINES_MAX} lines")
    for row in rows:
        void_drawn(connection, row.number, now_us=now_us)
    together = [row.number for row in rows]
    put_under(connection, together)
    record(connection, "joined", together[0], together, who=who, now_us=now_us)
    return OrderNo(together[0])


def part(connection: Connection, number: str, *, who: str, now_us: int) -> tuple[OrderNo, ...]:
    """Each order of a joint parcel has its own waybill again; gives their numbers.

    Raises:
        Trouble: it shares no waybill, is being picked, or a bench has the parcel or has sealed it.
    """
    numbers = joined_with(connection, number)
    if len(numbers) == 1:
        raise Trouble(f"order {number} shares no waybill with another")
    rows = connection.execute(select(orders).where(orders.c.number.in_(numbers)).with_for_update()).all()
    for row in rows:
        if row.state not in _PARTED_FROM:
            raise Trouble(f"the parcel of {numbers[0]} is {row.state}; its orders can no longer be parted")
    refuse_being_picked(connection, numbers)
    for each in numbers:
        void_drawn(connection, each, now_us=now_us)
    leave(connection, numbers)
    record(connection, "parted", numbers[0], numbers, who=who, now_us=now_us)
    return numbers


def decline(connection: Connection, numbers: Sequence[str], *, who: str, now_us: int, undo: bool = False) -> None:
    """These orders are not proposed again as they stand; with ``undo`` they are."""
    act = "reconsidered" if undo else "declined"
    record(connection, act, sorted(numbers)[0], sorted(numbers), who=who, now_us=now_us)


_PARTED_FROM = (OrderState.READY, OrderState.HELD, OrderState.CANCELLED, OrderState.SHIPPED, OrderState.FINISHED)

_parts = orders.alias()
_ready = (
    select(orders)
    .where(orders.c.state == OrderState.READY, orders.c.joined_to.is_(None), orders.c.part_of.is_(None))
    .where(~exists().where(holds.c.order_no == orders.c.number, holds.c.reason == HoldReason.COD_UNCONFIRMED))
    .where(~IN_A_BATCH)
    .where(~exists().where(_parts.c.part_of == orders.c.number, _parts.c.state != OrderState.CANCELLED))
    .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
)
"""What is paid at the door is collected with its own waybill, so it is never proposed; nor is what is being picked."""


def _urgency(row: Row[Any]) -> tuple[int, int, int, str]:
    return row.turn, row.due_us, row.paid_us or 0, row.number


def _declined(connection: Connection) -> set[frozenset[str]]:
    asked = select(parting_acts).where(parting_acts.c.act.in_(("declined", "reconsidered"))).order_by(parting_acts.c.id)
    found: set[frozenset[str]] = set()
    for row in connection.execute(asked):
        group = frozenset(json.loads(row.orders))
        found = found | {group} if row.act == "declined" else found - {group}
    return found


def _refuse_unfit(connection: Connection, row: Row[Any]) -> None:
    number = row.number
    if row.state != OrderState.READY:
        raise Trouble(f"order {number} is {row.state}, not ready")
    if row.joined_to is not None:
        raise Trouble(f"order {number} shares a waybill already", remedy=f"Part it: orders merge --undo {number}.")
    further = exists().where(_parts.c.part_of == number, _parts.c.state != OrderState.CANCELLED)
    if row.part_of is not None or connection.execute(select(further)).scalar():
        raise Trouble(f"order {number} is in several parcels", remedy=f"Put it together: orders split {number} --undo.")
    if row.gift:
        raise Trouble(f"order {number} is a gift; it travels alone")
    if has_own_waybill(connection, row):
        raise Trouble(f"order {number} has the waybill {row.waybill} of its platform")
    if paid_at_the_door(connection, number):
        raise Trouble(f"order {number} is paid at the door, which is collected with its own waybill")


def _refuse_strangers(rows: Sequence[Row[Any]]) -> None:
    keys = [buyer_of(row) for row in rows]
    for row, key in zip(rows, keys, strict=True):
        if key is None:
            raise Trouble(
                f"the address of order {row.number} is masked or not whole", remedy="It proves no common buyer."
            )
        if key != keys[0]:
            names = ("platform", "shop", "name", "telephone", "country", "address", "service", "service", "extras")
            pairs = zip((*names, "place", "sender"), key, keys[0] or key, strict=True)
            what = next(name for name, mine, first in pairs if mine != first)
            raise Trouble(f"orders {rows[0].number} and {row.number} differ in their {what}; nothing was changed")


def _group(connection: Connection, rows: Sequence[Row[Any]], *, joined: bool = False) -> Group:
    members = tuple(_member(connection, row) for row in rows)
    return Group(
        platform=rows[0].platform,
        shop=rows[0].shop,
        members=members,
        differs=tuple(_differences(members)),
        joined=joined,
    )


def _member(connection: Connection, row: Row[Any]) -> Member:
    return Member(
        order=OrderNo(row.number),
        recipient=recipient_of(row),
        lines=lines_of(connection, row.number),
        message=row.buyer_message,
        note=row.seller_note,
        deadline_us=deadline_of(row),
        paid_us=row.paid_us,
    )


def _differences(members: Sequence[Member]) -> Iterator[Differs]:
    """What is written differently, letter for letter: the key has made it equal, the eye may not."""
    for what in Differs:
        if len({value_of(member, what) for member in members}) > 1:
            yield what


def value_of(member: Member, what: Differs) -> str:
    """What one order has where the orders of a group may differ."""
    who = member.recipient
    match what:
        case Differs.NAME:
            return who.name
        case Differs.PHONE:
            return who.phone
        case Differs.ADDRESS:
            return " ".join(filter(None, (who.province, who.city, who.district, who.street, who.postcode)))
        case Differs.MESSAGE:
            return member.message
        case Differs.NOTE:
            return member.note
        case Differs.DEADLINE:
            return str(member.deadline_us or "")
        case _:
            assert_never(what)
