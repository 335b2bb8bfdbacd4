"""Orders side by side, aspect by aspect: what is written differently stands out, and under it lie the goods of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from station.ui import merge_words as said
from station.ui.look import Look
from station.ui.merge_screen import COLUMNS, Aspect, GoodsView, GroupView, MemberView
from station.ui.type import Role
from station.ui.variant_words import which
from station.ui.widgets import empty_place
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.widgets.order_band import number_parts

_TIGHT = 1.05
_GUTTER, _HEAD, _FOOT, _GOODS, _PAD = 112, 58, 34, 62, 14
_HEIGHTS = {
    Aspect.NAME: 46,
    Aspect.PHONE: 46,
    Aspect.ADDRESS: 84,
    Aspect.DEADLINE: 42,
    Aspect.MESSAGE: 60,
    Aspect.NOTE: 60,
}
_FIRST_TO_GO = (Aspect.PHONE, Aspect.NAME, Aspect.ADDRESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    group: GroupView | None
    column: int = 0

    @property
    def shown(self) -> tuple[MemberView, ...]:
        return self.group.members[self.column : self.column + COLUMNS] if self.group else ()


def spoken(view: TableView, look: Look) -> str:
    def told(member: MemberView) -> str:
        goods = ", ".join(f"{goods.units} × {look.lead(goods.name)}" for goods in member.goods)
        return f"{member.order}: {' '.join(text for text in member.texts if text)}; {goods}"

    differs = ""
    if view.group is not None and view.group.doubts:
        differs = f"{look.lead(said.DIFFERENT)}: {look.lead(said.listed(view.group.doubts))}. "
    return differs + "; ".join(told(member) for member in view.shown)


def paint(canvas: Canvas, view: TableView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    group = view.group
    if group is None:  # the banner says in words why
        empty_place.paint(canvas, Mark.NORMAL)
        canvas.rule_left(area)
        return
    canvas.rule_left(area)
    rects = _columns(canvas, len(view.shown))
    _heads(canvas, rects, view)
    y = area.top() + u(_HEAD)
    for aspect in _told(canvas, group):
        row = QRectF(area.left(), y, area.width(), u(_HEIGHTS[aspect]))
        _compare(canvas, row, rects, view, aspect)
        y = row.bottom()
    foot = u(_FOOT) if len(group.members) > COLUMNS else 0
    _goods(canvas, QRectF(area.left(), y, area.width(), area.bottom() - foot - y), rects, view)
    if foot:
        _foot(canvas, area.bottom() - foot / 2, view)
    for rect in rects:
        canvas.rule_left(QRectF(rect.left(), area.top(), 1, area.height() - foot))


def _told(canvas: Canvas, group: GroupView) -> tuple[Aspect, ...]:
    """Rows in which somebody says something. On a low window what is the same in all gives way to the goods."""
    told = [aspect for aspect in Aspect if any(member.text(aspect) for member in group.members)]
    spare = canvas.area.height() - canvas.u(_HEAD + _GOODS + (_FOOT if len(group.members) > COLUMNS else 0))
    for aspect in _FIRST_TO_GO:
        if canvas.u(sum(_HEIGHTS[each] for each in told)) <= spare:
            break
        if aspect in told and aspect not in group.doubts:
            told.remove(aspect)
    return tuple(told)


def _columns(canvas: Canvas, count: int) -> list[QRectF]:
    area, gutter = canvas.area, canvas.u(_GUTTER)
    width = (area.width() - gutter) / max(2, count)
    return [QRectF(area.left() + gutter + at * width, area.top(), width, area.height()) for at in range(count)]


def _heads(canvas: Canvas, rects: list[QRectF], view: TableView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    band = QRectF(canvas.area.left(), canvas.area.top(), canvas.area.width(), u(_HEAD))
    canvas.fill(band, p.panel2)
    canvas.rule_below(band)
    for rect, member in zip(rects, view.shown, strict=True):
        head, tail = number_parts(member.order)
        count = [Span(text=look.lead(said.units(member.units)), role=Role.CAPTION, color=p.ink2)]
        room = rect.width() - 2 * u(_PAD) - canvas.row_width(count) - u(10)
        spans = [
            Span(text=head, role=Role.CAPTION, color=p.ink2),
            Span(text=tail, role=Role.LEAD, color=p.ink, bold=True),
        ]
        if canvas.row_width([replace(span, role=Role.HINT) for span in spans]) > room:
            room, count = rect.width() - 2 * u(_PAD), []  # the goods below say how many, too
        canvas.fitting_row(rect.left() + u(_PAD), band.center().y(), spans, room)
        canvas.row(rect.right() - u(_PAD), band.center().y(), count, align="right")


def _compare(canvas: Canvas, row: QRectF, rects: list[QRectF], view: TableView, aspect: Aspect) -> None:
    """One aspect of all orders. Where they must agree, what is written otherwise than in the first is marked."""
    assert view.group is not None
    u, p = canvas.u, canvas.palette
    differs = aspect in view.group.doubts
    if differs:
        canvas.fill(row, p.warn_soft)
        canvas.fill(QRectF(row.left(), row.top(), u(6), row.height()), p.warn_line)
    _caption(canvas, row, aspect, differs=differs)
    first = view.group.members[0].text(aspect)
    for rect, member in zip(rects, view.shown, strict=True):
        text = member.text(aspect)
        other = differs and text != first
        cell = QRectF(rect.left() + u(_PAD), row.top() + u(4), rect.width() - 2 * u(_PAD), row.height() - u(8))
        if other:
            side = u(20)
            mark = QRectF(cell.right() - side, cell.center().y() - side / 2, side, side)
            paint_mark(canvas.painter, mark, Mark.ATTENTION, fill=p.warn_line, on=p.warn_soft)
            cell.setRight(mark.left() - u(8))
        role = Role.LABEL if aspect in (Aspect.NAME, Aspect.PHONE) else Role.CAPTION
        canvas.text(cell, text or "–", role, bold=other, color=p.ink if text else p.ink3, lines=3, floor=Role.HINT)
    canvas.rule_below(row)


def _caption(canvas: Canvas, row: QRectF, aspect: Aspect, *, differs: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    words = said.ASPECTS[aspect]
    cell = QRectF(row.left() + u(20), row.top(), u(_GUTTER - 26), row.height())
    canvas.text(cell, look.lead(words), Role.HINT, color=p.ink if differs else p.ink2, bold=differs, lines=2)


def _goods(canvas: Canvas, area: QRectF, rects: list[QRectF], view: TableView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    caption = QRectF(area.left() + u(20), area.top() + u(8), u(_GUTTER - 26), u(40))
    canvas.text(caption, look.lead(said.GOODS), Role.HINT, color=p.ink2)
    room = max(1, int(area.height() // u(_GOODS)))
    height = min(float(u(_GOODS)), area.height() / room)
    for rect, member in zip(rects, view.shown, strict=True):
        fits = member.goods if len(member.goods) <= room else member.goods[: room - 1]
        for at, goods in enumerate(fits):
            cell = QRectF(rect.left(), area.top() + at * height, rect.width(), height)
            _piece(canvas, cell, goods)
        if len(fits) < len(member.goods):
            left = len(member.goods) - len(fits)
            words = said.MORE_GOODS.filled(n=left)
            y = area.top() + (len(fits) + 0.5) * height
            spans = [Span(text=look.lead(words), role=Role.CAPTION, color=p.ink, bold=True)]
            canvas.row(rect.left() + u(_PAD), y, spans)


def _piece(canvas: Canvas, cell: QRectF, goods: GoodsView) -> None:
    u, p = canvas.u, canvas.palette
    tile = QRectF(cell.left() + u(_PAD), cell.center().y() - u(22), u(44), u(44))
    count = [Span(text=f"× {goods.units}", role=Role.LABEL, color=p.ink, bold=True)]
    right = cell.right() - u(_PAD)
    canvas.row(right, cell.center().y(), count, align="right")
    left = tile.right() + u(12)
    room = QRectF(left, cell.top() + u(4), right - canvas.row_width(count) - u(10) - left, cell.height() - u(8))
    name = canvas.look.lead(goods.name)
    text = " ".join(part for part in (name, canvas.look.lead(which(goods.variant))) if part)
    if canvas.second(room, text, Role.CAPTION, color=p.ink, lines=3, line_height=_TIGHT).height():
        canvas.goods(tile, goods.picture, name)
    else:  # in a narrow column the name says more than its picture
        room.setLeft(tile.left())
        canvas.text(room, text, Role.CAPTION, lines=3, floor=Role.HINT, line_height=_TIGHT)


def _foot(canvas: Canvas, y: float, view: TableView) -> None:
    assert view.group is not None
    last = view.column + len(view.shown)
    words = said.COLUMNS.filled(first=view.column + 1, last=last, n=len(view.group.members))
    spans = [Span(text=canvas.look.lead(words), role=Role.CAPTION, color=canvas.palette.ink, bold=True)]
    canvas.row(canvas.area.left() + canvas.u(20), y, spans)
