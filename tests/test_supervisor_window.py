"""The supervisor's page on its way: by keys alone from the figures to the event, to a real order book and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from station.clock import Clock
from station.home import Home
from station.orders.deadline_rules import load_deadline_rules
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.reports.figure_rules import load_figure_rules
from station.settings import config_dir, read
from station.supervisor_ranking import last_switch
from station.supervisor_sheets import FOLDER
from station.supervisor_window import LONG_LOOK_MS, SupervisorPage
from station.ui import supervisor_act_words as told
from station.ui.supervisor_board import Group, Query, Rank
from station.ui.supervisor_screen import Panel
from tests.clocks import FakeClock
from tests.supervisor_day import HOUR, NOW, put_day


def _page(home: Home, clock: Clock, address: str) -> SupervisorPage:
    settings = read(f'[bench]\norderbook = "{address}"\nlanguage = "en"\n', file="bench.toml")
    return SupervisorPage(home, settings, clock, who="P001", zone=UTC)


@pytest.fixture
def page(home: Home, url: str, qtbot: QtBot) -> Iterator[SupervisorPage]:
    """With a day packed, on either database."""
    book = OrderBook.open(url)
    put_day(book)
    book.close()
    made = _page(home, FakeClock(wall_us=NOW), url)
    made.view.resize(1280, 800)
    made.start()
    qtbot.waitUntil(lambda: made.screen.board is not None)
    yield made
    made.stop()


def _press(page: SupervisorPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.view, key)


def _asking(page: SupervisorPage) -> object:
    return page.screen.asking


def _read(page: SupervisorPage, qtbot: QtBot) -> None:
    def there() -> bool:
        behind, board = page.screen.behind, page.screen.board
        return (behind is None or behind.page is not None) and board is not None and board.query == page.screen.query

    qtbot.waitUntil(there)


def test_from_a_bar_to_the_event(page: SupervisorPage, qtbot: QtBot) -> None:
    """Tab to the saves, Enter for the entries, Enter for the event, Esc twice back to the same ring."""
    _press(page, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert page.screen.focus is Panel.SAVES
    _press(page, Qt.Key.Key_Return)
    _read(page, qtbot)
    behind = page.screen.behind
    assert behind is not None
    assert behind.page is not None
    assert [line.cells[3].en for line in behind.page.lines] == ["SO-12", "SO-13"]
    _press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    _read(page, qtbot)
    event = page.screen.behind
    assert event is not None
    assert event.page is not None
    told = {line.cells[0].en: line.cells[1].en for line in event.page.lines}
    assert (told["Order"], told["reason"]) == ("SO-13", "not_in_order")
    assert page.view._entries.isVisibleTo(page.view)
    _press(page, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert (page.screen.behind, page.screen.focus) == (None, Panel.SAVES)


def test_all_keys_on_a_card(page: SupervisorPage) -> None:
    """F1 lays it over the figures; F1 and Esc take it away and nothing else, any other key does what it does too."""
    for leave in (Qt.Key.Key_F1, Qt.Key.Key_Escape):
        _press(page, Qt.Key.Key_F1)
        assert page.screen.keys
        _press(page, leave)
        assert not page.screen.keys
    _press(page, Qt.Key.Key_F1, Qt.Key.Key_F3)
    assert (page.screen.keys, page.screen.query.group) == (False, Group.PACKER)


def test_pages_of_what_waits(page: SupervisorPage, qtbot: QtBot) -> None:
    """PgDn brings the next page, PgUp the last one again."""
    _press(page, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    _read(page, qtbot)
    _press(page, Qt.Key.Key_PageDown)
    _read(page, qtbot)
    behind = page.screen.behind
    assert behind is not None
    assert behind.page is not None
    assert (len(behind.page.lines), len(behind.before)) == (10, 1)
    _press(page, Qt.Key.Key_PageUp)
    _read(page, qtbot)
    assert page.screen.behind is not None
    assert page.screen.behind.before == ()


def test_period_group_and_comparison_by_key(page: SupervisorPage, qtbot: QtBot) -> None:
    """F2, F3, F6 and F4: each asks the book anew, and the old figures stay until it has answered."""
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F4):
        _press(page, key)
        assert page.screen.board is not None
        _read(page, qtbot)
    assert page.screen.query.group is Group.PACKER
    assert page._every.interval() == LONG_LOOK_MS, "what is over is not read twice a minute"
    assert page.screen.compares
    _press(
        page, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F3, Qt.Key.Key_F3, Qt.Key.Key_F2, Qt.Key.Key_F2
    )
    _read(page, qtbot)
    assert page.screen.query == Query()


def test_what_is_shown_is_exported(page: SupervisorPage, home: Home) -> None:
    """The table with the ring as CSV and XLSX, all panels on paper; each file's place is said, none is written over."""
    _press(page, Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.Key.Key_F7, Qt.Key.Key_F9)
    assert page.screen.notice is not None
    assert page.screen.notice.en.endswith("supervisor-2026-11-18-heat.pdf")
    names = {file.name for file in (home.root / FOLDER).iterdir()}
    stem = "supervisor-2026-11-18-heat"
    assert names == {f"{stem}.xlsx", f"{stem}-2.xlsx", f"{stem}.csv", f"{stem}.pdf"}
    rows = list(load_workbook(home.root / FOLDER / f"{stem}.xlsx").active.values)  # type: ignore[union-attr]
    assert rows[0] == ("By bench", None, "9h", "10h", "11h*", "parcels", "/hour", "lines/h", "first pass", "saves")
    assert rows[1][:6] == ("B01", None, 6, 3, 0, 9)
    assert (home.root / FOLDER / f"{stem}.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_made(page: SupervisorPage, home: Home) -> None:
    """A sentence over the screen; the figures stay."""
    (home.root / FOLDER).parent.mkdir(parents=True, exist_ok=True)
    (home.root / FOLDER).write_text("in the way")
    _press(page, Qt.Key.Key_F7)
    assert page.screen.trouble is not None
    assert "cannot be" in page.screen.trouble.en
    assert page.screen.board is not None


def test_a_click_opens_what_has_the_ring(page: SupervisorPage, qtbot: QtBot) -> None:
    """The first click brings the ring, the second opens."""
    page.view.pointed.emit("saves", 0, 0)
    assert page.screen.behind is None
    page.view.pointed.emit("saves", 0, 0)
    _read(page, qtbot)
    assert page.screen.behind is not None


def test_a_book_that_is_not_there(home: Home, qtbot: QtBot) -> None:
    """Said with its time, in words; keys do no harm, and each look tries again."""
    address = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    page = _page(home, FakeClock(wall_us=NOW), address)
    page.start()
    try:
        qtbot.waitUntil(lambda: page.screen.trouble is not None, timeout=20_000)
        assert page.screen.since_us == NOW
        _press(page, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_F9)
        assert page.screen.board is None
        assert not page.view.grab().isNull()
    finally:
        page.stop()


def test_no_answer_in_time_is_said(page: SupervisorPage) -> None:
    """A book that hangs is told like one that is gone; what was read stays, and it is not asked twice meanwhile."""
    page._desk.blockSignals(True)
    page.again()
    page._patience.timeout.emit()
    assert page.screen.since_us == NOW
    assert page.screen.board is not None
    asked: list[object] = []
    page.look_due.connect(asked.append)
    page.again()
    assert asked == []
    page._desk.blockSignals(False)


def test_a_carrier_that_falls_short_is_put_first(page: SupervisorPage, url: str, qtbot: QtBot) -> None:
    """F12 asks, F12 again puts its orders before all others in the book; the benches' queue begins with them."""
    book = OrderBook.open(url)
    row = {"platform": "taobao", "shop": "demo", "state": "ready", "service": "yto", "due_us": NOW + 2 * HOUR}
    with writing(book.engine) as connection:
        connection.execute(insert(orders), [row | {"number": f"Y-{at:03}"} for at in range(700)])
    before = book.queue(limit=1)[0].number
    page.again()
    qtbot.waitUntil(lambda: len(page.screen.board.cut_offs if page.screen.board else ()) == 2)
    assert page.screen.board is not None
    late = next(at for at, line in enumerate(page.screen.board.cut_offs) if line.carrier == "sf")
    page._pointed("cut_offs", late, 0)
    line = page.screen.board.cut_offs[late]
    assert line.reassigns, line
    _press(page, Qt.Key.Key_F12)
    assert page.screen.asking is not None
    assert book.queue(limit=1)[0].number == before
    _press(page, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: bool(page.screen.board and page.screen.board.cut_offs[late].first))
    assert page.screen.notice == told.PUT_FIRST.filled(n=60, carrier=line.name)
    assert {row.number[0] for row in book.queue(limit=60)} == {"W"}
    haste = book.haste("W-000", load_deadline_rules(page._home, config_dir(), now_us=NOW))
    assert haste is not None
    assert [(act.who, act.at_us, act.reason) for act in haste.acts] == [("P001", NOW, "cut-off 2026-11-18 14:06 sf")]
    _press(page, Qt.Key.Key_F12, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.screen.board and not page.screen.board.cut_offs[late].first))
    assert book.queue(limit=1)[0].number == before
    book.close()


def test_a_question_is_no_by_any_other_key(page: SupervisorPage, qtbot: QtBot) -> None:
    """Esc, or an arrow, leaves everything as it was; where there is nothing to reassign F12 says so."""
    _press(page, Qt.Key.Key_F10)
    assert _asking(page) == Rank(allow=True)
    _press(page, Qt.Key.Key_Escape)
    assert (_asking(page), page.screen.rank) == (None, None)
    _press(page, Qt.Key.Key_F12)
    assert page.screen.notice == told.NO_ACT


def test_rows_by_a_figure_where_the_house_allows_it(page: SupervisorPage, home: Home, qtbot: QtBot) -> None:
    """F10 asks once for the house, recorded by name; then it sorts and sorts back; Ctrl+F10 takes it back."""
    board = page.screen.board
    assert board is not None
    assert [row.key for row in board.rows] == ["B01", "B02"]
    _press(page, Qt.Key.Key_F10, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: bool(page.screen.board and page.screen.board.ranking))
    assert load_figure_rules(home, config_dir()).ranking
    switched = last_switch(home)
    assert switched is not None
    assert (switched.who, switched.at_us) == ("P001", NOW)
    page._pointed("heat", 0, len(board.slots) + 4)
    _press(page, Qt.Key.Key_F10)
    assert page.screen.rank == "saves"
    page._pointed("heat", 0, len(board.slots) + 2)
    _press(page, Qt.Key.Key_F10, Qt.Key.Key_F10)
    assert page.screen.rank == "lines_per_hour"
    assert page.screen.board is not None
    speeds = [row.speed.lines_per_hour or 0.0 for row in page.screen.board.rows]
    assert speeds == sorted(speeds, reverse=True)
    QTest.keyClick(page.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(page.screen.board and not page.screen.board.ranking))
    after = page.screen
    assert after.board is not None
    assert (after.rank, [row.key for row in after.board.rows]) == (None, ["B01", "B02"])
    assert not load_figure_rules(home, config_dir()).ranking
