"""Cases with a deadline, on both databases (C9 to C11)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from station.errors import Trouble
from station.home import Home
from station.orders.cases import Case, Kept, cases_of, close_case, kept, open_case, reckon_shortages
from station.orders.deadline_rules import load_deadline_rules
from station.orders.dispute_kinds import DisputeKind
from station.orders.disputes import Notice, open_dispute
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.promises import start_of
from station.orders.shortages import Outcome, open_shortages, record_shortage, resolve
from station.packing.deadlines import NO_RULES, DeadlineRules, Purpose
from station.packing.events import PackedUnits
from station.packing.model import HoldReason, OrderState, Sku
from station.packing.owners import Owner
from station.settings import config_dir
from tests.orders.conftest import put_order
from tests.orders.gated import Shop

CHINA = timezone(timedelta(hours=8))


def _us(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=CHINA).timestamp()) * 1_000_000


def _local(time_us: int | None) -> str:
    return "" if time_us is None else datetime.fromtimestamp(time_us // 1_000_000, CHINA).strftime("%m-%d %H:%M")


FRIDAY = _us("2026-02-13T15:00")  # before Spring Festival; Saturday the 14th and the 28th are make-up days


@pytest.fixture
def rules(home: Home) -> DeadlineRules:
    """The shipped rules and calendar."""
    return load_deadline_rules(home, config_dir(), now_us=FRIDAY)


def _open(book: OrderBook, number: str, kind: Purpose, start_us: int = FRIDAY) -> int:
    return open_case(book, number, kind, start_us=start_us, who="客服 1", now_us=FRIDAY, note="邮件")


def test_the_least_time_left_comes_first(book: OrderBook, rules: DeadlineRules) -> None:
    """Across Spring Festival: an answer in a day, the shortage on working days, the bank's three working days."""
    for number in ("SO-1", "SO-2", "SO-3"):
        put_order(book.engine, number, {"A": 1})
    notice = Notice(order="SO-1", kind=DisputeKind.STOLEN_CARD, start_us=FRIDAY, note="邮件")
    bank = open_dispute(book, notice, who="客服 1", now_us=FRIDAY)
    _open(book, "SO-2", Purpose.RESPONSE)
    with writing(book.engine) as connection:
        missing = (PackedUnits(sku=Sku("A"), units=1),)
        record_shortage(
            connection, "SO-3", owner=Owner.PURCHASING, why="short", missing=missing, bench="B01", who="P001",
            at_us=_us("2026-02-14T20:00"),
        )  # fmt: skip
    found = cases_of(book, rules)
    assert [(each.order, each.kind, _local(each.due_us)) for each in found] == [
        ("SO-2", Purpose.RESPONSE, "02-14 15:00"),
        ("SO-3", Purpose.SHORTAGE_NOTICE, "02-24 20:00"),
        ("SO-1", Purpose.CHARGEBACK, "02-25 18:00"),
    ]
    assert [(each.id, each.cause, each.note) for each in found if each.kind is Purpose.CHARGEBACK] == [
        (bank, DisputeKind.STOLEN_CARD, "邮件")
    ]
    assert [str(start_of(each)) for each in found] == ["notice", "shortage", "notice"]
    chargeback = found[-1].deadline
    assert chargeback is not None
    assert [f"{each.day:%m-%d}" for each in chargeback.skipped][:2] == ["02-15", "02-16"]


def test_a_shortage_is_a_case_until_the_buyer_knows(book: OrderBook, rules: DeadlineRules) -> None:
    """Reckoned, the shortage itself knows its time; the buyer told, the case is gone though the goods are not there."""
    put_order(book.engine, "SO-3", {"A": 1})
    with writing(book.engine) as connection:
        record_shortage(
            connection, "SO-3", owner=Owner.SERVICE, why="short", missing=(), bench="B01", who="P001", at_us=FRIDAY
        )
    reckon_shortages(book, rules)
    assert [_local(each.due_us) for each in open_shortages(book)] == ["02-14 15:00"]
    reckon_shortages(book, NO_RULES)
    assert [each.due_us for each in open_shortages(book)] == [None]
    assert [each.order for each in cases_of(book, rules, order="SO-3")] == ["SO-3"]
    resolve(book, "SO-3", Outcome.WAIT, who="客服 1", now_us=FRIDAY)
    assert cases_of(book, rules) == ()


def test_closed_in_time_or_not(book: OrderBook, rules: DeadlineRules) -> None:
    """A closed case leaves the list and counts as kept or not; a new one of the kind may be opened."""
    put_order(book.engine, "SO-1", {"A": 1})
    first = _open(book, "SO-1", Purpose.RESPONSE)
    assert close_case(book, first, who="客服 2", now_us=FRIDAY + 1, note="已回复") == "SO-1"
    second = _open(book, "SO-1", Purpose.RESPONSE)
    close_case(book, second, who="客服 2", now_us=FRIDAY + 48 * 3_600_000_000)
    assert cases_of(book, rules) == ()
    found = cases_of(book, rules, closed=True)
    assert kept(found) == {Purpose.RESPONSE: Kept(closed=2, in_time=1)}
    assert [(each.closed_by, each.closing_note) for each in found if each.id == first] == [("客服 2", "已回复")]


def test_late_while_it_is_open(book: OrderBook, rules: DeadlineRules) -> None:
    """An open case is late once its time has passed; without a rule it never is."""
    put_order(book.engine, "SO-1", {"A": 1})
    _open(book, "SO-1", Purpose.RESPONSE)
    (case,) = cases_of(book, rules)
    assert case.due_us is not None
    assert (case.late(case.due_us), case.late(case.due_us + 1)) == (False, True)
    (unbound,) = cases_of(book, NO_RULES)
    assert (unbound.deadline, unbound.late(2**60)) == (None, False)


def test_what_cannot_be(book: OrderBook) -> None:
    """Unknown orders and cases, the same case twice, and a notice of tomorrow are a sentence each."""
    put_order(book.engine, "SO-1", {"A": 1})
    case = _open(book, "SO-1", Purpose.RESPONSE)
    with pytest.raises(Trouble, match="there is no order NOPE"):
        _open(book, "NOPE", Purpose.RESPONSE)
    with pytest.raises(Trouble, match=f"case {case} of order SO-1 is open already"):
        _open(book, "SO-1", Purpose.RESPONSE)
    with pytest.raises(Trouble, match="in the future"):
        _open(book, "SO-1", Purpose.RESPONSE, FRIDAY + 1)
    with pytest.raises(Trouble, match="there is no case 99"):
        close_case(book, 99, who="x", now_us=FRIDAY)
    close_case(book, case, who="x", now_us=FRIDAY)
    with pytest.raises(Trouble, match="is closed already"):
        close_case(book, case, who="x", now_us=FRIDAY)


def test_an_order_to_be_confirmed_is_a_case_by_itself(
    book: OrderBook, rules: DeadlineRules, tmp_path: Path, home: Home
) -> None:
    """The platform's word opens it, counted from the order, and its newer word closes it (C9); no person can."""
    shop = Shop(book, tmp_path, home, words={"Pending Confirmation": "order_unconfirmed"})
    shop.take(状态="Pending Confirmation", 下单时间="2026-09-21 08:00", 付款时间="")
    assert shop.held() == [HoldReason.ORDER_UNCONFIRMED]
    (case,) = _of_kind(cases_of(book, rules), Purpose.ORDER_CONFIRM)
    assert (case.opened_by, _local(case.start_us), _local(case.due_us)) == ("platform", "09-21 08:00", "09-22 08:00")
    assert case.id is not None
    with pytest.raises(Trouble, match="ends when the platform calls its order confirmed"):
        close_case(book, case.id, who="x", now_us=FRIDAY)
    shop.take()
    assert len(cases_of(book, rules, closed=True)) == 1
    shop.take(状态="paid")
    assert (cases_of(book, rules), shop.state()) == ((), OrderState.READY)


def _of_kind(found: tuple[Case, ...], kind: Purpose) -> tuple[Case, ...]:
    return tuple(each for each in found if each.kind is kind)
