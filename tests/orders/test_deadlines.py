"""Deadlines in the order book, on both databases: where they come from, what moves them, and who did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text

from station.errors import Trouble
from station.home import Home
from station.orders import deadline_words
from station.orders.deadlines import Act, Explanation, Haste, Origin, StartIs
from station.orders.engine import connect, reading, writing
from station.orders.importing import import_files
from station.orders.orderbook import OrderBook
from station.orders.schema import MIGRATIONS, upgrade
from station.orders.shops import load_shop
from station.orders.tables import NEVER_US, orders
from station.packing.deadlines import Calendar, CutOff, DeadlineRules, Hours, Policy, Purpose, Rule, Week
from station.settings import config_dir
from tests.orders.conftest import put_order

CHINA = timezone(timedelta(hours=8))


def _us(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=CHINA).timestamp()) * 1_000_000


NOW = _us("2026-11-20T12:00")
MORNING, EVENING = _us("2026-11-20T09:00"), _us("2026-11-20T18:00")
CUT_OFF = Rule(
    id="c",
    purpose=Purpose.DISPATCH,
    term=CutOff(at_minute=16 * 60, by_minute=18 * 60),
    week=Week.MON_SAT,
    zh="规则",
    en="rule",
    source="C1",
)
RULES = DeadlineRules(policies=(Policy(rules=(CUT_OFF,)),), calendar=Calendar(confirmed=frozenset({2026})))
OTHERS = DeadlineRules(
    policies=(
        Policy(
            rules=(
                Rule(
                    id="h",
                    purpose=Purpose.DISPATCH,
                    term=Hours(hours=24),
                    week=Week.EVERY_DAY,
                    zh="二十四小时",
                    en="24 hours",
                ),
            )
        ),
    )
)
Importer = Callable[..., None]


@pytest.fixture
def take(book: OrderBook, home: Home, tmp_path: Path) -> Importer:
    """Imports one order of the seller's own table: what it was ordered, paid and due."""

    def run(
        *, status: str = "paid", paid: str = "2026-11-20 09:00", due: str = "", rules: DeadlineRules = RULES
    ) -> None:
        path = tmp_path / "own.csv"
        headers = "订单号,货号,数量,状态,下单时间,付款时间,发货期限"
        path.write_text(f"{headers}\nSO-1,A,1,{status},2026-11-20 08:30,{paid},{due}\n", "utf-8")
        shop = load_shop("demo", config_dir() / "shops")
        (report,) = import_files(book, [path], home=home, shop_name="demo", shop=shop, now_us=NOW, rules=rules)
        assert not report.trouble
        assert not report.faults

    return run


def _haste(book: OrderBook, number: str = "SO-1", rules: DeadlineRules = RULES) -> Haste:
    haste = book.haste(number, rules)
    assert haste is not None
    return haste


def _why(book: OrderBook, number: str = "SO-1", rules: DeadlineRules = RULES) -> Explanation:
    why = _haste(book, number, rules).explanation
    assert why is not None
    return why


def test_a_file_without_deadlines_gets_those_of_the_rules(book: OrderBook, take: Importer) -> None:
    """The payment and the shop's rule give a deadline; the order as a bench takes it has the same."""
    take()
    why = _why(book)
    assert (why.due_us, why.origin, why.start_is, why.stale) == (EVENING, Origin.RULE, StartIs.PAID, False)
    order = book.order_copy("SO-1")
    assert order is not None
    assert order.deadline_us == EVENING


def test_the_platforms_word_goes_before_the_rules(book: OrderBook, take: Importer) -> None:
    """A deadline of the file is taken as it is; when a newer file leaves it out, the rules give one."""
    take(due="2026-11-24 10:00")
    assert (_why(book).due_us, _why(book).origin) == (_us("2026-11-24T10:00"), Origin.FILE)
    take()
    assert (_why(book).due_us, _why(book).origin) == (EVENING, Origin.RULE)


def test_the_clock_starts_with_the_money(book: OrderBook, take: Importer) -> None:
    """An unpaid order is due for nobody; its payment, in a newer file, starts the clock."""
    take(status="unpaid", paid="")
    assert _haste(book).explanation is None
    take(paid="2026-11-20 16:20")
    assert _why(book).due_us == _us("2026-11-21T18:00")


def test_cash_on_delivery_counts_from_the_order(book: OrderBook, take: Importer) -> None:
    """An order that is paid at the door counts from when it was placed (C2), though a call holds it."""
    take(status="cod", paid="")
    assert (_why(book).due_us, _why(book).start_is) == (EVENING, StartIs.ORDERED)


def test_a_shipped_order_has_no_deadline(book: OrderBook, take: Importer) -> None:
    """What is gone already is due no more."""
    take(status="shipped")
    assert _haste(book).explanation is None


def test_an_agreement_goes_before_everything(book: OrderBook, take: Importer) -> None:
    """A time agreed with the buyer stays through a newer file (C5, C6) and can be taken back."""
    take(due="2026-11-24 10:00")
    until_us = _us("2026-11-30T18:00")
    book.agree("SO-1", RULES, until_us=until_us, now_us=NOW, who="客服 1", reason="电话约定")
    take(due="2026-11-25 10:00")
    why = _why(book)
    assert (why.due_us, why.origin) == (until_us, Origin.AGREED)
    assert why.agreement is not None
    assert (why.agreement.who, why.agreement.reason, why.agreement.until_us) == ("客服 1", "电话约定", until_us)
    book.agree("SO-1", RULES, until_us=None, now_us=NOW + 1)
    assert (_why(book).due_us, _why(book).origin) == (_us("2026-11-25T10:00"), Origin.FILE)
    assert [act.act for act in _haste(book).acts] == [Act.AGREED, Act.AGREEMENT_UNDONE]


def test_an_agreement_without_a_file_gives_way_to_the_rules(book: OrderBook, take: Importer) -> None:
    """Taken back, the rule counts again."""
    take()
    book.agree("SO-1", RULES, until_us=_us("2026-11-30T18:00"), now_us=NOW)
    book.agree("SO-1", RULES, until_us=None, now_us=NOW)
    assert (_why(book).due_us, _why(book).origin) == (EVENING, Origin.RULE)


def test_expediting_is_seen_and_undone(book: OrderBook) -> None:
    """An expedited order comes before all others and keeps its deadline; undone, it is back in its turn."""
    put_order(book.engine, "SO-SOON", {"A": 1}, due_us=NOW + 1)
    put_order(book.engine, "SO-LATE", {"A": 1})
    book.expedite("SO-LATE", now_us=NOW, who="店长", reason="客户催单")
    assert [(row.number, row.expedited) for row in book.queue()] == [("SO-LATE", True), ("SO-SOON", False)]
    assert [row.number for row in book.search("SO-")] == ["SO-LATE", "SO-SOON"]
    assert book.next_cut_off() == NOW + 1
    haste = _haste(book, "SO-LATE")
    assert (haste.expedited, haste.explanation) == (True, None)
    book.expedite("SO-LATE", undo=True, now_us=NOW + 9)
    assert [row.number for row in book.queue()] == ["SO-SOON", "SO-LATE"]
    told = [(act.act, act.at_us, act.who, act.reason) for act in _haste(book, "SO-LATE").acts]
    assert told == [(Act.EXPEDITED, NOW, "店长", "客户催单"), (Act.EXPEDITE_UNDONE, NOW + 9, "", "")]


def test_expediting_outlives_a_new_file(book: OrderBook, take: Importer) -> None:
    """Importing the order again leaves it where a person put it."""
    take()
    book.expedite("SO-1", now_us=NOW)
    take(paid="2026-11-20 10:00", due="2026-11-24 10:00")
    assert _haste(book).expedited


def test_what_cannot_be_changed(book: OrderBook) -> None:
    """Unknown orders, orders past packing and acts that change nothing are a sentence and leave no record."""
    put_order(book.engine, "SO-1", {"A": 1})
    put_order(book.engine, "SO-GONE", {"A": 1}, state="sealed")
    past: list[tuple[Callable[[], None], str]] = [
        (lambda: book.expedite("NOPE", now_us=NOW), "there is no order NOPE"),
        (lambda: book.expedite("SO-GONE", now_us=NOW), "SO-GONE is sealed"),
        (lambda: book.expedite("SO-1", undo=True, now_us=NOW), "not expedited"),
        (lambda: book.agree("SO-1", RULES, until_us=None, now_us=NOW), "nothing is agreed"),
        (lambda: book.agree("SO-1", RULES, until_us=NOW, now_us=NOW), "has passed already"),
        (lambda: book.agree("SO-GONE", RULES, until_us=NOW + 1, now_us=NOW), "SO-GONE is sealed"),
    ]
    for act, words in past:
        with pytest.raises(Trouble, match=words):
            act()
    book.expedite("SO-1", now_us=NOW)
    with pytest.raises(Trouble, match="expedited already"):
        book.expedite("SO-1", now_us=NOW)
    assert len(_haste(book).acts) == 1
    assert book.haste("NOPE", RULES) is None


def test_new_rules_move_what_they_gave(book: OrderBook, take: Importer) -> None:
    """After a change of rules an order says that its deadline is stale; reckoning moves it, and nothing else."""
    take()
    put_order(book.engine, "SO-FILE", {"A": 1}, due_us=NOW + 5, file_due_us=NOW + 5, paid_us=MORNING)
    put_order(book.engine, "SO-HELD", {"A": 1}, state="held", paid_us=MORNING)
    put_order(book.engine, "SO-GONE", {"A": 1}, state="sealed", due_us=NOW, paid_us=MORNING)
    assert _why(book, rules=OTHERS).stale
    assert book.reckon(OTHERS) == (3, 2)
    tomorrow = MORNING + 24 * 3_600_000_000
    assert (_why(book, rules=OTHERS).due_us, _why(book, rules=OTHERS).stale) == (tomorrow, False)
    with reading(book.engine) as connection:
        found = connection.execute(select(orders.c.number, orders.c.due_us)).all()
    assert {row.number: row.due_us for row in found} == {
        "SO-1": tomorrow,
        "SO-FILE": NOW + 5,
        "SO-HELD": tomorrow,
        "SO-GONE": NOW,
    }
    assert book.reckon(OTHERS) == (3, 0)


def test_reckoning_leaves_the_unpaid_alone(book: OrderBook, take: Importer) -> None:
    """An order without its money gets no deadline by reckoning either, and one whose rule is gone loses it."""
    take(status="unpaid", paid="")
    assert book.reckon(RULES) == (1, 0)
    take()
    assert book.reckon(DeadlineRules()) == (1, 1)
    assert _haste(book).explanation is None


def test_the_sentences(book: OrderBook, take: Importer) -> None:
    """Each origin tells itself in both languages, with the shop's time, the days skipped and what is not confirmed."""
    take(paid="2026-11-21 16:20")
    zh, en = deadline_words.sentences(_why(book), 480)
    assert zh == "2026-11-23 18:00 前：规则 (C1)；自付款 2026-11-21 16:20 起算，跳过 11-22 周日。"
    assert en == "2026-11-23 18:00: rule (C1); counted from the payment at 2026-11-21 16:20; skipped 11-22 Sunday."
    stale = deadline_words.sentences(_why(book, rules=OTHERS), 480)
    assert "现为 2026-11-22 16:20" in stale[0]
    assert "no longer applies" in deadline_words.sentences(_why(book, rules=DeadlineRules()), 480)[1]
    unsure = _why(book, rules=DeadlineRules(policies=RULES.policies))
    assert deadline_words.sentences(unsure, 480)[1].endswith("The working days of 2026 are not confirmed.")
    take(due="2026-11-24 10:00")
    assert deadline_words.sentences(_why(book), 480)[1] == "2026-11-24 10:00, as the platform's order file says."
    book.agree("SO-1", RULES, until_us=_us("2026-12-01T00:00"), now_us=NOW, reason="OK")
    assert deadline_words.sentences(_why(book), 480) == (
        "2026-11-30 24:00 前：与买家约定（OK）；尚未记录通知买家。",
        "2026-11-30 24:00, as agreed with the buyer (OK); nobody has recorded that the buyer was told.",
    )


def test_the_document(book: OrderBook, take: Importer) -> None:
    """Another program gets the rule, the start and every skipped day."""
    take(paid="2026-11-21 16:20")
    told = deadline_words.document(_why(book), 480)
    assert {key: told[key] for key in ("from", "rule", "source", "start", "start_is", "due", "stale")} == {
        "from": "rule",
        "rule": "c",
        "source": "C1",
        "start": "2026-11-21T08:20:00Z",
        "start_is": "paid",
        "due": "2026-11-23T10:00:00Z",
        "stale": False,
    }
    assert told["skipped"] == [{"day": "2026-11-22", "zh": "周日", "en": "Sunday"}]


def test_an_older_book_keeps_its_deadlines(url: str, request: pytest.FixtureRequest) -> None:
    """What a book of the first schema had as a deadline came from a file, and is still the file's after the upgrade."""
    engine = connect(url)
    request.addfinalizer(engine.dispose)
    _first_schema(url)
    old = "INSERT INTO orders (number, platform, shop, state, due_us) VALUES ('{}', 'x', 'demo', 'ready', {})"
    with writing(engine) as connection:
        connection.execute(text(old.format("SO-1", EVENING)))
        connection.execute(text(old.format("SO-2", NEVER_US)))
    assert upgrade(engine)[0] == "0001"
    book = OrderBook.open(url)
    request.addfinalizer(book.close)
    assert (_why(book).due_us, _why(book).origin) == (EVENING, Origin.FILE)
    assert _haste(book, "SO-2").explanation is None
    assert [row.number for row in book.queue()] == ["SO-1", "SO-2"]


def _first_schema(url: str) -> None:
    from alembic import command
    from alembic.config import Config

    engine = connect(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
