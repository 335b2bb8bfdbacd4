"""The coach above the bench: that this is training, which lesson, one sentence, and what lies within reach.

Ink and panel change places here, with a hatched edge below: no band of a real bench looks like that.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from station.ui import training_words as say
from station.ui.coach_screen import CoachView, HandView
from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.setup_body import square

HEIGHT: Final = 128
LOW: Final = 138
"""In few units the letters do not grow smaller, so that what is written takes more rows."""
_HATCH: Final = 10
_TAG: Final = 236
_TAG_OF_MANY: Final = 166
_CODE: Final = 88
_GAP: Final = 10
_CARD: Final = 216
_CARD_OF_MANY: Final = 196
_CARD_OF_FEW: Final = 262
_CARD_WITHOUT_CODE: Final = 168
_FEW: Final = 2
_TIGHT: Final = 1.05
_PAD: Final = 9


def height(look: Look) -> int:
    return look.grid.u(LOW if look.grid.low else HEIGHT)


def spoken(view: CoachView, look: Look) -> str:
    hands = [f"{hand.key}: {look.lead(hand.words)} {hand.tag}".strip() for hand in view.hands]
    why = () if view.why is None else (look.lead(view.why),)
    return "\n".join((look.lead(say.TRAINING), look.lead(view.lesson), look.lead(view.say), *why, *hands))


def paint(canvas: Canvas, view: CoachView) -> None:
    p, area = canvas.palette, canvas.area
    canvas.fill(area, p.ink)
    inner = area.adjusted(0, 0, 0, -canvas.u(_HATCH))
    hatch(canvas, QRectF(area.left(), inner.bottom(), area.width(), canvas.u(_HATCH)))
    tag = canvas.u(_TAG_OF_MANY if canvas.look.grid.narrow and len(view.hands) > _FEW else _TAG)
    _tag(canvas, QRectF(inner.left(), inner.top(), tag, inner.height()), view)
    cards = places(canvas.look, area, view.hands)
    for rect, hand in zip(cards, view.hands, strict=True):
        _card(canvas, rect, hand)
    right = cards[0].left() if cards else inner.right() - canvas.u(16)
    left = inner.left() + tag
    _sentence(canvas, QRectF(left, inner.top(), right - left, inner.height()), view)


def places(look: Look, area: QRectF, hands: tuple[HandView, ...]) -> list[QRectF]:
    """Where the hands stand: in their order, up to the right edge."""
    u = look.grid.u
    many = len(hands) > _FEW
    wide = _CARD_OF_MANY if many and look.grid.narrow else _CARD if many or look.grid.narrow else _CARD_OF_FEW
    plain = _CARD_WITHOUT_CODE - (_CARD - wide if wide == _CARD_OF_MANY else 0)
    widths = [u(wide if hand.code else plain) for hand in hands]
    left = area.right() - u(12) - sum(widths) - u(_GAP) * max(0, len(widths) - 1)
    tall = area.height() - u(_HATCH) - u(2 * _PAD)
    found = []
    for width in widths:
        found.append(QRectF(left, area.top() + u(_PAD), width, tall))
        left += width + u(_GAP)
    return found


def hatch(canvas: Canvas, area: QRectF) -> None:
    """Slanted stripes of panel on ink: only what is no real work has them."""
    p, painter, step = canvas.palette, canvas.painter, canvas.u(24)
    painter.save()
    painter.setClipRect(area)
    canvas.fill(area, p.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(p.panel))
    tall, left = area.height(), area.left() - area.height()
    while left < area.right():
        corners = ((left, area.bottom()), (left + tall, area.top()))
        wide = step / 2
        (a, b), (c, d) = corners
        painter.drawPolygon(QPolygonF([QPointF(a, b), QPointF(c, d), QPointF(c + wide, d), QPointF(a + wide, b)]))
        left += step
    painter.restore()


def _tag(canvas: Canvas, area: QRectF, view: CoachView) -> None:
    p, look, u = canvas.palette, canvas.look, canvas.u
    room = area.adjusted(u(20), u(6), -u(12), -u(6))
    third = room.height() / 3
    mark = [
        Span(text=look.lead(say.TRAINING), role=Role.LEAD, color=p.panel, bold=True),
        Span(text=look.second(say.TRAINING), role=Role.CAPTION, color=p.panel, gap=u(10)),
    ]
    canvas.fitting_row(room.left(), room.top() + third * 0.55, mark, room.width(), keep=1)
    name = QRectF(room.left(), room.top() + third * 1.1, room.width(), third * 1.05)
    canvas.text(
        name, look.lead(view.lesson), Role.CAPTION, color=p.panel, bold=True, floor=Role.HINT, line_height=_TIGHT
    )
    foot = QRectF(room.left(), name.bottom(), room.width(), third * 0.85)
    if view.points is None:
        canvas.text(foot, look.lead(view.number), Role.HINT, color=p.panel, lines=1, floor=Role.HINT)
    else:
        boxes(canvas, foot, view.points, view.most, on=p.panel, off=p.ink)


def boxes(canvas: Canvas, area: QRectF, points: int, most: int, *, on: str, off: str) -> None:
    """A box a point, filled when it is there."""
    side, gap = canvas.u(18), canvas.u(8)
    for at in range(most):
        rect = QRectF(area.left() + at * (side + gap), area.center().y() - side / 2, side, side)
        canvas.box(rect, fill=on if at < points else off, border=on, width=2, radius=3)


def _sentence(canvas: Canvas, area: QRectF, view: CoachView) -> None:
    p, look, u = canvas.palette, canvas.look, canvas.u
    room = area.adjusted(u(20), u(9), -u(20), -u(9))
    upper = QRectF(room.left(), room.top(), room.width(), room.height() * 0.6)
    lower = QRectF(room.left(), upper.bottom(), room.width(), room.height() * 0.4)
    lead, second = look.lead(view.say), look.second(view.say)
    canvas.text(upper, lead, Role.LEAD, color=p.panel, bold=True, lines=3, floor=Role.HINT, line_height=1.12)
    if view.why is not None and view.why.en:
        why = look.lead(view.why)
        canvas.text(lower, why, Role.CAPTION, color=p.panel, lines=2, floor=Role.HINT, line_height=1.1)
    elif second != lead:
        canvas.second(lower, second, Role.HINT, color=p.panel, lines=2, line_height=1.1)


def _card(canvas: Canvas, rect: QRectF, hand: HandView) -> None:
    """White paper under a code; else a quiet panel. The key stands below the name."""
    p, look, u = canvas.palette, canvas.look, canvas.u
    canvas.box(rect, fill=p.panel, border=p.panel, radius=6)
    left = rect.left() + u(10)
    if hand.code:
        side = min(rect.height() - u(8), u(_CODE))
        square(canvas, QRectF(rect.left() + u(4), rect.center().y() - side / 2, side, side), hand.code)
        left = rect.left() + side + u(10)
    room = QRectF(left, rect.top() + u(4), rect.right() - left - u(6), rect.height() - u(8))
    foot = u(20)
    text = QRectF(room.left(), room.top(), room.width(), room.height() - foot)
    if hand.tag:
        half = QRectF(text.left(), text.center().y(), text.width(), text.height() / 2)
        tag = canvas.text(half, hand.tag, Role.HINT, color=p.ink2, valign="bottom", floor=Role.HINT, line_height=_TIGHT)
        text.setBottom(tag.top())
    canvas.text(text, look.lead(hand.words), Role.CAPTION, bold=True, lines=4, floor=Role.HINT, line_height=_TIGHT)
    keys = QRectF(room.left(), room.bottom() - foot, room.width(), foot)
    canvas.text(keys, hand.key, Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
