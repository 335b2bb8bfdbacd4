"""The queue and the order finder: one search box over a table that reads pages. Gives the focus back when it closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from station.ui.desk import dress
from station.ui.languages import said
from station.ui.screen import Words
from station.ui.theme import Palette

PAGE: Final = 100
_PAGES_KEPT_MAX: Final = 20
_SEARCH_MAX: Final = 100
_SEARCH_PAUSE_MS: Final = 150
_ROW_PX: Final = 40
_ORDER_PX: Final = 280

_HEADS: Final = (
    Words(zh="订单", en="Order"),
    Words(zh="状态", en="State"),
    Words(zh="截单", en="Cut-off"),
    Words(zh="剩余", en="Left"),
    Words(zh="件数", en="Units"),
    Words(zh="服务", en="Service"),
    Words(zh="周转箱", en="Tote"),
)
_TITLE: Final = Words(zh="订单队列", en="Order queue")
_SEARCH: Final = Words(zh="订单号、运单号、周转箱、SKU", en="Order, waybill, tote or SKU")

_KEYS: Final = Words(
    zh="回车 打开 · F7 这个包裹的经过 · F6 合并同一买家的订单 · Esc 返回",
    en="Enter opens · F7 what happened to it · F6 merges one buyer's orders · Esc goes back",
)

_NOTHING: Final = Words(zh="", en="")

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One order as text, the way it is shown; what stays empty is not known."""

    order: str
    state: Words
    cutoff: str = ""
    left: Words = _NOTHING
    late: bool = False
    units: str = ""
    service: str = ""
    tote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFound:
    """What was asked for: ``total`` rows in all, of which these begin at ``first``."""

    search: str
    first: int
    total: int
    rows: Sequence[QueueRow]


class QueueModel(QAbstractTableModel):
    """Wants a page when a row of it is looked at, and keeps the last twenty. Nothing waits for it: rows come later."""

    wanted = Signal(str, int, int)  # what is searched for, the first row, how many
    arrived = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._search = ""
        self._count = 0
        self._pages: dict[int, Sequence[QueueRow]] = {}
        self._asked: set[int] = set()
        self._fresh = False
        self.known = False

    def search(self, text: str) -> None:
        """Show what matches; also the way to read everything anew. What is shown stays until the answer is there."""
        self._search = text.strip()[:_SEARCH_MAX]
        self._fresh, self.known = True, False
        self.wanted.emit(self._search, 0, PAGE)

    def take(self, found: QueueFound) -> None:
        """An answer; one to a question that was changed meanwhile is none."""
        if found.search != self._search or (self._fresh and found.first):
            return
        if self._fresh or found.total != self._count:
            self.beginResetModel()
            self._pages.clear()
            self._asked.clear()
            self._count, self._fresh = found.total, False
            self._keep(found)
            self.endResetModel()
        else:
            self._keep(found)
            last = min(self._count, found.first + PAGE) - 1
            self.dataChanged.emit(self.index(found.first, 0), self.index(last, len(_HEADS) - 1))
        self.known = True
        self.arrived.emit()

    def _keep(self, found: QueueFound) -> None:
        while len(self._pages) >= _PAGES_KEPT_MAX:
            del self._pages[next(iter(self._pages))]
        self._pages[found.first // PAGE] = found.rows
        self._asked.discard(found.first // PAGE)

    def set_language(self, language: str) -> None:
        self.beginResetModel()
        self._language = language
        self.endResetModel()

    def order_at(self, row: int) -> str | None:
        found = self._row(row)
        return found.order if found else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (2, 3, 4):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole):
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.FontRole:
            return _bold() if row.late and index.column() == _LEFT else None
        state, left = self._said(row.state), self._said(row.left)
        return (row.order, state, row.cutoff, left, row.units, row.service, row.tote)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._said(_HEADS[section])

    def _row(self, row: int) -> QueueRow | None:
        number, at = divmod(row, PAGE)
        if number not in self._pages:
            if number not in self._asked and not self._fresh:
                self._asked = {number}  # of a fast scroll only what it stops at counts
                self.wanted.emit(self._search, number * PAGE, PAGE)
            return None
        page = self._pages[number]
        return page[at] if at < len(page) else None

    def _said(self, words: Words) -> str:
        return said(words, self._language)


_LEFT: Final = 3


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


class QueueView(QWidget):
    """A window of its own, not modal: the bench goes on underneath."""

    chosen = Signal(str)  # order number
    story_asked = Signal(str)
    merge_asked = Signal()

    def __init__(self, *, language: str, palette: Palette, focus_back: QWidget) -> None:
        super().__init__()
        self._focus_back = focus_back
        self._language = language
        self._entered = False  # Enter came before the answer
        self._model = QueueModel(language, self)
        self._model.arrived.connect(self._arrived)
        self._box = QLineEdit(self)
        self._box.setMaxLength(_SEARCH_MAX)
        self._box.setClearButtonEnabled(True)
        self._table = self._make_table()
        layout = QVBoxLayout(self)
        layout.addWidget(self._box)
        layout.addWidget(self._table)
        self._keys = QLabel(self)
        layout.addWidget(self._keys)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._box.textEdited.connect(self._pause.start)
        self._box.returnPressed.connect(self._search_now)
        self._table.activated.connect(self._choose)
        self.resize(960, 640)
        dress(self, palette)
        self._say()

    @property
    def model(self) -> QueueModel:
        return self._model

    def set_language(self, language: str) -> None:
        self._language = language
        self._model.set_language(language)
        self._say()

    def reload(self) -> None:
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        if event.key() == Qt.Key.Key_F6:
            self.close()
            self.merge_asked.emit()
            return
        if event.key() == Qt.Key.Key_F7:
            self._tell_story()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._focus_back.activateWindow()
        self._focus_back.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        columns = table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)  # an order number is never cut
        columns.resizeSection(0, _ORDER_PX)
        return table

    def _say(self) -> None:
        self.setWindowTitle(said(_TITLE, self._language))
        self.setAccessibleName(self.windowTitle())
        self._box.setPlaceholderText(said(_SEARCH, self._language))
        self._box.setAccessibleName(self._box.placeholderText())
        self._table.setAccessibleName(self.windowTitle())
        self._keys.setText(said(_KEYS, self._language))

    def _search(self) -> None:
        self._entered = False
        self._model.search(self._box.text())

    def _search_now(self) -> None:
        """Enter moves into the list, and opens the order when only one is left; as soon as that is known."""
        self._pause.stop()
        self._entered = True
        self._model.search(self._box.text())

    def _arrived(self) -> None:
        if not self._entered:
            return
        self._entered = False
        if self._model.rowCount() == 0:
            return
        self._table.setFocus()
        self._table.selectRow(0)
        if self._model.rowCount() == 1:
            self._choose(self._model.index(0, 0))

    def _tell_story(self) -> None:
        """Of the chosen row, or of the only one there is."""
        chosen = self._table.currentIndex().row()
        order = self._model.order_at(max(0, chosen)) if self._model.rowCount() else None
        if order is not None:
            self.story_asked.emit(order)

    def _choose(self, index: QModelIndex) -> None:
        order = self._model.order_at(index.row())
        if order is not None:
            self.chosen.emit(order)
            self.close()
