"""Beside what is missing: the last scans, and under them how many are missing, to be read from the van.

A stop takes all of it: a driver's help looks at no small print.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.handover_words import CLEAR_FIRST, MISSING, PARCEL, PARCELS
from station.ui.look import Look
from station.ui.screen import ScanView, Words
from station.ui.type import Role
from station.ui.widgets import scan_log
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.widgets.scan_log import LogView


@dataclass(frozen=True, slots=True, kw_only=True)
class DockSideView:
    scans: tuple[ScanView, ...]
    missing: int
    stopped: bool
    title: Words = MISSING
    known: bool = True
    begun: bool = True


def spoken(view: DockSideView, look: Look) -> str:
    return look.lead(CLEAR_FIRST) if view.stopped else f"{look.lead(view.title)} {view.missing}"


def paint(canvas: Canvas, view: DockSideView) -> None:
    if view.stopped:
        _stop(canvas)
        return
    area, look, p = canvas.area, canvas.look, canvas.palette
    high = scan_log.height(look, scan_log.ROWS_MAX)
    log = QRectF(area.left(), area.top(), area.width(), high)
    scan_log.paint(canvas.within(log), LogView(scans=view.scans))
    below = QRectF(area.left(), log.bottom(), area.width(), area.bottom() - log.bottom())
    canvas.fill(below, p.panel2)
    if view.known:
        _count(canvas, below, view)
    canvas.rule_left(area)


def _count(canvas: Canvas, room: QRectF, view: DockSideView) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    canvas.fill(QRectF(room.left() + u(24), room.top(), room.width() - u(48), 1), p.rule)
    words = [
        Span(text=look.lead(view.title), role=Role.LEAD, color=p.ink2),
        Span(text=look.second(view.title), role=Role.CAPTION, color=p.ink3, gap=u(10)),
    ]
    canvas.fitting_row(room.left() + u(24), room.top() + u(36), words, room.width() - u(48), keep=1)
    under = room.height() - u(70)
    sizes = (Role.WEIGHT, Role.COUNT, Role.STOP, Role.TOTAL, Role.VERDICT)
    role = next((role for role in sizes if canvas.px(role) <= under), Role.NOTE)
    number = [
        Span(text=f"{view.missing:,}", role=role, color=p.ink if view.missing or not view.begun else p.ok, bold=True),
        Span(text=look.lead(PARCEL if view.missing == 1 else PARCELS), role=Role.LEAD, color=p.ink2, gap=u(12)),
    ]
    canvas.fitting_row(
        room.center().x(), room.bottom() - u(8) - under / 2, number, room.width() - u(32), align="center"
    )


def _stop(canvas: Canvas) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    canvas.fill(area, p.stop_fill)
    side = min(u(200), area.height() * 0.45)
    mark = QRectF(area.center().x() - side / 2, area.top() + area.height() * 0.12, side, side)
    paint_mark(canvas.painter, mark, Mark.STOP, fill=p.on_stop, on=p.stop_fill)
    words = QRectF(area.left() + u(32), mark.bottom() + u(12), area.width() - u(64), u(96))
    canvas.text(words, look.lead(CLEAR_FIRST), Role.LEAD, color=p.on_stop, bold=True, align="center", floor=Role.LABEL)
    below = QRectF(words.left(), words.bottom(), words.width(), min(float(u(60)), area.bottom() - words.bottom()))
    canvas.second(below, look.second(CLEAR_FIRST), Role.BODY, color=p.on_stop, align="center")
