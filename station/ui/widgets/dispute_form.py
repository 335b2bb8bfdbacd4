"""The question of a form: what was answered before it, its choices by number, room for the line that is typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import dispute_words as said
from station.ui.dispute_screen import Form
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Grid, Role
from station.ui.widgets.canvas import Canvas

LINE = 56
"""Height of the typed line."""

_LINE_TOP, _LINE_TOP_LOW, _PAD, _PAD_NARROW = 186, 138, 40, 24
_CHOICE, _ROWS = 52, 5
_THIN, _COLUMNS_MAX = 30, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPane:
    form: Form


def line_top(grid: Grid) -> int:
    """Pixels of the typed line below the pane's top; a low window keeps its height for the choices."""
    return grid.u(_LINE_TOP_LOW if grid.low else _LINE_TOP)


def pad(grid: Grid) -> int:
    return grid.u(_PAD_NARROW if grid.narrow else _PAD)


def spoken(view: FormPane, look: Look) -> str:
    question = view.form.question
    return "" if question is None else f"{look.lead(question.words)} {look.lead(question.hint)}"


def paint(canvas: Canvas, view: FormPane) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    canvas.fill(area, p.panel)
    canvas.rule_left(area)
    question = view.form.question
    grid, side = look.grid, pad(look.grid)
    left, right = area.left() + side, area.right() - side
    if question is None:
        canvas.text(area, look.lead(said.SAVING), Role.BODY, color=p.ink2, align="center", lines=1)
        return
    before = " · ".join(_word(view.form, at, look) for at in range(len(view.form.given)))
    above = u(8 if grid.low else 22)
    canvas.code(QRectF(left, area.top() + above, right - left, u(30)), before, Role.CAPTION, color=p.ink2)
    words = QRectF(left, area.top() + above + u(32), right - left, u(48 if grid.low else 70))
    canvas.text(words, look.lead(question.words), Role.TITLE, bold=True, lines=1, floor=Role.BODY)
    hint = QRectF(left, words.bottom(), right - left, u(48))
    canvas.text(hint, look.lead(question.hint), Role.CAPTION, color=p.ink2, lines=2, floor=Role.HINT)
    top = area.top() + line_top(grid) + u(LINE + 14)
    room = QRectF(left, top, right - left, area.bottom() - u(6) - top)
    for at, (rect, (name, choice)) in enumerate(
        zip(_cells(canvas, room, len(question.choices)), question.choices, strict=True)
    ):
        _choice(canvas, rect, at + 1, choice, offered=name == view.form.offer)


def _cells(canvas: Canvas, room: QRectF, count: int) -> list[QRectF]:
    """One under another; more columns where the rows would be too thin to read."""
    if not count:
        return []
    columns = 1 if count <= _ROWS else 2
    while columns < _COLUMNS_MAX and room.height() / -(-count // columns) < canvas.u(_THIN):
        columns += 1
    filled = columns <= 2 and count > _ROWS and room.height() >= _ROWS * canvas.u(_THIN + 10)
    rows = _ROWS if filled else -(-count // columns)
    width, height = room.width() / columns, min(float(canvas.u(_CHOICE)), room.height() / rows)
    places = [divmod(at, rows) for at in range(count)]
    return [QRectF(room.left() + c * width, room.top() + r * height, width - canvas.u(8), height) for c, r in places]


def _word(form: Form, at: int, look: Look) -> str:
    """An answer as it reads; a choice by its words."""
    question = said.QUESTIONS[form.act][at]
    words = dict(question.choices).get(form.given[at])
    return look.lead(words) if words else form.given[at] or "-"


def _choice(canvas: Canvas, rect: QRectF, number: int, words: Words, *, offered: bool) -> None:
    """``offered``: Enter alone answers it."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    side = min(float(u(36)), rect.height() - u(4))
    key = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    canvas.box(key, fill=p.ink if offered else p.panel2, border=p.ink if offered else p.edge)
    color = p.panel if offered else p.ink
    canvas.text(key, str(number), Role.LABEL, bold=True, color=color, align="center", lines=1, floor=Role.HINT)
    left = key.right() + u(12)
    room = QRectF(left, rect.top(), rect.right() - left, rect.height())
    long = look.letters.advance(look.lead(words), canvas.px(Role.HINT), bold=True) > room.width()
    if long or rect.height() < u(_CHOICE - 4):
        canvas.text(room, look.lead(words), Role.CAPTION, bold=True, lines=2, floor=Role.HINT, line_height=1.05)
        return
    lead = QRectF(room.left(), room.top() + u(2), room.width(), u(28))
    canvas.text(lead, look.lead(words), Role.CAPTION, bold=True, lines=1, floor=Role.HINT)
    below = QRectF(room.left(), lead.bottom() - u(2), room.width(), u(22))
    canvas.text(below, look.second(words), Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
