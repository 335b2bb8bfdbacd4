"""From a template and a parcel's fields to dots that have been read back: the one way a label comes to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from station.errors import SettingsTrouble
from station.labels.drawing import Drawing
from station.labels.paint import DPI_LEAST, DPI_MOST, Bitmap, dots_per_dmm, paint_bitmap
from station.labels.readback import image_of, refuse_unreadable
from station.labels.template import Fields, Template

PNG_COMPRESSION = 50
"""Of Qt's 0 to 100. Its own choice takes twice as long for 7 % fewer bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """``bitmap``: rows packed MSB first, 1 = black. ``png`` shows those very dots, at their size on paper."""

    bitmap: bytes
    width_dots: int
    height_dots: int
    png: bytes


def render_waybill(template: Template, fields: Fields, dpi: int) -> tuple[Rendered, ...]:
    """Draw, paint and read back: one label, or more where the rows need them; ``LabelTrouble`` says what stands against
    printing them."""
    return tuple(render(drawing, dpi) for drawing in template.pages(fields))


def one_picture(pages: Sequence[Rendered], dpi: int) -> bytes:
    """The labels of one parcel below each other as one PNG, dot for dot; they are equally wide."""
    if len(pages) == 1:
        return pages[0].png
    width = pages[0].width_dots
    assert all(page.width_dots == width for page in pages)
    height = sum(page.height_dots for page in pages)
    dots = b"".join(page.bitmap for page in pages)
    return png(Bitmap(dots=dots, width_dots=width, height_dots=height), dpi)


def render(drawing: Drawing, dpi: int) -> Rendered:
    refuse_density(dpi)
    bitmap = paint_bitmap(drawing, dpi)
    refuse_unreadable(bitmap, drawing.barcodes())
    return Rendered(
        bitmap=bitmap.dots,
        width_dots=bitmap.width_dots,
        height_dots=bitmap.height_dots,
        png=png(bitmap, dpi),
    )


def refuse_density(dpi: int) -> None:
    if not DPI_LEAST <= dpi <= DPI_MOST:
        raise SettingsTrouble(f"{dpi} dpi is not from {DPI_LEAST} to {DPI_MOST}", remedy="Labels take 203, 300 or 600.")


def png(bitmap: Bitmap, dpi: int) -> bytes:
    """Those very dots, at their size on paper."""
    image = image_of(bitmap)
    dots_per_metre = round(dots_per_dmm(dpi) * 10_000)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(PNG_COMPRESSION)
    assert writer.write(image)
    return bytes(buffer.data().data())
