"""A badge left at the bench locks it: after some minutes without a scan, a key or a weight nobody packs in its name."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.bench import Outcome
from station.packing.inputs import Answered, Command, PinTyped, Pressed, Reading, Scan
from station.packing.seat import IDLE

BY_A_PERSON = (Scan, Pressed, Answered, PinTyped, Reading)
"""Inputs that show that somebody is there; a scale only says what is new on it."""


class IdleLock(QObject):
    """Hears each outcome of a bench; ``due`` carries the lock as an input."""

    due = Signal(object)

    def __init__(self, after_s: int, parent: QObject | None = None) -> None:
        """``after_s``: 0 never locks."""
        super().__init__(parent)
        self._after_s = after_s
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._lock)

    @Slot(object)
    def hear(self, outcome: Outcome) -> None:
        if not self._after_s or not outcome.job.packer or outcome.job.locked or outcome.job.stop is not None:
            self._timer.stop()
        elif isinstance(outcome.input, BY_A_PERSON):
            self._timer.start(self._after_s * 1000)

    @Slot()
    def stop(self) -> None:
        """With the bench's thread: a timer that outlives it cannot be stopped any more."""
        self._timer.stop()

    def _lock(self) -> None:
        self.due.emit(Pressed(command=Command.LOCK, argument=IDLE, device="clock"))
