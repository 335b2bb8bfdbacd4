"""The verdict shapes on a 24 grid. They differ in outline, not only in colour."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


class Mark(StrEnum):
    OK = "ok"
    STOP = "stop"
    ATTENTION = "attention"
    WAIT = "wait"
    NORMAL = "normal"
    OFFLINE = "offline"
    SCAN = "scan"
    PAUSE = "pause"
    CALL = "call"
    CALL_LOUD = "call loud"


def paint_mark(painter: QPainter, rect: QRectF, mark: Mark, *, fill: str, on: str) -> None:
    """``fill`` is the shape, ``on`` what is drawn inside it; outline marks use ``fill`` only."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    match mark:
        case Mark.OK:
            _disc(painter, fill, on)
        case Mark.STOP:
            _octagon(painter, fill, on)
        case Mark.ATTENTION:
            _triangle(painter, fill, on)
        case Mark.WAIT:
            _hourglass(painter, fill)
        case Mark.NORMAL:
            _ring(painter, fill)
        case Mark.OFFLINE:
            _broken_line(painter, fill)
        case Mark.SCAN:
            _scan_frame(painter, fill)
        case Mark.PAUSE:
            _pause(painter, fill)
        case Mark.CALL:
            _bell(painter, fill, rings=False)
        case Mark.CALL_LOUD:
            _bell(painter, fill, rings=True)
        case _:
            assert_never(mark)
    painter.restore()


def _stroke(painter: QPainter, color: str, width: float) -> None:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _solid(painter: QPainter, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))


def _points(*pairs: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in pairs])


def _disc(painter: QPainter, fill: str, on: str) -> None:
    _solid(painter, fill)
    painter.drawEllipse(QPointF(12, 12), 11.5, 11.5)
    _stroke(painter, on, 2.7)
    painter.drawPolyline(_points((6.6, 12.5), (10.3, 16.1), (17.6, 8.2)))


def _octagon(painter: QPainter, fill: str, on: str) -> None:
    _solid(painter, fill)
    corners = [math.radians(22.5 + 45 * at) for at in range(8)]
    painter.drawPolygon(_points(*((12 + 11.9 * math.cos(a), 12 + 11.9 * math.sin(a)) for a in corners)))
    _stroke(painter, on, 2.9)
    painter.drawLine(QPointF(7.4, 7.4), QPointF(16.6, 16.6))
    painter.drawLine(QPointF(16.6, 7.4), QPointF(7.4, 16.6))


def _triangle(painter: QPainter, fill: str, on: str) -> None:
    _solid(painter, fill)
    pen = QPen(QColor(fill), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolygon(_points((12, 2.3), (22.8, 21.2), (1.2, 21.2)))
    _stroke(painter, on, 2.5)
    painter.drawLine(QPointF(12, 8.6), QPointF(12, 14.2))
    _solid(painter, on)
    painter.drawEllipse(QPointF(12, 18.3), 1.5, 1.5)


def _hourglass(painter: QPainter, color: str) -> None:
    _stroke(painter, color, 2)
    painter.drawLine(QPointF(5, 2.5), QPointF(19, 2.5))
    painter.drawLine(QPointF(5, 21.5), QPointF(19, 21.5))
    painter.drawPolyline(_points((7, 2.5), (7, 7), (12, 12), (17, 7), (17, 2.5)))
    painter.drawPolyline(_points((7, 21.5), (7, 17), (12, 12), (17, 17), (17, 21.5)))


def _ring(painter: QPainter, color: str) -> None:
    _stroke(painter, color, 2)
    painter.drawEllipse(QPointF(12, 12), 10, 10)
    painter.drawPolyline(_points((7.6, 12.3), (10.7, 15.3), (16.4, 9)))


def _broken_line(painter: QPainter, color: str) -> None:
    _stroke(painter, color, 2.4)
    painter.drawLine(QPointF(10.5, 12), QPointF(13.5, 12))
    painter.drawLine(QPointF(5, 12), QPointF(7, 12))
    painter.drawEllipse(QPointF(19.5, 12), 2.8, 2.8)
    _solid(painter, color)
    painter.drawEllipse(QPointF(3.2, 12), 2.8, 2.8)


def _scan_frame(painter: QPainter, color: str) -> None:
    _stroke(painter, color, 2)
    for x, dx in ((2, 1), (22, -1)):
        for y, dy in ((2, 1), (22, -1)):
            painter.drawPolyline(_points((x + 5 * dx, y), (x + dx, y), (x, y + dy), (x, y + 5 * dy)))
    for bar in (7.5, 10.5, 13.5, 16.5):
        painter.drawLine(QPointF(bar, 7.5), QPointF(bar, 16.5))


def _pause(painter: QPainter, color: str) -> None:
    _stroke(painter, color, 2)
    painter.drawRoundedRect(QRectF(3, 3, 18, 18), 3, 3)
    painter.drawLine(QPointF(9.7, 8.5), QPointF(9.7, 15.5))
    painter.drawLine(QPointF(14.3, 8.5), QPointF(14.3, 15.5))


def _bell(painter: QPainter, color: str, *, rings: bool) -> None:
    """One that rings is smaller, between the strokes of its sound."""
    painter.save()
    if rings:
        painter.translate(12, 12)
        painter.scale(0.66, 0.66)
        painter.translate(-12, -12)
    path = QPainterPath(QPointF(3, 18.5))
    path.cubicTo(5.6, 16.5, 5.4, 14, 5.4, 10.5)
    path.cubicTo(5.4, 1.6, 18.6, 1.6, 18.6, 10.5)
    path.cubicTo(18.6, 14, 18.4, 16.5, 21, 18.5)
    path.closeSubpath()
    pen = QPen(QColor(color), 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(color))
    painter.drawPath(path)
    painter.drawEllipse(QPointF(12, 21.4), 2.3, 1.7)
    painter.drawEllipse(QPointF(12, 2.6), 1.1, 1.1)
    painter.restore()
    if rings:
        _stroke(painter, color, 2)
        for start in (145, -35):
            painter.drawArc(QRectF(3.2, 2.4, 17.6, 17.6), start * 16, 70 * 16)
            painter.drawArc(QRectF(0.8, 0, 22.4, 22.4), (start + 5) * 16, 60 * 16)
