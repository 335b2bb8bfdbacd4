"""Lines of standard input for a terminal's set-up, read so that the program can end while a person still thinks."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from typing import Final, TextIO

from PySide6.QtCore import QObject, Signal

from station.devices.framing import LineFramer

LINE_LIMIT: Final = 4_096
"""A longer line is no answer and is dropped."""


class Answers(QObject):
    line = Signal(str)
    ended = Signal()
    _read_some = Signal(bytes)

    def __init__(self, stdin: TextIO, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._framer = LineFramer(suffix=b"\n", limit=LINE_LIMIT)
        self._stdin = stdin  # kept: a stream that nobody keeps closes what it reads
        self._read = _reader(stdin)
        self._read_some.connect(self._take)
        self._thread = threading.Thread(target=self._run, name="answers", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _run(self) -> None:
        while data := self._read(LINE_LIMIT):
            self._read_some.emit(data)
        self._read_some.emit(b"")

    def _take(self, data: bytes) -> None:
        for frame in self._framer.feed(data or b"\n"):
            if isinstance(frame, bytes):
                self.line.emit(frame.decode("utf-8", errors="replace").rstrip("\r"))
        if not data:
            self.ended.emit()


def _reader(stdin: TextIO) -> Callable[[int], bytes]:
    """``os.read`` where there is a file: a thread inside a stream's lock would break the program's end."""
    try:
        file = stdin.fileno()
    except io.UnsupportedOperation:
        assert isinstance(stdin, io.TextIOWrapper)
        assert isinstance(stdin.buffer, io.BytesIO)
        return stdin.buffer.read
    return lambda count: os.read(file, count)
