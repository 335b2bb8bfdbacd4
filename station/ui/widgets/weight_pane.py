"""The live weight, as big as the screen allows, its state, and the weight bar under it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from station.ui.captions import EXPECTED_UNKNOWN, FROZEN, LIVE, NO_WEIGHT, NOT_ZEROED, STABLE, UNSTABLE, ZEROED
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets import weight_bar
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.widgets.weight_bar import BarView, kilograms

_BAR = 146
_TIGHT_BELOW = 320
"""A lower pane keeps its height for the number: what state it is in stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightView:
    """``expected_mg`` None: the weight of some unit is not known, nothing is judged."""

    weight_mg: int | None
    stable: bool
    live: bool
    expected_mg: tuple[int, int] | None
    zeroed: bool = True  # the pan was empty since the last parcel


def spoken(view: WeightView, look: Look) -> str:
    if view.weight_mg is None:
        return look.lead(NO_WEIGHT)
    return f"{kilograms(view.weight_mg)} kg, {look.lead(STABLE if view.stable else UNSTABLE)}"


def paint(canvas: Canvas, view: WeightView) -> None:
    area, u = canvas.area, canvas.u
    margin = canvas.look.grid.margin
    canvas.fill(area, canvas.palette.panel)
    tight = area.height() < u(_TIGHT_BELOW)
    inner = area.adjusted(margin, u(8), -margin, -u(8)) if tight else area.adjusted(margin, u(20), -margin, -u(16))
    above = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - u(_BAR))
    _number(canvas, above, view)
    below = QRectF(inner.left(), inner.bottom() - u(_BAR), inner.width(), u(_BAR))
    if view.expected_mg is None:
        canvas.text(below, canvas.look.lead(EXPECTED_UNKNOWN), Role.BODY, color=canvas.palette.ink2)
        return
    low, high = view.expected_mg
    bar = BarView(weight_mg=view.weight_mg, low_mg=low, high_mg=high, stable=view.stable)
    weight_bar.paint(canvas.within(below), bar)


def _number(canvas: Canvas, rect: QRectF, view: WeightView) -> None:
    p, u = canvas.palette, canvas.u
    state_width = u(164)
    beside = rect.width() > u(640) or canvas.area.height() < u(_TIGHT_BELOW)
    room = QRectF(rect.left(), rect.top(), rect.width() - (state_width if beside else 0), rect.height())
    if not beside:
        room.setHeight(rect.height() - u(64))
    text = "–.–––" if view.weight_mg is None else kilograms(view.weight_mg)
    unit = [Span(text="kg", role=Role.VERDICT, color=p.ink2, gap=u(16))]
    px = _largest_px(canvas, text, room.width() - canvas.row_width(unit) - u(12), room.height())
    middle = room.center().y()
    canvas.painter.setFont(canvas.look.letters.font(px, bold=True))
    canvas.painter.setPen(QColor(p.ink))
    canvas.painter.drawText(QPointF(room.left(), middle + 0.37 * px), text)
    x = room.left() + canvas.look.letters.advance(text, px, bold=True)
    if px < 2 * canvas.px(Role.VERDICT):  # a low window: the number stays the greater of the two
        unit = [replace(unit[0], role=Role.LEAD)]
    canvas.row(x, middle + (px - canvas.px(unit[0].role)) * 0.37, unit)
    if view.weight_mg is None:
        return  # nothing is there to be stable or frozen
    if beside:
        down = min(float(u(38)), rect.height() * 0.34)
        _states(canvas, rect.right() - state_width, rect.center().y() - down, down, 0, view)
    else:
        _states(canvas, rect.left(), rect.bottom() - u(24), 0, rect.width() / 3, view)


def _largest_px(canvas: Canvas, text: str, width: float, height: float) -> int:
    """The number is no text to be stepped: it is as big as its room, up to the size of the type table."""
    most = canvas.px(Role.WEIGHT)
    wide = canvas.look.letters.advance(text, most, bold=True)
    return int(min(most, most * width / wide, height / 0.8))


def _states(canvas: Canvas, left: float, y: float, down: float, right: float, view: WeightView) -> None:
    """Stable or not, live or frozen, zeroed or not: a sign and a word each, under one another or side by side."""
    p, u = canvas.palette, canvas.u
    sign = QRectF(left, y - u(13), u(26), u(26))
    mark = Mark.NORMAL if view.stable else Mark.WAIT
    paint_mark(canvas.painter, sign, mark, fill=p.ink2, on=p.panel)
    room = right - u(40) if right else canvas.area.right() - sign.right() - u(10)
    _word(canvas, sign.right() + u(10), y, STABLE if view.stable else UNSTABLE, room)
    sign = sign.translated(right, down)
    paint_icon(canvas.painter, sign, "live" if view.live else "frozen", p.ink2)
    _word(canvas, sign.right() + u(10), y + down, LIVE if view.live else FROZEN, room)
    sign = sign.translated(right, down)
    paint_icon(canvas.painter, sign, "zero" if view.zeroed else "short", p.ink2)
    _word(canvas, sign.right() + u(10), y + 2 * down, ZEROED if view.zeroed else NOT_ZEROED, room)


def _word(canvas: Canvas, x: float, y: float, words: Words, room: float) -> None:
    look, p = canvas.look, canvas.palette
    spans = [
        Span(text=look.lead(words), role=Role.LABEL, color=p.ink),
        Span(text=look.second(words), role=Role.HINT, color=p.ink3, gap=canvas.u(10)),
    ]
    both = canvas.row_width(spans) <= room  # else the second language gives way
    canvas.row(x, y, spans if both else spans[:1])
