"""What stands where rows would: one drawn sign, never loud. Why there are none, the banner says in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from station.ui.widgets.canvas import Canvas
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

_SIDE = 120


def paint(canvas: Canvas, mark: Mark) -> None:
    """The banner's own sign; of a list that was read and holds nothing, an empty box."""
    p = canvas.palette
    canvas.fill(canvas.area, p.panel)
    side = min(float(canvas.u(_SIDE)), canvas.area.height() * 0.5)
    middle = canvas.area.center()
    rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    if mark in (Mark.WAIT, Mark.OFFLINE, Mark.ATTENTION):
        paint_mark(canvas.painter, rect, mark, fill=p.ink3, on=p.panel)
    else:
        paint_icon(canvas.painter, rect, "box", p.ink3, width=1.4)
