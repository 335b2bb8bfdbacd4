"""The sort wall's window: the number that is called, the cells as they stand in the hall, three keys.

It paints a ``WallScreen`` and says which key was used; it knows neither the order book nor what a scan means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys, theme
from station.ui.edges import Edges
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.screen import CommandView, Verdict, Words
from station.ui.theme import LIGHT, Palette
from station.ui.type import Grid
from station.ui.wall_screen import WallScreen
from station.ui.widgets import cell_call, cell_grid
from station.ui.widgets.band import Band
from station.ui.widgets.cell_call import Call, CallView
from station.ui.widgets.cell_grid import GridView
from station.ui.widgets.commands import COUNT, CommandButton, seats, stand

_SMALLEST: Final = QSize(1024, 680)
_CALL_SHARE: Final = 0.39
_KEYS: Final = (
    CommandView(command="clear", words=Words(zh="清除", en="CLEAR"), key="F9", code=""),
    CommandView(command="undo", words=Words(zh="撤销", en="UNDO"), key="F2", code=""),
    CommandView(command="language", words=Words(zh="语言", en="Language"), key="Ctrl+L", code=""),
)


class WallView(QWidget):
    pressed = Signal(str)  # clear, undo

    def __init__(
        self, screen: WallScreen, *, rows: int, columns: int, language: str = "zh", palette: Palette = LIGHT
    ) -> None:
        super().__init__()
        load_fonts()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumSize(_SMALLEST)
        self._screen = screen
        self._rows, self._columns = rows, columns
        self._heard = Words(zh="", en="")
        self._typed = ""
        self._look = Look(
            palette=palette, grid=Grid(1280, 800), language=language, letters=Letters(), pictures=Pictures(())
        )
        self._call: Band[CallView] = Band(self, "called cell", cell_call.paint)
        self._grid: Band[GridView] = Band(self, "cells", cell_grid.paint)
        self._buttons = tuple(CommandButton(self, first=at == 0) for at in range(COUNT))
        for button in self._buttons:
            button.asked.connect(self._asked)
        self._edges = Edges(self)
        self.resize(1280, 800)

    @property
    def language(self) -> str:
        return self._look.language

    @property
    def misfits(self) -> tuple[str, ...]:
        return tuple(self._look.letters.misfits)

    def paint_screen(self, screen: WallScreen) -> None:
        """Show this; one with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None and screen.verdict is not Verdict.INFO:
            colors = {Verdict.OK: self._look.palette.ok, Verdict.STOP: self._look.palette.stop}
            self._edges.flash(colors.get(screen.verdict, self._look.palette.warn))

    def set_heard(self, heard: Words) -> None:
        """What of sound and voice works, in a word."""
        self._heard = heard
        self._show()

    def set_typed(self, typed: str) -> None:
        self._typed = typed
        self._show()

    def set_language(self, language: str) -> None:
        self._look = replace(self._look, language=language)
        self._show()

    def set_palette(self, palette: Palette) -> None:
        self._look = replace(self._look, palette=palette)
        self._show()

    def _show(self) -> None:
        screen, look = self._screen, self._look
        self.setWindowTitle(f"{screen.batch} · Sealbench")
        called = call_view(screen, heard=self._heard, typed=self._typed)
        self._call.put(called, look, cell_call.spoken(called, look))
        cells = GridView(cells=screen.cells, rows=self._rows, columns=self._columns, called=screen.cell)
        self._grid.put(cells, look, cell_grid.spoken(cells, look))
        for button, command in zip(self._buttons, seats(_KEYS), strict=True):
            button.put(command, look)
        self._place()

    def _place(self) -> None:
        grid, width = self._look.grid, self.width()
        bottom = self.height() - grid.commands
        call = round(self.height() * _CALL_SHARE)
        self._call.setGeometry(0, 0, width, call)
        self._grid.setGeometry(0, call, width, bottom - call)
        stand(self._buttons, width=width, top=bottom, height=grid.commands)
        self._edges.place(self.rect(), grid.u(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look = replace(self._look, grid=Grid(self.width(), self.height()))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._key(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._control_key(key)
        if key == keys.CLEAR_KEY:
            self._asked("clear")
        elif keys.COMMANDS.get(key) == "undo":
            self._asked("undo")
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            return False
        return True

    def _control_key(self, key: int) -> bool:
        if key == Qt.Key.Key_L:
            self._asked("language")
        elif key == Qt.Key.Key_D:
            self.set_palette(theme.after(self._look.palette))
        else:
            return False
        return True

    def _asked(self, command: str) -> None:
        if command == "language":
            self.set_language("en" if self._look.language == "zh" else "zh")
        else:
            self.pressed.emit(command)


def call_view(screen: WallScreen, *, heard: Words, typed: str = "") -> CallView:
    call = _call(screen)
    shown = screen.shown
    has_number = call not in (Call.STOP, Call.ATTENTION, Call.READY)
    return CallView(
        call=call,
        number=str(screen.cell) if has_number and screen.cell is not None else "",
        headline=screen.headline,
        act=screen.act,
        item=" ".join(filter(None, (screen.name, f"({screen.sku})" if screen.name else screen.sku))),
        units=0 if shown is None or not has_number else shown.units,
        needed=0 if shown is None or not has_number else shown.needed,
        status=_status(screen, heard),
        typed=typed,
    )


def _call(screen: WallScreen) -> Call:
    match screen.verdict:
        case Verdict.OK:
            return Call.PUT
        case Verdict.STOP:
            return Call.STOP
        case Verdict.ATTENTION:
            return Call.AGAIN if screen.cell is not None and screen.reason == "said_again" else Call.ATTENTION
        case Verdict.INFO:
            return Call.READY if screen.cell is None else Call.TELL


def _status(screen: WallScreen, heard: Words) -> Words:
    cells, who = len(screen.cells), screen.who
    return Words(
        zh=f"第 {screen.batch} 批 · 已分 {screen.sorted}/{screen.needed} 件 · {screen.full}/{cells} 格满 · {who}"
        + (f" · {heard.zh}" if heard.zh else ""),
        en=f"Batch {screen.batch} · {screen.sorted}/{screen.needed} units · {screen.full}/{cells} cells full · {who}"
        + (f" · {heard.en}" if heard.en else ""),
    )
