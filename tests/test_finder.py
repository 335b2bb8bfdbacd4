"""The queue as the window shows it, from a real order book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from station.finder import BookRows, Finder, FinderDesk
from station.home import Home
from station.orders.orderbook import OrderBook
from station.settings import read
from station.ui.theme import palette
from station.ui.window import Window
from station.ui.words import named
from tests.clocks import FakeClock
from tests.orders.conftest import put_order

NOW = 1_795_000_000_000_000


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OrderBook]:
    opened = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    yield opened
    opened.close()


def test_an_expedited_order_leads_and_says_so(book: OrderBook, clock: FakeClock) -> None:
    """The queue names an expedited order as such, in both languages, and shows it first."""
    put_order(book.engine, "SO-SOON", {"A": 1}, due_us=NOW)
    put_order(book.engine, "SO-LATE", {"A": 2})
    rows = BookRows(book, clock)
    assert [row.order for row in rows.found("", 0, 10).rows] == ["SO-SOON", "SO-LATE"]
    book.expedite("SO-LATE", now_us=NOW)
    first, second = rows.found("", 0, 10).rows
    assert (first.order, first.state.zh, first.state.en, first.units) == (
        "SO-LATE",
        "加急 · 待装",
        "Expedited · Ready",
        "2",
    )
    assert (second.state.en, rows.found("", 0, 10).total, rows.found("SO-S", 0, 10).total) == ("Ready", 2, 1)


@pytest.mark.parametrize(
    ("minutes", "zh", "en", "late"),
    [
        (200, "剩 3:20", "3:20", False),
        (0, "剩 0:00", "0:00", False),
        (-65, "超 1:05", "1:05 late", True),
        (3 * 24 * 60 + 5, "剩 3 天", "3 d", False),
        (-4 * 24 * 60, "超 4 天", "4 d late", True),
    ],
)
def test_the_time_left_is_said(book: OrderBook, clock: FakeClock, minutes: int, zh: str, en: str, late: bool) -> None:
    """Hours and minutes to the cut-off or since, days from two days on; what has left has no time left."""
    due_us = clock.now().wall_us + minutes * 60_000_000
    put_order(book.engine, "SO-1", {"A": 1}, due_us=due_us)
    put_order(book.engine, "SO-2", {"A": 1}, due_us=due_us, state="handed_over")
    put_order(book.engine, "SO-3", {"A": 1})
    rows = {row.order: row for row in BookRows(book, clock).found("SO-", 0, 10).rows}
    assert (rows["SO-1"].left.zh, rows["SO-1"].left.en, rows["SO-1"].late) == (zh, en, late)
    assert [(rows[number].left.zh, rows[number].late) for number in ("SO-2", "SO-3")] == [("", False), ("", False)]


def test_a_search_is_answered_by_the_indexes_first(book: OrderBook, clock: FakeClock) -> None:
    """A number's beginning, a SKU, and only then names; what is found says how many there are."""
    put_order(book.engine, "SO-1", {"A": 1}, name="张示例")
    put_order(book.engine, "SO-2", {"B": 1}, name="李示例")
    rows = BookRows(book, clock)
    asked = (("SO-", 0), ("B", 0), ("李", 0), ("none", 0), ("SO-", 1), ("", 0))
    found = [rows.found(search, first, 10) for search, first in asked]
    assert [each.total for each in found] == [2, 1, 1, 0, 2, 2]
    shown = [[row.order for row in each.rows] for each in found]
    assert shown == [["SO-1", "SO-2"], ["SO-2"], ["SO-2"], [], ["SO-2"], ["SO-1", "SO-2"]]


def test_the_queue_is_that_of_the_place(book: OrderBook, clock: FakeClock) -> None:
    """A bench of a place shows what that place ships, counts it, and finds the others when they are searched for."""
    put_order(book.engine, "SO-1", {"A": 1}, ship_from="hangzhou")
    put_order(book.engine, "SO-2", {"A": 1}, ship_from="guangzhou")
    put_order(book.engine, "SO-3", {"A": 1}, state="outside", fulfilment="supplier", ship_from="hangzhou")
    rows = BookRows(book, clock, place="hangzhou")
    found = rows.found("", 0, 10)
    assert ([row.order for row in found.rows], found.total) == (["SO-1"], 1)
    assert rows.found("SO-2", 0, 10).total == 1


def test_of_a_fast_scroll_only_what_it_stops_at_is_read(book: OrderBook, clock: FakeClock, qtbot: QtBot) -> None:
    """Forty pages asked for at once are not forty readings, and the two that are in view are both answered."""
    for at in range(50):
        put_order(book.engine, f"SO-{at:02}", {"A": 1}, due_us=at)
    desk = FinderDesk(f"sqlite:///{book.engine.url.database}", clock, place="")
    answers: list[int] = []
    desk.found.connect(lambda found: answers.append(found.first))
    for first in (*range(40), 39, 38):
        desk.read("", first, 1)
    qtbot.waitUntil(lambda: len(answers) == 2)
    qtbot.wait(50)
    assert answers == [38, 39]
    desk.finish()


@pytest.fixture
def finder(
    tmp_path: Path, book: OrderBook, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Finder]:
    """Over the queue, with no program to tell a story."""
    monkeypatch.setattr("station.finder.sys.executable", str(tmp_path / "none"))
    bench = Window(bench="B01", pictures=())
    qtbot.addWidget(bench)
    settings = read(f'[bench]\norderbook = "sqlite:///{book.engine.url.database}"\n', file="bench.toml")
    made = Finder(Home(tmp_path), settings, clock, look=bench.ground.look, focus_back=bench)
    yield made
    made.stop()


def test_a_story_looked_at_leaves_nothing_behind(finder: Finder, qtbot: QtBot) -> None:
    """However often what happened to a parcel is asked for in a shift, one process at most is kept of it."""
    kept = []
    for at in range(6):
        finder.view.story_asked.emit(f"SO-{at}")
        qtbot.wait(1)  # what is let go goes with the next turn of the event loop
        kept.append(len(finder.findChildren(QProcess)))
    finder.stop()
    qtbot.wait(1)
    assert (kept, finder.findChildren(QProcess)) == ([1] * 6, [])


def test_a_story_is_told_in_the_language_and_colours_of_who_asks(finder: Finder) -> None:
    """The window that tells it is another program: it is said there what the packer reads here."""
    finder.view.ground.set_language("en")
    finder.view.ground.set_palette(palette("dark"))
    finder.view.story_asked.emit("SO-1")
    (process,) = finder.findChildren(QProcess)
    assert process.arguments()[-2:] == ["--language=en", "--colours=dark"]


def test_a_service_goes_by_its_name_in_each_language(book: OrderBook, clock: FakeClock) -> None:
    """One that the house has no more goes by its id."""
    put_order(book.engine, "SO-1", {"A": 1}, due_us=NOW, service="yto")
    put_order(book.engine, "SO-2", {"A": 1}, due_us=NOW + 1, service="gone")
    rows = BookRows(book, clock, services={"yto": named("圆通速递", "YTO Express")}).found("", 0, 10).rows
    assert [(row.service.zh, row.service.en) for row in rows] == [("圆通速递", "YTO Express"), ("gone", "gone")]
