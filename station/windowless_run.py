"""Standard input and output around the windowless bench. Nothing of packing is known here."""

from __future__ import annotations

import os
from functools import partial
from typing import BinaryIO, Final, TextIO

from PySide6.QtCore import QObject, QSemaphore, QThread, Signal
from PySide6.QtGui import QGuiApplication

from station.app import assemble
from station.clock import SystemClock
from station.collecting import Collecting
from station.crash import install as install_crash_hook
from station.ending import Ending
from station.home import Home
from station.lines import LINE_BYTES_MAX
from station.pins import right
from station.ui import languages
from station.windowless import QUEUE_MAX, Windowless

READER_MS: Final = 500
"""Long enough for a reader whose input has ended."""


class LineReader(QThread):
    """Reads lines in a thread of its own, and no further ahead than the bench can follow."""

    line = Signal(bytes)
    ended = Signal()

    def __init__(self, stream: BinaryIO, parent: QObject) -> None:
        super().__init__(parent)
        self._stream = stream
        self._room = QSemaphore(QUEUE_MAX)

    def took(self) -> None:
        self._room.release()

    def run(self) -> None:
        while line := self._stream.readline(LINE_BYTES_MAX + 2):
            whole = line
            while not line.endswith(b"\n") and (line := self._stream.readline(LINE_BYTES_MAX)):
                pass  # the rest of a line that is too long is read and dropped
            self._room.acquire()
            self.line.emit(whole)
        self.ended.emit()


def run(home: Home, stdin: BinaryIO, stdout: TextIO, *, wait_ms: int) -> int:
    """The bench until the input has ended and what was under way is done, or ``wait_ms`` have passed, or it is told to
    end."""
    install_crash_hook(home.logs, SystemClock())
    application = QGuiApplication.instance() or QGuiApplication(["sealbench"])
    Collecting(application)
    Ending(application)
    languages.load(application, home.translations)  # for the papers
    bench = assemble(home, clock=SystemClock(), weighed_by_lines=True)

    def write(line: str) -> None:
        stdout.write(line + "\n")
        stdout.flush()

    windowless = Windowless(bench.host, write, wait_ms=wait_ms, pin_right=partial(right, home))
    reader = LineReader(stdin, windowless)
    reader.line.connect(windowless.feed)
    reader.ended.connect(windowless.end)
    windowless.taken.connect(reader.took)
    windowless.done.connect(application.quit)
    bench.start()
    reader.start()
    try:
        application.exec()
    finally:
        bench.stop()
    if not reader.wait(READER_MS):
        stdout.flush()
        os._exit(0)  # told to end, and nothing calls back a thread that waits for a line
    return 0
