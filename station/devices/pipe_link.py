"""A device behind calls that may wait: a thread moves its bytes, so that neither it nor the bench holds the other up.

What is done on the bus is a pipe's (``usb_pipe``, ``hidraw_pipe``, ``evdev_pipe``); this link gives it bytes and says
what came. The thread ends with ``close``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from station.devices.link import PLUGGED_WAIT_MS, WRITE_LIMIT, BackOff
from station.errors import Trouble

CHUNK: Final = 16_384
WRITE_MS: Final = 500
READ_MS: Final = 50
END_S: Final = 5.0
UNHEARD_LIMIT: Final = 1024 * 1024  # bytes read for a bench that does not listen: a device gone mad


class PipeLost(Exception):
    """The device is not there, or not ours. Its text is one word."""


class Pipe(Protocol):
    """A device's two directions. Every method may raise ``PipeLost``."""

    def open(self) -> None: ...

    def read(self, timeout_ms: int) -> bytes:
        """What came, or nothing."""
        ...

    def write(self, data: bytes, timeout_ms: int) -> int:
        """How many bytes the device took; 0 when it takes none at present."""
        ...

    def close(self) -> None: ...


class PipeLink(QObject):
    """``pipe`` makes a new pipe for every try; it is opened, used and closed in the link's own thread."""

    received = Signal(bytes)
    moved = Signal()
    written = Signal()
    up = Signal()
    down = Signal(str)
    _opened = Signal(int)
    _came = Signal(int, bytes)
    _left = Signal(int, bool)
    _lost = Signal(int, str)

    def __init__(self, pipe: Callable[[], Pipe], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe = pipe
        self._worker: _Worker | None = None
        self._round = 0  # what an older thread still says is not heard
        self._is_up = False
        self._back_off = BackOff(self, longest_ms=PLUGGED_WAIT_MS)
        self._back_off.due.connect(self._try)
        self._last_word = ""
        queued = Qt.ConnectionType.QueuedConnection
        self._opened.connect(self._hear_opened, queued)
        self._came.connect(self._hear, queued)
        self._left.connect(self._hear_left, queued)
        self._lost.connect(self._hear_lost, queued)

    def open(self) -> None:
        self._try()

    def close(self) -> None:
        """Final until the next ``open``; says nothing. Bytes not yet sent are thrown away."""
        self._back_off.stop()
        self._end()

    def reopen(self, word: str) -> None:
        self._lose(word)

    def send(self, data: bytes) -> bool:
        """Whether every byte was taken; False means that none was."""
        return self._is_up and self._worker is not None and self._worker.take(data)

    def _try(self) -> None:
        if self._worker is None:
            self._round += 1
            self._worker = _Worker(self._round, self._pipe(), self)
            self._worker.start()

    def _hear_opened(self, number: int) -> None:
        if number == self._round:
            self._back_off.worked()
            self._is_up = True
            self._last_word = ""
            self.up.emit()

    def _hear(self, number: int, data: bytes) -> None:
        if number == self._round and self._is_up:
            assert self._worker is not None
            self._worker.heard(len(data))
            self.received.emit(data)

    def _hear_left(self, number: int, is_all: bool) -> None:
        if number == self._round and self._is_up:
            self.moved.emit()
            if is_all:
                self.written.emit()

    def _hear_lost(self, number: int, word: str) -> None:
        if number == self._round:
            self._lose(word)

    def _lose(self, word: str) -> None:
        self._end()
        self._back_off.again()
        if word != self._last_word:
            self._last_word = word
            self.down.emit(word)

    def _end(self) -> None:
        self._is_up = False
        self._round += 1
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


class _Worker:
    """Opens, writes what waits, reads what comes, until told to end or the printer is gone."""

    def __init__(self, number: int, pipe: Pipe, link: PipeLink) -> None:
        self._number = number
        self._pipe = pipe
        self._link = link
        self._lock = threading.Lock()
        self._unsent = bytearray()
        self._unheard = 0
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="device-pipe", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._ending.set()
        self._thread.join(END_S)

    def take(self, data: bytes) -> bool:
        with self._lock:
            if len(self._unsent) + len(data) > WRITE_LIMIT:
                return False
            self._unsent += data
            return True

    def _run(self) -> None:
        try:
            self._pipe.open()
            self._link._opened.emit(self._number)
            while not self._ending.is_set():
                self._write()
                data = self._pipe.read(READ_MS)
                if data:
                    self._say(data)
        except PipeLost as lost:
            self._link._lost.emit(self._number, str(lost))
        except Trouble as trouble:
            self._link._lost.emit(self._number, trouble.what)
        finally:
            self._pipe.close()

    def heard(self, count: int) -> None:
        with self._lock:
            self._unheard -= count

    def _say(self, data: bytes) -> None:
        with self._lock:
            self._unheard += len(data)
            is_flood = self._unheard > UNHEARD_LIMIT
        if is_flood:
            raise PipeLost("flooded")
        self._link._came.emit(self._number, data)

    def _write(self) -> None:
        with self._lock:
            chunk = bytes(self._unsent[:CHUNK])
        if not chunk:
            return
        taken = self._pipe.write(chunk, WRITE_MS)
        with self._lock:
            del self._unsent[:taken]
            is_all = not self._unsent
        if taken:
            self._link._left.emit(self._number, is_all)
