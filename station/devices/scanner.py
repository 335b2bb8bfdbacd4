"""A scanner of any kind: a link, and what is heard over it. No rule of packing, no meaning of bytes here.

It says everything through one signal, ``said``, and lives in the thread that made it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal

from station.devices.hearing import Heard, Hearing
from station.devices.input_links import Link
from station.devices.tally import Tally

GAP_MS: Final = 500  # a scanner that stops this long inside a code has lost the rest


class Scanner(QObject):
    """Says ``Scan`` for every whole code, refused ones included, and ``LinkReport``."""

    said = Signal(object)

    def __init__(self, link: Link, hearing: Hearing, *, gap_ms: int = GAP_MS) -> None:
        super().__init__()
        self._hearing = hearing
        self.tally = Tally()
        self._quiet_halves = 0
        self._quiet = QTimer(self)
        self._quiet.setInterval(gap_ms // 2)
        self._quiet.timeout.connect(self._gap)
        self._link = link
        link.setParent(self)
        link.received.connect(self._received)
        link.up.connect(self._up)
        link.down.connect(self._down)

    @property
    def link(self) -> Link:
        """For a recording: what comes, and when."""
        return self._link

    @property
    def cause(self) -> str:
        """Why nothing of it can be used, in a sentence; or nothing."""
        return self._hearing.cause

    def open(self) -> None:
        assert QThread.currentThread() == self.thread(), "a device is used in the thread where it lives"
        self._link.open()

    def close(self) -> None:
        self._quiet.stop()
        self._link.close()

    def _received(self, data: bytes) -> None:
        since = QElapsedTimer()
        since.start()
        heard = self._hearing.feed(data)
        self._say(heard)
        if heard:
            self.tally.took(since.nsecsElapsed() // 1_000)
        self._quiet_halves = 0
        if self._hearing.waiting:
            self._quiet.start()
        else:
            self._quiet.stop()

    def _gap(self) -> None:
        """Two halves, because a timer that comes late may run before the bytes that came in time are read."""
        self._quiet_halves += 1
        if self._quiet_halves < 2:
            return
        self._quiet_halves = 0
        self._say(self._hearing.gap())
        if not self._hearing.waiting:
            self._quiet.stop()

    def _up(self) -> None:
        self._say([self._hearing.up()])

    def _down(self, word: str) -> None:
        self._quiet.stop()
        self._say([self._hearing.down(word)])

    def _say(self, heard: Sequence[Heard]) -> None:
        for said in heard:
            self.tally.count(said)
            self.said.emit(said)
