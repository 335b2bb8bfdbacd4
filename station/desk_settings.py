"""What the order book's desk is made with, and what it is handed: values and shapes, nothing that acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from station.orders.orderbook import OrderBook, RulesAt
from station.orders.shops import ShopGates
from station.packing.deadlines import NO_RULES
from station.packing.model import Order, Recipient
from station.packing.routing import Routing
from station.packing.rules import Person
from station.recent_claims import Claim
from station.wave_keeping import WaveKeeping


class Relaying(Protocol):
    """Carries the ledger's new entries to the book; says how many are left."""

    def __call__(self, book: OrderBook) -> int: ...


class Owed(Protocol):
    """An entry for the ledger, which only the bench's own thread may write."""

    @property
    def key(self) -> tuple[int, str, str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """The order that is open at the bench, as the bench has it."""

    order: Order
    fence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    url: str
    bench: str
    epoch: int = 1  # of its ledger
    items: bool = False  # an item scanned with nothing open claims an order of just that item
    place: str = ""  # that this bench stands in; empty where there is only one
    routing: Routing
    senders: Mapping[str, Recipient]
    gates: Mapping[str, ShopGates] = field(default_factory=dict)
    rules_at: RulesAt = lambda _now_us: NO_RULES
    relay: Callable[[], tuple[Relaying, Callable[[], None]]]
    """Makes the relay in the desk's own thread, and says how to close it."""
    opened: Claim | None = None  # of the order that is open when the program starts
    known: Callable[[Mapping[str, Person]], Mapping[str, Person]] = lambda people: people
    """What this bench adds to who may pack: whose PIN it asks."""
    choices: Callable[[OrderBook], None] = lambda _book: None
    """Tells the book what people chose for the screens here."""
    goods: Callable[[OrderBook, int], None] = lambda _book, _mono_us: None
    """Copies what the book knows of goods, where the book is a server; called with each look of the relay."""
    owed: Callable[[OrderBook], Iterable[Owed]] = lambda _book: ()
    """Entries that the book has for this bench's ledger, read right after the relay."""
    awaited: Callable[[], bool] = lambda: False
    """Whether more of them is asked for and may come any moment."""
    wave: WaveKeeping | None = None
    window_us: int = 0  # how far from its deadline an order may wait for one like the last
