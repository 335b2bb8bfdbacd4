"""What the sort wall calls out: the cell's number to be read from three metres, the words, the item, how full it is.

An enormous number on a full colour means: put it there. After a no there is none, whichever cell the no is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from station.ui.look import Look
from station.ui.screen import NO_WORDS, Words
from station.ui.theme import Palette
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.marks import Mark, paint_mark


class Call(StrEnum):
    PUT = "put"  # the unit goes into the cell
    FULL = "full"  # and fills it
    AGAIN = "again"  # an earlier unit goes there, this one is said again
    TELL = "tell"  # about a cell; nothing goes in
    STOP = "stop"
    ATTENTION = "attention"
    READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """``number`` is empty where no cell is called; ``needed`` 0 hides the count."""

    call: Call
    number: str
    headline: Words
    act: Words
    status: Words
    item: Words = NO_WORDS
    units: int = 0
    needed: int = 0
    typed: str = ""


@dataclass(frozen=True, slots=True)
class _Paint:
    fill: str
    ink: str
    ink2: str
    block: str
    on_block: str


_NUMBER_SHARE = 0.92
"""Of the block's height, which the digits' em takes."""

_TIGHT = 1.08
_DIGIT_MIDDLE = 0.37
"""Digits centre so much of an em above their baseline."""


def spoken(view: CallView, look: Look) -> str:
    return f"{look.lead(view.headline)} {look.lead(view.act)}".strip()


def paint(canvas: Canvas, view: CallView) -> None:
    colors = _colors(view.call, canvas.palette)
    area, u = canvas.area, canvas.u
    canvas.fill(area, colors.fill)
    block = QRectF(area.left(), area.top(), area.width() * 0.34, area.height())
    if view.number:
        canvas.fill(block, colors.block)
        _number(canvas, block, view.number, colors.on_block)
    else:
        side = block.height() * 0.62
        mark = QRectF(block.center().x() - side / 2, block.center().y() - side / 2, side, side)
        paint_mark(canvas.painter, mark, _MARKS[view.call], fill=colors.ink, on=colors.fill)
    left = block.right() + u(36)
    right = area.right() - canvas.look.grid.margin_right
    _words(canvas, QRectF(left, area.top() + u(18), right - left, area.height() - u(30)), view, colors)
    canvas.rule_below(area)


_MARKS = {
    Call.PUT: Mark.OK,
    Call.FULL: Mark.OK,
    Call.AGAIN: Mark.ATTENTION,
    Call.TELL: Mark.SCAN,
    Call.STOP: Mark.STOP,
    Call.ATTENTION: Mark.ATTENTION,
    Call.READY: Mark.SCAN,
}


def _number(canvas: Canvas, block: QRectF, number: str, color: str) -> None:
    """As large as the block allows, in one line; three digits are smaller than one."""
    letters = canvas.look.letters
    px = int(block.height() * _NUMBER_SHARE)
    width = letters.advance(number, px, bold=True)
    room = block.width() - 2 * canvas.u(20)
    if width > room:
        px = int(px * room / width)
        width = letters.advance(number, px, bold=True)
    canvas.painter.setFont(letters.font(px, bold=True))
    canvas.painter.setPen(QColor(color))
    canvas.painter.drawText(QPointF(block.center().x() - width / 2, block.center().y() + _DIGIT_MIDDLE * px), number)


def _words(canvas: Canvas, rect: QRectF, view: CallView, colors: _Paint) -> None:
    look = canvas.look
    status = f"{look.lead(view.status)}   > {view.typed}" if view.typed else look.lead(view.status)
    in_one = look.letters.advance(status, canvas.px(Role.HINT), bold=False) <= rect.width()
    foot = canvas.u(28) if in_one else canvas.px(Role.HINT) * 2 * _TIGHT + 1
    share = min(1.0, (rect.height() - foot) / canvas.u(220))

    def u(units: float) -> float:
        return canvas.u(units) * share

    count = canvas.u(250) if view.needed else 0
    width = rect.width() - count
    canvas.text(QRectF(rect.left(), rect.top(), width, u(74)), look.lead(view.headline), Role.VERDICT, bold=True,
                color=colors.ink, lines=2 if look.grid.low else 1, floor=Role.LABEL, line_height=_TIGHT)  # fmt: skip
    if view.call in (Call.STOP, Call.ATTENTION):
        room = QRectF(rect.left(), rect.top() + u(78), rect.width(), rect.height() - foot - u(80))
        _way_out(canvas, room, view, colors)
        _status(canvas, rect, status, foot, colors, in_one=in_one)
        return
    second = " · ".join(dict.fromkeys(filter(None, (look.lead(view.act), look.second(view.headline)))))
    canvas.text(QRectF(rect.left(), rect.top() + u(78), width, u(70)), second, Role.BODY, color=colors.ink2, lines=2,
                floor=Role.HINT, valign="top")  # fmt: skip
    if view.needed:
        _count(canvas, QRectF(rect.right() - count + u(24), rect.top(), count - u(24), u(140)), view, colors)
    item = QRectF(rect.left(), rect.top() + u(154), rect.width(), u(66))
    canvas.text(item, look.lead(view.item), Role.LEAD, color=colors.ink, lines=2, floor=Role.HINT)
    _status(canvas, rect, status, foot, colors, in_one=in_one)


def _way_out(canvas: Canvas, rect: QRectF, view: CallView, colors: _Paint) -> None:
    """What to do, as large as on a bench that is stopped; below it the other language and the item."""
    look, u = canvas.look, canvas.u
    upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.6)
    act = canvas.text(upper, look.lead(view.act), Role.LEAD, bold=True, color=colors.ink, lines=2, valign="top",
                      floor=Role.HINT, line_height=_TIGHT)  # fmt: skip
    below = QRectF(rect.left(), act.bottom() + u(8), rect.width(), rect.bottom() - act.bottom() - u(10))
    told = " · ".join(dict.fromkeys(filter(None, (look.lead(view.item), look.second(view.headline)))))
    canvas.text(below, told, Role.LABEL, color=colors.ink2, lines=2, valign="top", floor=Role.HINT, line_height=_TIGHT)


def _status(canvas: Canvas, rect: QRectF, status: str, foot: float, colors: _Paint, *, in_one: bool) -> None:
    canvas.text(QRectF(rect.left(), rect.bottom() - foot, rect.width(), foot), status, Role.CAPTION,
                color=colors.ink2, lines=1 if in_one else 2, floor=Role.HINT, line_height=_TIGHT)  # fmt: skip


def _count(canvas: Canvas, rect: QRectF, view: CallView, colors: _Paint) -> None:
    """How full the cell is: a fraction, and a bar of it."""
    text = f"{view.units}/{view.needed}"
    canvas.text(QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.6), text, Role.TOTAL, bold=True,
                color=colors.ink, align="right", lines=1, floor=Role.BODY)  # fmt: skip
    bar = QRectF(rect.left(), rect.top() + rect.height() * 0.7, rect.width(), canvas.u(16))
    canvas.box(bar, border=colors.ink2, width=canvas.u(2), radius=4)
    share = min(1.0, view.units / view.needed)
    canvas.box(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), fill=colors.ink, radius=4)


def _colors(call: Call, p: Palette) -> _Paint:
    match call:
        case Call.PUT | Call.FULL:
            return _Paint(p.ok_soft, p.ink, p.ink, p.ok, p.on_ok)
        case Call.AGAIN:
            return _Paint(p.warn_soft, p.ink, p.ink, p.warn, p.on_warn)
        case Call.TELL:
            return _Paint(p.panel, p.ink, p.ink2, p.panel2, p.ink)
        case Call.STOP:
            return _Paint(p.stop_fill, p.on_stop, p.on_stop, p.stop_fill, p.on_stop)
        case Call.ATTENTION:
            return _Paint(p.warn, p.on_warn, p.on_warn, p.warn, p.on_warn)
        case Call.READY:
            return _Paint(p.panel, p.ink, p.ink2, p.panel, p.ink)
        case _:
            assert_never(call)
