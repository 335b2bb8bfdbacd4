"""Codes as rows of modules and as images, black on white. Any character may be in them, GS too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QImage

from station.labels.bars import CODE128_QUIET, DIGITS, QR_QUIET
from station.setup.values import CodePicture, PictureKind
from station.ui.widgets import bars

MODULE_PX: Final = 8
LINEAR_ROWS: Final = 40


def qr_rows(text: str) -> list[str]:
    """A QR code's rows of ``0`` and ``1``, without its quiet zone."""
    import zxingcpp

    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    dots = memoryview(symbol.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    across, digits = dots.shape[1], dots.tobytes().translate(DIGITS).decode()  # type: ignore[index]
    return [digits[at : at + across] for at in range(0, len(digits), across)]


def code_image(picture: CodePicture) -> QImage:
    """The code with its quiet zone, whole pixels a module."""
    if picture.kind is PictureKind.CODE128:
        return _modules([bars.modules(picture.text)] * LINEAR_ROWS, CODE128_QUIET, 0)
    return _modules(qr_rows(picture.text), QR_QUIET, QR_QUIET)


def _modules(rows: Sequence[str], quiet_x: int, quiet_y: int) -> QImage:
    width, height = len(rows[0]) + 2 * quiet_x, len(rows) + 2 * quiet_y
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                image.setPixel(x + quiet_x, y + quiet_y, 0)
    return image.scaled(width * MODULE_PX, height * MODULE_PX)
