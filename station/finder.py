"""The queue and the order finder at a bench: rows of text from the order book, a page at a time. Reads only.

The book is asked on a thread of its own, so a scan never waits for a search. What happened to a parcel is told by the
office's window, which is a program of its own for the same reason.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.packing.model import OrderState
from station.settings import Settings, config_dir
from station.ui.look import Look
from station.ui.queue_model import QueueFound, QueueRow
from station.ui.queue_view import QueueView
from station.ui.words import Words, beside, named, same

if TYPE_CHECKING:
    from station.clock import Clock
    from station.orders.finding import OrderRow
    from station.orders.orderbook import OrderBook

WIDE_MAX = 500
"""Orders of a search through names and the middles of numbers, which reads every order."""

STOP_MS: Final = 5_000

ASKED_MAX: Final = 2
"""Pages that may wait to be read: as many as can be in view at once. Of a fast scroll only what it stops at counts."""

SETTLE_MS: Final = 12
"""Before a page is read: the frame that asked for it is painted first, with the interpreter to itself."""

STATES = {
    OrderState.READY: Words(zh="待装", en="Ready"),
    OrderState.HELD: Words(zh="暂停", en="On hold"),
    OrderState.OUTSIDE: Words(zh="不在这里装", en="Not packed here"),
    OrderState.PACKING: Words(zh="装箱中", en="Packing"),
    OrderState.SEALED: Words(zh="已封箱", en="Sealed"),
    OrderState.HANDED_OVER: Words(zh="已交运", en="Handed over"),
    OrderState.SHIPPED: Words(zh="已发货", en="Shipped"),
    OrderState.CANCELLED: Words(zh="已取消", en="Cancelled"),
    OrderState.FINISHED: Words(zh="已完成", en="Finished"),
}


class BookRows:
    """Without a search the orders to pack next, else whatever matches."""

    def __init__(
        self, book: OrderBook, clock: Clock, *, place: str = "", services: Mapping[str, Words] = MappingProxyType({})
    ) -> None:
        """``services``: their names by id; one that has none goes by that."""
        from station.orders.queue_pages import QueuePages

        self._book = book
        self._clock = clock
        self._queue = QueuePages(book, place=place)
        self._services = services

    def found(self, search: str, first: int, size: int) -> QueueFound:
        """A page and how many rows there are. A search is answered by the indexes first, by reading all only then."""
        rows, total = self._searched(search, first, size) if search else self._next(first, size)
        now_us = self._clock.now().wall_us
        none_at_all = not total and not search and not self._book.count_by_state()
        shown = [_row(row, now_us, self._services) for row in rows]
        return QueueFound(search=search, first=first, total=total, rows=shown, none_at_all=none_at_all)

    def _next(self, first: int, size: int) -> tuple[Sequence[OrderRow], int]:
        rows = self._queue.page(first, size)
        return rows, self._queue.total

    def _searched(self, search: str, first: int, size: int) -> tuple[Sequence[OrderRow], int]:
        from station.orders.browsing import orders_page

        quick = orders_page(self._book, state=None, text=search, first=first, size=size)
        if quick.total:
            return quick.rows, quick.total
        wide = self._book.search(search, limit=WIDE_MAX)
        return wide[first : first + size], len(wide)


def _row(row: OrderRow, now_us: int, services: Mapping[str, Words]) -> QueueRow:
    waits = row.deadline_us is not None and row.state in _STILL_TO_LEAVE
    left_us = row.deadline_us - now_us if row.deadline_us is not None and waits else None
    return QueueRow(
        order=row.number,
        state=_state(row),
        cutoff="" if row.deadline_us is None else _local(row.deadline_us),
        left=Words(zh="", en="") if left_us is None else _left(left_us),
        late=left_us is not None and left_us < 0,
        units=f"{row.units:,}",
        service=services.get(row.service, same(row.service)),
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
    failed = Signal(str, bool)  # in a sentence; whether the order book is out of reach

    def __init__(self, orderbook: str, clock: Clock, *, place: str, root: Path | None = None) -> None:
        """``root``: of the home, whose own carriers go before the shipped ones."""
        super().__init__()
        self._orderbook = orderbook
        self._clock = clock
        self._place = place
        self._root = root
        self._book: OrderBook | None = None
        self._rows: BookRows | None = None
        self._asked: deque[tuple[str, int, int]] = deque(maxlen=ASKED_MAX)
        self._due = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._due.timeout.connect(self._answer)

    @Slot(str, int, int)
    def read(self, search: str, first: int, size: int) -> None:
        """Answered once all that was asked meanwhile is heard."""
        if (search, first, size) not in self._asked:
            self._asked.append((search, first, size))
        self._due.start()

    def _answer(self) -> None:
        if not self._asked:
            return
        try:
            self.found.emit(self._open().found(*self._asked.popleft()))
        except Trouble as trouble:
            self.failed.emit(trouble.sentence(), isinstance(trouble, BookUnreachable))
        self._due.start()

    def _open(self) -> BookRows:
        from station.orders.orderbook import OrderBook
        from station.orders.routes import load_services

        if self._book is None:
            self._book = OrderBook.open(self._orderbook)
        if self._rows is None:
            services = {str(each.id): named(each.zh, each.en) for each in load_services(config_dir(), self._root)}
            self._rows = BookRows(self._book, self._clock, place=self._place, services=services)
        return self._rows

    @Slot()
    def finish(self) -> None:
        """In the finder's thread, which alone may stop a question that is due."""
        self._due.stop()
        if self._book is not None:
            self._book.close()


class Finder(QObject):
    """The finder's window and what stands behind it. ``chosen`` brings an order's number, as if it had been scanned."""

    chosen = Signal(str)
    merge_asked = Signal()
    lock_asked = Signal()

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, look: Look, focus_back: QWidget) -> None:
        super().__init__()
        self._home = home
        self._story: QProcess | None = None
        self._who: Callable[[], str] = str
        self.view = QueueView(language=look.language, palette=look.palette, focus_back=focus_back)
        self.view.ground.use(settings.screen)
        self._desk = FinderDesk(settings.bench.orderbook, clock, place=settings.bench.place, root=home.root)
        self._thread = QThread()
        self._desk.moveToThread(self._thread)
        self._thread.finished.connect(self._desk.finish)
        self.view.model.wanted.connect(self._desk.read)
        self._desk.found.connect(self.view.model.take)
        self._desk.failed.connect(self._failed)
        self.view.chosen.connect(self.chosen)
        self.view.merge_asked.connect(self.merge_asked)
        self.view.lock_asked.connect(self.lock_asked)
        self.view.story_asked.connect(self._tell_story)
        self._thread.start()

    def open(self, look: Look, who: Callable[[], str]) -> None:
        """In the language and colours of the bench; ``who`` is signed in there."""
        self._who = who
        self.view.ground.set_language(look.language, look.other)
        self.view.ground.set_palette(look.palette)
        self.view.reload()
        self.view.show()
        self.view.activateWindow()

    @Slot(str, bool)
    def _failed(self, sentence: str, unreachable: bool) -> None:
        self.view.fail(sentence, unreachable=unreachable)

    def stop(self) -> None:
        self._thread.quit()
        if not self._thread.wait(STOP_MS):
            sys.stderr.write("sealbench: the order book did not answer the finder in time.\n")
        self.shut()

    def shut(self) -> None:
        """Nothing of an order stays on the screen; asked again, it opens as quickly as before."""
        self._end_story()
        self.view.close()

    def _end_story(self) -> None:
        story, self._story = self._story, None
        if story is not None:
            story.kill()
            story.waitForFinished(STOP_MS)
            story.deleteLater()

    def _tell_story(self, order: str) -> None:
        """One at a time: the window of the one before goes."""
        self._end_story()
        process = QProcess(self)
        process.setWorkingDirectory(str(Path(__file__).parents[1]))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._story = process
        look = self.view.ground.look
        verb = ["office", "--home", str(self._home.root), "--alone", f"--by={self._who()}", f"--order={order}"]
        verb += [f"--language={look.language}", f"--colours={look.palette.name}"]
        process.start(sys.executable, ["-m", "station", *verb])
