"""The queue and the order finder at a bench: rows of text from the order book, a page at a time. Reads only.

The book is asked on a thread of its own, so a scan never waits for a search. What happened to a parcel is told by the
office's window, which is a program of its own for the same reason.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QThread, Signal, Slot
from PySide6.QtWidgets import QWidget

from station.errors import Trouble
from station.home import Home
from station.packing.model import OrderState
from station.settings import Settings
from station.ui.desk import dress
from station.ui.look import Look
from station.ui.queue_view import QueueFound, QueueRow, QueueView
from station.ui.words import Words, beside, same

if TYPE_CHECKING:
    from station.clock import Clock
    from station.orders.finding import OrderRow
    from station.orders.orderbook import OrderBook

ROWS_MAX = 10_000
"""What a finder shows at most; a search that finds more is narrowed by typing on."""

WIDE_MAX = 500
"""Orders of a search through names and the middles of numbers, which reads every order."""

STOP_MS: Final = 5_000

STATES = {
    OrderState.READY: Words(zh="待装", en="Ready"),
    OrderState.HELD: Words(zh="暂停", en="On hold"),
    OrderState.OUTSIDE: Words(zh="不在台上装", en="Not packed here"),
    OrderState.PACKING: Words(zh="装箱中", en="Packing"),
    OrderState.SEALED: Words(zh="已封箱", en="Sealed"),
    OrderState.HANDED_OVER: Words(zh="已交运", en="Handed over"),
    OrderState.SHIPPED: Words(zh="已发货", en="Shipped"),
    OrderState.CANCELLED: Words(zh="已取消", en="Cancelled"),
    OrderState.FINISHED: Words(zh="已完成", en="Finished"),
}


class BookRows:
    """Without a search the orders to pack next, else whatever matches."""

    def __init__(self, book: OrderBook, clock: Clock, *, place: str = "") -> None:
        self._book = book
        self._clock = clock
        self._place = place

    def count(self, search: str) -> int:
        if not search:
            return min(self._book.count_by_state(place=self._place).get(OrderState.READY, 0), ROWS_MAX)
        return len(self._found(search, ROWS_MAX))

    def found(self, search: str, first: int, size: int) -> QueueFound:
        """A page and how many rows there are. A search is answered by the indexes first, by reading all only then."""
        from station.orders.browsing import orders_page

        if not search:
            return QueueFound(search="", first=first, total=self.count(""), rows=self.page("", first, size))
        now_us = self._clock.now().wall_us
        quick = orders_page(self._book, state=None, text=search, first=first, size=size)
        if quick.total:
            rows = [_row(row, now_us) for row in quick.rows]
            return QueueFound(search=search, first=first, total=quick.total, rows=rows)
        wide = self._book.search(search, limit=WIDE_MAX)
        rows = [_row(row, now_us) for row in wide[first : first + size]]
        return QueueFound(search=search, first=first, total=len(wide), rows=rows)

    def page(self, search: str, first: int, size: int) -> Sequence[QueueRow]:
        now_us = self._clock.now().wall_us
        return [_row(row, now_us) for row in self._found(search, first + size)[first:]]

    def _found(self, search: str, limit: int) -> Sequence[OrderRow]:
        return self._book.search(search, limit=limit) if search else self._book.queue(limit=limit, place=self._place)


def _row(row: OrderRow, now_us: int) -> QueueRow:
    waits = row.deadline_us is not None and row.state in _STILL_TO_LEAVE
    left_us = row.deadline_us - now_us if row.deadline_us is not None and waits else None
    return QueueRow(
        order=row.number,
        state=_state(row),
        cutoff="" if row.deadline_us is None else _local(row.deadline_us),
        left=Words(zh="", en="") if left_us is None else _left(left_us),
        late=left_us is not None and left_us < 0,
        units=str(row.units),
        service=row.service,
    )


_STILL_TO_LEAVE = (OrderState.READY, OrderState.HELD, OrderState.OUTSIDE, OrderState.PACKING, OrderState.SEALED)
_MINUTE_US = 60 * 1_000_000
_TWO_DAYS_MIN = 2 * 24 * 60


def _left(left_us: int) -> Words:
    """Hours and minutes until the deadline, or since; from two days on, days."""
    minutes = abs(left_us) // _MINUTE_US
    days, span = minutes // (24 * 60), f"{minutes // 60}:{minutes % 60:02d}"
    told = _DAYS.filled(days=days) if minutes >= _TWO_DAYS_MIN else same(span)
    return (_LATE if left_us < 0 else _LEFT_FOR).filled(span=told)


_DAYS: Final = Words(zh="{days} 天", en="{days} d")
_LATE: Final = Words(zh="超 {span}", en="{span} late")
_LEFT_FOR: Final = Words(zh="剩 {span}", en="{span}")
_EXPEDITED: Final = Words(zh="加急", en="Expedited")


def _state(row: OrderRow) -> Words:
    state = STATES[row.state]
    return beside([_EXPEDITED, state]) if row.expedited else state


def _local(wall_us: int) -> str:
    return datetime.fromtimestamp(wall_us / 1_000_000, tz=UTC).astimezone().strftime("%m-%d %H:%M")


class FinderDesk(QObject):
    """Lives on the finder's thread; opens the order book at the first question."""

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, orderbook: str, clock: Clock, *, place: str) -> None:
        super().__init__()
        self._orderbook = orderbook
        self._clock = clock
        self._place = place
        self._book: OrderBook | None = None

    @Slot(str, int, int)
    def read(self, search: str, first: int, size: int) -> None:
        from station.orders.orderbook import OrderBook

        try:
            if self._book is None:
                self._book = OrderBook.open(self._orderbook)
            self.found.emit(BookRows(self._book, self._clock, place=self._place).found(search, first, size))
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())

    @Slot()
    def finish(self) -> None:
        if self._book is not None:
            self._book.close()


class Finder(QObject):
    """The finder's window and what stands behind it. ``chosen`` brings an order's number, as if it had been scanned."""

    chosen = Signal(str)
    merge_asked = Signal()

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, look: Look, focus_back: QWidget) -> None:
        super().__init__()
        self._home = home
        self._story: QProcess | None = None
        self._who: Callable[[], str] = str
        self.view = QueueView(language=look.language, palette=look.palette, focus_back=focus_back)
        self._desk = FinderDesk(settings.bench.orderbook, clock, place=settings.bench.place)
        self._thread = QThread()
        self._desk.moveToThread(self._thread)
        self._thread.finished.connect(self._desk.finish)
        self.view.model.wanted.connect(self._desk.read)
        self._desk.found.connect(self.view.model.take)
        self._desk.failed.connect(_complain)
        self.view.chosen.connect(self.chosen)
        self.view.merge_asked.connect(self.merge_asked)
        self.view.story_asked.connect(self._tell_story)
        self._thread.start()

    def open(self, look: Look, who: Callable[[], str]) -> None:
        """In the language and colours of the bench; ``who`` is signed in there."""
        self._who = who
        self.view.set_language(look.language)
        dress(self.view, look.palette)
        self.view.reload()
        self.view.show()
        self.view.activateWindow()

    def stop(self) -> None:
        self._thread.quit()
        if not self._thread.wait(STOP_MS):
            sys.stderr.write("sealbench: the order book did not answer the finder in time.\n")
        if self._story is not None:
            self._story.kill()
            self._story.waitForFinished(STOP_MS)
        self.view.close()

    def _tell_story(self, order: str) -> None:
        """One at a time: the window of the one before goes."""
        if self._story is not None:
            self._story.kill()
            self._story.waitForFinished(STOP_MS)
        process = QProcess(self)
        process.setWorkingDirectory(str(Path(__file__).parents[1]))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._story = process
        verb = ["office", "--home", str(self._home.root), "--alone", f"--by={self._who()}", f"--order={order}"]
        process.start(sys.executable, ["-m", "station", *verb])


def _complain(sentence: str) -> None:
    sys.stderr.write(f"sealbench: {sentence}\n")
