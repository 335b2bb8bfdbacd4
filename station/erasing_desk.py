"""Erasing while the bench runs: what supervisors ask for through the order book, and once a day what the rules say.

A worker of its own reads, asks the order book and removes files; what is written into the ledger the bench's thread
writes, in pieces, at rest. Decision 0066.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, QTimer, Signal, SignalInstance, Slot

from station.clock import Clock
from station.erasure import erase_part
from station.errors import BookUnreachable, LedgerBroken, LedgerInUse, Trouble
from station.evidence.scrubbing import scrub_is_owed
from station.home import Home
from station.orders.engine import reading
from station.orders.erasing import traces_of
from station.orders.erasure_requests import Request, refuse, waiting_for
from station.orders.orderbook import OrderBook
from station.packing.job import Job
from station.piecework import LentLedger
from station.retention import daily, is_due
from station.retention_settings import RetentionSettings

LOOK_MS = 5_000

RULES_AFTER_US = 600_000_000
"""A bench that has just been started has better things to do than yesterday's cleaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasingSettings:
    """``job`` tells which order the bench shows: that one is erased once another is there."""

    bench: str
    retention: RetentionSettings
    open_book: Callable[[], OrderBook]
    ledger: LentLedger
    job: Callable[[], Job]


class ErasingDesk(QObject):
    """Lives in a thread of its own; ``failed`` says what kept it from its work, once, and it tries again.

    ``left`` carries how many orders wait to be erased here, and whether files are still to be written anew; again when
    that changes.
    """

    failed = Signal(str)
    left = Signal(int, bool)

    def __init__(self, home: Home, settings: ErasingSettings, clock: Clock, *, look_ms: int) -> None:
        super().__init__()
        self._home = home
        self._settings = settings
        self._clock = clock
        self._book: OrderBook | None = None
        self._rules_us = clock.now().mono_us + RULES_AFTER_US
        self._told = ""
        self._left = (0, False)
        self._timer = QTimer(self, interval=look_ms)
        self._timer.timeout.connect(self.look)

    @Slot()
    def begin(self) -> None:
        self._timer.start()

    @Slot()
    def finish(self) -> None:
        self._timer.stop()
        self._let_go()
        QThread.currentThread().quit()

    @Slot()
    def look(self) -> None:
        """Everything that waits; a book that is away and a bench that closes are met again at the next look."""
        try:
            for request in waiting_for(self._open(), self._settings.bench):
                self._take_up(request)
            self._keep_rules()
            self._told = ""
            self._say_left(len(waiting_for(self._open(), self._settings.bench)))
        except (Trouble, OSError) as trouble:
            self._let_go()
            self._tell(str(trouble))

    def _say_left(self, waiting: int) -> None:
        left = (waiting, scrub_is_owed(self._home))
        if left != self._left:
            self._left = left
            self.left.emit(*left)

    def _take_up(self, request: Request) -> None:
        book = self._open()
        if self._is_on_screen(book, request.order):
            return
        now_us = self._clock.now().wall_us
        try:
            erase_part(self._home, book, request, self._settings.ledger, now_us=now_us, random_bytes=os.urandom)
        except (BookUnreachable, LedgerBroken, LedgerInUse):
            raise
        except Trouble as trouble:
            refuse(book, request, trouble.sentence(), now_us=now_us)

    def _is_on_screen(self, book: OrderBook, order: str) -> bool:
        """Its label may be wanted again, and its last photos are still on their way to the ledger."""
        job = self._settings.job()
        shown = {one.number for one in (job.order, job.whole) if one is not None}
        if not shown:
            return False
        with reading(book.engine) as connection:
            return not shown.isdisjoint({order, *traces_of(connection, order).orders})

    def _keep_rules(self) -> None:
        now = self._clock.now()
        if now.mono_us >= self._rules_us and is_due(self._home, now.wall_us):
            self._rules_us = now.mono_us + RULES_AFTER_US
            daily(self._home, self._open(), self._settings.ledger, self._settings.retention, self._clock, os.urandom)

    def _open(self) -> OrderBook:
        if self._book is None:
            self._book = self._settings.open_book()
        return self._book

    def _let_go(self) -> None:
        """What is open for long is opened anew after trouble."""
        book, self._book = self._book, None
        self._settings.ledger.close()
        if book is not None:
            with suppress(Trouble):
                book.close()

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self.failed.emit(words)


def in_thread(
    home: Home, settings: ErasingSettings, clock: Clock, closing: SignalInstance, parent: QObject
) -> tuple[ErasingDesk, QThread]:
    """The desk in a thread that is not started yet; ``closing`` ends both."""
    desk, thread = ErasingDesk(home, settings, clock, look_ms=LOOK_MS), QThread(parent)
    desk.moveToThread(thread)
    thread.started.connect(desk.begin)
    closing.connect(desk.finish)
    return desk, thread
