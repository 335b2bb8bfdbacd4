"""The order band: number, service, gift, a note already read (on wide screens), and the clock to the cut-off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF

from station.ui.captions import GIFT, STRUCK_OUT, to_cutoff
from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

_SOON_S = 30 * 60
_SECONDS_FROM_S = 10 * 60
_DAY_S = 24 * 3600
_TIGHT = 1.08


class Urgency(StrEnum):
    CALM = "calm"
    SOON = "soon"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """``left`` is the time left as shown; it changes once a minute, so the band repaints once a minute."""

    left: str
    hour: str
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    number: str = ""
    parcel: str = ""  # which of several, or of how many orders
    service: str = ""
    gift: bool = False
    note: str = ""
    clock: ClockView | None = None


def clock_view(deadline_us: int | None, now_us: int, look: Look) -> ClockView | None:
    if deadline_us is None:
        return None
    left_s = (deadline_us - now_us) // 1_000_000
    urgency = Urgency.PAST if left_s < 0 else Urgency.SOON if left_s <= _SOON_S else Urgency.CALM
    at = look.local(deadline_us)
    hour = at.strftime("%H:%M" if abs(left_s) < _DAY_S else "%m-%d %H:%M")
    return ClockView(left=_left(left_s), hour=hour, urgency=urgency)


def _left(left_s: int) -> str:
    sign, seconds = ("−", -left_s) if left_s < 0 else ("", left_s)
    if 0 <= left_s < _SECONDS_FROM_S:
        return f"{seconds // 60:02}:{seconds % 60:02}"
    minutes = seconds // 60
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def number_parts(number: str) -> tuple[str, str]:
    """The order number and its tail, the part a packer compares: after the last dash, else the last four."""
    head, dash, tail = number.rpartition("-")
    if dash and 2 <= len(tail) <= 6:
        return head + dash, tail
    return number[:-4], number[-4:]


def spoken(view: OrderView) -> str:
    clock = f"{view.clock.left} → {view.clock.hour}" if view.clock else ""
    return " ".join(part for part in (view.number, view.parcel, view.service, clock) if part)


def paint(canvas: Canvas, view: OrderView) -> None:
    area, look, u = canvas.area, canvas.look, canvas.u
    canvas.fill(area, canvas.palette.panel)
    canvas.rule_below(area)
    right = area.right() - look.grid.margin_right
    if view.clock:
        right = _clock(canvas, view.clock, right) - u(24)
    left = area.left() + look.grid.margin
    if view.number:
        left = _number(canvas, view.number, left, right) + u(20)
    if view.parcel:
        left = _plain(canvas, left, view.parcel) + u(20)
    if view.service:
        left = _chip(canvas, left, right, view.service) + u(20)
    if view.gift:
        left = _gift_chip(canvas, left, right) + u(24)
    if view.note and right - left > u(100):
        _note(canvas, view.note, QRectF(left, area.top() + u(6), right - left, area.height() - u(12)))


def note_room(look: Look) -> float:
    """The width a read note may take in the order band of a wide screen, in pixels."""
    return look.grid.u(360)


def _number(canvas: Canvas, number: str, left: float, right: float) -> float:
    head, tail = number_parts(number)
    spans = [
        Span(text=head, role=Role.BODY, color=canvas.palette.ink2),
        Span(text=tail, role=Role.TITLE, color=canvas.palette.ink, bold=True),
    ]
    room = min(right - left, canvas.area.width() * 0.42)
    shown = canvas.stepped(spans, room)
    x = left
    middle = canvas.area.center().y()
    drop = (canvas.px(shown[1].role) - canvas.px(shown[0].role)) * 0.37
    x = canvas.row(x, middle + drop, shown[:1])
    return canvas.row(x, middle, shown[1:])


def _plain(canvas: Canvas, left: float, text: str) -> float:
    u, p, middle = canvas.u, canvas.palette, canvas.area.center().y()
    spans = [Span(text=text, role=Role.CAPTION, color=p.panel, bold=True)]
    rect = QRectF(left, middle - u(18), canvas.row_width(spans) + u(24), u(36))
    canvas.box(rect, fill=p.data)
    canvas.row(left + u(12), middle, spans)
    return rect.right()


def _chip(canvas: Canvas, left: float, right: float, text: str) -> float:
    """A box as high as the gift's beside it; higher where a long name would be too small to read in that."""
    u, middle = canvas.u, canvas.area.center().y()
    letters, grid, room = canvas.look.letters, canvas.look.grid, max(u(120), right - left - u(150))
    high = u(44)
    set_as = letters.fit_or_leave(
        text, grid, Role.BODY, width=room, height=high, bold=True, lines=2, line_height=_TIGHT
    )
    if set_as is None:
        high = u(62)
        set_as = letters.fit(
            text, grid, Role.BODY, width=room, height=high, bold=True, lines=3, floor=Role.HINT, line_height=_TIGHT
        )
    rect = QRectF(left, middle - high / 2, set_as.width + u(28), high)
    canvas.box(rect, fill=canvas.palette.panel, border=canvas.palette.ink, width=2)
    canvas.put(rect.adjusted(u(14), 0, -u(14), 0), set_as)
    return rect.right()


def _gift_chip(canvas: Canvas, left: float, right: float) -> float:
    u, look, p = canvas.u, canvas.look, canvas.palette
    middle = canvas.area.center().y()
    spans = [
        Span(text=look.lead(GIFT), role=Role.BODY, color=p.on_warn, bold=True),
        Span(text=look.second(GIFT), role=Role.CAPTION, color=p.on_warn, gap=u(9)),
    ]
    width = canvas.row_width(spans) + u(14 + 26 + 11 + 14)
    if left + width > right:
        spans, width = spans[:1], canvas.row_width(spans[:1]) + u(65)
    rect = QRectF(left, middle - u(22), width, u(44))
    canvas.box(rect, fill=p.warn)
    paint_icon(canvas.painter, QRectF(left + u(15), middle - u(13), u(26), u(26)), "gift", p.on_warn)
    canvas.row(left + u(51), middle, spans)
    return rect.right()


def _note(canvas: Canvas, note: str, rect: QRectF) -> None:
    u = canvas.u
    icon = QRectF(rect.left(), rect.center().y() - u(12), u(24), u(24))
    paint_icon(canvas.painter, icon, "note", canvas.palette.ink)
    canvas.text(rect.adjusted(u(34), 0, 0, 0), note, Role.LABEL, floor=Role.HINT)


def _clock(canvas: Canvas, clock: ClockView, right: float) -> float:
    """Ring or mark, time left, and which cut-off; answers the left edge."""
    look, u, p, middle = canvas.look, canvas.u, canvas.palette, canvas.area.center().y()
    fill, ink = _clock_colors(canvas, clock.urgency)
    words = STRUCK_OUT if clock.urgency is Urgency.PAST else to_cutoff(clock.hour)
    lead = [Span(text=look.lead(words), role=Role.CAPTION, color=ink)]
    other = [Span(text=look.second(words), role=Role.HINT, color=ink if fill else p.ink3)]
    width = max(canvas.row_width(lead), canvas.row_width(other))
    pad = u(14) if fill else 0
    time = [Span(text=clock.left, role=Role.NOTE, color=ink, bold=True)]
    left = right - pad - width - u(15) - canvas.row_width(time) - u(14 + 34) - pad
    if fill:
        canvas.box(QRectF(left, middle - u(29), right - left, u(58)), fill=fill)
    icon = QRectF(left + pad, middle - u(17), u(34), u(34))
    if clock.urgency is Urgency.CALM:
        paint_icon(canvas.painter, icon, "clock", ink, width=2.2)
    else:
        mark = Mark.STOP if clock.urgency is Urgency.PAST else Mark.ATTENTION
        paint_mark(canvas.painter, icon, mark, fill=ink, on=fill or p.panel)
    canvas.row(left + pad + u(34 + 14), middle, time)
    canvas.row(right - pad - width, middle - u(10), lead)
    canvas.row(right - pad - width, middle + u(13), other)
    return left


def _clock_colors(canvas: Canvas, urgency: Urgency) -> tuple[str | None, str]:
    p = canvas.palette
    if urgency is Urgency.CALM:
        return None, p.ink
    return (p.warn, p.on_warn) if urgency is Urgency.SOON else (p.stop_fill, p.on_stop)
