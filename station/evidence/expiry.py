"""What a ledger has kept longer than it may: found from its oldest end, so that what is erased is not met again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from station.evidence.entry import Entry
from station.evidence.erasing import ERASED, HELD, RELEASED, Scope, scope_of
from station.evidence.ledger_reading import LedgerReader

DAY_US = 86_400_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfLife:
    """Microseconds, by what it is."""

    of: Mapping[Scope, int]

    @property
    def shortest_us(self) -> int:
        return min(self.of.values())


@dataclass(slots=True)
class Leftovers:
    """What the oldest entries still have: of orders by number, and of entries that are of no order any more."""

    orders: dict[str, set[Scope]] = field(default_factory=dict)
    entries: dict[int, set[Scope]] = field(default_factory=dict)


def leftovers(reader: LedgerReader, life: ShelfLife, now_us: int) -> Leftovers:
    """Everything in entries older than the shortest life; which of it has lived its own is not looked at yet."""
    found = Leftovers()
    for entry in reader.disclosing():
        if _wall_us(entry) > now_us - life.shortest_us:
            break
        scopes = set(_scopes(entry))
        if entry.order_no is None:
            old = {scope for scope in scopes if _wall_us(entry) <= now_us - life.of[scope]}
            if old:
                found.entries[entry.seq] = old
        else:
            found.orders.setdefault(entry.order_no, set()).update(scopes)
    return found


def numbered(reader: LedgerReader, life: ShelfLife, now_us: int) -> Iterator[str]:
    """Orders whose first entry is old enough for the number itself to go."""
    for order_no, first in reader.orders_by_age():
        if _wall_us(reader.entry(first)) > now_us - life.of[Scope.NUMBER]:
            return
        yield order_no


def last_us(reader: LedgerReader, order_no: str) -> int:
    """When something last happened to the parcel; what was erased of it, or kept, is no such thing."""
    entries = map(reader.entry, reversed(reader.by_tag(order_no)))
    return next((_wall_us(entry) for entry in entries if entry.kind not in (ERASED, HELD, RELEASED)), 0)


def _scopes(entry: Entry) -> Iterator[Scope]:
    if entry.secrets:
        yield Scope.PERSONAL
    if entry.media:
        listed = entry.parsed()["media"]
        yield from (scope_of(listed[medium.index]["role"]) for medium in entry.media)


def _wall_us(entry: Entry) -> int:
    return int(entry.parsed()["wall_us"])
