"""The quiet line at the foot of a desk screen: which keys do what, or what has been typed so far."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span


def paint(canvas: Canvas, text: str) -> None:
    p, grid = canvas.palette, canvas.look.grid
    canvas.fill(canvas.area, p.bg)
    canvas.fill(QRectF(canvas.area.left(), canvas.area.top(), canvas.area.width(), 1), p.rule)
    room = canvas.area.width() - grid.margin - grid.margin_right
    spans = [Span(text=text, role=Role.HINT, color=p.ink2)]
    canvas.fitting_row(canvas.area.left() + grid.margin, canvas.area.center().y(), spans, room)
