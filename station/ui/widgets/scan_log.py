"""The last scans, newest first: time, mark, what it was, tail of the code."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.captions import NO_SCANS
from station.ui.look import Look
from station.ui.screen import ScanView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

ROWS_MAX = 5
_ROW = 26
_TAIL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    scans: tuple[ScanView, ...]  # newest first
    beside: int = 0  # pixels on the right that something else stands on


def height(look: Look, rows: int) -> int:
    return look.grid.u(rows * _ROW + 16)


def tail(code: str) -> str:
    return code if len(code) <= _TAIL + 1 else "…" + code[-_TAIL:]


def paint(canvas: Canvas, view: LogView) -> None:
    canvas.fill(canvas.area, canvas.palette.panel2)
    u = canvas.u
    if not view.scans:
        _empty(canvas)
        return
    rows = min(ROWS_MAX, int((canvas.area.height() - u(8)) // u(_ROW)))
    for at, scan in enumerate(view.scans[:rows]):
        _row(canvas, canvas.area.top() + u(8) + (at + 0.5) * u(_ROW), view, scan, newest=at == 0)


def _empty(canvas: Canvas) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    spans = [
        Span(text=look.lead(NO_SCANS), role=Role.CAPTION, color=p.ink2),
        Span(text=look.second(NO_SCANS), role=Role.HINT, color=p.ink3, gap=u(8)),
    ]
    canvas.row(canvas.area.left() + u(24), canvas.area.top() + u(8) + u(_ROW) / 2, spans)


def _row(canvas: Canvas, y: float, view: LogView, scan: ScanView, *, newest: bool) -> None:
    look, p, u, area = canvas.look, canvas.palette, canvas.u, canvas.area
    role = Role.CAPTION if newest else Role.HINT
    ink = p.ink if newest else p.ink2
    stamp = look.local(scan.at_us).strftime("%H:%M:%S")
    canvas.row(area.left() + u(24), y, [Span(text=stamp, role=Role.HINT, color=ink, bold=newest)])
    mark = QRectF(area.left() + u(116), y - u(8.5), u(17), u(17))
    if scan.ok:
        paint_mark(canvas.painter, mark, Mark.NORMAL, fill=p.ink3, on=p.panel2)
    else:
        paint_mark(canvas.painter, mark.adjusted(-1, -1, 1, 1), Mark.STOP, fill=p.stop, on=p.panel2)
    code = [Span(text=tail(scan.code), role=Role.HINT, color=ink, bold=newest)]
    right = area.right() - max(u(24), view.beside + u(12))
    canvas.row(right, y, code, align="right")
    left = area.left() + u(146)
    room = right - canvas.row_width(code) - u(10) - left
    named = QRectF(left, y - u(_ROW) / 2, room, u(_ROW))
    what = canvas.look.lead(scan.what)
    canvas.text(named, what, role, color=ink, bold=newest, lines=1, floor=Role.HINT)
