"""The order's lines: done ones folded into one row, the next one marked, the rest below; nothing scrolls."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import lines_done, lines_more
from station.ui.letters import Fitted
from station.ui.look import Look
from station.ui.screen import LineView
from station.ui.type import Role
from station.ui.variant_words import which
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

_FOLD = 44
_ROW = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesView:
    lines: tuple[LineView, ...]
    next_line: int | None = None


def open_lines(view: LinesView) -> list[tuple[LineView, bool]]:
    """What is still to be packed, the next one first, and whether it is the next."""
    marked = [(line, at == view.next_line) for at, line in enumerate(view.lines) if line.packed < line.needed]
    return sorted(marked, key=lambda entry: not entry[1])


def done_lines(view: LinesView) -> tuple[LineView, ...]:
    """Those of which nothing was ever to be in this box are none."""
    return tuple(line for line in view.lines if line.packed >= line.needed > 0)


def height(view: LinesView, look: Look, width: float) -> int:
    """What all rows together would take."""
    fold = look.grid.u(_FOLD) if done_lines(view) else 0
    return fold + sum(_row_height(look, line, marked, width) for line, marked in open_lines(view))


def spoken(view: LinesView, look: Look) -> str:
    return "; ".join(
        f"{look.lead(line.name)} {look.lead(which(line.variant))} {line.packed}/{line.needed}"
        for line, _ in open_lines(view)
    )


def paint(canvas: Canvas, view: LinesView) -> None:
    canvas.fill(canvas.area, canvas.palette.panel2)
    y = canvas.area.top()
    done = done_lines(view)
    if done:
        y = _fold_row(canvas, y, done)
    rows = open_lines(view)
    for at, (line, marked) in enumerate(rows):
        height_px = _row_height(canvas.look, line, marked, canvas.area.width())
        last = at == len(rows) - 1
        room = canvas.area.bottom() - (0 if last else canvas.u(_FOLD))
        if y + height_px > room + 1:
            _more_row(canvas, y, len(rows) - at)
            return
        _row(canvas, QRectF(canvas.area.left(), y, canvas.area.width(), height_px), line, marked)
        y += height_px


def _fold_row(canvas: Canvas, y: float, done: tuple[LineView, ...]) -> float:
    u, p, look = canvas.u, canvas.palette, canvas.look
    rect = QRectF(canvas.area.left(), y, canvas.area.width(), u(_FOLD))
    words = lines_done(len(done))
    mark = QRectF(rect.left() + u(24), rect.center().y() - u(12), u(24), u(24))
    paint_mark(canvas.painter, mark, Mark.NORMAL, fill=p.ink3, on=p.panel2)
    spans = [
        Span(text=look.lead(words), role=Role.CAPTION, color=p.ink2),
        Span(text=look.second(words), role=Role.HINT, color=p.ink3, gap=u(8)),
    ]
    canvas.row(mark.right() + u(14), rect.center().y(), spans)
    total = f"{sum(line.packed for line in done)}/{sum(line.needed for line in done)}"
    canvas.row(
        rect.right() - u(24), rect.center().y(), [Span(text=total, role=Role.LABEL, color=p.ink2)], align="right"
    )
    canvas.rule_below(rect)
    return rect.bottom()


def _more_row(canvas: Canvas, y: float, count: int) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    words = lines_more(count)
    spans = [
        Span(text=look.lead(words), role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=look.second(words), role=Role.HINT, color=p.ink2, gap=u(8)),
    ]
    canvas.row(canvas.area.left() + u(24 + 24 + 14), y + u(_FOLD) / 2, spans)


def _row(canvas: Canvas, rect: QRectF, line: LineView, marked: bool) -> None:
    u, p = canvas.u, canvas.palette
    if marked:
        canvas.fill(rect, p.panel)
        canvas.fill(QRectF(rect.left(), rect.top(), u(6), rect.height()), p.ink)
    tile = QRectF(rect.left() + u(24), rect.center().y() - u(25), u(50), u(50))
    canvas.goods(tile, line.picture, canvas.look.lead(line.name))
    texts = _texts(canvas.look, line, marked, rect.width())
    top = rect.center().y() - sum(text.height for text in texts) / 2
    for at, text in enumerate(texts):
        canvas.put(QRectF(tile.right() + u(14), top, text.width, text.height), text, color=p.ink2 if at else None)
        top += text.height
    count = [
        Span(text=str(line.packed), role=Role.LEAD, color=p.ink, bold=True),
        Span(text=f"/{line.needed}", role=Role.LABEL, color=p.ink2),
    ]
    canvas.row(rect.right() - u(24), rect.center().y(), count, align="right")
    canvas.rule_below(rect)


def _row_height(look: Look, line: LineView, marked: bool, width: float) -> int:
    taken = sum(text.height for text in _texts(look, line, marked, width))
    return int(max(look.grid.u(_ROW), taken + look.grid.u(8)))


def _texts(look: Look, line: LineView, marked: bool, width: float) -> tuple[Fitted, ...]:
    """Name; under it that of the other language; then whose it is where several share the box, and the variant."""
    grid, fit = look.grid, look.letters.fit
    room = width - grid.u(24 + 50 + 14 + 24) - grid.u(84)
    name = fit(
        look.lead(line.name),
        grid,
        Role.LABEL,
        width=room,
        height=grid.u(150),
        bold=marked,
        lines=4,
        floor=Role.CAPTION,
    )
    below = " · ".join(part for part in (line.order, look.lead(which(line.variant))) if part)
    foot = fit(below, grid, Role.HINT, width=room, height=grid.u(70), lines=3, floor=Role.HINT) if below else None
    return tuple(text for text in (name, _second(look, line, room), foot) if text is not None)


def _second(look: Look, line: LineView, room: float) -> Fitted | None:
    """One row: it only repeats, and the lines below need the room."""
    other, grid = look.otherwise(line.name), look.grid
    return look.letters.fit_or_leave(other, grid, Role.HINT, width=room, height=grid.u(30), lines=1) if other else None
