"""Scanners that type: telling a scan from a person by the speed of the keys. Keys in, texts out; no meaning here.

A plain widget has the focus and no input method is on, because a text field with one loses and re-orders the keys of
a scan. Time is the key events' own, so a screen that was busy does not make a scan look slow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

FAST_MS: Final = 35  # between two keys of a scan; a person is slower
PAUSE_MS: Final = 50  # ends a scan
TAIL_MS: Final = 500  # fast keys that begin sooner after others may be the rest of a scan cut in two
LEAST: Final = 4  # fast keys that make a scan; fewer are two fingers of a person
LONGEST_SCAN: Final = 512
LONGEST_TYPED: Final = 64
GS: Final = "\x1d"
REPORT_MS: Final = 500  # a scan that has not ended by then is reported


class Mark(Enum):
    """Keys that are no text."""

    END = auto()  # Enter or Tab
    BACK = auto()
    ESCAPE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the typed line now."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Typed by hand and accepted with Enter."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A scan without its end, or too long; never to be used."""

    text: str


Heard: TypeAlias = Scanned | Typed | Entered | Broken


class Keys:
    """Pure: key by key with its time, at most a few things heard. A scan counts only with its Enter or Tab."""

    def __init__(self) -> None:
        self._burst = ""
        self._is_tail = False  # keys came shortly before the burst: it may be the rest of a scan
        self._typed = ""
        self._last_ms: int | None = None  # the last key of text since the last mark

    @property
    def waiting(self) -> bool:
        return bool(self._burst)

    def press(self, key: str | Mark, at_ms: int) -> list[Heard]:
        gap_ms = None if self._last_ms is None else at_ms - self._last_ms
        is_fast = gap_ms is not None and gap_ms <= (PAUSE_MS if key is Mark.END else FAST_MS)
        heard = [] if is_fast else self._settle()
        if isinstance(key, Mark):
            self._last_ms = None
            return heard + (self._end() if key is Mark.END else self._correct(key))
        if not self._burst:
            self._is_tail = gap_ms is not None and gap_ms <= TAIL_MS
        self._last_ms = at_ms
        self._burst += key
        return heard + (self._settle() if len(self._burst) > LONGEST_SCAN else [])

    def silence(self) -> list[Heard]:
        """No key came for a while: what waits is given up, and its late rest with it."""
        return self._settle()

    def _end(self) -> list[Heard]:
        if len(self._burst) >= LEAST and not self._is_tail:
            scan, self._burst, self._typed = self._burst, "", ""
            return [Scanned(text=scan), Typed(text="")]
        heard = self._settle()
        if any(isinstance(what, Broken) for what in heard):
            return heard
        typed, self._typed = self._typed, ""
        return [*heard, Entered(text=typed), Typed(text="")] if typed else heard

    def _correct(self, mark: Mark) -> list[Heard]:
        heard = self._settle()
        self._typed = self._typed[:-1] if mark is Mark.BACK else ""
        return [*heard, Typed(text=self._typed)]

    def _settle(self) -> list[Heard]:
        """Fast keys without an end: a scan cut off, or a person's two quick fingers."""
        burst, self._burst = self._burst, ""
        if len(burst) >= LEAST:
            self._typed = ""
            return [Broken(text=burst), Typed(text="")]
        if not burst:
            return []
        self._typed = (self._typed + burst)[:LONGEST_TYPED]
        return [Typed(text=self._typed)]


class ScanCatcher(QWidget):
    """Takes the keys of packing screens. F-keys and Ctrl, Alt and Meta combinations pass on to the commands."""

    scanned = Signal(str)
    typed = Signal(str)  # the line as it stands, to be shown
    entered = Signal(str)  # accepted by Enter: a scan by device "hand"
    broken = Signal(str)
    listening = Signal(bool)  # without the focus no scan arrives, and the screen must say so

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._keys = Keys()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(REPORT_MS)
        self._silence.timeout.connect(self._silent)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._give_up)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _key(event)
        if key is None:
            event.ignore()
            return
        event.accept()  # auto-repeat too: Qt takes a quick scanner's two equal digits for a key held down
        self._settle.stop()
        self._tell(self._keys.press(key, event.timestamp()))
        if key is Mark.ESCAPE:
            event.ignore()  # the window may have something open that it closes, too
        if self._keys.waiting:
            self._silence.start()
        else:
            self._silence.stop()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab ends a scan; it never moves the focus away."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.listening.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell(self._keys.silence())
        self.listening.emit(False)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query is Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def _silent(self) -> None:
        """Keys that came in time may still be queued behind this timer: let them in first."""
        self._settle.start()

    def _give_up(self) -> None:
        self._tell(self._keys.silence())

    def _tell(self, heard: list[Heard]) -> None:
        for what in heard:
            match what:
                case Scanned():
                    self.scanned.emit(what.text)
                case Typed():
                    self.typed.emit(what.text)
                case Entered():
                    self.entered.emit(what.text)
                case Broken():
                    self.broken.emit(what.text)


class KeyRouter(QObject):
    """Gives keys to the catcher when focus is on something that takes no text, a button a finger touched, say."""

    def __init__(self, catcher: ScanCatcher) -> None:
        super().__init__(catcher)
        self._catcher = catcher

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        if watched is self._catcher or watched.window() is not self._catcher.window():
            return False
        if watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return False
        assert isinstance(event, QKeyEvent)
        if _key(event) is None:
            return False
        self._catcher.keyPressEvent(event)
        return event.isAccepted()


def route_keys(catcher: ScanCatcher) -> KeyRouter:
    """The router at work in the application, for as long as it is kept."""
    application = QApplication.instance()
    assert application is not None
    router = KeyRouter(catcher)
    application.installEventFilter(router)
    return router


def _key(event: QKeyEvent) -> str | Mark | None:
    """The text or mark of a key, or None when it is none of a scan's."""
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
            return Mark.END
        case Qt.Key.Key_Backspace:
            return Mark.BACK
        case Qt.Key.Key_Escape:
            return Mark.ESCAPE
        case _:
            pass
    text = event.text()
    if text in ("\r", "\n"):  # scanners set to send a line feed, or Ctrl+M
        return Mark.END
    if text == GS:  # typed as Ctrl+] by scanners that send it at all
        return GS
    combined = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    if event.modifiers() & combined or not text.isprintable() or not text:
        return None
    return text
