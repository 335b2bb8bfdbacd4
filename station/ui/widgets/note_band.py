"""The buyer's note, verbatim: the whole band until it is read, then a quiet one until the parcel is sealed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import BUYERS_NOTE, NOTE_HOW, NOTE_READ
from station.ui.letters import Fitted
from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

_TALLEST_SHARE = 0.45  # of the window; a longer note steps down in size instead
_ITEM_LEAST = 170
"""Units of height below which the next item cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    text: str = ""
    read: bool = False
    asks: bool = True  # YES confirms it now; not while another question is first


def height(view: NoteView, look: Look) -> int:
    """What the band needs so that the note is whole: 0 without one, the plain band, or more for a long note."""
    if not view.text:
        return 0
    least = look.grid.note_read if view.read else look.grid.note
    needed = _set(view, look, _text_width(view, look)).height + look.grid.u(16)
    return int(max(least, needed))


def paint(canvas: Canvas, view: NoteView) -> None:
    p, area, u, look = canvas.palette, canvas.area, canvas.u, canvas.look
    if not view.text:
        return
    ink = p.ink if view.read else p.on_warn
    canvas.fill(area, p.warn_soft if view.read else p.warn)
    if view.read:
        canvas.fill(QRectF(area.left(), area.top(), u(12), area.height()), p.warn_line)
        canvas.fill(QRectF(area.left(), area.top(), u(10), area.height()), p.warn)
    side = u(28 if view.read else 46)
    icon = QRectF(area.left() + look.grid.margin, area.center().y() - side / 2, side, side)
    paint_icon(canvas.painter, icon, "note", p.warn_line if view.read else ink)
    left = icon.right() + u(18)
    if not view.read:
        left = _caption(canvas, icon.right() + u(24), ink) + u(24)
    rect = QRectF(left, area.top(), _text_width(view, look), area.height())
    canvas.put(rect, _set(view, look, rect.width()), color=ink)
    _how(canvas, view, ink)


def _set(view: NoteView, look: Look, width: float) -> Fitted:
    """One row at full size, else two at the step size, else as many rows as it takes."""
    fit, grid = look.letters.fit, look.grid
    tall = _tallest(look)
    first = Role.BODY if view.read else Role.NOTE
    if "\n" not in view.text and look.letters.advance(view.text, grid.px(first), bold=True) <= width:
        return fit(view.text, grid, first, width=width, height=tall, bold=True, lines=1, floor=first)
    step = Role.CAPTION if view.read else Role.LEAD
    return fit(view.text, grid, step, width=width, height=tall, bold=not view.read, lines=99, floor=Role.HINT)


def _tallest(look: Look) -> float:
    """What a note may take; on a low window it leaves the item its least."""
    grid = look.grid
    share = grid.height * _TALLEST_SHARE
    if not grid.low:
        return share
    others = grid.banner + grid.order + grid.commands + grid.devices
    return min(share, grid.height - others - grid.u(_ITEM_LEAST + 16))


def _side_words(view: NoteView) -> int:
    return 150 if view.read else 230


def _text_width(view: NoteView, look: Look) -> float:
    grid = look.grid
    before = grid.margin + (grid.u(28 + 18) if view.read else grid.u(46 + 24) + _caption_width(look) + grid.u(24))
    return grid.width - before - grid.u(_side_words(view)) - grid.margin_right


def _caption_width(look: Look) -> float:
    px = look.grid.px(Role.CAPTION)
    wide = max(
        look.letters.advance(text, px, bold=False) for text in (look.lead(BUYERS_NOTE), look.second(BUYERS_NOTE))
    )
    return wide + look.grid.u(22)


def _caption(canvas: Canvas, left: float, ink: str) -> float:
    look, u, middle = canvas.look, canvas.u, canvas.area.center().y()
    canvas.row(left, middle - u(14), [Span(text=look.lead(BUYERS_NOTE), role=Role.CAPTION, color=ink)])
    canvas.row(left, middle + u(13), [Span(text=look.second(BUYERS_NOTE), role=Role.CAPTION, color=ink)])
    right = left + _caption_width(look)
    canvas.fill(QRectF(right, middle - u(24), 2, u(48)), ink)
    return right


def _two(canvas: Canvas, rect: QRectF, ink: str) -> None:
    """Both languages under one another, as many rows as each takes."""
    look, fit = canvas.look, canvas.look.letters.fit
    first = fit(look.lead(NOTE_HOW), look.grid, Role.CAPTION, width=rect.width(), height=canvas.u(50), floor=Role.HINT)
    second = fit(look.second(NOTE_HOW), look.grid, Role.HINT, width=rect.width(), height=canvas.u(44), floor=Role.HINT)
    top = rect.center().y() - (first.height + second.height) / 2
    canvas.put(QRectF(rect.left(), top, rect.width(), first.height), first, color=ink, align="right")
    below = QRectF(rect.left(), top + first.height, rect.width(), second.height)
    canvas.put(below, second, color=ink, align="right")


def _how(canvas: Canvas, view: NoteView, ink: str) -> None:
    """At the right: how it is acknowledged, or that it is."""
    look, u, area = canvas.look, canvas.u, canvas.area
    right = area.right() - look.grid.margin_right
    if not view.read and not view.asks:
        return
    if not view.read:
        _two(canvas, QRectF(right - u(230), area.top(), u(230), area.height()), ink)
        return
    spans = [Span(text=look.lead(NOTE_READ), role=Role.CAPTION, color=canvas.palette.ink2)]
    canvas.row(right, area.center().y(), spans, align="right")
    left = right - canvas.row_width(spans) - u(30)
    mark = QRectF(left, area.center().y() - u(11), u(22), u(22))
    paint_mark(canvas.painter, mark, Mark.NORMAL, fill=canvas.palette.ink3, on=canvas.palette.panel)
