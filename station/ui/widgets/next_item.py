"""What to take now and how many: the one big thing while packing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import ALL_IN, BY_HAND, GIFT_LINE, MORE, NEXT, TAKE, not_that, take_more
from station.ui.look import Look
from station.ui.screen import LineView, WitnessView, Words
from station.ui.type import Role
from station.ui.variant_words import which
from station.ui.widgets import witness_strip
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

_BOXES_MAX = 6
_SIDE_BY_SIDE_FROM = 1.45  # width over height
_LOW_BELOW = 210


@dataclass(frozen=True, slots=True, kw_only=True)
class NextItemView:
    """``unlike`` is the variant of the same goods that is easily taken instead."""

    line: LineView | None
    unlike: str = ""
    witness: WitnessView | None = None

    @property
    def left(self) -> int:
        return max(0, self.line.needed - self.line.packed) if self.line else 0


def spoken(view: NextItemView, look: Look) -> str:
    if view.line is None:
        return look.lead(ALL_IN)
    return f"{look.lead(NEXT)}: {look.lead(view.line.name)} {_variant(look, view.line)} × {view.left}"


def paint(canvas: Canvas, view: NextItemView) -> None:
    canvas.fill(canvas.area, canvas.palette.panel)
    canvas = _above_strip(canvas, view)
    if view.line is None:
        _all_in(canvas)
    elif canvas.area.width() >= canvas.area.height() * _SIDE_BY_SIDE_FROM:
        _side_by_side(canvas, view, view.line)
    else:
        _stacked(canvas, view, view.line)


def _above_strip(canvas: Canvas, view: NextItemView) -> Canvas:
    """The scale's row at the foot; what is left above it is the item's."""
    if view.witness is None:
        return canvas
    area, margin, height = canvas.area, canvas.look.grid.margin, canvas.u(witness_strip.HEIGHT)
    foot = QRectF(area.left() + margin, area.bottom() - height, area.width() - 2 * margin, height)
    witness_strip.paint(canvas.within(foot), view.witness)
    return canvas.within(area.adjusted(0, 0, 0, -height))


def _all_in(canvas: Canvas) -> None:
    look, area, u = canvas.look, canvas.area, canvas.u
    side = min(float(u(120)), area.height() * 0.4)
    top = max(area.top() + u(8), area.center().y() - side)
    mark = QRectF(area.center().x() - side / 2, top, side, side)
    paint_icon(canvas.painter, mark, "box", canvas.palette.ink3, width=1.4)
    gap = min(float(u(24)), area.height() * 0.06)
    below = QRectF(area.left() + u(32), mark.bottom() + gap, area.width() - u(64), u(50))
    canvas.text(below, look.lead(ALL_IN), Role.TITLE, bold=True, align="center")
    second = below.translated(0, u(48))
    canvas.second(second, look.second(ALL_IN), Role.BODY, align="center")


def _side_by_side(canvas: Canvas, view: NextItemView, line: LineView) -> None:
    area, u = canvas.area, canvas.u
    margin = canvas.look.grid.margin
    side = min(area.width() * 0.4, max(area.height() - u(78), u(200)), area.height() - u(24))
    picture = QRectF(area.left() + margin, area.center().y() - side / 2, side, side)
    canvas.goods(picture, line.picture, canvas.look.lead(line.name))
    left = picture.right() + u(32)
    words = QRectF(left, picture.top(), area.right() - margin - left, side)
    if side < u(_LOW_BELOW):
        _in_a_row(canvas, words, view, line)
        return
    count_height = u(118) if side >= u(290) else side * 0.34
    _head(canvas, QRectF(words.left(), words.top(), words.width(), u(32)), line)
    name = QRectF(words.left(), words.top() + u(42), words.width(), side - u(50) - count_height)
    _name(canvas, name, view, line)
    _count(canvas, QRectF(words.left(), words.bottom() - count_height, words.width(), count_height), view, line)


def _in_a_row(canvas: Canvas, words: QRectF, view: NextItemView, line: LineView) -> None:
    """On a low window how many stands right of the name, not under it."""
    u = canvas.u
    left = QRectF(words.left(), words.top(), words.width() * 0.52, words.height())
    _head(canvas, QRectF(left.left(), left.top(), left.width(), u(32)), line)
    _name(canvas, left.adjusted(0, u(38), 0, 0), view, line)
    right = QRectF(left.right() + u(20), words.top(), words.right() - left.right() - u(20), words.height())
    _low_count(canvas, right, view, line)


def _stacked(canvas: Canvas, view: NextItemView, line: LineView) -> None:
    area, u = canvas.area, canvas.u
    margin = canvas.look.grid.margin
    inner = area.adjusted(margin, u(20), -margin, -u(20))
    _head(canvas, QRectF(inner.left(), inner.top(), inner.width(), u(32)), line)
    side = min(inner.height() * 0.47, inner.width() * 0.52)
    picture = QRectF(inner.left(), inner.top() + u(46), side, side)
    canvas.goods(picture, line.picture, canvas.look.lead(line.name))
    beside = QRectF(picture.right() + u(20), picture.top(), inner.right() - picture.right() - u(20), side)
    _tall_count(canvas, beside, view, line)
    name = QRectF(inner.left(), picture.bottom() + u(12), inner.width(), inner.bottom() - picture.bottom() - u(12))
    _name(canvas, name, view, line)


def _head(canvas: Canvas, rect: QRectF, line: LineView) -> None:
    """The "next" tab, its second language, the SKU at the right."""
    look, p, u = canvas.look, canvas.palette, canvas.u
    tab = [Span(text=look.lead(NEXT), role=Role.LABEL, color=p.panel, bold=True)]
    box = QRectF(rect.left(), rect.top(), canvas.row_width(tab) + u(20), rect.height())
    canvas.box(box, fill=p.ink, radius=4)
    canvas.row(box.left() + u(10), box.center().y(), tab)
    second = [Span(text=look.second(NEXT), role=Role.LABEL, color=p.ink2, gap=u(10))]
    x = canvas.row(box.right(), box.center().y(), second)
    room = QRectF(x + u(16), rect.top() - u(5), rect.right() - x - u(16), rect.height() + u(10))
    canvas.second(room, line.sku, Role.CAPTION, align="right", line_height=1.08)


def _name(canvas: Canvas, rect: QRectF, view: NextItemView, line: LineView) -> None:
    """Name, then the variant on its own row, then what warns of a mistake."""
    u = canvas.u
    chips = _chips(canvas, view, line)
    chip_height = u(44) if chips else 0
    variant_height = min(canvas.px(Role.VARIANT) * 1.2, rect.height() * 0.34) if line.variant else 0
    beside = bool(chips and line.variant) and _fit_beside(canvas, line, chips, rect.width())
    below = variant_height + (0 if beside else chip_height)
    name_box = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - below)
    y = _both_names(canvas, name_box, line.name) + u(4)
    x = rect.left()
    if line.variant:
        row = QRectF(rect.left(), y, rect.width() if not beside else rect.width() * 0.6, variant_height)
        taken = canvas.text(row, _variant(canvas.look, line), Role.VARIANT, bold=True, lines=2, floor=Role.CAPTION)
        x, y = (taken.right() + u(14), y) if beside else (rect.left(), row.bottom())
    for words, icon in chips:
        middle = y + (variant_height / 2 if beside else u(22))
        x = _chip(canvas, x, middle, words, icon) + u(10)


def _both_names(canvas: Canvas, rect: QRectF, name: Words) -> float:
    """The person's language, and below it the other where there is room; answers where they end."""
    lead, other = canvas.look.lead(name), canvas.look.otherwise(name)
    taken = canvas.text(rect, lead, Role.TITLE, bold=True, valign="top", lines=4, floor=Role.HINT)
    if not other:
        return taken.bottom()
    rest = QRectF(rect.left(), taken.bottom(), rect.width(), rect.bottom() - taken.bottom())
    return max(taken.bottom(), canvas.second(rest, other, Role.CAPTION, valign="top").bottom())


def _fit_beside(canvas: Canvas, line: LineView, chips: list[tuple[Words, str]], width: float) -> bool:
    variant = canvas.row_width([Span(text=_variant(canvas.look, line), role=Role.VARIANT, color="", bold=True)])
    return variant <= width * 0.6 and variant + canvas.u(14) + sum(_chip_width(canvas, w) for w, _ in chips) <= width


def _variant(look: Look, line: LineView) -> str:
    return look.lead(which(line.variant))


def _chips(canvas: Canvas, view: NextItemView, line: LineView) -> list[tuple[Words, str]]:
    chips: list[tuple[Words, str]] = []
    if view.unlike:
        chips.append((not_that(view.unlike), "attention"))
    if line.by_hand:
        chips.append((BY_HAND, "by_hand"))
    if line.gift:
        chips.append((GIFT_LINE, "gift"))
    return chips


def _chip_width(canvas: Canvas, words: Words) -> float:
    return canvas.row_width([_chip_span(canvas, words)]) + canvas.u(12 + 24 + 8 + 12)


def _chip_span(canvas: Canvas, words: Words) -> Span:
    return Span(text=canvas.look.lead(words), role=Role.CAPTION, color=canvas.palette.ink, bold=True)


def _chip(canvas: Canvas, left: float, middle: float, words: Words, icon: str) -> float:
    u, p = canvas.u, canvas.palette
    room = canvas.area.right() - canvas.u(16) - left
    spans = canvas.stepped([_chip_span(canvas, words)], room - u(56))
    rect = QRectF(left, middle - u(18), canvas.row_width(spans) + u(56), u(36))
    canvas.box(rect, fill=p.panel, border=p.ink, width=2)
    sign = QRectF(left + u(12), middle - u(12), u(24), u(24))
    if icon == "attention":
        paint_mark(canvas.painter, sign, Mark.ATTENTION, fill=p.ink, on=p.panel)
    else:
        paint_icon(canvas.painter, sign, icon, p.ink)
    canvas.row(left + u(44), middle, spans)
    return rect.right()


def _count(canvas: Canvas, rect: QRectF, view: NextItemView, line: LineView) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    y = rect.bottom() - u(16)
    x = canvas.row(rect.left(), y, [Span(text=look.lead(TAKE), role=Role.LEAD, color=p.ink)])
    role = _count_role(canvas, rect.height())
    number = [Span(text=str(view.left), role=role, color=p.ink, bold=True, gap=u(14))]
    raised = (canvas.px(role) - canvas.px(Role.LEAD)) * 0.37
    x = beside_number = canvas.row(x, y - raised, number)
    second = look.second(take_more(view.left))
    x = canvas.row(x, y, [Span(text=look.lead(MORE), role=Role.LEAD, color=p.ink, gap=u(14))])
    beside = [Span(text=second, role=Role.LABEL, color=p.ink2, gap=u(14))]
    if x + canvas.row_width(beside) <= rect.right():  # else the second language gives way
        x = canvas.row(x, y, beside)
    if not _boxes(canvas, rect.right(), y - u(12), line, room=rect.right() - x):
        _boxes(canvas, rect.right(), y - u(66), line, room=rect.right() - beside_number)


def _count_role(canvas: Canvas, height: float) -> Role:
    """The biggest size whose figures are no taller than the room; a long note may have taken some."""
    sizes = (Role.COUNT, Role.STOP, Role.TOTAL, Role.VERDICT)
    return next((role for role in sizes if canvas.px(role) * 0.9 <= height), Role.NOTE)


def _tall_count(canvas: Canvas, rect: QRectF, view: NextItemView, line: LineView) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    y = rect.top() + u(26)
    canvas.row(rect.left(), y, [Span(text=look.lead(TAKE), role=Role.LEAD, color=p.ink)])
    number = [
        Span(text=str(view.left), role=Role.COUNT, color=p.ink, bold=True),
        Span(text=look.lead(MORE), role=Role.LEAD, color=p.ink, gap=u(14)),
    ]
    canvas.fitting_row(rect.left(), rect.center().y(), number, rect.width())
    second = look.second(take_more(view.left))
    canvas.row(rect.left(), rect.bottom() - u(54), [Span(text=second, role=Role.LABEL, color=p.ink2)])
    _boxes(canvas, None, rect.bottom() - u(24), line, room=rect.width(), left=rect.left())


def _low_count(canvas: Canvas, rect: QRectF, view: NextItemView, line: LineView) -> None:
    """One row, as large as the room beside the name, and the second language below it."""
    look, p, u = canvas.look, canvas.palette, canvas.u
    foot = u(30)
    upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - foot)
    number = [
        Span(text=look.lead(TAKE), role=Role.LEAD, color=p.ink),
        Span(text=str(view.left), role=_count_role(canvas, upper.height()), color=p.ink, bold=True, gap=u(12)),
        Span(text=look.lead(MORE), role=Role.LEAD, color=p.ink, gap=u(12)),
    ]
    spans = canvas.stepped(number, rect.width())
    lowered = (canvas.px(spans[1].role) - canvas.px(spans[0].role)) * 0.37
    canvas.row(rect.left(), upper.center().y() + lowered, spans)
    second = [Span(text=look.second(take_more(view.left)), role=Role.CAPTION, color=p.ink2)]
    x = canvas.row(rect.left(), rect.bottom() - foot / 2, second)
    _boxes(canvas, rect.right(), rect.bottom() - foot / 2 - u(12), line, room=rect.right() - x)


def _boxes(
    canvas: Canvas, right: float | None, top: float, line: LineView, *, room: float, left: float | None = None
) -> bool:
    """One box a unit up to six, filled when in; answers whether there was room."""
    u = canvas.u
    width = line.needed * u(24) + (line.needed - 1) * u(8)
    if line.needed > _BOXES_MAX or width + u(12) > room:
        return False
    start = left if left is not None else (right or 0) - width
    for at in range(line.needed):
        rect = QRectF(start + at * u(32), top, u(24), u(24))
        filled = canvas.palette.ink if at < line.packed else None
        canvas.box(rect, fill=filled, border=canvas.palette.ink, width=2, radius=4)
    return True
