"""What happened to an order's parcel, from the first scan to the carrier's last word: one list, by time. Reads only.

It is put together from what each bench recorded, what the office decided, the handover and the carrier's news; the
record that proves it is each bench's ledger, and its report is ``evidence export``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from station.orders.dispute_tables import carrier_news
from station.orders.engine import reading
from station.orders.gate_tables import cancellations, hold_acts
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.tables import deadline_acts, events, orders, parcels

ENTRIES_MAX: Final = 2_000
"""Of one order; the first ones. A parcel of five hundred units has as many."""

HELD, RELEASED, PLACED = "held", "released", "placed"
HANDED_OVER, CARRIER, EXPEDITED, CANCEL_ASKED = "handed_over", "carrier", "expedited", "cancel_asked"
NOT_TOLD: Final = (
    "DeviceChanged", "WeightSeen", "PanCleared", "WeightAwaited", "HoldsAsked", "LabelSent", "ClockJumped",
    "NothingToDo", "MediaRoomChanged", "AnchorReceived", "UnitsBorneOut", "VideoStarted", "ParcelHandedOver",
    "ClaimReturned", "PhotoAsked", "PapersAsked", "PromptOpened",
)  # fmt: skip
"""Entries that a person who asks what happened need not read; the report has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """``what``: an entry's kind or a word from above; ``facts``: its public fields; ``by``: a pseudonym or a name."""

    at_us: int
    what: str
    by: str = ""
    bench: str = ""
    seq: int | None = None
    reason: str = ""
    units: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    waybill: str
    bench: str
    packer: str
    sealed_us: int
    weight_mg: int | None
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """``more``: there are entries beyond the limit."""

    order: str
    happened: tuple[Happened, ...]
    parcels: tuple[Sealed, ...]
    more: bool = False


def history_of(book: OrderBook, number: str) -> History | None:
    """None where there is no such order."""
    with reading(book.engine) as connection:
        if connection.execute(select(orders.c.number).where(orders.c.number == number)).first() is None:
            return None
        recorded = list(_recorded(connection, number))
        sealed = tuple(_parcels(connection, number))
        waybills = {each.waybill for each in sealed if each.waybill}
        others = [*_decided(connection, number), *_handed_over(connection, number), *_news(connection, waybills)]
    every = sorted([*recorded[:ENTRIES_MAX], *others], key=lambda one: one.at_us)
    return History(order=number, happened=tuple(every), parcels=sealed, more=len(recorded) > ENTRIES_MAX)


class _Entry(msgspec.Struct, frozen=True):
    pub: dict[str, Any] = {}


def _recorded(connection: Connection, number: str) -> Iterator[Happened]:
    wanted = (
        select(events)
        .where(events.c.order_no == number, events.c.kind.not_in(NOT_TOLD))
        .order_by(events.c.wall_us, events.c.bench, events.c.epoch, events.c.seq)
        .limit(ENTRIES_MAX + 1)
    )
    for row in connection.execute(wanted):
        yield Happened(
            at_us=row.wall_us,
            what=row.kind,
            by=row.packer,
            bench=row.bench,
            seq=row.seq,
            reason=row.reason,
            units=row.units,
            facts=msgspec.json.decode(row.header, type=_Entry).pub,
        )


def _parcels(connection: Connection, number: str) -> Iterator[Sealed]:
    mine = select(parcels).where(parcels.c.order_no == number).order_by(parcels.c.sealed_us)
    for row in connection.execute(mine):
        names = ("waybill", "bench", "packer", "sealed_us", "weight_mg", "units")
        yield Sealed(**{name: getattr(row, name) for name in names})


def _decided(connection: Connection, number: str) -> Iterator[Happened]:
    for act in connection.execute(select(hold_acts).where(hold_acts.c.order_no == number)):
        yield Happened(at_us=act.at_us, what=act.act, by=act.who, reason=act.reason, facts={"note": act.note})
    for act in connection.execute(select(deadline_acts).where(deadline_acts.c.order_no == number)):
        yield Happened(at_us=act.at_us, what=act.act, by=act.who, facts={"note": act.reason})
    for asked in connection.execute(select(cancellations).where(cancellations.c.order_no == number)):
        yield Happened(at_us=asked.asked_us, what=CANCEL_ASKED, by=asked.recorded_by, facts={"note": asked.reason})


def _handed_over(connection: Connection, number: str) -> Iterator[Happened]:
    joined = handover_parcels.join(handovers, handovers.c.id == handover_parcels.c.handover_id)
    mine = select(handover_parcels, handovers.c.carrier, handovers.c.driver).select_from(joined)
    for row in connection.execute(mine.where(handover_parcels.c.order_no == number)):
        facts = {"carrier": row.carrier, "waybill": row.waybill, "handover": row.handover_id}
        yield Happened(at_us=row.scanned_us, what=HANDED_OVER, by=row.scanned_by, bench=row.bench, facts=facts)


def _news(connection: Connection, waybills: set[str]) -> Iterator[Happened]:
    """Of which file it came with, nothing is said here."""
    for row in connection.execute(select(carrier_news).where(carrier_news.c.waybill.in_(waybills))):
        facts = {"waybill": row.waybill, "place": row.place, "weight_mg": row.weight_mg}
        yield Happened(at_us=row.at_us, what=CARRIER, reason=row.what, facts=facts)
