"""The sort wall's window: the number that is called, the cells as they stand in the hall, three keys.

It paints a ``WallScreen`` and says which key was used; it knows neither the order book nor what a scan means.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys
from station.ui.goods_words import WITH_SKU
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.screen import Verdict, Words
from station.ui.theme import LIGHT, Palette
from station.ui.wall_screen import WallScreen
from station.ui.widgets import cell_call, cell_grid
from station.ui.widgets.band import Band
from station.ui.widgets.cell_call import Call, CallView
from station.ui.widgets.cell_grid import GridView
from station.ui.widgets.commands import CommandRow, keyed
from station.ui.words import beside, same

_CALL_SHARE: Final = 0.39
_COMMANDS: Final = (
    keyed("clear", Words(zh="清除", en="CLEAR"), "F9"),
    keyed("undo", Words(zh="撤销", en="UNDO"), "F2"),
    keyed("language", Words(zh="语言", en="Language"), "Ctrl+L"),
)
_KEYS: Final[Mapping[int, str]] = MappingProxyType({Qt.Key.Key_F9: "clear", Qt.Key.Key_F2: "undo"})


class WallView(QWidget):
    pressed = Signal(str)  # clear, undo

    def __init__(
        self, screen: WallScreen, *, rows: int, columns: int, language: str = "zh", palette: Palette = LIGHT
    ) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette)
        self._screen = screen
        self._rows, self._columns = rows, columns
        self._heard = Words(zh="", en="")
        self._typed = ""
        self._call: Band[CallView] = Band(self, "called cell", cell_call.paint)
        self._grid: Band[GridView] = Band(self, "cells", cell_grid.paint)
        self._commands = CommandRow(self, self._asked)
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: WallScreen) -> None:
        """Show this; one with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None:
            self.ground.flash(screen.verdict)

    def set_heard(self, heard: Words) -> None:
        """What of sound and voice works, in a word."""
        self._heard = heard
        self._show()

    def set_typed(self, typed: str) -> None:
        self._typed = typed
        self._show()

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(str(screen.batch))
        called = call_view(screen, heard=self._heard, typed=self._typed)
        self._call.put(called, look, cell_call.spoken(called, look))
        cells = GridView(cells=screen.cells, rows=self._rows, columns=self._columns, called=screen.cell)
        self._grid.put(cells, look, cell_grid.spoken(cells, look))
        self._commands.put(_COMMANDS, look)
        self._place()

    def _place(self) -> None:
        grid, width = self.ground.look.grid, self.width()
        bottom = self.height() - grid.commands
        call = round(self.height() * _CALL_SHARE)
        self._call.setGeometry(0, 0, width, call)
        self._grid.setGeometry(0, call, width, bottom - call)
        self._commands.place(width=width, top=bottom, height=grid.commands)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event) or (not event.isAutoRepeat() and self._key(event)):
            return
        super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        command = keys.plain(event, _KEYS)
        if command is not None:
            self._asked(command)
        return command is not None

    def _asked(self, command: str) -> None:
        if command == "language":
            self.ground.next_language()
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
        item=WITH_SKU.filled(name=screen.name, sku=screen.sku) if screen.name.en else same(screen.sku),
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


_BATCH: Final = Words(zh="第 {batch} 批", en="Batch {batch}")
_SORTED: Final = Words(zh="已分 {sorted}/{needed} 件", en="{sorted}/{needed} units")
_FULL: Final = Words(zh="{full}/{cells} 格满", en="{full}/{cells} cells full")


def _status(screen: WallScreen, heard: Words) -> Words:
    cells, who = len(screen.cells), screen.who
    facts = (
        _BATCH.filled(batch=screen.batch),
        _SORTED.filled(sorted=screen.sorted, needed=screen.needed),
        _FULL.filled(full=screen.full, cells=cells),
    )
    return beside([*facts, same(who), heard])
