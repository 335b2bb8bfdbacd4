"""Writing down what a device sends while it is open: its bytes as they come, and what they were understood as."""

from __future__ import annotations

from typing import BinaryIO, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from station.devices.device import Scale
from station.devices.scanner import Scanner
from station.devices.session import END, LINE_BYTES_MAX, LINES_MAX, About, Line, came, told, written

CHUNK: Final = LINE_BYTES_MAX // 4


class Recorder(QObject):
    """``full`` comes when no more may be written. What a read meant stands beside it, with the same time."""

    full = Signal()

    def __init__(self, device: Scanner | Scale, about: About, file: BinaryIO) -> None:
        super().__init__()
        self.reads = 0
        self.understood = 0
        self._file = file
        self._lines = 1
        self._time = QElapsedTimer()
        self._time.start()
        file.write(written(about))
        device.link.received.connect(self._came)
        device.link.up.connect(self._up)
        device.link.down.connect(self._down)
        device.said.connect(self._said)

    def end(self) -> None:
        self._write(Line(at_ms=self._now_ms(), link=END))
        self._file.flush()

    def _came(self, data: bytes) -> None:
        self.reads += 1
        for start in range(0, len(data), CHUNK):
            self._write(came(data[start : start + CHUNK], self._now_ms()))

    def _up(self) -> None:
        self._write(Line(at_ms=self._now_ms(), link="up"))

    def _down(self, word: str) -> None:
        self._write(Line(at_ms=self._now_ms(), link=word))

    def _said(self, said: object) -> None:
        understood = told(said)
        if understood is not None:
            self.understood += 1
            self._write(Line(at_ms=self._now_ms(), said=understood))

    def _write(self, line: Line) -> None:
        """One line is kept free for the end."""
        if self._lines >= LINES_MAX - 1 and line.link != END:
            self.full.emit()
            return
        self._lines += 1
        self._file.write(written(line))

    def _now_ms(self) -> int:
        return self._time.elapsed()
