"""Where a driver signs: with a finger, a pen or the mouse. Gives a picture; knows nobody's name."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QWidget

from station.ui.look import Look
from station.ui.screen import Words
from station.ui.theme import LIGHT
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas

PICTURE = QSize(900, 300)
"""Pixels of the picture, whatever the size of the pad."""

POINTS_MAX = 20_000
"""A signature has some hundreds; a sleeve that rests on the pad adds no more than these."""

LENGTH_MIN = 0.15
"""Of the pad's width: a dot made by touching it is no signature."""


class SignaturePad(QWidget):
    """White and black in every palette, as on paper. ``changed`` comes with each stroke."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._strokes: list[list[QPointF]] = []  # in shares of the pad's width and height
        self._points = 0
        self._look: Look | None = None
        self._invitation = Words(zh="", en="")
        self.setObjectName("signature")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def put(self, look: Look, invitation: Words) -> None:
        self._look, self._invitation = look, invitation
        self.setAccessibleName(look.lead(invitation))
        self.update()

    @property
    def signed(self) -> bool:
        return self._length() >= LENGTH_MIN

    def clear(self) -> None:
        self._strokes, self._points = [], 0
        self.update()
        self.changed.emit()

    def png(self) -> bytes:
        """The strokes, black on white, 900 by 300."""
        image = QImage(PICTURE, QImage.Format.Format_Grayscale8)
        image.fill(QColor(LIGHT.paper))
        painter = QPainter(image)
        self._draw(painter, QRectF(image.rect()), LIGHT.on_paper)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        saved = image.save(buffer, "PNG")  # type: ignore[call-overload]
        assert saved, "Qt can write PNG"
        return bytes(buffer.data().data())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())
        self.changed.emit()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen; accepted, or Qt would send the mouse's events for it as well."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove if self._strokes and event.pressure() > 0:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self.changed.emit()
            case _:
                pass
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        look, area, p = self._look, QRectF(self.rect()), self._look.palette
        painter = QPainter(self)
        canvas = Canvas(painter, look, area)
        canvas.fill(area, p.bg)
        canvas.box(area, fill=p.paper, border=p.edge, width=2, radius=8)
        line = area.top() + area.height() * 0.78
        canvas.fill(QRectF(area.left() + area.width() * 0.06, line, area.width() * 0.88, 2), LIGHT.rule)
        if not self._strokes:
            words = f"{look.lead(self._invitation)}  {look.second(self._invitation)}"
            room = QRectF(area.left(), line + look.grid.u(8), area.width(), area.bottom() - line - look.grid.u(16))
            canvas.text(room, words, Role.BODY, color=LIGHT.ink3, align="center", lines=1, floor=Role.HINT)
        self._draw(painter, area, p.on_paper)
        painter.end()

    def _begin(self, at: QPointF) -> None:
        self._strokes.append([])
        self._go_on(at)

    def _go_on(self, at: QPointF) -> None:
        if not self._strokes or self._points >= POINTS_MAX:
            return
        share = QPointF(at.x() / max(1, self.width()), at.y() / max(1, self.height()))
        self._strokes[-1].append(share)
        self._points += 1
        self.update()

    def _length(self) -> float:
        pairs = ((a, b) for stroke in self._strokes for a, b in pairwise(stroke))
        return sum((b - a).manhattanLength() for a, b in pairs)

    def _draw(self, painter: QPainter, area: QRectF, color: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(color), max(2.0, area.height() / 70))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            points = [QPointF(area.left() + p.x() * area.width(), area.top() + p.y() * area.height()) for p in stroke]
            path = QPainterPath(points[0])
            for point in points[1:]:
                path.lineTo(point)
            painter.drawPath(path)
