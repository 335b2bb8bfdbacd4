"""A bench that packs from a real order book into a real ledger, without devices and without a window."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from types import TracebackType

from benchmarks.books import UNITS, Built, gtin, order_no, routing
from station import codes
from station.bench import Bench, Outcome
from station.clock import SystemClock
from station.evidence.ledger import Ledger
from station.home import Home
from station.journal import LedgerJournal, restore
from station.orders.orderbook import OrderBook
from station.packing.effects import ClaimOrder, Effect, ReleaseOrder
from station.packing.inputs import Command, Pressed, Scan
from station.packing.rules import Rules

BENCH = "B01"
DEVICE = "scanner"


class Packer:
    """``scan`` is what the app does with a code between the device and the order book's answer, on one thread."""

    def __init__(self, home: Home, built: Built, show: Callable[[Outcome], None] = lambda _: None) -> None:
        self.book = OrderBook.open(built.url)
        self.clock = SystemClock()
        self.ledger = Ledger.open(
            home, org="local", bench=BENCH, clock=self.clock, random_bytes=os.urandom, build="benchmark"
        )
        self.rules = Rules(weigh=False)
        self.bench = Bench(
            job=restore(self.ledger),
            journal=LedgerJournal(self.ledger),
            clock=self.clock,
            rules=self.rules,
            show=show,
            perform=self._perform,
            recognise=self.book.recognise,
        )
        self._routing = routing()
        self._orders = built.orders
        self._next_order = 0
        self._left: deque[str] = deque()

    def __enter__(self) -> Packer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ledger.close()
        self.book.close()

    def next_code(self) -> str:
        """A code of the open order that is still needed; the next order is opened when all but one unit is in."""
        if not self._left:
            self._open_next()
        return self._left.popleft()

    def scan(self, code: str) -> None:
        self.bench.take(codes.read(code, device=DEVICE))

    def _open_next(self) -> None:
        if self.bench.job.opened:
            self.bench.take(Pressed(command=Command.HOLD))
        number = self._next_order * 34 % self._orders
        self._next_order += 1
        self.bench.take(Scan(text=order_no(number), device=DEVICE, keys=(order_no(number),)))
        order = self.bench.job.order
        assert self.bench.job.opened
        assert order is not None
        codes_of = [gtin(int(line.sku.removeprefix("SKU-"))) for line in order.lines for _ in range(UNITS)]
        self._left.extend(codes_of[:-1])

    def _perform(self, effect: Effect) -> None:
        now_us = self.clock.now().wall_us
        match effect:
            case ClaimOrder(code=code):
                self.bench.take(self.book.claim(code, bench=BENCH, now_us=now_us, routing=self._routing))
            case ReleaseOrder():
                self.book.release(effect.order, bench=BENCH, fence=effect.fence, why=effect.why)
            case _:
                pass
