"""A sheet over the work area: a title, and cards side by side, each with its key and the code that gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from station.ui.letters import LINE_HEIGHT
from station.ui.look import Look
from station.ui.sheets import HOW_OF_KEYS, HOW_TO_CHOOSE, HOW_TO_HELP, Card, Kind, Sheet
from station.ui.type import Role
from station.ui.widgets import squares
from station.ui.widgets.canvas import Canvas, Span

_HEAD: Final = 64
_GAP: Final = 12
_ACROSS: Final = {1: 1, 2: 2, 3: 3, 4: 2}
_LOW_ROWS: Final = 1.1
_TALL: Final = 260
"""A card so high has room for a large code and above it three rows of words."""
LEAST_MORE: Final = 40
"""Room for two rows of the smallest letters."""
CARDS_MAX: Final = 12
"""More cartons than this have their codes on paper."""


def spoken(view: Sheet, look: Look) -> str:
    return f"{look.lead(view.title)} " + " / ".join(look.lead(card.words) for card in view.cards[:CARDS_MAX])


def card_rects(area: QRectF, look: Look, count: int) -> list[QRectF]:
    """Where the cards are; the same for painting and for a touch."""
    count = min(count, CARDS_MAX)
    if not count:
        return []
    u = look.grid.u
    across = _ACROSS.get(count, 3 if count <= 6 or look.grid.narrow else 4)
    down = -(-count // across)
    inner = area.adjusted(look.grid.margin, u(_HEAD), -look.grid.margin_right, -u(_GAP))
    wide = (inner.width() - u(_GAP) * (across - 1)) / across
    high = (inner.height() - u(_GAP) * (down - 1)) / down
    return [
        QRectF(inner.left() + at % across * (wide + u(_GAP)), inner.top() + at // across * (high + u(_GAP)), wide, high)
        for at in range(count)
    ]


def touched(area: QRectF, look: Look, view: Sheet, point: QPointF) -> Card | None:
    rects = card_rects(area, look, len(view.cards))
    return next((card for rect, card in zip(rects, view.cards, strict=False) if rect.contains(point)), None)


def paint(canvas: Canvas, view: Sheet) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel2)
    head = QRectF(area.left() + look.grid.margin, area.top() + u(4), area.width() - 2 * look.grid.margin, u(_HEAD - 8))
    how = {Kind.HELP: HOW_TO_HELP, Kind.KEYS: HOW_OF_KEYS}.get(view.kind, HOW_TO_CHOOSE)
    spans = [
        Span(text=look.lead(view.title), role=Role.VARIANT, color=p.ink, bold=True),
        Span(text=look.second(view.title), role=Role.CAPTION, color=p.ink2, gap=u(14)),
    ]
    canvas.fitting_row(head.left(), head.center().y(), spans, head.width() * 0.55)
    right = QRectF(head.left() + head.width() * 0.57, head.top(), head.width() * 0.43, head.height())
    canvas.text(right, look.lead(how), Role.CAPTION, color=p.ink2, align="right", lines=2, floor=Role.HINT)
    cards = list(zip(card_rects(area, look, len(view.cards)), view.cards, strict=False))
    low = any(_is_low(canvas, _code(canvas, rect, card)[0], card) for rect, card in cards)  # all of a sheet alike
    for rect, card in cards:
        canvas.box(rect, fill=p.paper, border=p.edge, radius=8)
        room, square, module = _code(canvas, rect, card)
        if card.code:
            squares.paint_square(canvas.painter, square, card.code, module)
        _words(canvas, room, card, low=low, key_bottom=rect.bottom() - u(4))


def _code(canvas: Canvas, rect: QRectF, card: Card) -> tuple[QRectF, QRectF, int]:
    """White in every palette, so that its code can be read: room for words and key at the left, the code at the right.

    A tall card has a larger code, below its words, which then have the whole width.
    """
    u, square, module = canvas.u, QRectF(), 0
    right, bottom = rect.right() - u(10), rect.bottom() - u(4)
    if card.code:
        tall = rect.height() >= u(_TALL)
        module = max(2, min(u(6 if tall else 4), int((rect.height() - u(8)) // squares.symbol(card.code).width())))
        side = squares.side_px(card.code, module)
        middle = rect.bottom() - u(8) - side / 2 if tall else rect.center().y()
        square = QRectF(rect.right() - side - u(8 if tall else 4), middle - side / 2, side, side)
        right, bottom = (right, square.top()) if tall else (square.left(), bottom)
    room = QRectF(rect.left() + u(14), rect.top() + u(4), right - rect.left() - u(18), bottom - rect.top() - u(4))
    return room, square, module


def _is_low(canvas: Canvas, room: QRectF, card: Card) -> bool:
    """No room for what it does under a large name, above the key: then the name is smaller, with the key beside it."""
    u, look = canvas.u, canvas.look
    high = room.height() - u(42) - (u(26) if card.key else 0)
    return (
        room.height() < u(104)
        or high < u(LEAST_MORE)
        or not look.letters.has_room(
            look.lead(card.does),
            look.grid,
            Role.HINT,
            width=room.width(),
            height=high,
            lines=4,
            line_height=LINE_HEIGHT,
        )
    )


def _words(canvas: Canvas, room: QRectF, card: Card, *, low: bool, key_bottom: float) -> None:
    """As large as the card has room for: a reason is chosen at arm's length, with gloves on. The key stands in the
    card's corner, beside a tall card's code."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    name, more, line = (Role.LABEL, Role.HINT, u(28)) if low else (Role.LEAD, Role.CAPTION, u(42))
    line = min(line, int(room.height()))
    y = room.top() + line / 2
    key = [Span(text=card.key, role=Role.HINT, color=p.on_paper, bold=True)] if card.key else []
    if low:
        canvas.row(room.right(), y, key, align="right")
    spared = canvas.row_width(key) + u(8) if low and key else 0
    names = [Span(text=look.lead(card.words), role=name, color=p.on_paper, bold=True)]
    least = [replace(names[0], role=Role.HINT)]
    if canvas.row_width(least) <= room.width() - spared:
        canvas.fitting_row(room.left(), y, names, room.width() - spared)
    else:  # a name of two rows; its second language is part of it
        rows = QRectF(room.left(), room.top(), room.width() - spared, min(room.height(), line * 1.5))
        named = canvas.text(
            rows, names[0].text, name, color=p.on_paper, bold=True, valign="top", floor=Role.HINT, line_height=_LOW_ROWS
        )
        y = named.bottom() - line / 2
    foot = max(0, u(26) - (key_bottom - room.bottom())) if key and not low else 0
    under = QRectF(room.left(), y + line / 2, room.width(), room.bottom() - y - line / 2 - foot)
    if not low:
        canvas.row(room.left(), key_bottom - u(11), key)
    second = "" if low or card.words.zh == card.words.en else look.second(card.words) + "\n"
    if under.height() >= u(LEAST_MORE):  # on a low window the name and its key alone
        set_in = _LOW_ROWS if low else LINE_HEIGHT
        for told in (second + look.lead(card.does), look.lead(card.does)):
            rect = canvas.second(under, told, more, color=p.on_paper, valign="top", lines=4, line_height=set_in)
            if rect.height():
                break
