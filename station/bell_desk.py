"""Hears the order book's bell for one bench in a thread of its own, and begins again when the line breaks."""

from __future__ import annotations

from threading import Event, Thread
from typing import Final

from PySide6.QtCore import QObject, Signal

from station.errors import Trouble
from station.orders.listening import listen

AGAIN_S: Final = 3.0


class BellDesk(QObject):
    """``rung`` comes from another thread: connect it to a method of an object, queued."""

    rung = Signal()

    def __init__(self, url: str, bench: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = url
        self._bench = bench
        self._ended = Event()
        self._thread = Thread(target=self._listen, name="order book's bell", daemon=True)

    def begin(self) -> None:
        """An embedded book has no bell: it is a file, and looked at each second."""
        if self._url.startswith("postgresql"):
            self._thread.start()

    def finish(self) -> None:
        """Soon: a line that hangs is left behind, and says nothing any more."""
        self._ended.set()

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                listen(self._url, self._bench, rung=self._ring, ended=self._ended)
            except Trouble:
                self._ended.wait(AGAIN_S)

    def _ring(self) -> None:
        if not self._ended.is_set():
            self.rung.emit()
