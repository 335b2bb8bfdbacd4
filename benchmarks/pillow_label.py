"""The same drawing painted with Pillow, as a program without Qt would do it: the peer of our label chain."""

from __future__ import annotations

import segno
from PIL import Image, ImageDraw, ImageFont, ImageOps

from station.labels.bars import modules
from station.labels.drawing import Area, Barcode, Box, Drawing, Line, Symbology, Text
from station.labels.faces import FILES, FONTS
from station.labels.paint import Bitmap, dots_per_dmm


def pillow_of(bitmap: Bitmap) -> Image.Image:
    """Our dots as Pillow's picture, for encoders that take nothing else."""
    picture = Image.frombytes("1", (bitmap.width_dots, bitmap.height_dots), bitmap.dots)
    return ImageOps.invert(picture.convert("L")).convert("1")


def segno_modules(text: str) -> list[str]:
    """A QR code by the fastest that programs without compiled code have (segno; qrcode takes longer)."""
    symbol = segno.make(text, error="m", micro=False, boost_error=False)
    return ["".join("1" if module else "0" for module in row) for row in symbol.matrix]


class PillowLabel:
    """Keeps its fonts between labels, as a running program would."""

    def __init__(self, dpi: int) -> None:
        self._scale = dots_per_dmm(dpi)
        self._fonts: dict[tuple[bool, int], ImageFont.FreeTypeFont] = {}

    def paint(self, drawing: Drawing) -> Image.Image:
        image = Image.new("1", (round(drawing.width_dmm * self._scale), round(drawing.height_dmm * self._scale)), 1)
        pen = ImageDraw.Draw(image)
        for element in drawing.elements:
            match element:
                case Text():
                    self._text(pen, element)
                case Barcode():
                    self._barcode(pen, element)
                case Line():
                    pen.rectangle(self._box(element.area), fill=0)
                case Box():
                    pen.rectangle(self._box(element.area), fill=0 if element.filled else None, outline=0)
                case _:
                    pass
        return image

    def _box(self, area: Area) -> tuple[int, int, int, int]:
        left, top = round(area.x_dmm * self._scale), round(area.y_dmm * self._scale)
        return left, top, left + round(area.width_dmm * self._scale), top + round(area.height_dmm * self._scale)

    def _text(self, pen: ImageDraw.ImageDraw, text: Text) -> None:
        """In lines broken where they are full."""
        font = self._font(text)
        left, top, right, _ = self._box(text.area)
        at = 0
        for _ in range(text.lines):
            end = len(text.text)
            while end > at + 1 and font.getlength(text.text[at:end]) > right - left:
                end -= 1
            pen.text((left, top), text.text[at:end], font=font, fill=1 if text.inverse else 0)
            top, at = top + round(text.size_dmm * self._scale * 1.24), end

    def _font(self, text: Text) -> ImageFont.FreeTypeFont:
        key = (text.bold, round(text.size_dmm * self._scale))
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(
                str(FONTS / FILES[text.bold]), key[1], layout_engine=ImageFont.Layout.BASIC
            )
        return self._fonts[key]

    def _barcode(self, pen: ImageDraw.ImageDraw, barcode: Barcode) -> None:
        rows = segno_modules(barcode.text) if barcode.symbology is Symbology.QR else modules(barcode)
        left, top, right, bottom = self._box(barcode.area)
        linear = barcode.symbology is Symbology.CODE128
        module = (right - left) // (len(rows[0]) + 20) if linear else min(right - left, bottom - top) // (len(rows) + 8)
        height = bottom - top if linear else module
        for down, row in enumerate(rows):
            for across, black in enumerate(row):
                if black == "1":
                    x, y = left + across * module, top + down * height
                    pen.rectangle((x, y, x + module - 1, y + height - 1), fill=0)
