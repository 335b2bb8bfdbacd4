"""Where a view writes each text: its bands paint once more with a painter that notes instead of drawing.

What is asked is the ink, not the line's height: two texts whose ink meets, or ink outside its band, is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from station.ui.widgets.band import Band
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.commands import CommandButton, paint_command

SLACK_PX = 1.0
"""Ink is measured without hinting and drawn on whole pixels."""


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    ink: QRectF


class NotingPainter:
    """A ``QPainter`` of which every text is noted; everything else goes on to the real one."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.texts: list[Text] = []

    def drawText(self, at: QPointF, text: str) -> None:
        if not text.strip():
            return
        ink = QFontMetricsF(self._painter.font()).tightBoundingRect(text).translated(at)
        self.texts.append(Text(text, self._painter.transform().mapRect(ink)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._painter, name)


def faults(view: QWidget) -> list[str]:
    """What is wrong with the texts of a view as it stands, in words; nothing when nothing is."""
    found = list(getattr(view, "ground").misfits)  # noqa: B009
    for child in view.findChildren(QWidget):
        if child.isVisibleTo(view):
            found += [f"{child.accessibleName()}: {fault}" for fault in _of(child)]
    return found


def texts(widget: QWidget) -> list[Text]:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    noting = NotingPainter(painter)
    try:
        _paint(widget, cast(QPainter, noting))
    finally:
        painter.end()
    return noting.texts


def _paint(widget: QWidget, painter: QPainter) -> None:
    if isinstance(widget, Band) and widget._shown is not None:
        view, look = widget._shown
        widget._paint(Canvas(painter, look, QRectF(widget.rect())), view)
    elif isinstance(widget, CommandButton) and widget._shown is not None:
        command, look = widget._shown
        paint_command(Canvas(painter, look, QRectF(widget.rect())), command, first=widget._first)


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit | QLabel):
        shown = widget.text() or (widget.placeholderText() if isinstance(widget, QLineEdit) else "")
        if isinstance(widget, QLineEdit) and QFontMetricsF(widget.font()).height() > widget.height():
            yield f"{shown!r} is higher than its field"
        return
    written = texts(widget)
    room = QRectF(widget.rect()).adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX)
    for one in written:
        if not room.contains(one.ink):
            yield f"{one.text!r} leaves its band: {_told(one.ink)} of {widget.width()}x{widget.height()}"
    for first, second in combinations(written, 2):
        shared = first.ink.intersected(second.ink)
        if shared.width() > SLACK_PX and shared.height() > SLACK_PX:
            yield f"{first.text!r} {_told(first.ink)} lies on {second.text!r} {_told(second.ink)}"


def _told(rect: QRectF) -> str:
    return f"({rect.left():.0f}, {rect.top():.0f}, {rect.right():.0f}, {rect.bottom():.0f})"
