"""Whom the evidence is exported for, and the one big button of the page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from station.ui import case_words as said
from station.ui import dispute_words
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import same

HEIGHT = 154
_TITLE, _CHOICE, _GAP, _BUTTON = 26, 46, 12, 66


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    profiles: tuple[str, ...]
    chosen: int
    papers: int
    working: bool


def spoken(view: ExportView, look: Look) -> str:
    return (
        f"{look.lead(said.EXPORT)}, {look.lead(said.EXPORT_FOR)} {look.lead(profile_words(view.profiles[view.chosen]))}"
    )


def profile_words(profile: str) -> Words:
    """As short as a button needs it."""
    return said.SHORT_PROFILES.get(profile) or dispute_words.PROFILES.get(profile, same(profile))


def paint(canvas: Canvas, view: ExportView) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    canvas.fill(area, p.panel2)
    title = [
        Span(text=look.lead(said.EXPORT_FOR), role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=look.second(said.EXPORT_FOR), role=Role.HINT, color=p.ink2, gap=u(8)),
    ]
    canvas.row(area.left(), area.top() + u(11), title)
    others = [Span(text=look.lead(said.OTHERS), role=Role.HINT, color=p.ink2)]
    canvas.row(area.right(), area.top() + u(11), others, align="right")
    for at, rect in enumerate(choices(canvas, len(view.profiles))):
        _choice(canvas, rect, view, at)
    _frame(canvas, len(view.profiles))
    _button(canvas, button(canvas), view)


def choices(canvas: Canvas, count: int) -> list[QRectF]:
    area, u = canvas.area, canvas.u
    width = area.width() / count
    return [QRectF(area.left() + at * width, area.top() + u(_TITLE), width, u(_CHOICE)) for at in range(count)]


def button(canvas: Canvas) -> QRectF:
    area, u = canvas.area, canvas.u
    return QRectF(area.left(), area.top() + u(_TITLE + _CHOICE + _GAP), area.width(), u(_BUTTON))


def _frame(canvas: Canvas, count: int) -> None:
    u, p = canvas.u, canvas.palette
    every = choices(canvas, count)
    whole = every[0].united(every[-1])
    canvas.box(whole, border=p.edge, radius=6)
    for rect in every[1:]:
        canvas.fill(QRectF(rect.left(), rect.top() + u(1), 1, rect.height() - u(2)), p.edge)


def _choice(canvas: Canvas, rect: QRectF, view: ExportView, at: int) -> None:
    u, p, chosen = canvas.u, canvas.palette, at == view.chosen
    whole = choices(canvas, len(view.profiles))
    if chosen:
        path = QPainterPath()
        path.addRoundedRect(whole[0].united(whole[-1]), u(6), u(6))
        canvas.painter.save()
        canvas.painter.setClipPath(path)
        canvas.fill(rect, p.ink)
        canvas.painter.restore()
    words = Span(
        text=canvas.look.lead(profile_words(view.profiles[at])), role=Role.CAPTION, color=p.panel if chosen else p.ink,
        bold=chosen,
    )  # fmt: skip
    y = rect.center().y()
    canvas.fitting_row(
        rect.center().x(), y, canvas.stepped([words], rect.width() - u(12)), rect.width(), align="center"
    )


def _button(canvas: Canvas, rect: QRectF, view: ExportView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.ink, border=p.ink, radius=6)
    side = u(28)
    mark = QRectF(rect.left() + u(20), rect.center().y() - side / 2, side, side)
    if view.working:
        paint_mark(canvas.painter, mark, Mark.WAIT, fill=p.panel, on=p.panel)
    else:
        _arrow(canvas, mark)
    key = [Span(text="Ctrl+E", role=Role.CAPTION, color=p.panel, bold=True)]
    canvas.row(rect.right() - u(20), rect.center().y(), key, align="right")
    left = mark.right() + u(16)
    room = rect.right() - u(36) - canvas.row_width(key) - left
    words = said.EXPORTING if view.working else said.EXPORT
    canvas.fitting_row(
        left, rect.top() + u(24), [Span(text=look.lead(words), role=Role.LABEL, color=p.panel, bold=True)], room
    )
    how = said.EXPORT_HOW.filled(n=view.papers) if view.papers else said.EXPORT_NO_PAPERS
    canvas.fitting_row(left, rect.top() + u(48), [Span(text=look.lead(how), role=Role.HINT, color=p.panel)], room)


def _arrow(canvas: Canvas, rect: QRectF) -> None:
    """Down onto a line: into a file."""
    canvas.pen(canvas.palette.panel, canvas.u(3), cap=Qt.PenCapStyle.RoundCap)
    x, top, bottom = rect.center().x(), rect.top() + rect.height() * 0.08, rect.top() + rect.height() * 0.68
    reach = rect.width() * 0.26
    canvas.painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    canvas.painter.drawPolyline(
        [QPointF(x - reach, bottom - reach), QPointF(x, bottom), QPointF(x + reach, bottom - reach)]
    )
    low = rect.bottom() - rect.height() * 0.06
    canvas.painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right(), low))


def touched(canvas_area: QRectF, scale_of: Look, count: int, x: float, y: float) -> int | None:
    """Which choice lies there; ``count`` for the button, None for neither."""
    grid = scale_of.grid
    top, width = canvas_area.top() + grid.u(_TITLE), canvas_area.width() / count
    if top <= y < top + grid.u(_CHOICE):
        return min(count - 1, max(0, int((x - canvas_area.left()) / width)))
    below = top + grid.u(_CHOICE + _GAP)
    return count if below <= y < below + grid.u(_BUTTON) else None
