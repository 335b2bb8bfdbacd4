"""The order's lines as one row of cells: where there is no width for a column, and under the scrim of a stop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.screen import LineView
from station.ui.type import Role
from station.ui.variant_words import which
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.line_list import LinesView, open_lines

HEIGHT = 92
FROM = 262
"""Lower work bands have no strip: the item, with how many, is what a packer must read."""
_CELLS_MAX = 5
_PICTURE_FROM = 72
"""Lower cells, under a stop, have room for the name and how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """``marked`` is the place of the next line among ``lines``; ``more`` are lines beyond the last cell."""

    lines: tuple[LineView, ...]
    marked: int | None = None
    more: int = 0


def of_lines(view: LinesView) -> StripView:
    """What is still to be packed first, then what is done; the last cell may say how many more there are."""
    to_do = [line for line, _ in open_lines(view)]
    ordered = (*to_do, *(line for line in view.lines if line not in to_do and line.needed))
    shown = ordered if len(ordered) <= _CELLS_MAX else ordered[: _CELLS_MAX - 1]
    marked = 0 if to_do and view.next_line is not None else None
    return StripView(lines=shown, marked=marked, more=len(ordered) - len(shown))


def under_stop(lines: tuple[LineView, ...]) -> StripView:
    return StripView(lines=lines[:_CELLS_MAX])


def spoken(view: StripView, look: Look) -> str:
    return "; ".join(
        f"{look.lead(line.name)} {look.lead(which(line.variant))} {line.packed}/{line.needed}" for line in view.lines
    )


def paint(canvas: Canvas, view: StripView) -> None:
    rect, p = canvas.area, canvas.palette
    canvas.fill(rect, p.panel2)
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    count = len(view.lines) + bool(view.more)
    width = rect.width() / max(count, 1)
    cells = [QRectF(rect.left() + at * width, rect.top() + 1, width, rect.height() - 1) for at in range(count)]
    for at, (cell, line) in enumerate(zip(cells, view.lines, strict=False)):
        _cell(canvas, cell, line, marked=at == view.marked)
        if at:
            canvas.rule_left(cell)
    if view.more:
        canvas.rule_left(cells[-1])
        more = [Span(text=f"+{view.more}", role=Role.BODY, color=p.ink, bold=True)]
        canvas.row(cells[-1].center().x(), cells[-1].center().y(), more, align="center")


def _cell(canvas: Canvas, cell: QRectF, line: LineView, *, marked: bool) -> None:
    u, p = canvas.u, canvas.palette
    if marked:
        canvas.fill(cell, p.panel)
        canvas.fill(QRectF(cell.left(), cell.top(), u(6), cell.height()), p.ink)
    left = cell.left() + min(u(24), cell.width() * 0.08)
    if cell.height() >= u(_PICTURE_FROM):
        side = min(u(56), cell.height() - u(16), cell.width() * 0.28)
        tile = QRectF(left, cell.center().y() - side / 2, side, side)
        canvas.goods(tile, line.picture, canvas.look.lead(line.name))
        left = tile.right() + u(12)
    count = [
        Span(text=str(line.packed), role=Role.BODY, color=p.ink, bold=True),
        Span(text=f"/{line.needed}", role=Role.CAPTION, color=p.ink2),
    ]
    foot = canvas.px(Role.BODY) * 1.2
    name = QRectF(left, cell.top() + u(4), cell.right() - left - u(8), cell.height() - foot - u(8))
    called = _called(canvas, name, line, bold=marked)
    canvas.text(name, called, Role.HINT, color=p.ink2, bold=marked, valign="bottom", lines=3, floor=Role.HINT)
    canvas.row(left, cell.bottom() - u(4) - foot / 2, count)


def _called(canvas: Canvas, room: QRectF, line: LineView, *, bold: bool) -> str:
    """Name and variant where they go in, else what of them does, the name first; a picture stands beside it."""
    look, size = canvas.look, room.size()
    name = look.lead(line.name)
    whole = " ".join(part for part in (name, line.variant) if part)
    read = " ".join(part for part in (name, look.lead(which(line.variant))) if part)
    for called in (read, whole, name, line.variant, line.sku):
        if called and look.letters.fit_or_leave(
            called, look.grid, Role.HINT, width=size.width(), height=size.height(), bold=bold, lines=3
        ):
            return called
    return ""
