"""Orders split and merged at random, packed at two benches: every ordered unit is in exactly one sealed parcel."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.parting import join_orders, parcels_of_order, part_orders, put_together, shares_with, split_order
from station.orders.relay import Relay
from station.orders.tables import orders
from station.packing.events import ParcelSealed
from station.packing.inputs import Command, Found
from station.packing.model import OrderState
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import YTO, put_order
from tests.orders.recorded import T0

BUYER = {"name": "张示例", "phone": "13800000000", "city": "杭州市", "street": "示例路 1 号"}
LINES = st.dictionaries(st.sampled_from(("MUG", "CARD", "HAT")), st.integers(1, 4), min_size=1)
DONE_AFTER = 60
"""Parcels a bench may need for all orders of one example."""


@contextmanager
def _book(lines: list[dict[str, int]]) -> Iterator[OrderBook]:
    with tempfile.TemporaryDirectory() as folder:
        book = OrderBook.open(f"sqlite:///{Path(folder) / 'orders.db'}")
        for number, wanted in enumerate(lines):
            put_order(book.engine, f"SO-{number}", wanted, **BUYER)
        book.add_numbers((f"YT{number:013d}" for number in range(1, 200)), YTO, now_us=T0)
        try:
            yield book
        finally:
            book.close()


def _office(book: OrderBook, rng: Random) -> None:
    """One thing somebody tries at a desk; most are refused, which is fine."""
    number = rng.choice([row.number for row in book.search()])
    other = rng.choice([row.number for row in book.search()])
    try:
        match rng.randrange(4):
            case 0:
                split_order(book, number, {rng.choice(("MUG", "CARD", "HAT")): rng.randint(1, 3)}, who="", now_us=T0)
            case 1:
                put_together(book, number, who="", now_us=T0)
            case 2:
                join_orders(book, (number, other), who="", now_us=T0)
            case _:
                part_orders(book, number, who="", now_us=T0)
    except Trouble:
        pass


def _packs(bench: BenchOfBook, code: str, rng: Random) -> ParcelSealed | None:
    """A parcel as the day brings it: split, put aside, or whole; None when it was not sealed."""
    if bench.opens(code).found is not Found.CLAIMED:
        bench.presses(Command.CLEAR)
        return None
    bench.answers()
    bench.packs(rng.choice((1, 2, 3, 10_000)))
    bench.presses(rng.choice((Command.SPLIT, Command.SPLIT, Command.UNDO, Command.NEXT)))
    bench.presses(Command.CLEAR)  # a joint parcel is not split
    if rng.random() < 0.2:
        bench.presses(Command.HOLD)
        bench.relays()
        return None
    bench.packs()
    sealed = bench.seals()
    bench.relays()
    return sealed


def _contents(sealed: ParcelSealed, number: str) -> Iterator[tuple[str, Counter[str]]]:
    """Of each order in the box what is its."""
    if not sealed.joined:
        yield number, Counter({packed.sku: packed.units for packed in sealed.contents})
    for share in sealed.joined:
        yield share.order, Counter({packed.sku: packed.units for packed in share.contents})


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(lines=st.lists(LINES, min_size=1, max_size=3), seed=st.integers(0, 2**32))
def test_every_unit_is_in_one_parcel(lines: list[dict[str, int]], seed: int) -> None:
    """Split, merged, undone, put aside: all parcels of an order together hold what was ordered, no more and no less.

    A joint parcel seals all its orders or none, and the ledgers told again change nothing.
    """
    rng = Random(seed)
    with _book(lines) as book:
        benches = [BenchOfBook(book, "B01"), BenchOfBook(book, "B02")]
        boxed: dict[str, Counter[str]] = {f"SO-{number}": Counter() for number in range(len(lines))}
        for _ in range(DONE_AFTER):
            _office(book, rng)
            bench = rng.choice(benches)
            waiting = [row.number for row in book.search() if row.state is OrderState.READY]
            if not waiting:
                break
            code = rng.choice(waiting)
            sealed = _packs(bench, code, rng)
            if sealed is None:
                continue
            for number, units in _contents(sealed, bench.number()):
                boxed[number.partition("#")[0]] += units
            states = {_state(book, each) for each in shares_with(book, bench.number())}
            assert states <= {"sealed"}, "a joint parcel was sealed in part"
        assert boxed == {f"SO-{number}": Counter(wanted) for number, wanted in enumerate(lines)}
        before = _all(book)
        for bench in benches:
            Relay(bench.ledger, log=bench.ledger.log)(book)
        assert _all(book) == before
        for place, wanted in enumerate(lines):
            parts = parcels_of_order(book, f"SO-{place}")
            told = Counter(dict.fromkeys(wanted, 0))
            for part in parts:
                told.update({line.sku: line.quantity for line in part.lines})
            assert not parts or told == Counter(wanted)


def _state(book: OrderBook, number: str) -> str:
    found = book.order_copy(number)
    assert found is not None
    return found.state.value


def _all(book: OrderBook) -> list[tuple[object, ...]]:
    with reading(book.engine) as connection:
        return [tuple(row) for row in connection.execute(orders.select().order_by(orders.c.number))]
