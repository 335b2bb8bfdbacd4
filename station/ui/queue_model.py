"""The rows of the queue and of what was searched for, read a page at a time and only where they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from station.ui.languages import said
from station.ui.queue_words import HEADS
from station.ui.screen import Words

PAGE: Final = 100
SEARCH_MAX: Final = 100
_PAGES_KEPT_MAX: Final = 20
_NUMBERS: Final = (2, 3, 4)
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
    service: Words = _NOTHING
    tote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFound:
    """What was asked for: ``total`` rows in all, of which these begin at ``first``."""

    search: str
    first: int
    total: int
    rows: Sequence[QueueRow]
    none_at_all: bool = False  # no order was ever taken in


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
        self.none_at_all = False

    @property
    def searched(self) -> str:
        return self._search

    def search(self, text: str) -> None:
        """Show what matches; also the way to read everything anew. What is shown stays until the answer is there."""
        self._search = text.strip()[:SEARCH_MAX]
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
            self.dataChanged.emit(self.index(found.first, 0), self.index(last, len(HEADS) - 1))
        self.known, self.none_at_all = True, found.none_at_all
        self.arrived.emit()

    def _keep(self, found: QueueFound) -> None:
        while len(self._pages) >= _PAGES_KEPT_MAX:
            del self._pages[next(iter(self._pages))]
        self._pages[found.first // PAGE] = found.rows
        self._asked.discard(found.first // PAGE)

    def set_language(self, language: str) -> None:
        if language == self._language:
            return
        self.beginResetModel()
        self._language = language
        self.endResetModel()

    def order_at(self, row: int) -> str | None:
        found = self.row_at(row)
        return found.order if found else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        state, left, service = (self._said(words) for words in (row.state, row.left, row.service))
        return (row.order, state, row.cutoff, left, row.units, service, row.tote)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._said(HEADS[section])

    def row_at(self, row: int) -> QueueRow | None:
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
