"""A printer behind a queue: CUPS, an IPP printer, a Windows printer. Exactly once, or ask; as with a printer's link.

One thread makes the calls that wait. A job is handed over once, after the queue said that it is ready; what becomes of
it is asked until it is through. The screen and the bench never wait for a network.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Final, assert_never

from PySide6.QtCore import QObject, Qt, QThread, Signal

from station.devices.dialect import NOT_FAULTS, PrinterStatus
from station.devices.printing import QUEUE, REMEMBERED
from station.devices.spool import Fate, Spool, Uncertain, Unreached
from station.errors import Trouble
from station.packing.inputs import DeviceKind, LinkReport, PrinterReport, PrintState
from station.packing.model import JobId

END_S: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePace:
    """Waits between two questions, in seconds."""

    rest_s: float = 10.0
    retry_s: float = 2.0
    going_s: float = 1.0
    finish_s: float = 300.0  # a job that is neither done nor lost for so long is unknown


class QueuePrinter(QObject):
    """Says ``PrinterReport`` for each job and ``LinkReport`` when the queue's condition changes."""

    said = Signal(object)
    _told = Signal(int, object)

    def __init__(self, name: str, spool: Spool, pace: QueuePace | None = None) -> None:
        super().__init__()
        self._name = name
        self._spool = spool
        self._pace = pace or QueuePace()
        self._worker: _Worker | None = None
        self._round = 0
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def open(self) -> None:
        assert QThread.currentThread() == self.thread(), "a printer is used in the thread where it lives"
        if self._worker is None:
            self._round += 1
            self._worker = _Worker(self._name, self._spool, self._pace, self, self._round)
            self._worker.start()

    def close(self) -> None:
        self._round += 1
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def send(self, job: str, data: bytes, *, labels: int = 1) -> None:
        """Print ``data`` once; what became of it comes as reports. A job not ready waits and goes by itself."""
        if self._worker is None or not self._worker.take(job, data):
            self.said.emit(PrinterReport(job=JobId(job), state=PrintState.NOT_READY, cause="queue_full"))

    def cancel(self, job: str) -> bool:
        """Whether the job was taken back before it was handed over."""
        return self._worker is not None and self._worker.cancel(job)

    def _hear(self, number: int, said: object) -> None:
        if number == self._round:
            self.said.emit(said)


class _Worker:
    def __init__(self, name: str, spool: Spool, pace: QueuePace, printer: QueuePrinter, number: int) -> None:
        self._name = name
        self._spool = spool
        self._pace = pace
        self._printer = printer
        self._number = number
        self._lock = threading.Lock()
        self._jobs: deque[tuple[str, bytes]] = deque()
        self._known: deque[str] = deque(maxlen=REMEMBERED)
        self._causes: dict[str, str] = {}
        self._news = threading.Event()
        self._ending = threading.Event()
        self._condition: LinkReport | None = None
        self._thread = threading.Thread(target=self._run, name=f"queue {name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._ending.set()
        self._news.set()
        self._thread.join(END_S)

    def take(self, job: str, data: bytes) -> bool:
        """False when too many wait. A job known already is not taken twice."""
        with self._lock:
            if job in self._known:
                return True
            if len(self._jobs) >= QUEUE:
                return False
            self._known.append(job)
            self._jobs.append((job, data))
        self._news.set()
        return True

    def cancel(self, job: str) -> bool:
        with self._lock:
            waiting = [one for one in self._jobs if one[0] == job]
            for one in waiting:
                self._jobs.remove(one)
                self._known.remove(job)
        return bool(waiting)

    def _run(self) -> None:
        while not self._ending.is_set():
            is_ready = self._look()
            job = self._next() if is_ready else None
            if job is not None:
                self._print(*job)
            elif not self._ending.is_set():
                self._news.wait(self._pace.rest_s if not self._waiting() else self._pace.retry_s)
                self._news.clear()

    def _waiting(self) -> str:
        with self._lock:
            return self._jobs[0][0] if self._jobs else ""

    def _next(self) -> tuple[str, bytes] | None:
        with self._lock:
            return self._jobs.popleft() if self._jobs else None

    def _look(self) -> bool:
        """Whether the queue is ready; its condition is said when it changed, and so is what keeps the first job."""
        try:
            status = self._spool.status()
        except Unreached as trouble:
            self._condition_is(up=False, word=str(trouble))
            return False
        except Trouble as trouble:
            self._condition_is(up=False, word=trouble.what)
            return False
        word = status.cause or ("ready" if status.ready else "unknown")
        self._condition_is(up=True, word=word)
        return _is_ready(status)

    def _condition_is(self, *, up: bool, word: str) -> None:
        report = LinkReport(device=self._name, kind=DeviceKind.PRINTER, up=up, word=word)
        if report != self._condition:
            self._condition = report
            self._say(report)
        if word != "ready":
            self._held(word)

    def _held(self, word: str) -> None:
        job = self._waiting()
        if job and self._causes.get(job) != word:
            self._causes = {job: word}
            self._report(job, PrintState.NOT_READY, word)

    def _print(self, job: str, data: bytes) -> None:
        try:
            number = self._spool.submit(job, data)
        except Unreached as trouble:
            with self._lock:
                self._jobs.appendleft((job, data))
            self._held(str(trouble))
            self._ending.wait(self._pace.retry_s)
        except Uncertain as trouble:
            self._report(job, PrintState.UNKNOWN, str(trouble))
        else:
            self._report(job, PrintState.SENT)
            self._watch(job, number)

    def _watch(self, job: str, number: int) -> None:
        for _ in range(max(int(self._pace.finish_s / self._pace.going_s), 1)):
            match self._fate(number):
                case Fate.DONE:
                    self._done(job)
                    return
                case Fate.LOST:
                    self._report(job, PrintState.UNKNOWN, "aborted")
                    return
                case Fate.GOING:
                    self._look()
                case fate:
                    assert_never(fate)
            if self._ending.wait(self._pace.going_s):
                return
        self._report(job, PrintState.UNKNOWN, "busy")

    def _done(self, job: str) -> None:
        if self._spool.proves:
            self._report(job, PrintState.PRINTED)
        else:
            self._report(job, PrintState.UNKNOWN, "unconfirmed")

    def _fate(self, number: int) -> Fate:
        """A queue that does not answer may answer later."""
        try:
            return self._spool.fate(number)
        except Unreached:
            return Fate.GOING

    def _report(self, job: str, state: PrintState, cause: str = "") -> None:
        self._say(PrinterReport(job=JobId(job), state=state, cause=cause))

    def _say(self, said: object) -> None:
        self._printer._told.emit(self._number, said)


def _is_ready(status: PrinterStatus) -> bool:
    return status.ready and not status.words - NOT_FAULTS
