"""The inside of a virtual ZPL printer. Pure.

Source: ZPL II Programming Guide, ``~HS``, ``~HQ``, ``~HI``, ``~JA``, ``^JZ`` (a label stopped by a fault is printed
again by the printer itself when the fault is gone).
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.virtual.firmware import (
    BUFFER,
    Cancelled,
    Heard,
    Label,
    Printed,
    PrinterFault,
    Question,
    State,
)
from station.devices.virtual.graphic import GraphicError, decode_graphic, decode_stored

_STATUS: Final = re.compile(rb"~HQES|~HS|~HI|~JA")
_NEXT: Final = re.compile(rb"~HQES|~HS|~HI|~JA|~DG[^\^~]*(?=[\^~])|\^XA.*?\^XZ", re.DOTALL)
_RECALL: Final = re.compile(rb"\^XG([A-Z]:[A-Za-z0-9]{1,16}\.GRF)")
_STORED_MAX: Final = 16  # pictures kept for ^XG
_QUANTITY: Final = re.compile(rb"\^PQ(\d{1,4})")
_ERRORS: Final = (
    (PrinterFault.PAPER_OUT, 0x1),
    (PrinterFault.RIBBON_OUT, 0x2),
    (PrinterFault.HEAD_OPEN, 0x4),
    (PrinterFault.HOT, 0x10),
    (PrinterFault.PAUSED, 0x10000),
)


class ZplFirmware:
    reprints = True

    def __init__(self) -> None:
        self._buffer = b""
        self._stored: dict[bytes, tuple[bytes, int, int]] = {}

    def feed(self, data: bytes) -> list[Heard]:
        heard: list[Heard] = []
        self._buffer = (self._buffer + data)[-BUFFER:]
        while (found := _NEXT.search(self._buffer)) is not None:
            found = _STATUS.search(self._buffer, found.start(), found.end()) or found  # acts even inside a format
            before = self._buffer[: found.start()] if found[0].startswith(b"~") else b""
            self._buffer = before + self._buffer[found.end() :]
            if found[0].startswith(b"~DG"):
                self._store(found[0])
            else:
                heard += self._meant(found[0])
        if b"^XA" not in self._buffer and b"~DG" not in self._buffer:
            self._buffer = self._buffer[-8:]  # a command cut in two; line ends and noise fall out
        return heard

    def forget(self) -> None:
        self._buffer = b""
        self._stored.clear()

    def answer(self, name: bytes, state: State) -> bytes:
        match name:
            case b"~HS":
                return self._host_status(state)
            case b"~HQES":
                return _error_status(state)
            case _:
                return b"\x02VIRTUAL-203dpi,V1.0.0,8,8192KB\x03\r\n"

    def _store(self, command: bytes) -> None:
        try:
            name, bitmap, width_dots, height_dots = decode_stored(command.translate(None, b"\r\n"))
        except GraphicError:
            return  # a printer drops it too
        if len(self._stored) < _STORED_MAX or name in self._stored:
            self._stored[name] = (bitmap, width_dots, height_dots)

    def _meant(self, command: bytes) -> list[Heard]:
        if command == b"~JA":
            return [Cancelled()]
        if command.startswith(b"~"):
            return [Question(name=command)]
        whole = command[command.rfind(b"^XA") :]  # what was cut off before it is lost
        if b"^FO" not in whole and b"^GF" not in whole and b"^FD" not in whole:
            return []  # settings without a field print nothing
        stated = _QUANTITY.search(whole)
        return [Label(picture=self._picture(whole), copies=int(stated[1]) if stated else 1)]

    def _picture(self, command: bytes) -> Printed | None:
        recalled = _RECALL.search(command)
        try:
            drawn = self._stored[recalled[1]] if recalled else decode_graphic(command)
        except (GraphicError, KeyError):
            return None
        bitmap, width_dots, height_dots = drawn
        return Printed(bitmap=bitmap, width_dots=width_dots, height_dots=height_dots, sent=command)

    def _host_status(self, state: State) -> bytes:
        paper, paused, head, ribbon, hot = (
            int(fault in state.faults)
            for fault in (
                PrinterFault.PAPER_OUT,
                PrinterFault.PAUSED,
                PrinterFault.HEAD_OPEN,
                PrinterFault.RIBBON_OUT,
                PrinterFault.HOT,
            )
        )
        partial = int(b"^XA" in self._buffer)
        labels, formats = int(bool(state.waiting)), max(state.waiting - 1, 0)
        return (
            f"\x02030,{paper},{paused},1245,{formats:03d},0,0,{partial},000,0,0,{hot}\x03\r\n"
            f"\x02001,0,{head},{ribbon},{ribbon},2,6,0,{labels:08d},1,000\x03\r\n\x020000,0\x03\r\n"
        ).encode("ascii")


def _error_status(state: State) -> bytes:
    flags = sum(flag for fault, flag in _ERRORS if fault in state.faults)
    low = 0x8 if PrinterFault.PAPER_LOW in state.faults else 0
    return (
        "\x02\r\n\r\n  PRINTER STATUS\r\n"
        f"   ERRORS:         {int(bool(flags))} 00000000 {flags:08X}\r\n"
        f"   WARNINGS:       {int(bool(low))} 00000000 {low:08X}\r\n\x03"
    ).encode("ascii")
