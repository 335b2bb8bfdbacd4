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

_CARD_MIN = 84
"""Below it cards stand in two columns, too narrow for the code of a long answer."""

_CARD_LOW = 120
_GAP = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """``code`` is what the barcode beside it carries; empty: by key or touch only."""

    value: str
    code: str = ""


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
    canvas.text(below, look.second(view.words), Role.BODY, color=p.ink2, valign="top", lines=4, floor=Role.HINT)
    how = SCAN_BADGE if view.badge else ANSWER_HOW
    spans = [
        Span(text=look.lead(how), role=Role.CAPTION, color=p.ink2),
        Span(text=look.second(how), role=Role.HINT, color=p.ink3, gap=u(12)),
    ]
    canvas.fitting_row(left, area.bottom() - u(40), spans, width)


def choice_rects(area: QRectF, look: Look, count: int) -> list[QRectF]:
    """Where the cards are; the same for painting and for a touch."""
    if not count:
        return []
    gap = look.grid.u(_GAP)
    inner = area.adjusted(look.grid.u(20), gap, -look.grid.u(20), -gap)
    columns = 1 if inner.height() / count >= look.grid.u(_CARD_MIN) else 2
    rows = -(-count // columns)
    width = (inner.width() - gap * (columns - 1)) / columns
    height = min((inner.height() - gap * (rows - 1)) / rows, look.grid.u(190))
    top = inner.top() + (inner.height() - height * rows - gap * (rows - 1)) / 2
    places = [(at % columns, at // columns) for at in range(count)]
    return [QRectF(inner.left() + x * (width + gap), top + y * (height + gap), width, height) for x, y in places]


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
    for at, (rect, choice) in enumerate(zip(rects, view.choices, strict=True)):
        _card(canvas, rect, at + 1, choice)


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
