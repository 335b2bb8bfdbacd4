"""One job for one printer, without a bench: send it and wait for what becomes of it. For verbs, not for packing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from station.packing.inputs import LinkReport, PrinterReport, PrintState

if TYPE_CHECKING:
    from station.devices.device import PrinterDevice


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``state`` is None when nothing has left: the job was taken back."""

    state: PrintState | None
    cause: str = ""


class _Ear(QObject):
    def __init__(self, job: str, loop: QEventLoop) -> None:
        super().__init__()
        self._job = job
        self._loop = loop
        self.state: PrintState | None = None
        self.cause = "no answer"

    def hear(self, said: object) -> None:
        if isinstance(said, LinkReport) and self.state is None:
            self.cause = said.word
        if isinstance(said, PrinterReport) and said.job == self._job:
            self.cause = said.cause
            self.state = None if said.state is PrintState.NOT_READY else said.state
            if said.state in (PrintState.PRINTED, PrintState.UNKNOWN):
                self._loop.quit()


def print_once(device: PrinterDevice, job: str, data: bytes, *, wait_ms: int) -> Outcome:
    """Sent at most once. What has not left within ``wait_ms`` is taken back; what may have left is UNKNOWN."""
    assert QCoreApplication.instance() is not None
    loop = QEventLoop()
    ear = _Ear(job, loop)
    device.said.connect(ear.hear)
    QTimer.singleShot(wait_ms, loop.quit)
    QTimer.singleShot(0, lambda: _begin(device, job, data))
    loop.exec()
    taken_back = device.cancel(job)
    device.close()
    if taken_back:
        return Outcome(state=None, cause=ear.cause)
    if ear.state in (PrintState.PRINTED, PrintState.UNKNOWN):
        return Outcome(state=ear.state, cause=ear.cause)
    return Outcome(state=PrintState.UNKNOWN, cause="no answer")


def _begin(device: PrinterDevice, job: str, data: bytes) -> None:
    device.open()
    device.send(job, data)
