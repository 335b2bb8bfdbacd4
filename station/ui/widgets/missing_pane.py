"""What the carrier has still to take: waybill, order, the bench that sealed it, and why it stays, if that is known."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.handover_screen import MissingRow
from station.ui.handover_words import ALL_HERE, LOOKING, MISSING, MORE, NONE_WAITS, PARCEL, PARCELS, REASONS, SEALED_AT
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

_ROW = 66
_HEAD = 54
_FOOT = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """``reasons`` stand beside the rows; ``cursor`` is None while nothing is to be explained."""

    rows: tuple[MissingRow, ...]
    reasons: tuple[str, ...]
    cursor: int | None = None
    title: Words = MISSING
    known: bool = True  # False: nothing is missing as far as nobody knows
    begun: bool = True  # False: nothing is there to be missing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsView:
    """The reasons to choose from, by number, and what is being typed instead."""

    typed: str


def spoken(view: MissingView, look: Look) -> str:
    if not view.known:
        return look.lead(LOOKING)
    if not view.rows:
        return look.lead(ALL_HERE if view.begun else NONE_WAITS)
    return f"{look.lead(view.title)} {len(view.rows)}: " + ", ".join(f"{row.key} {row.bench}" for row in view.rows[:10])


def paint(canvas: Canvas, view: MissingView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    if not view.known:
        side = u(96)
        mark = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        paint_mark(canvas.painter, mark, Mark.WAIT, fill=p.ink3, on=p.panel)
        return
    if not view.rows:
        _nothing(canvas, begun=view.begun)
        return
    _head(canvas, QRectF(area.left(), area.top(), area.width(), u(_HEAD)), view)
    room = max(1, int((area.height() - u(_HEAD) - u(_FOOT)) // u(_ROW)))
    first = _first_shown(view, room)
    shown = view.rows[first : first + room]
    for at, row in enumerate(shown):
        rect = QRectF(area.left(), area.top() + u(_HEAD) + at * u(_ROW), area.width(), u(_ROW))
        _row(canvas, rect, row, view.reasons[first + at], chosen=view.cursor == first + at)
    if len(shown) < len(view.rows):
        _more(canvas, area.top() + u(_HEAD) + len(shown) * u(_ROW) + u(_FOOT) / 2, len(view.rows) - len(shown))


def _first_shown(view: MissingView, room: int) -> int:
    """The row under the cursor is always on the screen."""
    cursor = view.cursor or 0
    return max(0, min(cursor - room // 2, len(view.rows) - room))


def _nothing(canvas: Canvas, *, begun: bool) -> None:
    said = ALL_HERE if begun else NONE_WAITS
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    side = u(120)
    mark = QRectF(area.center().x() - side / 2, area.center().y() - side, side, side)
    paint_mark(canvas.painter, mark, Mark.OK if begun else Mark.NORMAL, fill=p.ok if begun else p.ink3, on=p.on_ok)
    words = QRectF(area.left(), mark.bottom() + u(16), area.width(), u(60))
    canvas.text(words, look.lead(said), Role.TITLE, bold=True, align="center", lines=1)
    below = QRectF(area.left(), words.bottom(), area.width(), u(36))
    canvas.second(below, look.second(said), Role.BODY, align="center", lines=1)


def _head(canvas: Canvas, rect: QRectF, view: MissingView) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    canvas.fill(rect, p.panel2)
    canvas.rule_below(rect)
    spans = [
        Span(text=look.lead(view.title), role=Role.LABEL, color=p.ink2),
        Span(text=f"{len(view.rows):,}", role=Role.LEAD, color=p.ink, bold=True, gap=u(10)),
        Span(text=look.lead(PARCEL if len(view.rows) == 1 else PARCELS), role=Role.LABEL, color=p.ink2, gap=u(6)),
        Span(text=look.second(view.title), role=Role.HINT, color=p.ink3, gap=u(12)),
    ]
    canvas.row(rect.left() + look.grid.margin, rect.center().y(), spans)
    bench = [
        Span(text=look.lead(SEALED_AT), role=Role.CAPTION, color=p.ink2),
        Span(text=look.second(SEALED_AT), role=Role.HINT, color=p.ink3, gap=u(8)),
    ]
    canvas.row(rect.right() - u(24), rect.center().y(), bench, align="right")


def _more(canvas: Canvas, y: float, count: int) -> None:
    look, p = canvas.look, canvas.palette
    words = MORE.filled(n=count)
    spans = [
        Span(text=look.lead(words), role=Role.CAPTION, color=p.ink2),
        Span(text=look.second(words), role=Role.HINT, color=p.ink3, gap=canvas.u(10)),
    ]
    canvas.row(canvas.area.left() + look.grid.margin, y, spans)


def _row(canvas: Canvas, rect: QRectF, row: MissingRow, reason: str, *, chosen: bool) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    canvas.fill(rect, p.panel2 if chosen else p.panel)
    if chosen:
        canvas.fill(QRectF(rect.left(), rect.top(), u(8), rect.height()), p.ink)
    canvas.rule_below(rect)
    bench = [Span(text=row.bench, role=Role.LEAD, color=p.ink, bold=True)]
    right = rect.right() - u(24)
    canvas.row(right, rect.center().y(), bench, align="right")
    right -= max(u(90), canvas.row_width(bench)) + u(20)
    left = rect.left() + look.grid.margin
    head, tail = row.key[:-4], row.key[-4:]
    spans = [
        Span(text=head, role=Role.LABEL, color=p.ink2),
        Span(text=tail, role=Role.LEAD, color=p.ink, bold=True),
    ]
    width = (right - left) * (0.55 if reason else 1)
    canvas.row(left, rect.top() + rect.height() * 0.42, canvas.stepped(spans, width))
    order = QRectF(left, rect.top() + rect.height() * 0.66, width, rect.height() * 0.32)
    canvas.text(order, row.order, Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
    if reason:
        _reason(canvas, QRectF(left + width, rect.top(), right - left - width, rect.height()), reason, held=row.hold)


def _reason(canvas: Canvas, room: QRectF, reason: str, *, held: str) -> None:
    p, u = canvas.palette, canvas.u
    mark = QRectF(room.left(), room.center().y() - u(10), u(20), u(20))
    if held:
        paint_mark(canvas.painter, mark, Mark.STOP, fill=p.stop, on=p.panel)
    else:
        paint_mark(canvas.painter, mark, Mark.NORMAL, fill=p.ink3, on=p.panel)
    text = room.adjusted(u(30), u(6), 0, -u(6))
    canvas.text(text, reason, Role.CAPTION, color=p.stop if held else p.ink, lines=2, floor=Role.HINT)


def paint_reasons(canvas: Canvas, view: ReasonsView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel2)
    canvas.rule_left(area)
    height = min(u(64), (area.height() - u(70)) / len(REASONS))
    for at, words in enumerate(REASONS):
        rect = QRectF(area.left(), area.top() + u(10) + at * height, area.width(), height)
        _choice(canvas, rect, at + 1, words)
    if view.typed:
        line = QRectF(area.left() + u(24), area.bottom() - u(56), area.width() - u(48), u(44))
        canvas.box(line, fill=p.panel, border=p.edge)
        canvas.text(line.adjusted(u(12), 0, -u(12), 0), view.typed, Role.LABEL, bold=True, lines=1, floor=Role.HINT)


def _choice(canvas: Canvas, rect: QRectF, number: int, words: Words) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    key = QRectF(rect.left() + u(24), rect.center().y() - u(18), u(36), u(36))
    canvas.box(key, fill=p.panel, border=p.edge)
    canvas.text(key, str(number), Role.LABEL, bold=True, align="center", lines=1)
    left = key.right() + u(18)
    room = QRectF(left, rect.top() + u(4), rect.right() - u(20) - left, rect.height() - u(8))
    lead = QRectF(room.left(), room.top(), room.width(), room.height() * 0.56)
    canvas.text(lead, look.lead(words), Role.LABEL, bold=True, lines=1, floor=Role.HINT)
    below = QRectF(room.left(), lead.bottom(), room.width(), room.height() * 0.44)
    canvas.second(below, look.second(words), Role.HINT, lines=1)
