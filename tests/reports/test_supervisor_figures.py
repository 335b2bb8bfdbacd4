"""Saves with their cost, time by class, what is behind a figure, gaps and two periods, from a real bench's entries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, insert

from station.errors import UsageTrouble
from station.home import Home
from station.orders.anchor_tables import witnessed
from station.orders.engine import writing
from station.orders.figure_names import OrderClass, Save, Step
from station.orders.figure_tables import figured_logs
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import events
from station.packing.events import ScanRefused
from station.packing.media import PhotoId, PhotoMoment
from station.packing.media_events import PhotoMissing, PhotoWaived
from station.packing.model import OrderNo
from station.packing.reasons import Reason
from station.reports.behind import Asked, Behind, behind, known_figures, place_from, place_text
from station.reports.compared import compared
from station.reports.evidence_gaps import evidence_gaps
from station.reports.figure_rules import FigureRules, load_figure_rules
from station.reports.saves import saves_of
from station.reports.steps import class_times_of, middle_mean
from station.reports.throughput import By, throughput
from station.settings import config_dir
from tests.orders.recorded import Recorded, opened, packed, sealed
from tests.orders.unbelted import unbelted

DAY = 1_795_046_400_000_000  # 2026-11-19 00:00 UTC
SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
TO = DAY + 24 * HOUR


@pytest.fixture
def rules(tmp_path: Path) -> FigureRules:
    return load_figure_rules(Home(tmp_path / "home"), config_dir())


def _refused(reason: Reason = Reason.NOT_IN_ORDER) -> ScanRefused:
    return ScanRefused(reason=reason, code="X", device="scanner", locks=True)


def _parcel(
    ledger: Recorded, number: str, at_us: int, *refusals: ScanRefused, seconds: int = 20, units: int = 1
) -> None:
    ledger.add(opened(number), order=number, at_us=at_us)
    ledger.add(packed(), *refusals, order=number, at_us=at_us + 5 * SECOND)
    ledger.add(sealed(f"YT-{number}", {"A": units}), order=number, at_us=at_us + seconds * SECOND)


def _relay(book: OrderBook, *ledgers: Recorded) -> None:
    for ledger in ledgers:
        Relay(ledger, log=ledger.log)(book)


def test_saves_are_valued_as_the_house_says(book: OrderBook, rules: FigureRules) -> None:
    """Every kind has its row; a kind without an amount is counted and not valued; the total is of those valued."""
    first, second = Recorded("B01"), Recorded("B02")
    for number in range(3):
        _parcel(first, f"SO-{number}", DAY + number * HOUR, _refused(), _refused(Reason.WRONG_LABEL))
    _parcel(second, "SO-9", DAY, _refused())
    second.add(_refused(Reason.ORDER_HELD), at_us=DAY + HOUR)
    _relay(book, first, second)
    saves = saves_of(book, from_us=DAY, to_us=TO, costs=rules.costs)
    rows = {row.save: (row.count, row.cost, row.most_at) for row in saves.rows}
    assert rows == {
        Save.WRONG_ITEM: (4, 88.0, "B01"),
        Save.OVER_SCAN: (0, 0.0, ""),
        Save.WEIGHT: (0, 0.0, ""),
        Save.HOLD: (1, None, ""),
        Save.WRONG_LABEL: (3, 132.0, "B01"),
    }
    assert (saves.count, saves.cost, saves.parcels, saves.per_hundred, saves.currency) == (8, 220.0, 4, 200.0, "USD")


def test_time_by_class_is_held_against_the_days_before(book: OrderBook, rules: FigureRules) -> None:
    """Expected is what the house's own parcels took before the period, which is not held against itself."""
    ledger = Recorded()
    for number in range(8):
        _parcel(ledger, f"OLD-{number}", DAY - 24 * HOUR + number * HOUR, seconds=30)
    for number, seconds in enumerate((40, 40, 40, 200)):
        _parcel(ledger, f"SO-{number}", DAY + number * HOUR, seconds=seconds)
    _parcel(ledger, "SO-MANY", DAY + 5 * HOUR, units=3)
    _relay(book, ledger)
    single, one_sku = class_times_of(book, from_us=DAY, to_us=TO, rules=rules)
    assert (single.order_class, single.parcels, single.took_s) == (OrderClass.SINGLE, 4, 40.0)
    assert sum(single.steps_s.values()) == pytest.approx(single.took_s)
    assert (single.steps_s[Step.SCAN], single.steps_s[Step.STICK]) == (5.0, 35.0)
    assert single.expected is not None
    assert (single.expected.seconds, single.expected.of, single.over_s) == (30.0, 8, 10.0)
    assert (one_sku.order_class, one_sku.expected, one_sku.over_s) == (OrderClass.ONE_SKU, None, None)


def test_what_the_house_sets_goes_before_its_history(book: OrderBook, rules: FigureRules) -> None:
    """A set figure is taken as it is, and says that no parcel stands behind it."""
    ledger = Recorded()
    _parcel(ledger, "SO-1", DAY)
    _relay(book, ledger)
    (single,) = class_times_of(book, from_us=DAY, to_us=TO, rules=replace(rules, expected_s={OrderClass.SINGLE: 15}))
    assert single.expected is not None
    assert (single.expected.seconds, single.expected.of, single.over_s) == (15, 0, 5.0)


@pytest.mark.parametrize(
    ("took", "mean"),
    [([(7, 1)], 7.0), ([(1, 1), (5, 2), (900, 1)], 5.0), ([(10, 4), (20, 4)], 15.0), ([(1, 1), (2, 1), (3, 1)], 2.0)],
)
def test_the_mean_of_the_middle_half(took: list[tuple[int, int]], mean: float) -> None:
    """A quarter at each end is left out, and nothing of less than four."""
    assert middle_mean(took) == mean


def test_behind_a_figure_are_its_entries(book: OrderBook) -> None:
    """From a count to bench, time, order and packer, page by page, over quarters in which nothing was."""
    first, second = Recorded("B01"), Recorded("B02")
    for number in range(3):
        _parcel(first, f"SO-{number}", DAY + number * HOUR, _refused())
    _parcel(second, "SO-9", DAY + HOUR, _refused(), _refused(Reason.UNKNOWN_CODE))
    _relay(book, first, second)
    asked = Asked(figure="refused.not_in_order", from_us=DAY, to_us=TO, limit=3)
    page = behind(book, asked)
    seen = [(row.bench, row.order_no, row.packer, row.reason) for row in page.rows]
    assert seen == [("B01", "SO-0", "P001", "not_in_order"), ("B01", "SO-1", "P001", "not_in_order"),
                    ("B02", "SO-9", "P001", "not_in_order")]  # fmt: skip
    assert page.next is not None
    assert page.next.after is not None
    assert place_from(place_text(page.next.after)) == page.next.after
    rest = behind(book, page.next)
    assert ([row.order_no for row in rest.rows], rest.next) == (["SO-2"], None)
    only = behind(book, Asked(figure="parcels", from_us=DAY, to_us=TO, benches=("B02",)))
    assert [row.order_no for row in only.rows] == ["SO-9"]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_hold_what_one_page_holds(book: OrderBook, limit: int) -> None:
    """However small the pages, every entry comes once and in order."""
    ledger = Recorded()
    for number in range(4):
        _parcel(ledger, f"SO-{number}", DAY + number * 20 * MINUTE, _refused(), _refused())
    _relay(book, ledger)
    whole = behind(book, Asked(figure="saved.wrong_item", from_us=DAY, to_us=TO)).rows
    pages: list[Behind] = []
    asked: Asked | None = Asked(figure="saved.wrong_item", from_us=DAY, to_us=TO, limit=limit)
    while asked is not None:
        page = behind(book, asked)
        pages += page.rows
        asked = page.next
    assert (tuple(pages), len(whole)) == (whole, 8)


def test_a_figure_nobody_knows(book: OrderBook) -> None:
    """It is refused with those that there are; worked time has no entries of its own."""
    for figure in ("worked_us", "saved.", "refused.nonsense", "clean"):
        assert figure not in known_figures()
        with pytest.raises(UsageTrouble, match="no figure with entries"):
            behind(book, Asked(figure=figure, from_us=DAY, to_us=TO))
    with pytest.raises(UsageTrouble, match="no place"):
        place_from("1/B01/x/3")


def test_what_evidence_is_missing(book: OrderBook) -> None:
    """Photos let go or never come, entries that the book lacks, and what no witness has seen; by bench."""
    first, second = Recorded("B01"), Recorded("B02")
    _parcel(first, "SO-1", DAY)
    order, moment = OrderNo("SO-1"), next(iter(PhotoMoment))
    first.add(
        PhotoMissing(order=order, photo=PhotoId("p"), moment=moment, camera="c", why="offline"),
        PhotoWaived(order=order, moments=(moment,), by="P009"),
        at_us=DAY + HOUR,
    )
    _parcel(second, "SO-2", DAY)
    _relay(book, first, second)
    seen = {
        "log": "acme/B02/1",
        "witness": "w",
        "size": 1,
        "root": "",
        "note": "",
        "line": "",
        "org_key": "",
        "at_us": 0,
    }
    with writing(book.engine) as connection:
        connection.execute(insert(witnessed).values(seen))
    one, two = evidence_gaps(book, from_us=DAY, to_us=TO)
    assert (one.bench, one.parcels, one.waived, one.missing, one.lacking, one.exposed) == ("B01", 1, 1, 1, 0, None)
    assert (two.whole, two.exposed, two.exposed_since_us) == (True, 2, DAY + 5 * SECOND)


def test_a_number_that_the_book_lacks_is_told(book: OrderBook) -> None:
    """An entry that is gone from the middle of a log, found without reading the logs that are whole."""
    ledger = Recorded()
    _parcel(ledger, "SO-1", DAY)
    _relay(book, ledger)
    with unbelted(book) as connection:
        connection.execute(delete(events).where(events.c.seq == 1))
        connection.execute(figured_logs.update().values(next_seq=1))
    assert [row.lacking for row in evidence_gaps(book, from_us=DAY, to_us=TO)] == [1]


def test_two_periods_side_by_side(book: OrderBook) -> None:
    """Benches go by name, days by their place; one that only one of the periods has is told as such."""
    first, second = Recorded("B01"), Recorded("B02")
    _parcel(first, "SO-1", DAY - 24 * HOUR, _refused())
    _parcel(first, "SO-2", DAY)
    _parcel(second, "SO-3", DAY)
    _relay(book, first, second)
    now = throughput(book, from_us=DAY, to_us=TO, by=By.BENCH)
    then = throughput(book, from_us=DAY - 24 * HOUR, to_us=DAY, by=By.BENCH)
    rows = [(row.label, row.now and row.now.clean, row.then and row.then.clean) for row in compared(now, then).rows]
    assert rows == [("B01", 1, 0), ("B02", 1, None)]
    days = compared(
        throughput(book, from_us=DAY, to_us=TO, by=By.DAY),
        throughput(book, from_us=DAY - 24 * HOUR, to_us=DAY, by=By.DAY),
    )
    assert [(row.now and row.now.parcels, row.then and row.then.parcels) for row in days.rows] == [(2, 1)]
    assert days.total.then is not None
    assert days.total.then.pace.refusals == 1
