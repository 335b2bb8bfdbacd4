"""Which orders will miss which cut-off, on SQLite and PostgreSQL, and how it is told."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.reports import deadline_risk as module
from station.reports.deadline_risk import DeadlineRisk, deadline_risk
from station.reports.deadline_sheet import document, sheet, text
from tests.orders.conftest import put_order
from tests.orders.recorded import Recorded, opened, packed, sealed

MINUTE = 60_000_000
HOUR = 60 * MINUTE
NOON = 1_795_147_200_000_000  # 2026-11-20 12:00 in Shanghai


def _fill(book: OrderBook) -> None:
    """Three orders due at 13:00 and one later, one held, one on a bench, one without a deadline."""
    for number in ("SO-1", "SO-2", "SO-3"):
        put_order(book.engine, number, {"A": 1}, due_us=NOON + HOUR)
    put_order(book.engine, "SO-4", {"A": 1}, due_us=NOON + 3 * HOUR - MINUTE)
    put_order(book.engine, "SO-HELD", {"A": 1}, state="held", due_us=NOON + HOUR - MINUTE)
    put_order(book.engine, "SO-BENCH", {"A": 1}, state="packing", due_us=NOON + 2 * HOUR)
    put_order(book.engine, "SO-OPEN", {"A": 1})
    put_order(book.engine, "SO-GONE", {"A": 1}, state="sealed", due_us=NOON - HOUR)
    put_order(book.engine, "SO-MILL", {"A": 1}, state="outside", fulfilment="supplier", due_us=NOON)
    put_order(book.engine, "SO-MILL-HELD", {"A": 1}, state="held", fulfilment="supplier", due_us=NOON)


def _packed_lately(book: OrderBook, bench: str, parcels: int) -> None:
    """A bench that sealed a parcel every two minutes until noon."""
    ledger = Recorded(bench)
    for parcel in range(parcels):
        number, at_us = f"{bench}-{parcel}", NOON - (parcels - parcel) * 2 * MINUTE
        ledger.add(opened(number), packed(), order=number, at_us=at_us)
        ledger.add(sealed(f"YT-{number}"), order=number, at_us=at_us + MINUTE)
    Relay(ledger, log=ledger.log)(book)


def test_who_misses_what(book: OrderBook) -> None:
    """What is on a bench counts first, then the queue; what is held stands beside it, what is gone nowhere."""
    _fill(book)
    risk = deadline_risk(book, now_us=NOON, parcels_per_hour=3)
    assert [(row.until_us - NOON, row.orders, row.held, row.missed) for row in risk.rows] == [
        (HOUR, 3, 1, ("SO-3",)),
        (2 * HOUR, 1, 0, ()),
        (3 * HOUR, 1, 0, ()),
    ]
    first = risk.rows[0]
    assert (first.done_us, first.pace_needed) == (NOON + 80 * MINUTE, 4.0)
    assert (risk.missed, risk.without_deadline, risk.benches) == (("SO-3",), 1, 0)
    assert risk.outside == 1
    assert document(risk, 480)["outside"] == 1
    assert "to be recorded with sealbench orders shipped: 1 order" in text(risk, "en", 480)


def test_expediting_shows_at_once(book: OrderBook) -> None:
    """An expedited order pushes another one over its cut-off."""
    _fill(book)
    book.expedite("SO-OPEN", now_us=NOON)
    assert deadline_risk(book, now_us=NOON, parcels_per_hour=3).missed == ("SO-2", "SO-3")


def test_the_pace_is_that_of_the_benches(book: OrderBook) -> None:
    """Two benches that packed lately add up; what was packed in the morning is no pace."""
    _packed_lately(book, "B01", 10)
    _packed_lately(book, "B02", 10)
    risk = deadline_risk(book, now_us=NOON)
    assert risk.benches == 2
    assert risk.parcels_per_hour == pytest.approx(2 * 10 / (19 / 60))
    later = deadline_risk(book, now_us=NOON + 3 * HOUR)
    assert (later.benches, later.parcels_per_hour) == (0, None)


def test_a_cut_off_that_has_passed(book: OrderBook) -> None:
    """Without a pace only what is late already is missed, and no pace makes it up."""
    _fill(book)
    first = deadline_risk(book, now_us=NOON + 90 * MINUTE).rows[0]
    assert (first.missed, first.done_us, first.pace_needed) == (("SO-1", "SO-2", "SO-3"), None, None)


def test_too_many_orders_are_a_sentence(book: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """More orders than can be told are refused and not cut off silently."""
    monkeypatch.setattr(module, "QUEUE_MAX", 3)
    _fill(book)
    with pytest.raises(Trouble, match="more than 3 orders wait"):
        deadline_risk(book, now_us=NOON, parcels_per_hour=3)


def _risk(book: OrderBook) -> DeadlineRisk:
    _fill(book)
    return deadline_risk(book, now_us=NOON, parcels_per_hour=3)


def test_the_words(book: OrderBook) -> None:
    """The terminal shows each hour in the shop's time, the pace and what has no deadline."""
    risk = _risk(book)
    english, chinese = text(risk, "en", 480).splitlines(), text(risk, "zh", 480).splitlines()
    assert english[1].split() == ["2026-11-20", "13:00", "3", "1", "11-20", "13:20", "1", "4.0", "SO-3"]
    assert english[-3:] == [
        "At the pace given, 3.0 parcels/h, without pauses.",
        "1 more order has no deadline.",
        "Without a bench, and waiting to be recorded with sealbench orders shipped: 1 order.",
    ]
    assert chinese[0].split()[:4] == ["截单前", "待装", "暂停", "预计装完"]
    assert len(chinese) == len(english)


def test_the_sheet_and_the_document(book: OrderBook) -> None:
    """A spreadsheet and JSON hold the same figures as the terminal, and every missed order."""
    risk = _risk(book)
    headers, rows = sheet(risk, "en", 480)
    assert dict(zip(headers, rows[0], strict=True)) == {
        "before": "2026-11-20 13:00",
        "to pack": 3,
        "on hold": 1,
        "packed by": "11-20 13:20",
        "will miss": 1,
        "parcels/h needed": 4.0,
        "orders that will miss": "SO-3",
    }
    told = document(risk, 480)
    assert (told["at"], told["missed"], told["parcels_per_hour"]) == ("2026-11-20T12:00:00+08:00", ["SO-3"], 3)


def test_an_empty_book(book: OrderBook) -> None:
    """Nothing waits: a sentence, and that no pace is known."""
    told = text(deadline_risk(book, now_us=NOON), "en", 480).splitlines()
    assert told[0] == "No order that waits has a deadline."
    assert told[1].startswith("Nothing was packed in the last two hours")
    assert "工位" in text(deadline_risk(_lately(book), now_us=NOON), "zh", 480)


def _lately(book: OrderBook) -> OrderBook:
    _packed_lately(book, "B01", 5)
    return book
