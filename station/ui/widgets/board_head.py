"""The wall board's head: which hall, how many benches, sealed today and right at once, the clock; a gone book."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import board_words as said
from station.ui.look import Look
from station.ui.widgets.board_text import FACT, NUMBER, TIME, WORD, line, wide
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

_SIDE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """``gone``: since when the book does not answer, in words; then nothing else but title and clock is told."""

    title: Words
    count: Words | None
    sealed: int | None
    clean_percent: int | None
    time: str
    summary: Words
    unit: float
    gone: tuple[Words, Words] | None = None


def spoken(view: HeadView, look: Look) -> str:
    told = [look.lead(view.gone[0])] if view.gone else []
    told += [look.lead(view.summary)]
    if view.sealed is not None:
        told.append(f"{look.lead(said.SEALED)} {view.sealed:,}")
    if view.clean_percent is not None:
        told.append(f"{look.lead(said.CLEAN)} {view.clean_percent}\u00a0%")
    return ", ".join((*told, view.time))


def paint(canvas: Canvas, view: HeadView) -> None:
    area, u, p, look = canvas.area, view.unit, canvas.palette, canvas.look
    canvas.fill(area, p.bg)
    room = area.adjusted(_SIDE * u, 0, -_SIDE * u, 0)
    clock = line(canvas, room, view.time, NUMBER * u, color=p.ink, bold=True, align="right")
    rule = clock.left() - 30 * u
    if view.gone is not None or view.sealed is not None:
        canvas.fill(QRectF(rule, area.center().y() - 32 * u, 2, 64 * u), p.edge)
    left = QRectF(room.left(), area.top(), rule - 30 * u - room.left(), area.height())
    if view.gone is not None:
        _gone(canvas, left, view)
        return
    right = _sealed(canvas, left, view)
    titled = QRectF(left.left(), area.top(), right - 30 * u - left.left(), area.height())
    beside = "" if view.count is None else look.lead(view.count)
    counted = min(wide(canvas, beside, FACT * u), titled.width() * 0.45)
    head = titled.adjusted(0, 0, -(counted + 28 * u), 0)
    drawn = line(canvas, head, look.lead(view.title), WORD * u, color=p.ink, bold=True)
    if beside:
        place = QRectF(drawn.right() + 28 * u, area.top(), counted + 1, area.height())
        line(canvas, place, beside, FACT * u, color=p.ink2)


def _sealed(canvas: Canvas, rect: QRectF, view: HeadView) -> float:
    """Right to left: first pass with its ring, sealed; answers where it begins."""
    u, p, look = view.unit, canvas.palette, canvas.look
    if view.sealed is None:
        return rect.right()
    right = rect.right()
    if view.clean_percent is not None:
        share = line(canvas, rect, f"{view.clean_percent}\u00a0%", TIME * u, color=p.ink, bold=True, align="right")
        ring = QRectF(share.left() - 56 * u, rect.center().y() - 21 * u, 42 * u, 42 * u)
        paint_mark(canvas.painter, ring, Mark.NORMAL, fill=p.ink3, on=p.bg)
        right = _caption(canvas, rect, look.lead(said.CLEAN), ring.left() - 14 * u, u) - 36 * u
    until = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
    count = line(canvas, until, f"{view.sealed:,}", TIME * u, color=p.ink, bold=True, align="right")
    return _caption(canvas, rect, look.lead(said.SEALED), count.left() - 18 * u, u)


def _caption(canvas: Canvas, rect: QRectF, text: str, right: float, u: float) -> float:
    until = QRectF(rect.left(), rect.top() + 8 * u, right - rect.left(), rect.height())
    return line(canvas, until, text, FACT * u, color=canvas.palette.ink2, align="right").left()


def _gone(canvas: Canvas, rect: QRectF, view: HeadView) -> None:
    """Since when, in words and with the broken line; the tiles below are grey."""
    assert view.gone is not None
    u, p, look = view.unit, canvas.palette, canvas.look
    box = rect.adjusted(0, 14 * u, 0, -14 * u)
    canvas.box(box, fill=p.panel, border=p.edge, width=max(1.0, 3 * u))
    mark = QRectF(box.left() + 24 * u, box.center().y() - 30 * u, 60 * u, 60 * u)
    paint_mark(canvas.painter, mark, Mark.OFFLINE, fill=p.ink, on=p.panel)
    room = QRectF(mark.right() + 24 * u, box.top(), box.right() - mark.right() - 48 * u, box.height())
    more = look.lead(view.gone[1])
    taken = min(wide(canvas, more, FACT * u), room.width() * 0.4)
    line(canvas, room.adjusted(0, 0, -(taken + 24 * u), 0), look.lead(view.gone[0]), WORD * u, color=p.ink, bold=True)
    line(canvas, QRectF(room.right() - taken - 1, room.top(), taken + 1, room.height()), more, FACT * u, color=p.ink2)
