"""A4 pages in vectors, drawn in millimetres: what the office's papers are painted with. No paper's own content here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter

from station.labels.faces import Face, needed

DPI = 1200
PER_MM = DPI / 25.4
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 15.0, 195.0, 14.0, 283.0
SHADE = QColor(232, 232, 232)


class Align(Enum):
    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight


class Page:
    """A painter that thinks in millimetres."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> None:
        """One line, squeezed rather than cut when it is too wide: a number that lost its end is another number."""
        font = _font(text, bold=bold, size_dots=round(size * PER_MM))
        squeeze = min(1.0, width * PER_MM / max(1.0, QFontMetricsF(font).horizontalAdvance(text)))
        self._painter.save()
        self._painter.setFont(font)
        self._painter.translate(x * PER_MM, y * PER_MM)
        self._painter.scale(squeeze, 1.0)
        area = QRectF(0, 0, width * PER_MM / squeeze, size * 1.3 * PER_MM)
        self._painter.drawText(area, align.value | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        self._painter.restore()

    def box(self, x: float, y: float, width: float, height: float, colour: QColor | Qt.GlobalColor) -> None:
        self._painter.fillRect(QRectF(x * PER_MM, y * PER_MM, width * PER_MM, height * PER_MM), colour)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        for left, top, wide, high in ((x, y, width, 0.2), (x, y + height, width, 0.2)):
            self.box(left, top, wide, high, Qt.GlobalColor.black)
        for left in (x, x + width):
            self.box(left, y, 0.2, height + 0.2, Qt.GlobalColor.black)

    def picture(self, image: QImage, x: float, y: float, width: float, height: float) -> None:
        """As large as it goes into the place, in the middle of it, its sides in proportion."""
        scale = min(width / image.width(), height / image.height())
        wide, high = image.width() * scale, image.height() * scale
        left, top = x + (width - wide) / 2, y + (height - high) / 2
        self._painter.drawImage(QRectF(left * PER_MM, top * PER_MM, wide * PER_MM, high * PER_MM), image)

    def line(self, x: float, y: float, width: float) -> None:
        self.box(x, y, width, 0.2, Qt.GlobalColor.black)


def _font(text: str, *, bold: bool, size_dots: int) -> QFont:
    """Without localised forms: their digits have no character, and a waybill could not be searched for in the PDF."""
    font = QFont(Face(bold=bold, size_dots=size_dots, hinted=False, fonts=needed(text)).font)
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def pages_pdf(title: str, pages: Sequence[Callable[[Page], None]]) -> bytes:
    """One page a painter. The application must exist."""
    assert pages
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Sealbench")
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        for number, paint in enumerate(pages):
            if number:
                writer.newPage()
            paint(Page(painter))
    finally:
        painter.end()
    return bytes(buffer.data().data())
