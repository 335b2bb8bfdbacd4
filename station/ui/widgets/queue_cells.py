"""A cell of the queue: the order number large, what is late with its sign, a row that is being read as a bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from station.ui.look import Look
from station.ui.queue_model import QueueModel
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.marks import Mark, paint_mark

ORDER, STATE, CUT_OFF, LEFT, UNITS, SERVICE, TOTE = range(7)
SHARES: Final = (0.30, 0.17, 0.14, 0.13, 0.07, 0.12, 0.07)
NARROW: Final = (ORDER, STATE, CUT_OFF, LEFT, UNITS)
"""What stays on a narrow window. The service and the tote are told when the order is opened."""
ROW: Final = 52
HEAD: Final = 40
PAD: Final = 10
FIRST_PAD: Final = 28


class QueueCells(QStyledItemDelegate):
    """Letters are fitted as everywhere, never cut by the table."""

    def __init__(self, parent: QObject, look: Callable[[], Look]) -> None:
        super().__init__(parent)
        self.look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        paint_cell(Canvas(painter, self.look(), rect), index, chosen=chosen)
        painter.restore()


def paint_cell(canvas: Canvas, index: QModelIndex | QPersistentModelIndex, *, chosen: bool = False) -> None:
    model, u, p, area = index.model(), canvas.u, canvas.palette, canvas.area
    assert isinstance(model, QueueModel)
    canvas.fill(area, p.panel2 if chosen else p.panel)
    canvas.rule_below(area)
    column = index.column()
    if chosen and column == ORDER:
        canvas.fill(QRectF(area.left(), area.top(), u(6), area.height()), p.ink)
    room = area.adjusted(u(FIRST_PAD) if column == ORDER else u(PAD), u(3), -u(PAD), -u(3))
    row = model.row_at(index.row())
    if row is None:  # its page is being read
        canvas.fill(QRectF(room.left(), room.center().y() - u(5), room.width() * 0.7, u(10)), p.rule)
        return
    text = str(model.data(index) or "")
    late = row.late and column == LEFT
    if late:
        side = u(22)
        mark = QRectF(room.left(), room.center().y() - side / 2, side, side)
        paint_mark(canvas.painter, mark, Mark.ATTENTION, fill=p.warn_line, on=p.panel)
        room.setLeft(mark.right() + u(6))
    first = column == ORDER
    canvas.text(
        room,
        text,
        Role.LABEL if first else Role.CAPTION,
        bold=first or late,
        align="right" if column in (CUT_OFF, LEFT, UNITS) else "left",
        floor=Role.HINT,
        line_height=1.05,
    )
