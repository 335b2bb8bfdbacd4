"""The order book's desk: trouble with the book is an answer, news of it is told once, a moved file is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt, QThread
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from station import book_desk
from station.book_desk import BookDesk, unanswered
from station.desk_settings import DeskSettings, Guarded
from station.errors import LedgerForked, Trouble
from station.home import Home
from station.orders.bench_states import benches_now
from station.orders.engine import writing
from station.orders.figure_tables import help_calls
from station.orders.help_calls import HelpCall, end_call, take_call
from station.orders.numbers import void_drawn
from station.orders.orderbook import OrderBook
from station.orders.pool import RunningLow
from station.orders.routes import load_routing
from station.packing.effects import AskHolds, ClaimOrder, ReleaseOrder
from station.packing.inputs import DeviceKind, Found, HoldsReply, LinkReport, OrderAlarm, OrderReply
from station.packing.model import HoldReason, Order, OrderNo, ServiceId
from station.recent_claims import Claim
from station.settings import config_dir, load
from tests.clocks import FakeClock
from tests.e2e.warehouse import ORDER, import_orders, open_orders, prepare, waybills

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


def test_a_scanned_number_goes_to_the_book(desk: BookDesk, home: Home) -> None:
    """The number is judged by the order's own service; here one with a pool, which takes none that is scanned."""
    asked(desk, ClaimOrder(code="SO-1"))
    book = open_orders(home)
    with writing(book.engine) as connection:
        void_drawn(connection, "SO-1", now_us=1)
    book.close()
    (reply,) = asked(desk, replace(holds(needs_waybill=True), number="YT0000000000999"))
    assert isinstance(reply, HoldsReply)
    assert reply.number_fault == "number_from_pool"
    (unasked,) = asked(desk, holds(needs_waybill=True))
    assert isinstance(unasked, HoldsReply)
    assert unasked.number_fault == ""


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
    back = asked(desk, ClaimOrder(code="SO-1"))
    assert isinstance(down[0], LinkReport)
    assert (down[0].kind, down[0].up) == (DeviceKind.ORDER_BOOK, False)
    assert "gone" in down[0].word
    assert down[1:] == again == [unanswered(NUMBER)]
    assert claim == [OrderReply(code="SO-1", found=Found.UNREACHABLE)]
    assert [type(said).__name__ for said in back] == ["LinkReport", "OrderReply"]


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


def guarded(desk: BookDesk, order: Order, *, fence: int = 1) -> list[object]:
    """What the desk says of an order that is open, and that it says it has looked."""
    heard: list[object] = []
    looks: list[None] = []
    desk.said.connect(heard.append)
    desk.looked.connect(lambda: looks.append(None))
    desk.guard(Guarded(order=order, fence=fence))
    desk.said.disconnect(heard.append)
    assert len(looks) == 1
    return heard


def test_a_resumed_order_has_its_look_alikes(desk: BookDesk, home: Home) -> None:
    """After a restart nobody claims the open order, and its packer is still warned of the other size; told once."""
    import_orders(home, {"SO-M": {"MUG-330-W": 1}})
    copy = desk._open().order_copy(OrderNo("SO-M"))
    told: list[object] = []
    desk.alike.connect(told.append)
    assert copy is not None
    assert guarded(desk, copy) == guarded(desk, copy)
    assert told == [{"MUG-330-W": "450 ml"}]


def test_an_open_order_is_guarded(desk: BookDesk, home: Home) -> None:
    """Nothing is said while all is as it was; a hold put at the office is an alarm, and so at every look."""
    (reply,) = asked(desk, ClaimOrder(code="SO-1"))
    assert isinstance(reply, OrderReply)
    assert reply.order is not None
    assert guarded(desk, reply.order) == []
    book = open_orders(home)
    book.hold("SO-1", HoldReason.REFUND_ASKED, now_us=1)
    book.close()
    (alarm,) = guarded(desk, reply.order)
    assert isinstance(alarm, OrderAlarm)
    assert [hold.reason for hold in alarm.holds] == [HoldReason.REFUND_ASKED]


def test_a_guard_is_silent_without_a_book(desk: BookDesk, home: Home) -> None:
    """Packing goes on with what is known; the relay says that the book is away."""
    (reply,) = asked(desk, ClaimOrder(code="SO-1"))
    assert isinstance(reply, OrderReply)
    assert reply.order is not None
    (home.root / "orders.db").rename(home.root / "away.db")
    assert guarded(desk, reply.order) == []


def test_a_change_found_at_the_last_look_is_told_in_both_versions(desk: BookDesk, home: Home) -> None:
    """A newer file came after the last look of the guard: the answer before the label says what it changed."""
    asked(desk, ClaimOrder(code="SO-1"))
    import_orders(home, {"SO-1": {"TRAY-30": 1, "COASTER-10": 3}})
    (reply,) = asked(desk, holds())
    assert isinstance(reply, HoldsReply)
    assert [(change.sku, change.before, change.after) for change in reply.changes] == [("COASTER-10", "1", "3")]


def test_what_was_put_aside_is_carried_before_the_order_is_free(desk: BookDesk, relay: Relayed) -> None:
    """The next bench must know what lies in the tote."""
    asked(desk, ClaimOrder(code="SO-1"))
    asked(desk, ReleaseOrder(order=NUMBER, fence=1, why="hold"))
    assert relay.calls == 2


def test_an_item_is_asked_for_where_the_settings_say_so(home: Home, relay: Relayed, clock: FakeClock) -> None:
    """Without item first an item's code names no order."""
    prepare(home, {"SO-1": {"TRAY-30": 1}})
    for items, found in ((False, Found.UNKNOWN), (True, Found.CLAIMED)):
        settings = DeskSettings(
            url=load(home).bench.orderbook, bench="B01", items=items, routing=load_routing(config_dir()), senders={},
            relay=lambda: (relay, relay.close),
        )  # fmt: skip
        made = BookDesk(settings, clock)
        (reply,) = asked(made, ClaimOrder(code="TRAY-30"))
        made._let_go()
        assert isinstance(reply, OrderReply)
        assert (reply.found, reply.item) == (found, items)


@pytest.mark.parametrize(("opened", "state"), [(None, "ready"), ((NUMBER, 1), "packing"), ((NUMBER, 0), "ready")])
def test_a_claim_that_power_took_goes_back(
    desk: BookDesk, home: Home, relay: Relayed, clock: FakeClock, opened: Claim | None, state: str
) -> None:
    """Claimed for this bench by the run before and never opened: free again at once, but not what is open here."""
    asked(desk, ClaimOrder(code="SO-1"))
    after = BookDesk(replace(desk._settings, opened=opened), clock)
    after.relay()
    after._let_go()
    book = open_orders(home)
    assert [row.state.value for row in book.search() if row.number == "SO-1"] == [state]
    book.close()


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
    days: list[tuple[int, object, tuple[RunningLow, ...]]] = []
    desk.day.connect(lambda *day: days.append(day))
    desk.look_at_day()
    ((left, cutoff_us, low),) = days
    assert (left, cutoff_us) == (1, 0)
    assert [(each.service.id, each.free) for each in low] == [("yto", 5)]


def test_which_services_have_numbers_is_not_read_with_each_parcel(
    desk: BookDesk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads the whole pool is done at the first look and every half hour."""
    looked: list[int] = []

    def read(_connection: object) -> frozenset[str]:
        looked.append(1)
        return frozenset()

    monkeypatch.setattr(book_desk, "pooled", read)
    for ms in (0, 60_000, book_desk.POOLED_AGAIN_US // 1000):
        clock.advance_ms(ms)
        desk.look_at_day()
    assert len(looked) == 2


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owed:
    key: tuple[int, str, str]


def test_an_owed_entry_is_passed_on_once(desk: BookDesk) -> None:
    """What the bench has not written by the next look is on its way; what is owed anew is passed on; trouble waits."""
    first, second = _Owed(key=(1, "SO-1", "YT1")), _Owed(key=(1, "", ""))
    found: list[tuple[_Owed, ...]] = [(first,), (first, second), (second,), (first,)]

    def owed(_book: OrderBook) -> tuple[_Owed, ...]:
        if not found:
            raise Trouble("the disk is full")
        return found.pop(0)

    desk._settings = replace(desk._settings, owed=owed)
    heard: list[object] = []
    desk.owed.connect(heard.append)
    for _ in range(5):
        desk.relay()
    assert heard == [first, second, first]


def test_a_fork_that_a_witness_knows(desk: BookDesk) -> None:
    """What a witness knows otherwise is said like what the book knows otherwise, and the desk goes on."""
    fork = LedgerForked("the witness knows more", remedy="Stop.")

    def owed(_book: OrderBook) -> tuple[_Owed, ...]:
        raise fork

    desk._settings = replace(desk._settings, owed=owed)
    heard: list[object] = []
    desk.forked.connect(heard.append)
    desk.relay()
    desk.relay()
    assert heard == [fork, fork]


def test_a_heartbeat_a_minute(desk: BookDesk, home: Home, clock: FakeClock) -> None:
    """The book hears once a minute that the bench runs, and no oftener however often the day is looked at."""
    seen: list[int | None] = []
    for ms in (0, 1_000, 59_000):
        clock.advance_ms(ms)
        desk.look_at_day()
        book = OrderBook.open(load(home).bench.orderbook)
        seen += [state.seen_us for state in benches_now(book)]
        book.close()
    first = seen[0]
    assert first is not None
    assert seen == [first, first, first + 60_000_000]


def test_who_called_hears_who_comes(desk: BookDesk, home: Home, clock: FakeClock) -> None:
    """The bench's own call is told when it changes, looked for every five seconds with the relay."""
    heard: list[HelpCall | None] = []
    desk.called.connect(heard.append)
    book = open_orders(home)
    with writing(book.engine) as connection:
        for bench in ("B01", "B02"):
            connection.execute(insert(help_calls).values(bench=bench, packer="P001", raised_us=1))
    desk.relay()
    (call,) = heard
    assert call is not None
    assert (call.bench, call.taken_us) == ("B01", None)
    take_call(book, call.id, who="P009", now_us=2)
    desk.relay()
    assert len(heard) == 1, "not asked at every relay"
    clock.advance_s(5)
    desk.relay()
    assert heard[-1] is not None
    assert heard[-1].taken_by == "P009"
    end_call(book, call.id, who="P009", now_us=3)
    book.close()
    clock.advance_s(5)
    desk.relay()
    desk.relay()
    assert len(heard) == 3
    assert heard[-1] is None
