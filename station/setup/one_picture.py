"""One still of a camera, in a thread of its own, written to a file to be looked at."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from station.clock import Clock
from station.devices.camera import EvidenceCamera
from station.devices.cameras.told import CameraSetup, Still, StillFailed
from station.media_room import GB
from station.setup.values import PictureTaken

WAIT_MS: Final = 8_000


class OnePicture(QObject):
    """``taken`` comes once."""

    taken = Signal(object)  # PictureTaken
    _ask = Signal(int)
    _end = Signal()

    def __init__(self, link: str, file: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._folder = TemporaryDirectory(prefix="sealbench-")
        self._camera = EvidenceCamera(CameraSetup(name="camera", link=link), clock, Path(self._folder.name))
        self._thread = QThread()
        self._camera.moveToThread(self._thread)
        self._thread.started.connect(self._camera.open)
        self._camera.still.connect(self._still)
        self._camera.failed.connect(self._failed)
        self._ask.connect(self._camera.take_still)
        self._end.connect(self._camera.stop)
        self._camera.stopped.connect(self._thread.quit)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._too_late)
        self._again = QTimer(self, singleShot=True, interval=500)
        self._again.timeout.connect(self._try)
        self._asked = 0

    def start(self) -> None:
        self._timer.start()
        self._thread.start()
        self._try()

    def stop(self) -> None:
        self._timer.stop()
        self._again.stop()
        self._end.emit()
        if not self._thread.wait(2_000):
            self._thread.quit()
            self._thread.wait(2_000)
        self._folder.cleanup()

    def _try(self) -> None:
        self._asked += 1
        self._ask.emit(self._asked)

    def _still(self, still: Still) -> None:
        try:
            self._file.write_bytes(still.jpeg)
            free_gb = shutil.disk_usage(self._file.parent).free // GB
        except OSError as error:
            self.taken.emit(PictureTaken(trouble=f"it cannot be written: {error.strerror}"))
            return
        taken = PictureTaken(file=str(self._file), width=still.width, height=still.height, free_gb=free_gb)
        self.taken.emit(taken)

    def _failed(self, failed: StillFailed) -> None:
        """A camera that wakes up has no picture yet."""
        self._again.start()

    def _too_late(self) -> None:
        self.taken.emit(PictureTaken(trouble="no picture came: see its cable, its address and its rights"))
