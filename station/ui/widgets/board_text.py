"""Rows of text of the wall board, sized for eight metres: pixels of a board of 1920 by 1080, grown with the screen.

The roles of ``ui/type`` are for arm's length; these are not among them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from station.ui.letters import Fitted
from station.ui.widgets.canvas import Canvas

COUNT: Final = 120
NUMBER: Final = 86
TIME: Final = 74
WORD: Final = 66
DENSE: Final = 0.8
"""What is left of them where sixteen tiles share the wall."""

NAME: Final = 54
PACE: Final = 46
FACT: Final = 40
SECOND: Final = 30

_LEAST_SHARE: Final = 0.6
_LEAST_HINT: Final = 0.45
"""Of a text that is none of the numbers, state words and names."""

_SMALLEST_PX: Final = 8


def line(
    canvas: Canvas, rect: QRectF, text: str, px: float, *, color: str, bold: bool = False, align: str = "left"
) -> QRectF:
    """One row, smaller where it does not fit; below its least share it is noted as a misfit. Never cut."""
    size = fitting(canvas, text, px, rect.width(), bold=bold)
    if size < int(px * (_LEAST_SHARE if bold else _LEAST_HINT)):
        canvas.look.letters.note_misfit(text)
    width = canvas.look.letters.advance(text, size, bold=bold)
    set_as = Fitted(rows=(text,), px=size, bold=bold, width=width, line=float(size))
    return canvas.put(rect, set_as, color=color, align=align)


def fitting(canvas: Canvas, text: str, px: float, width: float, *, bold: bool) -> int:
    """The largest size up to ``px`` at which the text is no wider than ``width``."""
    letters, size = canvas.look.letters, max(_SMALLEST_PX, round(px))
    while size > _SMALLEST_PX and letters.advance(text, size, bold=bold) > width:
        size -= max(1, size // 40)
    return size


def wide(canvas: Canvas, text: str, px: float, *, bold: bool = False) -> float:
    return canvas.look.letters.advance(text, max(_SMALLEST_PX, round(px)), bold=bold)
