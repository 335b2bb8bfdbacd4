"""The dispute desk: what is in dispute, by when it is answered, what was submitted, how it ended (C10, K1 to K5, J1).

The clock is the case's (``cases``), the checklist is ``dispute_kinds``', papers are ``dispute_papers``'. A public
function that takes the book is one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from station.errors import Trouble
from station.orders import case_rows, dispute_facts, dispute_papers
from station.orders.cases import Case, case_from
from station.orders.dispute_facts import Shipped
from station.orders.dispute_kinds import Check, DisputeKind, Proof, checklist, complete
from station.orders.dispute_papers import Paper, PaperFile
from station.orders.dispute_tables import dispute_links, dispute_submissions, disputes
from station.orders.engine import reading, writing
from station.orders.gate_tables import cases
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.deadlines import DeadlineRules
from station.packing.model import OrderNo

LISTED_MAX = 10_000
LINKS_MAX = 50
AMOUNT_MAX = 10**12
WORD_MAX = 100
TEXT_MAX = 500
_WITHOUT_END_US = 2**62


class Outcome(StrEnum):
    WON = "won"
    LOST = "lost"
    SETTLED = "settled"  # part of the money
    WITHDRAWN = "withdrawn"


class LinkKind(StrEnum):
    RESHIPMENT = "reshipment"  # the number of the order that replaces it (J1)
    ADDRESS_CORRECTION = "address_correction"  # what was agreed with the buyer, told to the carrier (J2)
    CARRIER_CLAIM = "carrier_claim"  # the carrier's number of our claim (J1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What came, as somebody read it. ``given_due_us`` is the time it names itself; ``amount`` in hundredths."""

    order: str
    kind: DisputeKind
    start_us: int
    given_due_us: int | None = None
    channel: str = ""
    reference: str = ""
    amount: int | None = None
    currency: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A package that left, exactly: whoever has the file can compare its hash."""

    channel: str
    name: str
    size: int
    sha256: str
    at_us: int
    who: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    kind: LinkKind
    value: str
    at_us: int
    who: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """``outcome`` is None while it is open."""

    case: Case
    kind: DisputeKind
    channel: str
    reference: str
    amount: int | None
    currency: str
    outcome: Outcome | None
    paid_back: int | None
    submitted_us: int | None

    @property
    def id(self) -> int:
        assert self.case.id is not None, "a dispute is a case of its own"
        return self.case.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A dispute with all that belongs to it."""

    dispute: Dispute
    checks: tuple[Check, ...]
    parcels: tuple[Shipped, ...]
    papers: tuple[Paper, ...]
    submissions: tuple[Submission, ...]
    links: tuple[Link, ...]

    @property
    def complete(self) -> bool:
        return complete(self.checks)


def open_dispute(book: OrderBook, notice: Notice, *, who: str, now_us: int) -> int:
    """Its number; the clock runs from the notice.

    Raises:
        Trouble: there is no such order, it has such a dispute open, or a time cannot be.
    """
    if notice.start_us > now_us:
        raise Trouble("notice cannot have come in the future; nothing was changed")
    if notice.given_due_us is not None and notice.given_due_us <= notice.start_us:
        raise Trouble("the answer cannot be due before the notice came; nothing was changed")
    with writing(book.engine) as connection:
        if connection.execute(select(orders.c.number).where(orders.c.number == notice.order)).first() is None:
            raise Trouble(f"there is no order {notice.order}")
        case, new = case_rows.open_case(
            connection,
            notice.order,
            notice.kind.purpose,
            start_us=notice.start_us,
            who=who,
            now_us=now_us,
            cause=notice.kind,
            note=notice.note,
            given_due_us=notice.given_due_us,
        )
        if not new:
            raise Trouble(f"order {notice.order} has dispute {case} open already", remedy="Add to it, or close it.")
        values = {"case_id": case, "kind": notice.kind, "channel": notice.channel, "reference": notice.reference}
        values |= {"amount": notice.amount, "currency": notice.currency}
        connection.execute(insert(disputes).values(values))
        return case


def attach(
    book: OrderBook, dispute: int, proof: Proof, paper: PaperFile, *, who: str, now_us: int, note: str = ""
) -> int:
    """The paper's number. A closed dispute takes papers too: an appeal may need them."""
    with writing(book.engine) as connection:
        _row(connection, dispute)
        return dispute_papers.attach(connection, dispute, proof, paper, who=who, now_us=now_us, note=note[:TEXT_MAX])


def submit(book: OrderBook, dispute: int, sent: Submission) -> None:
    """Which package went to whom; said after it left. A closed dispute takes it too: an appeal."""
    with writing(book.engine) as connection:
        _row(connection, dispute)
        values = {"case_id": dispute, "channel": sent.channel, "name": sent.name, "size": sent.size}
        values |= {"sha256": sent.sha256, "at_us": sent.at_us, "who": sent.who, "note": sent.note[:TEXT_MAX]}
        connection.execute(insert(dispute_submissions).values(values))


def link(book: OrderBook, dispute: int, made: Link) -> None:
    """Raises ``Trouble`` when the order of a re-shipment is unknown, or the dispute has as many links as it may."""
    with writing(book.engine) as connection:
        row = _row(connection, dispute)
        if made.kind is LinkKind.RESHIPMENT:
            _reshipped(connection, row.order_no, made.value)
        if len(_links(connection, dispute)) >= LINKS_MAX:
            raise Trouble(f"dispute {dispute} has {LINKS_MAX} links, and no more fit")
        values = {"case_id": dispute, "kind": made.kind, "value": made.value[:TEXT_MAX], "at_us": made.at_us}
        connection.execute(insert(dispute_links).values(values | {"who": made.who, "note": made.note[:TEXT_MAX]}))


def close(
    book: OrderBook,
    dispute: int,
    outcome: Outcome,
    *,
    who: str,
    now_us: int,
    paid_back: int | None = None,
    note: str = "",
) -> OrderNo:
    """How it ended; gives the order.

    Raises:
        Trouble: there is no such dispute, or it is closed.
    """
    with writing(book.engine) as connection:
        row = _row(connection, dispute)
        if not case_rows.close_case(connection, dispute, who=who, now_us=now_us, note=note):
            raise Trouble(f"dispute {dispute} is closed already")
        values = {"outcome": outcome, "paid_back": paid_back}
        connection.execute(update(disputes).where(disputes.c.case_id == dispute).values(values))
        return OrderNo(row.order_no)


def disputes_of(book: OrderBook, rules: DeadlineRules, *, order: str = "", closed: bool = False) -> tuple[Dispute, ...]:
    """Open ones, or with ``closed`` all, of one order or of every one; the least time left first."""
    wanted = _disputes.order_by(cases.c.id.desc()).limit(LISTED_MAX)
    if order:
        wanted = wanted.where(cases.c.order_no == order)
    if not closed:
        wanted = wanted.where(cases.c.closed_us.is_(None))
    with reading(book.engine) as connection:
        found = [_dispute(row, rules) for row in connection.execute(wanted)]
    return tuple(sorted(found, key=_urgency))


def folder_of(book: OrderBook, dispute: int, rules: DeadlineRules) -> Folder:
    """Raises ``Trouble`` when there is no such dispute."""
    with reading(book.engine) as connection:
        found = _dispute(_row(connection, dispute), rules)
        papers = dispute_papers.papers_of(connection, dispute)
        there = dispute_facts.proofs_of(connection, found.case.order) | {paper.proof for paper in papers}
        return Folder(
            dispute=found,
            checks=checklist(found.kind, there),
            parcels=dispute_facts.parcels_of(connection, found.case.order),
            papers=papers,
            submissions=_submissions(connection, dispute),
            links=_links(connection, dispute),
        )


def paper_file(book: OrderBook, paper: int) -> PaperFile:
    """Raises ``Trouble`` when there is no such paper."""
    with reading(book.engine) as connection:
        found = dispute_papers.paper_file(connection, paper)
    if found is None:
        raise Trouble(f"there is no paper {paper}", remedy="Its number stands in: sealbench disputes show ID.")
    return found


_last_sent = (
    select(dispute_submissions.c.at_us)
    .where(dispute_submissions.c.case_id == disputes.c.case_id)
    .order_by(dispute_submissions.c.at_us.desc())
    .limit(1)
    .scalar_subquery()
)
_disputes = (
    select(
        cases,
        disputes.c.kind.label("dispute_kind"),
        *(disputes.c[name] for name in ("channel", "reference", "amount", "currency", "outcome", "paid_back")),
        _last_sent.label("submitted_us"),
        orders.c.shop,
        orders.c.platform,
        orders.c.service,
    )
    .join(disputes, disputes.c.case_id == cases.c.id)
    .join(orders, orders.c.number == cases.c.order_no)
)


def _row(connection: Connection, dispute: int) -> Row[*tuple[Any, ...]]:
    row = connection.execute(_disputes.where(cases.c.id == dispute)).first()
    if row is None:
        raise Trouble(f"there is no dispute {dispute}", remedy="Look with: sealbench disputes list --all.")
    return row


def _dispute(row: Row[*tuple[Any, ...]], rules: DeadlineRules) -> Dispute:
    return Dispute(
        case=case_from(row, rules),
        kind=DisputeKind(row.dispute_kind),
        channel=row.channel,
        reference=row.reference,
        amount=row.amount,
        currency=row.currency,
        outcome=Outcome(row.outcome) if row.outcome else None,
        paid_back=row.paid_back,
        submitted_us=row.submitted_us,
    )


def _urgency(dispute: Dispute) -> tuple[bool, int, int]:
    due_us = dispute.case.due_us
    return dispute.case.closed_us is not None, _WITHOUT_END_US if due_us is None else due_us, dispute.id


def _reshipped(connection: Connection, disputed: str, number: str) -> None:
    if number == disputed:
        raise Trouble(f"order {number} cannot replace itself", remedy="Name the order that was sent in its place.")
    if connection.execute(select(orders.c.number).where(orders.c.number == number)).first() is None:
        raise Trouble(f"there is no order {number}", remedy="Import or enter the re-shipment first.")


def _submissions(connection: Connection, dispute: int) -> tuple[Submission, ...]:
    rows = connection.execute(_of(dispute_submissions, dispute)).mappings()
    return tuple(Submission(**_values(row)) for row in rows)


def _links(connection: Connection, dispute: int) -> tuple[Link, ...]:
    rows = connection.execute(_of(dispute_links, dispute)).mappings()
    return tuple(Link(**_values(row) | {"kind": LinkKind(row["kind"])}) for row in rows)


def _of(table: Any, dispute: int) -> Any:
    return select(table).where(table.c.case_id == dispute).order_by(table.c.id)


def _values(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "case_id")}
