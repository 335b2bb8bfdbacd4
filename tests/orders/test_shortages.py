"""Shortages: recorded, holding, never lost, and how they end; on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from station.errors import Trouble
from station.home import Home
from station.orders import shortages
from station.orders.engine import reading, writing
from station.orders.opening import rules_of
from station.orders.orderbook import OrderBook
from station.orders.pick_choice import Wanted
from station.orders.pick_short import Shortage as ShelfShortage
from station.orders.pick_short import record_short
from station.orders.picking import open_batch
from station.orders.relay import Relay
from station.orders.shortage_tables import shortages as table
from station.orders.shortages import Outcome, open_shortages, record_shortage, resolve, set_due
from station.orders.tables import order_lines, orders
from station.packing.deadlines import NO_RULES, DeadlineRules, Hours, Policy, Purpose, Rule, Week
from station.packing.events import OrderParked, PackedUnits
from station.packing.inputs import Command, Found, Pressed
from station.packing.model import HoldReason, OrderNo, OrderState, Sku
from station.packing.owners import Owner
from station.settings import config_dir
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import ROUTING, YTO, put_order
from tests.orders.recorded import T0, Recorded, opened, packed, sealed

MISSING = (PackedUnits(sku=Sku("A"), units=1),)


def _claim(book: OrderBook, bench: str = "B01") -> int:
    reply = book.claim("SO-1", bench=bench, now_us=T0, routing=ROUTING)
    assert reply.found is Found.CLAIMED
    return reply.fence


def _state(book: OrderBook, number: str = "SO-1") -> str:
    with reading(book.engine) as connection:
        return str(connection.execute(select(orders.c.state).where(orders.c.number == number)).scalar_one())


def _short(book: OrderBook, ledger: Recorded, *, fence: int, owner: Owner = Owner.PURCHASING) -> None:
    parked = OrderParked(order=OrderNo("SO-1"), why="short", fence=fence, owner=owner, missing=MISSING)
    ledger.add(opened("SO-1", fence=fence), packed(), parked, order="SO-1")
    Relay(ledger, log=ledger.log)(book)


@pytest.fixture
def short(book: OrderBook) -> OrderBook:
    """An order put aside at bench B01 for purchasing: one A is missing."""
    put_order(book.engine, "SO-1", {"A": 2})
    _short(book, Recorded(), fence=_claim(book))
    return book


def _rows(book: OrderBook) -> list[Any]:
    with reading(book.engine) as connection:
        return list(connection.execute(select(table).order_by(table.c.id)))


def test_a_shortage_stands_in_the_book_and_holds_its_order(short: OrderBook) -> None:
    """What is missing, whose turn it is, where, who and when; the order is not offered to anybody."""
    (found,) = open_shortages(short)
    assert (found.order, found.owner, found.why, found.missing) == ("SO-1", Owner.PURCHASING, "short", MISSING)
    assert (found.bench, found.packer, found.at_us, found.due_us) == ("B01", "P001", T0 + 2_000_000, None)
    assert _state(short) == OrderState.HELD
    assert not short.queue()
    copy = short.order_copy("SO-1")
    assert copy is not None
    assert [hold.reason for hold in copy.holds] == [HoldReason.SHORTAGE]


def test_each_owner_sees_his_own(short: OrderBook) -> None:
    """Purchasing does not read production's list."""
    assert len(open_shortages(short, Owner.PURCHASING)) == 1
    assert open_shortages(short, Owner.PRODUCTION) == ()


def test_a_list_carried_twice_is_one_shortage(short: OrderBook) -> None:
    """The relay says each entry once; a claim that is gone still leaves its shortage."""
    _short(short, Recorded("B02"), fence=77, owner=Owner.SERVICE)
    assert [found.owner for found in open_shortages(short)] == [Owner.PURCHASING, Owner.SERVICE]
    assert _state(short) == OrderState.HELD


def test_who_has_the_goods_in_hand_may_scan_the_order(short: OrderBook) -> None:
    """A warning, not a wall: the claim stands, the label may print, and the sealed parcel ends the shortage."""
    fence = _claim(short, bench="B02")
    reply = short.holds("SO-1", bench="B02", fence=fence, needs_waybill=False, service=None, now_us=T0)
    assert [hold.reason for hold in reply.holds] == [HoldReason.SHORTAGE]
    ledger = Recorded("B02")
    ledger.add(opened("SO-1", fence=fence), packed(units=2), sealed("YT1"), order="SO-1", by="P009")
    Relay(ledger, log=ledger.log)(short)
    assert open_shortages(short) == ()
    (row,) = _rows(short)
    assert (row.how, row.said_by, row.resolved_us) == ("packed", "P009", T0 + 2_000_000)
    assert _state(short) == OrderState.SEALED
    sealed_copy = short.order_copy("SO-1")
    assert sealed_copy is not None
    assert sealed_copy.holds == ()


def test_put_aside_again_without_a_word_it_stays_short(short: OrderBook) -> None:
    """Only its end ends it, and no bench forgets it."""
    fence = _claim(short, bench="B02")
    ledger = Recorded("B02")
    parked = OrderParked(order=OrderNo("SO-1"), why="hold", fence=fence)
    ledger.add(opened("SO-1", fence=fence), parked, order="SO-1")
    Relay(ledger, log=ledger.log)(short)
    assert len(open_shortages(short)) == 1
    assert _state(short) == OrderState.HELD


@pytest.mark.parametrize("how", [Outcome.ARRIVED, Outcome.PARTIAL])
def test_an_end_by_a_persons_word_offers_the_order_again(short: OrderBook, how: Outcome) -> None:
    """The goods came, or the buyer takes what is there: who said so stays on record, and short again it holds anew."""
    resolve(short, "SO-1", how, who="Li Example", now_us=T0 + 9)
    (row,) = _rows(short)
    assert (row.how, row.said_by, row.resolved_us) == (how, "Li Example", T0 + 9)
    assert _state(short) == OrderState.READY
    _short(short, Recorded("B02"), fence=_claim(short, bench="B02"))
    assert (_state(short), len(open_shortages(short))) == (OrderState.HELD, 1)


def test_a_buyer_who_waits_leaves_it_open(short: OrderBook) -> None:
    """He knows; the goods are still missing."""
    resolve(short, "SO-1", Outcome.WAIT, who="Wu Example", now_us=T0 + 9)
    (found,) = open_shortages(short)
    assert (found.how, found.said_by) == ("wait", "Wu Example")
    assert _state(short) == OrderState.HELD


def test_another_article_takes_the_place_of_the_missing(short: OrderBook) -> None:
    """The order's lines say what the buyer takes now, and a bench that had a copy would see another revision."""
    resolve(short, "SO-1", Outcome.SUBSTITUTE, who="Wu Example", now_us=T0 + 9, instead="B")
    with reading(short.engine) as connection:
        lines = connection.execute(select(order_lines.c.sku, order_lines.c.quantity).order_by(order_lines.c.position))
        assert [tuple(line) for line in lines] == [("A", 1), ("B", 1)]
        assert connection.execute(select(orders.c.revision)).scalar_one() == 2
    assert _state(short) == OrderState.READY


def test_a_whole_line_can_be_exchanged(book: OrderBook) -> None:
    """Its only unit is missing: the line is gone, and the order of one unit is one of another item."""
    put_order(book.engine, "SO-1", {"A": 1}, single_sku="A")
    _short(book, Recorded(), fence=_claim(book))
    resolve(book, "SO-1", Outcome.SUBSTITUTE, who="Wu Example", now_us=T0, instead="B")
    reply = book.claim("B", bench="B01", now_us=T0, routing=ROUTING, items=True)
    assert reply.order is not None
    assert [(line.sku, line.quantity) for line in reply.order.lines] == [("B", 1)]


@pytest.mark.parametrize("instead", ["", "B"])
def test_what_cannot_be_exchanged_changes_nothing(short: OrderBook, instead: str) -> None:
    """No SKU given, or several missing: one sentence, and the shortage stays open."""
    if instead:
        more = (PackedUnits(sku=Sku("C"), units=1),)
        with writing(short.engine) as connection:
            record_shortage(
                connection, "SO-1", owner=Owner.SERVICE, why="call", missing=more, bench="", who="W1", at_us=T0
            )
    with pytest.raises(Trouble, match="misses A"):
        resolve(short, "SO-1", Outcome.SUBSTITUTE, who="Wu Example", now_us=T0, instead=instead)
    assert open_shortages(short)
    assert _state(short) == OrderState.HELD


def test_goods_that_no_line_has_are_not_exchanged(book: OrderBook) -> None:
    """The part of a kit that is missing stands on no line of its own."""
    put_order(book.engine, "SO-1", {"SET": 1})
    _short(book, Recorded(), fence=_claim(book))
    with pytest.raises(Trouble, match="no line of order SO-1 has 1 of A"):
        resolve(book, "SO-1", Outcome.SUBSTITUTE, who="Wu Example", now_us=T0, instead="B")


def test_an_order_at_a_bench_keeps_its_lines(short: OrderBook) -> None:
    """Somebody found the goods and is packing: nothing is exchanged under his hands."""
    _claim(short, bench="B02")
    with pytest.raises(Trouble, match="is packing"):
        resolve(short, "SO-1", Outcome.SUBSTITUTE, who="Wu Example", now_us=T0, instead="B")


def test_nothing_to_resolve_is_said(book: OrderBook) -> None:
    """An order without a shortage, or no order at all."""
    with pytest.raises(Trouble, match="has no open shortage"):
        resolve(book, "SO-1", Outcome.ARRIVED, who="Li Example", now_us=T0)


def test_release_does_not_lift_a_shortage(short: OrderBook) -> None:
    """It is no hold of a supervisor's, and the way to end it is named."""
    with pytest.raises(Trouble, match="held by a shortage") as refused:
        short.release_hold("SO-1", now_us=T0)
    assert "orders shortages --resolve SO-1" in refused.value.remedy


NOTICE_H = 24
NOTICE = DeadlineRules(
    policies=(
        Policy(
            shops=("demo",),
            rules=(
                Rule(
                    id="notice", purpose=Purpose.SHORTAGE_NOTICE, term=Hours(hours=NOTICE_H), week=Week.EVERY_DAY,
                    zh="通知", en="notice",
                ),
            ),
        ),
    ),
)  # fmt: skip
_NOTICE_US = NOTICE_H * 3_600_000_000


def test_the_time_to_tell_the_buyer_is_known_at_once(url: str) -> None:
    """What a bench puts aside knows by when the buyer must be told, by the rules of its time and shop (C11)."""
    times: list[int] = []

    def rules_at(now_us: int) -> DeadlineRules:
        times.append(now_us)
        return NOTICE

    book = OrderBook.open(url, rules_at=rules_at)
    put_order(book.engine, "SO-1", {"A": 2})
    _short(book, Recorded(), fence=_claim(book))
    (found,) = open_shortages(book)
    assert found.due_us == found.at_us + _NOTICE_US
    assert times == [found.at_us]
    book.close()


def test_a_shelf_without_goods_sets_the_time_too(url: str) -> None:
    """Put aside from a pick batch, the order's buyer must be told by the same rule."""
    book = OrderBook.open(url, rules_at=lambda _now_us: NOTICE)
    put_order(book.engine, "SO-1", {"A": 2})
    batch = open_batch(book, Wanted(most=60), who="W1", now_us=T0)
    short = ShelfShortage(sku=Sku("A"), units=1, owner=Owner.PURCHASING, reason="empty")
    record_short(book, batch, short, who="W1", now_us=T0)
    assert [each.due_us for each in open_shortages(book)] == [T0 + _NOTICE_US]
    book.close()


def test_nothing_is_read_where_nothing_was_put_aside(url: str) -> None:
    """Rules and calendar are not read for parcels that lack nothing."""
    book = OrderBook.open(url, rules_at=lambda _now_us: pytest.fail("read"))
    put_order(book.engine, "SO-1", {"A": 2})
    ledger = Recorded()
    ledger.add(opened("SO-1", fence=_claim(book)), packed(), order="SO-1")
    Relay(ledger, log=ledger.log)(book)
    assert _state(book) == OrderState.PACKING
    book.close()


def test_a_rules_file_that_cannot_be_read_stops_no_parcel(home: Home) -> None:
    """The shortage is recorded without a time; the shipped rules give one."""
    assert rules_of(home, config_dir())(T0) != NO_RULES
    (home.root / "rules").mkdir(parents=True)
    (home.root / "rules" / "deadlines.toml").write_text("not toml")
    assert rules_of(home, config_dir())(T0) == NO_RULES


def test_a_due_time_is_put_to_it(short: OrderBook) -> None:
    """Whoever knows the shop's rule says when the buyer must know."""
    (found,) = open_shortages(short)
    with writing(short.engine) as connection:
        set_due(connection, found.id, T0 + 86_400_000_000)
    assert open_shortages(short)[0].due_us == T0 + 86_400_000_000


def test_what_is_missing_goes_on_with_the_next_parcel(book: OrderBook) -> None:
    """The box goes without the missing units and the rest is split off: the rest is short, the sealed box is not."""
    put_order(book.engine, "SO-1", {"A": 2})
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    bench = BenchOfBook(book)
    bench.takes("SO-1")
    bench.packs(1)
    bench.says(Pressed(command=Command.HOLD, argument="PURCHASING"))
    bench.takes("SO-1")
    bench.presses(Command.SPLIT)
    bench.seals()
    bench.relays()
    (left,) = open_shortages(book)
    assert (left.order, left.owner) == ("SO-1#2", Owner.PURCHASING)
    assert (_state(book), _state(book, "SO-1#2")) == ("sealed", "held")


def test_an_order_nobody_knows_is_no_shortage(book: OrderBook) -> None:
    """The ledger of a bench that worked with another book does not stop the relay."""
    _short(book, Recorded(), fence=1)
    assert shortages.open_shortages(book) == ()
