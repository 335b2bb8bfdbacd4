"""A fleet's day: benches on one server, each behind a proxy of its own, faults as planned, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from sqlalchemy import select

from station.errors import BookUnreachable, Trouble
from station.orders.engine import reading
from station.orders.leasing import claimed
from station.orders.orderbook import OrderBook
from station.orders.tables import waybill_numbers
from station.orders.taking_over import take_over
from tests.e2e.fleet.faults import Fault, Kind
from tests.e2e.fleet.network import BenchNetwork
from tests.e2e.fleet.reckoning import Reckoned, reckon
from tests.e2e.fleet.seat import Seat
from tests.e2e.fleet.server import KillableServer, killable
from tests.e2e.fleet.stock import BENCH_USER, fill, left
from tests.orders.flaky_proxy import FlakyProxy
from tests.orders.recorded import T0

PULSE_S = 0.05
NUMBERS_MIN = 400
"""A pool with fewer runs low, and one that does is not reserved from."""
DOWN_S = 2.0
"""A server that was killed comes back after so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """``longest_s`` is the longest that a line of each kind waited at any bench; ``pulse_s`` how much too late a thread
    of this very process was woken at worst, which is the machine's doing."""

    took_s: float
    sealed: int
    lines: int
    starts: int
    longest_s: dict[str, float]
    stories: dict[str, str]
    pulse_s: float
    faults: Counter[str]
    troubles: tuple[str, ...]
    left: int
    reckoned: Reckoned


class Fleet:
    """``act`` does one planned fault and gives what ends it."""

    def __init__(self, server: KillableServer, seats: Sequence[Seat], network: BenchNetwork | None) -> None:
        self._server = server
        self.seats = seats
        self._network = network
        self.book = OrderBook.open(server.url(), create=False)

    def act(self, fault: Fault) -> Callable[[], None]:
        seat = self.seats[fault.bench]
        match fault.kind:
            case Kind.KILL_BENCH:
                seat.kill()
                return seat.revive
            case Kind.KILL_SERVER:
                self._server.kill()
                return self._server.start
            case Kind.CLOCK:
                seat.jump(fault.amount)
                return lambda: seat.jump(0)
            case Kind.NETWORK:
                assert self._network is not None
                self._network.set_up(False)
                return partial(self._network.set_up, True)
            case Kind.TAKE_OVER:
                return self._take_over(seat)
            case _:
                return _weather(seat, fault)

    def _take_over(self, seat: Seat) -> Callable[[], None]:
        """Of a bench that is cut off, or of one that is at work where no proxy can cut it off."""
        if seat.proxy is not None:
            seat.proxy.hang_up()
        with suppress(BookUnreachable):
            with reading(self.book.engine) as connection:
                had = claimed(connection, bench=seat.name)
            for each in had:
                with suppress(Trouble):  # it sealed the parcel just now
                    take_over(self.book, each.order, who="S1", reason="fleet", now_us=T0, at_once=True)
        return seat.proxy.clear if seat.proxy is not None else lambda: None

    def settle(self) -> None:
        """A bench that ended while it was cut off starts once more, as next morning, and gives back what it had."""
        with reading(self.book.engine) as connection:
            held = {one.bench for one in claimed(connection)}
            lent = connection.execute(select(waybill_numbers.c.bench).where(waybill_numbers.c.state == "reserved"))
            held |= set(lent.scalars())
        for seat in self.seats:
            if seat.name in held:
                seat.begin(lambda: False, lambda: False)
                seat.join()

    def stocked(self) -> bool:
        """Whether anything is left; while the book is away, yes."""
        try:
            return left(self.book) > 0
        except Trouble:
            return True


def _weather(seat: Seat, fault: Fault) -> Callable[[], None]:
    proxy = seat.proxy
    if proxy is None:
        return lambda: None
    match fault.kind:
        case Kind.DELAY:
            proxy.delay(fault.amount)
        case Kind.SWALLOW:
            proxy.swallow()
        case Kind.BLACK_HOLE:
            proxy.swallow(requests=True)
        case Kind.CUT:
            proxy.cut(times=fault.amount)
        case Kind.RESET:
            proxy.reset()
        case Kind.REFUSE:
            proxy.refuse()
        case _:
            proxy.hang_up()
    return proxy.clear


class Pulse:
    """How late a thread is woken here at worst: what no bench can be blamed for."""

    def __init__(self) -> None:
        self.worst_s = 0.0
        self._ended = Event()
        self._thread = Thread(target=self._beat)
        self._thread.start()

    def end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        before = monotonic()
        while not self._ended.wait(PULSE_S):
            now = monotonic()
            self.worst_s = max(self.worst_s, now - before - PULSE_S)
            before = now


def spend(
    folder: Path, faults: Sequence[Fault], *, benches: int, orders: int, length_s: float, wave: int = 3,
    tell: Callable[[str], None] = lambda _line: None, network: BenchNetwork | None = None,
) -> Day:  # fmt: skip
    """The whole day, and its reckoning: from a server just made to one that is gone.

    With a ``network`` every second bench works in it and reaches the server by no proxy.
    """
    with killable(*((network.here,) if network is not None else ())) as server, ExitStack() as lines:
        fill(server.url(), orders, numbers=max(3 * orders, NUMBERS_MIN))
        seats = [_seat(folder, server, lines, n, wave=wave, network=network) for n in range(benches)]
        fleet = Fleet(server, seats, network)
        begun, pulse, ended = monotonic(), Pulse(), Event()
        for seat in seats:
            seat.begin(lambda: not ended.is_set(), fleet.stocked)
        _happen(fleet, faults, begun=begun, length_s=length_s, tell=tell)
        ended.set()
        for seat in seats:
            seat.join()
        took_s = monotonic() - begun
        fleet.settle()
        pulse.end()
        return _told(fleet, faults, took_s=took_s, pulse_s=pulse.worst_s)


def _seat(
    folder: Path, server: KillableServer, lines: ExitStack, n: int, *, wave: int, network: BenchNetwork | None
) -> Seat:
    if network is not None and n % 2:
        url = server.url(network.here, BENCH_USER)
        return Seat(f"F{n:02d}", folder, url, None, wave=wave, behind=network.behind)
    proxy = lines.enter_context(FlakyProxy.before(server.url(user=BENCH_USER), seed=n))
    return Seat(f"F{n:02d}", folder, proxy.url, proxy, wave=wave)


def _happen(
    fleet: Fleet, faults: Sequence[Fault], *, begun: float, length_s: float, tell: Callable[[str], None]
) -> None:
    """Each fault at its time, its end at the end of it; a place that has one already is spared another."""
    ends: list[tuple[float, Fault, Callable[[], None]]] = []
    waiting = list(faults)
    nothing = Event()
    while waiting or ends or monotonic() - begun < length_s:
        now_s = monotonic() - begun
        for due in [each for each in ends if each[0] <= now_s]:
            due[2]()
            ends.remove(due)
        if waiting and waiting[0].at_s <= now_s:
            fault = waiting.pop(0)
            if all(_place(other) != _place(fault) for _, other, _ in ends):
                tell(fault.sentence())
                lasts_s = DOWN_S if fault.kind is Kind.KILL_SERVER else fault.lasts_s
                ends.append((now_s + lasts_s, fault, fleet.act(fault)))
        if not waiting and not ends and not fleet.stocked():
            return
        nothing.wait(PULSE_S)


def _place(fault: Fault) -> object:
    return fault.kind if fault.kind in (Kind.KILL_SERVER, Kind.NETWORK, Kind.CLOCK) else fault.bench


def _told(fleet: Fleet, faults: Sequence[Fault], *, took_s: float, pulse_s: float) -> Day:
    seats = fleet.seats
    longest: dict[str, float] = {}
    stories: dict[str, str] = {}
    for seat in seats:
        for kind, waited_s in seat.waits.longest_s.items():
            if waited_s > longest.get(kind, 0.0):
                longest[kind], stories[kind] = waited_s, f"{seat.name} {seat.waits.story[kind]}"
    reckoned = reckon(fleet.book, {seat.name: seat.home for seat in seats})
    remaining = left(fleet.book)
    fleet.book.close()
    return Day(
        took_s=took_s,
        sealed=sum(len(seat.sealed) for seat in seats),
        lines=sum(seat.waits.lines for seat in seats),
        starts=sum(seat.starts for seat in seats),
        longest_s=longest,
        stories=stories,
        pulse_s=pulse_s,
        faults=Counter(fault.kind for fault in faults),
        troubles=tuple(f"{seat.name}: {seat.trouble}" for seat in seats if seat.trouble),
        left=remaining,
        reckoned=reckoned,
    )
