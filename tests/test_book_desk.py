"""The order book's desk: trouble with the book is an answer, news of it is told once, a moved file is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt, QThread
from pytestqt.qtbot import QtBot

from station.book_desk import BookDesk, DeskSettings, unanswered
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.routes import load_routing
from station.packing.effects import AskHolds, ClaimOrder, ReleaseOrder
from station.packing.inputs import DeviceKind, Found, LinkReport, OrderReply
from station.packing.model import OrderNo, ServiceId
from station.settings import config_dir, load
from tests.clocks import FakeClock
from tests.e2e.warehouse import ORDER, open_orders, prepare, waybills

NUMBER = OrderNo("SO-1")


class Relayed:
    """A relay that counts its calls."""

    def __init__(self) -> None:
        self.calls = 0
        self.closed = 0

    def __call__(self, book: OrderBook) -> int:
        self.calls += 1
        return 0

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def relay() -> Relayed:
    return Relayed()


@pytest.fixture
def desk(home: Home, relay: Relayed, clock: FakeClock, qapp: object) -> Iterator[BookDesk]:
    """A desk at a book with one order; everything it says is kept in ``heard``."""
    prepare(home, ORDER)
    settings = DeskSettings(
        url=load(home).bench.orderbook,
        bench="B01",
        routing=load_routing(config_dir()),
        senders={},
        relay=lambda: (relay, relay.close),
    )
    made = BookDesk(settings, clock)
    yield made
    made._let_go()


def asked(desk: BookDesk, effect: ClaimOrder | AskHolds | ReleaseOrder) -> list[object]:
    heard: list[object] = []
    desk.said.connect(heard.append)
    desk.perform(effect)
    desk.said.disconnect(heard.append)
    return heard


def finish(desk: BookDesk, qtbot: QtBot) -> None:
    """The desk's last act, in a thread of its own as in production."""
    thread = QThread()
    desk.moveToThread(thread)
    with qtbot.waitSignal(thread.finished):
        thread.start()
        QMetaObject.invokeMethod(desk, "finish", Qt.ConnectionType.QueuedConnection)
    thread.wait()


def holds(*, needs_waybill: bool = False) -> AskHolds:
    return AskHolds(order=NUMBER, fence=1, service=ServiceId("yto"), needs_waybill=needs_waybill)


def test_claim(desk: BookDesk, relay: Relayed) -> None:
    """A claim answers with the whole order, its service and number, after what the ledger had was carried."""
    (reply,) = asked(desk, ClaimOrder(code="SO-1"))
    assert isinstance(reply, OrderReply)
    assert reply.found is Found.CLAIMED
    assert reply.order is not None
    assert (reply.order.service, reply.order.waybill) == ("yto", waybills(1)[0])
    assert relay.calls == 1


def test_release(desk: BookDesk, home: Home) -> None:
    """A released order is free again."""
    asked(desk, ClaimOrder(code="SO-1"))
    assert asked(desk, ReleaseOrder(order=NUMBER, fence=1, why="later")) == []
    book = open_orders(home)
    order = book.order_copy(NUMBER)
    book.close()
    assert order is not None
    assert order.state == "ready"


def test_book_gone_and_back(desk: BookDesk, home: Home) -> None:
    """A book whose file is gone is an answer, told of once; nothing is made in its place, and it may come back."""
    asked(desk, ClaimOrder(code="SO-1"))
    file = home.root / "orders.db"
    file.rename(home.root / "away.db")
    down = asked(desk, holds())
    again = asked(desk, holds())
    claim = asked(desk, ClaimOrder(code="SO-1"))
    assert not file.exists()
    (home.root / "away.db").rename(file)
    back = asked(desk, holds())
    assert isinstance(down[0], LinkReport)
    assert (down[0].kind, down[0].up) == (DeviceKind.ORDER_BOOK, False)
    assert "gone" in down[0].word
    assert down[1:] == again == [unanswered(NUMBER)]
    assert claim == [OrderReply(code="SO-1", found=Found.UNREACHABLE)]
    assert [type(said).__name__ for said in back] == ["LinkReport", "HoldsReply"]


def test_another_file_in_its_place(desk: BookDesk, home: Home, relay: Relayed) -> None:
    """A book restored from a backup is opened anew, and the relay begins again with it."""
    asked(desk, ClaimOrder(code="SO-1"))
    file = home.root / "orders.db"
    copy = Path(f"{file}.copy")
    desk._let_go()
    copy.write_bytes(file.read_bytes())
    asked(desk, ClaimOrder(code="SO-1"))
    copy.replace(file)
    (reply,) = asked(desk, holds())
    assert reply.reached  # type: ignore[attr-defined]
    assert relay.closed == 2


def test_watch_speaks_only_when_it_helps(desk: BookDesk, home: Home) -> None:
    """The quiet question says nothing while there is no number to give, and gives one as soon as there is."""
    heard: list[object] = []
    desk.said.connect(heard.append)
    desk.watch(AskHolds(order=NUMBER, fence=0, service=ServiceId("sf"), needs_waybill=True))
    assert heard == []
    desk.perform(ClaimOrder(code="SO-1"))
    heard.clear()
    desk.watch(holds(needs_waybill=True))
    assert [reply.waybill for reply in heard] == [waybills(1)[0]]  # type: ignore[attr-defined]


def test_relay_without_a_book(desk: BookDesk, home: Home) -> None:
    """What cannot be carried is said to wait."""
    left: list[int] = []
    desk.relayed.connect(left.append)
    desk.relay()
    (home.root / "orders.db").rename(home.root / "away.db")
    desk.relay()
    assert left == [0, -1]


def test_day(desk: BookDesk) -> None:
    """How many orders are left, and no cut-off where no order has one."""
    days: list[tuple[int, object]] = []
    desk.day.connect(lambda left, cutoff_us: days.append((left, cutoff_us)))
    desk.look_at_day()
    assert days == [(1, 0)]


def test_finish_ends_its_thread(desk: BookDesk, relay: Relayed, qtbot: QtBot) -> None:
    """The last act carries once more, closes everything in the desk's own thread, and ends it."""
    finish(desk, qtbot)
    assert relay.calls == 1
    assert relay.closed == 1


def test_unreachable_book_at_the_end(desk: BookDesk, home: Home, relay: Relayed, qtbot: QtBot) -> None:
    """A book that is known to be unreachable is not waited for at the end."""
    (home.root / "orders.db").rename(home.root / "orders.away")
    (home.root / "orders.db").mkdir()
    desk.relay()
    before = relay.calls
    finish(desk, qtbot)
    assert relay.calls == before
