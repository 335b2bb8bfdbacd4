"""Of an office pane: the bytes of a device, how long its newest answers took, and a code for a phone."""

from __future__ import annotations

from statistics import median
from typing import Final

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.office import devices_words as said
from station.ui.office.screen import Heard, Square, Times, Tone
from station.ui.type import Role
from station.ui.widgets import squares
from station.ui.widgets.canvas import Canvas, Span

TIMES: Final = 132
BARS: Final = 40
"""So many of the newest are drawn."""

_ROW, _TEXT_ROWS = 24, 12
_LEAST_MODULE, _MOST_MODULE = 2, 4
_CAPTION, _BELOW = 30, 40
_BESIDE_TIME = 100


def in_words(view: Times, look: Look) -> str:
    if not view.took_ms:
        return look.lead(view.empty)
    newest, middle, slowest = view.took_ms[-1], round(median(view.took_ms)), max(view.took_ms)
    return look.lead(said.TOOK.filled(newest=f"{newest:,}", middle=f"{middle:,}", slowest=f"{slowest:,}"))


def _rows(canvas: Canvas, text: str, width: float, *, bold: bool = False) -> int:
    letters, grid = canvas.look.letters, canvas.look.grid
    fitted = letters.fit(
        text, grid, Role.HINT, width=width, height=10_000, bold=bold, lines=_TEXT_ROWS, floor=Role.HINT
    )
    return len(fitted.rows)


def _head_rows(canvas: Canvas, view: Heard, width: float) -> int:
    """What was understood is bold, and so wider than the bytes under it."""
    understood = canvas.look.lead(view.understood)
    return _rows(canvas, understood, width - canvas.u(_BESIDE_TIME), bold=True) if understood else 1


def heard_height(canvas: Canvas, view: Heard, width: float) -> float:
    rows = _rows(canvas, view.as_hex, width) + _rows(canvas, view.as_text, width)
    return canvas.u(_ROW) * (rows + _head_rows(canvas, view, width)) + canvas.u(10)


def paint_heard(canvas: Canvas, rect: QRectF, view: Heard) -> None:
    """What was understood leads; under it the very bytes, twice."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    time = QRectF(rect.left(), rect.top(), u(92), u(_ROW))
    canvas.text(time, view.time, Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
    head = u(_ROW) * _head_rows(canvas, view, rect.width())
    color = p.stop if view.tone is Tone.STOP else p.ink
    words = QRectF(time.right() + u(8), rect.top(), rect.width() - u(_BESIDE_TIME), head)
    canvas.text(words, look.lead(view.understood), Role.HINT, color=color, bold=True, lines=_TEXT_ROWS, floor=Role.HINT)
    top = rect.top() + head
    for text, ink in ((view.as_text, p.ink), (view.as_hex, p.ink2)):
        high = u(_ROW) * _rows(canvas, text, rect.width())
        room = QRectF(rect.left(), top, rect.width(), high)
        canvas.text(room, text, Role.HINT, color=ink, lines=_TEXT_ROWS, floor=Role.HINT, valign="top")
        top += high
    canvas.rule_below(QRectF(rect.left(), rect.top(), rect.width(), rect.height() - u(4)))


def paint_times(canvas: Canvas, rect: QRectF, view: Times) -> None:
    """Bars from zero, the newest at the right; those that are felt carry the outline of attention."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    words = QRectF(rect.left(), rect.top() + u(6), rect.width(), u(26))
    canvas.text(words, look.lead(view.name), Role.CAPTION, bold=True, lines=1, floor=Role.HINT)
    below = QRectF(rect.left(), words.bottom(), rect.width(), u(24))
    canvas.text(below, in_words(view, look), Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
    plot = QRectF(rect.left(), below.bottom() + u(6), rect.width(), rect.bottom() - below.bottom() - u(18))
    canvas.fill(QRectF(plot.left(), plot.bottom(), plot.width(), 1), p.edge)
    if not view.took_ms:
        return
    most = max(*view.took_ms[-BARS:], 1)
    _slow_line(canvas, plot, view.slow_ms, most)
    step = plot.width() / BARS
    for at, took_ms in enumerate(reversed(view.took_ms[-BARS:])):
        high = max(2.0, plot.height() * took_ms / most)
        bar = QRectF(plot.right() - (at + 1) * step, plot.bottom() - high, max(2.0, step - u(3)), high)
        slow = took_ms >= view.slow_ms
        canvas.fill(bar, p.warn if slow else p.data)
        if slow:
            canvas.box(bar, border=p.warn_line, width=1, radius=0)


def _slow_line(canvas: Canvas, plot: QRectF, slow_ms: int, most: int) -> None:
    """Where slow begins, when a bar goes there."""
    if most < slow_ms:
        return
    y = plot.bottom() - plot.height() * slow_ms / most
    canvas.fill(QRectF(plot.left(), y, plot.width(), 1), canvas.palette.rule)


def _module(canvas: Canvas, text: str, room: QRectF) -> int:
    """The widest whole module with which the code fits; a phone reads two pixels."""
    wide = int(min(room.width(), room.height()) // squares.symbol(text).width())
    return max(_LEAST_MODULE, min(_MOST_MODULE, wide))


def square_height(canvas: Canvas, view: Square, rect: QRectF) -> float:
    text = canvas.look.lead(view.text)
    room = rect.adjusted(0, canvas.u(_CAPTION), 0, -canvas.u(_BELOW))
    return squares.side_px(text, _module(canvas, text, room)) + canvas.u(_CAPTION)


def paint_square(canvas: Canvas, rect: QRectF, view: Square) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    text = look.lead(view.text)
    module = _module(canvas, text, rect.adjusted(0, u(_CAPTION), 0, 0))
    side = squares.side_px(text, module)
    row = [Span(text=look.lead(view.caption), role=Role.HINT, color=p.ink, bold=True)]
    canvas.fitting_row(rect.left(), rect.top() + u(_CAPTION / 2), row, rect.width())
    squares.paint_square(canvas.painter, QRectF(rect.left(), rect.top() + u(_CAPTION), side, side), text, module)
