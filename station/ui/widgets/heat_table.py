"""Parcels by bench and hour, shaded on one slate ramp, with the speed and errors of each row; or two periods beside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from station.ui import supervisor_act_words as acting
from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_board import Cell, Row, Slot, Speed
from station.ui.supervisor_screen import START, Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import (
    HEADING,
    NOTHING,
    attention,
    chevron,
    column_head,
    first_shown,
    frame,
    heading,
    inner,
    nothing,
    ring,
    tenth,
    whole,
)
from station.ui.words import Words

_HEAD, _FOOT, _ROW, _ROW_MAX, _CHEVRON = 32, 22, 28, 50, 18
_KEY = {"bench": 112, "packer": 132, "carrier": 104}
_SLOT_MIN, _SLOT_MAX = 44, 74
_WIDTHS = {"parcels": 56, "per_hour": 60, "lines_per_hour": 62, "first_pass": 92, "saves": 52}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatView:
    """``spot`` is remembered when the ring is elsewhere: the same rows and hours stay in sight.

    ``rank`` is the figure that rows stand by, ``allowed`` who let them.
    """

    group: str
    slots: tuple[Slot, ...] = ()
    rows: tuple[Row, ...] = ()
    figures: tuple[str, ...] = ()
    compares: bool = False
    spot: Spot = START
    ringed: bool = False
    known: bool = True
    rank: str | None = None
    allowed: Words | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where rows and columns stand: ``first`` and ``begin`` are the first row and slot in sight."""

    room: QRectF
    top: float
    row: float
    shown: int
    first: int
    begin: int
    slots: int
    slot: float
    left: float
    ends: tuple[float, ...]


def _plan(look: Look, area: QRectF, view: HeatView) -> _Plan:
    u = look.grid.u
    room = inner(area, look.grid.scale)
    top = room.top() + u(HEADING) + u(_HEAD)
    high = room.bottom() - u(_FOOT) - top
    shown = max(1, min(len(view.rows), int(high // u(_ROW))))
    row = min(float(u(_ROW_MAX)), high / shown)
    left = room.left() + u(_KEY[view.group])
    widths = [u(_WIDTHS[name]) for name in view.figures]
    if view.compares:
        each = (room.right() - left - u(_CHEVRON)) / max(1, len(widths))
        ends = tuple(left + each * (at + 1) for at in range(len(widths)))
        return _Plan(room, top, row, shown, first_shown(view.spot.row, len(view.rows), shown), 0, 0, 0.0, left, ends)
    ends = tuple(room.right() - u(_CHEVRON) - sum(widths[at + 1 :]) for at in range(len(widths)))
    wide = ends[0] - widths[0] - left if ends else room.right() - left
    slots = max(1, min(len(view.slots), int(wide // u(_SLOT_MIN)))) if view.slots else 0
    slot = min(float(u(_SLOT_MAX)), wide / slots) if slots else 0.0
    begin = _begin(view.spot.column, len(view.slots), slots)
    return _Plan(
        room, top, row, shown, first_shown(view.spot.row, len(view.rows), shown), begin, slots, slot, left, ends
    )


def _begin(column: int, slots: int, shown: int) -> int:
    """The newest hours, unless the ring has gone to earlier ones; then by whole windows back from them."""
    newest = max(0, slots - shown)
    if column >= newest or not shown:
        return newest
    return max(0, newest - -(-(newest - column) // shown) * shown)


def places(look: Look, area: QRectF, view: HeatView) -> list[tuple[QRectF, Spot]]:
    plan = _plan(look, area, view)
    found: list[tuple[QRectF, Spot]] = []
    for at in range(plan.first, min(plan.first + plan.shown, len(view.rows))):
        y = plan.top + (at - plan.first) * plan.row
        for column in range(plan.begin, plan.begin + plan.slots):
            x = plan.left + (column - plan.begin) * plan.slot
            found.append((QRectF(x, y, plan.slot, plan.row), Spot(at, column)))
        found += [(_figure(plan, look, view, at, n), Spot(at, _slots(view) + n)) for n in range(len(view.figures))]
    return found


def _slots(view: HeatView) -> int:
    return 0 if view.compares else len(view.slots)


def _figure(plan: _Plan, look: Look, view: HeatView, row: int, at: int) -> QRectF:
    first = plan.left + plan.slots * plan.slot
    own = first if view.compares else max(first, plan.ends[0] - look.grid.u(_WIDTHS[view.figures[0]]))
    begin = plan.ends[at - 1] if at else own
    y = plan.top + (row - plan.first) * plan.row
    return QRectF(begin + look.grid.u(4), y, plan.ends[at] - begin, plan.row)


def spoken(view: HeatView, look: Look) -> str:
    def told(row: Row) -> str:
        hours = ", ".join(
            f"{look.lead(slot.name)} {NOTHING if cell.parcels is None else cell.parcels}"
            for slot, cell in zip(view.slots, row.cells, strict=True)
        )
        figures = ", ".join(f"{look.lead(said.FIGURES[name])} {_value(row.speed, name)}" for name in view.figures)
        return f"{look.lead(row.words)}: {hours}; {figures}"

    chosen = chip(view)
    rows = ". ".join(told(row) for row in view.rows) or look.lead(said.NOTHING_YET)
    return rows if chosen is None else ". ".join((*(look.lead(each) for each in chosen), rows))


def chip(view: HeatView) -> tuple[Words, ...] | None:
    """The hour with the ring in words, and what stood in its way."""
    if view.compares or view.spot.row >= len(view.rows) or view.spot.column >= len(view.slots):
        return None
    row, slot = view.rows[view.spot.row], view.slots[view.spot.column]
    cell = row.cells[view.spot.column]
    if cell.parcels is None:
        return None
    name = said.CELL.filled(row=row.words, slot=slot.name, n=cell.parcels)
    return (name,) if cell.why is None else (name, cell.why)


def paint(canvas: Canvas, view: HeatView) -> None:
    room = frame(canvas)
    plan = _plan(canvas.look, canvas.area, view)
    days = bool(view.slots) and view.slots[0].day
    title = said.TWO_PERIODS if view.compares else said.BY_DAY if days else said.BY_HOUR
    chosen = chip(view)
    taken = 0.0 if chosen is None else _chip(canvas, room, title, chosen)
    heading(canvas, room.adjusted(0, 0, -taken, 0), title)
    _heads(canvas, plan, view)
    if not view.rows:
        body = QRectF(room.left(), plan.top, room.width(), room.bottom() - plan.top)
        nothing(canvas, body, said.NOTHING_YET if view.known else said.NOT_READ)
        return
    most = _most(view)
    for at in range(plan.first, min(plan.first + plan.shown, len(view.rows))):
        _row(canvas, plan, view, at, most)
    if view.ringed:
        _ring(canvas, view)
    _foot(canvas, plan, view)


def _most(view: HeatView) -> float:
    """The fullest hour, a part of one taken for the whole, is the dark end."""
    rates = (
        cell.parcels / slot.share
        for row in view.rows
        for slot, cell in zip(view.slots, row.cells, strict=True)
        if cell.parcels is not None
    )
    return max(rates, default=0.0) or 1.0


def _chip(canvas: Canvas, room: QRectF, title: Words, chosen: tuple[Words, ...]) -> float:
    """Right of the heading, which stands whole in the person's language; answers what it took."""
    p, u, look = canvas.palette, canvas.u, canvas.look
    spans = [Span(text=look.lead(chosen[0]), role=Role.CAPTION, color=p.ink, bold=True)]
    spans += [Span(text=look.lead(why), role=Role.CAPTION, color=p.ink, gap=u(10)) for why in chosen[1:]]
    limit = room.width() - look.letters.advance(look.lead(title), canvas.px(Role.BODY), bold=True) - u(60)
    spans = canvas.stepped(spans if canvas.row_width(spans) <= limit else spans[:1], limit)
    wide = canvas.row_width(spans) + u(36)
    box = QRectF(room.right() - wide, room.top() - u(3), wide, u(26))
    canvas.box(box, border=p.ink, width=max(2, u(1.5)), radius=4)
    canvas.row(box.left() + u(10), box.center().y(), spans)
    chevron(canvas, box.right() - u(10), box.center().y())
    return wide + u(12)


def _heads(canvas: Canvas, plan: _Plan, view: HeatView) -> None:
    look, p = canvas.look, canvas.palette
    top = plan.top - canvas.u(_HEAD)
    y = plan.top - canvas.u(_HEAD) / 2
    for column in range(plan.begin, plan.begin + plan.slots):
        slot = view.slots[column]
        text = f"{look.lead(slot.name)}{'*' if slot.part_minutes is not None else ''}"
        x = plan.left + (column - plan.begin + 0.5) * plan.slot
        spans = [Span(text=text, role=Role.CAPTION, color=p.ink2)]
        canvas.fitting_row(x, y, spans, plan.slot - canvas.u(2), align="center")
    for name, end, begin in zip(view.figures, plan.ends, (plan.left, *plan.ends), strict=False):
        wide = end - begin if view.compares else canvas.u(_WIDTHS[name])
        right = end - wide * 0.42 if view.compares else end
        room = QRectF(right - wide * (0.56 if view.compares else 0.96), top, 0, canvas.u(_HEAD))
        room.setRight(right)
        if name == view.rank:
            canvas.fill(QRectF(room.left(), plan.top - canvas.u(3), room.width(), canvas.u(3)), p.ink)
        column_head(canvas, room, said.FIGURES[name], align="right")
        if view.compares:
            then = QRectF(right + canvas.u(3), top, end - canvas.u(4) - right - canvas.u(3), canvas.u(_HEAD))
            column_head(canvas, then, said.THEN_HEAD, align="right", quiet=True)
    canvas.fill(QRectF(plan.room.left(), plan.top - 1, plan.room.width(), 1), p.rule)


def _row(canvas: Canvas, plan: _Plan, view: HeatView, at: int, most: float) -> None:
    p, u, row = canvas.palette, canvas.u, view.rows[at]
    y = plan.top + (at - plan.first) * plan.row
    band = QRectF(plan.room.left(), y, plan.room.width(), plan.row)
    _name(canvas, band, plan.left - u(8), row)
    for column in range(plan.begin, plan.begin + plan.slots):
        x = plan.left + (column - plan.begin) * plan.slot
        cell = QRectF(x + u(1.5), y + u(2), plan.slot - u(3), plan.row - u(4))
        bold = view.ringed and view.spot == Spot(at, column)
        _cell(canvas, cell, row.cells[column], view.slots[column].share, most, bold=bold)
    for number, name in enumerate(view.figures):
        _figure_text(canvas, plan, view, row, at, number, name)
    chevron(canvas, plan.room.right() - u(2), band.center().y())
    canvas.fill(QRectF(band.left(), band.bottom() - 1, band.width(), 1), p.rule)


def _name(canvas: Canvas, band: QRectF, right: float, row: Row) -> None:
    p, look = canvas.palette, canvas.look
    key = [Span(text=look.lead(row.words), role=Role.BODY, color=p.ink, bold=True)]
    beside = [[*key, Span(text=look.lead(name), role=Role.BODY, color=p.ink2, gap=canvas.u(7))] for name in row.names]
    room = right - band.left()
    fits = next((spans for spans in beside if canvas.row_width(spans) <= room), key)
    canvas.fitting_row(band.left(), band.center().y(), fits, room)


def _cell(canvas: Canvas, rect: QRectF, cell: Cell, share: float, most: float, *, bold: bool) -> None:
    p = canvas.palette
    if cell.parcels is None:
        pen = QPen(QColor(p.edge), 1, Qt.PenStyle.DashLine)
        canvas.painter.setPen(pen)
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), canvas.u(3), canvas.u(3))
        spans = [Span(text=canvas.look.lead(said.NOT_OPEN), role=Role.HINT, color=p.ink3)]
        if canvas.row_width(spans) > rect.width() - 2:
            spans = [Span(text=NOTHING, role=Role.HINT, color=p.ink3)]
        canvas.row(rect.center().x(), rect.center().y(), spans, align="center")
        return
    canvas.box(rect, fill=_shade(p.heat_low, p.heat_high, cell.parcels / share / most), border=p.rule, radius=3)
    spans = [Span(text=whole(cell.parcels), role=Role.BODY, color=p.ink, bold=bold)]
    canvas.fitting_row(rect.center().x(), rect.center().y(), spans, rect.width() - 2, align="center")


def _shade(low: str, high: str, share: float) -> str:
    first, last, share = QColor(low), QColor(high), max(0.0, min(1.0, share))
    pairs = ((first.red(), last.red()), (first.green(), last.green()), (first.blue(), last.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs)).name()


def _figure_text(canvas: Canvas, plan: _Plan, view: HeatView, row: Row, at: int, number: int, name: str) -> None:
    p, u = canvas.palette, canvas.u
    rect, end = _figure(plan, canvas.look, view, at, number), plan.ends[number]
    marked = name == "first_pass" and row.marked
    value = [Span(text=_value(row.speed, name), role=Role.BODY, color=p.ink, bold=marked or name == "parcels")]
    if view.compares:
        wide = rect.width()
        then = [Span(text=_value(row.then, name) if row.then else NOTHING, role=Role.CAPTION, color=p.ink2)]
        canvas.row(end - u(4), rect.center().y(), then, align="right")
        end -= wide * 0.42
    canvas.row(end, rect.center().y(), value, align="right")
    if marked:
        side = u(15)
        x = end - canvas.row_width(value) - side - u(5)
        mark = QRectF(x, rect.center().y() - side / 2, side, side)
        attention(canvas, mark)


def _value(speed: Speed, name: str) -> str:
    if name == "parcels":
        return whole(speed.parcels)
    if name == "saves":
        return NOTHING if speed.saves is None else whole(speed.saves)
    return tenth({"per_hour": speed.per_hour, "lines_per_hour": speed.lines_per_hour}.get(name, speed.first_pass))


def _ring(canvas: Canvas, view: HeatView) -> None:
    for rect, spot in places(canvas.look, canvas.area, view):
        if spot == view.spot:
            ring(canvas, rect)


def _foot(canvas: Canvas, plan: _Plan, view: HeatView) -> None:
    p, look = canvas.palette, canvas.look
    y = plan.room.bottom() - canvas.u(8)
    part = next((slot for slot in view.slots if slot.part_minutes is not None), None)
    notes: list[Words] = []
    if part is not None and not view.compares and part.part_minutes is not None:
        notes.append(said.PARTIAL_DAY if part.day else said.PARTIAL.filled(n=part.part_minutes))
    if plan.begin:
        notes.insert(0, said.EARLIER)
    ranked = [] if view.rank is None else [acting.RANKED_BY.filled(figure=said.FIGURES[view.rank])]
    allowed = [] if view.allowed is None else [view.allowed]
    notes = [*ranked, *allowed, *(notes[:1] if ranked else notes)]
    spans = [
        Span(text=look.lead(note), role=Role.HINT, color=p.ink3, gap=canvas.u(14) * at) for at, note in enumerate(notes)
    ]
    right: list[Span] = []
    if plan.shown < len(view.rows):
        first, last = view.rows[plan.first].words, view.rows[plan.first + plan.shown - 1].words
        words = said.ROWS.filled(first=first, last=last, n=len(view.rows))
        right = [Span(text=look.lead(words), role=Role.HINT, color=p.ink, bold=True)]
        canvas.row(plan.room.right(), y, right, align="right")
    room = plan.room.width() - canvas.row_width(right) - canvas.u(12)
    canvas.fitting_row(plan.room.left(), y, spans, room, keep=max(1, len(ranked) + len(allowed)))
