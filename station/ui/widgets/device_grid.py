"""Each bench's devices and the gaps in its evidence: grey when well, a mark and a word where anything is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import supervisor_words as said
from station.ui.device_names import kind_words
from station.ui.look import Look
from station.ui.supervisor_board import BenchLine, Health
from station.ui.supervisor_screen import START, Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import (
    HEADING,
    NOTHING,
    attention,
    column_head,
    first_shown,
    frame,
    heading,
    inner,
    nothing,
    ring,
)
from station.ui.widgets.marks import Mark, paint_mark

_HEAD, _ROW, _ROW_MAX, _NAME = 30, 18, 52, 56
_EVIDENCE = 1.4
"""Its column is so many times as wide as a device's: what is missing is counted there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesView:
    kinds: tuple[str, ...] = ()
    benches: tuple[BenchLine, ...] = ()
    spot: Spot = START
    ringed: bool = False
    known: bool = True


def _rows(look: Look, area: QRectF, view: DevicesView) -> list[tuple[int, QRectF]]:
    room, u = inner(area, look.grid.scale), look.grid.u
    top = room.top() + u(HEADING) + u(_HEAD)
    shown = max(1, min(len(view.benches), int((room.bottom() + u(4) - top) // u(_ROW))))
    high = min(float(u(_ROW_MAX)), (room.bottom() + u(4) - top) / shown)
    first = first_shown(view.spot.row, len(view.benches), shown)
    return [
        (at, QRectF(room.left(), top + (at - first) * high, room.width(), high))
        for at in range(first, min(first + shown, len(view.benches)))
    ]


def _cell(look: Look, row: QRectF, view: DevicesView, column: int) -> QRectF:
    left, kinds = row.left() + look.grid.u(_NAME), len(view.kinds)
    wide = (row.right() - left) / (kinds + _EVIDENCE)
    return QRectF(left + column * wide, row.top(), wide * (_EVIDENCE if column == kinds else 1.0), row.height())


def places(look: Look, area: QRectF, view: DevicesView) -> list[tuple[QRectF, Spot]]:
    columns = range(len(view.kinds) + 1)
    return [
        (_cell(look, row, view, column), Spot(at, column)) for at, row in _rows(look, area, view) for column in columns
    ]


def counted(view: DevicesView) -> tuple[int, int]:
    """Well, and all there are; those of a silent bench are not known to be well."""
    every = [(line, device) for line in view.benches for device in line.devices if device is not None]
    return sum(device.word is None and line.silent is None for line, device in every), len(every)


def spoken(view: DevicesView, look: Look) -> str:
    def told(line: BenchLine) -> str:
        named = zip(view.kinds, line.devices, strict=True)
        wrong = [f"{look.lead(kind_words(kind))} {look.lead(d.word)}" for kind, d in named if d and d.word]
        more = [look.lead(words) for words in (line.silent, line.gaps) if words is not None]
        return f"{line.bench}: {', '.join((*more, *wrong))}" if more or wrong else line.bench

    well, every = counted(view)
    rows = "; ".join(told(line) for line in view.benches)
    count = look.lead(said.WELL.filled(well=well, n=every))
    return f"{count}. {rows}" if view.benches else look.lead(said.NO_BENCHES)


def paint(canvas: Canvas, view: DevicesView) -> None:
    room, p, look = frame(canvas), canvas.palette, canvas.look
    well, every = counted(view)
    count = look.lead(said.WELL.filled(well=well, n=every))
    right = [Span(text=count, role=Role.HINT, color=p.ink2)] if view.benches else []
    rows = _rows(look, canvas.area, view)
    if view.benches and len(rows) < len(view.benches):
        first, last = view.benches[rows[0][0]].bench, view.benches[rows[-1][0]].bench
        words = said.ROWS.filled(first=first, last=last, n=len(view.benches))
        right.append(Span(text=look.lead(words), role=Role.HINT, color=p.ink, bold=True, gap=canvas.u(12)))
    heading(canvas, room, said.DEVICES, right)
    if not view.benches:
        words_how = (said.NO_BENCHES, said.NO_BENCHES_HOW) if view.known else (said.NOT_READ, None)
        nothing(canvas, room, *words_how)
        return
    _heads(canvas, rows[0][1], view)
    for at, rect in rows:
        _row(canvas, rect, view, view.benches[at])
    if view.ringed:
        for rect, spot in places(look, canvas.area, view):
            if spot == view.spot:
                ring(canvas, rect.adjusted(1, 0, -1, 0))


def _heads(canvas: Canvas, row: QRectF, view: DevicesView) -> None:
    look = canvas.look
    heads = [*(kind_words(kind) for kind in view.kinds), said.EVIDENCE]
    for column, words in enumerate(heads):
        cell = _cell(look, row, view, column)
        head = QRectF(cell.left() + 2, row.top() - canvas.u(_HEAD), cell.width() - 4, canvas.u(_HEAD))
        column_head(canvas, head, words, align="center")


def _row(canvas: Canvas, rect: QRectF, view: DevicesView, line: BenchLine) -> None:
    p, u = canvas.palette, canvas.u
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    name = [Span(text=line.bench, role=Role.LABEL, color=p.ink, bold=True)]
    canvas.fitting_row(rect.left(), rect.center().y(), name, u(_NAME) - u(6))
    for column in range(len(view.kinds) + 1):
        cell = _cell(canvas.look, rect, view, column)
        if line.silent is not None and column < len(view.kinds):
            continue
        if column == len(view.kinds):
            _health(canvas, cell, Health(word=line.gaps))
        else:
            _health(canvas, cell, line.devices[column])
    if line.silent is not None and view.kinds:
        _silent(
            canvas, _cell(canvas.look, rect, view, 0).united(_cell(canvas.look, rect, view, len(view.kinds) - 1)), line
        )


def _silent(canvas: Canvas, cell: QRectF, line: BenchLine) -> None:
    p, u = canvas.palette, canvas.u
    assert line.silent is not None
    words = [Span(text=canvas.look.lead(line.silent), role=Role.CAPTION, color=p.ink2, gap=u(22))]
    words = canvas.stepped(words, cell.width())
    left = cell.center().x() - canvas.row_width(words) / 2
    mark = QRectF(left, cell.center().y() - u(7.5), u(15), u(15))
    paint_mark(canvas.painter, mark, Mark.OFFLINE, fill=p.ink3, on=p.panel)
    canvas.row(left, cell.center().y(), words)


def _health(canvas: Canvas, cell: QRectF, health: Health | None) -> None:
    p, u = canvas.palette, canvas.u
    side = u(13)
    if health is None:
        dash = [Span(text=NOTHING, role=Role.HINT, color=p.ink3)]
        canvas.row(cell.center().x(), cell.center().y(), dash, align="center")
        return
    if health.word is None:
        mark = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
        paint_mark(canvas.painter, mark, Mark.NORMAL, fill=p.ink3, on=p.panel)
        return
    spans = [Span(text=canvas.look.lead(health.word), role=Role.CAPTION, color=p.ink, bold=True)]
    spans = canvas.stepped(spans, cell.width() - side - u(7))
    left = cell.center().x() - (canvas.row_width(spans) + side + u(5)) / 2
    mark = QRectF(left, cell.center().y() - side / 2, side, side)
    attention(canvas, mark)
    canvas.row(left + side + u(5), cell.center().y(), spans)
