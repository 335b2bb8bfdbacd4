"""Pictures without a camera: a test picture that moves and says what it is, and pictures of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from station.clock import Clock
from station.devices.cameras.lettering import Lettering
from station.devices.cameras.picture import Picture, Source

BARS: Final = ("#c8c8c8", "#c8c800", "#00c8c8", "#00c800", "#c800c8", "#c80000", "#0000c8")
NOTICE: Final = "SYNTHETIC TEST PICTURE - NO CAMERA"
SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png"})
FILES_MAX: Final = 100_000
PICTURE_BYTES_MAX: Final = 32 * 1024 * 1024
TURN_US: Final = 4_000_000


class SyntheticSource:
    """``take`` always has a picture: the bars, a block that crosses them every four seconds, and the notice."""

    def __init__(self, clock: Clock, *, size: tuple[int, int]) -> None:
        self.kind: Source = "synthetic"
        self.word = ""
        self._clock = clock
        self._size = QSize(*size)
        self._ground = QImage()

    def start(self) -> None:
        if self._ground.isNull():
            self._ground = _ground(self._size)

    def take(self) -> Picture:
        now = self._clock.now()
        image = self._ground.copy()
        side = self._size.height() // 8
        way = self._size.width() - side
        painter = QPainter(image)
        painter.fillRect(
            now.mono_us % TURN_US * way // TURN_US, self._size.height() * 5 // 8, side, side, QColor("#101010")
        )
        painter.end()
        return Picture(image=image, at=now)

    def stop(self) -> None:
        return


def _ground(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number, colour in enumerate(BARS):
        left, right = (size.width() * at // len(BARS) for at in (number, number + 1))
        painter.fillRect(QRect(left, 0, right - left, size.height()), QColor(colour))
    px = max(size.height() // 20, 14)
    band = QRect(0, (size.height() - px * 3 // 2) // 2, size.width(), px * 3 // 2)
    painter.fillRect(band, QColor("#a00000"))
    Lettering().draw(painter, QPointF(px, band.top()), NOTICE, px)
    painter.end()
    return image


class FilesSource:
    """The pictures of a folder by name, or one file, one each time and around again: what a camera once saw."""

    def __init__(self, folder: str, clock: Clock) -> None:
        self.kind: Source = "files"
        self.word = ""
        self._place = Path(folder)
        self._clock = clock
        self._files: list[Path] = []
        self._at = 0

    def start(self) -> None:
        self._files = _pictures(self._place)
        self._at = 0
        self.word = "" if self._files else "no_files"

    def take(self) -> Picture | None:
        if not self._files:
            return None
        image = _read(self._files[self._at % len(self._files)])
        self._at += 1
        if image.isNull():
            self.word = "unreadable"
            return None
        return Picture(image=image, at=self._clock.now())

    def stop(self) -> None:
        self._files = []


def _pictures(place: Path) -> list[Path]:
    try:
        found = [place] if place.is_file() else [one for one in place.iterdir() if one.suffix.lower() in SUFFIXES]
    except OSError:
        return []
    return sorted(found)[:FILES_MAX]


def _read(file: Path) -> QImage:
    """A null image where there is none to read."""
    try:
        if file.stat().st_size > PICTURE_BYTES_MAX:
            return QImage()
    except OSError:
        return QImage()
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    return reader.read().convertToFormat(QImage.Format.Format_RGB32, Qt.ImageConversionFlag.AutoColor)
