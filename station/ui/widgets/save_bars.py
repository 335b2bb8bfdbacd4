"""What was kept from shipping wrong, as bars from zero, and how often somebody went around the usual way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_board import Bar
from station.ui.supervisor_screen import START, Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import HEADING, chevron, frame, heading, inner, nothing, ring, whole
from station.ui.words import Words

_ROW_MAX, _NAME, _SIGN = 60, 132, 23
_SIGN_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SavesView:
    bars: tuple[Bar, ...] = ()
    signs: tuple[Bar, ...] = ()
    worth: Words | None = None
    spot: Spot = START
    ringed: bool = False
    known: bool = True


def _rows(look: Look, area: QRectF, view: SavesView) -> list[QRectF]:
    room = inner(area, look.grid.scale)
    top = room.top() + look.grid.u(HEADING)
    chips = _chips(look, area, view)
    high = (chips[0].top() - look.grid.u(4) if chips else room.bottom()) - top
    row = min(float(look.grid.u(_ROW_MAX)), high / max(1, len(view.bars)))
    return [QRectF(room.left(), top + at * row, room.width(), row) for at in range(len(view.bars))]


def _chips(look: Look, area: QRectF, view: SavesView) -> list[QRectF]:
    """The signs flow in two rows from the left; what has no room is left to the report."""
    room, u = inner(area, look.grid.scale), look.grid.u
    x, row, found = room.left(), 0, list[tuple[float, int, float]]()
    for sign in view.signs:
        wide = look.letters.advance(_sign(sign, look), look.grid.px(Role.HINT), bold=False) + u(10)
        if x + wide > room.right() and x > room.left():
            x, row = room.left(), row + 1
        if row >= _SIGN_ROWS:
            break
        found.append((x, row, wide))
        x += wide + u(6)
    last = found[-1][1] if found else 0
    top = room.bottom() + u(4) - (last + 1) * u(_SIGN)
    return [QRectF(x, top + row * u(_SIGN), wide, u(_SIGN)) for x, row, wide in found]


def _sign(sign: Bar, look: Look) -> str:
    return f"{look.lead(sign.name)} {whole(sign.count)}"


def places(look: Look, area: QRectF, view: SavesView) -> list[tuple[QRectF, Spot]]:
    rows = [(rect, Spot(at)) for at, rect in enumerate(_rows(look, area, view))]
    chips = enumerate(_chips(look, area, view))
    return [*rows, *((rect, Spot(len(view.bars), at)) for at, rect in chips)]


def most_at(view: SavesView) -> Words | None:
    """Where most of the commonest kind was, if one bench stands out."""
    most = max(view.bars, key=lambda bar: bar.count, default=None)
    if most is None or not most.most_at:
        return None
    return said.MOST_AT.filled(save=most.name, n=most.count, bench=most.most_at)


def spoken(view: SavesView, look: Look) -> str:
    where = most_at(view)
    told = [look.lead(words) for words in (where, view.worth) if words is not None]
    counts = [_sign(bar, look) for bar in (*view.bars, *view.signs)]
    return ", ".join((*told, *counts)) or look.lead(said.NOTHING_YET)


def paint(canvas: Canvas, view: SavesView) -> None:
    room = frame(canvas)
    p, look = canvas.palette, canvas.look
    words = most_at(view) or view.worth
    right = [Span(text=look.lead(words), role=Role.HINT, color=p.ink2)] if words else []
    heading(canvas, room, said.SAVES_PANEL, right)
    if not view.bars:
        nothing(canvas, room, said.NOTHING_YET if view.known else said.LOADING)
        return
    most = max((bar.count for bar in view.bars), default=0)
    for bar, rect in zip(view.bars, _rows(look, canvas.area, view), strict=True):
        _bar(canvas, rect, bar, most)
    for sign, rect in zip(view.signs, _chips(look, canvas.area, view), strict=False):
        spans = [Span(text=_sign(sign, look), role=Role.HINT, color=p.ink2)]
        canvas.row(rect.left() + canvas.u(5), rect.center().y(), spans)
    for chip in _chips(look, canvas.area, view)[:1]:
        canvas.fill(QRectF(room.left(), chip.top() - canvas.u(2), room.width(), 1), p.rule)
    if view.ringed:
        for rect, spot in places(look, canvas.area, view):
            if spot == view.spot:
                ring(canvas, rect.adjusted(-canvas.u(4), 0, canvas.u(4), 0))


def _bar(canvas: Canvas, rect: QRectF, bar: Bar, most: int) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    name = [Span(text=look.lead(bar.name), role=Role.LABEL, color=p.ink)]
    both = [*name, Span(text=look.second(bar.name), role=Role.HINT, color=p.ink3, gap=u(6))]
    room = u(_NAME)
    canvas.fitting_row(rect.left(), rect.center().y(), both if canvas.row_width(both) <= room else name, room)
    left = rect.left() + u(_NAME) + u(6)
    wide = rect.right() - u(64) - left
    length = wide * bar.count / most if most else 0.0
    canvas.box(QRectF(left, rect.center().y() - u(8), max(length, 1.0), u(16)), fill=p.data, radius=2)
    number = [Span(text=whole(bar.count), role=Role.BODY, color=p.ink, bold=True)]
    canvas.row(left + length + u(8), rect.center().y(), number)
    chevron(canvas, rect.right() - u(2), rect.center().y())
