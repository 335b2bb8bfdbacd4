"""The wall's window on a real order book: typed scans are sorted in its thread, painted, sounded and spoken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.codes import command_code, read
from station.errors import BookUnreachable
from station.orders import wall as books
from station.orders.orderbook import OrderBook
from station.packing.effects import Tone
from station.packing.inputs import Command
from station.packing.wall_answers import Note, Noted
from station.settings import Settings
from station.ui.screen import Verdict, Words
from station.ui.wall_screen import WallScreen, present_wall
from station.ui.wall_words import AWAY
from station.wall_window import SorterThread, WallWindow, connect
from tests.batches import sorter_of, two_cells

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone


class _Ears:
    """Sounds and voice that keep what would be heard."""

    word = Words(zh="有声音", en="Sound on")

    def __init__(self) -> None:
        self.heard: list[str] = []

    def play(self, tone: Tone) -> None:
        self.heard.append(tone)

    def say(self, words: Words, cell: int | None, *, language: str) -> None:
        self.heard.append(words.zh if language == "zh" else words.en)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OrderBook]:
    opened = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    two_cells(opened)
    yield opened
    opened.close()


@pytest.fixture
def ears() -> _Ears:
    return _Ears()


@pytest.fixture
def window(book: OrderBook, ears: _Ears, qtbot: QtBot) -> Iterator[WallWindow]:
    """A window with its sorter in a thread of its own."""
    sorter = sorter_of(book, 1)
    began = sorter.outcome(Noted(note=Note.READY))
    first = present_wall(began.answer, began.wall, locked=False, who=began.who)
    window, thread = WallWindow(Settings(), first, ears, ears), SorterThread(sorter)
    connect(window, thread)
    window.show()
    with qtbot.waitSignal(thread.told):
        thread.start()
    yield window
    thread.quit()
    assert thread.wait(5_000)
    window.view.deleteLater()


def _scan(qtbot: QtBot, window: WallWindow, text: str) -> WallScreen:
    """Keys as fast as a scanner's, with its Enter; gives what is shown then."""
    before = window.screen
    QTest.keyClicks(window.view, text)
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screen is not before)
    return window.screen


def test_a_unit_is_called_and_spoken(window: WallWindow, ears: _Ears, qtbot: QtBot) -> None:
    """A typed scan comes back as a cell in colour, then a tone, then the number aloud."""
    screen = _scan(qtbot, window, "6901234567892")
    assert (screen.verdict, screen.cell, screen.sorted) == (Verdict.OK, 1, 1)
    qtbot.waitUntil(lambda: len(ears.heard) == 2)
    assert ears.heard == [Tone.OK, "1 号"]


def test_a_wrong_unit_locks_until_f9(window: WallWindow, ears: _Ears, qtbot: QtBot) -> None:
    """Red, with its own tone; F9 clears it, F2 takes the last unit back, the code of a command does the same."""
    _scan(qtbot, window, "6901234567892")
    assert _scan(qtbot, window, "ZZZZZ").verdict is Verdict.STOP
    assert Tone.WRONG in ears.heard
    assert _scan(qtbot, window, "6901234567892").reason == "must_clear"
    QTest.keyClick(window.view, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not window.screen.locked)
    assert _scan(qtbot, window, command_code(Command.UNDO)).headline.en == "Take it out of cell 1"
    QTest.keyClick(window.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.screen.headline.en == "Nothing to undo")


def test_others_units_come_by_themselves(window: WallWindow, book: OrderBook, qtbot: QtBot) -> None:
    """What somebody else sorts shows in the cells without a scan here, and what was said last stays."""
    mine = _scan(qtbot, window, "6901234567892")
    sorter_of(book, 1, who="P002").take(read("CARD", device="test"))
    qtbot.waitUntil(lambda: window.screen.sorted == 2, timeout=10_000)
    assert (window.screen.headline, window.screen.tone) == (mine.headline, None)


def test_the_language_code_is_the_windows_own(window: WallWindow, qtbot: QtBot) -> None:
    """It switches the words and is no scan."""
    before = window.screen
    QTest.keyClicks(window.view, command_code(Command.LANGUAGE))
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.view.ground.language == "en")
    assert window.screen is before


def test_a_book_that_is_away_is_said_at_the_bottom(
    window: WallWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Nobody scans, and still the wall says that its looks go unanswered; it stops saying so once they are."""
    _scan(qtbot, window, "MUG")
    placed = window.screen.headline

    def away(*_: object) -> None:
        raise BookUnreachable("the network went away")

    with monkeypatch.context() as patched:
        patched.setattr(books, "look_at", away)
        qtbot.waitUntil(lambda: AWAY.zh in window.view._heard.zh)
        assert window.screen.headline == placed
    qtbot.waitUntil(lambda: AWAY.zh not in window.view._heard.zh)
