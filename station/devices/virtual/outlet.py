"""What a virtual device is plugged into: the far end of a pty or of a TCP port, with a plug that can be pulled.

Bytes only; what they mean is the device's. Everything is given back on ``close``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from station.errors import DeviceTrouble

CHUNK: Final = 4_096
UNSENT_LIMIT: Final = 64 * 1024  # bytes kept for a peer that does not read; more are lost, as on a wire


class TcpOutlet(QObject):
    """A port of this machine that one peer at a time is connected to; a second one takes the first one's place."""

    received = Signal(bytes)

    def __init__(self, port: int = 0, parent: QObject | None = None) -> None:
        """``port`` 0 takes a free one, and keeps it through ``unplug`` and ``plug``."""
        super().__init__(parent)
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._accept)
        self._port = port
        self._peer: QTcpSocket | None = None
        self.plug()
        self._port = self._server.serverPort()

    @property
    def address(self) -> str:
        return f"tcp:127.0.0.1:{self._port}"

    def plug(self) -> None:
        if self._server.isListening():
            return
        if not self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), self._port):
            raise DeviceTrouble(
                f"port {self._port} cannot be opened: {self._server.errorString()}", remedy="Choose another port."
            )

    def unplug(self) -> None:
        self._server.close()
        self._hang_up()

    def close(self) -> None:
        self.unplug()

    def write(self, data: bytes) -> None:
        """Bytes for the peer; lost when there is none, as on a wire."""
        if self._peer is not None and self._peer.bytesToWrite() + len(data) <= UNSENT_LIMIT:
            self._peer.write(data)

    def _accept(self) -> None:
        while (peer := self._server.nextPendingConnection()) is not None:
            self._hang_up()
            self._peer = peer
            peer.readyRead.connect(self._read)
            peer.disconnected.connect(self._gone)
            self._read()

    def _read(self) -> None:
        if self._peer is not None and (data := self._peer.readAll().data()):
            self.received.emit(bytes(data))

    def _gone(self) -> None:
        if self._peer is not None and self._peer is self.sender():
            self._hang_up()

    def _hang_up(self) -> None:
        peer, self._peer = self._peer, None
        if peer is not None:
            peer.abort()
            peer.deleteLater()


class PtyOutlet(QObject):
    """A pseudo-terminal behind a path that stays the same through ``unplug`` and ``plug``. Not on Windows."""

    received = Signal(bytes)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._master = self._slave = -1
        self._notifier: QSocketNotifier | None = None
        self.plug()

    @property
    def address(self) -> str:
        return f"serial:{self._path}"

    def plug(self) -> None:
        if self._master >= 0:
            return
        if not hasattr(os, "openpty"):
            raise DeviceTrouble("this system has no pseudo-terminals", remedy="Use a TCP port.")
        if self._path.exists() and not self._path.is_symlink():
            raise DeviceTrouble("something else stands at this path", where=str(self._path), remedy="Choose another.")
        import tty

        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)  # no echo, even before anyone has opened the port
        os.set_blocking(self._master, False)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.unlink(missing_ok=True)
        self._path.symlink_to(os.ttyname(self._slave))
        self._notifier = QSocketNotifier(self._master, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def unplug(self) -> None:
        if self._master < 0:
            return
        assert self._notifier is not None
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._path.unlink(missing_ok=True)
        os.close(self._master)
        os.close(self._slave)
        self._master = self._slave = -1

    def close(self) -> None:
        self.unplug()

    def write(self, data: bytes) -> None:
        if self._master < 0:
            return
        try:
            os.write(self._master, data)
        except BlockingIOError:
            return  # nobody reads and the line is full: lost, as on a wire

    def _read(self) -> None:
        if self._master < 0:
            return
        try:
            data = os.read(self._master, CHUNK)
        except OSError:
            return
        if data:
            self.received.emit(data)


Outlet: TypeAlias = TcpOutlet | PtyOutlet
