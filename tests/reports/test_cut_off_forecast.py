"""The forecast for carriers' cut-offs, from orders as they wait in the book and parcels as benches sealed them."""

from __future__ import annotations

import pytest

from station.orders.bench_states import beat
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.cut_offs import Act
from station.packing.events import BenchStarted, PackerSignedIn
from station.packing.seat_events import BenchLocked
from station.reports.cut_off_forecast import NO_CARRIER, cut_off_forecast
from tests.orders.conftest import ROUTING, put_order
from tests.orders.recorded import Recorded, opened, packed, sealed

DAY = 1_795_046_400_000_000
MINUTE = 60_000_000
HOUR = 60 * MINUTE
NOW = DAY + 10 * HOUR
CARRIERS = {"yto": "yto", "sf": "sf", "epacket": "china-post"}


@pytest.fixture
def packing(book: OrderBook) -> OrderBook:
    """A bench that sealed 31 parcels in the last hour, two minutes each, all of them for SF."""
    ledger = Recorded()
    for number in range(31):
        order, at_us = f"DONE-{number}", NOW - (62 - 2 * number) * MINUTE
        put_order(book.engine, order, {"A": 1}, state="packing", service="sf", claimed_by="B01", fence=1)
        ledger.add(opened(order), packed(), order=order, at_us=at_us)
        ledger.add(sealed(f"SF-{number}", {"A": 1}), order=order, at_us=at_us + MINUTE)
    Relay(ledger, log=ledger.log)(book)
    return book


def _wait(book: OrderBook, name: str, count: int, due_us: int, **values: object) -> None:
    for number in range(count):
        put_order(book.engine, f"{name}-{number}", {"A": 1}, due_us=due_us, **values)


def test_by_carrier_and_cut_off(packing: OrderBook) -> None:
    """Orders not yet claimed go by the carrier the rules give them; without one they still take their turn."""
    _wait(packing, "YTO", 10, NOW + HOUR)
    _wait(packing, "SF", 5, NOW + 2 * HOUR, chosen_service="sf")
    _wait(packing, "POST", 2, NOW + 3 * HOUR, country="FR")
    _wait(packing, "WHO", 1, NOW + 4 * HOUR, country="BR")
    forecast = cut_off_forecast(packing, now_us=NOW, routing=ROUTING, carrier_of=CARRIERS, slack_us=15 * MINUTE)
    assert [(row.carrier, row.left) for row in forecast.rows] == [
        ("yto", 10), ("sf", 5), ("china-post", 2), (NO_CARRIER, 1),
    ]  # fmt: skip
    assert forecast.parcels_per_hour == pytest.approx(31 / 61 * 60)
    assert forecast.rows[0].mend.act is Act.NONE
    assert forecast.tightest == forecast.rows[0]


def test_a_bench_that_runs_and_packs_nothing_could_help(packing: OrderBook) -> None:
    """One that sends its heartbeat is named; one that is silent is not, and one that packs has its hands full."""
    for bench in ("B02", "B03"):
        ledger = Recorded(bench)
        ledger.add(BenchStarted(), at_us=NOW - HOUR)
        Relay(ledger, log=ledger.log)(packing)
    beat(packing, "B02", now_us=NOW - MINUTE)
    _wait(packing, "YTO", 40, NOW + HOUR)
    forecast = cut_off_forecast(packing, now_us=NOW, routing=ROUTING, carrier_of=CARRIERS, slack_us=MINUTE)
    assert (forecast.rows[0].mend.act, forecast.rows[0].mend.benches) == (Act.BENCHES, ("B02",))


def test_a_locked_bench_is_free_unless_an_order_is_open_on_it(packing: OrderBook) -> None:
    """Its packer is only a badge away; where one left in the middle of an order, that order waits there for her."""
    for bench, order in (("B02", None), ("B03", "OPEN")):
        ledger = Recorded(bench)
        ledger.add(BenchStarted(), PackerSignedIn(packer="P002", supervisor=False), at_us=NOW - HOUR)
        if order is not None:
            put_order(packing.engine, order, {"A": 1}, state="packing", service="sf", claimed_by=bench, fence=1)
            ledger.add(opened(order), order=order, at_us=NOW - 2 * MINUTE)
        ledger.add(BenchLocked(why="idle"), order=order, at_us=NOW - MINUTE)
        Relay(ledger, log=ledger.log)(packing)
        beat(packing, bench, now_us=NOW - MINUTE)
    _wait(packing, "YTO", 40, NOW + HOUR)
    forecast = cut_off_forecast(packing, now_us=NOW, routing=ROUTING, carrier_of=CARRIERS, slack_us=MINUTE)
    assert forecast.rows[0].mend.benches == ("B02",)


def test_nobody_packs(book: OrderBook) -> None:
    """Without a pace nothing is forecast; the row stands with what is left."""
    _wait(book, "YTO", 3, NOW + HOUR)
    forecast = cut_off_forecast(book, now_us=NOW, routing=ROUTING, carrier_of=CARRIERS, slack_us=MINUTE)
    assert (forecast.parcels_per_hour, forecast.rows[0].left, forecast.rows[0].slack_us) == (None, 3, None)
    assert forecast.tightest is None
