"""The top of a dispute's own page: which one, what it is about, and the time left in large."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from station.ui import case_words as said
from station.ui import dispute_words
from station.ui.dispute_case import Term, day_words, left_words
from station.ui.dispute_screen import CaseRow, Urgency
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets import dispute_list
from station.ui.widgets.canvas import Canvas, Span
from station.ui.words import beside, same

HEIGHT = 88
PAD = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    row: CaseRow
    term: Term
    channel: Words
    reference: str
    money: str
    paid_back: str
    minute_us: int
    near_hours: int


def spoken(view: HeadView, look: Look) -> str:
    big, beside_it, below = clock(view)
    return ". ".join(look.lead(words) for words in (_what(view), big, beside_it, below) if words.en)


def paint(canvas: Canvas, view: HeadView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    canvas.rule_below(area)
    left_edge = _clock(canvas, view)
    left, room = area.left() + u(PAD), left_edge - u(24) - area.left() - u(PAD)
    order = Span(text=view.row.order, role=Role.LEAD, color=p.ink, bold=True)
    kind = Span(text=canvas.look.lead(dispute_list.kind(view.row)), role=Role.LABEL, color=p.ink2, gap=u(10))
    whole = Span(text=canvas.look.lead(_what(view)), role=Role.LABEL, color=p.ink2, gap=u(10))
    fits = canvas.row_width([order, whole]) <= room
    canvas.fitting_row(left, area.top() + u(57), [order, whole if fits else kind], room)
    told = (view.reference, view.money, "" if fits else canvas.look.lead(view.channel))
    _path(canvas, view, QRectF(left, area.top() + u(13), room, u(24)), " · ".join(part for part in told if part))


def _path(canvas: Canvas, view: HeadView, rect: QRectF, told: str) -> None:
    """Where it is: the list it was opened from, and its number; a channel too long for the row below."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    y = rect.center().y()
    end = canvas.row(rect.left(), y, [Span(text=look.lead(said.DISPUTES), role=Role.HINT, color=p.ink2)])
    x, reach = end + u(10), u(4)
    canvas.pen(p.ink2, u(1.5))
    canvas.painter.drawPolyline([QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach)])
    number = look.lead(said.NUMBER.filled(n=str(view.row.id)))
    end = canvas.row(x + u(14), y, [Span(text=number, role=Role.HINT, color=p.ink)])
    rest = QRectF(end + u(16), rect.top(), rect.right() - end - u(16), rect.height()).adjusted(0, -u(8), 0, u(8))
    canvas.text(rest, told, Role.HINT, color=p.ink2, floor=Role.HINT, line_height=1.1)


def _what(view: HeadView) -> Words:
    return beside((dispute_list.kind(view.row), view.channel))


def _clock(canvas: Canvas, view: HeadView) -> float:
    """Sign, time, and beside it of how much and till when; answers where it begins."""
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    big, above, below = clock(view)
    urgency = view.row.urgency(view.minute_us, view.near_hours)
    small = [Span(text=look.lead(words), role=Role.HINT, color=p.ink) for words in (above, below)]
    wide = max(canvas.row_width([span]) for span in small)
    right = area.right() - u(PAD)
    lines = [span for span in small if span.text]
    for at, span in enumerate(lines):
        y = area.center().y() + (at - (len(lines) - 1) / 2) * u(23) + u(2)
        canvas.row(right - wide, y, [span])
    color = {Urgency.LATE: p.stop, Urgency.NEAR: p.warn_line}.get(urgency, p.ink)
    role = Role.NOTE if not canvas.look.grid.narrow else Role.VARIANT
    time = [Span(text=look.lead(big), role=role, color=color, bold=True)]
    end = right - wide - (u(20) if lines else 0)
    canvas.row(end, area.center().y() + u(1), time, align="right")
    side = u(38)
    mark = QRectF(end - canvas.row_width(time) - u(20) - side, area.center().y() - side / 2, side, side)
    dispute_list.paint_urgency(canvas, mark, urgency)
    return mark.left()


def clock(view: HeadView) -> tuple[Words, Words, Words]:
    """Large, and the two lines beside it."""
    row, term, nothing = view.row, view.term, same("")
    urgency = row.urgency(view.minute_us, view.near_hours)
    if urgency is Urgency.CLOSED:
        paid = said.PAID_BACK.filled(money=view.paid_back) if view.paid_back else nothing
        return dispute_words.OUTCOMES.get(row.outcome, same(row.outcome)), paid, nothing
    if term.due_us is None:
        return said.NO_TIME, nothing, nothing
    due = said.DUE.filled(day=day_words(term.due_us, term.utc_offset_minutes, date=True))
    left_us = term.left_us(view.minute_us)
    if urgency is Urgency.SENT:
        return dispute_words.SENT, due, nothing
    if left_us < 0:
        return left_words(-left_us), said.LATE, due
    words = said.LEFT_OF if term.working_days else said.LEFT_OF_DAYS
    return left_words(left_us), words.filled(n=len(term.stretches)), due
