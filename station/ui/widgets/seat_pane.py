"""A bench that waits for somebody: locked until a badge is scanned, or until a PIN is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.icons import paint_icon

DIGITS_SHOWN_MAX: Final = 12
_TIGHT: Final = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """``typed`` is how many digits of a PIN stand there; None where none is asked."""

    icon: str
    words: Words
    more: tuple[Words, ...] = ()
    typed: int | None = None


def spoken(view: SeatView, look: Look) -> str:
    return " ".join(look.lead(words) for words in (view.words, *view.more))


def paint(canvas: Canvas, view: SeatView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel)
    side = min(u(110), area.height() * 0.26)
    inner = area.adjusted(look.grid.margin, u(20), -look.grid.margin, -u(16))
    icon = QRectF(inner.left(), inner.top() + u(8), side, side)
    paint_icon(canvas.painter, icon, view.icon, p.ink, width=1.5)
    left = icon.right() + u(24)
    head = QRectF(left, icon.top(), inner.right() - left, side * 0.6)
    canvas.text(head, look.lead(view.words), Role.TITLE, bold=True, floor=Role.BODY)
    second = QRectF(left, head.bottom(), head.width(), side * 0.4)
    canvas.second(second, look.second(view.words), Role.BODY)
    below = QRectF(inner.left(), icon.bottom() + u(20), inner.width(), inner.bottom() - icon.bottom() - u(20))
    if view.typed is not None:
        below = _digits(canvas, below, view.typed)
    _rows(canvas, below, view.more)


def _digits(canvas: Canvas, rect: QRectF, typed: int) -> QRectF:
    """One filled box a digit; the digits themselves are nobody's to read."""
    u, p = canvas.u, canvas.palette
    side, gap = u(30), u(10)
    for at in range(max(4, min(typed, DIGITS_SHOWN_MAX))):
        box = QRectF(rect.left() + at * (side + gap), rect.top(), side, side)
        canvas.box(box, fill=p.ink if at < typed else None, border=p.ink, width=2, radius=4)
    return rect.adjusted(0, side + u(20), 0, 0)


def _rows(canvas: Canvas, rect: QRectF, several: tuple[Words, ...]) -> None:
    look, u = canvas.look, canvas.u
    height = rect.height() / max(2, len(several))
    for at, words in enumerate(several):
        room = QRectF(rect.left(), rect.top() + at * height, rect.width(), height - u(6))
        lead = QRectF(room.left(), room.top(), room.width(), room.height() * (1 if look.grid.low else 0.6))
        set_as = canvas.text(
            lead, look.lead(words), Role.BODY, bold=True, valign="top", floor=Role.HINT, line_height=_TIGHT
        )
        below = QRectF(room.left(), set_as.bottom() + u(4), room.width(), room.bottom() - set_as.bottom() - u(4))
        color = canvas.palette.ink2
        canvas.second(below, look.second(words), Role.CAPTION, color=color, valign="top", line_height=_TIGHT)
