"""Where a view writes each text: its bands paint once more with a painter that notes instead of drawing.

What is asked is the ink, not the line's height: two texts whose ink meets, or ink outside its band, is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView, QWidget

from station.ui.ground import Ground
from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.widgets.band import Band
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.commands import CommandButton, paint_command
from station.ui.widgets.queue_cells import QueueCells, paint_cell

_ROWS_MAX = 40
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
    """What is wrong with the texts of a view as it stands, in words; nothing when nothing is.

    A text is measured when its band paints, so what did not fit is asked for after all bands have painted.
    """
    view.grab(QRect(0, 0, 1, 1))  # a view within a view learns its size when it is to be painted
    misfits = [ground.look.letters.misfits for ground in grounds(view)]
    found = [f"layout: {text!r} does not fit" for texts in misfits for text in texts]
    for child in view.findChildren(QWidget):
        if child.isVisibleTo(view):
            for texts in misfits:
                texts.clear()
            found += [f"{child.accessibleName()}: {fault}" for fault in _of(child)]
            found += [f"{child.accessibleName()}: {text!r} does not fit" for texts in misfits for text in texts]
    return found


def grounds(view: QWidget) -> list[Ground]:
    """The view's own, and those of views that stand in it."""
    return view.findChildren(Ground)


def measure_anew(view: QWidget) -> None:
    """What was measured before is forgotten: a text that did not fit is noted once, in the first state it stands in."""
    for ground in grounds(view):
        ground.look = replace(ground.look, letters=Letters())


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
    elif isinstance(widget, QTableView) and isinstance(cells := widget.itemDelegate(), QueueCells):
        _paint_cells(widget, painter, cells.look())
    elif isinstance(widget, CommandButton) and widget._shown is not None:
        command, look = widget._shown
        paint_command(Canvas(painter, look, QRectF(widget.rect())), command, first=widget._first)


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTableView):
        yield from _of_heads(widget)
    if isinstance(widget, QLineEdit | QLabel):
        shown = widget.text() or (widget.placeholderText() if isinstance(widget, QLineEdit) else "")
        if isinstance(widget, QLineEdit) and QFontMetricsF(widget.font()).height() > widget.height():
            yield f"{shown!r} is higher than its field"
        if isinstance(widget, QLineEdit) and QFontMetricsF(widget.font()).horizontalAdvance(shown) > widget.width():
            yield f"{shown!r} is wider than its field"
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


def _of_heads(table: QTableView) -> Iterator[str]:
    """Letters of a table's heads are not fitted: each must go in as it is."""
    heads, model = table.horizontalHeader(), table.model()
    for at in range(model.columnCount()):
        text = str(model.headerData(at, Qt.Orientation.Horizontal))
        if not table.isColumnHidden(at) and QFontMetricsF(heads.font()).horizontalAdvance(text) > heads.sectionSize(at):
            yield f"{text!r} is wider than its column"


def _paint_cells(table: QTableView, painter: QPainter, look: Look) -> None:
    """The cells in sight, as the table's delegate paints them."""
    model, seen = table.model(), table.viewport().rect()
    for row in range(min(model.rowCount(), _ROWS_MAX)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            rect = table.visualRect(index)
            if not table.isColumnHidden(column) and seen.contains(rect):
                paint_cell(Canvas(painter, look, QRectF(rect)), index)


def _told(rect: QRectF) -> str:
    return f"({rect.left():.0f}, {rect.top():.0f}, {rect.right():.0f}, {rect.bottom():.0f})"
