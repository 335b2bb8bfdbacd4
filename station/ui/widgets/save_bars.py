"""What was kept from shipping wrong, how often somebody went around the usual way, and what disputes share (E15)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import supervisor_act_words as acting
from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_board import Bar, Shared
from station.ui.supervisor_screen import START, Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import HEADING, chevron, frame, heading, inner, nothing, ring, whole
from station.ui.words import Words

_ROW_MAX, _ROW_MIN, _NAME, _SIGN, _SHARED, _SHARED_LOW = 60, 20, 132, 23, 46, 37
_COST, _COST_FROM = 84, 400
"""What each kind would have cost stands at the row's end where the panel is wide enough for it."""
_SIGN_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SavesView:
    bars: tuple[Bar, ...] = ()
    signs: tuple[Bar, ...] = ()
    worth: Words | None = None
    shared: tuple[Shared, ...] = ()
    spot: Spot = START
    ringed: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands; chips that have no room are left to the report."""

    bars: tuple[QRectF, ...]
    chips: tuple[QRectF, ...]
    shared: QRectF | None
    upper: QRectF


def _plan(look: Look, area: QRectF, view: SavesView) -> _Plan:
    """The bars first; then what disputes share, then chips in two rows, one or none. The ring's own row always."""
    u, room = look.grid.u, inner(area, look.grid.scale)
    top, bottom = room.top() + u(HEADING), room.bottom() + u(4)
    spare = bottom - top - len(view.bars) * u(_ROW_MIN)
    on_chips = view.ringed and bool(view.signs) and view.spot.row == len(view.bars)
    high = u(_SHARED if spare >= u(_SHARED + _SIGN) else _SHARED_LOW)
    least_chips = u(_SIGN) + u(4) if on_chips else 0
    shared = None
    if view.shared and spare - least_chips >= high:
        shared = QRectF(room.left(), bottom - high, room.width(), high)
        bottom -= high
        spare -= high
    chips = _chips(look, room, bottom, view, rows=min(_SIGN_ROWS, int((spare - u(4)) // u(_SIGN)))) if view.bars else ()
    bottom = chips[0].top() - u(4) if chips else bottom
    row = min(float(u(_ROW_MAX)), (bottom - top) / max(1, len(view.bars)))
    bars = tuple(QRectF(room.left(), top + at * row, room.width(), row) for at in range(len(view.bars)))
    return _Plan(bars, chips, shared, QRectF(room.left(), room.top(), room.width(), bottom - room.top()))


def _chips(look: Look, room: QRectF, bottom: float, view: SavesView, *, rows: int) -> tuple[QRectF, ...]:
    """The signs flow from the left."""
    u, x, row, found = look.grid.u, room.left(), 0, list[tuple[float, int, float]]()
    for sign in view.signs:
        wide = look.letters.advance(_sign(sign, look), look.grid.px(Role.HINT), bold=False) + u(10)
        if x + wide > room.right() and x > room.left():
            x, row = room.left(), row + 1
        if row >= rows:
            break
        found.append((x, row, wide))
        x += wide + u(6)
    last = found[-1][1] if found else 0
    top = bottom - (last + 1) * u(_SIGN)
    return tuple(QRectF(x, top + row * u(_SIGN), wide, u(_SIGN)) for x, row, wide in found)


def _sign(sign: Bar, look: Look) -> str:
    return f"{look.lead(sign.name)} {whole(sign.count)}"


def _cost(bar: Bar) -> str:
    return f"{bar.currency} {bar.cost:,.0f}" if bar.cost else ""


def places(look: Look, area: QRectF, view: SavesView) -> list[tuple[QRectF, Spot]]:
    plan = _plan(look, area, view)
    rows = [(rect, Spot(at)) for at, rect in enumerate(plan.bars)]
    chips = [(rect, Spot(len(view.bars), at)) for at, rect in enumerate(plan.chips)]
    below = len(view.bars) + (1 if view.bars and view.signs else 0)
    return [*rows, *chips, *([(plan.shared, Spot(below))] if plan.shared is not None else [])]


def sentence(each: Shared) -> Words:
    return acting.SHARED_LINE.filled(
        kind=each.kind, having=each.having, among=each.among, what=each.what, usual=f"{each.usual_percent:.0f}\u00a0%"
    )


def most_at(view: SavesView) -> Words | None:
    """Where most of the commonest kind was, if one bench stands out."""
    most = max(view.bars, key=lambda bar: bar.count, default=None)
    if most is None or not most.most_at:
        return None
    return said.MOST_AT.filled(save=most.name, n=most.count, bench=most.most_at)


def spoken(view: SavesView, look: Look) -> str:
    where = most_at(view)
    told = [look.lead(words) for words in (where, view.worth) if words is not None]
    valued = [f"{_sign(bar, look)} ({_cost(bar)})" if bar.cost else _sign(bar, look) for bar in view.bars]
    counts = [*valued, *(_sign(sign, look) for sign in view.signs)]
    shared = [look.lead(sentence(each)) for each in view.shared]
    return ", ".join((*told, *counts, *shared)) or look.lead(said.NOTHING_YET)


def paint(canvas: Canvas, view: SavesView) -> None:
    room = frame(canvas)
    p, look = canvas.palette, canvas.look
    words = most_at(view) or view.worth
    right = [Span(text=look.lead(words), role=Role.HINT, color=p.ink2)] if words else []
    heading(canvas, room, said.SAVES_PANEL, right)
    plan = _plan(look, canvas.area, view)
    if plan.shared is not None:
        _line(canvas, plan.shared, view.shared)
    if view.ringed:
        for rect, spot in places(look, canvas.area, view):
            if spot == view.spot:
                ring(canvas, rect.adjusted(-canvas.u(4), -canvas.u(2), canvas.u(4), canvas.u(2)))
    if not view.bars:
        nothing(canvas, plan.upper, said.NOTHING_YET if view.known else said.NOT_READ)
        return
    most = max((bar.count for bar in view.bars), default=0)
    for bar, rect in zip(view.bars, plan.bars, strict=True):
        _bar(canvas, rect, bar, most)
    for sign, rect in zip(view.signs, plan.chips, strict=False):
        spans = [Span(text=_sign(sign, look), role=Role.HINT, color=p.ink2)]
        canvas.row(rect.left() + canvas.u(5), rect.center().y(), spans)
    for chip in plan.chips[:1]:
        canvas.fill(QRectF(room.left(), chip.top() - canvas.u(2), room.width(), 1), p.rule)


def _line(canvas: Canvas, rect: QRectF, shared: tuple[Shared, ...]) -> None:
    """The clearest of them, and how many more there are; the table behind has all."""
    p, u, look = canvas.palette, canvas.u, canvas.look
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    more = [Span(text=f"+{len(shared) - 1}", role=Role.CAPTION, color=p.ink2)] if len(shared) > 1 else []
    right = rect.right() - u(12)
    canvas.row(right, rect.center().y(), more, align="right")
    chevron(canvas, rect.right() - u(2), rect.center().y())
    room = QRectF(
        rect.left(), rect.top() + 1, right - canvas.row_width(more) - u(6) - rect.left(), rect.height() - u(3)
    )
    text = look.lead(sentence(shared[0]))
    role = Role.CAPTION if rect.height() >= u(_SHARED) else Role.HINT
    canvas.text(room, text, role, color=p.ink, bold=True, floor=Role.HINT, lines=2, line_height=1.17)


def _bar(canvas: Canvas, rect: QRectF, bar: Bar, most: int) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    name = [Span(text=look.lead(bar.name), role=Role.LABEL, color=p.ink)]
    both = [*name, Span(text=look.second(bar.name), role=Role.HINT, color=p.ink3, gap=u(6))]
    room = u(_NAME)
    canvas.fitting_row(rect.left(), rect.center().y(), both if canvas.row_width(both) <= room else name, room)
    left = rect.left() + u(_NAME) + u(6)
    valued = rect.width() >= u(_COST_FROM)
    wide = rect.right() - u(64) - (u(_COST) if valued else 0) - left
    length = wide * bar.count / most if most else 0.0
    thick = min(float(u(16)), rect.height() - u(5))
    canvas.box(QRectF(left, rect.center().y() - thick / 2, max(length, 1.0), thick), fill=p.data, radius=2)
    number = [Span(text=whole(bar.count), role=Role.BODY, color=p.ink, bold=True)]
    canvas.row(left + length + u(8), rect.center().y(), number)
    if valued:
        cost = [Span(text=_cost(bar), role=Role.HINT, color=p.ink2)]
        canvas.row(rect.right() - u(16), rect.center().y(), cost, align="right")
    chevron(canvas, rect.right() - u(2), rect.center().y())
