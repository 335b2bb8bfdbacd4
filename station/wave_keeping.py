"""The order book's side of a bench's wave: claimed ahead, looked after, given back. Works on the desk's thread.

What the book holds for this bench and the wave does not is given back, or void: ``tidy`` makes the two agree after a
start and after every trouble, because an answer that did not come may have been a yes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from station.orders import reserving
from station.orders.engine import reading, writing
from station.orders.guarding import unchanged
from station.orders.next_order import Turn
from station.orders.orderbook import OrderBook
from station.orders.pool import running_low
from station.packing.inputs import Found
from station.packing.model import OrderNo, ServiceId
from station.packing.routing import Routing
from station.recent_claims import Claim
from station.wave import Waiting, Wave

CLAIMED_AT_ONCE: Final = 4
"""Orders claimed in one go: who scans an order meanwhile waits for these."""

NUMBERS_EACH_US: Final = 60_000_000
"""How often the reserve of numbers is filled up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveSettings:
    bench: str
    routing: Routing
    place: str = ""
    orders: int = 0
    numbers: int = 0
    window_us: int = 0

    def turn(self, last: str | None) -> Turn:
        return Turn(place=self.place, last=last, window_us=self.window_us)


class WaveKeeping:
    """Each call may wait on a network; ``Trouble`` leaves all as ``tidy`` finds it."""

    def __init__(self, wave: Wave, settings: WaveSettings) -> None:
        self._wave = wave
        self._settings = settings
        self._given_before = dict(wave.given)  # in an earlier run, whose entries are all in the ledger
        self._seen_us = -NUMBERS_EACH_US

    def tidy(self, book: OrderBook, *, handed: Iterable[Claim], now_us: int) -> None:
        """What is claimed or reserved for this bench and not here goes back, or is void. All entries are carried, but
        those of what was ``handed`` to the bench and may be sealed since."""
        bench = self._settings.bench
        handed = tuple(handed)
        book.release_others(bench=bench, kept=(*handed, *self._wave.held()))
        self._forget_given(book, here={order for order, _ in (*handed, *self._wave.out)})
        with writing(book.engine) as connection:
            reserving.void_all_but(connection, bench, self._wave.kept_numbers, now_us=now_us)

    def tend(self, book: OrderBook, *, last: OrderNo | None, now_us: int) -> None:
        """Once a second: give back, or look and fill."""
        if self._wave.returning or (not self._wave.working and (self._wave.orders or self._wave.numbers)):
            self.give_back(book, now_us=now_us)
        if self._wave.orders:
            self._look(book, now_us=now_us)
        if not self._wave.working:
            return
        self._fill(book, last, now_us=now_us)
        if abs(now_us - self._seen_us) >= NUMBERS_EACH_US:
            self._reserve(book, now_us=now_us)
            self._seen_us = now_us

    def gave_back(self, order: OrderNo, fence: int) -> None:
        self._wave.gave_back(order, fence)

    def handed_out(self, order: OrderNo) -> bool:
        """The order goes to the bench as the book's own answer, so it must not wait here too: it would be packed twice.

        False when the disk does not take that: then it stays here, and is nobody's answer.
        """
        self._wave.drop(order)
        return all(each.order.number != order for each in self._wave.orders)

    def give_back(self, book: OrderBook, *, now_us: int) -> None:
        """What is not open and was not handed out: others may have it."""
        for waiting in self._wave.take_back():
            self._release(book, waiting)
        with writing(book.engine) as connection:
            reserving.give_back(connection, self._settings.bench, self._wave.returning, now_us=now_us)
        self._wave.returned()

    def _look(self, book: OrderBook, *, now_us: int) -> None:
        """Cancelled, held, changed or taken over: out of the wave, before anybody packs it."""
        waiting = tuple(self._wave.orders)
        standing = unchanged(book, [(each.order, each.fence) for each in waiting], bench=self._settings.bench)
        for each in waiting:
            turn = standing.get(each.order.number)
            if turn is not None:
                self._wave.refresh(each.order.number, known_us=now_us, turn=turn)
            elif self._wave.drop(each.order.number) is not None:
                self._release(book, each)

    def _fill(self, book: OrderBook, last: OrderNo | None, *, now_us: int) -> None:
        for _ in range(min(CLAIMED_AT_ONCE, self._settings.orders - len(self._wave.orders))):
            waiting = self._wave.orders
            turn = self._settings.turn(waiting[-1].order.number if waiting else last)
            reply = book.claim_next(turn, bench=self._settings.bench, now_us=now_us, routing=self._settings.routing)
            if reply.found is not Found.CLAIMED or reply.order is None:
                return
            claimed = Waiting(order=reply.order, fence=reply.fence)
            if not self._wave.put(claimed):
                self._release(book, claimed)
                return

    def _reserve(self, book: OrderBook, *, now_us: int) -> None:
        """Where less than half is left; never what others would lack: a pool that runs low is left alone."""
        services = self._wave.services | {each.order.service for each in self._wave.orders if each.order.service}
        known = (self._settings.routing.services.get(service) for service in sorted(services))
        pooled = [service for service in known if service is not None and not service.by_hand]
        half = self._settings.numbers // 2
        wanting = [service for service in pooled if len(self._wave.numbers.get(service.id, ())) <= half]
        if not wanting or not self._settings.numbers:
            return
        with reading(book.engine) as connection:
            low = {one.service.id for one in running_low(connection, wanting, {one.id for one in wanting})}
        wanted: dict[ServiceId, int] = {
            service.id: self._settings.numbers - len(self._wave.numbers.get(service.id, ()))
            for service in wanting
            if service.id not in low
        }
        with writing(book.engine) as connection:
            found = reserving.reserve(connection, self._settings.bench, wanted, now_us=now_us)
            for service, numbers in found.items():
                if numbers and not self._wave.put_numbers(service, numbers):
                    reserving.give_back(connection, self._settings.bench, numbers, now_us=now_us)

    def _forget_given(self, book: OrderBook, *, here: Collection[OrderNo]) -> None:
        """Numbers given out that the book knows of; and those of an earlier run that no entry has ever used."""
        given = dict(self._wave.given)
        if not given:
            return
        with reading(book.engine) as connection:
            unused = reserving.still_reserved(connection, self._settings.bench, tuple(given.values()))
        before = {number for order, number in self._given_before.items() if order not in here}
        self._wave.forget(number for number in given.values() if number not in unused or number in before)

    def _release(self, book: OrderBook, waiting: Waiting) -> None:
        book.release(waiting.order.number, bench=self._settings.bench, fence=waiting.fence, why="wave")
