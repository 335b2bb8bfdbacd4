"""The six command buttons: icon, name, second language and key. Never focusable, so no Enter can press one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from station.ui.look import Look
from station.ui.screen import CommandView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon, paint_small_code

COUNT = 6


def paint_command(canvas: Canvas, view: CommandView | None, *, first: bool = False, down: bool = False) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel if down else p.panel2)
    canvas.fill(QRectF(area.left(), area.top(), area.width(), 1), p.rule)
    if not first:
        canvas.rule_left(area)
    if view is None:
        return
    name, below = _spans(canvas, view)
    icon_side, gap, code = u(28), u(14), 0 if view.key else u(30)
    room = area.width() - icon_side - gap - u(20)
    if canvas.row_width(below) > room - code and view.key:
        below = below[-1:]  # on a small screen the key alone; the second language goes first
    name, below = canvas.stepped(name, room), canvas.stepped(below, room - code)
    width = max(canvas.row_width(name), canvas.row_width(below) + code)
    left = area.center().x() - (icon_side + gap + width) / 2
    icon = QRectF(left, area.center().y() - icon_side / 2, icon_side, icon_side)
    paint_icon(canvas.painter, icon, view.command, p.ink, width=2.2)
    x = icon.right() + gap
    canvas.row(x, area.center().y() - u(11), name)
    end = canvas.row(x, area.center().y() + u(14), below)
    if not view.key and view.code:
        paint_small_code(canvas.painter, QRectF(end, area.center().y() + u(6), u(30), u(16)), p.ink)


def _spans(canvas: Canvas, view: CommandView) -> tuple[list[Span], list[Span]]:
    p, look = canvas.palette, canvas.look
    name = [Span(text=look.lead(view.words), role=Role.LABEL, color=p.ink, bold=True)]
    dot = " · " if view.key or view.code else ""
    below = [Span(text=look.second(view.words) + dot, role=Role.HINT, color=p.ink2)]
    if view.key:
        below.append(Span(text=view.key, role=Role.HINT, color=p.ink, bold=True))
    return name, below


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
    for at, view in enumerate(seats(views)):
        area = QRectF(canvas.area.left() + at * width, canvas.area.top(), width, canvas.area.height())
        paint_command(canvas.within(area), view, first=at == 0)


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
        self.setAccessibleDescription(view.key if view else "")
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
