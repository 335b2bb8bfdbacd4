"""Looks every few seconds what of this bench's record is not at the order book, for the device bar to say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.backlog import backlog_of
from station.clock import Clock
from station.errors import LedgerForked, Trouble
from station.home import Home
from station.ui.relay_words import relay_view

LOOK_MS = 5_000


class BacklogWatch(QObject):
    """``view`` carries a ``DeviceView``, or None when nothing is to be said; again only when it changes."""

    view = Signal(object)

    def __init__(self, home: Home, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._clock = clock
        self._aside = 0
        self._forked = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self.look()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot(int)
    def set_aside(self, entries: int) -> None:
        """What the order book has of this bench in vain."""
        self._aside = entries
        self.look()

    @Slot(object)
    def forked(self, _why: LedgerForked) -> None:
        if not self._forked:
            self._forked = True
            self.look()

    @Slot()
    def look(self) -> None:
        try:
            found = backlog_of(self._home)
        except Trouble:
            return  # whoever packs is told of a broken ledger already
        age_s = found.age_s(self._clock.now().wall_us)
        self.view.emit(relay_view(found.waiting, age_s, aside=self._aside, forked=self._forked))
