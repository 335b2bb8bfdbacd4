"""Printers: a link, a language and the conversation of ``printing``; or a folder that gets one file a label.

What may be sent when is decided in ``printing``; here its acts are carried out and the clock is read.
"""

from __future__ import annotations

import errno
import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from station.devices.address import FileAddress
from station.devices.dialect import Confirms, PrinterLanguage, told
from station.devices.printer_links import PrinterLink
from station.devices.printing import QUEUE, Act, Ask, Condition, Conversation, Pace, Reconnect, Report, Write
from station.devices.usblp_link import UsblpLink
from station.packing.inputs import DeviceKind, LinkReport, PrinterReport, PrintState
from station.packing.model import JobId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station.clock import Clock

FILE_RETRY_MS: Final = 2_000


class Asks(StrEnum):
    """Who is asked how a printer is."""

    LANGUAGE = "language"  # the printer, in its language
    PORT = "port"  # the USB port: ready, out of paper or in error, and no more
    NOBODY = "nobody"  # it never answers: labels are sent blind, and the packer is asked about each


class Printer(QObject):
    """Says ``PrinterReport`` for each job and ``LinkReport`` when the printer's condition changes."""

    said = Signal(object)

    def __init__(
        self,
        name: str,
        link: PrinterLink,
        language: PrinterLanguage,
        clock: Clock,
        pace: Pace,
        *,
        asks: Asks = Asks.LANGUAGE,
        reprints: bool | None = None,
    ) -> None:
        """``reprints``: whether it prints a stopped label again by itself, where it differs from its language."""
        super().__init__()
        self._name = name
        self._language = language
        self._clock = clock
        self._asks = asks
        confirms = language.confirms if asks is Asks.LANGUAGE else Confirms.NOTHING
        again = language.reprints if reprints is None else reprints
        self._conversation = Conversation(pace, confirms=confirms, reprints=again)
        self._reader = language.StatusReader()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._link = link
        link.setParent(self)
        link.received.connect(self._received)
        link.moved.connect(self._moved)
        link.written.connect(self._written)
        link.up.connect(self._up)
        link.down.connect(self._down)

    def open(self) -> None:
        assert QThread.currentThread() == self.thread(), "a printer is used in the thread where it lives"
        self._link.open()

    def close(self) -> None:
        self._timer.stop()
        self._link.close()

    def send(self, job: str, data: bytes, *, labels: int = 1) -> None:
        """Print ``data`` once; what became of it comes as reports. A job not ready waits and goes by itself."""
        assert QThread.currentThread() == self.thread(), "a printer is used in the thread where it lives"
        self._do(self._conversation.submit(self._now_ms(), job, data, labels=labels))

    def cancel(self, job: str) -> bool:
        """Whether the job was taken back before a byte of it left."""
        return self._conversation.cancel(job)

    def _up(self) -> None:
        self._reader = self._language.StatusReader()
        self._do(self._conversation.link_up(self._now_ms()))

    def _down(self, word: str) -> None:
        self._do(self._conversation.link_down(self._now_ms(), word))

    def _received(self, data: bytes) -> None:
        for status in self._reader.feed(data):
            self._do(self._conversation.answered(self._now_ms(), status))

    def _moved(self) -> None:
        self._conversation.moved(self._now_ms())

    def _written(self) -> None:
        self._do(self._conversation.written(self._now_ms()))

    def _tick(self) -> None:
        self._do(self._conversation.tick(self._now_ms()))

    def _do(self, acts: Sequence[Act]) -> None:
        for act in acts:
            self._act(act)
        wake_ms = self._conversation.wake_ms
        if wake_ms is None:
            self._timer.stop()
        else:
            self._timer.start(max(wake_ms - self._now_ms(), 0))

    def _act(self, act: Act) -> None:
        match act:
            case Ask():
                self._ask()
            case Write():
                if not self._link.send(act.data):
                    self._do(self._conversation.not_taken(self._now_ms()))
            case Reconnect():
                self._link.reopen("silent")
            case Report():
                self.said.emit(PrinterReport(job=JobId(act.job), state=act.state, cause=act.cause))
            case Condition():
                self.said.emit(LinkReport(device=self._name, kind=DeviceKind.PRINTER, up=act.up, word=act.word))
            case _:
                assert_never(act)

    def _ask(self) -> None:
        match self._asks:
            case Asks.LANGUAGE:
                self._reader.asked()
                self._link.send(self._language.ready_request())
            case Asks.PORT:
                status = self._link.port_status() if isinstance(self._link, UsblpLink) else None
                if status is not None:
                    self._do(self._conversation.answered(self._now_ms(), status))
            case Asks.NOBODY:
                self._do(self._conversation.answered(self._now_ms(), told("ready")))
            case _:
                assert_never(self._asks)

    def _now_ms(self) -> int:
        return self._clock.now().mono_us // 1000


class FilePrinter(QObject):
    """A folder instead of paper: one file a job, fsynced, named by the job, never written twice."""

    said = Signal(object)

    def __init__(self, name: str, address: FileAddress, *, suffix: str) -> None:
        super().__init__()
        self._name = name
        self._folder = Path(address.folder)
        self._suffix = suffix
        self._waiting: dict[str, bytes] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(FILE_RETRY_MS)
        self._timer.timeout.connect(self._retry)

    def open(self) -> None:
        self.said.emit(LinkReport(device=self._name, kind=DeviceKind.PRINTER, up=True, word="ready"))

    def close(self) -> None:
        self._timer.stop()

    def send(self, job: str, data: bytes, *, labels: int = 1) -> None:
        try:
            self._write(job, data)
        except OSError as error:
            self._wait(job, data, errno.errorcode.get(error.errno or 0, "disk").lower())
            return
        self._waiting.pop(job, None)
        self._say(job, PrintState.SENT)
        self._say(job, PrintState.PRINTED)

    def cancel(self, job: str) -> bool:
        return self._waiting.pop(job, None) is not None

    def _wait(self, job: str, data: bytes, cause: str) -> None:
        if len(self._waiting) == QUEUE and job not in self._waiting:
            self._say(job, PrintState.NOT_READY, "queue_full")
            return
        is_new = job not in self._waiting
        self._waiting[job] = data
        self._timer.start()
        if is_new:
            self._say(job, PrintState.NOT_READY, cause)

    def _retry(self) -> None:
        self._timer.stop()
        for job, data in tuple(self._waiting.items()):
            self.send(job, data)

    def _write(self, job: str, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{re.sub(r'[^A-Za-z0-9._-]', '_', job)}.{self._suffix}"
        if path.exists():
            return
        part = path.with_name(path.name + ".part")
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        if os.name == "posix":
            _fsync_folder(self._folder)

    def _say(self, job: str, state: PrintState, cause: str = "") -> None:
        self.said.emit(PrinterReport(job=JobId(job), state=state, cause=cause))


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
