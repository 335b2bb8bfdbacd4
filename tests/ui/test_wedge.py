"""Scanners that type, and people who type: who is who, and what never becomes a code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station.ui.wedge import (
    GS,
    LONGEST_SCAN,
    Broken,
    Entered,
    Heard,
    KeyRouter,
    Keys,
    Mark,
    ScanCatcher,
    Scanned,
    Typed,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # said by the platform without a screen


class Typist:
    """Presses keys at times; keeps what was heard, the typed line's steps left out."""

    def __init__(self) -> None:
        self.keys = Keys()
        self.now_ms = 1_000
        self.line = ""
        self.heard: list[Heard] = []

    def press(self, keys: str, *, every_ms: int) -> None:
        for key in keys:
            self._take(self.keys.press(key, self.now_ms))
            self.now_ms += every_ms

    def mark(self, mark: Mark, *, after_ms: int = 0) -> None:
        self.now_ms += after_ms
        self._take(self.keys.press(mark, self.now_ms))

    def silence(self) -> None:
        self._take(self.keys.silence())

    def _take(self, heard: list[Heard]) -> None:
        for what in heard:
            if isinstance(what, Typed):
                self.line = what.text
            else:
                self.heard.append(what)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=4, max_size=80), st.integers(0, 34))
def test_a_scan(text: str, every_ms: int) -> None:
    """Keys faster than 35 ms each and an Enter are one scan, whatever its text."""
    typist = Typist()
    typist.press(text, every_ms=every_ms)
    typist.mark(Mark.END)
    assert typist.heard == [Scanned(text=text)]


def test_two_scans() -> None:
    """Two scans one after the other are two."""
    typist = Typist()
    for text in ("4006381333931", "SO-1"):
        typist.press(text, every_ms=3)
        typist.mark(Mark.END)
    assert typist.heard == [Scanned(text="4006381333931"), Scanned(text="SO-1")]


def test_a_person() -> None:
    """A person's keys collect in the typed line and count only with Enter, as typed by hand."""
    typist = Typist()
    typist.press("SO-1", every_ms=120)
    typist.silence()
    assert (typist.line, typist.heard) == ("SO-1", [])
    typist.mark(Mark.END, after_ms=300)
    assert (typist.line, typist.heard) == ("", [Entered(text="SO-1")])


def test_quick_fingers() -> None:
    """Two keys of a person pressed almost together stay in the typed line."""
    typist = Typist()
    typist.press("S", every_ms=200)
    typist.press("O1", every_ms=10)
    typist.mark(Mark.END, after_ms=200)
    assert typist.heard == [Entered(text="SO1")]


def test_correcting() -> None:
    """Backspace takes the last key back, Escape all of them."""
    typist = Typist()
    typist.press("SO-2", every_ms=120)
    typist.mark(Mark.BACK)
    assert typist.line == "SO-"
    typist.mark(Mark.ESCAPE)
    typist.mark(Mark.END)
    assert (typist.line, typist.heard) == ("", [])


def test_a_scan_clears_the_typed_line() -> None:
    """A scan after some typing is the scan alone."""
    typist = Typist()
    typist.press("40", every_ms=150)
    typist.now_ms += 600
    typist.press("4006381333931", every_ms=3)
    typist.mark(Mark.END)
    assert (typist.line, typist.heard) == ("", [Scanned(text="4006381333931")])


def test_no_end() -> None:
    """A scan without its Enter is broken, never a code, and the next one is whole."""
    typist = Typist()
    typist.press("400638", every_ms=3)
    typist.silence()
    assert typist.heard == [Broken(text="400638")]
    typist.now_ms += 900
    typist.press("4006381333931", every_ms=3)
    typist.mark(Mark.END)
    assert typist.heard[1:] == [Scanned(text="4006381333931")]


@given(st.integers(1, 12), st.integers(36, 500))
def test_lost_keys(cut: int, stall_ms: int) -> None:
    """A scan that stalls anywhere is never two codes: neither part counts, and the next whole scan does."""
    typist = Typist()
    code = "4006381333931"
    typist.press(code[:cut], every_ms=0)
    typist.now_ms += stall_ms
    typist.press(code[cut:], every_ms=0)
    typist.mark(Mark.END)
    assert all(isinstance(what, Broken | Entered) for what in typist.heard)
    typist.press(code, every_ms=3)
    typist.mark(Mark.END)
    assert typist.heard[-1] == Scanned(text=code)


def test_busy_screen() -> None:
    """A scan given up while its keys waited in the queue does not come back as its own tail."""
    typist = Typist()
    typist.press("400638", every_ms=3)
    typist.silence()
    typist.press("1333931", every_ms=3)
    typist.mark(Mark.END)
    assert typist.heard == [Broken(text="400638"), Broken(text="1333931")]
    typist.press("SO-10", every_ms=3)
    typist.mark(Mark.END)
    assert typist.heard[2:] == [Scanned(text="SO-10")]


def test_too_long() -> None:
    """Keys without end are given up at the limit, and what follows them at once is not a scan."""
    typist = Typist()
    typist.press("9" * (LONGEST_SCAN + 50), every_ms=1)
    typist.mark(Mark.END)
    assert typist.heard == [Broken(text="9" * (LONGEST_SCAN + 1)), Broken(text="9" * 49)]


@pytest.fixture
def catcher(qtbot: QtBot) -> Iterator[ScanCatcher]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = ScanCatcher()
    layout.addWidget(made)
    layout.addWidget(QPushButton("button"))
    layout.addWidget(QLineEdit())
    window.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    window.close()


def _send(
    target: QWidget, text: str, *, key: Qt.Key = Qt.Key.Key_unknown, at_ms: int = 0, control: bool = False
) -> bool:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def _scan(target: QWidget, text: str, *, at_ms: int, end: Qt.Key = Qt.Key.Key_Return) -> None:
    for place, character in enumerate(text):
        _send(target, character, at_ms=at_ms + 2 * place)
    _send(target, "\r", key=end, at_ms=at_ms + 2 * len(text))


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_widget_scan(catcher: ScanCatcher, qtbot: QtBot, end: Qt.Key) -> None:
    """A burst into the widget is a scan, ended by Enter or Tab, and the focus stays."""
    with qtbot.waitSignal(catcher.scanned) as scanned:
        _scan(catcher, "4006381333931", at_ms=1_000, end=end)
    assert scanned.args == ["4006381333931"]
    assert catcher.hasFocus()


def test_widget_separator(catcher: ScanCatcher, qtbot: QtBot) -> None:
    """The GS between GS1 fields, typed as Ctrl+], stays in the code."""
    with qtbot.waitSignal(catcher.scanned) as scanned:
        _send(catcher, "1", at_ms=1)
        _send(catcher, "0", at_ms=2)
        _send(catcher, GS, key=Qt.Key.Key_BracketRight, control=True, at_ms=3)
        _send(catcher, "2", at_ms=4)
        _send(catcher, "\r", key=Qt.Key.Key_Return, at_ms=5)
    assert scanned.args == ["10\x1d2"]


def test_widget_commands_pass(catcher: ScanCatcher) -> None:
    """F-keys and Ctrl combinations are left to the commands."""
    assert not _send(catcher, "", key=Qt.Key.Key_F4)
    assert not _send(catcher, "\x1a", key=Qt.Key.Key_Z, control=True)


def test_widget_has_no_input_method(catcher: ScanCatcher) -> None:
    """No input method may come between a scanner and the program."""
    assert catcher.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert not catcher.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_widget_gives_up(catcher: ScanCatcher, qtbot: QtBot) -> None:
    """A burst without its Enter is reported by itself after half a second."""
    with qtbot.waitSignal(catcher.broken) as broken:
        for place, character in enumerate("400638"):
            _send(catcher, character, at_ms=1_000 + place)
    assert broken.args == ["400638"]


def test_widget_focus(catcher: ScanCatcher, qtbot: QtBot) -> None:
    """Losing the focus is told, and so is getting it back."""
    line = catcher.window().findChild(QLineEdit)
    assert line is not None
    with qtbot.waitSignal(catcher.listening, check_params_cb=lambda on: not on):
        line.setFocus()
    with qtbot.waitSignal(catcher.listening, check_params_cb=lambda on: bool(on)):
        catcher.setFocus()


def test_router(catcher: ScanCatcher, qtbot: QtBot) -> None:
    """A scan while a button has the focus reaches the catcher and presses nothing; a text field keeps its keys."""
    router = KeyRouter(catcher)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(router)
    window = catcher.window()
    button, line = window.findChild(QPushButton), window.findChild(QLineEdit)
    assert button is not None
    assert line is not None
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    with qtbot.waitSignal(catcher.scanned) as scanned:
        _scan(button, "A 4006381", at_ms=1_000)
    assert scanned.args == ["A 4006381"]
    assert pressed == []
    _send(line, "x", key=Qt.Key.Key_X, at_ms=2_000)
    assert line.text() == "x"
    app.removeEventFilter(router)


def test_equal_digits_of_a_quick_scanner(qtbot: QtBot) -> None:
    """Two equal digits that arrive within a millisecond look like a held key to Qt, and both count."""
    catcher = ScanCatcher()
    qtbot.addWidget(catcher)
    heard: list[str] = []
    catcher.scanned.connect(heard.append)
    for at, character in enumerate("3100000001"):
        repeated = at > 0 and character == "3100000001"[at - 1]
        event = QKeyEvent(QEvent.Type.KeyPress, ord(character), Qt.KeyboardModifier.NoModifier, character, repeated)
        catcher.keyPressEvent(event)
    catcher.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"))
    assert heard == ["3100000001"]
