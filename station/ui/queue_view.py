"""The queue and the order finder: one search box over a table that reads pages. Gives the focus back when it closes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from station.ui import field
from station.ui import queue_words as say
from station.ui.desk import dress
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.queue_model import SEARCH_MAX, QueueModel
from station.ui.queue_screen import QueueSeen, QueueTrouble, head
from station.ui.theme import Palette
from station.ui.troubles.telling import told_on
from station.ui.type import Role
from station.ui.widgets import banner, empty_place, queue_cells
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView
from station.ui.widgets.commands import CommandRow, keyed
from station.ui.widgets.marks import Mark
from station.ui.widgets.queue_cells import QueueCells

_SEARCH_PAUSE_MS: Final = 150
AGAIN_MS: Final = 5_000
"""How often an order book that does not answer is asked again."""
_FIELD: Final = 56
_COMMANDS: Final = (
    keyed("box", say.MERGE, "F6"),
    keyed("note", say.STORY, "F7"),
    keyed("back", say.BACK, "Esc"),
)


class QueueView(QWidget):
    """A window of its own, not modal: the bench goes on underneath."""

    chosen = Signal(str)  # order number
    story_asked = Signal(str)
    merge_asked = Signal()
    lock_asked = Signal()

    def __init__(self, *, language: str, palette: Palette, focus_back: QWidget) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, typing=True, locks=True)
        self.ground.lock_asked.connect(self.lock_asked)
        self._focus_back = focus_back
        self._entered = False  # Enter came before the answer
        self._trouble: QueueTrouble | None = None
        self._head: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._model = QueueModel(language, self)
        self._model.arrived.connect(self._arrived)
        self._box = QLineEdit(self)
        self._box.setMaxLength(SEARCH_MAX)
        self._table = self._make_table()
        self._empty: Band[Mark] = Band(self, "list", empty_place.paint)
        self._commands = CommandRow(self, self._asked)
        self._pause = QTimer(self, interval=_SEARCH_PAUSE_MS, singleShot=True)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self._again.timeout.connect(self._search)
        self._box.textEdited.connect(self._pause.start)
        self._box.returnPressed.connect(self._search_now)
        self._table.activated.connect(self._choose)
        self.setFocusProxy(self._box)
        self.resize(DRAWN_FOR)
        self._show()

    @property
    def model(self) -> QueueModel:
        return self._model

    def reload(self) -> None:
        self._search()

    def show_search(self, text: str) -> None:
        """Look for this, as if it had been typed."""
        self._box.setText(text)
        self._search()

    def fail(self, sentence: str, *, unreachable: bool) -> None:
        """The last question has no answer. What was read before stays; a book that is out of reach is asked again."""
        self._trouble = QueueTrouble(words=told_on(sentence), unreachable=unreachable)
        self._entered = False
        if unreachable:
            self._again.start()
        self._show()

    # Showing

    def _show(self) -> None:
        look = self.ground.look
        self.ground.title(look.lead(say.TITLE))
        self.setAccessibleName(look.lead(say.TITLE))
        self._model.set_language(look.language)
        self._tell()
        self._box.setPlaceholderText(look.lead(say.SEARCH))
        self._table.setAccessibleName(look.lead(say.TITLE))
        self._commands.put(_COMMANDS, look)
        dress(self, look.palette)
        field.dress(self._box, look, Role.LABEL, look.lead(say.SEARCH))
        self._place()

    def _tell(self) -> None:
        """What is known of the rows; all that a page which comes while somebody scrolls may change."""
        look, view = self.ground.look, head(self._seen())
        self._head.put(view, look, banner.spoken(view, look))
        self._empty.put(view.mark, look)
        self._table.setVisible(self._model.rowCount() > 0)
        self._empty.setVisible(self._model.rowCount() == 0)

    def _seen(self) -> QueueSeen:
        model = self._model
        return QueueSeen(
            known=model.known,
            total=model.rowCount(),
            searched=model.searched,
            none_at_all=model.none_at_all,
            trouble=self._trouble,
        )

    def _place(self) -> None:
        look = self.ground.look
        grid, width = look.grid, self.width()
        self._head.setGeometry(0, 0, width, grid.banner)
        margin, gap = grid.margin, grid.u(8)
        self._box.setGeometry(margin, grid.banner + gap, width - margin - grid.margin_right, grid.u(_FIELD))
        top, bottom = grid.banner + grid.u(_FIELD) + 2 * gap, self.height() - grid.commands
        for rows in (self._table, self._empty):
            rows.setGeometry(0, top, width, bottom - top)
        self._commands.place(width=width, top=bottom, height=grid.commands)
        self._table.verticalHeader().setDefaultSectionSize(grid.u(queue_cells.ROW))
        heads = self._table.horizontalHeader()
        heads.setFont(look.letters.font(grid.px(Role.HINT), bold=False))
        heads.setFixedHeight(grid.u(queue_cells.HEAD))
        p, pad = look.palette, grid.u(queue_cells.PAD)
        heads.setStyleSheet(
            f"QHeaderView {{ background: {p.panel2}; border: 0; }}"
            f" QHeaderView::section {{ background: {p.panel2}; color: {p.ink2}; border: 0;"
            f" border-bottom: 1px solid {p.rule}; padding: 0 {pad}px; }}"
            f" QHeaderView::section:first {{ padding-left: {grid.u(queue_cells.FIRST_PAD)}px; }}"
        )
        self._share_out(width - self._table.verticalScrollBar().sizeHint().width())

    def _share_out(self, width: int) -> None:
        """Columns that stay share what those that go leave."""
        every = range(len(queue_cells.SHARES))
        kept = queue_cells.NARROW if self.ground.look.grid.narrow else tuple(every)
        whole = sum(queue_cells.SHARES[at] for at in kept)
        for at in every:
            self._table.setColumnHidden(at, at not in kept)
            if at in kept:
                self._table.setColumnWidth(at, int(width * queue_cells.SHARES[at] / whole))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setItemDelegate(QueueCells(table, lambda: self.ground.look))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setFrameStyle(0)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(1)
        table.setIconSize(QSize(1, 1))
        return table

    # What the packer does

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Escape: "back", Qt.Key.Key_F6: "box", Qt.Key.Key_F7: "note"}
        command = keys.get(Qt.Key(event.key()))
        if command is not None:
            self._asked(command)
        elif event.key() == Qt.Key.Key_Down and self.focusWidget() is not self._table and self._model.rowCount():
            self._into_list()
        elif not self.ground.took(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._again.stop()
        super().closeEvent(event)
        self._focus_back.activateWindow()
        self._focus_back.setFocus()

    def _asked(self, command: str) -> None:
        if command == "note":
            self._tell_story()
            return
        self.close()
        if command == "box":
            self.merge_asked.emit()

    def _search(self) -> None:
        self._entered = False
        self._model.search(self._box.text())
        self._show()

    def _search_now(self) -> None:
        """Enter moves into the list, and opens the order when only one is left; as soon as that is known."""
        self._pause.stop()
        self._entered = True
        self._model.search(self._box.text())

    def _arrived(self) -> None:
        self._trouble = None
        self._again.stop()
        self._tell()
        if not self._entered:
            return
        self._entered = False
        if self._model.rowCount() == 0:
            return
        self._into_list()
        if self._model.rowCount() == 1:
            self._choose(self._model.index(0, 0))

    def _into_list(self) -> None:
        self._table.setFocus()
        self._table.selectRow(0)

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
