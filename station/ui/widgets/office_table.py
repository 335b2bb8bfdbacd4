"""A table of the office: heads, the rows in view, the chosen one with its bar, and where in the whole it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from station.ui.look import Look
from station.ui.office import words as said
from station.ui.office.screen import Cell, TableView, Tone
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

HEAD, ROW, FOOT = 44, 42, 30
_PAD, _GAP = 24, 12
SPOKEN = 12
"""Rows that are read aloud."""


def room(height: float, scale: float) -> int:
    """Rows that a table of this height shows whole."""
    return max(1, int((height - round((HEAD + FOOT) * scale)) // round(ROW * scale)))


def row_at(y: float, scale: float) -> int | None:
    """The how-many-th row in view is at ``y``; None above the first."""
    below = y - round(HEAD * scale)
    return int(below // round(ROW * scale)) if below >= 0 else None


def spoken(view: TableView, look: Look) -> str:
    if not view.rows:
        return f"{look.lead(view.empty)} {look.lead(view.empty_how)}"
    rows = (row for row in view.rows[:SPOKEN] if row is not None)
    return "; ".join(" ".join(filter(None, (look.lead(cell.words) for cell in row))) for row in rows)


def paint(canvas: Canvas, view: TableView) -> None:
    area, u = canvas.area, canvas.u
    canvas.fill(area, canvas.palette.panel)
    lefts = _columns(canvas, view)
    head = QRectF(area.left(), area.top(), area.width(), u(HEAD))
    _heads(canvas, head, view, lefts)
    if not view.rows:
        _empty(canvas, QRectF(area.left(), head.bottom(), area.width(), area.bottom() - head.bottom()), view)
        return
    for at, row in enumerate(view.rows[: room(area.height(), canvas.look.grid.scale)]):
        rect = QRectF(area.left(), head.bottom() + at * u(ROW), area.width(), u(ROW))
        _ground(canvas, rect, chosen=view.first + at == view.cursor)
        if row is None:
            canvas.fill(QRectF(lefts[0][0], rect.center().y() - u(5), lefts[0][1] * 0.7, u(10)), canvas.palette.rule)
            continue
        for (left, wide), column, cell in zip(lefts, view.columns, row, strict=True):
            _cell(canvas, QRectF(left, rect.top(), wide, rect.height() - 1), cell, right=column.right)
    _foot(canvas, view)


def _columns(canvas: Canvas, view: TableView) -> list[tuple[float, float]]:
    """Left and width of each."""
    u, area = canvas.u, canvas.area
    wide = area.width() - u(_PAD) - u(20) - u(_GAP) * (len(view.columns) - 1)
    shares = sum(column.share for column in view.columns)
    found, left = [], area.left() + u(_PAD)
    for column in view.columns:
        width = wide * column.share / shares
        found.append((left, width))
        left += width + u(_GAP)
    return found


def _heads(canvas: Canvas, rect: QRectF, view: TableView, lefts: list[tuple[float, float]]) -> None:
    for (left, wide), column in zip(lefts, view.columns, strict=True):
        place = QRectF(left, rect.top() + canvas.u(2), wide, rect.height() - canvas.u(4))
        align = "right" if column.right else "left"
        canvas.text(
            place, canvas.look.lead(column.head), Role.HINT, color=canvas.palette.ink2, align=align, floor=Role.HINT,
            line_height=1.1,
        )  # fmt: skip
    canvas.rule_below(rect)


def _ground(canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
    p = canvas.palette
    if chosen:
        canvas.fill(rect, p.panel2)
        canvas.fill(QRectF(rect.left(), rect.top(), canvas.u(6), rect.height()), p.ink)
    canvas.rule_below(rect)


def _cell(canvas: Canvas, rect: QRectF, cell: Cell, *, right: bool) -> None:
    text = canvas.look.lead(cell.words)
    if not text:
        return
    u, p = canvas.u, canvas.palette
    color = {Tone.QUIET: p.ink2, Tone.STOP: p.stop}.get(cell.tone, p.ink)
    if cell.tone is Tone.WARN:
        side = u(18)
        mark = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        paint_triangle(canvas, mark)
        rect = rect.adjusted(side + u(5), 0, 0, 0)
    bold = cell.bold or cell.tone is Tone.STOP
    align = "right" if right else "left"
    if cell.code:
        canvas.code(rect, text, Role.HINT, color=color, align=align, bold=bold)
    else:
        canvas.text(
            rect, text, Role.HINT, color=color, bold=bold, align=align, lines=2, floor=Role.HINT, line_height=1.12
        )


def paint_triangle(canvas: Canvas, rect: QRectF) -> None:
    """The attention mark on a panel: amber, with the outline without which it would not be seen."""
    p = canvas.palette
    paint_mark(canvas.painter, rect, Mark.ATTENTION, fill=p.warn, on=p.on_warn)
    canvas.pen(p.warn_line, max(1.0, rect.width() / 16))
    s = rect.width() / 24
    corners = ((12, 1.6), (23, 21.4), (1, 21.4))
    canvas.painter.drawPolygon(QPolygonF([QPointF(rect.left() + x * s, rect.top() + y * s) for x, y in corners]))


def _empty(canvas: Canvas, rect: QRectF, view: TableView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    side = u(64)
    top = rect.center().y() - u(110)
    mark = QRectF(rect.center().x() - side / 2, top, side, side)
    if view.waiting:
        paint_mark(canvas.painter, mark, Mark.WAIT, fill=p.ink3, on=p.panel)
    else:
        paint_icon(canvas.painter, mark, "box", p.ink3, width=1.6)
    words = QRectF(rect.left() + u(32), mark.bottom() + u(14), rect.width() - u(64), u(62))
    what = said.READING if view.waiting else view.empty
    canvas.text(words, look.lead(what), Role.BODY, bold=True, align="center", floor=Role.HINT)
    if not view.waiting:
        how = QRectF(words.left(), words.bottom() + u(4), words.width(), u(80))
        text = look.lead(view.empty_how)
        canvas.text(how, text, Role.CAPTION, color=p.ink2, align="center", valign="top", lines=3, floor=Role.HINT)


def _foot(canvas: Canvas, view: TableView) -> None:
    """Where in the whole this is, as words and as a bar at the right edge."""
    area, u, p = canvas.area, canvas.u, canvas.palette
    words = said.OF.filled(at=f"{view.cursor + 1:,}", total=f"{view.total:,}")
    y = area.bottom() - u(FOOT) / 2
    canvas.row(area.left() + u(_PAD), y, [Span(text=canvas.look.lead(words), role=Role.HINT, color=p.ink2)])
    if view.total <= len(view.rows):
        return
    top, high = area.top() + u(HEAD), area.height() - u(HEAD + FOOT)
    bar = max(u(24), high * len(view.rows) / view.total)
    share = view.first / max(1, view.total - len(view.rows))
    canvas.fill(QRectF(area.right() - u(7), top + (high - bar) * min(1.0, share), u(6), bar), p.data2)
