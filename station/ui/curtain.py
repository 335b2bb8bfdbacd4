"""The cover over a window at which nobody signs in: nothing of it can be read, and no key reaches it, until it is drawn
back. It keeps out eyes and not people: who must be kept out is the matter of the system's own lock.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.icons import paint_icon
from station.ui.words import Words

COVERED: Final = Words(zh="已遮住", en="Covered")
HOW: Final = Words(zh="再按 Ctrl+Shift+K 打开", en="Ctrl+Shift+K again shows it")
ONLY_A_COVER: Final = Words(
    zh="这个窗口没有人登录，只是遮住。离开时请锁电脑。",
    en="Nobody signs in to this window: it is only covered. Lock the computer when you leave.",
)


class Curtain(QWidget):
    """Lies over the whole of a window and takes its focus; gives it back when it goes."""

    def __init__(self, whole: QWidget, look: Callable[[], Look], took: Callable[[QKeyEvent], bool]) -> None:
        """``took``: the keys that all screens share, of which one draws the curtain back."""
        super().__init__(whole)
        self._whole = whole
        self._look = look
        self._took = took
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # a scanner's keys stay here, as in a field
        self.hide()

    def toggle(self) -> None:
        if self.isVisibleTo(self._whole):
            self._go()
            return
        self._before = self.window().focusWidget()
        for other in self._others():
            other.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        self.setFocus()

    def _go(self) -> None:
        for other in self._others():
            other.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def _others(self) -> list[QWidget]:
        children = (one for one in self._whole.children() if isinstance(one, QWidget) and one is not self)
        return [self._whole, *children]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What comes or is raised while it is drawn comes under it."""
        if event.type() in (QEvent.Type.ZOrderChange, QEvent.Type.ChildPolished):
            self.raise_()
        return False

    def place(self) -> None:
        """Over all of it, and in the words of now."""
        self.setGeometry(self._whole.rect())
        look = self._look()
        self.setAccessibleName(" ".join(look.lead(words) for words in (COVERED, HOW, ONLY_A_COVER)))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._took(event)
        event.accept()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab never moves the focus to what lies behind."""
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look()
        painter = QPainter(self)
        _paint(Canvas(painter, look, QRectF(self.rect())))
        painter.end()


def _paint(canvas: Canvas) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.bg)
    side = u(110)
    width = min(area.width() - 2 * look.grid.margin, u(880))
    top = area.center().y() - u(150)
    left = area.center().x() - width / 2
    paint_icon(canvas.painter, QRectF(left, top, side, side), "frozen", p.ink, width=1.5)
    beside = QRectF(left + side + u(24), top, width - side - u(24), side)
    head = beside.adjusted(0, 0, 0, -side * 0.4)
    canvas.text(head, look.lead(COVERED), Role.TITLE, bold=True, floor=Role.BODY)
    canvas.text(beside.adjusted(0, side * 0.6, 0, 0), look.second(COVERED), Role.BODY, color=p.ink2, floor=Role.HINT)
    below = QRectF(left, top + side + u(28), width, u(64))
    for words in (HOW, ONLY_A_COVER):
        canvas.text(below.adjusted(0, 0, 0, -u(28)), look.lead(words), Role.BODY, bold=True, floor=Role.HINT)
        second = below.adjusted(0, u(36), 0, 0)
        canvas.text(second, look.second(words), Role.CAPTION, color=p.ink2, floor=Role.HINT)
        below.translate(0, u(84))
