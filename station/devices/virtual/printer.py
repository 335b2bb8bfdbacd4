"""A printer without a printer: it takes labels on a port, answers for its state and keeps what it printed.

What the bytes mean is its firmware's; this is the queue, the head that takes time, the faults and the paper.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from station.devices.virtual.epl_firmware import EplFirmware
from station.devices.virtual.escpos_firmware import EscposFirmware
from station.devices.virtual.firmware import (
    Cancelled,
    Firmware,
    Heard,
    InTurn,
    Label,
    Printed,
    PrinterFault,
    Question,
    State,
)
from station.devices.virtual.outlet import Outlet
from station.devices.virtual.tspl_firmware import TsplFirmware
from station.devices.virtual.zpl_firmware import ZplFirmware

PAPER_LIMIT: Final = 1_000  # labels kept to be looked at; older ones are forgotten
WAITING_LIMIT: Final = 100  # whole labels not yet printed
FIRMWARES: Final = MappingProxyType[str, Callable[[int], Firmware]](
    {
        "zpl": lambda _dpi: ZplFirmware(),
        "escpos": lambda _dpi: EscposFirmware(),
        "tspl": lambda dpi: TsplFirmware(dpi=dpi),
        "epl": lambda _dpi: EplFirmware(),
    }
)
"""By language, for a density: TSPL alone measures in millimetres."""


class VirtualPrinter(QObject):
    """``plan`` says which fault strikes while which label (from 1) prints; ``folder`` gets a PNG of each label."""

    printed = Signal(object)  # Printed
    struck = Signal(str)  # the planned fault, by its word

    def __init__(
        self,
        outlet: Outlet,
        *,
        speaks: str = "zpl",
        dpi: int = 203,
        label_ms: int = 200,
        plan: dict[int, PrinterFault] | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__()
        self.outlet = outlet
        outlet.setParent(self)
        outlet.received.connect(self._received)
        self.paper: deque[Printed] = deque(maxlen=PAPER_LIMIT)
        self.refused = 0  # labels that were no picture
        self.spoiled = 0  # labels torn by a fault
        self._firmware = FIRMWARES[speaks](dpi)
        self._plan = dict(plan or {})
        self._folder = folder
        self._faults: set[PrinterFault] = set()
        self._waiting: deque[Printed | InTurn | None] = deque()
        self._count = 0
        self._head = QTimer(self)
        self._head.setSingleShot(True)
        self._head.setInterval(label_ms)
        self._head.timeout.connect(self._come_out)

    def strike(self, fault: PrinterFault) -> None:
        """Something goes wrong now; a label under the head stops."""
        if fault is PrinterFault.DIES:
            self._die()
        else:
            self._faults.add(fault)
        if self._stopped and self._head.isActive():
            self._stop()
        self.struck.emit(fault.value)

    def mend(self) -> None:
        """Paper loaded, head closed, pause over: what was stopped is printed, once, or was spoiled."""
        self._faults.clear()
        self.outlet.plug()
        self._pull()

    def plan_fault(self, label: int, fault: PrinterFault) -> None:
        """Let ``fault`` strike while the ``label``-th label of this printer's life prints."""
        self._plan[label] = fault

    def close(self) -> None:
        self._head.stop()
        self.outlet.close()

    @property
    def _stopped(self) -> bool:
        return bool(self._faults - {PrinterFault.PAPER_LOW})

    def _received(self, data: bytes) -> None:
        for heard in self._firmware.feed(data):
            self._obey(heard)

    def _obey(self, heard: Heard) -> None:
        match heard:
            case Question():
                self._answer(heard.name)
            case InTurn():
                self._waiting.append(heard)
                self._pull()
            case Cancelled():
                self._waiting.clear()
                self._head.stop()
            case Label():
                copies = min(heard.copies, WAITING_LIMIT) if len(self._waiting) < WAITING_LIMIT else 0
                self._waiting.extend([heard.picture] * copies)
                self._pull()
            case _:
                assert_never(heard)

    def _pull(self) -> None:
        while self._waiting and isinstance(self._waiting[0], InTurn) and not self._stopped:
            turn = self._waiting.popleft()
            assert isinstance(turn, InTurn)
            self._answer(turn.name)
        if self._waiting and not self._stopped and not self._head.isActive():
            self._head.start()

    def _come_out(self) -> None:
        if not self._waiting:
            return
        planned = self._plan.pop(self._count + 1, None)
        if planned is not None:
            self._head.start()  # the label is under the head when it strikes
            self.strike(planned)
            return
        label = self._waiting.popleft()
        assert not isinstance(label, InTurn), "what is to be answered in turn never comes under the head"
        if label is None:
            self.refused += 1
        else:
            self._keep(label)
        self._pull()

    def _stop(self) -> None:
        self._head.stop()
        if not self._firmware.reprints and self._waiting and PrinterFault.SILENT not in self._faults:
            self._waiting.popleft()
            self.spoiled += 1

    def _keep(self, label: Printed) -> None:
        self._count += 1
        self.paper.append(label)
        if self._folder is not None:
            _save(label, self._folder / f"label-{self._count:04d}.png")
        self.printed.emit(label)

    def _die(self) -> None:
        self._head.stop()
        self._waiting.clear()
        self._firmware.forget()
        self.outlet.unplug()

    def _answer(self, name: bytes) -> None:
        if PrinterFault.SILENT not in self._faults:
            waiting = sum(not isinstance(one, InTurn) for one in self._waiting)
            self.outlet.write(self._firmware.answer(name, State(faults=frozenset(self._faults), waiting=waiting)))


def _save(label: Printed, path: Path) -> None:
    from PySide6.QtGui import QColor, QImage

    stride = (label.width_dots + 7) // 8
    image = QImage(label.bitmap, label.width_dots, label.height_dots, stride, QImage.Format.Format_Mono)
    image.setColorTable([QColor("white").rgb(), QColor("black").rgb()])
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path))
