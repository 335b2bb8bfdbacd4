"""An empty bench: what fills it and how, and what the day still holds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import ASK_F1, CUT_OFF_AT, DUE_BY_CUTOFF, NEXT_CUTOFF, NUMBERS_LEFT, ORDERS_LEFT, SCAN_ORDER
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.surroundings import DayView, LowNumbers
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

_BOTH_FROM = 60
HINT_ROW = 38
LOW_SHOWN_MAX = 2
"""Services whose numbers run low, of as many as there are: the office sees all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleView:
    words: Words = SCAN_ORDER
    best: Words | None = None  # the packer's own best hour: a greeting, seen by nobody else
    starts: bool = False  # nothing can be scanned yet


def spoken(view: IdleView, look: Look) -> str:
    return look.lead(view.words)


def paint_what(canvas: Canvas, view: IdleView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel)
    side = min(u(150), area.height() * 0.38)
    top = area.center().y() - side / 2 - u(56)
    mark = QRectF(area.center().x() - side / 2, top, side, side)
    paint_mark(canvas.painter, mark, Mark.WAIT if view.starts else Mark.SCAN, fill=p.ink, on=p.panel)
    below = QRectF(area.left() + u(32), mark.bottom() + u(24), area.width() - u(64), u(56))
    text = canvas.text(below, look.lead(view.words), Role.TITLE, bold=True, align="center", floor=Role.BODY)
    second = QRectF(below.left(), text.bottom() + u(6), below.width(), u(60))
    said = canvas.second(second, look.second(view.words), Role.BODY, align="center", valign="top")
    if view.best is not None:
        third = QRectF(below.left(), said.bottom() + u(14), below.width(), u(34))
        said = canvas.text(third, look.lead(view.best), Role.LABEL, align="center", lines=1, floor=Role.HINT)
    if said.bottom() < area.bottom() - u(HINT_ROW):  # a low window has room for what is to be scanned alone
        hint = [Span(text=look.lead(ASK_F1), role=Role.HINT, color=p.ink3)]
        canvas.row(area.center().x(), area.bottom() - u(16), hint, align="center")


def day_rows(view: DayView, look: Look) -> list[tuple[Words, str]]:
    """Only what is known; an unknown number is left out, never shown as zero."""
    rows: list[tuple[Words, str]] = []
    if view.orders_left is not None:
        rows.append((ORDERS_LEFT, f"{view.orders_left:,}"))
    if view.cut_offs:
        rows += [(CUT_OFF_AT.filled(hour=_when(view, each.at_us, look)), f"{each.orders:,}") for each in view.cut_offs]
    elif view.cutoff_us is not None:
        rows.append((NEXT_CUTOFF, _when(view, view.cutoff_us, look)))
    if view.due_by_cutoff is not None:
        rows.append((DUE_BY_CUTOFF, f"{view.due_by_cutoff:,}"))
    return rows + [(_run_low(each), f"{each.left:,}") for each in view.low[:LOW_SHOWN_MAX]]


def _when(view: DayView, at_us: int, look: Look) -> str:
    """As long as nobody knows what time it is, the next one counts as today's."""
    first_us = view.cut_offs[0].at_us if view.cut_offs else at_us
    return look.when(at_us, view.now_us or first_us)


def _run_low(low: LowNumbers) -> Words:
    return NUMBERS_LEFT.filled(service=low.service)


def _both(canvas: Canvas, rect: QRectF, words: Words) -> None:
    """Both languages, the leading one as large as there is room."""
    look, u = canvas.look, canvas.u
    second = QRectF(rect.left(), rect.bottom() - u(24), rect.width(), u(24))
    lead = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - u(24))
    canvas.text(lead, look.lead(words), Role.LABEL, lines=2, floor=Role.HINT)
    canvas.second(second, look.second(words), Role.HINT, lines=1)


def paint_day(canvas: Canvas, view: DayView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel2)
    rows = day_rows(view, look)
    height = min(u(76), area.height() / max(3, len(rows)))
    for at, (words, value) in enumerate(rows):
        rect = QRectF(area.left(), area.top() + at * height, area.width(), height)
        y = rect.center().y()
        number = [Span(text=value, role=Role.TITLE, color=p.ink, bold=True)]
        canvas.row(rect.right() - u(24), y, number, align="right")
        left, room = rect.left() + u(24), rect.width() - u(60) - canvas.row_width(number)
        said = QRectF(left, rect.top() + u(2), room, height - u(4))
        if height < u(_BOTH_FROM):
            canvas.text(said, look.lead(words), Role.CAPTION, lines=2, floor=Role.HINT)
        else:
            _both(canvas, said, words)
        canvas.rule_below(rect)
