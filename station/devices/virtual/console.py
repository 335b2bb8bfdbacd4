"""Running one virtual device as a program of its own: lines of standard input in, an orderly end on a signal."""

from __future__ import annotations

import os
import signal
import threading
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from station.devices.framing import LineFramer

LINE_LIMIT: Final = 4_096
_TURN_MS: Final = 100  # Python hears a signal only when it gets a turn


class Console(QObject):
    """Says each line of standard input; at its end the device simply goes on."""

    line = Signal(str)
    _read_some = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self._framer = LineFramer(suffix=b"\n", limit=LINE_LIMIT)
        self._read_some.connect(self._take)
        # os.read and not sys.stdin: a thread inside sys.stdin's lock would break the program's end.
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while data := os.read(0, LINE_LIMIT):
            self._read_some.emit(data)

    def _take(self, data: bytes) -> None:
        for frame in self._framer.feed(data):
            if isinstance(frame, bytes):
                self.line.emit(frame.decode("utf-8", errors="replace"))


def run_until_told(app: QCoreApplication) -> None:
    """The event loop, until an interrupt or a terminate signal."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.quit())
    turn = QTimer()
    turn.timeout.connect(lambda: None)
    turn.start(_TURN_MS)
    app.exec()
    turn.stop()
