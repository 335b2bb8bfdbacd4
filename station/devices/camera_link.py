"""A camera as a scanner: Qt brings the pictures, a thread of its own reads them, and each new code is a line.

No picture is kept and none leaves this file. Decoding never holds up the bench, and pictures that come meanwhile are
not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from station.devices.address import CameraAddress
from station.devices.cameras.capture import Capture
from station.devices.cameras.picture import Newest
from station.devices.picture_codes import Sight, codes_in
from station.devices.pipe_link import PipeLink, PipeLost
from station.devices.scanners.camera import code_line

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtMultimedia import QVideoFrame

FROZEN_MS: Final = 3_000
"""Without a picture for so long the camera is taken for gone, and opened anew."""


PICTURE_MS: Final = 80
"""Between two pictures that are read; a camera gives twice as many, which would only warm the bench."""


class PicturePipe:
    """Reads pictures into lines of codes. ``word`` is why there are none, once the camera has failed."""

    def __init__(self, newest: Newest[QImage]) -> None:
        self.word = ""
        self._newest = newest
        self._sight = Sight()
        self._time = QElapsedTimer()
        self._last_ms = 0

    def open(self) -> None:
        if self.word:
            raise PipeLost(self.word)
        self._time.start()

    def read(self, timeout_ms: int) -> bytes:
        picture = self._newest.take(timeout_ms)
        now_ms = self._time.elapsed()
        if self.word:
            raise PipeLost(self.word)
        if picture is None:
            if now_ms - self._last_ms > FROZEN_MS:
                raise PipeLost("frozen")
            return b""
        self._last_ms = now_ms
        return b"".join(code_line(code) for code in self._sight.look(codes_in(picture), now_ms))

    def write(self, data: bytes, timeout_ms: int) -> int:
        del timeout_ms
        return len(data)

    def close(self) -> None:
        return


class CameraLink(QObject):
    """Lives in the bench's thread; the camera is started with every opening and stopped with every loss."""

    received = Signal(bytes)
    moved = Signal()
    written = Signal()
    up = Signal()
    down = Signal(str)

    def __init__(self, address: CameraAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: Newest[QImage] = Newest()
        self._pause = QElapsedTimer()
        self._pause.start()
        self._capture = Capture(address, self._frame, self._failed, self)
        self._pipe = PicturePipe(self._newest)
        self._link = PipeLink(self._new_pipe, self)
        self._link.received.connect(self.received)
        self._link.up.connect(self.up)
        self._link.down.connect(self._lost)

    def open(self) -> None:
        self._link.open()

    def close(self) -> None:
        self._link.close()
        self._capture.stop()

    def reopen(self, word: str) -> None:
        self._link.reopen(word)

    def send(self, data: bytes) -> bool:
        return self._link.send(data)

    def _new_pipe(self) -> PicturePipe:
        """Called in this object's thread, before the reading one starts."""
        self._capture.stop()
        self._pipe = PicturePipe(self._newest)
        self._pipe.word = self._capture.start()
        return self._pipe

    def _frame(self, frame: QVideoFrame) -> None:
        """In whatever thread Qt brings it."""
        if self._pause.elapsed() < PICTURE_MS:
            return
        from PySide6.QtGui import QImage

        self._pause.restart()
        picture = frame.toImage()
        if not picture.isNull():
            self._newest.put(picture.convertToFormat(QImage.Format.Format_Grayscale8))

    def _failed(self) -> None:
        self._pipe.word = "lost"

    def _lost(self, word: str) -> None:
        self._capture.stop()
        self.down.emit(word)
