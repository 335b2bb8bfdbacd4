"""Small outline icons, drawn on a 24 grid; an unknown name draws a plain ring rather than nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_Point = tuple[float, float]


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str, *, width: float = 2) -> None:
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _ICONS.get(name, _dot)(painter)
    painter.restore()


def paint_small_code(painter: QPainter, rect: QRectF, color: str) -> None:
    """The sign for "by code": a picture of a barcode, not one to be scanned."""
    widths = (2, 1, 1, 2, 1, 1, 3, 1, 1, 2, 2, 1, 1, 1, 2)
    unit = rect.width() / sum(widths)
    left = rect.left()
    for at, count in enumerate(widths):
        if at % 2 == 0:
            painter.fillRect(QRectF(left, rect.top(), count * unit, rect.height()), QColor(color))
        left += count * unit


def _line(painter: QPainter, *points: _Point) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _frame(painter: QPainter, x: float, y: float, w: float, h: float, radius: float = 1.5) -> None:
    painter.drawRoundedRect(QRectF(x, y, w, h), radius, radius)


def _undo(painter: QPainter) -> None:
    _line(painter, (8, 4), (3.5, 8.5), (8, 13))
    path = QPainterPath(QPointF(3.5, 8.5))
    path.lineTo(14.5, 8.5)
    path.cubicTo(23, 8.5, 23, 20, 14.5, 20)
    path.lineTo(9, 20)
    painter.drawPath(path)


def _anchor(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 5), 2.5, 2.5)
    _line(painter, (12, 7.5), (12, 21))
    _line(painter, (8, 11), (16, 11))
    path = QPainterPath(QPointF(4, 14))
    path.cubicTo(5, 19, 8, 21, 12, 21)
    path.cubicTo(16, 21, 19, 19, 20, 14)
    painter.drawPath(path)


def _hold(painter: QPainter) -> None:
    _line(painter, (8.5, 3.5), (8.5, 20.5))
    _line(painter, (15.5, 3.5), (15.5, 20.5))


def _quantity(painter: QPainter) -> None:
    _line(painter, (6, 8.5), (6, 16.5))
    _line(painter, (2, 12.5), (10, 12.5))
    _line(painter, (15, 8), (19, 5.5), (19, 19.5))


def _camera(painter: QPainter) -> None:
    _line(painter, (8, 7), (9.5, 4), (14.5, 4), (16, 7))
    _frame(painter, 2, 7, 20, 13, 2)
    painter.drawEllipse(QPointF(12, 13.3), 3.6, 3.6)


def _up(painter: QPainter) -> None:
    _line(painter, (12, 20), (12, 4))
    _line(painter, (5.5, 10.5), (12, 4), (18.5, 10.5))


def _down(painter: QPainter) -> None:
    _line(painter, (12, 4), (12, 20))
    _line(painter, (5.5, 13.5), (12, 20), (18.5, 13.5))


def _split(painter: QPainter) -> None:
    _frame(painter, 2.5, 7.5, 8, 11)
    _frame(painter, 13.5, 7.5, 8, 11)
    _line(painter, (12, 3), (12, 21))


def _next(painter: QPainter) -> None:
    _line(painter, (3, 12), (21, 12))
    _line(painter, (14, 5), (21, 12), (14, 19))


def _back(painter: QPainter) -> None:
    _line(painter, (21, 12), (3, 12))
    _line(painter, (10, 5), (3, 12), (10, 19))


def _bell(painter: QPainter) -> None:
    path = QPainterPath(QPointF(4, 17))
    path.cubicTo(7, 14, 5, 4, 12, 4)
    path.cubicTo(19, 4, 17, 14, 20, 17)
    path.closeSubpath()
    painter.drawPath(path)
    _line(painter, (12, 2), (12, 4))
    _line(painter, (10, 21), (14, 21))


def _scale(painter: QPainter) -> None:
    _line(painter, (4, 4), (20, 4))
    _line(painter, (12, 4), (12, 8))
    _line(painter, (6, 8.5), (18, 8.5), (21, 21), (3, 21), (6, 8.5))
    _line(painter, (12, 17), (14.5, 12.5))


def _zero(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 4.6, 8)


def _printer(painter: QPainter) -> None:
    _frame(painter, 6.5, 2.5, 11, 6)
    _line(painter, (6, 17), (2.5, 17), (2.5, 8.5), (21.5, 8.5), (21.5, 17), (18, 17))
    _frame(painter, 6.5, 13.5, 11, 8)


def _label(painter: QPainter) -> None:
    _frame(painter, 4, 2.5, 16, 19)
    _line(painter, (7.5, 6), (16.5, 6))
    for x in (8.0, 11.0, 13.5, 16.0):
        _line(painter, (x, 10), (x, 18))


def _no_label(painter: QPainter) -> None:
    _frame(painter, 4, 2.5, 16, 19)
    _line(painter, (8, 8), (16, 16))
    _line(painter, (16, 8), (8, 16))


def _bin(painter: QPainter) -> None:
    _line(painter, (4, 6.5), (20, 6.5))
    _line(painter, (9, 6.5), (9, 3), (15, 3), (15, 6.5))
    _line(painter, (6, 6.5), (7, 21), (17, 21), (18, 6.5))
    for x in (10, 14):
        _line(painter, (x, 11), (x, 16.5))


def _scanner(painter: QPainter) -> None:
    for x, dx in ((2, 1), (22, -1)):
        for y, dy in ((3, 1), (21, -1)):
            _line(painter, (x + 4 * dx, y), (x, y), (x, y + 4 * dy))
    for bar in (7.5, 10.5, 13.5, 16.5):
        _line(painter, (bar, 8), (bar, 16))


def _link(painter: QPainter) -> None:
    painter.save()
    painter.translate(12, 12)
    painter.rotate(-45)
    _frame(painter, -11, -3.5, 10, 7, 3.5)
    _frame(painter, 1, -3.5, 10, 7, 3.5)
    _line(painter, (-4.5, 0), (4.5, 0))
    painter.restore()


def _note(painter: QPainter) -> None:
    _line(painter, (2.5, 3.5), (21.5, 3.5), (21.5, 17), (11, 17), (6.5, 21.5), (6.5, 17), (2.5, 17), (2.5, 3.5))
    _line(painter, (7, 8.3), (17, 8.3))
    _line(painter, (7, 12.3), (14, 12.3))


def _gift(painter: QPainter) -> None:
    _frame(painter, 2.5, 7, 19, 4.5, 1)
    _line(painter, (4.5, 11.5), (4.5, 21.5), (19.5, 21.5), (19.5, 11.5))
    _line(painter, (12, 7), (12, 21.5))
    path = QPainterPath(QPointF(12, 7))
    path.cubicTo(8, 7, 5.5, 5.5, 6.5, 3.5)
    path.cubicTo(8, 1.5, 11, 3, 12, 7)
    path.cubicTo(13, 3, 16, 1.5, 17.5, 3.5)
    path.cubicTo(18.5, 5.5, 16, 7, 12, 7)
    painter.drawPath(path)


def _clock(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 10, 10)
    _line(painter, (12, 6), (12, 12), (16, 14.5))


def _padlock(painter: QPainter) -> None:
    _frame(painter, 4.5, 10.5, 15, 11)
    path = QPainterPath(QPointF(8, 10.5))
    path.cubicTo(8, 0.5, 16, 0.5, 16, 10.5)
    painter.drawPath(path)
    _line(painter, (12, 15), (12, 17))


def _padlock_open(painter: QPainter) -> None:
    _frame(painter, 4.5, 10.5, 15, 11)
    path = QPainterPath(QPointF(8, 10.5))
    path.cubicTo(7, 1, 15, 0.5, 16, 5.5)
    painter.drawPath(path)
    _line(painter, (12, 15), (12, 17))


def _box(painter: QPainter) -> None:
    _line(painter, (12, 2), (21, 7), (21, 17), (12, 22), (3, 17), (3, 7), (12, 2))
    _line(painter, (3, 7), (12, 12), (21, 7))
    _line(painter, (12, 12), (12, 22))


def _badge(painter: QPainter) -> None:
    _frame(painter, 4, 5, 16, 17)
    _line(painter, (10, 2), (14, 2), (14, 7), (10, 7), (10, 2))
    painter.drawEllipse(QPointF(12, 12), 2.4, 2.4)
    _line(painter, (8, 18.5), (9.5, 16.5), (14.5, 16.5), (16, 18.5))


def _question(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 10, 10)
    path = QPainterPath(QPointF(9, 9.5))
    path.cubicTo(9, 5, 15.5, 5.5, 15, 9.5)
    path.cubicTo(14.7, 11.5, 12, 11.5, 12, 14)
    painter.drawPath(path)
    painter.drawPoint(QPointF(12, 17.5))


def _hand(painter: QPainter) -> None:
    _line(painter, (7, 13), (7, 6), (9.5, 6), (9.5, 12), (9.5, 4), (12, 4), (12, 12), (12, 5), (14.5, 5), (14.5, 12))
    _line(painter, (14.5, 7.5), (17, 7.5), (17, 16), (14, 21), (9, 21), (4, 14.5), (7, 13))


def _short(painter: QPainter) -> None:
    _line(painter, (4, 12), (20, 12))


def _yes(painter: QPainter) -> None:
    _line(painter, (4, 12.5), (9.5, 18), (20, 6.5))


def _globe(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 10, 10)
    painter.drawEllipse(QPointF(12, 12), 4.2, 10)
    _line(painter, (2, 12), (22, 12))


def _dot(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 5, 5)


_ICONS: Final[Mapping[str, Callable[[QPainter], None]]] = MappingProxyType(
    {
        "undo": _undo,
        "hold": _hold,
        "quantity": _quantity,
        "photo": _camera,
        "camera": _camera,
        "next": _next,
        "back": _back,
        "up": _up,
        "down": _down,
        "split": _split,
        "help": _bell,
        "weigh": _scale,
        "scale": _scale,
        "zero": _zero,
        "reprint": _printer,
        "printer": _printer,
        "retry": _undo,
        "short": _short,
        "by_hand": _hand,
        "box": _box,
        "clear": _no_label,
        "label": _label,
        "scanner": _scanner,
        "order_book": _link,
        "anchor": _anchor,
        "erasing": _bin,
        "copies": _camera,
        "note": _note,
        "papers": _note,
        "gift": _gift,
        "clock": _clock,
        "frozen": _padlock,
        "live": _padlock_open,
        "sign_out": _badge,
        "badge": _badge,
        "question": _question,
        "yes": _yes,
        "no": _no_label,
        "language": _globe,
    }
)
