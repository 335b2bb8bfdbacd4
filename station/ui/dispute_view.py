"""The dispute desk's window: disputes on the left, the chosen one's folder or a form on the right, all by keys.

It paints a ``DisputeScreen`` and says which key was used and what was typed; it knows no order book. An office types
here, notes in Chinese too, so the line is a text field with its input method.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from station.ui import dispute_screen as pages
from station.ui import dispute_words as said
from station.ui import keys, theme
from station.ui.dispute_screen import DisputeScreen, Urgency
from station.ui.edges import Edges
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.screen import CommandView, Verdict, Words
from station.ui.theme import LIGHT, Palette
from station.ui.type import Grid, Role
from station.ui.widgets import banner, dispute_folder, dispute_form, dispute_list
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.commands import COUNT, CommandButton, seats, stand
from station.ui.widgets.dispute_folder import FolderPane
from station.ui.widgets.dispute_form import FormPane
from station.ui.widgets.dispute_list import CasesView
from station.ui.widgets.marks import Mark

_SMALLEST = QSize(1024, 680)
_LIST = 400
_MINUTE_US = 60_000_000
_Right: TypeAlias = FolderPane | FormPane


class DisputeView(QWidget):
    pressed = Signal(str)  # question, papers, box, next, yes, back, up, down, page_up, page_down, again, all
    typed = Signal(str)
    entered = Signal(str)
    closed = Signal()

    def __init__(self, screen: DisputeScreen, *, language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        load_fonts()
        self.setMinimumSize(_SMALLEST)
        self._screen = screen
        self._look = Look(
            palette=palette, grid=Grid(1280, 800), language=language, letters=Letters(), pictures=Pictures(())
        )
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._list: Band[CasesView] = Band(self, "disputes", dispute_list.paint)
        self._right: Band[_Right] = Band(self, "folder", _paint_right)
        self._foot: Band[str] = Band(self, "keys", _paint_foot)
        self._buttons = tuple(CommandButton(self, first=at == 0) for at in range(COUNT))
        for button in self._buttons:
            button.asked.connect(self.pressed)
        self.line = QLineEdit(self)
        self.line.setMaxLength(1_000)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(lambda: self.entered.emit(self.line.text()))
        self._edges = Edges(self)
        self.resize(1280, 800)

    def paint_screen(self, screen: DisputeScreen) -> None:
        """Show this; a screen with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None:
            palette = self._look.palette
            good = screen.word is None or screen.word[0] is Verdict.OK
            self._edges.flash(palette.ok if good else palette.warn)

    @property
    def misfits(self) -> tuple[str, ...]:
        return tuple(self._look.letters.misfits)

    @property
    def language(self) -> str:
        return self._look.language

    def set_language(self, language: str) -> None:
        self._look = replace(self._look, language=language)
        self._show()

    def set_palette(self, palette: Palette) -> None:
        self._look = replace(self._look, palette=palette)
        self._show()

    def pick_file(self) -> None:
        """The system's own dialog; what was picked stands in the line, to be accepted."""
        name, _kind = QFileDialog.getOpenFileName(self, self._look.lead(said.FILE_KEY))
        if name:
            self.typed.emit(name)

    def _show(self) -> None:
        screen, look = self._screen, self._look
        self.setWindowTitle(f"{look.lead(said.TITLE)} · Sealbench")
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        rows = _cases(screen)
        self._list.put(rows, look, dispute_list.spoken(rows, look))
        right = _right(screen)
        self._right.put(right, look, _spoken_right(right, look))
        hint = look.lead(said.FORM_HINT if screen.form else said.PARCEL_HOW if screen.found else said.KEYS_HINT)
        self._foot.put(hint, look, hint)
        for button, command in zip(self._buttons, seats(_commands(screen)), strict=True):
            button.put(command, look)
        self._show_line()
        self._place()

    def _show_line(self) -> None:
        screen, look = self._screen, self._look
        if self.line.text() != screen.typed:
            self.line.setText(screen.typed)
        self.line.setPlaceholderText("" if screen.form else look.lead(said.SEARCH))
        self.line.setFont(look.letters.font(look.grid.px(Role.LABEL if screen.form else Role.CAPTION), bold=False))
        colors = QPalette(self.line.palette())
        for role, color in (
            (QPalette.ColorRole.Base, look.palette.panel),
            (QPalette.ColorRole.Text, look.palette.ink),
            (QPalette.ColorRole.PlaceholderText, look.palette.ink3),
        ):
            colors.setColor(role, QColor(color))
        self.line.setPalette(colors)

    def _place(self) -> None:
        grid, width = self._look.grid, self.width()
        top, bottom, left = grid.banner, self.height() - grid.commands - grid.devices, grid.u(_LIST)
        self._banner.setGeometry(0, 0, width, top)
        self._list.setGeometry(0, top, left, bottom - top)
        self._right.setGeometry(left, top, width - left, bottom - top)
        if self._screen.form is None:
            self.line.setGeometry(grid.u(16), top + grid.u(10), left - grid.u(32), grid.u(dispute_list.SEARCH - 20))
        else:
            line_top = top + grid.u(dispute_form.LINE_TOP)
            self.line.setGeometry(left + grid.u(40), line_top, width - left - grid.u(80), grid.u(dispute_form.LINE))
        question = self._screen.form.question if self._screen.form else None
        self.line.setVisible(self._screen.form is None or question is not None)
        self.line.setFocus()
        stand(self._buttons, width=width, top=bottom, height=grid.commands)
        self._foot.setGeometry(0, bottom + grid.commands, width, grid.devices)
        self._edges.place(self.rect(), grid.u(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look = replace(self._look, grid=Grid(self.width(), self.height()))
        self._show()

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
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._control_key(key)
        command = (_FORM_KEYS if self._screen.form else _KEYS).get(key)
        if key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif command is not None:
            self.pressed.emit(command)
        else:
            return False
        return True

    def _control_key(self, key: int) -> bool:
        number = keys.choice_number(key)
        question = self._screen.form.question if self._screen.form else None
        if number is not None and question is not None and question.choices:
            self.entered.emit(str(number))
        elif key == Qt.Key.Key_L:
            self.set_language("en" if self._look.language == "zh" else "zh")
        elif key == Qt.Key.Key_D:
            self.set_palette(theme.after(self._look.palette))
        else:
            return False
        return True


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


def _paint_foot(canvas: Canvas, text: str) -> None:
    p, grid = canvas.palette, canvas.look.grid
    canvas.fill(canvas.area, p.bg)
    canvas.fill(QRectF(canvas.area.left(), canvas.area.top(), canvas.area.width(), 1), p.rule)
    room = canvas.area.width() - grid.margin - grid.margin_right
    spans = [Span(text=text, role=Role.HINT, color=p.ink2)]
    canvas.fitting_row(canvas.area.left() + grid.margin, canvas.area.center().y(), spans, room)


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
    )


def _commands(screen: DisputeScreen) -> tuple[CommandView, ...]:
    if screen.form is not None:
        question = screen.form.question
        file = (_command("papers", said.FILE_KEY, "F2"),) if question is not None and question.file else ()
        return (*file, _command("yes", said.ACCEPT_KEY, "F6"), _command("back", said.BACK_KEY, "Esc"))
    new = _command("question", said.OPEN_KEY, "F7")
    leave = _command("back", said.LEAVE_KEY, "F10")
    if screen.row is None:
        return (new, leave)
    open_now = screen.row.urgency(screen.now_us) is not Urgency.CLOSED
    end = (_command("yes", said.CLOSE_KEY, "F6"),) if open_now else ()
    attach, sent = _command("papers", said.ATTACH_KEY, "F2"), _command("next", said.SUBMIT_KEY, "F4")
    return (attach, _command("box", said.EXPORT_KEY, "F3"), sent, *end, new, leave)


def _command(name: str, words: Words, key: str) -> CommandView:
    return CommandView(command=name, words=words, key=key, code="")
