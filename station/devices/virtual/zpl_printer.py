"""A printer without a printer: it takes ZPL on a port, answers for its state and keeps what it printed.

Source: ZPL II Programming Guide, ``~HS``, ``~HQ``, ``~HI``, ``~JA``, ``^JZ`` (a label stopped by a fault is printed
again by the printer itself when the fault is gone).
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from station.devices.virtual.graphic import GraphicError
from station.devices.virtual.graphic import decode_graphic as decode_graphic
from station.devices.virtual.outlet import Outlet

BUFFER: Final = 16 * 1024 * 1024  # bytes of formats not yet whole
PAPER_LIMIT: Final = 1_000  # labels kept to be looked at; older ones are forgotten
_WAITING_LIMIT: Final = 100  # whole formats not yet printed
_STATUS: Final = re.compile(rb"~HQES|~HS|~HI|~JA")
_NEXT: Final = re.compile(rb"~HQES|~HS|~HI|~JA|\^XA.*?\^XZ", re.DOTALL)
_QUANTITY: Final = re.compile(rb"\^PQ(\d{1,4})")


class PrinterFault(StrEnum):
    PAPER_OUT = "paper_out"
    HEAD_OPEN = "head_open"
    PAUSED = "paused"
    SILENT = "silent"  # takes bytes, answers nothing, prints nothing
    DIES = "dies"  # hangs up in the middle of a label and forgets everything


_FLAGS: Final = ((PrinterFault.PAPER_OUT, 0x1), (PrinterFault.HEAD_OPEN, 0x4), (PrinterFault.PAUSED, 0x10000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One label as it came out: its picture (packed rows, 1 = black) and the format it came from."""

    bitmap: bytes
    width_dots: int
    height_dots: int
    zpl: bytes


class VirtualPrinter(QObject):
    """``plan`` says which fault strikes while which label (from 1) prints; ``folder`` gets a PNG of each label."""

    printed = Signal(object)  # Printed
    struck = Signal(str)  # the planned fault, by its word

    def __init__(
        self,
        outlet: Outlet,
        *,
        label_ms: int = 200,
        plan: dict[int, PrinterFault] | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__()
        self.outlet = outlet
        outlet.setParent(self)
        outlet.received.connect(self._received)
        self.paper: deque[Printed] = deque(maxlen=PAPER_LIMIT)
        self.refused = 0  # formats that were no picture
        self._plan = dict(plan or {})
        self._folder = folder
        self._faults: set[PrinterFault] = set()
        self._waiting: deque[bytes] = deque()
        self._buffer = b""
        self._count = 0
        self._head = QTimer(self)
        self._head.setSingleShot(True)
        self._head.setInterval(label_ms)
        self._head.timeout.connect(self._come_out)

    def strike(self, fault: PrinterFault) -> None:
        """Something goes wrong now; a label under the head stops."""
        self._head.stop()
        if fault is PrinterFault.DIES:
            self._die()
        else:
            self._faults.add(fault)
        self.struck.emit(fault.value)

    def mend(self) -> None:
        """Paper loaded, head closed, pause over: what was stopped is printed, once."""
        self._faults.clear()
        self.outlet.plug()
        self._pull()

    def plan_fault(self, label: int, fault: PrinterFault) -> None:
        """Let ``fault`` strike while the ``label``-th label of this printer's life prints."""
        self._plan[label] = fault

    def close(self) -> None:
        self._head.stop()
        self.outlet.close()

    def _received(self, data: bytes) -> None:
        self._buffer = (self._buffer + data)[-BUFFER:]
        while (found := _NEXT.search(self._buffer)) is not None:
            found = _STATUS.search(self._buffer, found.start(), found.end()) or found  # acts even inside a format
            before = self._buffer[: found.start()] if found[0].startswith(b"~") else b""
            self._buffer = before + self._buffer[found.end() :]
            self._obey(found[0])
        if b"^XA" not in self._buffer:
            self._buffer = self._buffer[-8:]  # a command cut in two; line ends and noise fall out

    def _obey(self, command: bytes) -> None:
        match command:
            case b"~HS":
                self._answer(self._host_status())
            case b"~HQES":
                self._answer(self._error_status())
            case b"~HI":
                self._answer(b"\x02VIRTUAL-203dpi,V1.0.0,8,8192KB\x03\r\n")
            case b"~JA":
                self._waiting.clear()
                self._head.stop()
            case _:
                self._take(command[command.rfind(b"^XA") :])  # what was cut off before it is lost

    def _take(self, command: bytes) -> None:
        stated = _QUANTITY.search(command)
        copies = min(int(stated[1]), _WAITING_LIMIT) if stated else 1
        self._waiting.extend([command] * copies if len(self._waiting) < _WAITING_LIMIT else [])
        self._pull()

    def _pull(self) -> None:
        if self._waiting and not self._faults and not self._head.isActive():
            self._head.start()

    def _come_out(self) -> None:
        if not self._waiting:
            return
        planned = self._plan.pop(self._count + 1, None)
        if planned is not None:
            self.strike(planned)
            return
        command = self._waiting.popleft()
        try:
            bitmap, width_dots, height_dots = decode_graphic(command)
        except GraphicError:
            self.refused += 1
        else:
            self._keep(Printed(bitmap=bitmap, width_dots=width_dots, height_dots=height_dots, zpl=command))
        self._pull()

    def _keep(self, label: Printed) -> None:
        self._count += 1
        self.paper.append(label)
        if self._folder is not None:
            _save(label, self._folder / f"label-{self._count:04d}.png")
        self.printed.emit(label)

    def _die(self) -> None:
        self._waiting.clear()
        self._buffer = b""
        self.outlet.unplug()

    def _answer(self, data: bytes) -> None:
        if PrinterFault.SILENT not in self._faults:
            self.outlet.write(data)

    def _host_status(self) -> bytes:
        paper, paused, head = (
            int(fault in self._faults)
            for fault in (PrinterFault.PAPER_OUT, PrinterFault.PAUSED, PrinterFault.HEAD_OPEN)
        )
        partial = int(b"^XA" in self._buffer)
        labels = int(bool(self._waiting))
        formats = max(len(self._waiting) - 1, 0)
        return (
            f"\x02030,{paper},{paused},1245,{formats:03d},0,0,{partial},000,0,0,0\x03\r\n"
            f"\x02001,0,{head},0,0,2,6,0,{labels:08d},1,000\x03\r\n\x020000,0\x03\r\n"
        ).encode("ascii")

    def _error_status(self) -> bytes:
        flags = sum(flag for fault, flag in _FLAGS if fault in self._faults)
        return (
            "\x02\r\n\r\n  PRINTER STATUS\r\n"
            f"   ERRORS:         {int(bool(flags))} 00000000 {flags:08X}\r\n"
            "   WARNINGS:       0 00000000 00000000\r\n\x03"
        ).encode("ascii")


def _save(label: Printed, path: Path) -> None:
    from PySide6.QtGui import QColor, QImage

    stride = (label.width_dots + 7) // 8
    image = QImage(label.bitmap, label.width_dots, label.height_dots, stride, QImage.Format.Format_Mono)
    image.setColorTable([QColor("white").rgb(), QColor("black").rgb()])
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path))
