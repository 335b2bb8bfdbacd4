"""The order book's side of the supervisor's screen, on a thread of its own: it may wait on a network.

One thing at a time, in order; trouble is a sentence that is shown, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo
from typing import Final, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from station.clock import Clock
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders.opening import KeptBook
from station.settings import Settings, config_dir
from station.supervisor_behind import read_page
from station.supervisor_house import House, load_house
from station.supervisor_mending import reassign
from station.supervisor_ranking import switch_ranking
from station.supervisor_reading import read_board
from station.supervisor_sharing import shared_of, shared_page
from station.ui import supervisor_act_words as told
from station.ui.supervisor_acts import Ask
from station.ui.supervisor_board import Drill, Page, Query, Rank, Reassign, Shared
from station.ui.words import Words

SHARED_US: Final = 600_000_000


class SupervisorDesk(QObject):
    """``looked`` brings a ``Board``, ``paged`` a ``Page``, ``acted`` words of what was done; the others a sentence.

    ``who`` is recorded with every act.
    """

    looked = Signal(object)
    paged = Signal(object)
    acted = Signal(object)
    unreachable = Signal(str)
    failed = Signal(str)

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, who: str, zone: tzinfo | None = None) -> None:
        super().__init__()
        self._home, self._who = home, who
        self._clock = clock
        self._zone = zone
        self._book = KeptBook(home, settings.bench.orderbook)
        self._house: House | None = None
        self._shared: tuple[int, tuple[Shared, ...]] | None = None

    @Slot(object)
    def look(self, query: Query) -> None:
        self._attempt(lambda: self._look(query))

    @Slot(object)
    def page(self, drill: Drill) -> None:
        self._attempt(lambda: self.paged.emit(self._page(drill)))

    @Slot(object)
    def act(self, ask: Ask) -> None:
        self._attempt(lambda: self.acted.emit(self._done(ask)))

    @Slot()
    def finish(self) -> None:
        self._book.close()

    def _look(self, query: Query) -> None:
        now_us, book = self._clock.now().wall_us, self._book.open()
        board = read_board(book, self._rules(), query, now_us=now_us)
        self.looked.emit(replace(board, shared=self._shares(now_us)))

    def _shares(self, now_us: int) -> tuple[Shared, ...]:
        """A year of disputes changes slowly and takes longer to read than a day's figures."""
        if self._shared is None or not 0 <= now_us - self._shared[0] < SHARED_US:
            self._shared = now_us, shared_of(self._book.open(), self._rules(), now_us=now_us)
        return self._shared[1]

    def _page(self, drill: Drill) -> Page:
        if drill.what == "shared":
            return shared_page(drill, self._shares(self._clock.now().wall_us))
        return read_page(self._book.open(), self._rules(), drill)

    def _done(self, ask: Ask) -> Words:
        now_us = self._clock.now().wall_us
        match ask:
            case Reassign():
                count = reassign(self._book.open(), self._rules(), ask, who=self._who, now_us=now_us)
                if not count:
                    return told.NONE_LEFT
                return (
                    told.PUT_BACK_DONE.filled(n=count) if ask.undo else told.PUT_FIRST.filled(n=count, carrier=ask.name)
                )
            case Rank():
                switch_ranking(self._home, config_dir(), allow=ask.allow, who=self._who, now_us=now_us)
                self._house = None
                return told.RANKING_ON if ask.allow else told.RANKING_OFF
        assert_never(ask)

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
