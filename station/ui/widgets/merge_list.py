"""The groups of a review, one under the other: whose they are, how many orders, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import merge_words as said
from station.ui.look import Look
from station.ui.merge_screen import Aspect, Fate, GroupView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

_HEAD, _ROW, _FOOT = 58, 74, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsView:
    groups: tuple[GroupView, ...]
    cursor: int


def spoken(view: GroupsView, look: Look) -> str:
    rows = (
        f"{group.members[0].text(Aspect.NAME)} {len(group.members)} {look.lead(said.ORDERS)}" for group in view.groups
    )
    return "; ".join(rows)


def paint(canvas: Canvas, view: GroupsView) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    canvas.fill(area, p.panel2)
    head = QRectF(area.left(), area.top(), area.width(), u(_HEAD))
    canvas.row(
        head.left() + u(24), head.center().y(), [Span(text=look.lead(said.LIST), role=Role.CAPTION, color=p.ink2)]
    )
    canvas.rule_below(head)
    room = max(1, int((area.height() - u(_HEAD) - u(_FOOT)) // u(_ROW)))
    first = max(0, min(view.cursor - room // 2, len(view.groups) - room))
    shown = view.groups[first : first + room]
    for at, group in enumerate(shown):
        rect = QRectF(area.left(), head.bottom() + at * u(_ROW), area.width(), u(_ROW))
        _row(canvas, rect, group, chosen=first + at == view.cursor)
    if len(view.groups) > len(shown):
        _more(canvas, head.bottom() + len(shown) * u(_ROW) + u(_FOOT) / 2, len(view.groups) - len(shown))


def _row(canvas: Canvas, rect: QRectF, group: GroupView, *, chosen: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    if chosen:
        canvas.fill(rect, p.panel)
        canvas.fill(QRectF(rect.left(), rect.top(), u(6), rect.height()), p.ink)
    canvas.rule_below(rect)
    _fate(canvas, QRectF(rect.left() + u(24), rect.center().y() - u(14), u(28), u(28)), group)
    left, middle = rect.left() + u(24 + 28 + 14), rect.center().y()
    count = [
        Span(text=str(len(group.members)), role=Role.LEAD, color=p.ink, bold=True),
        Span(text=look.lead(said.ORDERS), role=Role.HINT, color=p.ink2, gap=u(5)),
    ]
    right = rect.right() - u(24) - canvas.row_width(count) - u(14)
    canvas.row(rect.right() - u(24), middle, count, align="right")
    first = group.members[0]
    name = QRectF(left, rect.top() + u(8), right - left, u(34))
    canvas.text(name, first.text(Aspect.NAME), Role.BODY, bold=chosen, lines=1, floor=Role.HINT)
    units = said.units(group.units)
    below = [Span(text=look.lead(units), role=Role.HINT, color=p.ink2)]
    if group.doubts:
        below.append(Span(text=look.lead(said.DIFFERENT), role=Role.HINT, color=p.warn_line, bold=True, gap=u(10)))
    all_of_it = canvas.row_width(below) <= right - left  # else what asks for an act stays
    canvas.fitting_row(left, rect.bottom() - u(20), below if all_of_it else below[-1:], right - left)


def _fate(canvas: Canvas, rect: QRectF, group: GroupView) -> None:
    p = canvas.palette
    match group.fate:
        case Fate.MERGED:
            paint_mark(canvas.painter, rect, Mark.OK, fill=p.ok, on=p.on_ok)
        case Fate.DECLINED:
            paint_icon(canvas.painter, rect, "no", p.ink3, width=2.2)
        case Fate.OPEN:
            paint_icon(canvas.painter, rect, "question", p.ink, width=2.2)


def _more(canvas: Canvas, y: float, count: int) -> None:
    look, p = canvas.look, canvas.palette
    words = said.MORE.filled(n=count)
    canvas.row(canvas.area.left() + canvas.u(24), y, [Span(text=look.lead(words), role=Role.HINT, color=p.ink2)])
