"""The table behind a figure, page by page, with the row that the keys are on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_board import Page
from station.ui.supervisor_screen import Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import HEADING, chevron, first_shown, frame, heading, inner, nothing, ring
from station.ui.words import Words

_HEAD, _ROW = 28, 31


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesView:
    """``number`` counts pages from 1; ``stuck``: the page is not there and does not come now."""

    title: Words
    page: Page | None
    number: int = 1
    row: int = 0
    stuck: bool = False


def _rows(look: Look, area: QRectF, view: EntriesView) -> list[tuple[int, QRectF]]:
    room, u = inner(area, look.grid.scale), look.grid.u
    count = len(view.page.lines) if view.page is not None else 0
    top = room.top() + u(HEADING) + u(_HEAD)
    shown = max(1, int((room.bottom() - top) // u(_ROW)))
    first = first_shown(view.row, count, shown)
    return [
        (at, QRectF(room.left(), top + (at - first) * u(_ROW), room.width(), u(_ROW)))
        for at in range(first, min(first + shown, count))
    ]


def places(look: Look, area: QRectF, view: EntriesView) -> list[tuple[QRectF, Spot]]:
    return [(rect, Spot(at)) for at, rect in _rows(look, area, view)]


def spoken(view: EntriesView, look: Look) -> str:
    if view.page is None:
        return look.lead(_missing(view))
    lines = "; ".join(" ".join(look.lead(cell) for cell in line.cells) for line in view.page.lines)
    return f"{look.lead(view.title)}: {lines or look.lead(said.NOTHING_BEHIND)}"


def _missing(view: EntriesView) -> Words:
    if view.page is not None:
        return said.NOTHING_BEHIND
    return said.NOT_READ if view.stuck else said.LOADING


def paint(canvas: Canvas, view: EntriesView) -> None:
    room, p, look = frame(canvas), canvas.palette, canvas.look
    page = view.page
    number = said.BEHIND_PAGE.filled(n=view.number)
    right = [Span(text=look.lead(number), role=Role.HINT, color=p.ink2)]
    if page is not None:
        end = said.LAST_PAGE if page.more is None else said.MORE_PAGES
        right.append(Span(text=look.lead(end), role=Role.HINT, color=p.ink, bold=True, gap=canvas.u(12)))
    heading(canvas, room, view.title, right)
    if page is None or not page.lines:
        nothing(canvas, room, _missing(view))
        return
    rows = _rows(look, canvas.area, view)
    columns = _columns(canvas, room, page)
    _heads(canvas, rows[0][1].top() - canvas.u(_HEAD) / 2, page, columns)
    for at, rect in rows:
        canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
        _line(canvas, rect, page, at, columns)
        if at == view.row:
            ring(canvas, rect.adjusted(-canvas.u(6), 0, canvas.u(6), 0))


def _columns(canvas: Canvas, room: QRectF, page: Page) -> list[tuple[float, float]]:
    """Left and width of each."""
    whole, gap = sum(column.share for column in page.columns), canvas.u(10)
    wide, x, found = room.width() - canvas.u(20), room.left(), []
    for column in page.columns:
        width = wide * column.share / whole
        found.append((x, width - gap))
        x += width
    return found


def _heads(canvas: Canvas, y: float, page: Page, columns: list[tuple[float, float]]) -> None:
    for column, (left, width) in zip(page.columns, columns, strict=True):
        text = canvas.look.lead(column.head)
        spans = [Span(text=text, role=Role.CAPTION, color=canvas.palette.ink2)]
        x, align = (left + width, "right") if column.right else (left, "left")
        canvas.fitting_row(x, y, spans, width, align=align)


def _line(canvas: Canvas, rect: QRectF, page: Page, at: int, columns: list[tuple[float, float]]) -> None:
    p, line = canvas.palette, page.lines[at]
    for column, cell, (left, width) in zip(page.columns, line.cells, columns, strict=True):
        room = QRectF(left, rect.top(), width, rect.height())
        text = canvas.look.lead(cell)
        wide = canvas.look.letters.advance(text, canvas.px(Role.LABEL), bold=False)
        if wide <= width or " " in text or cell.zh != cell.en:
            align = "right" if column.right else "left"
            canvas.text(room, text, Role.LABEL, floor=Role.HINT, lines=2, line_height=1.05, align=align)
        else:
            canvas.code(room, text, Role.LABEL, color=p.ink)
    if line.into is not None:
        chevron(canvas, rect.right() - canvas.u(2), rect.center().y())
