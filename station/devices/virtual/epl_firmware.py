"""The inside of a virtual EPL2 printer. Pure; written from the manual, apart from the file that writes EPL2.

Zebra, EPL Programming Guide: ``N``, ``q``, ``Q``, ``GW`` (0 prints a dot), ``P``, ``^ee``.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.virtual.canvas import Canvas
from station.devices.virtual.firmware import BUFFER, Heard, Label, PrinterFault, Question, State

QUESTION: Final = b"^ee"
_GRAPHIC: Final = re.compile(rb"GW(\d{1,5}),(\d{1,5}),(\d{1,4}),(\d{1,5}),")
_WIDTH: Final = re.compile(rb"q(\d{1,5})")
_HEIGHT: Final = re.compile(rb"Q(\d{1,5}),")
_PRINT: Final = re.compile(rb"P(\d{1,5})")
_CODES: Final = (
    (PrinterFault.PAPER_OUT, "07"),
    (PrinterFault.RIBBON_OUT, "07"),
    (PrinterFault.HEAD_OPEN, "11"),
    (PrinterFault.PAUSED, "12"),
    (PrinterFault.HOT, "13"),
)
_BUSY: Final = "50"


class EplFirmware:
    reprints = False

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._buffer = b""
        self._width_dots = self._height_dots = 0
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
        codes = sorted({code for fault, code in _CODES if fault in state.faults})
        return (",".join(codes or ([_BUSY] if state.waiting else ["00"])) + "\r\n").encode("ascii")

    def _whole(self) -> int:
        if (found := _GRAPHIC.match(self._buffer)) is not None:
            length = found.end() + int(found[3]) * int(found[4])
            return length if len(self._buffer) >= length else 0
        return self._buffer.find(b"\n") + 1

    def _obey(self, command: bytes) -> list[Heard]:
        if command.strip() == QUESTION:
            return [Question(name=QUESTION)]
        self._sent += command
        if (found := _GRAPHIC.match(command)) is not None:
            left, top, row_bytes, _ = (int(number) for number in found.groups())
            if row_bytes:
                self._canvas.draw(left, top, row_bytes, bytes(byte ^ 0xFF for byte in command[found.end() :]))
        elif command.strip() == b"N":
            self._canvas = Canvas(width_dots=self._width_dots, height_dots=self._height_dots)
        elif (found := _WIDTH.match(command)) is not None:
            self._width_dots = int(found[1])
            self._canvas = Canvas(width_dots=self._width_dots, height_dots=self._height_dots)
        elif (found := _HEIGHT.match(command)) is not None:
            self._height_dots = int(found[1])
            self._canvas = Canvas(width_dots=self._width_dots, height_dots=self._height_dots)
        elif (found := _PRINT.match(command)) is not None:
            return [self._label(int(found[1]))]
        return []

    def _label(self, copies: int) -> Label:
        sent, self._sent = self._sent, b""
        return self._canvas.label(sent, copies)
