"""The order book's side of the supervisor's screen, on a thread of its own: it may wait on a network.

One thing at a time, in order; trouble is a sentence that is shown, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal, Slot

from station.clock import Clock
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders.opening import KeptBook
from station.settings import Settings
from station.supervisor_behind import read_page
from station.supervisor_house import House, load_house
from station.supervisor_reading import read_board
from station.ui.supervisor_board import Drill, Query


class SupervisorDesk(QObject):
    """``looked`` brings a ``Board``, ``paged`` a ``Page``; ``unreachable`` and ``failed`` a sentence."""

    looked = Signal(object)
    paged = Signal(object)
    unreachable = Signal(str)
    failed = Signal(str)

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, zone: tzinfo | None = None) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._zone = zone
        self._book = KeptBook(home, settings.bench.orderbook)
        self._house: House | None = None

    @Slot(object)
    def look(self, query: Query) -> None:
        self._attempt(lambda: self._look(query))

    @Slot(object)
    def page(self, drill: Drill) -> None:
        self._attempt(lambda: self.paged.emit(read_page(self._book.open(), self._rules(), drill)))

    @Slot()
    def finish(self) -> None:
        self._book.close()

    def _look(self, query: Query) -> None:
        now_us = self._clock.now().wall_us
        self.looked.emit(read_board(self._book.open(), self._rules(), query, now_us=now_us))

    def _rules(self) -> House:
        if self._house is None:
            self._house = load_house(self._home, self._zone)
        return self._house

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except BookUnreachable as trouble:
            self._book.close()  # the next look begins anew
            self.unreachable.emit(trouble.sentence())
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())
