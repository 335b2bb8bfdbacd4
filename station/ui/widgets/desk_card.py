"""What the cards of a desk screen share: frame, heading, ring, chevron, and how numbers are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

MINUS = "−"
NOTHING = "–"
HEADING = 30
"""Units of height."""
_RING_PX, _PAD_X, _PAD_Y = 3, 16, 12


def frame(canvas: Canvas, rect: QRectF | None = None) -> QRectF:
    """A card on the ground; answers the room within."""
    rect = canvas.area if rect is None else rect
    if rect == canvas.area:
        canvas.fill(rect, canvas.palette.bg)
    canvas.box(rect, fill=canvas.palette.panel, border=canvas.palette.rule, radius=8)
    x, y = canvas.u(_PAD_X), canvas.u(_PAD_Y)
    return rect.adjusted(x, y, -x, -y)


def inner(rect: QRectF, unit: float) -> QRectF:
    """The room of a card without drawing it; ``unit`` pixels of a unit."""
    return rect.adjusted(_PAD_X * unit, _PAD_Y * unit, -_PAD_X * unit, -_PAD_Y * unit)


def heading(canvas: Canvas, room: QRectF, words: Words, right: Sequence[Span] = ()) -> float:
    """The card's name in both languages, and what stands right of it; answers where the body begins."""
    p, look, y = canvas.palette, canvas.look, room.top() + canvas.u(HEADING) / 2 - canvas.u(2)
    spans = [
        Span(text=look.lead(words), role=Role.BODY, color=p.ink, bold=True),
        Span(text=look.second(words), role=Role.HINT, color=p.ink3, gap=canvas.u(8)),
    ]
    limit = room.width() - canvas.row_width(spans[:1]) - canvas.u(12)
    right = next((right[at:] for at in range(len(right)) if canvas.row_width(right[at:]) <= limit), ())
    wide = canvas.row_width(right)
    canvas.row(room.right(), y, right, align="right")
    left = room.width() - wide - canvas.u(12)
    canvas.fitting_row(room.left(), y, spans if canvas.row_width(spans) <= left else spans[:1], left)
    return room.top() + canvas.u(HEADING)


def column_head(canvas: Canvas, rect: QRectF, words: Words, *, align: str, quiet: bool = False) -> None:
    """Two short rows rather than one that touches its neighbour."""
    text, color = canvas.look.lead(words), canvas.palette.ink3 if quiet else canvas.palette.ink2
    role = Role.HINT if quiet else Role.CAPTION
    canvas.text(rect, text, role, color=color, align=align, floor=Role.HINT, lines=2, line_height=1.05)


def ring(canvas: Canvas, rect: QRectF, *, radius: float = 6) -> None:
    """What the keys are on: three pixels of ink, in every palette."""
    width = max(_RING_PX, canvas.u(2))
    pen = QPen(QColor(canvas.palette.ink), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    canvas.painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), canvas.u(radius), canvas.u(radius))


def attention(canvas: Canvas, rect: QRectF) -> None:
    """Amber with its outline: on a panel amber alone is too pale a mark."""
    p, inset = canvas.palette, rect.width() * 0.085
    paint_mark(canvas.painter, rect, Mark.ATTENTION, fill=p.warn_line, on=p.warn_line)
    within = rect.adjusted(inset, inset * 1.3, -inset, -inset * 0.7)
    paint_mark(canvas.painter, within, Mark.ATTENTION, fill=p.warn, on=p.on_warn)


def chevron(canvas: Canvas, x: float, y: float) -> None:
    """It opens. ``x`` is its right end."""
    side = canvas.u(4.5)
    canvas.pen(canvas.palette.ink2, max(1.5, canvas.u(1.5)))
    canvas.painter.drawPolyline([QPointF(x - side, y - side), QPointF(x, y), QPointF(x - side, y + side)])


def nothing(canvas: Canvas, room: QRectF, words: Words, how: Words | None = None) -> None:
    """Says what is missing, and what will fill it."""
    look, p = canvas.look, canvas.palette
    y = room.center().y()
    canvas.fitting_row(
        room.center().x(), y - (canvas.u(12) if how else 0),
        [Span(text=look.lead(words), role=Role.BODY, color=p.ink2, bold=True)], room.width(), align="center",
    )  # fmt: skip
    if how is not None:
        below = QRectF(room.left(), y, room.width(), min(canvas.u(44), room.bottom() - y))
        canvas.text(below, look.lead(how), Role.CAPTION, color=p.ink2, align="center", floor=Role.HINT, lines=2)


def whole(number: int) -> str:
    return f"{number:,}".replace("-", MINUS)


def tenth(number: float | None) -> str:
    return NOTHING if number is None else f"{number:,.1f}".replace("-", MINUS)


def span(us: int) -> str:
    """h:mm of whole minutes that have passed."""
    minutes = abs(us) // 60_000_000
    return f"{MINUS if us < 0 else ''}{minutes // 60}:{minutes % 60:02}"


def first_shown(row: int, rows: int, shown: int) -> int:
    """Where a list begins so that ``row`` is in sight: it moves by whole pages, and the last page is full."""
    return max(0, min(row // max(1, shown) * shown, rows - shown))
