"""Benches that share a server, cut off and brought back: what PostgreSQL does to them, from the office to the seal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic

import psycopg
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select, text

from station import book_line, host
from station.home import Home
from station.orders import server
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels, waybill_numbers
from station.orders.taking_over import take_over
from station.packing.model import HoldReason
from tests.e2e.fleet.server import KillableServer, killable
from tests.e2e.rig import Rig, Told, press, rig, verdict, weight
from tests.e2e.test_partition import NUMBERS, ORDERS, USED, WAVE, _packs, _waits_for_wave
from tests.e2e.warehouse import FILE_PRINTER, NOW_US, TRAY, open_orders, prepare, state_of
from tests.orders.flaky_proxy import FlakyProxy

pytestmark = pytest.mark.postgres

SOON_S = 1.0
"""A cancel must reach its bench within a second."""


@pytest.fixture
def proxy(server_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlakyProxy]:
    """An empty database behind a line that can fail; nobody is waited for as long as in a shop."""
    monkeypatch.setattr(server, "STATEMENT_TIMEOUT_MS", 500)
    monkeypatch.setattr(server, "SILENCE_MARGIN_MS", 500)
    monkeypatch.setattr(book_line, "REST_US", 300_000)
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    with FlakyProxy.before(server_url) as running:
        yield running


def _settings(url: str, more: str = FILE_PRINTER) -> str:
    return f'[bench]\norderbook = "{url}"\n{more}'


@pytest.mark.parametrize("fault", ["hang_up", "swallow"])
def test_a_bench_cut_off_from_the_server_packs_its_wave(
    home: Home, proxy: FlakyProxy, qtbot: QtBot, fault: str
) -> None:
    """Three parcels and their labels without a word of the server; another order does not open; all is told once."""
    prepare(home, ORDERS, numbers=NUMBERS, settings=_settings(proxy.url, WAVE))
    with rig(home, qtbot) as bench:
        first = bench.says(press("next"))
        _waits_for_wave(bench, qtbot, 2)
        getattr(proxy, fault)()
        done = [_packs(bench, first), *(_packs(bench, bench.says(press("next"))) for _ in range(2))]
        (other,) = ORDERS.keys() - set(done)
        assert bench.says(other)["reason"] == "book_unreachable"
        proxy.clear()
        qtbot.waitUntil(lambda: [state_of(home, number) for number in done] == ["sealed"] * 3, timeout=30_000)
    book = open_orders(home)
    with reading(book.engine) as connection:
        boxes = connection.execute(select(parcels.c.order_no, parcels.c.waybill)).all()
        used = dict(connection.execute(select(waybill_numbers.c.order_no, waybill_numbers.c.state).where(USED)).all())
    book.close()
    assert len({row.order_no for row in boxes}) == len({row.waybill for row in boxes}) == len(boxes) == 3
    assert {used[number] for number in done} == {"sent"}


def test_what_the_office_does_stops_the_bench_within_a_second(
    home: Home, proxy: FlakyProxy, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelled, held, taken over: the bench is stopped by the bell alone, for it does not look by itself here."""
    monkeypatch.setattr(host, "WATCH_MS", 60_000)
    prepare(home, ORDERS, numbers=NUMBERS, settings=_settings(proxy.url))
    office = OrderBook.open(proxy.url)

    def cancel() -> None:
        with writing(office.engine) as connection:
            connection.execute(orders.update().where(orders.c.number == "SO-1").values(state="cancelled"))

    acts: dict[str, Callable[[], object]] = {
        "order_cancelled": cancel,
        "order_held": lambda: office.hold("SO-2", HoldReason.BY_SUPERVISOR, now_us=NOW_US),
        "order_claimed": lambda: take_over(office, "SO-3", who="S1", reason="x", now_us=NOW_US, at_once=True),
    }
    took_s: list[float] = []
    with rig(home, qtbot) as bench:
        qtbot.waitUntil(lambda: _listeners(office) == 1, timeout=20_000)
        for number, (reason, act) in zip(ORDERS, acts.items(), strict=False):
            assert bench.waits_until_opened(number)["stage"] == "packing"
            begun = monotonic()
            act()
            told = bench.waits_for(partial(_says, reason))
            took_s.append(monotonic() - begun)
            assert (told["stage"], told["n"]) == ("stopped", None)
            bench.says(press("clear"))
    office.close()
    assert min(took_s) < SOON_S, took_s


def _says(reason: str, line: Told) -> bool:
    return bool(line["reason"] == reason)


def _listeners(office: OrderBook) -> int:
    with reading(office.engine) as connection:
        asked = text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
        return int(connection.execute(asked).scalar_one())


@pytest.fixture
def killable_server() -> Iterator[KillableServer]:
    with killable() as running:
        yield running


def test_a_server_killed_while_a_parcel_is_packed(home: Home, killable_server: KillableServer, qtbot: QtBot) -> None:
    """No scan waits for it, the parcel is sealed without it, and what the bench recorded is there after its return."""
    prepare(home, ORDERS, numbers=NUMBERS, settings=_settings(killable_server.url(), WAVE))
    with rig(home, qtbot) as bench:
        opened = bench.says(press("next"))
        _waits_for_wave(bench, qtbot, 2)
        killable_server.kill()
        assert _longest_s(bench, TRAY, weight(410)) < SOON_S
        printed = bench.waits_for_event("LabelPrinted")
        assert verdict(bench.says(printed["waybill"]))[:2] == ("sealed", "ok")
        killable_server.start()
        qtbot.waitUntil(lambda: state_of(home, str(opened["order"])) == "sealed", timeout=30_000)
    book = open_orders(home)
    with reading(book.engine) as connection:
        assert connection.execute(select(parcels.c.order_no)).scalars().all() == [opened["order"]]
    book.close()


def _longest_s(bench: Rig, *lines: str | dict[str, object]) -> float:
    longest_s = 0.0
    for line in lines:
        begun = monotonic()
        bench.says(line)
        longest_s = max(longest_s, monotonic() - begun)
    return longest_s
