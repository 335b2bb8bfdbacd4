"""An empty bench: what fills it and how, and what the day still holds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import DUE_BY_CUTOFF, NEXT_CUTOFF, NUMBERS_LEFT, ORDERS_LEFT, SCAN_ORDER
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.surroundings import DayView, LowNumbers
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

LOW_SHOWN_MAX = 2
"""Services whose numbers run low, of as many as there are: the office sees all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleView:
    words: Words = SCAN_ORDER


def spoken(view: IdleView, look: Look) -> str:
    return look.lead(view.words)


def paint_what(canvas: Canvas, view: IdleView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel)
    side = min(u(150), area.height() * 0.38)
    top = area.center().y() - side / 2 - u(56)
    mark = QRectF(area.center().x() - side / 2, top, side, side)
    paint_mark(canvas.painter, mark, Mark.SCAN, fill=p.ink, on=p.panel)
    below = QRectF(area.left() + u(32), mark.bottom() + u(24), area.width() - u(64), u(56))
    text = canvas.text(below, look.lead(view.words), Role.TITLE, bold=True, align="center", floor=Role.BODY)
    second = QRectF(below.left(), text.bottom() + u(6), below.width(), u(60))
    canvas.text(second, look.second(view.words), Role.BODY, color=p.ink2, align="center", valign="top")


def day_rows(view: DayView, look: Look) -> list[tuple[Words, str]]:
    """Only what is known; an unknown number is left out, never shown as zero."""
    rows: list[tuple[Words, str]] = []
    if view.orders_left is not None:
        rows.append((ORDERS_LEFT, f"{view.orders_left:,}"))
    if view.cutoff_us is not None:
        rows.append((NEXT_CUTOFF, look.hour(view.cutoff_us)))
    if view.due_by_cutoff is not None:
        rows.append((DUE_BY_CUTOFF, f"{view.due_by_cutoff:,}"))
    return rows + [(_run_low(each), f"{each.left:,}") for each in view.low[:LOW_SHOWN_MAX]]


def _run_low(low: LowNumbers) -> Words:
    return Words(zh=NUMBERS_LEFT.zh.format(low.service.zh), en=NUMBERS_LEFT.en.format(low.service.en))


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
        canvas.fitting_row(left, y - u(12), [Span(text=look.lead(words), role=Role.LABEL, color=p.ink)], room)
        canvas.fitting_row(left, y + u(15), [Span(text=look.second(words), role=Role.HINT, color=p.ink2)], room)
        canvas.rule_below(rect)
