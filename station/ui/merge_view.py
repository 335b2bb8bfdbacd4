"""The window of the review before orders share a waybill: groups on the left, the orders of one side by side.

It paints a ``MergeScreen`` and says which key was used or what was scanned; it knows no order book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import merge_screen as pages
from station.ui import merge_words as said
from station.ui import theme
from station.ui.edges import Edges
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.merge_screen import Fate, MergeScreen
from station.ui.pictures import Pictures
from station.ui.screen import CommandView, Verdict, Words
from station.ui.theme import LIGHT, Palette
from station.ui.type import Grid, Role
from station.ui.widgets import banner, merge_list, merge_table
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.commands import COUNT, CommandButton, seats, stand
from station.ui.widgets.marks import Mark
from station.ui.widgets.merge_list import GroupsView
from station.ui.widgets.merge_table import TableView

_SMALLEST = QSize(1024, 680)
_LIST = 316


class MergeView(QWidget):
    pressed = Signal(str)  # yes, no, undo, up, down, left, right, back
    closed = Signal()

    def __init__(self, *, pictures: tuple[Path, ...] = (), language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        load_fonts()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumSize(_SMALLEST)
        self._screen = MergeScreen()
        self._look = Look(
            palette=palette, grid=Grid(1280, 800), language=language, letters=Letters(), pictures=Pictures(pictures)
        )
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._list: Band[GroupsView] = Band(self, "groups", merge_list.paint)
        self._table: Band[TableView] = Band(self, "orders side by side", merge_table.paint)
        self._buttons = tuple(CommandButton(self, first=at == 0) for at in range(COUNT))
        self._foot: Band[str] = Band(self, "keys", _paint_foot)
        for button in self._buttons:
            button.asked.connect(self.pressed)
        self._edges = Edges(self)
        self.resize(1280, 800)

    def paint_screen(self, screen: MergeScreen) -> None:
        """Show this; a screen with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None:
            palette = self._look.palette
            self._edges.flash(palette.warn if screen.trouble is not None else palette.ok)

    @property
    def misfits(self) -> tuple[str, ...]:
        return tuple(self._look.letters.misfits)

    def set_language(self, language: str) -> None:
        self._look = replace(self._look, language=language)
        self._show()

    def set_palette(self, palette: Palette) -> None:
        self._look = replace(self._look, palette=palette)
        self._show()

    def _show(self) -> None:
        screen, look = self._screen, self._look
        self.setWindowTitle(f"{look.lead(said.LIST)} · Sealbench")
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        groups = GroupsView(groups=screen.groups, cursor=screen.cursor)
        self._list.put(groups, look, merge_list.spoken(groups, look))
        table = TableView(group=screen.group, column=screen.column)
        self._table.put(table, look, merge_table.spoken(table, look))
        hint = screen.typed or look.lead(said.KEYS_HINT)
        self._foot.put(hint, look, hint)
        for button, command in zip(self._buttons, seats(_commands(screen)), strict=True):
            button.put(command, look)
        self._place()

    def _place(self) -> None:
        grid, width = self._look.grid, self.width()
        bottom = self.height() - grid.commands - grid.devices
        left = grid.u(_LIST)
        self._banner.setGeometry(0, 0, width, grid.banner)
        self._list.setGeometry(0, grid.banner, left, bottom - grid.banner)
        self._table.setGeometry(left, grid.banner, width - left, bottom - grid.banner)
        stand(self._buttons, width=width, top=bottom, height=grid.commands)
        self._foot.setGeometry(0, bottom + grid.commands, width, grid.devices)
        self._edges.place(self.rect(), grid.u(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look = replace(self._look, grid=Grid(self.width(), self.height()))
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._control_key(key)
        command = _KEYS.get(key)
        if command is not None:
            self.pressed.emit(command)
        return command is not None

    def _control_key(self, key: int) -> bool:
        if key == Qt.Key.Key_L:
            self.set_language("en" if self._look.language == "zh" else "zh")
        elif key == Qt.Key.Key_D:
            self.set_palette(theme.after(self._look.palette))
        else:
            return False
        return True


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


def _paint_foot(canvas: Canvas, text: str) -> None:
    p, grid = canvas.palette, canvas.look.grid
    canvas.fill(canvas.area, p.bg)
    canvas.fill(QRectF(canvas.area.left(), canvas.area.top(), canvas.area.width(), 1), p.rule)
    room = canvas.area.width() - grid.margin - grid.margin_right
    spans = [Span(text=text, role=Role.HINT, color=p.ink2)]
    canvas.fitting_row(canvas.area.left() + grid.margin, canvas.area.center().y(), spans, room)


def _banner(screen: MergeScreen) -> BannerView:
    verdict, headline, detail = pages.verdict(screen)
    doubtful = screen.group is not None and screen.group.fate is Fate.OPEN and bool(screen.group.doubts)
    loudness = {Verdict.OK: Loudness.OK, Verdict.ATTENTION: Loudness.ATTENTION}.get(verdict, Loudness.QUIET)
    mark = {Verdict.OK: Mark.OK, Verdict.ATTENTION: Mark.ATTENTION}.get(verdict, Mark.NORMAL)
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
    close = _command("back", said.CLOSE_KEY, "F10")
    if screen.group is None:
        return (close,)
    open_group = screen.group.fate is Fate.OPEN and not screen.busy
    decide = (_command("yes", said.MERGE_KEY, "F6"), _command("no", said.LEAVE_KEY, "F7")) if open_group else ()
    undo = (_command("undo", said.UNDO_KEY, "F2"),) if screen.to_undo is not None and not screen.busy else ()
    move = (_command("up", said.BEFORE_KEY, "↑"), _command("down", said.AFTER_KEY, "↓"))
    return (*decide, *undo, *move, close)


def _command(name: str, words: Words, key: str) -> CommandView:
    return CommandView(command=name, words=words, key=key, code="")
