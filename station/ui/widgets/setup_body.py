"""The question of set-up with its numbered choices and what is typed; beside it what is to be scanned or seen."""

from __future__ import annotations

from dataclasses import dataclass
from re import finditer

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from station.ui.look import Look
from station.ui.screen import Words
from station.ui.setup_screen import ChoiceView, PictureView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span

_NARROW, _MIDDLE, _WIDE = 0.29, 0.40, 0.50
"""Of the width: codes of choices, codes of a make, a long code or a picture."""

_ROW, _GAP, _PAD, _LONG, _LONG_LOW = 60, 8, 32, 190, 130
_TIGHT = 1.08
_THIN, _THINNEST, _COLUMNS_MAX = 28, 20, 3
"""Rows thinner than this would touch each other's letters."""
_SCAN = Words(zh="也可以扫码选", en="Or scan a code")
_TYPE = Words(zh="输入后按回车", en="Type, then Enter")
_WAITING = Words(zh="请稍等", en="One moment")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    question: Words
    help: Words | None
    choices: tuple[ChoiceView, ...]
    codes: tuple[tuple[int, tuple[str, ...]], ...]  # number of a choice, its code's modules
    pictures: tuple[PictureView, ...]
    notes: tuple[tuple[Words, str], ...]
    figure: str
    takes_text: bool
    waiting: bool
    typed: str


def spoken(view: BodyView, look: Look) -> str:
    choices = " ".join(f"{choice.number}. {look.lead(choice.words)}" for choice in view.choices)
    return " ".join(filter(None, (look.lead(view.question), look.lead(view.help) if view.help else "", choices)))


def paint(canvas: Canvas, view: BodyView) -> None:
    canvas.fill(canvas.area, canvas.palette.panel)
    _, right = _halves(canvas, view)
    for choice, rect in zip(view.choices, rows(canvas, view, _upper(canvas, view)), strict=True):
        _choice(canvas, rect, choice)
    if view.pictures:
        _pictures(canvas, right, view.pictures)
    elif view.notes:
        _notes(canvas, right, view.notes)
    elif view.codes:
        _codes(canvas, right, view.codes)


def choice_at(canvas: Canvas, view: BodyView, point: QPointF) -> int | None:
    """The number of the choice that stands at ``point``."""
    places = zip(view.choices, rows(canvas, view, _upper(canvas, view)), strict=True)
    return next((choice.number for choice, rect in places if rect.contains(point)), None)


def _upper(canvas: Canvas, view: BodyView) -> float:
    """The question and what is typed; answers where the choices begin."""
    left, _ = _halves(canvas, view)
    top = _question(canvas, left, view)
    if view.takes_text or view.typed:
        top = _typing(canvas, QRectF(left.left(), top, left.width(), canvas.u(58)), view)
    return top


def _halves(canvas: Canvas, view: BodyView) -> tuple[QRectF, QRectF]:
    """Room for the question, and for what is to be scanned: beside it, or a long code under it."""
    u, area = canvas.u, canvas.area.adjusted(canvas.u(_PAD), canvas.u(24), -canvas.u(_PAD), -canvas.u(16))
    if not (view.pictures or view.codes or view.notes):
        return area, QRectF()
    if len(view.pictures) == 1 and view.pictures[0].linear:
        low = u(_LONG if not canvas.look.grid.low else _LONG_LOW)
        return (
            area.adjusted(0, 0, 0, -low - u(12)),
            QRectF(area.left(), area.bottom() - low, area.width(), low),
        )
    wide = view.notes or any(picture.file for picture in view.pictures)
    right = area.width() * (_WIDE if wide else _NARROW if not view.pictures else _MIDDLE)
    return (
        QRectF(area.left(), area.top(), area.width() - right - u(28), area.height()),
        QRectF(area.right() - right, area.top(), right, area.height()),
    )


def _question(canvas: Canvas, room: QRectF, view: BodyView) -> float:
    look, u, p = canvas.look, canvas.u, canvas.palette
    lead = QRectF(room.left(), room.top(), room.width(), u(92))
    taken = canvas.text(
        lead, look.lead(view.question), Role.VARIANT, bold=True, valign="top", floor=Role.LABEL, lines=3
    )
    top = taken.bottom() + u(4)
    if look.second(view.question) != look.lead(view.question):
        second = QRectF(room.left(), top, room.width(), u(52))
        top = canvas.second(second, look.second(view.question), Role.LABEL, valign="top", lines=2).bottom()
    if view.help is not None:
        help_room = QRectF(room.left(), top + u(10), room.width(), u(74))
        words = look.lead(view.help)
        top = canvas.text(help_room, words, Role.CAPTION, color=p.data, valign="top", lines=4, floor=Role.HINT).bottom()
    if view.figure:
        canvas.row(room.left(), top + u(74), [Span(text=view.figure, role=Role.COUNT, color=p.ink, bold=True)])
        top += u(134)
    elif view.waiting:
        waiting = [Span(text=f"… {look.lead(_WAITING)}", role=Role.BODY, color=p.ink2)]
        canvas.row(room.left(), top + u(34), waiting)
        top += u(44)
    return top + u(18)


def _typing(canvas: Canvas, rect: QRectF, view: BodyView) -> float:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel2, border=p.ink if view.takes_text else p.edge, width=2 if view.takes_text else 1)
    text, color = (view.typed + "▏", p.ink) if view.typed else (look.lead(_TYPE), p.ink3)
    spans = [Span(text=text, role=Role.BODY, color=color)]
    canvas.fitting_row(rect.left() + u(16), rect.center().y(), spans, rect.width() - u(32))
    return rect.bottom() + u(14)


def rows(canvas: Canvas, view: BodyView, top: float) -> list[QRectF]:
    """Where each choice stands; rows grow thinner when there are many, and then stand in columns."""
    left, _ = _halves(canvas, view)
    gap, columns = canvas.u(_GAP), 1
    height = _row_height(canvas, left.bottom() - top, len(view.choices))
    while height < canvas.u(_THIN if columns == 1 else _THINNEST) and columns < min(_COLUMNS_MAX, len(view.choices)):
        columns += 1
        height = _row_height(canvas, left.bottom() - top, -(-len(view.choices) // columns))
    down = -(-len(view.choices) // columns)
    width = (left.width() - gap * (columns - 1)) / columns
    places = [divmod(at, down) for at in range(len(view.choices))] if down else []
    return [QRectF(left.left() + c * (width + gap), top + r * (height + gap), width, height) for c, r in places]


def _row_height(canvas: Canvas, room: float, count: int) -> float:
    return min(float(canvas.u(_ROW)), (room - canvas.u(_GAP) * (count - 1)) / max(1, count))


def _choice(canvas: Canvas, rect: QRectF, choice: ChoiceView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel2, border=p.rule)
    number = QRectF(rect.left(), rect.top(), u(52 if rect.height() >= u(_THIN) else 40), rect.height())
    spans = [Span(text=str(choice.number), role=Role.BODY, color=p.ink, bold=True)]
    canvas.row(number.center().x(), number.center().y(), spans, align="center")
    canvas.fill(QRectF(number.right(), rect.top() + u(8), 1, rect.height() - u(16)), p.rule)
    room = QRectF(number.right() + u(14), rect.top(), rect.right() - number.right() - u(22), rect.height())
    if rect.height() < u(_ROW):
        _thin(canvas, room, choice)
        return
    second = choice.note or look.second(choice.words)
    lead = look.lead(choice.words)
    if second == lead:
        canvas.text(room, lead, Role.LABEL, bold=True, lines=2, floor=Role.HINT)
        return
    upper = QRectF(room.left(), room.top() + u(3), room.width(), room.height() * 0.56)
    lower = QRectF(room.left(), upper.bottom(), room.width(), room.height() - upper.height() - u(6))
    wide = look.letters.advance(lead, canvas.px(Role.HINT), bold=True)
    if wide > upper.width() and not choice.note:  # then the second language gives way
        canvas.text(room, lead, Role.LABEL, bold=True, lines=2, floor=Role.HINT, line_height=_TIGHT)
        return
    canvas.text(upper, lead, Role.LABEL, bold=True, lines=1, floor=Role.HINT)
    if choice.note:
        canvas.code(lower, choice.note, Role.HINT, color=p.ink2)
    else:
        canvas.second(lower, second, Role.HINT, lines=1, valign="top")


def _thin(canvas: Canvas, room: QRectF, choice: ChoiceView) -> None:
    """Lead and second on one row, where rows are many."""
    look, p, u = canvas.look, canvas.palette, canvas.u
    spans = [Span(text=look.lead(choice.words), role=Role.CAPTION, color=p.ink, bold=True)]
    second = choice.note or look.second(choice.words)
    if second != look.lead(choice.words):
        spans.append(Span(text=second, role=Role.HINT, color=p.ink2, gap=u(12)))
    if canvas.row_width(spans) <= room.width():
        canvas.row(room.left(), room.center().y(), spans)
    else:
        canvas.text(
            room, look.lead(choice.words), Role.CAPTION, bold=True, lines=2, floor=Role.HINT, line_height=_TIGHT
        )


def _notes(canvas: Canvas, room: QRectF, notes: tuple[tuple[Words, str], ...]) -> None:
    """What to look up, and where."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    height = min(u(102), room.height() / len(notes))
    for at, (what, see) in enumerate(notes):
        rect = QRectF(room.left(), room.top() + at * height, room.width(), height - u(6))
        canvas.fill(QRectF(rect.left(), rect.top(), u(4), rect.height()), p.data)
        upper = QRectF(rect.left() + u(16), rect.top(), rect.width() - u(16), u(28))
        lower = QRectF(upper.left(), upper.bottom(), upper.width(), rect.height() - upper.height())
        canvas.text(upper, look.lead(what), Role.CAPTION, bold=True, lines=1, floor=Role.HINT)
        canvas.text(lower, see, Role.HINT, color=p.ink2, lines=3, valign="top", floor=Role.HINT)


def _codes(canvas: Canvas, room: QRectF, codes: tuple[tuple[int, tuple[str, ...]], ...]) -> None:
    """A small QR a choice, in a grid, each with its number."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    caption = QRectF(room.left(), room.top(), room.width(), u(26))
    canvas.text(caption, look.lead(_SCAN), Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
    across = 2
    cell_w = room.width() / across
    down = -(-len(codes) // across)
    cell_h = min(u(150), (room.height() - u(34)) / down)
    for at, (number, rows_) in enumerate(codes):
        cell = QRectF(
            room.left() + at % across * cell_w, room.top() + u(34) + at // across * cell_h, cell_w, cell_h
        ).adjusted(u(2), u(4), -u(2), -u(4))
        mark = QRectF(cell.left(), cell.top(), u(30), cell.height())
        spans = [Span(text=str(number), role=Role.BODY, color=p.ink, bold=True)]
        canvas.row(mark.center().x(), mark.center().y(), spans, align="center")
        square(canvas, QRectF(mark.right(), cell.top(), cell.width() - mark.width(), cell.height()), rows_)


def _pictures(canvas: Canvas, room: QRectF, pictures: tuple[PictureView, ...]) -> None:
    u = canvas.u
    height = (room.height() - u(12) * (len(pictures) - 1)) / len(pictures)
    height = min(height, u(420) if pictures[0].file else u(300))
    for at, picture in enumerate(pictures):
        rect = QRectF(room.left(), room.top() + at * (height + u(12)), room.width(), height)
        _picture(canvas, rect, picture)


def _picture(canvas: Canvas, rect: QRectF, picture: PictureView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.paper, border=p.edge)
    words = look.lead(picture.caption)
    in_one = look.letters.advance(words, canvas.px(Role.HINT), bold=False) <= rect.width() - u(24)
    foot = u(30) if in_one else canvas.px(Role.HINT) * 2 * _TIGHT + 2
    caption = QRectF(rect.left() + u(12), rect.bottom() - foot - u(6), rect.width() - u(24), foot)
    canvas.text(
        caption, words, Role.HINT, color=p.on_paper, align="center", lines=2, floor=Role.HINT, line_height=_TIGHT
    )
    inside = QRectF(rect.left() + u(8), rect.top() + u(8), rect.width() - u(16), rect.height() - foot - u(18))
    if picture.file:
        _photo(canvas, inside, picture.file)
    elif picture.linear:
        _linear(canvas, inside, picture.rows[0])
    else:
        square(canvas, inside, picture.rows)


def _photo(canvas: Canvas, rect: QRectF, file: str) -> None:
    image = canvas.look.pictures.goods(file, int(rect.width()), int(rect.height()))
    if image is not None:
        left, top = rect.center().x() - image.width() / 2, rect.center().y() - image.height() / 2
        canvas.painter.drawImage(QRectF(left, top, image.width(), image.height()), image)


def _linear(canvas: Canvas, rect: QRectF, modules: str) -> None:
    """Whole pixels a module, quiet zone kept, as tall as there is room."""
    module = max(1, int(rect.width() // (len(modules) + 20)))
    left = round(rect.center().x() - len(modules) * module / 2)
    top = rect.top() + rect.height() * 0.08
    _sharp(canvas.painter)
    for at, one in enumerate(modules):
        if one == "1":
            canvas.painter.fillRect(
                left + at * module, round(top), module, round(rect.height() * 0.84), QColor(canvas.palette.on_paper)
            )
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def square(canvas: Canvas, rect: QRectF, rows_: tuple[str, ...]) -> None:
    """A QR on its own white ground with four modules of quiet zone."""
    across = len(rows_) + 8
    module = max(1, int(min(rect.width(), rect.height()) // across))
    side = across * module
    left, top = round(rect.center().x() - side / 2), round(rect.center().y() - side / 2)
    _sharp(canvas.painter)
    canvas.painter.fillRect(left, top, side, side, QColor(canvas.palette.paper))
    ink = QColor(canvas.palette.on_paper)
    for y, row in enumerate(rows_):
        for dark in finditer("1+", row):
            x, wide = dark.start() + 4, dark.end() - dark.start()
            canvas.painter.fillRect(left + x * module, top + (y + 4) * module, wide * module, module, ink)
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def _sharp(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
