"""Answers of the order book that come late, around trouble: never two benches with one order, none left with nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest

from station.book_desk import BookDesk
from station.carrying import relaying
from station.codes import read
from station.desk_settings import DeskSettings
from station.errors import BookUnreachable
from station.evidence.ledger import Ledger
from station.home import Home
from station.host import Host
from station.orders.engine import reading
from station.orders.leasing import claimed
from station.orders.orderbook import OrderBook
from station.packing.effects import ClaimOrder, ReleaseOrder
from station.packing.inputs import NEXT_ORDER, Found, OrderReply
from station.packing.model import OrderNo
from station.packing.rules import Rules
from station.recent_claims import KEPT_MAX, RecentClaims
from station.wave import Wave
from station.wave_keeping import WaveKeeping, WaveSettings
from tests.clocks import START_WALL_US, FakeClock
from tests.orders.conftest import ROUTING, YTO, put_order

NEXT = ClaimOrder(code=NEXT_ORDER)


class Line:
    """A relay without a ledger: ``meanwhile`` is what the bench's thread does while it is under way."""

    def __init__(self) -> None:
        self.away = False
        self.meanwhile: Callable[[], object] = lambda: None

    def __call__(self, book: OrderBook) -> int:
        if self.away:
            raise BookUnreachable("the order book does not answer", remedy="Wait.")
        self.meanwhile()
        return 0


@pytest.fixture
def line(book: OrderBook) -> Line:
    book.add_numbers([f"YT{n:013d}" for n in range(1, 50)], YTO, now_us=START_WALL_US)
    for n in range(4):
        put_order(book.engine, f"SO-{n}", {"A": 1}, due_us=START_WALL_US + n, tote=f"T-{n}")
    return Line()


def _desk(url: str, clock: FakeClock, line: Line, wave: WaveKeeping | None = None) -> BookDesk:
    settings = DeskSettings(
        url=url, bench="B01", routing=ROUTING, senders={}, relay=lambda: (line, lambda: None), wave=wave
    )
    return BookDesk(settings, clock)


def _asked(desk: BookDesk, *effects: ClaimOrder | ReleaseOrder) -> list[OrderReply]:
    heard: list[OrderReply] = []
    desk.said.connect(lambda input: heard.append(input) if isinstance(input, OrderReply) else None)
    for effect in effects:
        desk.perform(effect)
    return heard


def _troubled(desk: BookDesk, line: Line) -> None:
    """The book goes for a moment; when it is back, what the bench has not is given back."""
    line.away = True
    desk.relay()
    line.away = False
    desk.relay()


def _claims(book: OrderBook) -> dict[str, tuple[str, int]]:
    with reading(book.engine) as connection:
        return {one.order: (one.bench, one.fence) for one in claimed(connection)}


def test_the_first_answer_is_opened_and_the_second_one_was_asked_for_last(
    url: str, book: OrderBook, line: Line, clock: FakeClock, qapp: object
) -> None:
    """The next order is asked for, the deadline passes, asked again: the late answer is the order that is packed, and
    trouble gives back neither it nor the other one, which the bench itself returns."""
    desk = _desk(url, clock, line)
    first, second = _asked(desk, NEXT, NEXT)
    assert (first.order and first.order.number, second.order and second.order.number) == ("SO-0", "SO-1")
    _troubled(desk, line)
    assert set(_claims(book)) == {"SO-0", "SO-1"}
    _asked(desk, ReleaseOrder(order=OrderNo("SO-1"), fence=second.fence, why="late_answer"))
    _troubled(desk, line)
    assert set(_claims(book)) == {"SO-0"}
    desk._let_go()


def test_what_was_sealed_while_the_relay_was_under_way(
    url: str, book: OrderBook, line: Line, clock: FakeClock, home: Home, qapp: object
) -> None:
    """An order of the wave, sealed in the moment between relay and tidying, is not given back: its entry comes later,
    and another bench would pack it a second time."""
    home.root.mkdir(parents=True)
    wave = Wave(home.wave_file, "acme/B01/1")
    wave.working = True
    desk = _desk(url, clock, line, WaveKeeping(wave, WaveSettings(bench="B01", routing=ROUTING, orders=3)))
    desk.relay()
    assert [each.order.number for each in wave.orders] == ["SO-0", "SO-1", "SO-2"]
    given = [wave.claimed(NEXT)]
    line.away = True
    desk.relay()
    line.away = False
    line.meanwhile = lambda: given.append(wave.claimed(NEXT))
    desk.relay()
    line.meanwhile = lambda: None
    assert [reply and reply.order and reply.order.number for reply in given] == ["SO-0", "SO-1"]
    assert [_claims(book)[order] for order in ("SO-0", "SO-1")] == [("B01", 1)] * 2
    desk.perform(ReleaseOrder(order=OrderNo("SO-0"), fence=1, why="hold"))
    assert "SO-0" not in {order for order, _ in wave.held()}
    desk._let_go()


def test_a_giving_back_that_did_not_arrive(
    url: str, book: OrderBook, line: Line, clock: FakeClock, qapp: object
) -> None:
    """Put aside while the book was away: free again as soon as it is back."""
    desk = _desk(url, clock, line)
    (reply,) = _asked(desk, ClaimOrder(code="SO-0"))
    line.away = True
    desk.perform(ReleaseOrder(order=OrderNo("SO-0"), fence=reply.fence, why="hold"))
    line.away = False
    assert set(_claims(book)) == {"SO-0"}
    desk.relay()
    assert _claims(book) == {}
    desk._let_go()


@pytest.fixture
def host(home: Home, clock: FakeClock, qapp: object) -> Iterator[Host]:
    ledger = Ledger.open(home, org="acme", bench="B01", clock=clock, random_bytes=Random(1).randbytes, build="t")
    rules = Rules(weigh=False, gives_next=True)
    made = Host(ledger=ledger, clock=clock, rules=rules, devices=(), recognise=lambda _: None, deadline_ms=60_000)
    made.start()
    yield made
    made.rest()
    made.stop()


@pytest.mark.parametrize("other", [False, True])
def test_an_order_whose_giving_back_is_on_its_way_is_asked_for_anew(
    url: str, book: OrderBook, line: Line, clock: FakeClock, home: Home, host: Host, other: bool
) -> None:
    """Asked for by its number, in vain, then by its tote; the late answer to the first goes back, so the second one's
    claim goes too: opened, the order would be packed here while any other bench may take it."""
    desk, asked = _desk(url, clock, line), list[ClaimOrder | ReleaseOrder]()
    desk._settings = DeskSettings(url=url, bench="B01", routing=ROUTING, senders={}, relay=lambda: relaying(home))
    host.asked.connect(asked.append)
    host.take(read("SO-0", device="scanner"))
    host._too_late()
    host.take(read("T-0", device="scanner"))
    for reply in _asked(desk, *asked[:2]):
        host.take(reply)
    assert isinstance(asked[2], ReleaseOrder)
    assert not host.bench.job.opened
    desk.perform(asked[2])
    if other:
        assert book.claim("SO-0", bench="B02", now_us=START_WALL_US, routing=ROUTING).found is Found.CLAIMED
    for reply in _asked(desk, *asked[3:]):
        host.take(reply)
    assert host.bench.job.opened is not other
    assert _claims(book) == {"SO-0": ("B02", 2) if other else ("B01", host.bench.job.fence)}
    desk._let_go()


def test_the_newest_claims_are_kept() -> None:
    """Their number is limited, and each is told from a later one of the same order by its fence."""
    claims = RecentClaims([(OrderNo("SO-1"), 1)])
    claims.add(OrderNo("SO-1"), 2)
    claims.drop(OrderNo("SO-1"), 1)
    assert list(claims) == [("SO-1", 2)]
    for fence in range(KEPT_MAX):
        claims.add(OrderNo("SO-2"), fence)
    assert len(list(claims)) == KEPT_MAX
