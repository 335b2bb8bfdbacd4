"""The six command buttons: icon, name, second language and key. Never focusable, so no Enter can press one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from station.ui.band_words import BY_CODE
from station.ui.look import Look
from station.ui.screen import CommandView, Words
from station.ui.type import Role
from station.ui.widgets import squares
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon, paint_small_code

COUNT = 6
THREE_ROWS = 84
"""Below it a button has room for its picture and one name."""
_MODULE_LEAST = 2
CODE_SHARE = 0.86
"""Of a button's height: its code, quiet zone and all."""


def paint_command(canvas: Canvas, view: CommandView | None, *, first: bool = False, down: bool = False) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel if down else p.panel2)
    canvas.fill(QRectF(area.left(), area.top(), area.width(), 1), p.rule)
    if not first:
        canvas.rule_left(area)
    if view is None:
        return
    if view.code and canvas.look.grid.codes:
        _with_code(canvas, view)
        return
    name, below = _spans(canvas, view)
    icon_side, gap, code = u(28), u(14), 0 if view.key else u(30)
    room = area.width() - icon_side - gap - u(20)
    if canvas.row_width(below) > room - code:  # on a small screen the key or code alone; the second language goes first
        below = below[-1:] if view.key else []
    if canvas.row_width([replace(name[0], role=Role.HINT)]) > room:  # a name is read, a picture only recognised
        icon_side, gap, room = 0, 0, area.width() - u(16)
    name, below = canvas.stepped(name, room), canvas.stepped(below, room - code)
    width = max(canvas.row_width(name), canvas.row_width(below) + code)
    left = area.center().x() - (icon_side + gap + width) / 2
    icon = QRectF(left, area.center().y() - icon_side / 2, icon_side, icon_side)
    if icon_side:
        paint_icon(canvas.painter, icon, view.command, p.ink, width=2.2)
    x = icon.right() + gap
    canvas.row(x, area.center().y() - u(11), name)
    end = canvas.row(x, area.center().y() + u(14), below)  # x itself without a second language
    if not view.key and view.code:
        paint_small_code(canvas.painter, QRectF(end, area.center().y() + u(6), u(30), u(16)), p.ink)


def _with_code(canvas: Canvas, view: CommandView) -> None:
    """The code on the right, whole modules; the words get what is left, and the picture goes above them."""
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    name = [Span(text=look.lead(view.words), role=Role.LABEL, color=p.ink, bold=True)]
    least = canvas.row_width([replace(name[0], role=Role.HINT)]) + u(12 + 6 + 8)
    module = int(area.height() * CODE_SHARE // squares.symbol(view.code).width())
    while module > _MODULE_LEAST and squares.side_px(view.code, module) + least > area.width():
        module -= 1  # a long name on a small screen: it must be read, and the code is read from nearer
    module = max(_MODULE_LEAST, module)
    side = squares.side_px(view.code, module)
    aside, before, after = (8, 12, 6) if side + least <= area.width() else (2, 8, 4)
    square = QRectF(area.right() - side - u(aside), area.center().y() - side / 2, side, side)
    squares.paint_square(canvas.painter, square, view.code, module)
    left, room = area.left() + u(before), square.left() - area.left() - u(before + after)
    second = [Span(text=look.second(view.words), role=Role.HINT, color=p.ink2)]
    both = canvas.row_width(second) <= room and area.height() >= u(THREE_ROWS)  # else the person's own language alone
    middle = area.center().y() + u(3 if both else 14)
    icon = QRectF(left, middle - u(39), u(22), u(22))
    paint_icon(canvas.painter, icon, view.command, p.ink, width=2.2)
    if view.key:
        canvas.row(
            icon.right() + u(8), icon.center().y(), [Span(text=view.key, role=Role.HINT, color=p.ink, bold=True)]
        )
    canvas.fitting_row(left, middle, name, room)
    if both:
        canvas.row(left, middle + u(24), second)


def _spans(canvas: Canvas, view: CommandView) -> tuple[list[Span], list[Span]]:
    p, look = canvas.palette, canvas.look
    name = [Span(text=look.lead(view.words), role=Role.LABEL, color=p.ink, bold=True)]
    dot = " · " if view.key or view.code else ""
    below = [Span(text=look.second(view.words) + dot, role=Role.HINT, color=p.ink2)]
    if view.key:
        below.append(Span(text=view.key, role=Role.HINT, color=p.ink, bold=True))
    return name, below


def keyed(command: str, words: Words, key: str) -> CommandView:
    """A command of a screen without command codes; its picture is that of the name."""
    return CommandView(command=command, words=words, key=key, code="")


def stand(buttons: Sequence[QWidget], *, width: int, top: int, height: int) -> None:
    """Side by side over the whole width, no pixel left between."""
    for at, button in enumerate(buttons):
        left = at * width // len(buttons)
        button.setGeometry(left, top, (at + 1) * width // len(buttons) - left, height)


def seats(views: tuple[CommandView, ...]) -> tuple[CommandView | None, ...]:
    """One seat a button: from the left, and the last command in the last seat, so that help never moves."""
    assert len(views) <= COUNT
    free: tuple[CommandView | None, ...] = (None,) * (COUNT - len(views))
    return (*views[:-1], *free, *views[-1:])


def paint_row(canvas: Canvas, views: tuple[CommandView, ...]) -> None:
    """All six as a picture, for the screen on which they are off duty."""
    width = canvas.area.width() / COUNT
    for at, seat in enumerate(seats(views)):
        view = replace(seat, code="") if seat is not None else None  # nor is a code on it to be scanned
        area = QRectF(canvas.area.left() + at * width, canvas.area.top(), width, canvas.area.height())
        paint_command(canvas.within(area), view, first=at == 0)


def _how(view: CommandView, look: Look) -> str:
    """The other language and how it is given without a mouse, as a screen reader says it."""
    return ", ".join(dict.fromkeys((look.second(view.words), view.key or look.lead(BY_CODE))))


class CommandButton(QAbstractButton):
    asked = Signal(str)

    def __init__(self, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self._first = first
        self._shown: tuple[CommandView | None, Look] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.clicked.connect(self._ask)

    def put(self, view: CommandView | None, look: Look) -> None:
        if self._shown == (view, look):
            return
        self._shown = (view, look)
        self.setEnabled(view is not None)
        self.setAccessibleName(look.lead(view.words) if view else "")
        self.setAccessibleDescription(_how(view, look) if view else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        view, look = self._shown
        painter = QPainter(self)
        canvas = Canvas(painter, look, QRectF(self.rect()))
        paint_command(canvas, view, first=self._first, down=self.isDown())
        painter.end()

    def _ask(self) -> None:
        if self._shown and self._shown[0]:
            self.asked.emit(self._shown[0].command)


class CommandRow:
    """The six buttons of a view; ``asked`` is told the name of the command that was pressed."""

    def __init__(self, parent: QWidget, asked: Callable[[str], object] | SignalInstance) -> None:
        self.buttons = tuple(CommandButton(parent, first=at == 0) for at in range(COUNT))
        for button in self.buttons:
            button.asked.connect(asked)

    def put(self, views: tuple[CommandView, ...], look: Look) -> None:
        for button, view in zip(self.buttons, seats(views), strict=True):
            button.put(view, look)

    def place(self, *, width: int, top: int, height: int) -> None:
        stand(self.buttons, width=width, top=top, height=height)
