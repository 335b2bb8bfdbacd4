"""QR codes on the screen: black on white in every palette, whole pixels a module, quiet zones kept.

A command's code is 10 to 30 characters of QR's own alphabet, so it is 21 or 25 modules wide and reads from a hand's
breadth; the linear codes of stops and answers are for scanners that read nothing else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

QUIET: Final = 4
"""Modules of white all round (ISO/IEC 18004, 9.1)."""

KEPT: Final = 64


@lru_cache(maxsize=KEPT)
def symbol(text: str) -> QImage:
    """One pixel a module, quiet zone included."""
    import zxingcpp

    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = made.to_image(scale=1, add_quiet_zones=False)  # a buffer, though its stub does not say so
    side, grey = image.shape[1], memoryview(image).tobytes()
    whole = QImage(side + 2 * QUIET, side + 2 * QUIET, QImage.Format.Format_RGB32)
    whole.fill(QColor("white"))
    for at, value in enumerate(grey):
        if value < 128:
            whole.setPixelColor(QUIET + at % side, QUIET + at // side, QColor("black"))
    return whole


def side_px(text: str, module: int) -> int:
    """Of the whole symbol with its quiet zone."""
    return symbol(text).width() * module


def paint_square(painter: QPainter, rect: QRectF, text: str, module: int) -> None:
    """Centred in ``rect``; no smoothing, so that each module is as wide as the next."""
    made = symbol(text)
    side = made.width() * module
    left, top = round(rect.center().x() - side / 2), round(rect.center().y() - side / 2)
    large = made.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation)
    painter.drawImage(left, top, large)
