"""The widget all bands share: it keeps one view, repaints only when that view changes, and says it aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from station.ui.band_words import called
from station.ui.look import Look
from station.ui.widgets.canvas import Canvas

View = TypeVar("View")


class Band(QWidget, Generic[View]):
    """Paints ``View`` values with a plain function; knows nothing of what they mean."""

    touched = Signal(float, float)

    def __init__(self, parent: QWidget, name: str, paint: Callable[[Canvas, View], None]) -> None:
        super().__init__(parent)
        self._paint = paint
        self._shown: tuple[View, Look] | None = None
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def view(self) -> View | None:
        return self._shown[0] if self._shown else None

    def put(self, view: View, look: Look, spoken: str = "") -> bool:
        """Show this from now on; answers whether anything had to be repainted."""
        if self._shown == (view, look):
            return False
        self._shown = (view, look)
        self.setAccessibleName(called(self.objectName(), look))
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        view, look = self._shown
        painter = QPainter(self)
        self._paint(Canvas(painter, look, QRectF(self.rect())), view)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit(event.position().x(), event.position().y())
