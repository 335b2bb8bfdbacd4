"""What the order book knows of a handover becomes entries of the ledger that sealed the parcels. Decision 0025.

A ledger has one writer: the bench writes while it runs (``facts_owed`` through its desk), else the verb that closes a
handover or exports evidence does (``write_owed``). Nothing of packing is decided or folded here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from station.bench_ledger import open_ledger
from station.carrying import carry
from station.clock import Clock
from station.errors import LedgerInUse
from station.evidence.fact import JSON, Fact, Medium
from station.evidence.media import store
from station.home import Home
from station.orders.handover_papers import Paper
from station.orders.orderbook import OrderBook
from station.orders.owing import CLOSED, HANDED_OVER, OwedHandover, OwedParcel, owed_handover
from station.settings import Settings

AT_ONCE = 8
"""Entries a running bench is given in one go: a scan waits for one of them at most, each is an append of its own."""

KEPT_MAX = 16
"""Papers whose files are remembered: a handover has three."""

WRITER = "-"
"""Whoever is signed in at the bench has no part in it; who closed the handover is committed to in the entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedFact:
    """``key`` names the entry among all that are owed."""

    key: tuple[int, str, str]
    fact: Fact
    order_no: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The media folder for papers that many entries name: each is stored once."""

    media: Path
    kept: dict[tuple[str, int, str], Medium] = field(default_factory=dict)

    def store(self, paper: Paper) -> Medium:
        key = (hashlib.sha256(paper.data).hexdigest(), paper.at_us, paper.role)
        if key not in self.kept:
            while len(self.kept) >= KEPT_MAX:
                del self.kept[next(iter(self.kept))]
            at_ms = paper.at_us // 1000
            self.kept[key] = store(self.media, paper.data, mime=paper.mime, role=f"handover-{paper.role}", at_ms=at_ms)
        return self.kept[key]


def facts_owed(book: OrderBook, shelf: Shelf, bench: str, *, limit: int = AT_ONCE) -> tuple[OwedFact, ...]:
    """The next entries that ``bench`` owes; what they name as a file is on disk when this returns.

    Raises:
        Trouble: the book cannot be read, or a file not be written.
    """
    owed = owed_handover(book, bench, limit=limit)
    if owed is None:
        return ()
    kept = tuple(shelf.store(paper) for paper in owed.papers)
    return tuple(_facts(owed, kept))


def write_owed(home: Home, book: OrderBook, settings: Settings, clock: Clock) -> bool:
    """All that this home's bench owes, unless it runs and so writes by itself; whether nothing is left to write here.

    Raises:
        Trouble: the book cannot be read, or the ledger not be written.
    """
    if not home.ledger_file.is_file():
        return True
    carry(home, book)  # what stands in the ledger already is owed no more
    if owed_handover(book, settings.bench.id, limit=1) is None:
        return True
    try:
        ledger = open_ledger(home, settings, clock, book=book)
    except LedgerInUse:
        return False
    written: set[tuple[int, str, str]] = set()
    shelf = Shelf(home.media)
    try:
        while fresh := [one for one in facts_owed(book, shelf, settings.bench.id) if one.key not in written]:
            for owed in fresh:
                ledger.append([owed.fact], order_no=owed.order_no, by=WRITER)
            written.update(owed.key for owed in fresh)
            carry(home, book)
    finally:
        ledger.close()
    return True


def _facts(owed: OwedHandover, media: tuple[Medium, ...]) -> Iterator[OwedFact]:
    number = owed.handover.id
    for parcel in owed.parcels:
        fact = _handed_over(owed, parcel, media)
        yield OwedFact(key=(number, parcel.order, parcel.waybill), fact=fact, order_no=parcel.order)
    if owed.closes:
        yield OwedFact(key=(number, "", ""), fact=_closed(owed, media), order_no=None)


def _handed_over(owed: OwedHandover, parcel: OwedParcel, media: tuple[Medium, ...]) -> Fact:
    pub: dict[str, JSON] = {
        **_batch(owed),
        "service": parcel.service,
        "weight_mg": parcel.weight_mg,
        "scanned_us": parcel.scanned_us,
    }
    com: dict[str, JSON] = {**_people(owed), "waybill": parcel.waybill, "scanned_by": parcel.scanned_by}
    return Fact(kind=HANDED_OVER, pub=pub, com=com, media=media)


def _closed(owed: OwedHandover, media: tuple[Medium, ...]) -> Fact:
    handover = owed.handover
    pub: dict[str, JSON] = {
        **_batch(owed),
        "services": list(handover.services),
        "opened_us": handover.opened_us,
        "unweighed": handover.unweighed,
        "left": len(handover.left),
    }
    return Fact(kind=CLOSED, pub=pub, com=_people(owed), media=media)


def _batch(owed: OwedHandover) -> dict[str, JSON]:
    """What the whole handover was: as the order book tells it, at the time it was closed."""
    handover = owed.handover
    return {
        "handover": handover.id,
        "carrier": handover.carrier,
        "closed_us": handover.closed_us,
        "parcels": handover.count,
        "total_mg": handover.weight_mg,
    }


def _people(owed: OwedHandover) -> dict[str, JSON]:
    return {"driver": owed.handover.driver, "closed_by": owed.handover.closed_by}
