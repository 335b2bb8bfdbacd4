"""Cases: what must be answered by a time, beside the parcels themselves, and how much time is left (C9 to C11).

A dispute, a question of a buyer, an order to be confirmed, a shortage to be told. Shortages stand in their own table
and are listed with the rest until the buyer was told; what a dispute is about stands in ``disputes``, which opens and
closes it. A public function that takes the book is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from station.errors import Trouble
from station.orders import case_rows
from station.orders.engine import reading, writing
from station.orders.gate_tables import cases
from station.orders.orderbook import OrderBook
from station.orders.shortage_tables import shortages
from station.orders.shortages import set_due
from station.orders.stopping import stopped_boxes
from station.orders.tables import orders, parcels
from station.packing.deadlines import Deadline, DeadlineRules, Hours, Purpose, Rule, Week
from station.packing.model import OrderNo

LISTED_MAX = 10_000
_WITHOUT_END_US = 2**62

BY_A_PERSON = (Purpose.SHORTAGE_NOTICE, Purpose.RESPONSE)
"""The platform's own files open and close order confirmations, the dispute desk what is in dispute."""
DISPUTED = (Purpose.CHARGEBACK, Purpose.DISPUTE)


GIVEN = Rule(
    id="given",
    purpose=Purpose.DISPUTE,
    term=Hours(hours=1),  # never counted: the notice names the moment
    week=Week.EVERY_DAY,
    zh="通知中写明的时限",
    en="the time that the notice names",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``id`` is empty for a shortage, which is closed by what its owner says. ``deadline`` is None without a rule."""

    id: int | None
    order: OrderNo
    shop: str
    platform: str
    kind: Purpose
    cause: str
    start_us: int
    opened_us: int
    opened_by: str
    note: str
    closed_us: int | None
    closed_by: str
    closing_note: str
    deadline: Deadline | None

    @property
    def due_us(self) -> int | None:
        return None if self.deadline is None else self.deadline.due_us

    def late(self, now_us: int) -> bool:
        """Whether it was closed too late, or is open too long."""
        done_us = now_us if self.closed_us is None else self.closed_us
        return self.due_us is not None and done_us > self.due_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many cases of a kind were closed, and how many of them in time (C9: nine in ten)."""

    closed: int
    in_time: int


def open_case(
    book: OrderBook,
    number: str,
    kind: Purpose,
    *,
    start_us: int,
    who: str,
    now_us: int,
    note: str = "",
) -> int:
    """A case of which notice came at ``start_us``; gives its number.

    Raises:
        Trouble: there is no such order, it has such a case open, or the notice would come in the future.
    """
    if start_us > now_us:
        raise Trouble("notice cannot have come in the future; nothing was changed")
    with writing(book.engine) as connection:
        if connection.execute(select(orders.c.number).where(orders.c.number == number)).first() is None:
            raise Trouble(f"there is no order {number}")
        case, new = case_rows.open_case(connection, number, kind, start_us=start_us, who=who, now_us=now_us, note=note)
        if not new:
            raise Trouble(f"case {case} of order {number} is open already: {kind}")
        return case


def close_case(book: OrderBook, case: int, *, who: str, now_us: int, note: str = "") -> OrderNo:
    """Done, by a person's word; gives the order.

    Raises:
        Trouble: there is no such case, it is closed, or only the platform's word closes it.
    """
    with writing(book.engine) as connection:
        row = connection.execute(select(cases).where(cases.c.id == case)).first()
        if row is None:
            raise Trouble(f"there is no case {case}", remedy="Look with: sealbench cases list.")
        if row.kind in DISPUTED:
            remedy = f"Close it with: sealbench disputes close {case}."
            raise Trouble(f"case {case} is a dispute, which ends with an outcome", remedy=remedy)
        if row.kind not in BY_A_PERSON:
            remedy = "Confirm the order there and import its newer file."
            raise Trouble(f"case {case} ends when the platform calls its order confirmed", remedy=remedy)
        if not case_rows.close_case(connection, case, who=who, now_us=now_us, note=note):
            raise Trouble(f"case {case} is closed already")
        return OrderNo(row.order_no)


def cases_of(book: OrderBook, rules: DeadlineRules, *, order: str = "", closed: bool = False) -> tuple[Case, ...]:
    """Open cases, or with ``closed`` all, of one order or of every one; the least time left first."""
    wanted = _cases.order_by(cases.c.id.desc()).limit(LISTED_MAX)
    if order:
        wanted = wanted.where(cases.c.order_no == order)
    if not closed:
        wanted = wanted.where(cases.c.closed_us.is_(None))
    with reading(book.engine) as connection:
        found = [case_from(row, rules) for row in connection.execute(wanted)]
        found += _untold_shortages(connection, rules, order)
        found += _stopped_parcels(connection, order)
    return tuple(sorted(found, key=lambda each: (_WITHOUT_END_US if each.due_us is None else each.due_us, each.order)))


def kept(found: Iterable[Case]) -> Mapping[Purpose, Kept]:
    """By kind, of the closed cases that a rule binds."""
    counted: dict[Purpose, Kept] = {}
    for case in found:
        if case.closed_us is not None and case.deadline is not None:
            known = counted.get(case.kind, Kept(closed=0, in_time=0))
            in_time = known.in_time + (not case.late(case.closed_us))
            counted[case.kind] = Kept(closed=known.closed + 1, in_time=in_time)
    return counted


def reckon_shortages(book: OrderBook, rules: DeadlineRules) -> None:
    """When the buyers of open shortages must be told, by today's rules, into the shortages themselves."""
    with writing(book.engine) as connection:
        rows = connection.execute(_shortages.where(shortages.c.resolved_us.is_(None))).all()
        for row in rows:
            found = _deadline(rules, Purpose.SHORTAGE_NOTICE, row, row.at_us)
            set_due(connection, row.id, None if found is None else found.due_us)


_cases = select(cases, orders.c.shop, orders.c.platform, orders.c.service).join(
    orders, orders.c.number == cases.c.order_no
)
_shortages = (
    select(shortages, orders.c.shop, orders.c.platform, orders.c.service)
    .join(orders, orders.c.number == shortages.c.order_no)
    .order_by(shortages.c.id)
)


def case_from(row: Row[*tuple[Any, ...]], rules: DeadlineRules) -> Case:
    kind = Purpose(row.kind)
    names = ("id", "shop", "platform", "cause", "start_us", "opened_us", "opened_by", "note", "closed_us", "closed_by")
    return Case(
        order=OrderNo(row.order_no),
        kind=kind,
        closing_note=row.closing_note,
        deadline=_given(row) or _deadline(rules, kind, row, row.start_us),
        **{name: getattr(row, name) for name in names},
    )


def _given(row: Row[*tuple[Any, ...]]) -> Deadline | None:
    """The time that the notice itself told."""
    if row.given_due_us is None:
        return None
    return Deadline(rule=GIVEN, start_us=row.start_us, due_us=row.given_due_us)


def _untold_shortages(connection: Connection, rules: DeadlineRules, order: str) -> list[Case]:
    """Shortages of which nobody has said yet how the buyer wants it."""
    wanted = _shortages.where(shortages.c.resolved_us.is_(None), shortages.c.how == "").limit(LISTED_MAX)
    if order:
        wanted = wanted.where(shortages.c.order_no == order)
    return [
        Case(
            id=None,
            order=OrderNo(row.order_no),
            shop=row.shop,
            platform=row.platform,
            kind=Purpose.SHORTAGE_NOTICE,
            cause=row.why,
            start_us=row.at_us,
            opened_us=row.at_us,
            opened_by=row.packer or row.bench,
            note=row.owner,
            closed_us=None,
            closed_by="",
            closing_note="",
            deadline=_deadline(rules, Purpose.SHORTAGE_NOTICE, row, row.at_us),
        )
        for row in connection.execute(wanted)
    ]


def _stopped_parcels(connection: Connection, order: str) -> list[Case]:
    """Boxes to be taken aside: the case ends when the order goes on, the box is void, or it has left all the same."""
    causes = dict(stopped_boxes(connection, order))
    wanted = select(orders.c.number, orders.c.shop, orders.c.platform, orders.c.sealed_us, parcels.c.bench)
    joined = wanted.join(parcels, parcels.c.order_no == orders.c.number).where(orders.c.number.in_(causes))
    rows = {row.number: row for row in connection.execute(joined.order_by(parcels.c.sealed_us))}
    return [
        Case(
            id=None,
            order=OrderNo(number),
            shop=row.shop,
            platform=row.platform,
            kind=Purpose.PARCEL_STOP,
            cause=causes[number],
            start_us=row.sealed_us or 0,
            opened_us=row.sealed_us or 0,
            opened_by=row.bench,
            note="stop this parcel at handover",
            closed_us=None,
            closed_by="",
            closing_note="",
            deadline=None,
        )
        for number, row in rows.items()
    ]


def _deadline(rules: DeadlineRules, kind: Purpose, row: Row[*tuple[Any, ...]], start_us: int) -> Deadline | None:
    return rules.deadline(kind, start_us, shop=row.shop, platform=row.platform, service=row.service)
