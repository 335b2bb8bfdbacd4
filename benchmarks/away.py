"""The order book far away or gone: what a scan's verdict takes then, and how fast an hour without it is carried up."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread
from typing import Final

from sqlalchemy import insert, select, text

from benchmarks.server import fresh, server
from benchmarks.tables import TIMES, Series, ratio, show, sized, times, us
from station import codes
from station.bench import Bench
from station.clock import SystemClock
from station.errors import BookUnreachable
from station.evidence.ledger import Ledger
from station.home import Home
from station.journal import LedgerJournal, restore
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.relay import BATCH_ENTRIES, Relay
from station.orders.tables import events
from station.packing.effects import ClaimOrder, Effect
from station.packing.rules import Rules
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.claiming import ROUTING, T0
from tests.orders.conftest import put_order
from tests.orders.flaky_proxy import FlakyProxy

SCANS: Final = 3_000
LINES: Final = 20
WAY_MS: Final = 100
"""Each way, so that an answer takes 200 ms."""

ENTRIES: Final = 3_600
"""An hour of one bench, an entry a second."""

OFFLINE: Final = 4
"""Benches that come back at once."""

TRIES_MAX: Final = 1_000
UNITS: Final = 40
"""Of each order that is packed meanwhile."""

HERE, FAR, GONE = "the book in a file here", "the book 200 ms away", "the book gone"


def run(folder: Path, share: float) -> None:
    with server() as address:
        _verdicts(folder, address, sized(SCANS, share, least=60))
        for benches in (1, OFFLINE):
            book = OrderBook.open(fresh(address))
            catch_up(book, [f"B{n:02d}" for n in range(benches)], sized(ENTRIES, share, least=120))
            book.close()


class _Core:
    """A bench with a ledger of its own and one large order open; another thread goes on asking the book."""

    def __init__(self, home: Home, url: str, scans: int) -> None:
        self.book = OrderBook.open(url)
        self.order = home.root.name
        put_order(self.book.engine, self.order, {f"GOODS-{n}": scans for n in range(LINES)})
        clock = SystemClock()
        self.ledger = Ledger.open(
            home, org="local", bench="B01", clock=clock, random_bytes=os.urandom, build="benchmark"
        )
        local = url.startswith("sqlite")
        self.bench = Bench(
            job=restore(self.ledger), journal=LedgerJournal(self.ledger), clock=clock, rules=Rules(weigh=False),
            show=lambda _: None, perform=self._perform,
            recognise=self.book.recognise if local else lambda _code: None,  # as the program does
        )  # fmt: skip
        self.bench.take(codes.read(self.order, device="scanner"))
        assert self.bench.job.opened
        self._goods = cycle(f"GOODS-{n}" for n in range(LINES))
        self.asked, self._over = 0, Event()
        self._asking = Thread(target=self._ask)

    def scan(self) -> None:
        self.bench.take(codes.read(next(self._goods), device="scanner"))

    def begin(self) -> None:
        self._asking.start()

    def close(self) -> None:
        self._over.set()
        self._asking.join()
        self.book.close()
        self.ledger.close()

    def _ask(self) -> None:
        while not self._over.wait(0.05):
            self.asked += 1
            try:
                self.book.holds(self.order, bench="B01", fence=1, needs_waybill=False, service=None, now_us=T0)
            except BookUnreachable:
                continue

    def _perform(self, effect: Effect) -> None:
        if isinstance(effect, ClaimOrder):
            self.bench.take(self.book.claim(effect.code, bench="B01", now_us=T0, routing=ROUTING))


@contextmanager
def _cores(folder: Path, address: str, scans: int) -> Iterator[dict[str, _Core]]:
    url = fresh(address)
    with FlakyProxy.before(url) as far, FlakyProxy.before(url) as gone:
        urls = {HERE: f"sqlite:///{folder / f'away-{time.time_ns()}.db'}", FAR: far.url, GONE: gone.url}
        homes = {name: Home(folder / f"away-{time.time_ns()}-{n}") for n, name in enumerate(urls)}
        cores = {name: _Core(homes[name], urls[name], scans) for name in urls}
        far.delay(WAY_MS)
        gone.hang_up()
        for core in cores.values():
            core.begin()
        try:
            yield cores
        finally:
            far.clear()
            for core in cores.values():
                core.close()


def _verdicts(folder: Path, address: str, scans: int) -> None:
    with _cores(folder, address, scans) as cores:
        series = {name: Series() for name in cores}
        for _ in range(scans):
            for name, core in cores.items():
                series[name].take(core.scan)
                core.ledger.between_scans()
        asked = {name: core.asked for name, core in cores.items()}
    show(f"Scan to committed verdict, {scans} times each, the book asked meanwhile", TIMES, times(series, floor=HERE))
    print("  asked meanwhile: " + ", ".join(f"{name} {count} times" for name, count in asked.items()))


def catch_up(book: OrderBook, benches: Sequence[str], entries: int, *, where: str = "") -> None:
    """Benches new to the book that claimed while it was there, packed without it, and come back all at once."""
    offline = [_hour(book, name, entries) for name in benches]
    again: list[str] = []
    carried = [Thread(target=_carry, args=(book, each, again)) for each in offline]
    begun = time.perf_counter()
    for thread in carried:
        thread.start()
    for thread in carried:
        thread.join()
    relayed_s, count = time.perf_counter() - begun, sum(each.ledger.size for each in offline)
    bare_s = _bare_insert(book, benches, count)
    head = ("", "entries/s", "an entry", "to floor")
    rows = [
        (name, f"{count / took_s:.0f}", us(took_s / count * 1e6), ratio(took_s, bare_s))
        for name, took_s in (("floor: the same rows, inserted alone", bare_s), ("relay", relayed_s))
    ]
    waited = f"{len(again)} times another's lock was in the way"
    title = f"{len(benches)} bench(es) back after an hour{where}, {count} entries; {waited}"
    show(title, head, rows)


def _carry(book: OrderBook, bench: BenchOfBook, again: list[str]) -> None:
    """Tried again as the program does, at once."""
    relay = Relay(bench.ledger, log=bench.ledger.log)
    while len(again) < TRIES_MAX:
        try:
            relay(book)
            return
        except BookUnreachable:
            again.append(bench.name)


def _hour(book: OrderBook, name: str, entries: int) -> BenchOfBook:
    bench = BenchOfBook(book, name)
    nth = 0
    while bench.ledger.size < entries:
        order = f"{name}-{nth}"
        put_order(book.engine, order, {"A": UNITS}, waybill=f"YT{name[1:]}{nth:011d}")
        bench.says(codes.read(order, device="scanner"))
        bench.says(book.claim(order, bench=name, now_us=T0, routing=ROUTING))
        bench.answers()
        bench.packs()
        bench.seals()
        nth += 1
    return bench


def _bare_insert(book: OrderBook, benches: Sequence[str], count: int) -> float:
    """Into a table of its own, as many rows in a transaction as the relay puts into one."""
    mine = events.c.bench.in_(benches)
    with reading(book.engine) as connection:
        rows = [dict(row._mapping) for row in connection.execute(select(events).where(mine))]
    assert len(rows) == count, (len(rows), count)
    with writing(book.engine) as connection:
        connection.execute(text("CREATE TABLE floor (LIKE events INCLUDING INDEXES INCLUDING DEFAULTS)"))
    floor = events.to_metadata(type(events.metadata)(), name="floor")
    begun = time.perf_counter()
    for start in range(0, count, BATCH_ENTRIES):
        with writing(book.engine) as connection:
            connection.execute(insert(floor), list(islice(rows, start, start + BATCH_ENTRIES)))
    took_s = time.perf_counter() - begun
    with writing(book.engine) as connection:
        connection.execute(text("DROP TABLE floor"))
    return took_s
