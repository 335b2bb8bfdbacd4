"""The weight bar: a window around what is expected, the band, the needle, the gap in grams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from station.ui.captions import EXPECTED
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span

_STEPS_MG: Final = (10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000)
_TICKS_MAX = 8
_TOLERANCES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    weight_mg: int | None
    low_mg: int
    high_mg: int
    stable: bool = True


def window_mg(view: BarView) -> tuple[int, int]:
    """Expected ± 4 tolerances, or wide enough for the live weight; never below zero."""
    middle, tolerance = (view.low_mg + view.high_mg) // 2, max(1000, (view.high_mg - view.low_mg) // 2)
    low, high = middle - _TOLERANCES * tolerance, middle + _TOLERANCES * tolerance
    if view.weight_mg is not None:
        low, high = min(low, view.weight_mg - tolerance), max(high, view.weight_mg + tolerance)
    return max(0, low), high


def tick_step_mg(low: int, high: int) -> int:
    """100 g where that gives few enough ticks, else the next rounder step."""
    return next((step for step in _STEPS_MG if (high - low) / step <= _TICKS_MAX), (high - low) // 2)


def gap_mg(view: BarView) -> int:
    """Signed distance to the middle of the band, 0 inside it."""
    if view.weight_mg is None or view.low_mg <= view.weight_mg <= view.high_mg:
        return 0
    return view.weight_mg - (view.low_mg + view.high_mg) // 2


def signed_grams(milligrams: int) -> str:
    return f"{'−' if milligrams < 0 else '+'}{abs(milligrams) / 1000:,.0f} g"


def kilograms(milligrams: int) -> str:
    return f"{milligrams / 1_000_000:.3f}".replace("-", "−")


def paint(canvas: Canvas, view: BarView) -> None:
    """In an area of about 130 units' height: caption, bar, ticks."""
    area, u = canvas.area, canvas.u
    low, high = window_mg(view)
    bar = QRectF(area.left(), area.top() + u(56), area.width(), u(56))
    scale = _Scale(bar, low, high)
    canvas.box(bar, fill=canvas.palette.panel2, border=canvas.palette.edge, radius=4)
    _needle_fill(canvas, bar, scale, view)
    band = QRectF(scale.x(view.low_mg), bar.top(), scale.x(view.high_mg) - scale.x(view.low_mg), bar.height())
    canvas.box(band, fill=canvas.palette.ok_soft, border=canvas.palette.ok, width=3, radius=0)
    canvas.fill(QRectF(band.center().x() - 1, band.top(), 3, band.height()), canvas.palette.ok)
    if view.weight_mg is not None and view.low_mg <= view.weight_mg <= view.high_mg and view.stable:
        inside = QRectF(band.left(), band.top(), scale.x(view.weight_mg) - band.left(), band.height())
        canvas.fill(inside.adjusted(0, 3, 0, -3), canvas.palette.ok)
    _gap(canvas, bar, scale, view)
    _needle(canvas, bar, scale, view)
    _caption(canvas, band, view)
    _ticks(canvas, bar, scale)


@dataclass(frozen=True, slots=True)
class _Scale:
    bar: QRectF
    low: int
    high: int

    def x(self, milligrams: int) -> float:
        share = (milligrams - self.low) / (self.high - self.low)
        return self.bar.left() + max(0.0, min(1.0, share)) * self.bar.width()

    def ticks(self) -> Iterator[int]:
        step = tick_step_mg(self.low, self.high)
        yield from range(-(-self.low // step) * step, self.high + 1, step)


def _needle_fill(canvas: Canvas, bar: QRectF, scale: _Scale, view: BarView) -> None:
    if view.weight_mg is None or not view.stable:
        return
    fits = view.low_mg <= view.weight_mg <= view.high_mg
    rect = QRectF(bar.left(), bar.top(), scale.x(view.weight_mg) - bar.left(), bar.height())
    p = canvas.palette
    canvas.box(rect.adjusted(1, 1, 0, -1), fill=p.ok if fits else p.warn, radius=2)
    if not fits:
        canvas.box(rect, border=p.warn_line, radius=4)


def _needle(canvas: Canvas, bar: QRectF, scale: _Scale, view: BarView) -> None:
    if view.weight_mg is None:
        return
    u, p, x = canvas.u, canvas.palette, scale.x(view.weight_mg)
    head = QPolygonF(
        [
            QPointF(x - u(13), bar.top() - u(24)),
            QPointF(x + u(13), bar.top() - u(24)),
            QPointF(x, bar.top() - u(7)),
        ]
    )
    canvas.pen(p.ink, 2)
    canvas.painter.setBrush(QColor(p.ink if view.stable else p.panel))
    canvas.painter.drawPolygon(head)
    stem = QRectF(x - u(2.5), bar.top() - u(8), u(5), bar.height() + u(8))
    canvas.box(stem, fill=p.ink if view.stable else p.panel, border=p.ink, width=1, radius=0)


def _gap(canvas: Canvas, bar: QRectF, scale: _Scale, view: BarView) -> None:
    """Dots from the needle to the middle of the band, the grams between, an arrow at the end."""
    gap = gap_mg(view)
    if not gap or view.weight_mg is None:
        return
    u, p = canvas.u, canvas.palette
    start, end = scale.x(view.weight_mg), scale.x((view.low_mg + view.high_mg) // 2)
    toward = 1 if end > start else -1
    y = bar.center().y()
    span = [Span(text=signed_grams(gap), role=Role.BODY, color=p.ink, bold=True)]
    edge = scale.x(view.low_mg if toward > 0 else view.high_mg)
    half = canvas.row_width(span) / 2 + u(8)
    middle = (start + edge) / 2
    pen = QPen(QColor(p.ink), u(3))
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([0.1, 2.6])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    canvas.painter.setPen(pen)
    tip = end - toward * u(12)
    if abs(edge - start) > 2 * half + u(30):
        canvas.painter.drawLine(QPointF(start + toward * u(10), y), QPointF(middle - toward * half, y))
        canvas.painter.drawLine(QPointF(middle + toward * half, y), QPointF(tip, y))
        canvas.row(middle, y, span, align="center")
    else:
        canvas.painter.drawLine(QPointF(start + toward * u(10), y), QPointF(tip, y))
        canvas.row(_beyond(canvas, bar, start, toward, half), y, span, align="center")
    canvas.pen(p.ink, u(3))
    canvas.painter.drawPolyline(
        [QPointF(tip - toward * u(11), y - u(9)), QPointF(tip, y), QPointF(tip - toward * u(11), y + u(9))]
    )


def _beyond(canvas: Canvas, bar: QRectF, start: float, toward: int, half: float) -> float:
    """The middle of the grams when they do not fit into the gap: on the needle's far side, or inside the bar."""
    wanted = start - toward * (half + canvas.u(10))
    return max(bar.left() + half, min(bar.right() - half, wanted))


def _caption(canvas: Canvas, band: QRectF, view: BarView) -> None:
    look, p, u, area = canvas.look, canvas.palette, canvas.u, canvas.area
    first = [Span(text=f"{look.lead(EXPECTED)} {look.second(EXPECTED)}", role=Role.CAPTION, color=p.ink2)]
    text = f"{kilograms(view.low_mg)} – {kilograms(view.high_mg)} kg"
    second = [Span(text=text, role=Role.LABEL, color=p.ink, bold=True)]
    half = max(canvas.row_width(first), canvas.row_width(second)) / 2
    x = max(area.left() + half, min(area.right() - half, band.center().x()))
    canvas.row(x, area.top() + u(8), first, align="center")
    canvas.row(x, area.top() + u(35), second, align="center")


def _ticks(canvas: Canvas, bar: QRectF, scale: _Scale) -> None:
    u, p = canvas.u, canvas.palette
    step = tick_step_mg(scale.low, scale.high)
    digits = 1 if step >= 100_000 else 2 if step >= 10_000 else 3
    for tick in scale.ticks():
        x = scale.x(tick)
        canvas.fill(QRectF(x, bar.bottom(), 1, u(8)), p.edge)
        span = [Span(text=f"{tick / 1_000_000:.{digits}f}", role=Role.HINT, color=p.ink3)]
        half = canvas.row_width(span) / 2
        canvas.row(max(bar.left() + half, min(bar.right() - half, x)), bar.bottom() + u(22), span, align="center")
