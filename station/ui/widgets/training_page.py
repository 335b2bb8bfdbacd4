"""The page at the end of a training: what went well, what to repeat, each explained. No ranking."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from station.ui import training_words as say
from station.ui.coach_screen import LessonRow, PageView
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.coach_band import boxes
from station.ui.words import beside

_ROW: Final = 88
_HEAD, _HEAD_LOW = 52, 38


def spoken_head(view: PageView, look: Look) -> str:
    return "\n".join((look.lead(say.PAGE), look.lead(view.total)))


def spoken(view: PageView, look: Look) -> str:
    said = [f"{look.lead(row.name)}: {look.lead(beside(row.why))}" for row in (*view.well, *view.repeat)]
    return "\n".join(said)


def paint_head(canvas: Canvas, view: PageView) -> None:
    """Loud is only a verdict of the bench; this is a quiet head."""
    p, look, u, area = canvas.palette, canvas.look, canvas.u, canvas.area
    canvas.fill(area, p.panel)
    canvas.rule_below(area)
    left = look.grid.margin
    half = area.width() * 0.56
    upper = QRectF(left, area.top() + u(6), half - left, area.height() * (0.46 if look.grid.low else 0.55))
    spans = [
        Span(text=look.lead(say.PAGE), role=Role.TITLE, color=p.ink, bold=True),
        Span(text=look.second(say.PAGE), role=Role.CAPTION, color=p.ink2, gap=u(14)),
        Span(text=view.date, role=Role.CAPTION, color=p.ink2, gap=u(14)),
    ]
    canvas.fitting_row(upper.left(), upper.center().y(), spans, upper.width())
    below = QRectF(left, upper.bottom(), half - left, area.height() - upper.bottom() - u(6))
    canvas.text(below, look.lead(say.NO_RANKING), Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
    right = QRectF(half + u(16), upper.top(), area.width() - half - u(16) - look.grid.margin_right, upper.height())
    canvas.text(right, look.lead(view.total), Role.TITLE, bold=True, align="right", lines=1, floor=Role.CAPTION)
    under = QRectF(right.left(), below.top(), right.width(), below.height())
    how = look.lead(say.HOW_POINTS)
    canvas.text(under, how, Role.HINT, color=p.ink2, align="right", lines=2, floor=Role.HINT, line_height=1.05)


def paint(canvas: Canvas, view: PageView) -> None:
    """Two columns, what went well on the left; rows grow thinner when there are many."""
    p, area = canvas.palette, canvas.area
    canvas.fill(area, p.bg)
    half = area.width() / 2
    sides = ((say.WENT_WELL, say.NOTHING_YET, view.well), (say.REPEAT_THESE, say.NOTHING_LEFT, view.repeat))
    for at, (head, empty, rows) in enumerate(sides):
        column = QRectF(area.left() + at * half, area.top(), half, area.height())
        _column(canvas, column, head, empty, rows)
    canvas.fill(QRectF(area.left() + half, area.top(), 1, area.height()), p.rule)


def _column(canvas: Canvas, area: QRectF, head: Words, empty: Words, rows: tuple[LessonRow, ...]) -> None:
    p, look, u = canvas.palette, canvas.look, canvas.u
    left, right = area.left() + look.grid.margin, area.right() - u(20)
    spans = [
        Span(text=look.lead(head), role=Role.LABEL, color=p.ink, bold=True),
        Span(text=look.second(head), role=Role.HINT, color=p.ink2, gap=u(12)),
    ]
    high = u(_HEAD_LOW if look.grid.low else _HEAD)
    canvas.fitting_row(left, area.top() + high / 2, spans, right - left, keep=1)
    top, room = area.top() + high, area.height() - high - u(6)
    if not rows:
        canvas.text(QRectF(left, top, right - left, u(40)), look.lead(empty), Role.CAPTION, color=p.ink2, lines=1)
        return
    tall = min(float(u(_ROW)), room / len(rows))
    between = min(float(u(4)), tall * 0.08)
    for at, row in enumerate(rows):
        _row(canvas, QRectF(left, top + at * tall, right - left, tall - between), row)


def _row(canvas: Canvas, area: QRectF, row: LessonRow) -> None:
    """The name, a box a point, and why; where there is room, the way out once more."""
    p, look, u = canvas.palette, canvas.look, canvas.u
    canvas.box(area, fill=p.panel, border=p.rule, radius=4)
    if area.height() < u(54):
        _thin(canvas, area.adjusted(u(12), 1, -u(12), -1), row)
        return
    room = area.adjusted(u(12), u(3), -u(12), -u(3))
    name = QRectF(room.left(), room.top(), room.width() - u(90), room.height() * 0.42)
    canvas.text(name, look.lead(row.name), Role.CAPTION, bold=True, lines=1, floor=Role.HINT)
    boxes(canvas, _points_at(canvas, name, room), row.points, row.most, on=p.ink, off=p.panel)
    below = QRectF(room.left(), name.bottom(), room.width(), room.bottom() - name.bottom())
    canvas.text(below, _told(canvas, below, row), Role.HINT, color=p.ink2, lines=2, floor=Role.HINT, line_height=1.1)


def _told(canvas: Canvas, room: QRectF, row: LessonRow) -> str:
    """All of it where it has room, else without the way out, else how it went and what matters, else only that."""
    look, size = canvas.look, room.size()
    whole = (*row.why, row.way) if row.way is not None and row.points < row.most else row.why
    for told in (whole, row.why, (*row.why[:1], row.brief)):
        text = look.lead(beside(told))
        if look.letters.has_room(
            text, look.grid, Role.HINT, width=size.width(), height=size.height(), lines=2, line_height=1.1
        ):
            return text
    return look.lead(row.brief)


def _thin(canvas: Canvas, room: QRectF, row: LessonRow) -> None:
    p, look, u = canvas.palette, canvas.look, canvas.u
    wide = room.width() * 0.52
    name = QRectF(room.left(), room.top(), wide, room.height())
    canvas.text(name, look.lead(row.name), Role.HINT, bold=True, lines=2, floor=Role.HINT, line_height=1.05)
    boxes(canvas, _points_at(canvas, name, room), row.points, row.most, on=p.ink, off=p.panel)
    why = QRectF(name.right() + u(8), room.top(), room.width() - wide - u(98), room.height())
    canvas.second(why, look.lead(row.brief), Role.HINT, lines=2, line_height=1.05)  # the boxes say it, too


def _points_at(canvas: Canvas, name: QRectF, room: QRectF) -> QRectF:
    return QRectF(room.right() - canvas.u(72), name.top(), canvas.u(72), name.height())
