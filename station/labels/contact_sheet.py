"""Contact sheets: pictures beside each other, each stamped with what it shows, and pictures made to fit a size.

What they show and how large they may be is decided elsewhere. The application must exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from station.labels.faces import Face, needed

ACROSS: Final = 3
DOWN: Final = 4
_CELL_WIDTH, _PICTURE_HEIGHT, _STAMP_HEIGHT = 500, 282, 74
_HEAD_HEIGHT, _EDGE = 64, 10
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_STEPS: Final = ((1920, 88), (1600, 80), (1200, 75), (1000, 65), (800, 55), (600, 45), (400, 40), (240, 35))
"""Dots across and JPEG quality, until it fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """``lines`` stand below the picture: two of them."""

    picture: bytes
    lines: tuple[str, str]


def sheets(title: str, cells: Sequence[Stamped]) -> list[QImage]:
    """As many as are needed, numbered where there is more than one."""
    on_one = ACROSS * DOWN
    parts = [cells[at : at + on_one] for at in range(0, len(cells), on_one)]
    titles = [f"{title} · {number} / {len(parts)}" if len(parts) > 1 else title for number in range(1, len(parts) + 1)]
    return [_sheet(*each) for each in zip(titles, parts, strict=True)]


def _sheet(title: str, cells: Sequence[Stamped]) -> QImage:
    rows = -(-len(cells) // ACROSS)
    height = _HEAD_HEIGHT + rows * (_PICTURE_HEIGHT + _STAMP_HEIGHT)
    image = QImage(ACROSS * _CELL_WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    words = title + "".join(line for cell in cells for line in cell.lines)
    painter = QPainter(image)
    painter.setPen(QColor("#16212e"))
    painter.setFont(_font(words, 26, bold=True))
    head = QRect(_EDGE, 0, image.width() - 2 * _EDGE, _HEAD_HEIGHT)
    painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
    for place, cell in enumerate(cells):
        x, y = place % ACROSS * _CELL_WIDTH, _HEAD_HEIGHT + place // ACROSS * (_PICTURE_HEIGHT + _STAMP_HEIGHT)
        _paint_cell(painter, QRect(x + _EDGE, y, _CELL_WIDTH - 2 * _EDGE, _PICTURE_HEIGHT), cell, words)
    painter.end()
    return image


def _paint_cell(painter: QPainter, within: QRect, cell: Stamped, words: str) -> None:
    picture = QImage.fromData(cell.picture)
    painter.fillRect(within, QColor("#eef1f4"))
    if not picture.isNull():
        fitted = picture.scaled(within.size(), Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH)
        painter.drawImage(within.center() - fitted.rect().center(), fitted)
    for number, line in enumerate(cell.lines):
        font = _font(words, 20 if number == 0 else 18, bold=number == 0)
        painter.setFont(font)
        below = QRect(within.left(), within.bottom() + 4 + number * 28, within.width(), 28)
        text = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _font(text: str, px: int, *, bold: bool) -> QFont:
    font = QFont(Face(bold=bold, size_dots=px, hinted=False, fonts=needed(text)).font)
    font.setPixelSize(px)
    return font


def fitted_jpeg(picture: QImage | bytes, bytes_max: int) -> bytes | None:
    """As large and fine as fits; None for what is no picture, or cannot be made so small."""
    image = QImage.fromData(picture) if isinstance(picture, bytes) else picture
    if image.isNull():
        return None
    for width, quality in _STEPS:
        made = _jpeg(image.scaledToWidth(width, _SMOOTH) if image.width() > width else image, quality)
        if len(made) <= bytes_max:
            return made
    return None


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    assert opaque.save(buffer, "JPEG", quality), "Qt's own JPEG writer is missing"  # type: ignore[call-overload]
    return bytes(buffer.data().data())
