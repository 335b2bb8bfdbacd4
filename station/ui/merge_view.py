"""The window of the review before orders share a waybill: groups on the left, the orders of one side by side.

It paints a ``MergeScreen`` and says which key was used or what was scanned; it knows no order book.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys
from station.ui import merge_screen as pages
from station.ui import merge_words as said
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.merge_screen import Fate, MergeScreen
from station.ui.screen import CommandView, Verdict
from station.ui.theme import LIGHT, Palette
from station.ui.widgets import banner, foot, merge_list, merge_table
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.commands import CommandRow, keyed
from station.ui.widgets.marks import Mark
from station.ui.widgets.merge_list import GroupsView
from station.ui.widgets.merge_table import TableView

_LIST = 316


class MergeView(QWidget):
    pressed = Signal(str)  # yes, no, undo, up, down, left, right, back
    closed = Signal()

    def __init__(self, *, pictures: tuple[Path, ...] = (), language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, pictures=pictures, locks=True)
        self._screen = MergeScreen()
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._list: Band[GroupsView] = Band(self, "groups", merge_list.paint)
        self._table: Band[TableView] = Band(self, "orders side by side", merge_table.paint)
        self._commands = CommandRow(self, self.pressed)
        self._foot: Band[str] = Band(self, "keys", foot.paint)
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: MergeScreen) -> None:
        """Show this; a screen with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None:
            self.ground.flash(Verdict.ATTENTION if screen.trouble is not None else Verdict.OK)

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(look.lead(said.LIST))
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        groups = GroupsView(groups=screen.groups, cursor=screen.cursor)
        self._list.put(groups, look, merge_list.spoken(groups, look))
        table = TableView(group=screen.group, column=screen.column)
        self._table.put(table, look, merge_table.spoken(table, look))
        hint = screen.typed or look.lead(said.KEYS_HINT)
        self._foot.put(hint, look, hint)
        self._commands.put(_commands(screen), look)
        self._place()

    def _place(self) -> None:
        grid, width = self.ground.look.grid, self.width()
        bottom = self.height() - grid.commands - grid.devices
        share = grid.u(_LIST) / width
        self._banner.setGeometry(0, 0, width, grid.banner)
        (first, narrow), (second, wide) = self.ground.columns(share, 1 - share)
        self._list.setGeometry(first, grid.banner, narrow, bottom - grid.banner)
        self._table.setGeometry(second, grid.banner, wide, bottom - grid.banner)
        self._commands.place(width=width, top=bottom, height=grid.commands)
        self._foot.setGeometry(0, bottom + grid.commands, width, grid.devices)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event):
            return
        command = keys.plain(event, _KEYS)
        if command is None:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(command)


_KEYS: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_F6: "yes",
        Qt.Key.Key_F7: "no",
        Qt.Key.Key_F2: "undo",
        Qt.Key.Key_F10: "back",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
        Qt.Key.Key_Left: "left",
        Qt.Key.Key_Right: "right",
    }
)
"""``yes``, ``no`` and ``undo`` are the names of their pictures on the buttons."""


def _banner(screen: MergeScreen) -> BannerView:
    verdict, headline, detail = pages.verdict(screen)
    doubtful = screen.group is not None and screen.group.fate is Fate.OPEN and bool(screen.group.doubts)
    loudness = {Verdict.OK: Loudness.OK, Verdict.ATTENTION: Loudness.ATTENTION}.get(verdict, Loudness.QUIET)
    mark = {Verdict.OK: Mark.OK, Verdict.ATTENTION: Mark.ATTENTION}.get(verdict, Mark.NORMAL)
    waits = screen.trouble is not None and screen.offline
    if waits or not screen.known:
        mark = Mark.OFFLINE if waits else Mark.WAIT
        return BannerView(loudness=Loudness.WAIT, mark=mark, headline=headline, detail=detail)
    return BannerView(
        loudness=Loudness.WAIT if doubtful and loudness is Loudness.QUIET else loudness,
        mark=Mark.ATTENTION if doubtful else mark,
        headline=headline,
        detail=detail,
        packed=screen.cursor + 1 if screen.groups else 0,
        needed=len(screen.groups),
        unit=said.GROUPS,
    )


def _commands(screen: MergeScreen) -> tuple[CommandView, ...]:
    """Merging and leaving where something is to be decided, undo where something was."""
    close = keyed("back", said.CLOSE_KEY, "F10")
    if screen.group is None:
        return (close,)
    open_group = screen.group.fate is Fate.OPEN and not screen.busy
    decide = (keyed("yes", said.MERGE_KEY, "F6"), keyed("no", said.LEAVE_KEY, "F7")) if open_group else ()
    undo = (keyed("undo", said.UNDO_KEY, "F2"),) if screen.to_undo is not None and not screen.busy else ()
    move = (keyed("up", said.BEFORE_KEY, "↑"), keyed("down", said.AFTER_KEY, "↓"))
    return (*decide, *undo, *move, close)
