"""The dispute desk's window: disputes on the left, the chosen one's folder or a form on the right, all by keys.

It paints a ``DisputeScreen`` and says which key was used and what was typed; it knows no order book. An office types
here, notes in Chinese too, so the line is a text field with its input method.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from station.ui import dispute_opening as opening
from station.ui import dispute_screen as pages
from station.ui import dispute_words as said
from station.ui import field, keys
from station.ui.case_page import CasePage
from station.ui.dispute_screen import DisputeScreen, Urgency
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.look import Look
from station.ui.screen import CommandView, Verdict
from station.ui.theme import LIGHT, Palette
from station.ui.type import Role
from station.ui.widgets import banner, dispute_folder, dispute_form, dispute_list, foot
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.commands import CommandRow, keyed
from station.ui.widgets.dispute_folder import FolderPane
from station.ui.widgets.dispute_form import FormPane
from station.ui.widgets.dispute_list import CasesView
from station.ui.widgets.marks import Mark

_LIST = 400
_MINUTE_US = 60_000_000
_Right: TypeAlias = FolderPane | FormPane


class DisputeView(QWidget):
    pressed = Signal(str)  # question, papers, box, next, yes, link, back, up, down, page_up, page_down, again, all
    typed = Signal(str)
    entered = Signal(str)
    closed = Signal()

    def __init__(self, screen: DisputeScreen, *, language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, typing=True)
        self._screen = screen
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._list: Band[CasesView] = Band(self, "disputes", dispute_list.paint)
        self._right: Band[_Right] = Band(self, "folder", _paint_right)
        self._foot: Band[str] = Band(self, "keys", foot.paint)
        self._commands = CommandRow(self, self.pressed)
        self._page = CasePage(self)
        self._page.asked.connect(self.pressed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = QLineEdit(self)
        self.line.setMaxLength(1_000)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(lambda: self.entered.emit(self.line.text()))
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: DisputeScreen) -> None:
        """Show this; a screen with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None:
            good = screen.word is None or screen.word[0] is Verdict.OK
            self.ground.flash(Verdict.OK if good else Verdict.ATTENTION)

    def pick_file(self) -> None:
        """The system's own dialog; what was picked stands in the line, to be accepted."""
        name, _kind = QFileDialog.getOpenFileName(self, self.ground.look.lead(said.FILE_KEY))
        if name:
            self.typed.emit(name)

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(look.lead(said.TITLE))
        is_page = opening.is_page(screen)
        self._page.setVisible(is_page)
        desk: tuple[QWidget, ...] = (self._banner, self._list, self._right, self._foot, *self._commands.buttons)
        for each in desk:
            each.setVisible(not is_page)
        self._commands.put(_commands(self._screen), look)
        if is_page:
            self._show_page()
        else:
            self._show_desk()

    def _show_page(self) -> None:
        self.line.hide()
        self._page.setGeometry(self.rect())
        self._page.raise_()
        self._page.show_screen(self._screen, self.ground.look)
        self._take_focus(self)

    def _show_desk(self) -> None:
        screen, look = self._screen, self.ground.look
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        rows = _cases(screen)
        self._list.put(rows, look, dispute_list.spoken(rows, look))
        right = _right(screen)
        self._right.put(right, look, _spoken_right(right, look))
        hint = look.lead(said.FORM_HINT if screen.form else said.PARCEL_HOW if screen.found else said.KEYS_HINT)
        self._foot.put(hint, look, hint)
        self._show_line()
        self._place()

    def _show_line(self) -> None:
        screen, look = self._screen, self.ground.look
        if self.line.text() != screen.typed:
            self.line.setText(screen.typed)
        self.line.setPlaceholderText("" if screen.form else look.lead(said.SEARCH))
        question = screen.form.question if screen.form else None
        name = look.lead(question.words if question else said.SEARCH)
        field.dress(self.line, look, Role.LABEL if screen.form else Role.CAPTION, name)

    def _place(self) -> None:
        grid, width = self.ground.look.grid, self.width()
        top, bottom = grid.banner, self.height() - grid.commands - grid.devices
        share = grid.u(_LIST) / width
        (first, narrow), (second, wide) = self.ground.columns(share, 1 - share)
        self._banner.setGeometry(0, 0, width, top)
        self._list.setGeometry(first, top, narrow, bottom - top)
        self._right.setGeometry(second, top, wide, bottom - top)
        if self._screen.form is None:
            search = grid.u(dispute_list.SEARCH - 20)
            self.line.setGeometry(first + grid.u(16), top + grid.u(10), narrow - grid.u(32), search)
        else:
            line_top, pad = top + dispute_form.line_top(grid), dispute_form.pad(grid)
            self.line.setGeometry(second + pad, line_top, wide - 2 * pad, grid.u(dispute_form.LINE))
        question = self._screen.form.question if self._screen.form else None
        self.line.setVisible(self._screen.form is None or question is not None)
        self._take_focus(self.line)
        self._commands.place(width=width, top=bottom, height=grid.commands)
        self._foot.setGeometry(0, bottom + grid.commands, width, grid.devices)

    def _take_focus(self, wanted: QWidget) -> None:
        """Beside the office's rail it goes on by its clock while another page is in view: the keys are that one's."""
        if self.isWindow() or not self.isHidden():
            wanted.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def closeEvent(self, event: QEvent) -> None:
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that are no text act although the line has the focus."""
        if watched is not self.line or event.type() is not QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        return self._key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        if self.ground.took(event):
            return True
        if opening.is_page(self._screen):
            return self._page_key(event)
        number = keys.choice_of(event)
        command = keys.plain(event, _FORM_KEYS if self._screen.form else _KEYS)
        question = self._screen.form.question if self._screen.form else None
        if number is not None and question is not None and question.choices:
            self.entered.emit(str(number))
        elif command is not None:
            self.pressed.emit(command)
        else:
            return False
        return True

    def _page_key(self, event: QKeyEvent) -> bool:
        """The desk's keys, Ctrl+E, and Ctrl+1 to 3 or the arrows for whom it is exported."""
        number, export = keys.choice_of(event), event.key() == Qt.Key.Key_E and bool(event.modifiers() & _CONTROL)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            number = self._screen.profile + step + 1
        command = (
            f"profile_{number - 1}" if number is not None else "export_now" if export else keys.plain(event, _KEYS)
        )
        if command is None:
            return False
        self.pressed.emit(command)
        return True


_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_MOVES: Final[dict[int, str]] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_F5: "again",
    Qt.Key.Key_F8: "all",
}
_KEYS: Final[Mapping[int, str]] = MappingProxyType(
    {
        **_MOVES,
        Qt.Key.Key_F7: "question",
        Qt.Key.Key_F2: "papers",
        Qt.Key.Key_F3: "box",
        Qt.Key.Key_F4: "next",
        Qt.Key.Key_F6: "yes",
        Qt.Key.Key_F9: "link",
        Qt.Key.Key_F10: "back",
        Qt.Key.Key_Escape: "out",
    }
)
"""``question``, ``papers``, ``box``, ``next``, ``yes`` and ``back`` are the names of their pictures on the buttons."""

_FORM_KEYS: Final[Mapping[int, str]] = MappingProxyType(
    {Qt.Key.Key_F2: "papers", Qt.Key.Key_F6: "yes", Qt.Key.Key_Escape: "back", Qt.Key.Key_F10: "back"}
)


def _paint_right(canvas: Canvas, view: _Right) -> None:
    if isinstance(view, FormPane):
        dispute_form.paint(canvas, view)
    else:
        dispute_folder.paint(canvas, view)


def _spoken_right(view: _Right, look: Look) -> str:
    return dispute_form.spoken(view, look) if isinstance(view, FormPane) else dispute_folder.spoken(view, look)


def _banner(screen: DisputeScreen) -> BannerView:
    verdict, headline, detail = pages.verdict(screen)
    loudness = {Verdict.OK: Loudness.OK, Verdict.STOP: Loudness.STOP, Verdict.ATTENTION: Loudness.ATTENTION}
    marks = {Verdict.OK: Mark.OK, Verdict.STOP: Mark.STOP, Verdict.ATTENTION: Mark.ATTENTION}
    offline = bool(screen.offline) and screen.word is None and screen.working is None
    busy = screen.working is not None or screen.form is not None or not screen.known
    shown = screen.shown
    return BannerView(
        loudness=loudness.get(verdict, Loudness.QUIET),
        mark=Mark.OFFLINE if offline else marks.get(verdict, Mark.WAIT if busy else Mark.NORMAL),
        headline=headline,
        detail=detail,
        packed=min(screen.cursor, len(shown) - 1) + 1 if shown and screen.found is None else 0,
        needed=len(shown) if screen.found is None else 0,
        unit=said.COUNT,
    )


def _minute_us(screen: DisputeScreen) -> int:
    """Rows are painted anew once a minute, not with every tick."""
    return screen.now_us // _MINUTE_US * _MINUTE_US


def _cases(screen: DisputeScreen) -> CasesView:
    shown, count = screen.shown, len(screen.shown if screen.found is None else screen.found)
    return CasesView(
        rows=shown,
        found=screen.found,
        cursor=min(screen.cursor, max(0, count - 1)),
        minute_us=_minute_us(screen),
        near_hours=screen.near_hours,
    )


def _right(screen: DisputeScreen) -> _Right:
    if screen.form is not None:
        return FormPane(form=screen.form)
    return FolderPane(
        folder=screen.folder,
        chosen=screen.row is not None and not screen.offline,
        found=screen.found is not None,
        empty=screen.known and not screen.rows and not screen.offline,
        minute_us=_minute_us(screen),
        near_hours=screen.near_hours,
        top=screen.top,
        waiting=not screen.known,
        offline=bool(screen.offline),
    )


def _commands(screen: DisputeScreen) -> tuple[CommandView, ...]:
    if screen.form is not None:
        question = screen.form.question
        file = (keyed("papers", said.FILE_KEY, "F2"),) if question is not None and question.file else ()
        return (*file, keyed("yes", said.ACCEPT_KEY, "F6"), keyed("back", said.BACK_KEY, "Esc"))
    new = keyed("question", said.OPEN_KEY, "F7")
    leave = keyed("back", said.LEAVE_KEY, "F10")
    if screen.row is None:
        return (new, leave)
    open_now = screen.row.urgency(screen.now_us) is not Urgency.CLOSED
    end = (keyed("yes", said.CLOSE_KEY, "F6"),) if open_now else ()
    attach, sent = keyed("papers", said.ATTACH_KEY, "F2"), keyed("next", said.SUBMIT_KEY, "F4")
    return (attach, keyed("box", said.EXPORT_KEY, "F3"), sent, *end, new, leave)
