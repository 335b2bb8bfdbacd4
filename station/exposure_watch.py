"""Looks every few seconds how far the ledger's end is covered by outside anchors, for the screen to say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.clock import Clock
from station.errors import Trouble
from station.evidence.anchor_reading import exposure
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.ui.anchor_words import anchor_view

LOOK_MS = 5_000


class ExposureWatch(QObject):
    """``view`` carries a ``DeviceView``; nothing is said at a bench that no anchor ever reached nor is awaited at."""

    view = Signal(object)

    def __init__(self, home: Home, clock: Clock, expected: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._clock = clock
        self._expected = expected
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
            with closing(open_reader(self._home.ledger_file)) as reader:
                found = exposure(reader)
        except Trouble:
            return  # whoever packs is told of a broken ledger already
        if found.newest is None and not self._expected():
            return
        now_us = self._clock.now().wall_us
        open_s = None if found.since_us is None else max(0, now_us - found.since_us) // 1_000_000
        self.view.emit(anchor_view(open_s))
