"""Numbered steps with the current one marked, and under them what the parcel's record holds so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from station.ui.captions import THIS_PARCEL
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

_STEP = 94
_STEP_LEAST = 62

_FACT = 34


class StepState(StrEnum):
    DONE = "done"
    NOW = "now"
    WAIT = "wait"  # now, and the machine's turn
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    words: Words
    state: StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    words: Words
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsView:
    steps: tuple[StepView, ...]
    facts: tuple[Fact, ...] = ()


def spoken(view: StepsView, look: Look) -> str:
    return "; ".join(look.lead(step.words) for step in view.steps if step.state is not StepState.DONE)


def paint(canvas: Canvas, view: StepsView) -> None:
    area, u = canvas.area, canvas.u
    canvas.fill(area, canvas.palette.panel)
    view = _with_room(canvas, view)
    facts = _facts_height(canvas, view)
    room = area.height() - facts - u(16)
    height = min(float(u(_STEP)), room / max(1, len(view.steps)))
    top = area.top() + u(8) + max(0.0, (room - height * len(view.steps)) * 0.35)
    for at, step in enumerate(view.steps):
        _step(canvas, QRectF(area.left(), top + at * height, area.width(), height), at + 1, step)
    if view.facts:
        _facts(canvas, QRectF(area.left(), area.bottom() - facts, area.width(), facts), view.facts)


def _with_room(canvas: Canvas, view: StepsView) -> StepsView:
    """On a low window what is to be done goes first: then only the first facts are told, or none."""
    for count in (len(view.facts), 2, 0):
        fewer = replace(view, facts=view.facts[:count])
        left = canvas.area.height() - canvas.u(16) - _facts_height(canvas, fewer)
        if left >= canvas.u(_STEP_LEAST) * len(view.steps):
            break
    return fewer


def _step(canvas: Canvas, rect: QRectF, number: int, step: StepView) -> None:
    u, p = canvas.u, canvas.palette
    now = step.state in (StepState.NOW, StepState.WAIT)
    if now:
        canvas.fill(rect, p.panel2)
        canvas.fill(QRectF(rect.left(), rect.top(), u(6), rect.height()), p.ink)
    side = u(46)
    mark = QRectF(rect.left() + canvas.look.grid.margin, rect.center().y() - side / 2, side, side)
    _step_mark(canvas, mark, number, step.state)
    left = mark.right() + u(20)
    width = rect.right() - u(24) - left
    role = Role.LEAD
    ink = p.ink3 if step.state is StepState.DONE else p.ink
    bold = step.state is not StepState.DONE
    upper = QRectF(left, rect.top() + u(6), width, rect.height() * 0.58 - u(6))
    canvas.text(upper, canvas.look.lead(step.words), role, color=ink, bold=bold, valign="bottom", floor=Role.CAPTION)
    lower = QRectF(left, upper.bottom(), width, rect.bottom() - upper.bottom() - u(4))
    canvas.second(lower, canvas.look.second(step.words), Role.CAPTION, valign="top")


def _step_mark(canvas: Canvas, rect: QRectF, number: int, state: StepState) -> None:
    p = canvas.palette
    if state is StepState.DONE:
        paint_mark(canvas.painter, rect, Mark.OK, fill=p.ink3, on=p.panel)
        return
    if state is StepState.WAIT:
        paint_mark(canvas.painter, rect, Mark.WAIT, fill=p.ink2, on=p.panel)
        return
    now = state is StepState.NOW
    ink = p.panel if now else p.ink2
    numbered_disc(canvas, rect, number, fill=p.ink if now else None, border=p.ink if now else p.edge, ink=ink)


def numbered_disc(canvas: Canvas, rect: QRectF, number: int, *, fill: str | None, border: str, ink: str) -> None:
    canvas.pen(border, 2)
    canvas.painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    canvas.painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    px = int(rect.height() * 0.6)
    text = str(number)
    width = canvas.look.letters.advance(text, px, bold=True)
    canvas.painter.setFont(canvas.look.letters.font(px, bold=True))
    canvas.painter.setPen(QColor(ink))
    canvas.painter.drawText(QPointF(rect.center().x() - width / 2, rect.center().y() + 0.37 * px), text)


def _facts_height(canvas: Canvas, view: StepsView) -> float:
    if not view.facts:
        return 0
    return canvas.u(44 + _FACT * ((len(view.facts) + 1) // 2) + 10)


def _facts(canvas: Canvas, rect: QRectF, facts: tuple[Fact, ...]) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    margin = look.grid.margin
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    title = [
        Span(text=look.lead(THIS_PARCEL), role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=look.second(THIS_PARCEL), role=Role.HINT, color=p.ink2, gap=u(10)),
    ]
    canvas.row(rect.left() + margin, rect.top() + u(26), title)
    rows = (len(facts) + 1) // 2
    column = (rect.width() - 2 * margin - u(40)) / 2
    for at, fact in enumerate(facts):
        left = rect.left() + margin + (at // rows) * (column + u(40))
        y = rect.top() + u(44) + (at % rows + 0.5) * u(_FACT)
        name = [Span(text=look.lead(fact.words), role=Role.CAPTION, color=p.ink2)]
        end = canvas.row(left, y, name)
        value = [Span(text=fact.value, role=Role.CAPTION, color=p.ink, bold=True)]
        canvas.fitting_row(left + column, y, value, left + column - end - u(8), align="right")
