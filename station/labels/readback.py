"""Every code of a label is read back from the very dots that will be sent, or the label is refused.

What reads them did not draw them (Zint, within zxing-cpp, and python-barcode did), so a fault of the drawing, of a
template or of an overlap shows here and not at the carrier's belt.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QImage

from station.labels.drawing import Barcode, LabelTrouble, Symbology
from station.labels.field_words import fault
from station.labels.paint import Bitmap

ZXING_NAMES: Final = {Symbology.CODE128: "Code128", Symbology.QR: "QRCode"}


def refuse_unreadable(bitmap: Bitmap, barcodes: list[Barcode]) -> None:
    """Each asked for is read, equal to the letter, and nothing else is read beside them."""
    found = codes_in(bitmap)
    asked = {(ZXING_NAMES[barcode.symbology], barcode.text) for barcode in barcodes}
    for barcode in barcodes:
        if (ZXING_NAMES[barcode.symbology], barcode.text) not in found:
            raise LabelTrouble(
                f"the code of {barcode.field} does not read back from the label",
                said=fault("code_unread", field=barcode.field),
                field=barcode.field,
                where=barcode.source,
                remedy="Print nothing; mend the template.",
            )
    for name, text in sorted(found - asked):
        raise LabelTrouble(
            f"the label reads {text!r} ({name}), which nobody asked for",
            said=fault("code_too_many", text=text),
            field=name,
            remedy="Print nothing; mend the template.",
        )


def codes_in(bitmap: Bitmap) -> set[tuple[str, str]]:
    """What a scanner sees on the label: symbology and text of each code."""
    import zxingcpp

    results = zxingcpp.read_barcodes(
        _byte_a_dot(bitmap),
        formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]),
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=zxingcpp.Binarizer.BoolCast,
    )
    return {(result.format.name, result.text) for result in results}


def _byte_a_dot(bitmap: Bitmap) -> QImage:
    """0 is black and 1 is white. Qt's own way to grey takes five times as long as spreading the bits as an index."""
    image = image_of(bitmap)
    image.invertPixels()
    spread = image.convertToFormat(QImage.Format.Format_Indexed8)
    assert spread.reinterpretAsFormat(QImage.Format.Format_Grayscale8)
    return spread


def image_of(bitmap: Bitmap) -> QImage:
    """The dots as a picture that owns its memory."""
    image = QImage(
        bitmap.dots, bitmap.width_dots, bitmap.height_dots, bitmap.row_bytes, QImage.Format.Format_Mono
    ).copy()
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    return image
