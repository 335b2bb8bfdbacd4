"""A network camera without hardware: JPEG after JPEG over HTTP, as cheap ones and phones do. Its picture says so.

It can be covered (black), freeze (the same picture again), hang (no more pictures), and be pulled out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from station.clock import Clock
from station.devices.cameras.synthetic import SyntheticSource
from station.errors import DeviceTrouble

PEERS_MAX: Final = 4
UNSENT_LIMIT: Final = 2 * 1024 * 1024  # for a peer that does not read; further pictures are lost
NOISE: Final = (0, 6, 3, 9)  # of a sensor under a cover, in turn
BOUNDARY: Final = b"picture"
ANSWER: Final = b"HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=" + BOUNDARY + b"\r\n\r\n"


class CameraMood(StrEnum):
    OK = "ok"
    DARK = "dark"  # its lens is covered
    FROZEN = "frozen"
    HANGING = "hanging"
    UNPLUGGED = "unplugged"


class VirtualCamera(QObject):
    """``port`` 0 takes a free one. Raises ``DeviceTrouble`` when the port is taken."""

    def __init__(
        self, clock: Clock, *, port: int = 0, size: tuple[int, int] = (1280, 720), fps: int = 10, quality: int = 75
    ) -> None:
        super().__init__()
        self._source = SyntheticSource(clock, size=size)
        self._source.start()
        self._quality = quality
        self._mood = CameraMood.OK
        self._peers: list[QTcpSocket] = []
        self._jpeg = b""
        self._noise = 0
        self._port = port
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._accept)
        self._listen()
        self._port = self._server.serverPort()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._shoot)
        self._timer.start(1_000 // fps)

    @property
    def address(self) -> str:
        """As it stands in ``bench.toml``."""
        return f"http://127.0.0.1:{self._port}/"

    def be(self, mood: CameraMood) -> None:
        self._mood = mood
        if mood is CameraMood.UNPLUGGED:
            self._server.close()
            for peer in tuple(self._peers):
                peer.abort()
        elif not self._server.isListening():
            self._listen()

    def close(self) -> None:
        self._timer.stop()
        self.be(CameraMood.UNPLUGGED)

    def _listen(self) -> None:
        if not self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), self._port):
            raise DeviceTrouble(
                f"port {self._port} cannot be opened: {self._server.errorString()}", remedy="Choose another port."
            )

    def _accept(self) -> None:
        """What is asked for does not matter: there is one picture."""
        while (peer := self._server.nextPendingConnection()) is not None:
            if len(self._peers) == PEERS_MAX:
                self._peers[0].abort()
            self._peers.append(peer)
            peer.disconnected.connect(self._gone)
            peer.readyRead.connect(self._asked)
            peer.write(ANSWER)

    def _asked(self) -> None:
        for peer in self._peers:
            peer.readAll()

    def _gone(self) -> None:
        left = [peer for peer in self._peers if peer.state() is QTcpSocket.SocketState.UnconnectedState]
        self._peers = [peer for peer in self._peers if peer not in left]
        for peer in left:
            peer.deleteLater()

    def _shoot(self) -> None:
        if not self._peers or self._mood in (CameraMood.HANGING, CameraMood.UNPLUGGED):
            return
        if self._mood in (CameraMood.OK, CameraMood.DARK) or not self._jpeg:
            self._jpeg = self._picture()
        head = b"--%b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % (BOUNDARY, len(self._jpeg))
        for peer in tuple(self._peers):
            if peer.bytesToWrite() + len(self._jpeg) <= UNSENT_LIMIT:
                peer.write(head + self._jpeg + b"\r\n")

    def _picture(self) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image = self._source.take().image
        if self._mood is CameraMood.DARK:
            image = _covered(image, self._noise)
            self._noise += 1
        assert image.save(buffer, "JPEG", self._quality)  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def _covered(image: QImage, at: int) -> QImage:
    """Black but for a little that changes: a sensor without light is never the same twice."""
    dark = QImage(image.size(), image.format())
    dark.fill(QColor.fromRgb(*[NOISE[at % len(NOISE)]] * 3))
    return dark
