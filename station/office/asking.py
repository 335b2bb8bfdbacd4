"""What the office asks of the order book and of other slow things, on a thread of its own: the screen never waits.

One question at a time, in order; a newer question of the same name takes the place of one that has not begun, so a held
key asks for what is in view at last and for nothing between. Trouble comes back as a sentence, never as an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, QThread, Signal, Slot

from station.errors import BookUnreachable, SchemaTrouble, Trouble
from station.home import Home
from station.orders.opening import KeptBook
from station.orders.orderbook import OrderBook

STOP_MS: Final = 10_000

OpenBook: TypeAlias = Callable[[], OrderBook]
Job: TypeAlias = Callable[[OpenBook], Any]
"""Runs on the desk's thread; opens the book if it needs it."""


class Desk(QObject):
    done = Signal(object)
    failed = Signal(str)
    unreachable = Signal(str)

    def __init__(self, home: Home, orderbook: str) -> None:
        super().__init__()
        self._kept = KeptBook(home, orderbook)

    @Slot(object)
    def run(self, job: Job) -> None:
        try:
            answer = job(self._kept.open)
        except (BookUnreachable, SchemaTrouble) as trouble:
            self._kept.close()
            self.unreachable.emit(trouble.sentence())
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())
        else:
            self.done.emit(answer)

    @Slot()
    def finish(self) -> None:
        self._kept.close()


class Asking(QObject):
    """The questions that wait, by name, and the one under way. Lives on the screen's thread with its desk beside it."""

    _given = Signal(object)

    def __init__(self, home: Home, orderbook: str) -> None:
        super().__init__()
        self._waiting: dict[str, tuple[Job, Callable[[Any], None], Callable[[str, bool], None]]] = {}
        self._now: tuple[str, Callable[[Any], None], Callable[[str, bool], None]] | None = None
        self._thread = QThread()
        self._desk = Desk(home, orderbook)
        self._desk.moveToThread(self._thread)
        self._thread.finished.connect(self._desk.finish)
        self._given.connect(self._desk.run)
        self._desk.done.connect(self._done)
        self._desk.failed.connect(self._failed)
        self._desk.unreachable.connect(self._unreachable)
        self._thread.start()

    def ask(self, name: str, job: Job, then: Callable[[Any], None], wrong: Callable[[str, bool], None]) -> None:
        """``then`` gets the answer, ``wrong`` a sentence and whether the book is away; both on the screen's thread."""
        self._waiting[name] = (job, then, wrong)
        self._next()

    @property
    def idle(self) -> bool:
        return self._now is None and not self._waiting

    def waits_for(self, name: str) -> bool:
        return name in self._waiting or (self._now is not None and self._now[0] == name)

    def stop(self) -> bool:
        """False when what was under way did not end in time."""
        self._waiting.clear()
        self._thread.quit()
        return self._thread.wait(STOP_MS)

    def _next(self) -> None:
        if self._now is None and self._waiting:
            name = next(iter(self._waiting))
            job, then, wrong = self._waiting.pop(name)
            self._now = (name, then, wrong)
            self._given.emit(job)

    def _ended(self) -> tuple[Callable[[Any], None], Callable[[str, bool], None]]:
        assert self._now is not None, "only what was asked is answered"
        _name, then, wrong = self._now
        self._now = None
        return then, wrong

    @Slot(object)
    def _done(self, answer: Any) -> None:
        then, _wrong = self._ended()
        then(answer)
        self._next()

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._ended()[1](sentence, False)
        self._next()

    @Slot(str)
    def _unreachable(self, sentence: str) -> None:
        self._ended()[1](sentence, True)
        self._next()
