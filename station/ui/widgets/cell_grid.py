"""The sort wall as it stands in the hall: every cell in its place, filling up. Full is a colour, a shape and a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from station.packing.sorting import CellState
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.theme import Palette
from station.ui.type import Role
from station.ui.wall_screen import CellView
from station.ui.wall_words import cell_word
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.marks import Mark, paint_mark

FULL = Words(zh="满", en="full")
TAKEN = Words(zh="打包中", en="bench")
_LOW = 48
"""A lower cell is all number and word."""
PACKED = Words(zh="已打包", en="packed")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridView:
    """``called`` is the cell the last unit went to. Cells beyond the wall's rows stand in further rows."""

    cells: tuple[CellView, ...]
    rows: int
    columns: int
    called: int | None = None


@dataclass(frozen=True, slots=True)
class _Paint:
    fill: str
    border: str
    ink: str
    mark: Mark | None = None
    word: Words | None = None


def spoken(view: GridView, look: Look) -> str:
    return " ".join(f"{cell.number}: {cell.units}/{cell.needed}" for cell in view.cells)


def paint(canvas: Canvas, view: GridView) -> None:
    canvas.fill(canvas.area, canvas.palette.bg)
    by_number = {cell.number: cell for cell in view.cells}
    highest = max(by_number, default=1)
    rows = max(view.rows, -(-highest // view.columns))
    margin, gap = canvas.u(14), canvas.u(5)
    room = canvas.area.adjusted(margin, margin, -margin, -margin)
    width, height = room.width() / view.columns, room.height() / rows
    for place in range(rows * view.columns):
        down, across = divmod(place, view.columns)
        left, top = room.left() + across * width, room.top() + down * height
        rect = QRectF(left, top, width - gap, height - gap)
        cell = by_number.get(place + 1)
        if cell is None:
            canvas.box(rect, border=canvas.palette.rule, radius=4)
        else:
            _paint_cell(canvas, rect, cell, called=cell.number == view.called)


def _paint_cell(canvas: Canvas, rect: QRectF, cell: CellView, *, called: bool) -> None:
    p, u = canvas.palette, canvas.u
    colors = _colors(cell, p)
    canvas.box(rect, fill=colors.fill, border=colors.border, width=2, radius=4)
    if cell.state is CellState.OPEN and cell.units:
        share = rect.width() * min(1.0, cell.units / max(1, cell.needed))
        thick = u(6 if rect.height() >= u(_LOW) else 3)
        canvas.fill(QRectF(rect.left() + 2, rect.bottom() - thick - u(2), share - 4, thick), p.data)
    if called:
        canvas.painter.setPen(QPen(QColor(p.ink), u(5)))
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.drawRoundedRect(rect.adjusted(u(1), u(1), -u(1), -u(1)), u(4), u(4))
    top, under, bar = rect.height() * 0.04, float(canvas.px(Role.HINT) + 2), u(9 if rect.height() >= u(_LOW) else 5)
    low = min(rect.height() * 0.52, rect.height() - 2 * top - under - bar)  # the word below is to be read, too
    number = QRectF(rect.left() + u(4), rect.top() + top, rect.width() - u(8), low)
    canvas.text(number, str(cell.number), Role.TITLE, bold=True, color=colors.ink, align="center", lines=1,
                floor=Role.HINT, line_height=1.0)  # fmt: skip
    below = QRectF(rect.left() + u(4), rect.top() + low + top, rect.width() - u(8), rect.height() - low - top - bar)
    _foot(canvas, below, cell, colors)


def _foot(canvas: Canvas, rect: QRectF, cell: CellView, colors: _Paint) -> None:
    if colors.word is None:
        canvas.text(rect, f"{cell.units}/{cell.needed}", Role.CAPTION, color=colors.ink, align="center", lines=1,
                    floor=Role.HINT, line_height=1.0)  # fmt: skip
        return
    word = canvas.look.lead(colors.word)
    side = min(rect.height(), canvas.u(20)) if colors.mark else 0.0
    least = canvas.look.letters.advance(word, canvas.px(Role.HINT), bold=True)
    if least + side + canvas.u(4) > rect.width():  # the word says it; its shape goes where cells are small
        side = 0.0
    words = canvas.look.letters.fit(
        word, canvas.look.grid, Role.CAPTION, width=rect.width() - side - canvas.u(4), height=rect.height(), bold=True,
        lines=1, floor=Role.HINT, line_height=1.0,
    )  # fmt: skip
    left = rect.center().x() - (side + canvas.u(4) + words.width) / 2
    if colors.mark and side:
        mark = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_mark(canvas.painter, mark, colors.mark, fill=colors.ink, on=colors.fill)
    beside = QRectF(left + side + canvas.u(4), rect.top(), words.width + 1, rect.height())
    canvas.put(beside, words, color=colors.ink)


def _colors(cell: CellView, p: Palette) -> _Paint:
    match cell.state:
        case CellState.OPEN:
            return _Paint(p.panel if cell.units else p.panel2, p.edge if cell.units else p.rule, p.ink)
        case CellState.FULL:
            return _Paint(p.ok, p.ok, p.on_ok, Mark.OK, FULL)
        case CellState.TAKEN:
            return _Paint(p.panel2, p.edge, p.ink2, Mark.WAIT, TAKEN)
        case CellState.PACKED:
            return _Paint(p.panel2, p.rule, p.ink3, Mark.NORMAL, PACKED)
        case CellState.STOPPED:
            return _Paint(p.panel, p.stop, p.stop, Mark.STOP, cell_word(cell.why))
        case _:
            assert_never(cell.state)
