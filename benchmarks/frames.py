"""What a frame takes on the screen thread while somebody scrolls: everything from the key to the painted dots.

Between two frames only other threads work: a page that has come meanwhile is taken in and painted with the next key.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.tables import Series, us

FRAME_MS: Final = 16
HELD_MS: Final = 33
"""Between two presses of a key that is held down: thirty a second."""
NO_KEYS: Final = Qt.KeyboardModifier.NoModifier
HEADS: Final = ("", "frames", "median", "p99", f"over {FRAME_MS} ms", "CPU", "CPU p99", "CPU most")
WAIT_S: Final = 30


@dataclass(frozen=True, slots=True)
class Taken:
    """Frames of one kind: how long each took, and the screen thread's own processor time in it.

    Beside other work a frame waits for a core; what it computes does not change.
    """

    wall: Series = field(default_factory=Series)
    cpu: Series = field(default_factory=Series)

    def row(self, name: str) -> tuple[str, ...]:
        wall, cpu = self.wall, self.cpu
        over = sum(each > FRAME_MS * 1_000_000 for each in wall.wall_ns)
        told = (us(wall.median), us(wall.at(0.99)), str(over), us(cpu.median), us(cpu.at(0.99)), us(cpu.at(1.0)))
        return (name, str(len(wall.wall_ns)), *told)


class Frames(QObject):
    """Frames of one window. ``painted`` counts the widgets that were painted in them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.painted = 0
        self._heard = [window, *window.findChildren(QWidget)]
        for each in self._heard:
            each.installEventFilter(self)

    def end(self) -> None:
        """Before the window goes: what is being taken apart is not to be heard."""
        for each in self._heard:
            each.removeEventFilter(self)
        self._heard.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted += event.type() is QEvent.Type.Paint
        return False

    def press(self, taken: Taken, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """One key as a frame, then what is left of the pause before the next one."""
        self.act(taken, lambda: QTest.keyClick(self._window.focusWidget() or self._window, key, modifiers))

    def act(self, taken: Taken, act: Callable[[], object]) -> None:
        def frame() -> None:
            act()
            QApplication.sendPostedEvents()
            QApplication.processEvents()

        begun, cpu_ns = time.perf_counter(), time.thread_time_ns()
        taken.wall.take(frame)
        taken.cpu.wall_ns.append(time.thread_time_ns() - cpu_ns)
        _pause(HELD_MS / 1000 - (time.perf_counter() - begun))


def _pause(seconds: float) -> None:
    """The screen thread takes nothing in, and lets go of the interpreter."""
    Event().wait(max(0.0, seconds))


def until(there: Callable[[], bool]) -> None:
    """Let everybody work until it is so, ``WAIT_S`` at most."""
    ends = time.monotonic() + WAIT_S
    while not there() and time.monotonic() < ends:
        _pause(0.002)
        QApplication.processEvents()
