"""The office's window: a rail of pages, the page's head, its line, table and pane, six commands. All by keys.

It paints an ``OfficeScreen`` and says which key was used and what was typed; it knows no order book. A page with a view
of its own (today, disputes) is put beside the rail as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from station.ui import field
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.office import words as said
from station.ui.office.screen import OfficeScreen, Page, PaneView, Part, TableView
from station.ui.theme import LIGHT, Palette
from station.ui.type import Role
from station.ui.widgets import foot, office_head, office_pane, office_rail, office_table
from station.ui.widgets.band import Band
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.commands import CommandRow
from station.ui.widgets.office_head import HeadView
from station.ui.widgets.office_rail import RailView

TYPED_MAX: Final = 500
_RAIL, _RAIL_NARROW = 188, 166
_FIELD, _COMMANDS, _FOOT = 64, 66, 36
_WHEEL = 120


class OfficeView(QWidget):
    pressed = Signal(str)  # the name of a command, or of a move: up, down, page_up, page_down, first, last
    turned = Signal(str)  # the page that was asked for
    typed = Signal(str)
    entered = Signal(str)
    dropped = Signal(str)  # a file
    clicked = Signal(int)  # the how-many-th row in view
    room_changed = Signal(int)  # rows in view
    closed = Signal()

    def __init__(self, screen: OfficeScreen, *, language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, typing=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._screen = screen
        self._own: QWidget | None = None
        self._room = 0
        self._keys: Mapping[int, str] = MappingProxyType({})
        self._rail: Band[RailView] = Band(self, "pages", office_rail.paint)
        self._head: Band[HeadView] = Band(self, "verdict", office_head.paint)
        self._left: Band[Part] = Band(self, "list", _paint_part)
        self._right: Band[PaneView] = Band(self, "beside", office_pane.paint)
        self._foot: Band[str] = Band(self, "keys", foot.paint)
        self._commands = CommandRow(self, self.pressed)
        self.line = QLineEdit(self)
        self.line.setMaxLength(TYPED_MAX)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.typed)
        self._rail.touched.connect(self._rail_touched)
        self._left.touched.connect(self._row_touched)
        self.resize(DRAWN_FOR)

    @property
    def room(self) -> int:
        """Rows of a table that are in view."""
        return self._room

    def paint_screen(self, screen: OfficeScreen) -> None:
        self._screen = screen
        self._show()

    def set_own(self, widget: QWidget | None) -> None:
        """Beside the rail stands ``widget`` instead of a page of parts; the one before goes, and stays as it is."""
        if self._own is widget:
            return
        if self._own is not None:
            self._own.removeEventFilter(self)
            self._own.hide()
        self._own = widget
        if widget is not None:
            widget.setParent(self)
            widget.setMinimumSize(0, 0)
            widget.show()
        self._show()

    def pick_file(self, kinds: str) -> None:
        """The system's own dialog; ``kinds`` as it wants them."""
        name, _kind = QFileDialog.getOpenFileName(self, self.ground.look.lead(said.FILE_KEY), "", kinds)
        if name:
            self.dropped.emit(name)

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(f"{look.lead(screen.title)} · {look.lead(said.OFFICE)}")
        rail = RailView(pages=screen.rail, page=screen.page)
        self._rail.put(rail, look, office_rail.spoken(rail, look))
        head = HeadView(
            title=screen.title, path=screen.path, summary=screen.summary, said=screen.said, waiting=screen.waiting,
            offline=screen.offline,
        )  # fmt: skip
        self._head.put(head, look, office_head.spoken(head, look))
        if screen.left is not None:
            self._left.put(screen.left, look, _spoken_part(screen.left, self))
        if screen.right is not None:
            self._right.put(screen.right, look, office_pane.spoken(screen.right, look))
        self._foot.put(look.lead(screen.hint), look, look.lead(screen.hint))
        self._commands.put(screen.commands, look)
        self._keys = {_key_named(view.key): view.command for view in screen.commands if _key_named(view.key)}
        self._show_line()
        self._place()

    def _show_line(self) -> None:
        asked = self._screen.field
        if asked is None:
            return
        asks = self.ground.look.lead(asked.asks)
        if self.line.text() != asked.typed:
            self.line.setText(asked.typed)
            if self.line.placeholderText() != asks:  # a value that stands there when it is asked for is typed over
                self.line.selectAll()
        self.line.setPlaceholderText(asks)
        field.dress(self.line, self.ground.look, Role.CAPTION, asks)

    def _place(self) -> None:
        screen, grid = self._screen, self.ground.look.grid
        wide = grid.u(_RAIL_NARROW if grid.narrow else _RAIL) if screen.rail else 0
        rest = self.width() - wide
        start = wide
        self._rail.setGeometry(0, 0, wide, self.height())
        self._rail.setVisible(bool(wide))
        own = self._own if screen.own else None
        if self._own is not None:
            self._own.setVisible(own is not None)
            self._own.setGeometry(start, 0, rest, self.height())
        parts: tuple[QWidget, ...] = (self._head, self._foot, *self._commands.buttons)
        for part in parts:
            part.setVisible(own is None)
        self._left.setVisible(own is None and screen.left is not None)
        self._right.setVisible(own is None and screen.right is not None)
        self.line.setVisible(own is None and screen.field is not None)
        if own is None:
            self._place_page(start, rest)
        self._take_focus()

    def _place_page(self, start: int, wide: int) -> None:
        screen, u = self._screen, self.ground.look.grid.u
        self._head.setGeometry(start, 0, wide, u(office_head.HEIGHT))
        top, bottom = u(office_head.HEIGHT), self.height() - u(_COMMANDS) - u(_FOOT)
        if screen.field is not None:
            self.line.setGeometry(start + u(20), top + u(10), wide - u(40), u(_FIELD - 20))
            top += u(_FIELD)
        left = round(wide * screen.share) if screen.left and screen.right else wide if screen.left else 0
        self._left.setGeometry(start, top, left, bottom - top)
        self._right.setGeometry(start + left, top, wide - left, bottom - top)
        for at, button in enumerate(self._commands.buttons):
            edge = at * wide // len(self._commands.buttons)
            after = (at + 1) * wide // len(self._commands.buttons)
            button.setGeometry(start + edge, bottom, after - edge, u(_COMMANDS))
        self._foot.setGeometry(start, bottom + u(_COMMANDS), wide, u(_FOOT))
        room = office_table.room(bottom - top, self.ground.look.grid.scale)
        if room != self._room:
            self._room = room
            self.room_changed.emit(room)

    def _take_focus(self) -> None:
        if self._own is not None and self._screen.own:
            return
        wanted = self.line if self._screen.field is not None else self
        if not wanted.hasFocus():
            wanted.setFocus()

    def _rail_touched(self, _x: float, y: float) -> None:
        u = self.ground.look.grid.u
        at = int((y - u(office_rail.TOP)) // u(office_rail.ROW))
        if 0 <= at < len(self._screen.rail):
            self.turned.emit(self._screen.rail[at].value)

    def _row_touched(self, _x: float, y: float) -> None:
        at = office_table.row_at(y, self.ground.look.grid.scale)
        if at is not None and isinstance(self._screen.left, TableView) and at < len(self._screen.left.rows):
            self.clicked.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = -event.angleDelta().y() // (_WHEEL // 3)
        for _ in range(min(12, abs(steps))):
            self.pressed.emit("down" if steps > 0 else "up")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                self.dropped.emit(url.toLocalFile())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that are no text act although the line has the focus."""
        if watched is not self.line or event.type() is not QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() in _ENTER:  # taken here: the line would let it go on to whatever is asked next
            self.entered.emit(self.line.text())
            return True
        return self.took(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.took(event):
            return
        if event.key() in _ENTER and self._screen.field is None:
            self.entered.emit("")
            return
        super().keyPressEvent(event)

    def took(self, event: QKeyEvent) -> bool:
        """Whether the key is one of the office's own, wherever the focus is."""
        page = page_key(event, self._screen.rail, self._screen.page)
        if page is not None:
            self.turned.emit(page.value)
            return True
        if self.ground.took(event):
            return True
        command = _move(event) or (self._keys.get(event.key()) if not _control(event) else None)
        if command is None:
            return False
        self.pressed.emit(command)
        return True


def page_key(event: QKeyEvent, rail: tuple[Page, ...], now: Page) -> Page | None:
    """The page that the key opens: Ctrl and its number, F1, Ctrl with up and down for the neighbours."""
    if not rail:
        return None
    key = event.key()
    if key == Qt.Key.Key_F1:
        return Page.HELP
    if not _control(event):
        return None
    at = rail.index(now)
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        number = key - Qt.Key.Key_1
        return rail[number] if number < len(rail) else None
    if key == Qt.Key.Key_Up:
        return rail[max(0, at - 1)]
    if key == Qt.Key.Key_Down:
        return rail[min(len(rail) - 1, at + 1)]
    return None


def _control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


_MOVES: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
        Qt.Key.Key_PageUp: "page_up",
        Qt.Key.Key_PageDown: "page_down",
        Qt.Key.Key_Escape: "out",
        Qt.Key.Key_F5: "again",
    }
)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FAR: Final[Mapping[int, str]] = MappingProxyType({Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"})
_NAMED: Final[Mapping[str, int]] = MappingProxyType({f"F{at}": Qt.Key.Key_F1 + at - 1 for at in range(1, 13)})


def _move(event: QKeyEvent) -> str | None:
    return (_FAR if _control(event) else _MOVES).get(event.key())


def _key_named(name: str) -> int:
    return _NAMED.get(name, 0)


def _paint_part(canvas: Canvas, part: Part) -> None:
    if isinstance(part, TableView):
        office_table.paint(canvas, part)
    else:
        office_pane.paint(canvas, part)


def _spoken_part(part: Part, view: OfficeView) -> str:
    look = view.ground.look
    return office_table.spoken(part, look) if isinstance(part, TableView) else office_pane.spoken(part, look)
