"""What is said over a whole desk screen: it is loading, the book does not answer, nothing was done. Never loud."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

_PAD = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """``detail`` is what is known of it and what to do; ``mark`` tells its kind without colour."""

    mark: Mark
    words: Words
    detail: tuple[Words, ...] = ()


def spoken(view: StripView, look: Look) -> str:
    return ". ".join(look.lead(words) for words in (view.words, *view.detail) if look.lead(words))


def paint(canvas: Canvas, view: StripView) -> None:
    area, p, u, look = canvas.area, canvas.palette, canvas.u, canvas.look
    warns = view.mark is Mark.ATTENTION
    canvas.fill(area, p.warn if warns else p.panel2)
    canvas.rule_below(area)
    if not warns:
        canvas.fill(QRectF(area.left(), area.top(), u(8), area.height() - 1), p.edge)
    ink, ink2 = (p.on_warn, p.on_warn) if warns else (p.ink, p.ink2)
    side, left = u(24), area.left() + u(_PAD)
    mark = QRectF(left, area.center().y() - side / 2, side, side)
    fill, on = (p.on_warn, p.warn) if warns else (p.ink2, p.panel2)
    paint_mark(canvas.painter, mark, view.mark, fill=fill, on=on)
    left += side + u(12)
    room = area.right() - u(_PAD) - left
    head = [Span(text=look.lead(view.words), role=Role.BODY, color=ink, bold=True)]
    detail = " · ".join(look.lead(words) for words in view.detail if look.lead(words))
    below = QRectF(left, area.center().y() - u(1), room, area.height() / 2 - u(1))
    if not detail:
        canvas.fitting_row(left, area.center().y(), head, room)
        return
    canvas.fitting_row(left, area.center().y() - u(11), head, room)
    canvas.text(below, detail, Role.CAPTION, color=ink2, floor=Role.HINT, lines=1)
