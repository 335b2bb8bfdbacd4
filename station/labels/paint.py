"""A drawing painted with QPainter, as dots for a printer or as vectors for a page. No files, no codes read back.

The same few functions paint both: a device is only a number of dots per tenth of a millimetre. Runs in any thread once
the application exists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from typing import Final, assert_never

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from station.labels.bars import CODE128_QUIET, QR_QUIET, modules
from station.labels.drawing import (
    Align,
    Area,
    Barcode,
    Box,
    Drawing,
    LabelTrouble,
    Line,
    Picture,
    Symbology,
    Text,
)
from station.labels.faces import Faces
from station.labels.field_words import fault
from station.labels.lettering import Lettering, fit, refuse_missing_glyphs
from station.labels.reading_order import from_the_right, ordered

DPI_LEAST, DPI_MOST = 150, 1200
LEAST_MODULE_DMM: Final = {Symbology.CODE128: 1.9, Symbology.QR: 3.3}
"""Narrower bars do not survive thermal paper, tape and a phone camera (0.19 mm; 0.33 mm for a QR module)."""

BLACK: Final = re.compile("1+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitmap:
    """Rows of dots from the top, each row whole bytes, most significant bit left, 1 = black."""

    dots: bytes
    width_dots: int
    height_dots: int

    @property
    def row_bytes(self) -> int:
        return (self.width_dots + 7) // 8

    @property
    def ink_share(self) -> float:
        return int.from_bytes(self.dots).bit_count() / (self.width_dots * self.height_dots)


def paint_bitmap(drawing: Drawing, dpi: int) -> Bitmap:
    """The drawing in a printer's dots: bars on whole dots, letters hinted, nothing grey."""
    image = _blank(drawing, dpi)
    painter = QPainter(image)
    try:
        paint(painter, drawing, Canvas(dots_per_dmm=dots_per_dmm(dpi), faces=Faces(hinted=True)))
    finally:
        painter.end()
    return _bitmap(image)


def dots_per_dmm(dpi: int) -> float:
    """Dots per tenth of a millimetre. What is sold as 203 dpi has 8 dots a millimetre."""
    assert DPI_LEAST <= dpi <= DPI_MOST
    return 0.8 if dpi == 203 else dpi / 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    dots_per_dmm: float
    faces: Faces

    def rect(self, area: Area) -> QRect:
        """The area in whole dots, neighbours sharing their edge; never thinner than a dot."""
        left, top = self._dots(area.x_dmm), self._dots(area.y_dmm)
        right, bottom = self._dots(area.x_dmm + area.width_dmm), self._dots(area.y_dmm + area.height_dmm)
        return QRect(left, top, max(1, right - left), max(1, bottom - top))

    def _dots(self, length_dmm: int) -> int:
        return round(length_dmm * self.dots_per_dmm)


def paint(painter: QPainter, drawing: Drawing, canvas: Canvas) -> None:
    """Everything is checked before the first dot: glyphs, room for texts, room for bars."""
    refuse_missing_glyphs([element for element in drawing.elements if isinstance(element, Text)])
    for element in drawing.elements:
        match element:
            case Text():
                _paint_text(painter, element, canvas)
            case Barcode():
                _paint_barcode(painter, element, canvas)
            case Line():
                painter.fillRect(canvas.rect(element.area), Qt.GlobalColor.black)
            case Box():
                _paint_box(painter, element, canvas)
            case Picture():
                _paint_picture(painter, element, canvas)
            case _:
                assert_never(element)


def _paint_text(painter: QPainter, text: Text, canvas: Canvas) -> None:
    lettering = fit(text, canvas.faces, canvas.dots_per_dmm)
    rect = canvas.rect(text.area)
    top = rect.top() + ((rect.height() - lettering.height_dots) / 2 if text.middle else 0)
    painter.setFont(lettering.face.font)
    painter.setPen(QColor(Qt.GlobalColor.white if text.inverse else Qt.GlobalColor.black))
    for number, line in enumerate(lettering.lines):
        leftward = from_the_right(line)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
        align = Align.RIGHT if leftward and text.align is Align.LEFT else text.align
        baseline = round(top + lettering.baseline_dots(number))
        painter.drawText(_left(line, align, rect, lettering), baseline, ordered(line))


def _left(line: str, align: Align, rect: QRect, lettering: Lettering) -> int:
    match align:
        case Align.LEFT:
            return rect.left()
        case Align.CENTRE:
            return rect.left() + round((rect.width() - lettering.face.width(line)) / 2)
        case Align.RIGHT:
            return rect.left() + round(rect.width() - lettering.face.width(line))
        case _:
            assert_never(align)


def _paint_barcode(painter: QPainter, barcode: Barcode, canvas: Canvas) -> None:
    rows = modules(barcode)
    rect = canvas.rect(barcode.area)
    linear = barcode.symbology is Symbology.CODE128
    quiet = CODE128_QUIET if linear else QR_QUIET
    across = len(rows[0]) + 2 * quiet
    module = rect.width() // across if linear else min(rect.width(), rect.height()) // across
    if module < ceil(LEAST_MODULE_DMM[barcode.symbology] * canvas.dots_per_dmm):
        raise LabelTrouble(
            f"{barcode.field} is too long for its code's {barcode.area.width_dmm / 10:g} mm",
            said=fault("code_too_long", field=barcode.field),
            field=barcode.field,
            where=barcode.source,
            remedy="Choose a wider label or a printer with more dots.",
        )
    left = rect.left() + (rect.width() - module * len(rows[0])) // 2
    height = rect.height() if linear else module
    top = rect.top() if linear else rect.top() + (rect.height() - module * len(rows)) // 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    for number, row in enumerate(rows):
        painter.drawRects(_runs(row, left, top + number * height, module, height))


def _runs(row: str, left: int, top: int, module: int, height: int) -> list[QRect]:
    """Neighbouring black modules as one rectangle."""
    return [QRect(left + run.start() * module, top, len(run[0]) * module, height) for run in BLACK.finditer(row)]


def _paint_box(painter: QPainter, box: Box, canvas: Canvas) -> None:
    outer = canvas.rect(box.area)
    if box.filled:
        painter.fillRect(outer, Qt.GlobalColor.black)
        return
    stroke = max(1, round(box.stroke_dmm * canvas.dots_per_dmm))
    for side in (
        QRect(outer.left(), outer.top(), outer.width(), stroke),
        QRect(outer.left(), outer.bottom() - stroke + 1, outer.width(), stroke),
        QRect(outer.left(), outer.top(), stroke, outer.height()),
        QRect(outer.right() - stroke + 1, outer.top(), stroke, outer.height()),
    ):
        painter.fillRect(side, Qt.GlobalColor.black)


def _paint_picture(painter: QPainter, picture: Picture, canvas: Canvas) -> None:
    image = QImage.fromData(picture.png)
    if image.isNull():
        raise LabelTrouble(
            "the picture is no PNG",
            said=fault("no_picture"),
            field="picture",
            where=picture.source,
            remedy="Replace the file.",
        )
    rect = canvas.rect(picture.area)
    fitted = image.scaled(
        rect.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    left = rect.left() + (rect.width() - fitted.width()) // 2
    painter.drawImage(QRectF(left, rect.top(), fitted.width(), fitted.height()), fitted)


def _blank(drawing: Drawing, dpi: int) -> QImage:
    scale = dots_per_dmm(dpi)
    image = QImage(round(drawing.width_dmm * scale), round(drawing.height_dmm * scale), QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    image.fill(0)
    return image


def _bitmap(image: QImage) -> Bitmap:
    """Qt pads rows to four bytes; a printer wants them to one."""
    stride, row_bytes = image.bytesPerLine(), (image.width() + 7) // 8
    dots = bytes(image.constBits())
    if stride != row_bytes:
        dots = b"".join(dots[start : start + row_bytes] for start in range(0, len(dots), stride))
    return Bitmap(dots=dots, width_dots=image.width(), height_dots=image.height())
