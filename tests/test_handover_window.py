"""The dock's window on a real order book: scans in, verdicts and sheet out, trouble as a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station import codes
from station.dock_desk import DockDesk
from station.handover_window import DockWindow, connect
from station.home import Home
from station.orders.engine import connect as connect_engine
from station.orders.engine import writing
from station.orders.handover import look, open_handover
from station.orders.handover_papers import PaperRole, papers_of
from station.orders.orderbook import OrderBook
from station.orders.tables import holds
from station.packing.effects import Tone
from station.packing.inputs import Command
from station.settings import load
from station.ui.handover_screen import Page
from station.ui.screen import Verdict, Words
from tests.clocks import FakeClock
from tests.orders.parcels_made import YTO, put_sealed


class _Heard:
    """Remembers the tones instead of playing them."""

    word = Words(zh="", en="")

    def __init__(self) -> None:
        self.tones: list[Tone] = []

    def play(self, tone: Tone) -> None:
        self.tones.append(tone)


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    put_sealed(made, "SO-1", "YT1")
    put_sealed(made, "SO-2", "YT2", bench="B02")
    put_sealed(made, "SO-3", "LX3", service="epacket")
    yield made
    made.close()


@pytest.fixture
def dock(qtbot: QtBot, home: Home, book: OrderBook, clock: FakeClock) -> Iterator[DockWindow]:
    """A window on an open handover of YTO; its desk answers at once."""
    number = open_handover(book, YTO, who="P007", now_us=clock.now().wall_us).id
    window = DockWindow(load(home), clock, _Heard(), number)
    qtbot.addWidget(window.view)
    desk = DockDesk(home, load(home), clock, number, who="P007")
    connect(window, desk)
    window.start()
    yield window
    window.stop()
    desk.finish()


def _sign(qtbot: QtBot, dock: DockWindow) -> None:
    pad = dock.view.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    for x in range(60, 600, 20):
        QTest.mouseMove(pad, QPoint(x, 80 + x % 40))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(600, 90))


def _page(dock: DockWindow) -> Page:
    return dock.screen.page


def _stopped(dock: DockWindow) -> bool:
    return dock.screen.stopped


def test_from_the_first_scan_to_the_sheet(qtbot: QtBot, home: Home, book: OrderBook, dock: DockWindow) -> None:
    """Out, wrong box, cleared, the rest explained, signed, closed: sheet and signature are kept and in the home."""
    assert (dock.screen.sight.carrier.en, len(dock.screen.sight.missing)) == ("YTO Express", 2)
    dock.take("YT1")
    assert (dock.screen.verdict, dock.screen.sight.count) == (Verdict.OK, 1)
    dock.take("LX3")
    assert _stopped(dock)
    dock.take("YT2")
    assert dock.screen.sight.count == 1
    dock.take(codes.command_code(Command.CLEAR))
    assert not _stopped(dock)
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    assert _page(dock) is Page.REASONS
    QTest.keyClick(dock.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert _page(dock) is Page.SIGNING
    QTest.keyClicks(dock.catcher, "Li", delay=60)
    QTest.keyClick(dock.catcher, Qt.Key.Key_Return)
    assert dock.screen.driver == "Li"
    _sign(qtbot, dock)
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    assert _page(dock) is Page.CLOSED, dock.screen.detail
    told = look(book, dock.screen.sight.number)
    assert (told.driver, told.closed_by, [left.order for left in told.left]) == ("Li", "P007", ["SO-2"])
    papers = {paper.role: paper.data for paper in papers_of(book, told.id)}
    assert papers[PaperRole.SIGNATURE].startswith(b"\x89PNG")
    assert (home.root / "handovers" / "handover-1.pdf").read_bytes() == papers[PaperRole.SHEET]


def test_without_a_signature_it_is_asked_once(qtbot: QtBot, book: OrderBook, dock: DockWindow) -> None:
    """A second F6 closes without one: a driver who has gone does not keep the dock open."""
    for code in ("YT1", "YT2"):
        dock.take(code)
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    QTest.keyClicks(dock.catcher, "Li", delay=60)
    QTest.keyClick(dock.catcher, Qt.Key.Key_Return)
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    assert _page(dock) is Page.SIGNING
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    assert _page(dock) is Page.CLOSED
    assert [paper.role for paper in papers_of(book, 1)] == [PaperRole.SHEET]


def test_a_parcel_is_taken_back(dock: DockWindow, qtbot: QtBot) -> None:
    """F2, then its scan: it is missing again."""
    dock.take("YT1")
    QTest.keyClick(dock.view, Qt.Key.Key_F2)
    dock.take("YT1")
    assert (dock.screen.sight.count, len(dock.screen.sight.missing)) == (0, 2)


def test_a_number_typed_is_a_line_of_the_list(dock: DockWindow) -> None:
    """The reasons are numbered: a number typed means its line, one beyond the list nothing, words are words."""
    dock.take("YT1")
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    for typed in ("9", "0"):
        QTest.keyClicks(dock.catcher, typed)
        QTest.keyClick(dock.catcher, Qt.Key.Key_Return)
        assert _page(dock) is Page.REASONS
    QTest.keyClicks(dock.catcher, "2")
    QTest.keyClick(dock.catcher, Qt.Key.Key_Return)
    assert _page(dock) is Page.SIGNING
    assert [reason for _key, reason in dock.screen.reasons] == ["找不到 Not found"]


def test_what_another_bench_seals_is_missing_at_the_next_look(dock: DockWindow, book: OrderBook) -> None:
    """The list follows the book; a reason typed meanwhile stays."""
    put_sealed(book, "SO-4", "YT4", bench="B03")
    dock.look_due.emit()
    assert [row.bench for row in dock.screen.sight.missing] == ["B01", "B02", "B03"]


def test_a_hold_since_the_scan_keeps_it_open(dock: DockWindow, book: OrderBook, qtbot: QtBot) -> None:
    """The close is refused in a sentence, nothing is changed, and the dock can go on."""
    for code in ("YT1", "YT2"):
        dock.take(code)
    with writing(book.engine) as connection:
        row = {"order_no": "SO-1", "reason": "refund_asked", "origin": "person", "since_us": 1}
        connection.execute(holds.insert().values(row))
    QTest.keyClick(dock.view, Qt.Key.Key_F6)
    QTest.keyClicks(dock.catcher, "Li", delay=60)
    QTest.keyClick(dock.catcher, Qt.Key.Key_Return)
    for _ in range(2):
        QTest.keyClick(dock.view, Qt.Key.Key_F6)
    assert "held or cancelled since the scan" in dock.screen.detail.en
    assert look(book, 1).closed_us is None


def test_a_book_that_is_gone_is_a_sentence(dock: DockWindow, home: Home) -> None:
    """A scan without an order book says so; nothing is taken, and the next scan is asked again."""
    dock.take("YT1")
    file = home.root / "orders.db"
    engine = connect_engine(f"sqlite:///{file}")
    with writing(engine) as connection:
        connection.exec_driver_sql("ALTER TABLE handover_acts RENAME TO gone")
        connection.exec_driver_sql("CREATE TABLE handover_acts (id INTEGER)")
    engine.dispose()
    dock.take("YT2")
    assert dock.screen.verdict is Verdict.ATTENTION
    assert dock.screen.sight.count == 1


def test_keys_without_an_end_are_no_scan(dock: DockWindow) -> None:
    """A code that was cut off is refused as unreadable, and goes to nobody."""
    dock.catcher.broken.emit("YT")
    assert (dock.screen.headline.en, dock.screen.sight.count) == ("Cannot be read", 0)


def test_the_run_needs_a_screen(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display the verb says what to use instead."""
    from station import handover_window
    from station.errors import UsageTrouble

    monkeypatch.setattr(handover_window, "has_display", lambda: False)
    with pytest.raises(UsageTrouble, match="no screen"):
        handover_window.run(home, 1, who="P007")
    assert not (Path(os.fspath(home.root)) / "logs").exists()
