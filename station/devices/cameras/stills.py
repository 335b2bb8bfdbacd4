"""Single pictures out of a recorded video, as JPEG, by the decoder that Qt brings. Which ones is decided elsewhere.

Needs a running ``QGuiApplication``; works on a clip in memory, so that an encrypted one never lies open on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QLoggingCategory,
    QObject,
    Qt,
    QTimer,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

WAIT_MS: Final = 3_000
"""For one picture; a video that gives none for so long gives no more."""

WIDTH_MAX: Final = 960
QUALITY: Final = 80


def stills(video: bytes, at_ms: Sequence[int]) -> list[bytes | None]:
    """A JPEG for each time from the start, at most 960 wide; None where there is none, or the video cannot be read."""
    with _quiet():
        try:
            import PySide6.QtMultimedia  # noqa: F401
        except ImportError:  # a machine without the libraries it needs: the report goes without stills
            return [None] * len(at_ms)
        reader = _Reader(video)
        found = [reader.at(each) for each in at_ms]
        reader.close()
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """Qt says on the error channel how it decodes; what of a picture is missing is told by the answer."""
    QLoggingCategory.setFilterRules("qt.multimedia*=false")  # its decoder writes past any handler; as the bench does
    before = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class _Reader(QObject):
    """A player that stands still and is moved from place to place; every place gives one picture."""

    def __init__(self, video: bytes) -> None:
        from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

        super().__init__()
        self._bytes = QByteArray(video)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._frame: QVideoFrame | None = None
        self._loop = QEventLoop(self)
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._loop.quit)
        self._sink, self._player = QVideoSink(self), QMediaPlayer(self)
        self._sink.videoFrameChanged.connect(self._see)
        self._player.errorOccurred.connect(self._loop.quit)
        self._player.setVideoSink(self._sink)
        self._player.setSourceDevice(self._buffer, QUrl("clip.mp4"))
        self._player.pause()
        self._works = self._next() is not None  # the first picture comes by itself

    def at(self, place_ms: int) -> bytes | None:
        if not self._works:
            return None
        last_ms = max(self._player.duration() - 1, 0)
        self._player.setPosition(min(max(place_ms, 0), last_ms))
        frame = self._next()
        self._works = frame is not None
        return None if frame is None else _jpeg(frame.toImage())

    def close(self) -> None:
        self._player.stop()
        self._player.setSource(QUrl())
        self._buffer.close()
        self.deleteLater()

    def _next(self) -> QVideoFrame | None:
        self._frame = None
        self._late.start(WAIT_MS)
        self._loop.exec()
        self._late.stop()
        return self._frame

    def _see(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._frame = frame
            self._loop.quit()


def _jpeg(image: QImage) -> bytes | None:
    if image.isNull():
        return None
    if image.width() > WIDTH_MAX:
        image = image.scaledToWidth(WIDTH_MAX, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", QUALITY), "Qt's own JPEG writer is missing"  # type: ignore[call-overload]
    return bytes(buffer.data().data())
