"""Where a parcel's seconds go, step by step and class by class, against what the house usually takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_board import Stack
from station.ui.supervisor_screen import Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import HEADING, MINUS, NOTHING, frame, heading, inner, nothing, ring, tenth
from station.ui.words import Words

_ROW_MAX, _LEGEND, _FOOT, _NAME, _RIGHT, _BAR = 104, 24, 22, 84, 112, 21


@dataclass(frozen=True, slots=True, kw_only=True)
class StacksView:
    stacks: tuple[Stack, ...] = ()
    row: int = 0
    ringed: bool = False
    known: bool = True


def _rows(look: Look, area: QRectF, view: StacksView) -> list[QRectF]:
    room, u = inner(area, look.grid.scale), look.grid.u
    top = room.top() + u(HEADING)
    high = room.bottom() - u(_FOOT) - u(_LEGEND) - top
    row = min(float(u(_ROW_MAX)), high / max(1, len(view.stacks)))
    return [QRectF(room.left(), top + at * row, room.width(), row) for at in range(len(view.stacks))]


def places(look: Look, area: QRectF, view: StacksView) -> list[tuple[QRectF, Spot]]:
    return [(rect, Spot(at)) for at, rect in enumerate(_rows(look, area, view))]


def waits(view: StacksView) -> Words | None:
    """The class that waits longest for goods, and where."""
    told = [stack for stack in view.stacks if stack.waits_at]
    if not told:
        return None
    worst = max(told, key=_waited)
    return said.WAITS.filled(orders=worst.name, n=round(_waited(worst)), benches=", ".join(worst.waits_at))


def _waited(stack: Stack) -> float:
    return next((seconds for words, seconds in stack.steps_s if words == said.STEPS["wait"]), 0.0)


def spoken(view: StacksView, look: Look) -> str:
    def told(stack: Stack) -> str:
        steps = ", ".join(f"{look.lead(words)} {round(seconds)}" for words, seconds in stack.steps_s)
        expected = NOTHING if stack.expected_s is None else str(round(stack.expected_s))
        clean = f"{look.lead(said.FIRST_PASS)} {tenth(stack.first_pass)} %"
        took = f"{round(stack.took_s)} {look.lead(said.SECONDS)}, {look.lead(said.EXPECTED)} {expected}"
        return f"{look.lead(stack.name)}: {took}, {clean}; {steps}"

    found = waits(view)
    rows = ". ".join(told(stack) for stack in view.stacks) or look.lead(said.NOTHING_YET)
    return rows if found is None else f"{look.lead(found)}. {rows}"


def paint(canvas: Canvas, view: StacksView) -> None:
    room, p, look = frame(canvas), canvas.palette, canvas.look
    expects = any(stack.expected_s is not None for stack in view.stacks)
    right = [Span(text=look.lead(said.DIFFERENCE), role=Role.HINT, color=p.ink2, gap=canvas.u(40))]
    expected = Span(text=f"▼ {look.lead(said.EXPECTED)}", role=Role.HINT, color=p.ink2)
    right = [expected, *right] if expects else right
    heading(canvas, room, said.STEPS_PANEL, right if view.stacks else ())
    if not view.stacks:
        nothing(canvas, room, said.NOTHING_YET if view.known else said.NOT_READ)
        return
    rows = _rows(look, canvas.area, view)
    longest = max(max(stack.took_s, stack.expected_s or 0.0) for stack in view.stacks) or 1.0
    for at, (stack, rect) in enumerate(zip(view.stacks, rows, strict=True)):
        canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
        _stack(canvas, rect, stack, longest)
        if view.ringed and at == view.row:
            ring(canvas, rect.adjusted(-canvas.u(6), 1, canvas.u(6), -1))
    _legend(canvas, rows, view, longest)
    found = waits(view)
    if found is not None:
        spans = [Span(text=look.lead(found), role=Role.HINT, color=p.ink2)]
        canvas.fitting_row(room.left(), room.bottom() - canvas.u(7), spans, room.width())


def _per_second(canvas: Canvas, rect: QRectF, longest: float) -> float:
    return (rect.width() - canvas.u(_NAME) - canvas.u(_RIGHT) - canvas.u(14)) / longest


def _stack(canvas: Canvas, rect: QRectF, stack: Stack, longest: float) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    y = rect.center().y()
    name = QRectF(rect.left(), rect.top() + u(2), u(_NAME) - u(6), rect.height() - u(4))
    canvas.text(name, look.lead(stack.name), Role.LABEL, floor=Role.HINT, lines=2, line_height=1.05)
    x, scale = rect.left() + u(_NAME), _per_second(canvas, rect, longest)
    for at, (_, seconds) in enumerate(stack.steps_s):
        part = QRectF(x, y - u(_BAR) / 2, max(0.0, seconds * scale - u(1)), u(_BAR))
        _part(canvas, part, at, seconds)
        x += seconds * scale
    if stack.expected_s is not None:
        _expected(canvas, rect.left() + u(_NAME) + stack.expected_s * scale, y)
    took = [
        Span(text=str(round(stack.took_s)), role=Role.LEAD, color=p.ink, bold=True),
        Span(text=look.lead(said.SECONDS), role=Role.HINT, color=p.ink2, gap=u(4)),
    ]
    canvas.row(rect.right() - u(38), y, took, align="right")
    over = [Span(text=_over(stack), role=Role.LABEL, color=p.ink)]
    canvas.row(rect.right(), y, over, align="right")


def _over(stack: Stack) -> str:
    if stack.expected_s is None:
        return NOTHING
    over = round(stack.took_s) - round(stack.expected_s)
    return f"+{over}" if over > 0 else f"{MINUS}{-over}" if over < 0 else "0"


def _part(canvas: Canvas, rect: QRectF, at: int, seconds: float) -> None:
    p = canvas.palette
    fill, ink = ((p.data, p.panel), (p.data3, p.ink), (p.heat_high, p.ink), (p.data3, p.ink), (p.heat_high, p.ink))[at]
    canvas.box(rect, fill=fill, radius=1)
    spans = [Span(text=str(round(seconds)), role=Role.HINT, color=ink)]
    if canvas.row_width(spans) + canvas.u(4) <= rect.width():
        canvas.row(rect.center().x(), rect.center().y(), spans, align="center")


def _expected(canvas: Canvas, x: float, y: float) -> None:
    u = canvas.u
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(QColor(canvas.palette.ink))
    for way in (-1, 1):
        tip, base = y + way * u(_BAR / 2 + 1), y + way * u(_BAR / 2 + 7)
        corners = [QPointF(x, tip), QPointF(x - u(5), base), QPointF(x + u(5), base)]
        canvas.painter.drawPolygon(QPolygonF(corners))


def _legend(canvas: Canvas, rows: list[QRectF], view: StacksView, longest: float) -> None:
    """The steps' names under the parts of the longest stack, moved apart where they would touch."""
    p, u, look = canvas.palette, canvas.u, canvas.look
    at = max(range(len(view.stacks)), key=lambda at: view.stacks[at].took_s)
    scale, x = _per_second(canvas, rows[at], longest), rows[at].left() + u(_NAME)
    middles: list[float] = []
    shown = [(words, seconds) for words, seconds in view.stacks[at].steps_s if round(seconds)]
    for _, seconds in shown:
        middles.append(x + seconds * scale / 2)
        x += seconds * scale
    spans = [Span(text=look.lead(words), role=Role.HINT, color=p.ink2) for words, _ in shown]
    widths = [canvas.row_width([each]) for each in spans]
    lefts = _apart(middles, widths, u(7), rows[at].right())
    for left, each in zip(lefts, spans, strict=True):
        canvas.row(left, rows[-1].bottom() + u(_LEGEND) / 2, [each])


def _apart(middles: list[float], widths: list[float], gap: float, end: float) -> list[float]:
    lefts: list[float] = []
    for middle, width in zip(middles, widths, strict=True):
        lefts.append(max(middle - width / 2, lefts[-1] + widths[len(lefts) - 1] + gap if lefts else middle - width / 2))
    for at in reversed(range(len(lefts))):
        limit = lefts[at + 1] - gap if at + 1 < len(lefts) else end
        lefts[at] = min(lefts[at], limit - widths[at])
    return lefts
