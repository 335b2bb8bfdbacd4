"""Each carrier's cut-off on a line of time: when it is packed at the present pace, and the act that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from station.ui import supervisor_act_words as acting
from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_acts import act_of, wanting
from station.ui.supervisor_board import CutOffLine, Reassign
from station.ui.supervisor_screen import Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import (
    HEADING,
    NOTHING,
    attention,
    first_shown,
    frame,
    heading,
    inner,
    nothing,
    ring,
    span,
)
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

_ROW, _ROW_MAX, _FOOT, _NAME, _RIGHT = 57, 100, 63, 84, 84


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastView:
    lines: tuple[CutOffLine, ...] = ()
    at_us: int = 0
    slack_wanted_us: int = 0
    row: int = 0
    ringed: bool = False
    known: bool = True
    act: Reassign | None = None


def _rows(look: Look, area: QRectF, view: ForecastView) -> list[tuple[int, QRectF]]:
    room = inner(area, look.grid.scale)
    top, bottom = room.top() + look.grid.u(HEADING), room.bottom() - look.grid.u(_FOOT)
    shown = max(1, min(len(view.lines), int((bottom - top) // look.grid.u(_ROW))))
    high = min(float(look.grid.u(_ROW_MAX)), (bottom - top) / shown)
    first = first_shown(view.row, len(view.lines), shown)
    return [
        (at, QRectF(room.left(), top + (at - first) * high, room.width(), high))
        for at in range(first, min(first + shown, len(view.lines)))
    ]


def places(look: Look, area: QRectF, view: ForecastView) -> list[tuple[QRectF, Spot]]:
    return [(rect, Spot(at)) for at, rect in _rows(look, area, view)]


def told(view: ForecastView) -> CutOffLine | None:
    """The cut-off that the foot speaks of: the one with the ring where there is something to do, else the worst."""
    ringed = view.lines[view.row] if view.ringed and view.row < len(view.lines) else None
    if ringed is not None and (ringed.mend is not None or act_of(ringed) is not None):
        return ringed
    return wanting(view.lines, view.slack_wanted_us)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    words: Words
    mend: Words | None = None
    warns: bool = True


def risk_of(view: ForecastView) -> Risk | None:
    """The risk and what would mend it, in words."""
    if not view.lines:
        return None
    line = told(view)
    if line is None:
        known = view.lines[0].done_us is not None
        calm = said.ON_TIME.filled(percent=view.lines[0].slower_percent) if known else said.NO_PACE
        return Risk(words=calm, warns=False)
    if line.misses:
        risk = said.WILL_MISS.filled(n=line.misses, carrier=line.name)
    elif line.misses_if_slower:
        risk = said.SLOWER.filled(percent=line.slower_percent, n=line.misses_if_slower, carrier=line.name)
    elif line.first and line.mend is None:
        return Risk(words=acting.STANDS_FIRST.filled(carrier=line.name, n=line.first), warns=False)
    elif line.slack_us is None:
        risk = said.NO_PACE
    else:
        risk = said.TIGHT.filled(carrier=line.name, slack=span(line.slack_us))
    return Risk(words=risk, mend=line.mend)


def spoken(view: ForecastView, look: Look) -> str:
    def line_told(line: CutOffLine) -> str:
        left = look.lead(said.LEFT.filled(n=line.left))
        done = "" if line.done_us is None else look.lead(said.DONE_AT.filled(time=look.when(line.done_us, view.at_us)))
        slack = NOTHING if line.slack_us is None else span(line.slack_us)
        due = look.when(line.due_us, view.at_us)
        return f"{look.lead(line.name)} {due}: {left}, {done}, {look.lead(said.SLACK_LEFT)} {slack}"

    risk = risk_of(view)
    acts = [look.lead(words) for words in (risk.words, risk.mend) if words is not None] if risk is not None else []
    acts += [_button_text(view.act, look)] if view.act is not None else []
    return ". ".join((*acts, *(line_told(line) for line in view.lines))) or look.lead(said.NO_CUT_OFFS)


def paint(canvas: Canvas, view: ForecastView) -> None:
    room = frame(canvas)
    rows = _rows(canvas.look, canvas.area, view) if view.lines else []
    hidden = len(view.lines) - len(rows)
    more = canvas.look.lead(said.MORE_CARRIERS.filled(n=hidden))
    right = [Span(text=more, role=Role.HINT, color=canvas.palette.ink, bold=True)]
    heading(canvas, room, said.FORECAST, right if hidden else ())
    if not view.lines:
        words = (said.NO_CUT_OFFS, said.NO_CUT_OFFS_HOW) if view.known else (said.NOT_READ, None)
        nothing(canvas, room, *words)
        return
    end_us = max(max(line.due_us, line.done_us or 0) for line in view.lines)
    for place, (at, rect) in enumerate(rows):
        canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), canvas.palette.rule)
        _line(canvas, rect, view, view.lines[at], end_us, first=place == 0)
        if view.ringed and at == view.row:
            ring(canvas, rect.adjusted(-canvas.u(6), -canvas.u(1), canvas.u(6), canvas.u(1)))
    foot = _foot(canvas.look, canvas.area)
    canvas.fill(QRectF(foot.left(), foot.top() - canvas.u(6), foot.width(), 1), canvas.palette.rule)
    _act(canvas, view)


def _line(canvas: Canvas, rect: QRectF, view: ForecastView, line: CutOffLine, end_us: int, *, first: bool) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    name = QRectF(rect.left(), rect.top() + u(6), u(_NAME) - u(6), rect.height() / 2 - u(4))
    canvas.text(name, look.lead(line.name), Role.LEAD, bold=True, floor=Role.HINT, lines=2, line_height=1.0)
    left = [Span(text=look.lead(said.LEFT.filled(n=line.left)), role=Role.CAPTION, color=p.ink2)]
    canvas.fitting_row(rect.left(), rect.center().y() + u(14), left, u(_NAME))
    _slack(canvas, rect, view, line)
    axis = QRectF(rect.left() + u(_NAME) + u(8), rect.top(), rect.width() - u(_NAME) - u(_RIGHT) - u(30), rect.height())
    _axis(canvas, axis, view, line, end_us, first=first)


def _slack(canvas: Canvas, rect: QRectF, view: ForecastView, line: CutOffLine) -> None:
    p, u, slack = canvas.palette, canvas.u, line.slack_us
    late = slack is not None and slack < 0
    value = NOTHING if slack is None else span(slack)
    spans = [Span(text=value, role=Role.BODY, color=p.stop if late else p.ink, bold=True)]
    y = rect.center().y() - u(8)
    canvas.row(rect.right(), y, spans, align="right")
    below = [Span(text=canvas.look.lead(said.SLACK_LEFT), role=Role.HINT, color=p.ink3)]
    canvas.row(rect.right(), rect.center().y() + u(12), below, align="right")
    if slack is not None and (late or slack < view.slack_wanted_us):
        side = u(16)
        mark = QRectF(rect.right() - canvas.row_width(spans) - side - u(6), y - side / 2, side, side)
        if late:
            paint_mark(canvas.painter, mark, Mark.STOP, fill=p.stop, on=p.panel)
        else:
            attention(canvas, mark)


def _axis(canvas: Canvas, axis: QRectF, view: ForecastView, line: CutOffLine, end_us: int, *, first: bool) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    whole_us = max(1, end_us - view.at_us)
    y = axis.center().y()

    def x_of(at_us: int) -> float:
        return axis.left() + max(0.0, min(1.0, (at_us - view.at_us) / whole_us)) * axis.width()

    canvas.fill(QRectF(axis.left(), y - 1, axis.width(), 1), p.rule)
    canvas.fill(QRectF(axis.left(), y - u(9), 1, u(18)), p.edge)
    due = x_of(line.due_us)
    at_due = [Span(text=look.when(line.due_us, view.at_us), role=Role.CAPTION, color=p.ink, bold=True)]
    half = max(u(24), canvas.row_width(at_due) / 2)
    middle = max(axis.left() + half, min(due, axis.right() - half))
    if line.done_us is not None and line.begin_us is not None:
        begin, end = x_of(line.begin_us), x_of(line.done_us)
        needs = line.mend is not None or (line.slack_us or 0) < view.slack_wanted_us
        bar = QRectF(begin, y - u(8), max(end - begin, float(u(3))), u(16))
        canvas.box(bar, fill=p.warn if needs else p.data2, border=p.warn_line if needs else None, radius=2)
        _done(canvas, axis, bar.right(), y + u(18), line.done_us, view.at_us)
    else:
        below = QRectF(axis.left() + u(4), y + u(10), axis.width() + u(24), axis.bottom() - y - u(10))
        canvas.text(below, look.lead(said.NO_PACE), Role.HINT, color=p.ink3, floor=Role.HINT, lines=2, line_height=1.0)
    canvas.fill(QRectF(due - 1, y - u(11), max(2, u(2)), u(22)), p.ink)
    canvas.row(middle, y - u(19), at_due, align="center")
    now = [Span(text=look.lead(said.NOW), role=Role.HINT, color=p.ink3)]
    if first and canvas.row_width(now) + u(10) < middle - canvas.row_width(at_due) / 2 - axis.left():
        canvas.row(axis.left(), y - u(19), now)


def _done(canvas: Canvas, axis: QRectF, x: float, y: float, done_us: int, now_us: int) -> None:
    words = said.DONE_AT.filled(time=canvas.look.when(done_us, now_us))
    spans = [Span(text=canvas.look.lead(words), role=Role.HINT, color=canvas.palette.ink2)]
    wide = canvas.row_width(spans)
    canvas.row(max(axis.left(), min(x - wide / 2, axis.right() - wide)), y, spans)


def _foot(look: Look, area: QRectF) -> QRectF:
    room, u = inner(area, look.grid.scale), look.grid.u
    return QRectF(room.left(), room.bottom() - u(_FOOT) + u(8), room.width(), u(_FOOT) - u(8))


def _button_text(act: Reassign, look: Look) -> str:
    return f"{look.lead(acting.PUT_BACK if act.undo else acting.REASSIGN)} {acting.KEY}"


def _button(look: Look, area: QRectF, view: ForecastView) -> QRectF | None:
    """Right in the foot, where there is an act."""
    if view.act is None:
        return None
    foot, u = _foot(look, area), look.grid.u
    wide = look.letters.advance(_button_text(view.act, look), look.grid.px(Role.CAPTION), bold=True) + u(24)
    return QRectF(foot.right() - wide, foot.center().y() - u(17), wide, u(34))


def on_button(look: Look, area: QRectF, view: ForecastView, at: QPointF) -> bool:
    button = _button(look, area, view)
    return button is not None and button.contains(at)


def _act(canvas: Canvas, view: ForecastView) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    foot, risk = _foot(look, canvas.area), risk_of(view)
    if risk is None:
        return
    left, right = foot.left(), foot.right()
    button = _button(look, canvas.area, view)
    if button is not None and view.act is not None:
        quiet = view.act.undo
        canvas.box(button, fill=p.panel if quiet else p.ink, border=p.ink, width=max(1.5, u(1.5)), radius=6)
        text = [
            Span(text=_button_text(view.act, look), role=Role.CAPTION, color=p.ink if quiet else p.panel, bold=True)
        ]
        canvas.row(button.center().x(), button.center().y(), text, align="center")
        right = button.left() - u(10)
    if risk.warns:
        side = u(26)
        attention(canvas, QRectF(left, foot.center().y() - side / 2, side, side))
        left += side + u(12)
    _risk(canvas, QRectF(left, foot.top(), right - left, foot.height()), risk)


def _risk(canvas: Canvas, room: QRectF, risk: Risk) -> None:
    """What threatens in bold, under it what would mend it; whichever is longer gets two rows."""
    p, u, look = canvas.palette, canvas.u, canvas.look
    text, below = look.lead(risk.words), look.lead(risk.mend) if risk.mend is not None else ""
    high = room.height()
    if below:
        over, under = (look.letters.advance(each, canvas.px(Role.HINT), bold=each is text) for each in (text, below))
        more = (1 if over > room.width() else 0) - (1 if under > room.width() else 0)
        high = high / 2 + more * u(7)
        rest = QRectF(room.left(), room.top() + high + u(1), room.width(), room.height() - high - u(1))
        canvas.text(rest, below, Role.HINT, color=p.ink2, floor=Role.HINT, line_height=1.05, valign="top")
    canvas.text(
        QRectF(room.left(), room.top(), room.width(), high - u(1)), text, Role.CAPTION,
        color=p.ink if risk.warns else p.ink2, bold=risk.warns, floor=Role.HINT, line_height=1.05,
        valign="bottom" if below else "middle",
    )  # fmt: skip
