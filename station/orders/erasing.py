"""What the order book knows of a person, taken out of it; counts, weights, goods and times of the parcel stay.

Whether it may be done is decided by whoever calls, and in the caller's transaction, but for ``scrub``. Tables that are
made later are found by the names of their columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, literal, or_, select, update

from station.orders.all_tables import METADATA
from station.orders.carrier_tables import service_choices
from station.orders.claim_tables import takeovers
from station.orders.dispute_tables import carrier_news, dispute_links, dispute_papers, dispute_submissions, disputes
from station.orders.engine import told
from station.orders.erasure_tables import erasure_requests
from station.orders.gate_tables import approvals, cancellations, cases, hold_acts, sent_outside
from station.orders.handover_tables import handover_acts, handover_left, handover_papers
from station.orders.parts_tables import parting_acts
from station.orders.picking_tables import pick_acts
from station.orders.server import allow_maintenance
from station.orders.shortage_tables import shortages
from station.orders.tables import deadline_acts, events, holds, orders, parcels, waybill_numbers
from station.packing.model import OrderState
from station.rewriting import folded, write_anew

SAID: Final[Mapping[Table, tuple[str, ...]]] = {
    orders: (
        "name", "phone", "province", "city", "district", "street", "postcode", "company", "buyer_message",
        "seller_note", "service_why", "head_print",
    ),
    holds: ("detail",),
    hold_acts: ("reason", "note"),
    deadline_acts: ("reason",),
    approvals: ("note", "seen"),
    cancellations: ("reason", "note"),
    cases: ("note", "closing_note"),
    sent_outside: ("note",),
    handover_left: ("reason",),
    handover_acts: ("reason",),
    service_choices: ("reason",),
    waybill_numbers: ("note",),
    shortages: ("why",),
    erasure_requests: ("reason", "why"),
    takeovers: ("reason",),
}  # fmt: skip
"""Columns that name a person, or that somebody wrote into by hand, by table; each has the order's number."""

NUMBERED: Final = ("order_no", "waybill")
"""Columns of these names hold an order's number or its waybill's in every table."""

NUMBERED_TOO: Final[tuple[Column[Any], ...]] = (
    orders.c.part_of,
    orders.c.joined_to,
    waybill_numbers.c.number,
    handover_acts.c.code,
    pick_acts.c.detail,
    dispute_links.c.value,
)

HOLD_KINDS: Final = ("EvidenceHeld", "EvidenceReleased")

DONE: Final = frozenset(
    {OrderState.SEALED, OrderState.HANDED_OVER, OrderState.SHIPPED, OrderState.CANCELLED, OrderState.FINISHED}
)
_KEYS_MAX = 500
"""Numbers in one statement: no database limits them below that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """An order with those that share its parcels, and what of it could stand in a file."""

    orders: tuple[str, ...]
    waybills: tuple[str, ...]
    words: tuple[str, ...]  # name, phone, street, message
    open: tuple[str, ...]  # orders that are not done yet
    disputed: tuple[str, ...]


def traces_of(connection: Connection, number: str) -> Traces:
    """Empty for an order that the book does not know."""
    rows = _family(connection, number)
    numbers = tuple(row.number for row in rows)
    waybills = {row.waybill for row in rows if row.waybill}
    for column in (parcels.c.waybill, sent_outside.c.waybill):
        waybills.update(connection.execute(select(column).where(column.table.c.order_no.in_(numbers))).scalars())
    pooled = select(waybill_numbers.c.number).where(waybill_numbers.c.order_no.in_(numbers))
    waybills.update(connection.execute(pooled).scalars())
    said = {word for row in rows for word in (row.name, row.phone, row.street, row.company, row.buyer_message)}
    return Traces(
        orders=numbers,
        waybills=tuple(sorted(filter(None, waybills))),
        words=tuple(sorted(filter(None, said))),
        open=tuple(row.number for row in rows if row.state not in DONE),
        disputed=tuple(sorted(disputed(connection).intersection(numbers))),
    )


def _family(connection: Connection, number: str) -> Sequence[Any]:
    """The order, its further parcels, and the orders under one waybill with any of them."""
    numbers, seen = {number}, set[str]()
    rows: dict[str, Any] = {}
    while fresh := numbers - seen:
        seen |= fresh
        related = or_(orders.c.number.in_(fresh), orders.c.part_of.in_(fresh), orders.c.joined_to.in_(fresh))
        for row in connection.execute(select(orders).where(related)):
            rows[row.number] = row
            numbers.update(filter(None, (row.number, row.part_of, row.joined_to)))
    return [rows[name] for name in sorted(rows)]


def disputed(connection: Connection) -> frozenset[str]:
    """Orders with a dispute that is not closed."""
    still = select(cases.c.order_no).join(disputes, disputes.c.case_id == cases.c.id).where(cases.c.closed_us.is_(None))
    return frozenset(connection.execute(still).scalars())


def expired(connection: Connection, before_us: int) -> tuple[str, ...]:
    """Orders that are done, were last touched before then and still name somebody; one in dispute is none of them.

    An order without any date has no age and stays.
    """
    last = func.coalesce(orders.c.sealed_us, orders.c.paid_us, orders.c.created_us)
    named = or_(*(orders.c[name] != "" for name in ("name", "phone", "street", "buyer_message", "seller_note")))
    found = select(orders.c.number).where(orders.c.state.in_(DONE), last < before_us, named).order_by(orders.c.number)
    kept = disputed(connection)
    return tuple(number for number in connection.execute(found).scalars() if number not in kept)


def papers_expire(connection: Connection, before_us: int) -> int:
    """Sheets and signatures of handovers; how many went."""
    return connection.execute(delete(handover_papers).where(handover_papers.c.at_us < before_us)).rowcount


def delivered_us(connection: Connection, numbers: Sequence[str]) -> dict[str, int]:
    """When carriers' files say that the last parcel of each came to its buyer."""
    found: dict[str, int] = {}
    for some in _some(numbers):
        news = select(parcels.c.order_no, func.max(carrier_news.c.at_us))
        news = news.join(carrier_news, carrier_news.c.waybill == parcels.c.waybill).group_by(parcels.c.order_no)
        rows = connection.execute(news.where(parcels.c.order_no.in_(some), carrier_news.c.what == "delivered"))
        found.update((row[0], row[1]) for row in rows)
    return found


def held_elsewhere(connection: Connection, numbers: Sequence[str]) -> frozenset[str]:
    """Orders that any bench has put on legal hold, as far as its ledger was carried here."""
    newest: dict[str, str] = {}
    for some in _some(numbers):
        acts = select(events.c.order_no, events.c.kind).where(
            events.c.order_no.in_(some), events.c.kind.in_(HOLD_KINDS)
        )
        for row in connection.execute(acts.order_by(events.c.wall_us)):
            newest[row.order_no] = row.kind
    return frozenset(number for number, kind in newest.items() if kind == HOLD_KINDS[0])


def blank(connection: Connection, numbers: Sequence[str]) -> None:
    """Names, addresses, telephone, messages and papers of closed disputes; the orders keep their numbers."""
    for some in _some(numbers):
        for table, columns in SAID.items():
            key = table.c.number if table is orders else table.c.order_no
            connection.execute(update(table).where(key.in_(some)).values(dict.fromkeys(columns, "")))
        own = select(cases.c.id).where(cases.c.order_no.in_(some))
        connection.execute(delete(dispute_papers).where(dispute_papers.c.case_id.in_(own)))
        for table in (dispute_links, dispute_submissions):
            connection.execute(update(table).where(table.c.case_id.in_(own)).values(note=""))
        connection.execute(
            update(dispute_links)
            .where(dispute_links.c.case_id.in_(own), dispute_links.c.kind == "address_correction")
            .values(value="")
        )


def rename(connection: Connection, aliases: Mapping[str, str]) -> None:
    """Every order number and waybill that is a key of ``aliases`` becomes its value: the rows are nobody's then."""
    for number in (name for name in aliases if _known(connection, name)):
        _copy(connection, number, aliases[number])
    for column in _numbered():
        for old, new in aliases.items():
            connection.execute(update(column.table).where(column == old).values({column.name: new}))
    for old, new in aliases.items():
        _in_lists(connection, old, new)
        connection.execute(delete(orders).where(orders.c.number == old))


def _known(connection: Connection, number: str) -> bool:
    return connection.execute(select(orders.c.number).where(orders.c.number == number)).first() is not None


def _copy(connection: Connection, number: str, alias: str) -> None:
    """Rows that name the order must have one to name at any moment."""
    columns = [literal(alias) if column is orders.c.number else column for column in orders.c]
    source = select(*columns).where(orders.c.number == number)
    connection.execute(insert(orders).from_select([column.name for column in orders.c], source))


def _numbered() -> Iterator[Column[Any]]:
    for table in METADATA.sorted_tables:
        yield from (table.c[name] for name in NUMBERED if name in table.c)
    yield from NUMBERED_TOO


def _in_lists(connection: Connection, old: str, new: str) -> None:
    quoted = json.dumps(old)
    listing = select(parting_acts.c.id, parting_acts.c.orders).where(parting_acts.c.orders.contains(quoted))
    for row in connection.execute(listing).all():
        names = [new if name == old else name for name in json.loads(row.orders)]
        connection.execute(update(parting_acts).where(parting_acts.c.id == row.id).values(orders=json.dumps(names)))


def _some(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    return (numbers[at : at + _KEYS_MAX] for at in range(0, len(numbers), _KEYS_MAX))


QUICK_BYTES: Final = 100_000_000
"""Written anew in a second: a claim waits for that at most. 970 MB took 9 s, and a bench asks for 5."""


def scrub(engine: Engine, *, benches_run: bool = False) -> bool:
    """Leave nothing of what was erased in the book's file. PostgreSQL frees it, and overwrites it as it is used again.

    False where it has to be done once more: the disk has no room, a reader keeps old pages, or benches run and the
    file is large. What was deleted is overwritten where it stood even then; copies in pages that were split stay.

    Raises:
        Trouble: another program holds the book; what was erased is erased, its bytes may still lie in the file.
    """
    with told(engine):
        if engine.dialect.name == "sqlite":
            return _scrub_sqlite(engine, benches_run)
        _scrub_postgresql(engine)
        return True


def _scrub_sqlite(engine: Engine, benches_run: bool) -> bool:
    file = sqlite_file(engine)
    assert file is not None, "an order book in memory holds nothing for long"
    if benches_run and file.stat().st_size > QUICK_BYTES:
        with closing(engine.raw_connection()) as raw:
            folded(raw.driver_connection)
        return False
    with closing(engine.raw_connection()) as raw, closing(engine.raw_connection()) as other:
        return write_anew(raw.driver_connection, other.driver_connection, file)


def sqlite_file(engine: Engine) -> Path | None:
    """Where the book is a file."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(name) if name and name != ":memory:" else None


def _scrub_postgresql(engine: Engine) -> None:
    """Tables of others are passed over with a warning in the server's log."""
    touched = {column.table.name for column in _numbered()} | {table.name for table in SAID} | {dispute_papers.name}
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        allow_maintenance(connection)
        try:
            for name in sorted(touched):
                connection.exec_driver_sql(f"VACUUM {name}")
        finally:
            connection.invalidate()
