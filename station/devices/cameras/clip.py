"""One video file while it is written, by the encoder that Qt brings: H.264 where the system has one, else MPEG-4.

Encoding runs in Qt's own threads. A file is told only when it is closed and was found whole.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QImage

from station.devices.cameras.mp4 import pictures_in
from station.packing.inputs import Instant

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaFormat, QMediaRecorder

MIME: Final = "video/mp4"
PART: Final = ".part.mp4"
WAITING_MAX: Final = 4
"""Pictures that wait for the encoder: 15 MB at 1280 by 720."""
CLOSE_MS: Final = 5_000
"""A file that is not closed after so long is given up."""


class Clip(QObject):
    """``closed`` comes once, after ``finish`` or when the encoder fails."""

    closed = Signal()

    def __init__(
        self, file: Path, size: tuple[int, int], fps: int, at: Instant, parent: QObject, *, take: int = 0
    ) -> None:
        from PySide6.QtMultimedia import QMediaCaptureSession, QMediaRecorder, QVideoFrameInput

        super().__init__(parent)
        self.file = file
        self.size = size
        self.take = take
        self.started = self.ended = self.offered = at
        self.frames = 0
        self.dropped = 0
        self.is_closed = False
        self._fps = fps
        self._part = file.with_name(file.stem + PART)
        self._waiting: deque[tuple[QImage, Instant]] = deque()
        self._session, self._input = QMediaCaptureSession(self), QVideoFrameInput(self)
        self._recorder = QMediaRecorder(self)
        self._session.setVideoFrameInput(self._input)
        self._input.readyToSendVideoFrame.connect(self._send)
        self._session.setRecorder(self._recorder)
        self._recorder.setMediaFormat(best_format())
        self._recorder.setQuality(QMediaRecorder.Quality.HighQuality)
        self._recorder.setVideoFrameRate(fps)
        self._recorder.setOutputLocation(QUrl.fromLocalFile(str(self._part)))
        self._recorder.recorderStateChanged.connect(self._moved)
        self._recorder.errorOccurred.connect(self._end)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._end)

    def start(self) -> None:
        """``closed`` may come at once, when there is no encoder or no place."""
        self._recorder.record()

    def add(self, image: QImage, at: Instant) -> None:
        """One that the encoder has no room for waits a little; of too many the oldest is dropped and counted."""
        self.offered = at
        if len(self._waiting) == WAITING_MAX:
            self._waiting.popleft()
            self.dropped += 1
        self._waiting.append((image, at))
        self._send()

    def _send(self) -> None:
        """The encoder asks for more by itself; it takes its first picture some milliseconds after the start."""
        from PySide6.QtMultimedia import QVideoFrame

        while self._waiting:
            image, at = self._waiting[0]
            frame = QVideoFrame(image)
            frame.setStreamFrameRate(self._fps)
            frame.setStartTime(at.mono_us - self.started.mono_us)
            if not self._input.sendVideoFrame(frame):
                return
            self._waiting.popleft()
            self.frames += 1
            self.ended = at

    def finish(self) -> None:
        """The file is closed soon after; ``closed`` tells."""
        self._late.start(CLOSE_MS)
        self._recorder.stop()

    def _moved(self, state: QMediaRecorder.RecorderState) -> None:
        if state is type(state).StoppedState:
            self._end()

    def _end(self) -> None:
        """Only what is in the file counts as a frame."""
        if self.is_closed:
            return
        self.is_closed = True
        self._late.stop()
        kept = self._settle()
        self.dropped += max(self.frames - kept, 0) + len(self._waiting)
        self.frames = kept
        self.closed.emit()

    def _settle(self) -> int:
        """Gives a whole file its name and tells how many pictures are in it; what is not whole is removed."""
        try:
            kept = pictures_in(self._part)
            if kept:
                self._part.replace(self.file)
            else:
                self._part.unlink(missing_ok=True)
        except OSError:
            return 0
        return kept


def best_format() -> QMediaFormat:
    """H.264 plays in every browser; MPEG-4 is what Qt's own libraries can always write."""
    from PySide6.QtMultimedia import QMediaFormat

    made = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    can = made.supportedVideoCodecs(QMediaFormat.ConversionMode.Encode)
    has_h264 = QMediaFormat.VideoCodec.H264 in can
    made.setVideoCodec(QMediaFormat.VideoCodec.H264 if has_h264 else QMediaFormat.VideoCodec.MPEG4)
    return made
