"""What the office does reaches the bench that has the order open: rung at once, and by looking when the bell is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from station import book_side
from station.bell_desk import BellDesk
from station.home import Home
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import HoldReason
from tests.e2e.rig import Rig, Told, press, rig
from tests.e2e.test_many_benches import SOON_S, _listeners, _settings, proxy  # noqa: F401  a fixture
from tests.e2e.test_partition import NUMBERS, ORDERS
from tests.e2e.warehouse import NOW_US, prepare
from tests.orders.flaky_proxy import FlakyProxy

pytestmark = pytest.mark.postgres

TRIES = 10
LOOKED_S = 3.0
"""Without the bell the bench looks each second; the rest is this machine's."""


@pytest.fixture
def bell_line(server_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlakyProxy]:
    """A line of its own for the bell, so that it can be cut while all else goes through."""
    with FlakyProxy.before(server_url) as running:

        def belled(_url: str, bench: str, parent: QObject) -> BellDesk:
            return BellDesk(running.url, bench, parent)

        monkeypatch.setattr(book_side, "BellDesk", belled)
        yield running


def _change(book: OrderBook, number: str, **values: object) -> Callable[[], None]:
    def act() -> None:
        with writing(book.engine) as connection:
            connection.execute(orders.update().where(orders.c.number == number).values(values))

    return act


def _says(reason: str) -> Callable[[Told], bool]:
    return lambda line: line["reason"] == reason


def _opens(bench: Rig, number: str) -> None:
    """A claim that a busy machine answered too late is asked again."""
    for _ in range(TRIES):
        told = bench.waits_until_opened(number)
        if told["reason"] != "book_unreachable":
            break
    assert told["stage"] == "packing", told


@pytest.mark.parametrize("cut", [False, True], ids=["rung", "looked"])
def test_changed_held_released_cancelled(
    home: Home,
    proxy: FlakyProxy,  # noqa: F811
    bell_line: FlakyProxy,
    qtbot: QtBot,
    cut: bool,
) -> None:
    """A new address, a hold, the hold lifted and packed on, a cancel: each tells the bench that has the order open."""
    prepare(home, ORDERS, numbers=NUMBERS, settings=_settings(proxy.url))
    office = OrderBook.open(proxy.url)

    def hold() -> None:
        office.hold("SO-2", HoldReason.BY_SUPERVISOR, now_us=NOW_US)

    acts = (
        ("SO-1", "order_changed", _change(office, "SO-1", street="示例路 9 号", revision=2)),
        ("SO-2", "order_held", hold),
        ("SO-3", "order_cancelled", _change(office, "SO-3", state="cancelled")),
    )
    took_s: list[float] = []
    with rig(home, qtbot) as bench:
        qtbot.waitUntil(lambda: _listeners(office) == 1, timeout=20_000)
        if cut:
            bell_line.hang_up()
            qtbot.waitUntil(lambda: _listeners(office) == 0, timeout=20_000)
        for number, reason, act in acts:
            _opens(bench, number)
            begun = monotonic()
            act()
            told = bench.waits_for(_says(reason))
            took_s.append(monotonic() - begun)
            assert (told["stage"], told["n"]) == ("stopped", None)
            bench.says(press("clear"))
        assert bench.says("SO-2")["reason"] == "order_held"
        office.release_hold("SO-2", now_us=NOW_US)
        _opens(bench, "SO-2")
    office.close()
    assert min(took_s) < SOON_S if not cut else max(took_s) < LOOKED_S, took_s
