"""What stands in every frame that is kept: the clock, and the names of what is in the picture.

Drawn into the picture itself, so that it cannot be parted from it.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from station.devices.cameras.lettering import Lettering
from station.devices.cameras.picture import Picture, Source

GROUND: Final = QColor(0, 0, 0, 215)
MARKS: Final = MappingProxyType[Source, str](
    {"usb": "", "network": "", "synthetic": "SYNTHETIC", "files": "REPLAYED FILES"}
)
"""A picture that no camera took just now says so in every frame."""


class BurnIn:
    """``zone`` is the local clock's; without one, the machine's own."""

    def __init__(self, *, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._letters = Lettering()

    def on(self, picture: Picture, names: str, source: Source) -> QImage:
        """A new picture; the one given stays as it was. Two lines across the top, about a twelfth of its height."""
        image = picture.image.convertToFormat(QImage.Format.Format_RGB32)
        if image.cacheKey() == picture.image.cacheKey():
            image = image.copy()
        px = max(image.height() // 30, 15)
        step, edge = px * 5 // 4, px // 2
        painter = QPainter(image)
        painter.fillRect(QRect(0, 0, image.width(), step * 2 + edge), GROUND)
        for number, line in enumerate((self._clocks(picture.at.wall_us), names)):
            text = self._letters.fitted(line, px, image.width() - 2 * edge)
            self._letters.draw(painter, QPointF(edge, number * step), text, px)
        if MARKS[source]:
            self._mark(painter, image, MARKS[source], px)
        painter.end()
        return image

    def _mark(self, painter: QPainter, image: QImage, mark: str, px: int) -> None:
        width = round(self._letters.width(mark, px)) + px
        band = QRect(image.width() - width, image.height() - px * 3 // 2, width, px * 3 // 2)
        painter.fillRect(band, QColor("#a00000"))
        self._letters.draw(painter, QPointF(band.left() + px / 2, band.top()), mark, px)

    def _clocks(self, wall_us: int) -> str:
        utc = datetime.fromtimestamp(wall_us / 1_000_000, UTC)
        local = utc.astimezone(self._zone)
        return f"{utc:%Y-%m-%d %H:%M:%S}.{utc.microsecond // 100_000} UTC   {local:%H:%M:%S %z}"
