"""The steps of set-up, one under the other: what is done, what was left out, where one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.screen import Words
from station.ui.setup_screen import StepState, StepView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

_HEAD, _ROW = 58, 54
_TITLE = Words(zh="安装向导", en="Set up the bench")


def spoken(view: tuple[StepView, ...], look: Look) -> str:
    return "; ".join(f"{step.number}. {look.lead(step.name)} {look.lead(step.end)}".strip() for step in view)


def paint(canvas: Canvas, view: tuple[StepView, ...]) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    canvas.fill(area, p.panel2)
    head = QRectF(area.left(), area.top(), area.width(), u(_HEAD))
    canvas.row(area.left() + u(24), head.center().y(), [Span(text=look.lead(_TITLE), role=Role.CAPTION, color=p.ink2)])
    canvas.rule_below(head)
    row = min(u(_ROW), (area.height() - head.height()) / max(1, len(view)))
    for at, step in enumerate(view):
        _step(canvas, QRectF(area.left(), head.bottom() + at * row, area.width(), row), step)


def _step(canvas: Canvas, rect: QRectF, step: StepView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    here = step.state is StepState.NOW
    if here:
        canvas.fill(rect, p.panel)
        canvas.fill(QRectF(rect.left(), rect.top(), u(6), rect.height()), p.ink)
    canvas.rule_below(rect)
    sign = QRectF(rect.left() + u(24), rect.center().y() - u(13), u(26), u(26))
    _sign(canvas, sign, step)
    left = sign.right() + u(14)
    color = p.ink if here or step.state is StepState.DONE else p.ink2
    if not step.end.zh:
        name = QRectF(left, rect.top(), rect.right() - left - u(12), rect.height())
        canvas.text(name, look.lead(step.name), Role.LABEL, bold=here, color=color, lines=1, floor=Role.HINT)
        return
    upper = QRectF(left, rect.top() + u(1), rect.right() - left - u(12), u(29))
    lower = QRectF(left, upper.bottom(), upper.width(), u(22))
    canvas.text(upper, look.lead(step.name), Role.LABEL, bold=here, color=color, lines=1, floor=Role.HINT)
    canvas.text(lower, look.lead(step.end), Role.HINT, color=p.ink2, lines=1, floor=Role.HINT, valign="top")


def _sign(canvas: Canvas, rect: QRectF, step: StepView) -> None:
    p = canvas.palette
    match step.state:
        case StepState.DONE:
            paint_mark(canvas.painter, rect, Mark.OK, fill=p.ok, on=p.on_ok)
        case StepState.LEFT_OUT | StepState.WITHOUT:
            paint_mark(canvas.painter, rect, Mark.OFFLINE, fill=p.ink3, on=p.panel2)
        case StepState.NOW:
            canvas.box(rect, fill=p.ink, radius=13)
            _number(canvas, rect, step.number, p.panel)
        case StepState.LATER:
            canvas.box(rect, border=p.edge, width=1.5, radius=13)
            _number(canvas, rect, step.number, p.ink2)


def _number(canvas: Canvas, rect: QRectF, number: int, color: str) -> None:
    spans = [Span(text=str(number), role=Role.HINT, color=color, bold=True)]
    canvas.row(rect.center().x(), rect.center().y(), spans, align="center")
