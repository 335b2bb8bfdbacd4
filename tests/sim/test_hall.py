"""Many benches on one order book, simulated: nothing breaks an invariant, and each planted fault breaks one."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, update

from station import book_desk
from station.bench import Bench, Outcome
from station.host import Host
from station.orders import claims, parcels, taking_over
from station.orders.numbers import NumberState
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import orders, waybill_numbers
from station.packing import machine
from station.packing.effects import ClaimOrder, Effect
from station.packing.events import Event
from station.packing.inputs import Found, Input, OrderReply
from station.packing.model import OrderState
from station.seal_news import SealNews
from station.wave import Wave
from station.wave_keeping import WaveKeeping
from tests.sim.hall.post import PoweredJournal
from tests.sim.hall.run import make_day
from tests.sim.hall.stock import Stock, make_stock

FIXED_SEEDS = 8
FRESH_SEEDS = 4
MUTANT_SEEDS = 60
"""Days within which a planted fault must be found; first of all the one in which it was found once."""

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    """The order book each day begins with; on memory where there is some."""
    parent = MEMORY if MEMORY.is_dir() else tmp_path_factory.mktemp("hall")
    with tempfile.TemporaryDirectory(prefix="sealbench-hall-", dir=parent) as folder:
        yield make_stock(Path(folder))


def _run(seed: int, stock: Stock) -> list[str]:
    with tempfile.TemporaryDirectory(dir=stock.file.parent) as folder:
        day = make_day(seed, Path(folder))
        try:
            day.work(stock)
        except AssertionError as broken:
            raise AssertionError(f"{broken}\nreplay it: python -m tests.sim.hall {seed}") from broken
        return day.story


@pytest.mark.parametrize("seed", range(FIXED_SEEDS))
def test_no_known_day_breaks_an_invariant(seed: int, stock: Stock, qapp: object) -> None:
    """Lost answers, cut lines, power cuts, take-overs and races for one order break nothing, seed by seed."""
    _run(seed, stock)


def test_no_fresh_day_breaks_an_invariant(stock: Stock, qapp: object) -> None:
    """Days nobody has seen yet; a failure names the seed and how to replay it."""
    seeds = random.SystemRandom()
    for _ in range(FRESH_SEEDS):
        _run(seeds.randrange(2**32), stock)


def test_a_seed_tells_the_same_day_twice(stock: Stock, qapp: object) -> None:
    """One seed, one day: otherwise a replay would show another fault than the one that was found."""
    assert _run(5, stock) == _run(5, stock)


def _shows_first(self: Bench, input: Input | None, events: tuple[Event, ...]) -> None:
    """A commit that shows before the fact is on disk."""
    job, effects = self.job, list[Effect]()
    for event in events:
        self.job = machine.evolve(self.job, event)
        effects += machine.react(self.job, event)
    assert isinstance(self._journal, PoweredJournal)
    seq = self._journal.journal._ledger.size + len(events) - 1
    self._show(Outcome(input=input, job=self.job, events=events, seq=seq))
    self._journal.append(events, job)
    for effect in effects:
        self._perform(effect)


def _takes_from_anybody(
    connection: Connection, numbers: Sequence[str], *, bench: str, now_us: int, place: str, **_: object
) -> Any:
    """A claim that asks nobody whether the order is free."""
    mine = {"claimed_by": bench, "claimed_us": now_us, "lease_us": now_us, "state": OrderState.PACKING}
    packed = orders.c.state.not_in((OrderState.SEALED, OrderState.CANCELLED))
    this = update(orders).where(orders.c.number.in_(numbers), packed, orders.c.claimed_by.is_distinct_from(bench))
    connection.execute(this.values(**mine, fence=orders.c.fence + 1))


def _same_fence(connection: Connection, number: str, rows: Sequence[str], **given: Any) -> tuple[str, int]:
    """A take-over that leaves the fence as it was."""
    bench, fence = _HOLDER(connection, number, rows, **given)
    return bench, fence - 1


def _releases_anything(connection: Connection, number: str, *, bench: str, fence: int) -> bool:
    """Whoever says so gives an order back."""
    this = update(orders).where(orders.c.number == number, orders.c.state == OrderState.PACKING)
    connection.execute(this.values(claimed_by=None, claimed_us=None, lease_us=None, state=OrderState.READY))
    return True


def _releases_all(self: WaveKeeping, book: OrderBook, *, handed: object, now_us: int) -> None:
    """After trouble all that the bench had claimed goes back, the open order too."""
    book.release_others(bench=self._settings.bench, kept=())


def _leaves_it_lying(self: WaveKeeping, book: OrderBook, *, handed: object, now_us: int) -> None:
    """An answer that was lost is never settled."""


def _back_to_the_pool(connection: Connection, order_no: str, *, now_us: int) -> None:
    """A number that may be on paper is drawn again for another order."""
    mine = (waybill_numbers.c.order_no == order_no, waybill_numbers.c.state == NumberState.DRAWN)
    connection.execute(update(waybill_numbers).where(*mine).values(state=NumberState.FREE, order_no=None))
    connection.execute(update(orders).where(orders.c.number == order_no).values(waybill=None))


def _keeps_the_number(connection: Connection, order_no: str, *, now_us: int) -> None:
    """Who takes an order over puts the first bench's number on a second box."""


def _gives_out_twice(self: Wave, effect: ClaimOrder) -> OrderReply | None:
    """What is handed out stays in the file."""
    with self._lock:
        found, item = self._meant(effect)
    if found is None:
        return None
    return OrderReply(code=effect.code, found=Found.CLAIMED, order=found.order, fence=found.fence, item=item)


def _skips_one(self: Relay, connection: Connection) -> int:
    return _GOES_ON(self, connection) + (1 if _GOES_ON(self, connection) == 4 else 0)


def _takes_any(self: Relay, book: OrderBook) -> int:
    """A relay that goes on from wherever the book ends, whatever it has."""
    from station.orders.engine import reading

    with reading(book.engine) as connection:
        self._next = min(self._goes_on_at(connection), self._source.size)
    return self._source.size


def _silent(*_: object, **__: object) -> None:
    """Nothing is said."""


def _always_stands(*_: object, **__: object) -> bool:
    return True


_HOLDER = taking_over._holder
_GOES_ON = Relay._goes_on_at

MUTANTS: dict[str, tuple[int, object, str, Callable[..., object]]] = {
    "I1 shows before the commit": (0, Bench, "_commit", _shows_first),
    "I2, I8 relays past an entry": (1, Relay, "_goes_on_at", _skips_one),
    "I3 takes another ledger for the bench's": (0, Relay, "_look", _takes_any),
    "I4 claims what another bench has": (7, claims, "take", _takes_from_anybody),
    "I4 takes over under the same fence": (5, taking_over, "_holder", _same_fence),
    "I4 asks no seal for its fence": (5, parcels, "_claim_stands", _always_stands),
    "I4 gives back what another bench has": (15, claims, "release", _releases_anything),
    "I4 gives back the open order after trouble": (3, WaveKeeping, "tidy", _releases_all),
    "I4 hands an order of the wave out twice": (1, Wave, "claimed", _gives_out_twice),
    "I4 leaves in the wave what the book handed out": (1, WaveKeeping, "handed_out", _always_stands),
    "I5 draws a number again that may be on paper": (5, taking_over, "void_drawn", _back_to_the_pool),
    "I5 keeps the number of an order taken over": (5, taking_over, "void_drawn", _keeps_the_number),
    "I9 leaves a lost answer unsettled": (0, WaveKeeping, "tidy", _leaves_it_lying),
    "I12 waits for the book for ever": (0, Host, "_too_late", _silent),
    "I13 never tells of a refused parcel": (2, SealNews, "due", lambda *_, **__: ()),
    "I13 lets a cancelled order be packed on": (0, book_desk, "alarm", _silent),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_fault_is_found(name: str, stock: Stock, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The simulation can fail: each fault put into the program breaks an invariant within some days."""
    first, target, attribute, mutant = MUTANTS[name]
    monkeypatch.setattr(target, attribute, mutant)
    with pytest.raises(AssertionError, match="replay it"):
        _run_until_broken(first, stock)


def _run_until_broken(first: int, stock: Stock) -> None:
    for seed in (first, *range(MUTANT_SEEDS)):
        _run(seed, stock)
