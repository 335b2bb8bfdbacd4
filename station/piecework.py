"""The bench's ledger lent to another thread: each write is a piece of work that the bench's own thread does at rest.

So the ledger keeps its one writer, and nothing is written between a scan and its verdict. What the pieces are is not
known here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from station.bench import Outcome
from station.clock import Clock
from station.errors import LedgerInUse
from station.evidence.fact import Fact, Receipt
from station.evidence.ledger import Ledger
from station.evidence.ledger_file import Connection
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.home import Home
from station.packing.job import Job
from station.packing.waiting import at_the_book

T = TypeVar("T")
Act = Callable[[Ledger], object]

QUIET_US = 3_000_000
"""With an order open the bench is at rest when nothing was recorded for so long: nobody is scanning then."""

GAP_MS = 20
"""Between two pieces: whatever was scanned meanwhile comes first."""

PATIENCE_S = 600
"""Every parcel that is sealed is a rest; a bench without one for so long takes the piece another time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """``between_parcels``: it takes long enough to be felt, so that no order may be open."""

    act: Act
    between_parcels: bool = False
    done: Future[Any] = field(default_factory=Future)


class Piecework(QObject):
    """Lives in the bench's thread, which alone does the pieces; ``add`` may be called from any other."""

    _came = Signal()

    def __init__(
        self, do: Callable[[Act], object], job: Callable[[], Job], clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._do = do
        self._job = job
        self._clock = clock
        self._lock = Lock()
        self._pieces: deque[Piece] = deque()
        self._ended = False
        self._recorded_us = clock.now().mono_us - QUIET_US
        self.longest_us = 0  # of all pieces so far, for whoever measures
        self._timer = QTimer(self, interval=GAP_MS)
        self._timer.timeout.connect(self._next)
        self._came.connect(self._timer.start, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def heard(self, outcome: Outcome) -> None:
        """Where something was recorded, whoever packs may go on at once."""
        if outcome.events:
            self._recorded_us = self._clock.now().mono_us

    def add(self, piece: Piece) -> None:
        with self._lock:
            if self._ended:
                raise _closing()
            self._pieces.append(piece)
        self._came.emit()

    def end(self) -> None:
        """What is still to be done fails, and so does everything that comes."""
        self._timer.stop()
        with self._lock:
            self._ended = True
            left = tuple(self._pieces)
            self._pieces.clear()
        for piece in left:
            if piece.done.set_running_or_notify_cancel():
                piece.done.set_exception(_closing())

    def _next(self) -> None:
        if not self._pieces:
            self._timer.stop()
        elif self._at_rest(self._pieces[0]):
            with self._lock:
                piece = self._pieces.popleft()
            if piece.done.set_running_or_notify_cancel():
                self._finish(piece)

    def _finish(self, piece: Piece) -> None:
        """Whatever it raises is the other thread's to handle, a bug included."""
        begun_us = self._clock.now().mono_us
        try:
            piece.done.set_result(self._do(piece.act))
        except BaseException as error:  # noqa: BLE001
            piece.done.set_exception(error)
        self.longest_us = max(self.longest_us, self._clock.now().mono_us - begun_us)

    def _at_rest(self, piece: Piece) -> bool:
        job = self._job()
        if at_the_book(job):
            return False
        if not job.opened:
            return True
        return not piece.between_parcels and self._clock.now().mono_us - self._recorded_us >= QUIET_US


class LentLedger:
    """What may be asked of the ledger from another thread, each call until it is done.

    Raises:
        LedgerInUse: the bench closes, or is never at rest; nothing of that call was done.
    """

    lent = True

    def __init__(self, home: Home, log_name: str, work: Piecework) -> None:
        self.log_name = log_name
        self._home = home
        self._work = work
        self._own: LedgerReader | None = None

    def append(
        self,
        facts: Sequence[Fact],
        *,
        order_no: str | None,
        by: str,
        checkpoint: bool = False,
        beside: Callable[[Connection], None] = lambda _connection: None,
    ) -> Receipt:
        return self._done(
            lambda ledger: ledger.append(facts, order_no=order_no, by=by, checkpoint=checkpoint, beside=beside)
        )

    def reader(self) -> LedgerReader:
        """A connection of its own, beside the bench's."""
        if self._own is None:
            self._own = open_reader(self._home.ledger_file)
        return self._own

    def forget_order(self) -> None:
        self._done(lambda ledger: ledger.forget_order())

    def scrub(self) -> bool:
        """The write-ahead log alone: writing the whole file anew would keep a scan waiting."""
        return self._done(lambda ledger: ledger.scrub(whole=False))

    def close(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            own.close()

    def _done(self, act: Callable[[Ledger], T], *, between_parcels: bool = False) -> T:
        piece = Piece(act, between_parcels)
        self._work.add(piece)
        try:
            found: T = piece.done.result(timeout=PATIENCE_S)
        except TooLate:
            if not piece.done.cancel():
                return cast(T, piece.done.result())  # it is being done just now
            raise LedgerInUse("the bench is never at rest", remedy="It is tried again by itself.") from None
        except CancelledError:
            raise _closing() from None
        return found


def _closing() -> LedgerInUse:
    return LedgerInUse("the bench is closing", remedy="It goes on at the next start.")
