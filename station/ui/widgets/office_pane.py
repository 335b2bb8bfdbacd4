"""A pane of the office: headings, facts, lines, choices, points of a timeline and pictures under each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from station.ui.look import Look
from station.ui.office import words as said
from station.ui.office.screen import (
    Block,
    Choice,
    Fact,
    Heading,
    Heard,
    Line,
    Moment,
    PaneView,
    Picture,
    Pictures,
    Square,
    Times,
    Tone,
)
from station.ui.type import Role
from station.ui.widgets import office_signals
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.widgets.office_table import paint_triangle

_PAD, _MORE = 24, 30
_HEADING, _CHOICE, _PICTURE = 46, 38, 96
_TIME, _DOT = 92, 30
_LINES = 12
"""Rows of one paragraph at most."""


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    height: float


def spoken(view: PaneView, look: Look) -> str:
    texts: list[str] = []
    for block in view.blocks[:12]:
        match block:
            case Heading() | Line():
                texts.append(look.lead(block.words))
            case Fact():
                texts.append(f"{look.lead(block.name)}: {look.lead(block.value)}")
            case Choice():
                texts.append(f"{block.number} {look.lead(block.words)}")
            case Moment():
                texts.append(f"{block.time} {look.lead(block.words)} {look.lead(block.detail)}")
            case Pictures():
                texts += [look.lead(each.caption) for each in block.several]
            case Heard():
                texts.append(f"{block.time} {look.lead(block.understood)} {block.as_text}")
            case Times():
                texts.append(f"{look.lead(block.name)}: {office_signals.in_words(block, look)}")
            case Square():
                texts.append(look.lead(block.caption))
            case _:
                assert_never(block)
    return "; ".join(filter(None, texts))


def paint(canvas: Canvas, view: PaneView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    canvas.rule_left(area)
    top = min(view.top, max(0, len(view.blocks) - 1))
    y, bottom = area.top() + u(8), area.bottom() - u(_MORE)
    blocks = view.blocks[top:]
    for at, block in enumerate(blocks):
        rect = QRectF(area.left() + u(_PAD), y, area.width() - u(_PAD) - u(20), area.bottom() - y)
        height = min(height_of(canvas, block, rect), rect.height())
        if at and y + height > bottom:
            text = canvas.look.lead(said.MORE)
            canvas.row(rect.left(), area.bottom() - u(16), [Span(text=text, role=Role.HINT, color=p.ink, bold=True)])
            return
        _block(canvas, QRectF(rect.left(), y, rect.width(), height), block, last=at == len(blocks) - 1)
        y += height


def height_of(canvas: Canvas, block: Block, rect: QRectF) -> float:
    u = canvas.u
    match block:
        case Heading():
            return u(_HEADING) if not block.after.en or _heading_fits(canvas, block, rect) else u(_HEADING + 26)
        case Fact():
            return _fact_rows(canvas, block, rect) * u(26) + u(10)
        case Line():
            return _set(canvas, block, rect.width())[1] + u(12)
        case Choice():
            rows = _rows(canvas, canvas.look.lead(block.words), Role.CAPTION, rect.width() - u(48))
            return u(_CHOICE) + (rows - 1) * u(24)
        case Moment():
            return _moment_height(canvas, block, rect)
        case Pictures():
            return rect.height() - u(_MORE)
        case Heard():
            return office_signals.heard_height(canvas, block, rect.width())
        case Times():
            return u(office_signals.TIMES)
        case Square():
            return office_signals.square_height(canvas, block, rect)
        case _:
            assert_never(block)


def _rows(canvas: Canvas, text: str, role: Role, width: float, *, bold: bool = False) -> int:
    fitted = canvas.look.letters.fit(
        text, canvas.look.grid, role, width=width, height=10_000, bold=bold, lines=_LINES, floor=role
    )
    return len(fitted.rows)


def _set(canvas: Canvas, line: Line, width: float) -> tuple[Role, float]:
    role = Role.CAPTION if line.bold else Role.HINT
    rows = _rows(canvas, canvas.look.lead(line.words), role, width, bold=line.bold)
    return role, rows * canvas.px(role) * 1.2 + 1


def _block(canvas: Canvas, rect: QRectF, block: Block, *, last: bool) -> None:
    match block:
        case Heading():
            _heading(canvas, rect, block)
        case Fact():
            _fact(canvas, rect, block)
        case Line():
            _line(canvas, rect, block)
        case Choice():
            _choice(canvas, rect, block)
        case Moment():
            _moment(canvas, rect, block, last=last)
        case Pictures():
            _pictures(canvas, rect, block)
        case Heard():
            office_signals.paint_heard(canvas, rect, block)
        case Times():
            office_signals.paint_times(canvas, rect, block)
        case Square():
            office_signals.paint_square(canvas, rect, block)
        case _:
            assert_never(block)


def _heading_spans(canvas: Canvas, block: Heading) -> list[Span]:
    look, p = canvas.look, canvas.palette
    return [
        Span(text=look.lead(block.words), role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=look.lead(block.after), role=Role.HINT, color=p.ink2, gap=canvas.u(12)),
    ]


def _heading_fits(canvas: Canvas, block: Heading, rect: QRectF) -> bool:
    return canvas.row_width(_heading_spans(canvas, block)) <= rect.width()


def _heading(canvas: Canvas, rect: QRectF, block: Heading) -> None:
    first, second = _heading_spans(canvas, block)
    u, p = canvas.u, canvas.palette
    if not block.after.en or _heading_fits(canvas, block, rect):
        canvas.fitting_row(rect.left(), rect.center().y() + u(4), [first, second], rect.width())
        return
    canvas.fitting_row(rect.left(), rect.top() + u(24), [first], rect.width())
    below = QRectF(rect.left(), rect.top() + u(40), rect.width(), u(26))
    canvas.code(below, second.text, Role.HINT, color=p.ink2)


def _fact_rows(canvas: Canvas, block: Fact, rect: QRectF) -> int:
    name, value = canvas.look.lead(block.name), canvas.look.lead(block.value)
    if block.code:
        return 1
    half = rect.width() * 0.6 - canvas.u(12)
    return max(_rows(canvas, name, Role.HINT, rect.width() * 0.4), _rows(canvas, value, Role.HINT, half, bold=True))


def _fact(canvas: Canvas, rect: QRectF, block: Fact) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    room = rect.adjusted(0, u(4), 0, -u(4))
    name = QRectF(room.left(), room.top(), rect.width() * 0.4, room.height())
    canvas.text(name, look.lead(block.name), Role.HINT, color=p.ink2, lines=_LINES, floor=Role.HINT, valign="top")
    value = QRectF(name.right() + u(12), room.top(), rect.width() * 0.6 - u(12), room.height())
    if block.tone in (Tone.WARN, Tone.STOP):
        paint_triangle(canvas, QRectF(value.left() - u(24), value.top() + u(2), u(18), u(18)))
    color = {Tone.QUIET: p.ink2, Tone.STOP: p.stop}.get(block.tone, p.ink)
    text, bold = look.lead(block.value), block.tone is not Tone.QUIET
    if block.code:
        canvas.code(QRectF(value.left(), value.top(), value.width(), u(21)), text, Role.HINT, color=color, bold=bold)
    else:
        canvas.text(value, text, Role.HINT, color=color, bold=bold, lines=_LINES, floor=Role.HINT, valign="top")


def _line(canvas: Canvas, rect: QRectF, block: Line) -> None:
    p = canvas.palette
    role, _height = _set(canvas, block, rect.width())
    color = {Tone.QUIET: p.ink2, Tone.STOP: p.stop, Tone.WARN: p.warn_line}.get(block.tone, p.ink)
    text = canvas.look.lead(block.words)
    canvas.text(rect, text, role, color=color, bold=block.bold, lines=_LINES, floor=role, valign="middle")


def _choice(canvas: Canvas, rect: QRectF, block: Choice) -> None:
    u, p = canvas.u, canvas.palette
    key = QRectF(rect.left(), rect.center().y() - u(15), u(32), u(30))
    canvas.box(key, border=p.edge, width=1, radius=4)
    number = Span(text=str(block.number), role=Role.HINT, color=p.ink, bold=True)
    canvas.row(key.center().x(), key.center().y(), [number], align="center")
    words = QRectF(key.right() + u(16), rect.top(), rect.width() - u(48), rect.height())
    canvas.text(words, canvas.look.lead(block.words), Role.CAPTION, lines=_LINES, floor=Role.CAPTION)


def _detail_width(canvas: Canvas, block: Moment, rect: QRectF) -> float:
    picture = canvas.u(_PICTURE * 1.5 + 16) if block.picture else 0
    return rect.width() - canvas.u(_TIME + _DOT + 16) - picture


def _moment_height(canvas: Canvas, block: Moment, rect: QRectF) -> float:
    u, width = canvas.u, _detail_width(canvas, block, rect)
    words = _rows(canvas, canvas.look.lead(block.words), Role.CAPTION, width, bold=True) * u(25)
    detail = canvas.look.lead(block.detail)
    height = words + (_rows(canvas, detail, Role.HINT, width) * u(21) if detail else 0) + u(14)
    day = u(30) if block.day else 0
    return day + max(height, u(_PICTURE + 10) if block.picture else u(44))


def _moment(canvas: Canvas, rect: QRectF, block: Moment, *, last: bool) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    if block.day:
        canvas.row(rect.left(), rect.top() + u(15), [Span(text=block.day, role=Role.HINT, color=p.ink2, bold=True)])
        rect = rect.adjusted(0, u(30), 0, 0)
    time = Span(text=block.time, role=Role.HINT, color=p.ink2)
    canvas.row(rect.left() + u(_TIME - 12), rect.top() + u(19), [time], align="right")
    dot = QRectF(rect.left() + u(_TIME), rect.top() + u(4), u(_DOT), u(_DOT))
    if not last:
        canvas.fill(QRectF(dot.center().x() - 1, dot.bottom(), 2, rect.bottom() - dot.bottom() + u(4)), p.rule)
    _dot(canvas, dot, block)
    left, width = dot.right() + u(16), _detail_width(canvas, block, rect)
    rows = _rows(canvas, look.lead(block.words), Role.CAPTION, width, bold=True)
    words = QRectF(left, rect.top() + u(5), width, rows * u(25))
    canvas.text(words, look.lead(block.words), Role.CAPTION, bold=True, lines=_LINES, floor=Role.CAPTION, valign="top")
    if block.detail.en:
        below = QRectF(left, words.bottom(), width, rect.bottom() - words.bottom())
        canvas.text(
            below, look.lead(block.detail), Role.HINT, color=p.ink2, lines=_LINES, floor=Role.HINT, valign="top"
        )
    if block.picture:
        side = QRectF(rect.right() - u(_PICTURE * 1.5), rect.top() + u(2), u(_PICTURE * 1.5), u(_PICTURE))
        _image(canvas, side, block.picture)


def _dot(canvas: Canvas, rect: QRectF, block: Moment) -> None:
    p = canvas.palette
    fills = {Mark.OK: (p.ok, p.on_ok), Mark.STOP: (p.stop_fill, p.on_stop), Mark.ATTENTION: (p.warn, p.on_warn)}
    if block.mark is Mark.ATTENTION:
        paint_triangle(canvas, rect)
    elif block.mark in fills:
        fill, on = fills[block.mark]
        paint_mark(canvas.painter, rect, block.mark, fill=fill, on=on)
    else:
        canvas.box(rect, fill=p.panel, border=p.edge, width=1, radius=_DOT / 2)
        inner = rect.adjusted(rect.width() * 0.24, rect.width() * 0.24, -rect.width() * 0.24, -rect.width() * 0.24)
        paint_icon(canvas.painter, inner, block.icon, p.ink2, width=2.4)


def _image(canvas: Canvas, rect: QRectF, picture: Picture) -> None:
    canvas.box(rect, fill=canvas.palette.panel2, border=canvas.palette.rule, radius=4)
    if picture.image.isNull():
        return
    image = picture.image
    scale = min((rect.width() - 4) / image.width(), (rect.height() - 4) / image.height())
    wide, high = image.width() * scale, image.height() * scale
    target = QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2, wide, high)
    canvas.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    canvas.painter.drawImage(target, image)


def _pictures(canvas: Canvas, rect: QRectF, block: Pictures) -> None:
    """Equal columns, a caption over each; paper as large as it goes, in one and the same scale."""
    u, p, count = canvas.u, canvas.palette, len(block.several)
    wide = (rect.width() - u(16) * (count - 1)) / max(1, count)
    for at, picture in enumerate(block.several):
        left = rect.left() + at * (wide + u(16))
        caption = QRectF(left, rect.top() + u(4), wide, u(44))
        canvas.text(
            caption, canvas.look.lead(picture.caption), Role.HINT, color=p.ink2, lines=2, floor=Role.HINT, valign="top"
        )
        below = QRectF(left, caption.bottom() + u(4), wide, rect.bottom() - caption.bottom() - u(12))
        if picture.paper and not picture.image.isNull():
            below = _as_high(below, picture)
            canvas.fill(below, p.paper)
        _image(canvas, below, picture)


def _as_high(rect: QRectF, picture: Picture) -> QRectF:
    scale = min(rect.width() / picture.image.width(), rect.height() / picture.image.height())
    return QRectF(rect.left(), rect.top(), picture.image.width() * scale, picture.image.height() * scale)
