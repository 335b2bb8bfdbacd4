"""Looks twice a minute how many photos and videos lie on this bench alone, as the copier has noted, for the screen.

The copier is a process of its own (``beside``); where it is away, its last note grows older, and that shows.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.clock import Clock
from station.errors import Trouble
from station.home import Home
from station.media_store.copies import if_there
from station.ui.copies_words import copies_view

LOOK_MS = 30_000


class CopiesWatch(QObject):
    """``view`` carries a ``DeviceView``, or None while copies come in time."""

    view = Signal(object)

    def __init__(self, home: Home, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._clock = clock
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self.look()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        try:
            with if_there(self._home) as copies:
                last = copies.last_round() if copies is not None else None
        except Trouble:
            return  # the copier says it in its log, and doctor
        if last is None:
            return
        now_us = self._clock.now().wall_us
        oldest_s = None if last.oldest_us is None else max(0, now_us - last.oldest_us) // 1_000_000
        self.view.emit(copies_view(last.waiting, oldest_s))
