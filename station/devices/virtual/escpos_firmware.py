"""The inside of a virtual ESC/POS printer: it draws rasters, feeds, cuts and answers. Pure.

Written from Epson's text, apart from the file that writes ESC/POS: TM-U220A manual (``DLE EOT``, ``GS a``, ``GS r``),
``GS v 0``, ``GS ( L`` with ``GS 8 L`` (graphics, function 112 stores, 50 prints), ``ESC *`` (columns of 8 or 24 dots).
Text, codes and all else is taken by its length and not drawn. Real-time commands are obeyed wherever they come, inside
a picture too, as the manual warns.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.virtual.canvas import Canvas
from station.devices.virtual.firmware import BUFFER, Heard, InTurn, Label, Printed, PrinterFault, Question, State

_REAL_TIME: Final = re.compile(rb"\x10\x04[\x01-\x04]")
_LENGTHS: Final = {
    b"\x1b@": 2, b"\x1b2": 2, b"\x1bJ": 3, b"\x1bd": 3, b"\x1ba": 3, b"\x1b3": 3, b"\x1bt": 3, b"\x1bE": 3,
    b"\x1b!": 3, b"\x1bM": 3, b"\x1b-": 3, b"\x1b{": 3, b"\x1bR": 3, b"\x1bG": 3, b"\x1bp": 5, b"\x1b$": 4,
    b"\x1dL": 4, b"\x1dW": 4, b"\x1d!": 3, b"\x1dB": 3, b"\x1dH": 3, b"\x1dh": 3, b"\x1dw": 3, b"\x1df": 3,
    b"\x1da": 3, b"\x1dr": 3, b"\x1dI": 3, b"\x1d\x0c": 2, b"\x1c&": 2, b"\x1c.": 2, b"\x1c!": 3, b"\x10\x04": 3,
    b"\x10\x05": 3,
}  # fmt: skip
"""Commands of a fixed length, with their head."""

FEED_LINE: Final = 30
"""Dots of a line feed, as after ``ESC 2``."""


class EscposFirmware:
    reprints = False

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._buffer = b""
        self._tail = b""  # the beginning of a real-time command cut in two
        self._canvas = Canvas()
        self._stored: tuple[int, bytes] | None = None
        self._margin = 0
        self._line_dots = FEED_LINE
        self._sent = b""

    def feed(self, data: bytes) -> list[Heard]:
        heard = self._at_once(data)
        self._buffer = (self._buffer + data)[-BUFFER:]
        while (length := self._whole()) > 0:
            command, self._buffer = self._buffer[:length], self._buffer[length:]
            heard += self._obey(command)
        return heard

    def answer(self, name: bytes, state: State) -> bytes:
        match name[:2]:
            case b"\x10\x04":
                return bytes([_answer(name[2], state)])
            case b"\x1da":
                return _automatic(state)
            case b"\x1dr":
                return bytes([0x03 if PrinterFault.PAPER_LOW in state.faults else 0x00])
            case _:
                return b"\x02"

    def _at_once(self, data: bytes) -> list[Heard]:
        seen = self._tail + data
        found = list(_REAL_TIME.finditer(seen))
        self._tail = seen[max(len(seen) - 2, found[-1].end() if found else 0) :]
        return [Question(name=one[0]) for one in found]

    def _whole(self) -> int:
        """Length of the first command, 0 while it is not whole."""
        head = self._buffer[:2]
        if len(head) < 2:
            return len(head) if head[:1] not in (b"\x10", b"\x1b", b"\x1c", b"\x1d") else 0
        length = _LENGTHS.get(head) or self._counted(head)
        return length if len(self._buffer) >= length else 0

    def _counted(self, head: bytes) -> int:
        """Length of a command that says itself how long it is; more than there is while its count is not there yet."""
        data, never = self._buffer, len(self._buffer) + 1
        match head:
            case b"\x1dv":
                return 8 + _low_high(data, 4) * _low_high(data, 6) if len(data) >= 8 else never
            case b"\x1d(":
                return 5 + _low_high(data, 3) if len(data) >= 5 else never
            case b"\x1d8":
                return 7 + int.from_bytes(data[3:7], "little") if len(data) >= 7 else never
            case b"\x1b*":
                return 5 + _low_high(data, 3) * (3 if data[2] >= 32 else 1) if len(data) >= 5 else never
            case b"\x1dV":
                return never if len(data) < 3 else 4 if data[2] in b"ABab" else 3
            case b"\x1dk":
                return never if len(data) < 4 else 4 + data[3] if data[2] >= 65 else data.find(b"\x00", 3) + 1 or never
            case _:
                return 1 if head[0] not in b"\x1b\x1c\x1d\x10" else 2

    def _obey(self, command: bytes) -> list[Heard]:
        self._sent += command
        match command[:2]:
            case b"\x1dv":
                self._raster(_low_high(command, 4), command[8:])
            case b"\x1d(" | b"\x1d8":
                self._graphics(command)
            case b"\x1b*":
                self._columns(command)
            case b"\x1bJ":
                self._feed(command[2])
            case b"\x1bd":
                self._feed(command[2] * self._line_dots)
            case b"\x1b3":
                self._line_dots = command[2]
            case b"\x1dL":
                self._margin = _low_high(command, 2)
            case b"\x1b@" | b"\x1dV" | b"\x1d\x0c":
                return self._end()
            case b"\x1dr" | b"\x1dI":
                return [*self._end(), InTurn(name=command)]
            case b"\x1da":
                return [Question(name=command)]
            case _:
                self._feed(self._line_dots if command == b"\n" else 0)
        return []

    def _raster(self, row_bytes: int, dots: bytes) -> None:
        if row_bytes:
            self._canvas.draw(self._margin, self._canvas.height_dots, row_bytes, dots)

    def _graphics(self, command: bytes) -> None:
        """``GS ( L``: function 112 stores a raster picture, 50 (or 2) prints it."""
        body = command[5:] if command[1:2] == b"(" else command[7:]
        if command[2:3] != b"L" or len(body) < 2:
            return
        if body[1] == 112 and len(body) >= 10:
            self._stored = ((_low_high(body, 6) + 7) // 8, body[10:])
        elif body[1] in (2, 50) and self._stored is not None:
            self._raster(*self._stored)
            self._stored = None

    def _columns(self, command: bytes) -> None:
        """``ESC *`` 32 and 33: columns of 24 dots, the uppermost first; 0 and 1: of 8."""
        deep = 3 if command[2] >= 32 else 1
        columns = [command[at : at + deep] for at in range(5, len(command), deep)]
        row_bytes = (len(columns) + 7) // 8
        rows = []
        for row in range(deep * 8):
            bits = "".join("1" if column[row // 8] & (0x80 >> row % 8) else "0" for column in columns)
            rows.append(int(bits.ljust(row_bytes * 8, "0"), 2).to_bytes(row_bytes))
        if row_bytes:
            self._canvas.draw(self._margin, self._canvas.height_dots, row_bytes, b"".join(rows))
            self._line_dots = 0  # the line feed after a column picture is its own height, which is drawn

    def _feed(self, dots: int) -> None:
        self._canvas.feed(dots)

    def _end(self) -> list[Heard]:
        """What was drawn is a label, torn or cut off here."""
        canvas, self._canvas = self._canvas, Canvas()
        sent, self._sent = self._sent, b""
        bitmap, width_dots, height_dots = canvas.picture()
        if not width_dots:
            return []
        return [Label(picture=Printed(bitmap=bitmap, width_dots=width_dots, height_dots=height_dots, sent=sent))]


def _low_high(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _answer(number: int, state: State) -> int:
    """One byte of ``DLE EOT`` ``number``: bits 1 and 4 are always set."""
    cover = PrinterFault.HEAD_OPEN in state.faults
    paper, low = PrinterFault.PAPER_OUT in state.faults, PrinterFault.PAPER_LOW in state.faults
    hot, paused = PrinterFault.HOT in state.faults, PrinterFault.PAUSED in state.faults
    match number:
        case 1:
            return 0x12 | (0x08 if cover or paper or hot or paused else 0)
        case 2:
            return 0x12 | (0x04 if cover else 0) | (0x20 if paper else 0) | (0x40 if hot else 0)
        case 3:
            return 0x12 | (0x40 if hot else 0)
        case _:
            return 0x12 | (0x0C if low or paper else 0) | (0x60 if paper else 0)


def _automatic(state: State) -> bytes:
    cover = PrinterFault.HEAD_OPEN in state.faults
    paper, low = PrinterFault.PAPER_OUT in state.faults, PrinterFault.PAPER_LOW in state.faults
    first = 0x10 | (0x08 if cover or paper else 0) | (0x20 if cover else 0)
    return bytes([first, 0, (0x03 if low or paper else 0) | (0x0C if paper else 0), 0])
