"""An open question: the words big, each answer a card with the code that gives it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from station.ui.captions import ANSWER_HOW, SCAN_BADGE, answer
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets import bars
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon

_CARD_MIN = 100
"""Below it a card is a row: words on the left, code on the right."""

_CARD_LOW = 120
_GAP, _ROW_GAP = 16, 6
_WORDS_SHARE = 0.54
"""Of a row; its code needs the rest, and seven Chinese characters beside the key need this much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """``code`` is what the barcode beside it carries; empty: by key or touch only. ``short`` says the same by place."""

    value: str
    code: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptView:
    prompt: str  # its id
    words: Words
    choices: tuple[ChoiceView, ...]
    badge: bool = False


def spoken(view: PromptView, look: Look) -> str:
    choices = " / ".join(look.lead(answer(choice.value)) for choice in view.choices)
    return f"{look.lead(view.words)} {choices}".strip()


def paint_question(canvas: Canvas, view: PromptView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel)
    side = u(56)
    icon = QRectF(area.left() + look.grid.margin, area.top() + u(44), side, side)
    paint_icon(canvas.painter, icon, "badge" if view.badge else "question", p.ink, width=1.7)
    left = icon.right() + u(24)
    width = area.right() - look.grid.margin - left
    room = QRectF(left, area.top() + u(32), width, area.height() * 0.52)
    text = canvas.text(room, look.lead(view.words), Role.NOTE, bold=True, valign="top", lines=4, floor=Role.LABEL)
    below = QRectF(left, text.bottom() + u(14), width, area.bottom() - u(84) - text.bottom())
    canvas.second(below, look.second(view.words), Role.BODY, valign="top", lines=4)
    how = SCAN_BADGE if view.badge else ANSWER_HOW
    spans = [
        Span(text=look.lead(how), role=Role.CAPTION, color=p.ink2),
        Span(text=look.second(how), role=Role.HINT, color=p.ink3, gap=u(12)),
    ]
    both = canvas.row_width(spans) <= width  # else the second language gives way
    canvas.fitting_row(left, area.bottom() - u(40), spans if both else spans[:1], width)


def choice_rects(area: QRectF, look: Look, count: int) -> list[QRectF]:
    """Where the cards are; the same for painting and for a touch."""
    if not count:
        return []
    inner = _inner(area, look)
    gap = look.grid.u(_ROW_GAP if _in_rows(area, look, count) else _GAP)
    height = min((inner.height() - gap * (count - 1)) / count, look.grid.u(190))
    top = inner.top() + (inner.height() - height * count - gap * (count - 1)) / 2
    return [QRectF(inner.left(), top + at * (height + gap), inner.width(), height) for at in range(count)]


def _inner(area: QRectF, look: Look) -> QRectF:
    margin = look.grid.u(_GAP)
    return area.adjusted(look.grid.u(20), margin, -look.grid.u(20), -margin)


def _in_rows(area: QRectF, look: Look, count: int) -> bool:
    return _inner(area, look).height() / count < look.grid.u(_CARD_MIN)


def touched_choice(area: QRectF, look: Look, view: PromptView, point: QPointF) -> str | None:
    rects = choice_rects(area, look, len(view.choices))
    hits = [c.value for rect, c in zip(rects, view.choices, strict=True) if rect.contains(point)]
    return hits[0] if hits else None


def paint_choices(canvas: Canvas, view: PromptView) -> None:
    canvas.fill(canvas.area, canvas.palette.panel2)
    if view.badge and not view.choices:
        side = canvas.u(140)
        middle = canvas.area.center()
        rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(canvas.painter, rect, "badge", canvas.palette.ink3, width=1.2)
    rects = choice_rects(canvas.area, canvas.look, len(view.choices))
    paint = _row if rects and _in_rows(canvas.area, canvas.look, len(rects)) else _card
    for at, (rect, choice) in enumerate(zip(rects, view.choices, strict=True)):
        paint(canvas, rect, at + 1, choice)


def _row(canvas: Canvas, rect: QRectF, number: int, choice: ChoiceView) -> None:
    """As a card, with its code beside the words: many answers have no room below each other otherwise."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.paper, border=p.edge, radius=6)
    key = [Span(text=f"Ctrl+{number}", role=Role.HINT, color=p.on_paper)]
    words = QRectF(rect.left() + u(12), rect.top(), rect.width() * _WORDS_SHARE - u(18), rect.height())
    if number <= 9:
        canvas.row(words.right(), rect.center().y(), key, align="right")
        words.setRight(words.right() - canvas.row_width(key) - u(8))
    lead = look.lead(answer(choice.value))
    canvas.text(words, lead, Role.LABEL, color=p.on_paper, bold=True, lines=2, floor=Role.HINT)
    code = choice.short or choice.code
    if code:
        symbol = bars.modules(code)
        left = rect.left() + rect.width() * _WORDS_SHARE
        room = QRectF(left, rect.top() + u(3), rect.right() - left - 2, rect.height() - u(6))
        module = bars.module_px(symbol, room.width(), 3)
        bars.paint_bars(canvas.painter, room, symbol, module, ink=p.on_paper, paper=p.paper)


def _card(canvas: Canvas, rect: QRectF, number: int, choice: ChoiceView) -> None:
    """White in every palette, so that its code can be read."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.paper, border=p.edge, radius=8)
    words = answer(choice.value)
    spans = [Span(text=look.lead(words), role=Role.LEAD, color=p.on_paper, bold=True)]
    if words.zh != words.en:
        spans.append(Span(text=look.second(words), role=Role.CAPTION, color=p.on_paper, gap=u(10)))
    key = [Span(text=f"Ctrl+{number}", role=Role.HINT, color=p.on_paper)]
    room = rect.width() - u(32) - canvas.row_width(key) - u(12)
    low = rect.height() < u(_CARD_LOW)
    y = rect.top() + u(20 if low else 30)
    if not choice.code:
        y = rect.center().y()
    canvas.fitting_row(rect.left() + u(16), y, spans, room)
    if number <= 9:
        canvas.row(rect.right() - u(16), y, key, align="right")
    if choice.code:
        symbol = bars.modules(choice.code)
        module = bars.module_px(symbol, rect.width() - 4, 3)
        above, below = (40, 8) if low else (56, 14)
        code = QRectF(rect.left() + 2, rect.top() + u(above), rect.width() - 4, rect.height() - u(above + below))
        bars.paint_bars(canvas.painter, code, symbol, module, ink=p.on_paper, paper=p.paper)
