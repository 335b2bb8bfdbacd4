"""The supervisor's page on its way: by keys alone from the figures to the event, to a real order book and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.clock import Clock
from station.home import Home
from station.orders.orderbook import OrderBook
from station.settings import read
from station.supervisor_sheets import FOLDER
from station.supervisor_window import LONG_LOOK_MS, SupervisorPage
from station.ui.supervisor_board import Group, Query
from station.ui.supervisor_screen import Panel
from tests.clocks import FakeClock
from tests.orders.conftest import server_url, url
from tests.supervisor_day import NOW, put_day

__all__ = ["server_url", "url"]


def _page(home: Home, clock: Clock, address: str) -> SupervisorPage:
    settings = read(f'[bench]\norderbook = "{address}"\nlanguage = "en"\n', file="bench.toml")
    return SupervisorPage(home, settings, clock, zone=UTC)


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
