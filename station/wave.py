"""A bench's wave: orders it has claimed ahead and numbers reserved for it, in a file of its own, for when the order
book is away. No order book, no rule.

Two threads share it: the bench takes out, the desk puts in and takes back. What leaves it has left the file first, so
that no power cut offers an order or a number a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import Final

import msgspec

from station.evidence.keys import write_whole
from station.packing.effects import AskHolds, ClaimOrder
from station.packing.events import Event, OrderAsked, OrderOpened, PackerSignedIn, PackerSignedOut
from station.packing.inputs import NEXT_ORDER, Found, HoldsReply, OrderReply
from station.packing.job import needed
from station.packing.model import Order, OrderNo, ServiceId, Waybill, barcode_key
from station.recent_claims import Claim, RecentClaims

BYTES_MAX: Final = 16_000_000
"""A hundred orders of a thousand lines; a larger file is none of ours."""

FAR_US: Final = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An order claimed for this bench and not yet open. ``turn`` is 0 for one that goes before all others."""

    order: Order
    fence: int
    turn: int = 1


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``numbers`` were never handed out; ``given`` were, each to the order it is under. ``returning`` are on their way
    back and are handed out no more."""

    log: str
    orders: tuple[Waiting, ...] = ()
    numbers: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    given: dict[str, str] = msgspec.field(default_factory=dict)
    returning: tuple[str, ...] = ()


class Wave:
    """``working`` from the first order asked for or packer signed in until a sign-out: only then is it filled."""

    def __init__(
        self, file: Path, log: str, *, items: bool = False, window_us: int = 0, now_us: Callable[[], int] = lambda: 0
    ) -> None:
        """``log`` is the ledger's name: what another epoch's bench had is not this one's. ``items``: also by item."""
        self.working = False
        self.services: set[ServiceId] = set()
        self.out = RecentClaims()  # taken out for this bench to open, and not given back
        self._file = file
        self._items = items
        self._window_us = window_us
        self._now_us = now_us
        self._lock = RLock()
        found = _read(file)
        self._stored = found if found is not None and found.log == log else _Stored(log=log)

    # the bench's thread

    def hear(self, events: Iterable[Event]) -> None:
        """Whether somebody works here, and by which services."""
        for event in events:
            match event:
                case OrderAsked() | PackerSignedIn():
                    self.working = True
                case PackerSignedOut():
                    self.working = False
                case OrderOpened() if event.order.service is not None:
                    self.services.add(event.order.service)
                case _:
                    pass

    def claimed(self, effect: ClaimOrder) -> OrderReply | None:
        """The order meant, if it is here, for this bench to open: it is in the wave no more."""
        with self._lock:
            found, item = self._meant(effect)
            if found is None or not self._try(orders=tuple(each for each in self._stored.orders if each != found)):
                return None
            self.out.add(found.order.number, found.fence)
        return OrderReply(code=effect.code, found=Found.CLAIMED, order=found.order, fence=found.fence, item=item)

    def numbered(self, ask: AskHolds, reply: HoldsReply) -> HoldsReply:
        """An answer that did not come, with a number from the reserve where the parcel needs one."""
        if (
            reply.order != ask.order
            or reply.reached
            or not ask.needs_waybill
            or ask.service is None
            or ask.number is not None
        ):
            return reply
        with self._lock:
            number = self._number(ask.order, ask.service, void=ask.void)
        return replace(reply, waybill=number, service=ask.service) if number is not None else reply

    # the desk's thread

    @property
    def orders(self) -> Sequence[Waiting]:
        return self._stored.orders

    def held(self) -> tuple[Claim, ...]:
        """All that wait here, and all that are out, at one moment: the bench takes out meanwhile."""
        with self._lock:
            return (*((each.order.number, each.fence) for each in self._stored.orders), *self.out)

    def gave_back(self, order: OrderNo, fence: int) -> None:
        with self._lock:
            self.out.drop(order, fence)

    @property
    def numbers(self) -> Mapping[str, tuple[str, ...]]:
        return self._stored.numbers

    @property
    def kept_numbers(self) -> frozenset[str]:
        """All that were reserved and are still here or were given out here."""
        with self._lock:
            free = (number for numbers in self._stored.numbers.values() for number in numbers)
            return frozenset((*free, *self._stored.given.values(), *self._stored.returning))

    @property
    def given(self) -> Mapping[str, str]:
        return self._stored.given

    def put(self, waiting: Waiting) -> bool:
        """False when the disk does not take it: then it is not here. So with all that follows."""
        with self._lock:
            return self._try(orders=(*self._stored.orders, waiting))

    def put_numbers(self, service: ServiceId, numbers: Sequence[str]) -> bool:
        with self._lock:
            had = self._stored.numbers.get(service, ())
            return self._try(numbers={**self._stored.numbers, service: (*had, *numbers)})

    def refresh(self, number: OrderNo, *, known_us: int, turn: int) -> None:
        """The book was asked: the order stands as it is here. On disk with the next change."""
        with self._lock:
            fresh = tuple(
                replace(each, order=replace(each.order, known_us=known_us), turn=turn)
                if each.order.number == number
                else each
                for each in self._stored.orders
            )
            self._stored = msgspec.structs.replace(self._stored, orders=fresh)

    def drop(self, number: OrderNo) -> Waiting | None:
        """The order taken out, if the bench has not taken it meanwhile."""
        with self._lock:
            found = next((each for each in self._stored.orders if each.order.number == number), None)
            left = tuple(each for each in self._stored.orders if each != found)
            return found if found is not None and self._try(orders=left) else None

    def forget(self, given: Iterable[str]) -> bool:
        """Numbers given out that the book knows of by now, or that are void."""
        gone = set(given)
        with self._lock:
            left = {order: number for order, number in self._stored.given.items() if number not in gone}
            return self._try(given=left)

    @property
    def returning(self) -> Sequence[str]:
        return self._stored.returning

    def take_back(self) -> tuple[Waiting, ...]:
        """The orders that are not open, and none is left; the numbers that were not handed out are ``returning``."""
        with self._lock:
            had = self._stored
            free = tuple(number for numbers in had.numbers.values() for number in numbers)
            taken = self._try(orders=(), numbers={}, returning=(*had.returning, *free))
        return had.orders if taken else ()

    def returned(self) -> bool:
        """The book has the numbers again."""
        with self._lock:
            return self._try(returning=())

    def _meant(self, effect: ClaimOrder) -> tuple[Waiting | None, bool]:
        waiting = sorted(self._stored.orders, key=self._rank)
        if effect.code == NEXT_ORDER:
            return (waiting[0] if waiting else None), False
        named = next((each for each in waiting if effect.code in _codes(each.order)), None)
        if named is not None or not self._items:
            return named, False
        keys = {barcode_key(effect.code), *((effect.gtin,) if effect.gtin else ())}
        return next((each for each in waiting if _only_item(each.order) & keys), None), True

    def _rank(self, waiting: Waiting) -> tuple[int, int, int]:
        """Near its deadline strictly by it; else in the runs in which they came. The sort keeps their order."""
        due_us = FAR_US if waiting.order.deadline_us is None else waiting.order.deadline_us
        if not self._window_us or due_us - self._now_us() <= self._window_us:
            return waiting.turn, 0, due_us
        return waiting.turn, 1, due_us // self._window_us

    def _number(self, order: OrderNo, service: ServiceId, *, void: Waybill | None) -> Waybill | None:
        """Asked again, the same number: a label that waits draws one only."""
        given = self._stored.given.get(order)
        if given is not None and given != void:
            return Waybill(given)
        free = self._stored.numbers.get(service, ())
        if not free:
            return None
        numbers = {**self._stored.numbers, service: free[1:]}
        taken = self._try(numbers=numbers, given={**self._stored.given, order: free[0]})
        return Waybill(free[0]) if taken else None

    def _try(self, **changed: object) -> bool:
        """On disk first, then here; False when the disk does not take it, and all is as it was."""
        after = msgspec.structs.replace(self._stored, **changed)
        try:
            write_whole(self._file, msgspec.json.encode(after).decode(), mode=0o600)
        except OSError:
            return False
        self._stored = after
        return True


def _codes(order: Order) -> frozenset[str]:
    return frozenset(filter(None, (order.number, order.part_of, order.waybill, *order.joined)))


def _only_item(order: Order) -> frozenset[str]:
    """The codes of the one piece that is all of the order, with nothing brought for it; none of any other order."""
    real = [line for line in order.lines if needed(line.kind, line.quantity)]
    if order.brought or len(real) != 1 or needed(real[0].kind, real[0].quantity) != 1:
        return frozenset()
    return frozenset(barcode_key(barcode.code) for barcode in real[0].barcodes if barcode.units == 1)


def _read(file: Path) -> _Stored | None:
    """None where there is nothing that can be used: the book knows what the bench had, and settles it."""
    try:
        if file.stat().st_size > BYTES_MAX:
            return None
        return msgspec.json.decode(file.read_bytes(), type=_Stored)
    except (OSError, msgspec.DecodeError):
        return None
