"""The window of set-up with keys, touch and scans, over the same sitting as the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.codes import command_code
from station.home import Home
from station.packing.inputs import Command
from station.setup.present import choice_code
from station.setup.proof import GS, PROOF
from station.setup.sitting import Sitting
from station.setup.values import Step
from station.setup.window import SetupWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone
KEYED = PROOF.replace(GS, "")
"""What a wedge types where GS is no key."""


@pytest.fixture
def window(qtbot: QtBot, home: Home) -> Iterator[SetupWindow]:
    yield from _window(qtbot, home, None)


@pytest.fixture
def scanner_window(qtbot: QtBot, home: Home) -> Iterator[SetupWindow]:
    yield from _window(qtbot, home, Step.SCANNER)


def _window(qtbot: QtBot, home: Home, step: Step | None) -> Iterator[SetupWindow]:
    sitting = Sitting(home, SystemClock(), only=step)
    window = SetupWindow(sitting)
    window.show()
    sitting.start()
    yield window
    window.stop()
    window.view.close()
    window.view.deleteLater()


def _scan(window: SetupWindow, text: str) -> None:
    """Keys as fast as a scanner's, with its Enter."""
    QTest.keyClicks(window.view, text)
    QTest.keyClick(window.view, Qt.Key.Key_Return)


def _key(window: SetupWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.view, key)


def test_by_keyboard_alone(window: SetupWindow) -> None:
    """A number and Enter choose; F5 skips; what was chosen shows at once."""
    QTest.keyClick(window.view, Qt.Key.Key_2)
    _key(window, Qt.Key.Key_Return)
    assert window.view.ground.language == "en"
    _key(window, Qt.Key.Key_F5)
    assert window.sitting.setup.step is Step.BENCH


def test_by_scanner_alone(window: SetupWindow) -> None:
    """The codes on the screen choose, YES takes the first, NEXT skips."""
    _scan(window, choice_code(2))
    assert window.sitting.setup.wish.language == "en"
    _scan(window, command_code(Command.YES))
    assert window.sitting.setup.wish.theme == "light"
    _scan(window, command_code(Command.NO))
    _scan(window, command_code(Command.NEXT))
    assert window.sitting.setup.step is Step.SCANNER


def test_by_finger_alone(window: SetupWindow) -> None:
    """A touch on a row chooses it; beside the rows it does nothing."""
    body = window.view.body
    for y in range(0, body.height(), 10):
        QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(60, y))
        if window.sitting.setup.wish.language:
            break
    assert window.sitting.setup.wish.language == "zh"
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(2, body.height() - 2))
    assert not window.sitting.setup.wish.theme


def test_typed_text_is_shown_and_taken(window: SetupWindow) -> None:
    """A bench's name is typed slowly, seen while it is typed, and taken with Enter."""
    _scan(window, choice_code(1))
    _scan(window, choice_code(1))
    _scan(window, command_code(Command.NO))
    for letter in "B07":
        QTest.keyClicks(window.view, letter, delay=60)
    _key(window, Qt.Key.Key_Return)
    assert window.sitting.setup.stage.name == "B07"  # type: ignore[union-attr]


def test_a_scanner_that_types(scanner_window: SetupWindow) -> None:
    """Its code is judged as it came through the window: without GS the fault is named, CapsLock too."""
    _scan(scanner_window, choice_code(1))
    assert str(scanner_window.sitting.setup.stage.asks) == "proof"
    _scan(scanner_window, KEYED)
    assert "GS is lost" in _told(scanner_window)
    _scan(scanner_window, KEYED.swapcase())
    assert "CapsLock" in _told(scanner_window)


def _told(window: SetupWindow) -> str:
    told = window.sitting.setup.told
    return "" if told is None else told.words.en


def test_half_a_scan_is_no_answer(window: SetupWindow, qtbot: QtBot) -> None:
    """Fast keys without an end answer nothing where no code is wanted."""
    QTest.keyClicks(window.view, "12121212")
    qtbot.wait(700)
    assert window.sitting.setup.step is Step.LANGUAGE
    assert not window.sitting.setup.wish.language


def test_leaving_keeps_what_was_answered(window: SetupWindow, home: Home) -> None:
    """F10 closes; the next sitting goes on from there."""
    _scan(window, choice_code(2))
    _scan(window, choice_code(1))
    _scan(window, command_code(Command.NO))
    _key(window, Qt.Key.Key_F10)
    assert not window.view.isVisible()
    assert Sitting(home, SystemClock()).setup.step is Step.BENCH


def test_no_hardware_by_key(scanner_window: SetupWindow) -> None:
    """F7 says that there is none; F2 begins the step again."""
    _scan(scanner_window, choice_code(1))
    _key(scanner_window, Qt.Key.Key_F2)
    assert str(scanner_window.sitting.setup.stage.asks) == "link"
    _key(scanner_window, Qt.Key.Key_F7)
    assert scanner_window.sitting.setup.step is Step.FINISH
