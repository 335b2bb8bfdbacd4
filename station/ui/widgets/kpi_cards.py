"""Six figures of a period in six cards: speed stands between what was made and what was done wrong (E16)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import supervisor_words as said
from station.ui.look import Look
from station.ui.supervisor_board import CutOffLine, Speed, Totals
from station.ui.supervisor_screen import Spot
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.desk_card import NOTHING, attention, chevron, frame, ring, span, tenth, whole
from station.ui.words import AFTER, Words, same

COUNT = 6
_GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsView:
    """``totals`` is None while nothing was read. ``focus`` is the card with the ring."""

    totals: Totals | None
    tight: CutOffLine | None = None
    slack_wanted_us: int = 0
    at_us: int = 0
    focus: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    name: Words
    number: str
    unit: Words
    below: tuple[Words, ...]  # the longest that has room
    marked: bool = False


def places(look: Look, area: QRectF, view: CardsView) -> list[tuple[QRectF, Spot]]:
    gap = look.grid.u(_GAP)
    width = (area.width() - gap * (COUNT - 1)) / COUNT
    rects = [QRectF(area.left() + at * (width + gap), area.top(), width, area.height()) for at in range(COUNT)]
    return [(rect, Spot(0, at)) for at, rect in enumerate(rects)]


def spoken(view: CardsView, look: Look) -> str:
    def told(card: _Card) -> str:
        named = look.lead(AFTER.filled(first=card.name, next=same(card.number)))
        return f"{named} {look.lead(card.unit)}, {look.lead(card.below[0])}"

    return "; ".join(told(card) for card in _cards(view, look))


def paint(canvas: Canvas, view: CardsView) -> None:
    canvas.fill(canvas.area, canvas.palette.bg)
    rects = places(canvas.look, canvas.area, view)
    for (rect, spot), card in zip(rects, _cards(view, canvas.look), strict=True):
        _paint(canvas, rect, card)
        if view.focus == spot.column:
            ring(canvas, rect, radius=8)


def _paint(canvas: Canvas, rect: QRectF, card: _Card) -> None:
    p, u, look = canvas.palette, canvas.u, canvas.look
    room = frame(canvas, rect)
    name = [Span(text=look.lead(card.name), role=Role.CAPTION, color=p.ink2)]
    both = [*name, Span(text=look.second(card.name), role=Role.HINT, color=p.ink3, gap=u(6))]
    wide = room.width() - u(18)
    canvas.fitting_row(room.left(), room.top() + u(8), both if canvas.row_width(both) <= wide else name, wide)
    chevron(canvas, room.right(), room.top() + u(8))
    number = [
        Span(text=card.number, role=Role.TOTAL, color=p.ink, bold=True),
        Span(text=look.lead(card.unit), role=Role.LABEL, color=p.ink2, gap=u(8)),
    ]
    fits = number if canvas.row_width(number) <= room.width() else number[:1]
    canvas.fitting_row(room.left(), room.center().y() - u(1), fits, room.width())
    left, y = room.left(), room.bottom() - u(6)
    if card.marked:
        side = u(15)
        mark = QRectF(left, y - side / 2, side, side)
        attention(canvas, mark)
        left += side + u(5)
    rows = [[Span(text=look.lead(words), role=Role.CAPTION, color=p.ink2)] for words in card.below]
    fits = next((row for row in rows if canvas.row_width(row) <= room.right() - left), rows[-1])
    canvas.fitting_row(left, y, fits, room.right() - left)


def _cards(view: CardsView, look: Look) -> tuple[_Card, ...]:
    totals = view.totals
    if totals is None:
        empty = Totals(speed=Speed(parcels=0))
        first = (_nothing(name) for name, _ in _NAMES[:5])
        return (*first, _slack(view, look, known=False, totals=empty))
    speed, then = totals.speed, totals.then
    none = not speed.parcels
    return (
        _card(0, whole(speed.parcels) if not none else NOTHING, _sealed(totals), _then(then, "parcels")),
        _card(1, _rounded(speed.per_hour), _last_hour(totals), _then(then, "per_hour")),
        _card(2, _rounded(speed.lines_per_hour), (_lines(totals),), _then(then, "lines_per_hour")),
        _first_pass(totals),
        _card(4, NOTHING if not speed.saves and (none or speed.saves is None) else whole(speed.saves),
              (_hundred(totals),), _then(then, "saves")),
        _slack(view, look, known=True, totals=totals),
    )  # fmt: skip


_NAMES = (
    (said.SEALED, said.PARCELS_UNIT),
    (said.SPEED, said.PER_HOUR_UNIT),
    (said.LINES, said.LINES_UNIT),
    (said.FIRST_PASS, same("%")),
    (said.SAVES, said.TIMES_UNIT),
    (said.SLACK, said.SLACK_UNIT),
)


def _card(at: int, number: str, below: tuple[Words, ...], then: str | None) -> _Card:
    name, unit = _NAMES[at]
    told = below if then is None else (said.BEFORE.filled(before=then),)
    return _Card(name=name, number=number, unit=same("") if number == NOTHING else unit, below=told)


def _then(speed: Speed | None, name: str) -> str | None:
    """Whole figures of the period beside it."""
    if speed is None:
        return None
    figures = {"parcels": speed.parcels, "saves": speed.saves, "per_hour": speed.per_hour}
    return _rounded(figures.get(name, speed.lines_per_hour))


def _nothing(name: Words) -> _Card:
    return _Card(name=name, number=NOTHING, unit=same(""), below=(said.NOT_READ,))


def _rounded(rate: float | None) -> str:
    return NOTHING if rate is None else whole(round(rate))


def _sealed(totals: Totals) -> tuple[Words, ...]:
    if totals.left is not None:
        return said.STILL_LEFT.filled(n=totals.left), said.LEFT.filled(n=totals.left)
    return (same("") if totals.speed.parcels else said.NOTHING_YET,)


def _last_hour(totals: Totals) -> tuple[Words, ...]:
    if totals.speed.per_hour is None:
        return (said.NOTHING_YET,)
    if totals.last_hour is None:
        return said.ALL_TOGETHER, same("")
    return said.LAST_HOUR.filled(n=totals.last_hour), said.LATELY.filled(n=totals.last_hour)


def _lines(totals: Totals) -> Words:
    each = totals.lines_per_parcel
    return said.NOTHING_YET if each is None else said.LINES_EACH.filled(lines=tenth(each))


def _hundred(totals: Totals) -> Words:
    each = totals.saves_per_hundred
    return said.NOTHING_YET if each is None else said.PER_HUNDRED.filled(count=tenth(each))


def _first_pass(totals: Totals) -> _Card:
    share, then = totals.speed.first_pass, totals.then
    card = _card(
        3,
        tenth(share),
        (said.TARGET.filled(target=tenth(totals.target)),),
        None if then is None else tenth(then.first_pass),
    )
    marked = share is not None and round(share, 1) < totals.target
    return _Card(name=card.name, number=card.number, unit=card.unit, below=card.below, marked=marked)


def _slack(view: CardsView, look: Look, *, known: bool, totals: Totals) -> _Card:
    tight = view.tight
    if tight is None or tight.slack_us is None or tight.done_us is None:
        waits = (said.NO_PACE, said.NO_PACE_SHORT) if totals.left else (said.NOTHING_LEFT,)
        return _Card(name=said.SLACK, number=NOTHING, unit=same(""), below=waits if known else (said.NOT_READ,))
    due, done = look.when(tight.due_us, view.at_us), look.when(tight.done_us, view.at_us)
    words = said.DONE_BY.filled(carrier=tight.name, due=due, done=done)
    below = (words, said.DUE_BY.filled(carrier=tight.name, due=due), same(due))
    marked = tight.slack_us < view.slack_wanted_us
    return _Card(name=said.SLACK, number=span(tight.slack_us), unit=said.SLACK_UNIT, below=below, marked=marked)
