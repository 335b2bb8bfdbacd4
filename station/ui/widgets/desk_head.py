"""The head of the supervisor's screen: where one is, the period and grouping chosen, export, and the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import chevron
from station.ui.words import AFTER, Words

_PAD, _HIGH, _GAP, _INNER = 24, 30, 14, 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A choice of a switch; ``command`` is what a click asks for."""

    words: Words
    command: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """``state`` is read aloud with the rest: what is wrong, or when it was read."""

    crumbs: tuple[Words, ...]
    periods: tuple[Segment, ...]
    groups: tuple[Segment, ...]
    actions: tuple[Segment, ...]
    at_us: int
    state: Words


@dataclass(frozen=True, slots=True)
class _Plan:
    boxes: tuple[tuple[QRectF, Segment], ...]
    left: float


def _wide(look: Look, segment: Segment) -> float:
    text = look.lead(segment.words)
    return look.letters.advance(text, look.grid.px(Role.CAPTION), bold=True) + 2 * look.grid.u(_INNER)


def _plan(look: Look, area: QRectF, view: HeadView) -> _Plan:
    """From the right: the clock, what can be done, the switches. What has no room goes, its key stays."""
    u = look.grid.u
    x = area.right() - u(_PAD) - look.letters.advance("00:00", look.grid.px(Role.LEAD), bold=True) - u(_GAP)
    y = area.center().y() - u(_HIGH) / 2
    boxes: list[tuple[QRectF, Segment]] = []
    for switch in (view.actions, view.groups, view.periods):
        wide = sum(_wide(look, each) for each in switch)
        if x - wide < area.left() + area.width() * 0.3:
            continue
        left = x - wide
        for segment in switch:
            boxes.append((QRectF(left, y, _wide(look, segment), u(_HIGH)), segment))
            left += _wide(look, segment)
        x -= wide + u(_GAP)
    return _Plan(tuple(boxes), x)


def places(look: Look, area: QRectF, view: HeadView) -> list[tuple[QRectF, str]]:
    return [(rect, segment.command) for rect, segment in _plan(look, area, view).boxes]


def spoken(view: HeadView, look: Look) -> str:
    crumbs = ", ".join(look.lead(words) for words in view.crumbs)
    chosen = [look.lead(each.words) for each in (*view.periods, *view.groups, *view.actions) if each.chosen]
    return ". ".join((look.lead(AFTER.filled(first=said.TITLE, next=view.state)), crumbs, ", ".join(chosen)))


def paint(canvas: Canvas, view: HeadView) -> None:
    area, p, look = canvas.area, canvas.palette, canvas.look
    canvas.fill(area, p.panel)
    canvas.rule_below(area)
    plan = _plan(look, area, view)
    for rect, segment in plan.boxes:
        first = any(switch[:1] == (segment,) for switch in (view.actions, view.groups, view.periods))
        _segment(canvas, rect, segment, first=first)
    for switch in (view.actions, view.groups, view.periods):
        mine = [rect for rect, segment in plan.boxes if segment in switch]
        if mine:
            whole = QRectF(mine[0].topLeft(), mine[-1].bottomRight())
            canvas.box(whole, border=p.edge, radius=6)
    clock = [Span(text=look.hour(view.at_us), role=Role.LEAD, color=p.ink, bold=True)]
    canvas.row(area.right() - canvas.u(_PAD), area.center().y(), clock, align="right")
    _crumbs(canvas, plan.left - canvas.u(_GAP), view)


def _segment(canvas: Canvas, rect: QRectF, segment: Segment, *, first: bool) -> None:
    p = canvas.palette
    if segment.chosen:
        canvas.box(rect, fill=p.ink, radius=6)
    elif not first:
        canvas.fill(QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2), p.rule)
    color = p.panel if segment.chosen else p.ink
    spans = [Span(text=canvas.look.lead(segment.words), role=Role.CAPTION, color=color, bold=segment.chosen)]
    canvas.row(rect.center().x(), rect.center().y(), spans, align="center")


def _crumbs(canvas: Canvas, right: float, view: HeadView) -> None:
    p, u, look, area = canvas.palette, canvas.u, canvas.look, canvas.area
    y, left = area.center().y(), area.left() + u(_PAD)
    title = [Span(text=look.lead(said.TITLE), role=Role.TITLE, color=p.ink, bold=True)]
    texts = [look.lead(words) for words in view.crumbs]
    arrow = u(26)

    def wide(titled: bool, shown: Sequence[str]) -> float:
        room = canvas.row_width(title) + u(18) if titled else 0.0
        last = len(shown) - 1
        px = look.grid.px(Role.LABEL)
        rows = sum(look.letters.advance(text, px, bold=at == last) for at, text in enumerate(shown))
        return room + rows + arrow * last

    choices = [(titled, texts[at:]) for at in range(len(texts)) for titled in (True, False)]
    titled, shown = next((each for each in choices if left + wide(*each) <= right), (False, texts[-1:]))
    if titled:
        left = canvas.row(left, y, title) + u(18)
    for at, text in enumerate(shown):
        last = at == len(shown) - 1
        spans = [Span(text=text, role=Role.LABEL, color=p.ink if last else p.ink2, bold=last)]
        left = canvas.fitting_row(left, y + u(1), spans, right - left)
        if not last:
            chevron(canvas, left + arrow / 2 + u(2), y + u(1))
            left += arrow


def segment_at(look: Look, area: QRectF, view: HeadView, at: QPointF) -> str | None:
    return next((command for rect, command in places(look, area, view) if rect.contains(at)), None)
