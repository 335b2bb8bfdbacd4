"""A camera of this machine as a source of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station.clock import Clock
from station.devices.address import CameraAddress
from station.devices.cameras.capture import Capture
from station.devices.cameras.picture import Newest, Picture, Source
from station.packing.inputs import Instant

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


class UsbSource(QObject):
    """Frames wait as the camera gave them: only one that is taken is turned into a picture."""

    def __init__(
        self, address: CameraAddress, clock: Clock, parent: QObject, *, size: tuple[int, int], fps: int
    ) -> None:
        super().__init__(parent)
        self.kind: Source = "usb"
        self.word = ""
        self._clock = clock
        self._newest: Newest[tuple[QVideoFrame, Instant]] = Newest()
        self._capture = Capture(address, self._seen, self._lost, self, size=size, fps=fps)

    def start(self) -> None:
        self.word = self._capture.start()

    def take(self) -> Picture | None:
        frame_at = self._newest.take()
        if frame_at is None:
            return None
        image = frame_at[0].toImage()
        return None if image.isNull() else Picture(image=image, at=frame_at[1])

    def stop(self) -> None:
        self._capture.stop()
        self._newest.take()

    def _seen(self, frame: QVideoFrame) -> None:
        """In whatever thread Qt brings it."""
        self._newest.put((frame, self._clock.now()))

    def _lost(self) -> None:
        self.word = "lost"
