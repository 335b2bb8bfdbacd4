"""The kernel's printer port (``/dev/usb/lp0``): bytes both ways, and the three lines of its status. Linux only.

The port blocks when the printer takes nothing, so it is opened non-blocking and watched by the event loop.
"""

from __future__ import annotations

import errno
import os
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from station.devices.address import UsblpAddress
from station.devices.dialect import PrinterStatus
from station.devices.link import READ_LIMIT, WRITE_LIMIT, BackOff
from station.devices.port_status import meaning

CHUNK: Final = 8_192
LPGETSTATUS: Final = 0x060B
"""``linux/lp.h``."""


class UsblpLink(QObject):
    received = Signal(bytes)
    moved = Signal()
    written = Signal()
    up = Signal()
    down = Signal(str)

    def __init__(self, address: UsblpAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = address.path
        self._file = -1
        self._notifiers: tuple[QSocketNotifier, QSocketNotifier] | None = None
        self._unsent = bytearray()
        self._back_off = BackOff(self)
        self._back_off.due.connect(self._try)
        self._last_word = ""

    def open(self) -> None:
        self._try()

    def close(self) -> None:
        """Final until the next ``open``; says nothing. Bytes not yet sent are thrown away."""
        self._back_off.stop()
        self._close_file()

    def reopen(self, word: str) -> None:
        self._lose(word)

    def send(self, data: bytes) -> bool:
        """Whether every byte was taken; False means that none was."""
        if self._notifiers is None or len(self._unsent) + len(data) > WRITE_LIMIT:
            return False
        self._unsent += data
        self._notifiers[1].setEnabled(True)
        return True

    def port_status(self) -> PrinterStatus | None:
        """What the printer's status lines say; None when the port cannot tell."""
        if self._file < 0:
            return None
        import fcntl

        answer = bytearray(4)
        try:
            fcntl.ioctl(self._file, LPGETSTATUS, answer)
        except OSError:
            return None
        return meaning(answer[0])

    def _try(self) -> None:
        if self._file >= 0:
            return
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as error:
            self._lose(WORDS.get(error.errno or 0, "lost"))
            return
        reads = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
        writes = QSocketNotifier(self._file, QSocketNotifier.Type.Write, self)
        reads.activated.connect(self._read)
        writes.setEnabled(False)
        writes.activated.connect(self._write)
        self._notifiers = (reads, writes)
        self._back_off.worked()
        self._last_word = ""
        self.up.emit()

    def _read(self) -> None:
        if self._file < 0:
            return
        try:
            data = os.read(self._file, READ_LIMIT)
        except BlockingIOError:
            return
        except OSError:
            self._lose("lost")
            return
        if data:
            self.received.emit(data)
        else:
            self._lose("closed")

    def _write(self) -> None:
        if self._file < 0 or self._notifiers is None:
            return
        try:
            taken = os.write(self._file, self._unsent[:CHUNK])
        except BlockingIOError:
            return
        except OSError:
            self._lose("lost")
            return
        del self._unsent[:taken]
        if not self._unsent:
            self._notifiers[1].setEnabled(False)
        self.moved.emit()
        if not self._unsent:
            self.written.emit()

    def _lose(self, word: str) -> None:
        self._close_file()
        self._back_off.again()
        if word != self._last_word:
            self._last_word = word
            self.down.emit(word)

    def _close_file(self) -> None:
        notifiers, self._notifiers = self._notifiers, None
        for notifier in notifiers or ():
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._unsent.clear()
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


WORDS: Final = {
    errno.ENOENT: "not_found",
    errno.ENODEV: "not_found",
    errno.ENXIO: "not_found",
    errno.EACCES: "no_permission",
    errno.EBUSY: "in_use",
}
