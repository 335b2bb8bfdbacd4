"""What would explain a weight that is off, nearest first, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import LABEL_BY_ITSELF, LOOK_IN_BOX, PUT_ON_SCALE, missing_or_extra
from station.ui.languages import CHINESE
from station.ui.lifted import pan_empty
from station.ui.look import Look
from station.ui.screen import ExplanationView, Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.weight_bar import kilograms

_ROW = 74
_HEAD = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationsView:
    explanations: tuple[ExplanationView, ...]
    weight_mg: int | None


def question(view: ExplanationsView) -> Words | None:
    """The nearest explanation as a question; its weight is signed like the difference.

    While the box is off the scale nothing is asked; again once it is back.
    """
    if not view.explanations or pan_empty(view.weight_mg):
        return None
    nearest = view.explanations[0]
    return missing_or_extra(nearest.units, nearest.name, missing=nearest.weight_mg < 0)


def _advised(view: ExplanationsView) -> Words:
    """What was weighed and does not fit is looked at; before that the box goes onto the scale."""
    return (
        PUT_ON_SCALE if pan_empty(view.weight_mg) or (view.weight_mg is None and not view.explanations) else LOOK_IN_BOX
    )


def spoken(view: ExplanationsView, look: Look) -> str:
    asked = question(view)
    return look.lead(asked or _advised(view))


def paint(canvas: Canvas, view: ExplanationsView) -> None:
    area, u = canvas.area, canvas.u
    canvas.fill(area, canvas.palette.panel2)
    asked = question(view)
    y = area.top()
    if asked:
        y = _head(canvas, asked)
        for at, explanation in enumerate(view.explanations):
            if y + u(_ROW) > area.bottom() - u(120):
                break
            _row(canvas, QRectF(area.left(), y, area.width(), u(_ROW)), explanation, view.weight_mg, nearest=at == 0)
            y += u(_ROW)
    advice = _advised(view)
    rest = QRectF(area.left(), y, area.width(), area.bottom() - y)
    _advice(canvas, rest, advice, more=advice is PUT_ON_SCALE)


def _head(canvas: Canvas, asked: Words) -> float:
    area, look, u = canvas.area, canvas.look, canvas.u
    rect = QRectF(area.left() + u(24), area.top() + u(12), area.width() - u(48), u(_HEAD) - u(14))
    upper = canvas.text(
        QRectF(rect.left(), rect.top(), rect.width(), rect.height() - u(24)),
        look.lead(asked),
        Role.LEAD,
        bold=True,
        valign="top",
    )
    lower = QRectF(rect.left(), upper.bottom(), rect.width(), rect.bottom() - upper.bottom())
    canvas.second(lower, look.second(asked), Role.CAPTION, valign="top")
    whole = QRectF(area.left(), area.top(), area.width(), u(_HEAD))
    canvas.rule_below(whole)
    return whole.bottom()


def _row(canvas: Canvas, rect: QRectF, shown: ExplanationView, weight_mg: int | None, *, nearest: bool) -> None:
    u, p = canvas.u, canvas.palette
    if nearest:
        canvas.fill(rect, p.panel)
        canvas.fill(QRectF(rect.left(), rect.top(), u(6), rect.height()), p.warn_line)
    tile = QRectF(rect.left() + u(24), rect.center().y() - u(27), u(54), u(54))
    name = canvas.look.lead(shown.name)
    canvas.goods(tile, shown.picture, name)
    grams = [Span(text=f"{abs(shown.weight_mg) / 1000:,.0f} g", role=Role.BODY, color=p.ink, bold=True)]
    canvas.row(rect.right() - u(24), rect.center().y() - u(13), grams, align="right")
    result = ""
    if weight_mg is not None:
        result = f"→ {kilograms(weight_mg - shown.weight_mg)} kg"
    after = [Span(text=result, role=Role.HINT, color=p.ink2)]
    canvas.row(rect.right() - u(24), rect.center().y() + u(15), after, align="right")
    taken = max(canvas.row_width(grams), canvas.row_width(after))
    left = tile.right() + u(14)
    room = QRectF(left, rect.top() + u(4), rect.right() - u(36) - taken - left, rect.height() - u(8))
    canvas.text(room, f"{shown.units} × {name}", Role.BODY, bold=nearest, lines=3, floor=Role.HINT)
    canvas.rule_below(rect)


def _advice(canvas: Canvas, rect: QRectF, words: Words, *, more: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    icon = QRectF(rect.left() + u(26), rect.center().y() - u(44), u(36), u(36))
    paint_icon(canvas.painter, icon, "box", p.ink, width=1.7)
    left = icon.right() + u(16)
    upper = QRectF(left, icon.top() - u(4), rect.right() - u(24) - left, u(82))
    text = canvas.text(upper, look.lead(words), Role.BODY, bold=True, valign="top", lines=3)
    lower = QRectF(left, text.bottom() + u(4), upper.width(), rect.bottom() - text.bottom() - u(8))
    second = look.second(words).replace("\n", "" if look.other == CHINESE else " ")
    below = canvas.second(lower, second, Role.CAPTION, valign="top")
    if more and rect.bottom() - below.bottom() > u(60):
        under = QRectF(left, below.bottom() + u(12), upper.width(), u(54))
        canvas.text(under, look.lead(LABEL_BY_ITSELF), Role.CAPTION, color=p.ink2, valign="top")
