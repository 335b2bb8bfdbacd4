"""The inside of a virtual TSPL printer. Pure; written from the manuals, apart from the file that writes TSPL.

Gprinter GP-2120T manual: ``SIZE``, ``CLS``, ``BITMAP`` (0 prints a dot; mode 0 overwrites), ``PRINT``, ``ESC ! ?``.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.virtual.canvas import Canvas
from station.devices.virtual.firmware import BUFFER, Heard, Label, PrinterFault, Question, State

QUESTION: Final = b"\x1b!?"
_BITMAP: Final = re.compile(rb"BITMAP (\d{1,5}),(\d{1,5}),(\d{1,4}),(\d{1,5}),0,")
_SIZE: Final = re.compile(rb"SIZE ([\d.]{1,8}) mm, ?([\d.]{1,8}) mm")
_PRINT: Final = re.compile(rb"PRINT (\d{1,4})(?:,(\d{1,4}))?")
_ANSWER: Final = (
    (PrinterFault.HEAD_OPEN, 0x01),
    (PrinterFault.PAPER_OUT, 0x04),
    (PrinterFault.RIBBON_OUT, 0x08),
    (PrinterFault.PAUSED, 0x10),
    (PrinterFault.HOT, 0x80),
)
_PRINTING: Final = 0x20


class TsplFirmware:
    reprints = False

    def __init__(self, *, dpi: int) -> None:
        self._per_mm = 8.0 if dpi == 203 else dpi / 25.4
        self.forget()

    def forget(self) -> None:
        self._buffer = b""
        self._size = (0, 0)
        self._canvas = Canvas()
        self._sent = b""

    def feed(self, data: bytes) -> list[Heard]:
        heard: list[Heard] = []
        self._buffer = (self._buffer + data)[-BUFFER:]
        while (length := self._whole()) > 0:
            command, self._buffer = self._buffer[:length], self._buffer[length:]
            heard += self._obey(command)
        return heard

    def answer(self, name: bytes, state: State) -> bytes:
        del name
        flags = sum(flag for fault, flag in _ANSWER if fault in state.faults)
        return bytes([flags or (_PRINTING if state.waiting else 0)])

    def _whole(self) -> int:
        """Length of the first command, 0 while it is not whole: a line, a picture by its count, or a question."""
        if self._buffer.startswith(QUESTION):
            return len(QUESTION)
        if (found := _BITMAP.match(self._buffer)) is not None:
            length = found.end() + int(found[3]) * int(found[4])
            return length if len(self._buffer) >= length else 0
        if self._buffer.startswith(b"BITMAP") and self._buffer.count(b",", 0, 40) < 5 and b"\n" not in self._buffer:
            return 0
        line, asked = self._buffer.find(b"\n") + 1, self._buffer.find(QUESTION)
        return asked if 0 < asked < line or (asked > 0 and not line) else line

    def _obey(self, command: bytes) -> list[Heard]:
        if command == QUESTION:
            return [Question(name=command)]
        self._sent += command
        if (found := _BITMAP.match(command)) is not None:
            left, top, row_bytes, _ = (int(number) for number in found.groups())
            if row_bytes:
                self._canvas.draw(left, top, row_bytes, bytes(byte ^ 0xFF for byte in command[found.end() :]))
        elif (found := _SIZE.match(command)) is not None:
            self._size = round(float(found[1]) * self._per_mm), round(float(found[2]) * self._per_mm)
        elif command.startswith(b"CLS"):
            self._canvas = Canvas(width_dots=self._size[0], height_dots=self._size[1])
        elif (found := _PRINT.match(command)) is not None:
            return [self._label(int(found[1]) * int(found[2] or 1))]
        return []

    def _label(self, copies: int) -> Label:
        sent, self._sent = self._sent, b""
        return self._canvas.label(sent, copies)
