"""What is said over a whole desk screen: it is loading, the book does not answer, nothing was done. Never loud."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

_PAD, _SIDE, _GAP, _HIGH, _LINE, _LINES_MAX = 24, 24, 12, 52, 18, 3

_LINE_HEIGHT = 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """``detail`` is what is known of it and what to do; ``mark`` tells its kind without colour."""

    mark: Mark
    words: Words
    detail: tuple[Words, ...] = ()


def spoken(view: StripView, look: Look) -> str:
    return ". ".join(look.lead(words) for words in (view.words, *view.detail) if look.lead(words))


def height(look: Look, width: float, view: StripView) -> int:
    """Pixels: a strip is as high as what it says is long."""
    return look.grid.u(_HIGH + _LINE * (_lines(look, width, view) - 1))


def _lines(look: Look, width: float, view: StripView) -> int:
    room, text = width - look.grid.u(2 * _PAD + _SIDE + _GAP), _detail(look, view)
    for lines in range(1, _LINES_MAX):
        high = look.grid.u(_LINE * lines + 6)
        if look.letters.has_room(
            text, look.grid, Role.HINT, width=room, height=high, lines=lines, line_height=_LINE_HEIGHT
        ):
            return lines
    return _LINES_MAX


def _detail(look: Look, view: StripView) -> str:
    return " · ".join(look.lead(words) for words in view.detail if look.lead(words))


def paint(canvas: Canvas, view: StripView) -> None:
    area, p, u, look = canvas.area, canvas.palette, canvas.u, canvas.look
    warns = view.mark is Mark.ATTENTION
    canvas.fill(area, p.warn if warns else p.panel2)
    canvas.rule_below(area)
    if not warns:
        canvas.fill(QRectF(area.left(), area.top(), u(8), area.height() - 1), p.edge)
    ink, ink2 = (p.on_warn, p.on_warn) if warns else (p.ink, p.ink2)
    side, left = u(_SIDE), area.left() + u(_PAD)
    mark = QRectF(left, area.center().y() - side / 2, side, side)
    fill, on = (p.on_warn, p.warn) if warns else (p.ink2, p.panel2)
    paint_mark(canvas.painter, mark, view.mark, fill=fill, on=on)
    left += side + u(_GAP)
    room = area.right() - u(_PAD) - left
    head = [Span(text=look.lead(view.words), role=Role.BODY, color=ink, bold=True)]
    detail = _detail(look, view)
    if not detail:
        canvas.fitting_row(left, area.center().y(), head, room)
        return
    canvas.fitting_row(left, area.top() + u(15), head, room)
    below = QRectF(left, area.top() + u(25), room, area.height() - u(27))
    lines = _lines(look, area.width(), view)
    canvas.text(
        below, detail, Role.CAPTION if lines == 1 else Role.HINT, color=ink2, floor=Role.HINT, lines=lines,
        line_height=_LINE_HEIGHT,
    )  # fmt: skip
