"""The disputes one under the other: shape, time left in large, kind, order, channel; or the parcels a search found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import dispute_words as said
from station.ui.dispute_screen import CaseRow, ParcelRow, Urgency, left_words
from station.ui.look import Look
from station.ui.office.orders_words import STATES
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import same

SEARCH = 64
"""Height kept free at the top, for the line that is typed into."""

_ROW, _FOUND_ROW, _FOOT = 84, 108, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesView:
    """``found`` in place of ``rows`` after a search. ``minute`` is the time the rows are judged by."""

    rows: tuple[CaseRow, ...]
    found: tuple[ParcelRow, ...] | None
    cursor: int
    minute_us: int
    near_hours: int


def spoken(view: CasesView, look: Look) -> str:
    if view.found is not None:
        return ", ".join(f"{row.order} {row.waybill}" for row in view.found[:10])
    return "; ".join(
        f"{look.lead(left_words(row, view.minute_us, view.near_hours))} {look.lead(kind(row))} {row.order}"
        for row in view.rows[:10]
    )


def kind(row: CaseRow) -> Words:
    return said.KINDS.get(row.kind, Words(zh=row.kind, en=row.kind))


def paint(canvas: Canvas, view: CasesView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel2)
    top = area.top() + u(SEARCH)
    canvas.fill(QRectF(area.left(), top - 1, area.width(), 1), p.rule)
    count = len(view.rows if view.found is None else view.found)
    high = u(_ROW if view.found is None else _FOUND_ROW)
    room = max(1, int((area.bottom() - top - u(_FOOT)) // high))
    first = max(0, min(view.cursor - room // 2, count - room))
    for at in range(first, min(count, first + room)):
        rect = QRectF(area.left(), top + (at - first) * high, area.width(), high)
        _ground(canvas, rect, chosen=at == view.cursor)
        if view.found is None:
            _case(canvas, rect, view.rows[at], view, chosen=at == view.cursor)
        else:
            _parcel(canvas, rect, view.found[at], chosen=at == view.cursor)
    if count > first + room:
        words = said.counted(said.MORE_ROWS, count - first - room)
        y = top + room * high + u(_FOOT) / 2
        canvas.row(area.left() + u(24), y, [Span(text=canvas.look.lead(words), role=Role.HINT, color=p.ink2)])


def _ground(canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
    if chosen:
        canvas.fill(rect, canvas.palette.panel)
        canvas.fill(QRectF(rect.left(), rect.top(), canvas.u(6), rect.height()), canvas.palette.ink)
    canvas.rule_below(rect)


def _case(canvas: Canvas, rect: QRectF, row: CaseRow, view: CasesView, *, chosen: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    urgency = row.urgency(view.minute_us, view.near_hours)
    if urgency is Urgency.LATE:
        canvas.fill(QRectF(rect.left(), rect.top(), u(12), rect.height() - 1), p.stop_fill)
    mark = QRectF(rect.left() + u(22), rect.top() + u(12), u(32), u(32))
    paint_urgency(canvas, mark, urgency)
    left, right = mark.right() + u(14), rect.right() - u(20)
    time = QRectF(left, rect.top() + u(6), (right - left) * 0.6, u(44))
    color = {Urgency.LATE: p.stop, Urgency.NEAR: p.warn_line}.get(urgency, p.ink)
    words = look.lead(left_words(row, view.minute_us, view.near_hours))
    canvas.text(time, words, Role.LEAD, color=color, bold=True, lines=1, floor=Role.CAPTION)
    order = QRectF(time.right() + u(8), time.top(), right - time.right() - u(8), time.height())
    canvas.code(order, row.order, Role.CAPTION, color=p.ink, align="right")
    below = [
        Span(text=look.lead(kind(row)), role=Role.CAPTION, color=p.ink, bold=chosen),
        Span(text=look.lead(said.channel_named(row.channel)) or row.shop, role=Role.HINT, color=p.ink2, gap=u(12)),
    ]
    canvas.fitting_row(left, rect.bottom() - u(20), below, right - left)


def paint_urgency(canvas: Canvas, rect: QRectF, urgency: Urgency) -> None:
    """A shape each, so that no colour has to be told apart."""
    p = canvas.palette
    shapes = {
        Urgency.LATE: (Mark.STOP, p.stop_fill, p.on_stop),
        Urgency.NEAR: (Mark.ATTENTION, p.warn, p.on_warn),
        Urgency.SENT: (Mark.WAIT, p.ink2, p.panel),
        Urgency.CLOSED: (Mark.NORMAL, p.ink3, p.panel),
    }
    if urgency in shapes:
        mark, fill, on = shapes[urgency]
        paint_mark(canvas.painter, rect, mark, fill=fill, on=on)
    else:
        paint_icon(canvas.painter, rect, "clock", p.ink2, width=2.2)


def _parcel(canvas: Canvas, rect: QRectF, row: ParcelRow, *, chosen: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    left, right = rect.left() + u(24), rect.right() - u(20)
    state = Span(text=look.lead(STATES.get(row.state, same(row.state))), role=Role.HINT, color=p.ink2)
    if row.dispute is not None:
        told = f"{look.lead(said.HAS_DISPUTE)} {row.dispute}"
        state = Span(text=told, role=Role.CAPTION, color=p.warn_line, bold=True)
    order = QRectF(left, rect.top() + u(6), right - left - canvas.row_width([state]) - u(14), u(40))
    canvas.code(order, row.order, Role.LABEL, color=p.ink)
    canvas.row(right, order.center().y(), [state], align="right")
    below = [
        Span(text=row.waybill or "-", role=Role.HINT, color=p.ink, bold=chosen),
        Span(text=f"{row.sealed} {row.bench} {row.packer}", role=Role.HINT, color=p.ink2, gap=u(12)),
    ]
    canvas.fitting_row(left, rect.top() + u(60), below, right - left)
    buyer = [Span(text=f"{row.name} {row.phone}", role=Role.HINT, color=p.ink2)]
    canvas.fitting_row(left, rect.bottom() - u(22), buyer, right - left)
