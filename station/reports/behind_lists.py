"""What lies behind figures that no entry counts: orders that wait, parcels by time taken or carrier, one entry whole.

Page by page: ``skip`` rows were shown before. Reads the order book only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, case, select

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.figure_tables import parcel_times
from station.orders.orderbook import OrderBook
from station.orders.tables import events, orders, parcels
from station.packing.model import OrderState
from station.packing.routing import Routing
from station.reports.cut_off_forecast import NO_CARRIER, WAY, service_of

PAGE = 50
SKIP_MAX = 100_000
"""Who has turned two thousand pages wants the report, not the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    number: str
    state: str
    bench: str
    due_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """``took_us`` is None where it was not seen to be opened."""

    sealed_us: int
    bench: str
    epoch: int
    seq: int
    packer: str
    order_no: str
    waybill: str
    took_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeEntry:
    """``fields`` of its public part, by name; what a person may see of a buyer is not in it."""

    at_us: int
    kind: str
    packer: str
    order_no: str | None
    reason: str
    fields: tuple[tuple[str, str], ...]


def waiting(
    book: OrderBook, *, carrier: str, due_us: int, routing: Routing, carrier_of: Mapping[str, str], skip: int = 0
) -> tuple[Waiting, ...]:
    """Orders of a cut-off, in the queue's order; one more than a page when there is another."""
    found: list[Waiting] = []
    seen = 0
    with reading(book.engine) as connection:
        for row in _of_cut_off(connection, carrier, due_us, routing, carrier_of):
            seen += 1
            if seen > skip:
                found.append(Waiting(number=row.number, state=row.state, bench=row.claimed_by or "", due_us=row.due_us))
            if len(found) > PAGE:
                break
    return tuple(found)


def numbers_waiting(
    book: OrderBook, *, carrier: str, due_us: int, routing: Routing, carrier_of: Mapping[str, str]
) -> tuple[str, ...]:
    """All orders of a cut-off that no bench has opened yet, at most ``SKIP_MAX``."""
    with reading(book.engine) as connection:
        rows = _of_cut_off(connection, carrier, due_us, routing, carrier_of)
        return tuple(row.number for row in rows if row.state == OrderState.READY)


def _of_cut_off(
    connection: Connection, carrier: str, due_us: int, routing: Routing, carrier_of: Mapping[str, str]
) -> Iterator[Row[*tuple[Any, ...]]]:
    o = orders.c
    begun_first = case((o.state == OrderState.PACKING, 0), else_=1)
    wanted = (
        select(o.number, o.state, o.claimed_by, o.due_us, *WAY)
        .where(o.state.in_((OrderState.PACKING, OrderState.READY)), o.due_us == due_us)
        .order_by(begun_first, o.turn, o.paid_us, o.number)
        .limit(SKIP_MAX)
    )
    for row in connection.execute(wanted):
        if carrier_of.get(service_of(tuple(row[4:]), routing), NO_CARRIER) == carrier:
            yield row


def slowest(book: OrderBook, *, order_class: str, from_us: int, to_us: int, skip: int = 0) -> tuple[Packed, ...]:
    """Parcels of a class, the slowest first; one more than a page when there is another."""
    t = parcel_times.c
    wanted = (t.order_class == order_class, t.sealed_us >= from_us, t.sealed_us < to_us)
    order = (t.took_us.desc(), t.bench, t.epoch, t.seq)
    return _packed(book, select(*_COLUMNS).select_from(_TIMED).where(*wanted).order_by(*order), skip)


def shipped(book: OrderBook, *, services: Sequence[str], from_us: int, to_us: int, skip: int = 0) -> tuple[Packed, ...]:
    """Parcels of a carrier by time; one more than a page when there is another."""
    p = parcels.c
    wanted = (p.sealed_us >= from_us, p.sealed_us < to_us, orders.c.service.in_(services))
    source = parcels.join(orders, orders.c.number == p.order_no).outerjoin(parcel_times, _SAME)
    statement = select(*_COLUMNS).select_from(source).where(*wanted).order_by(p.sealed_us, p.bench, p.epoch, p.seq)
    return _packed(book, statement, skip)


_SAME = and_(
    parcels.c.bench == parcel_times.c.bench,
    parcels.c.epoch == parcel_times.c.epoch,
    parcels.c.seq == parcel_times.c.seq,
)
_TIMED = parcel_times.join(parcels, _SAME)
_COLUMNS = (
    parcels.c.sealed_us, parcels.c.bench, parcels.c.epoch, parcels.c.seq, parcels.c.packer, parcels.c.order_no,
    parcels.c.waybill, parcel_times.c.took_us,
)  # fmt: skip


def _packed(book: OrderBook, statement: Any, skip: int) -> tuple[Packed, ...]:
    with reading(book.engine) as connection:
        rows = connection.execute(statement.limit(PAGE + 1).offset(min(skip, SKIP_MAX)))
        return tuple(Packed(**row._mapping) for row in rows)


def entry(book: OrderBook, *, bench: str, epoch: int, seq: int) -> WholeEntry:
    """
    Raises:
        Trouble: there is none; an erasure may have taken it meanwhile.
    """
    mine = (events.c.bench == bench, events.c.epoch == epoch, events.c.seq == seq)
    with reading(book.engine) as connection:
        row = connection.execute(select(events).where(*mine)).first()
    if row is None:
        raise Trouble(f"there is no entry {bench} {epoch}/{seq} any more", remedy="Go back and look again.")
    return WholeEntry(
        at_us=row.wall_us,
        kind=row.kind,
        packer=row.packer,
        order_no=row.order_no,
        reason=row.reason,
        fields=_fields(row),
    )


FIELD_MAX = 200
"""Characters of a field that are shown; the ledger has the rest."""


def _fields(row: Row[Any]) -> tuple[tuple[str, str], ...]:
    try:
        pub = msgspec.json.decode(row.header, type=_Header).pub
    except msgspec.DecodeError:
        return ()
    return tuple((name, _text(value)[:FIELD_MAX]) for name, value in pub.items())


def _text(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


class _Header(msgspec.Struct, frozen=True):
    pub: dict[str, Any] = {}
