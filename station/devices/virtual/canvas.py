"""A sheet of dots that virtual printers draw on: rows packed MSB first, 1 = black. Pure."""

from __future__ import annotations

from typing import Final

from station.devices.virtual.firmware import Label, Printed

SPAN: Final = 4_096
"""Dots of a row at most; what lies beyond is not drawn, as beyond a print head."""
ROWS_MAX: Final = 20_000


class Canvas:
    """As large as it is made, or, made without a size, as large as what is drawn on it."""

    def __init__(self, *, width_dots: int = 0, height_dots: int = 0) -> None:
        self._width_dots = min(width_dots, SPAN)
        self._rows: list[int] = [0] * min(height_dots, ROWS_MAX)  # each a number of SPAN bits, the first dot highest
        self._grows = height_dots == 0

    @property
    def is_blank(self) -> bool:
        return not self._rows

    @property
    def height_dots(self) -> int:
        return len(self._rows)

    def draw(self, left: int, top: int, row_bytes: int, dots: bytes) -> None:
        """Put a picture's black dots beside those that are there."""
        shift = SPAN - row_bytes * 8 - left
        if shift < 0:
            return
        height = len(dots) // row_bytes
        if self._grows:
            self.feed(top + height - len(self._rows))
            self._width_dots = max(self._width_dots, left + row_bytes * 8)
        for number in range(min(height, len(self._rows) - top)):
            row = int.from_bytes(dots[number * row_bytes : (number + 1) * row_bytes])
            self._rows[top + number] |= row << shift

    def feed(self, dots: int) -> None:
        self._rows += [0] * min(dots, ROWS_MAX - len(self._rows))

    def label(self, sent: bytes, copies: int) -> Label:
        """What is drawn, as a label; a blank sheet is no picture."""
        if self.is_blank:
            return Label(picture=None, copies=copies)
        bitmap, width_dots, height_dots = self.picture()
        picture = Printed(bitmap=bitmap, width_dots=width_dots, height_dots=height_dots, sent=sent)
        return Label(picture=picture, copies=copies)

    def picture(self) -> tuple[bytes, int, int]:
        """Rows of whole bytes, width and height in dots."""
        row_bytes = (self._width_dots + 7) // 8
        mask = ((1 << self._width_dots) - 1) << (row_bytes * 8 - self._width_dots)
        rows = ((row >> (SPAN - row_bytes * 8)) & mask for row in self._rows)
        return b"".join(row.to_bytes(row_bytes) for row in rows), self._width_dots, len(self._rows)
