"""The scale as a second witness, in one quiet row: a sign, a word, and how much of what is awaited lies on the pan."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from station.ui.screen import WitnessState, WitnessView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.widgets.weight_bar import kilograms

HEIGHT = 56
_BAR_FROM = 420
"""With less room than that the word goes alone."""


def paint(canvas: Canvas, view: WitnessView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(QRectF(area.left(), area.top(), area.width(), 1), p.edge)
    middle = area.center().y()
    icon = QRectF(area.left(), middle - u(13), u(26), u(26))
    paint_icon(canvas.painter, icon, "scale", p.ink2)
    x = icon.right() + u(10)
    if view.state is not WitnessState.QUIET:
        mark = QRectF(x, middle - u(11), u(22), u(22))
        agrees = view.state is WitnessState.AGREES
        paint_mark(canvas.painter, mark, Mark.NORMAL if agrees else Mark.WAIT, fill=p.ink2, on=p.panel)
        x = mark.right() + u(8)
    shows_bar = view.weight_mg is not None and view.expected_mg is not None and area.width() >= u(_BAR_FROM)
    room = area.right() - x - (u(210) if shows_bar else 0)
    words = [
        Span(text=canvas.look.lead(view.words), role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=canvas.look.second(view.words), role=Role.HINT, color=p.ink2, gap=u(10)),
    ]
    spans = words if canvas.row_width(words) <= room else words[:1]
    canvas.row(x, middle, canvas.stepped(spans, room))
    if shows_bar:
        _bar(canvas, QRectF(area.right() - u(196), middle - u(6), u(196), u(12)), view)


def _bar(canvas: Canvas, rect: QRectF, view: WitnessView) -> None:
    """Measured against expected, with the expected weight under its end."""
    assert view.weight_mg is not None
    assert view.expected_mg is not None
    u, p = canvas.u, canvas.palette
    bar = rect.translated(0, -u(8))
    canvas.box(bar, fill=p.panel2, border=p.edge, radius=3)
    share = max(0.0, min(1.0, view.weight_mg / view.expected_mg)) if view.expected_mg > 0 else 0.0
    canvas.box(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), fill=p.ink2, radius=3)
    text = f"{kilograms(view.weight_mg)} / {kilograms(view.expected_mg)} kg"
    canvas.row(rect.right(), rect.bottom() + u(8), [Span(text=text, role=Role.HINT, color=p.ink2)], align="right")
