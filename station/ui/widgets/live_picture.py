"""What the camera sees, small, in the lower right corner of the work: so that a covered or turned camera is noticed.

Its pictures come four times a second and repaint nothing but themselves.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from station.ui.band_words import called
from station.ui.look import Look

WIDTH: Final = 94
HEIGHT: Final = 53
MARGIN: Final = 8
"""Together no wider than what a label's preview leaves free beside it."""

OLD_MS: Final = 3_000
"""A picture that is not followed by another for so long is no longer what the camera sees: it goes."""


class LivePicture(QWidget):
    """Hidden until there is a picture and the window has a place for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("camera")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._image: QImage | None = None
        self._edge = QColor()
        self._ground = QColor()
        self._old = QTimer(self, singleShot=True, interval=OLD_MS)
        self._old.timeout.connect(self._forget)
        self.hide()

    @property
    def there(self) -> bool:
        return self._image is not None

    def see(self, image: QImage) -> bool:
        """The newest picture; whether it is the first one after none."""
        first = self._image is None
        self._image = image
        self._old.start()
        self.update()
        return first

    def stand(self, area: QRect, look: Look) -> None:
        """In the lower right corner of ``area``."""
        u, p = look.grid.u, look.palette
        self.setAccessibleName(called(self.objectName(), look))
        self._edge, self._ground = QColor(p.edge), QColor(p.panel2)
        width, height = u(WIDTH), u(HEIGHT)
        self.setGeometry(area.right() + 1 - u(MARGIN) - width, area.bottom() + 1 - u(MARGIN) - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(self.rect().center())
            painter.drawImage(place, self._image)
        painter.setPen(self._edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _forget(self) -> None:
        self._image = None
        self.hide()


def room(look: Look) -> int:
    """Width and margins that a picture takes from what stands left of it."""
    return look.grid.u(WIDTH + MARGIN)


def height(look: Look) -> int:
    return look.grid.u(HEIGHT + 2 * MARGIN)
