"""A bar for each day that a dispute gives: full when it is gone. Days off stand in none of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import case_words as said
from station.ui.dispute_case import Term, day_words
from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span

HEIGHT = 46
_GAP, _BAR = 11, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsView:
    term: Term
    minute_us: int


def spoken(view: BarsView, look: Look) -> str:
    ends = (day_words(each.end_us, view.term.utc_offset_minutes, date=False) for each in view.term.stretches)
    return ", ".join(look.lead(said.TO.filled(day=day)) for day in ends)


def paint(canvas: Canvas, view: BarsView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    every = view.term.stretches
    if not every:
        return
    width = (area.width() - u(_GAP) * (len(every) - 1)) / len(every)
    for at, stretch in enumerate(every):
        left = area.left() + at * (width + u(_GAP))
        bar = QRectF(left, area.top(), width, u(_BAR))
        gone = stretch.gone(view.minute_us)
        canvas.box(bar, fill=p.panel2, border=p.edge, radius=4)
        if gone > 0:
            painter = canvas.painter
            painter.save()
            painter.setClipRect(QRectF(left, area.top(), max(u(3), width * gone), u(_BAR)))
            canvas.box(bar, fill=p.ink, border=p.ink, radius=4)
            painter.restore()
        running = stretch.start_us <= view.minute_us < stretch.end_us
        words = canvas.look.lead(
            said.TO.filled(day=day_words(stretch.end_us, view.term.utc_offset_minutes, date=False))
        )
        if len(every) > 1:
            span = Span(text=words, role=Role.HINT, color=p.ink if running else p.ink2, bold=running)
            if canvas.row_width([span]) <= width + u(_GAP) or at in (0, len(every) - 1):
                canvas.fitting_row(left, area.top() + u(_BAR + 16), [span], max(width, 1))
