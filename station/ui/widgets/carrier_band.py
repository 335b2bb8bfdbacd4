"""Under the dock's banner: which carrier, which handover, what it weighs so far, and who drives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from station.ui.handover_words import DRIVER, NOT_WEIGHED, NUMBER, WEIGHT
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierView:
    """``typed`` is the driver's name as it is being typed."""

    number: int
    carrier: Words
    weight_mg: int
    unweighed: int
    driver: str
    typed: str = ""


def spoken(view: CarrierView, look: Look) -> str:
    return f"{look.lead(view.carrier)} {view.number} {weight(view.weight_mg)}"


def weight(weight_mg: int) -> str:
    """To the gram, rounded up as on the sheet."""
    return f"{-(-weight_mg // 1000) / 1000:.3f} kg"


def paint(canvas: Canvas, view: CarrierView) -> None:
    area, look, p, u = canvas.area, canvas.look, canvas.palette, canvas.u
    canvas.fill(area, p.panel)
    canvas.rule_below(area)
    middle = area.center().y()
    right = area.right() - look.grid.margin_right
    right = _weight(canvas, view, right, middle) - u(32)
    spans = [Span(text=look.lead(view.carrier), role=Role.LEAD, color=p.ink, bold=True)]
    if look.second(view.carrier) != look.lead(view.carrier):
        spans.append(Span(text=look.second(view.carrier), role=Role.CAPTION, color=p.ink2, gap=u(10)))
    left = area.left() + look.grid.margin
    number = Span(text=look.lead(NUMBER.filled(number=view.number)), role=Role.LABEL, color=p.ink2, gap=u(24))
    share = 1.0 if not (view.typed or view.driver) else 0.46 if look.grid.narrow else 0.6
    taken = canvas.row_width([replace(number, role=Role.HINT)])
    spans = [*canvas.with_room(spans, (right - left) * share - taken, keep=1), number]
    left = canvas.fitting_row(left, middle, spans, (right - left) * share) + u(32)
    _driver(canvas, view, QRectF(left, area.top(), max(0.0, right - left), area.height()))


def _driver(canvas: Canvas, view: CarrierView, room: QRectF) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    name = view.typed or view.driver
    if not name:
        return
    spans = [
        Span(text=look.lead(DRIVER), role=Role.CAPTION, color=p.ink2),
        Span(text=f"{view.typed}▏" if view.typed else name, role=Role.LABEL, color=p.ink, bold=True, gap=u(8)),
    ]
    if canvas.row_width(spans) <= room.width():
        canvas.row(room.left(), room.center().y(), spans)
        return
    words = f"{look.lead(DRIVER)} {spans[1].text}"
    canvas.text(room.adjusted(0, u(4), 0, -u(4)), words, Role.LABEL, bold=True, lines=3, floor=Role.HINT)


def _weight(canvas: Canvas, view: CarrierView, right: float, middle: float) -> float:
    look, p, u = canvas.look, canvas.palette, canvas.u
    spans = [
        Span(text=look.lead(WEIGHT), role=Role.CAPTION, color=p.ink2),
        Span(text=weight(view.weight_mg), role=Role.LEAD, color=p.ink, bold=True, gap=u(10)),
    ]
    if view.unweighed:
        words = look.lead(NOT_WEIGHED.filled(n=view.unweighed))
        spans.append(Span(text=words, role=Role.HINT, color=p.ink2, gap=u(10)))
    canvas.row(right, middle, spans, align="right")
    return right - canvas.row_width(spans)
