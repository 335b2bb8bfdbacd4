"""The dock's window: parcels scanned out against what is missing, reasons for what stays, the driver's signature.

It paints a ``HandoverScreen`` and says which key was used; it knows neither the order book nor what a scan means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import handover_words as said
from station.ui import keys, theme
from station.ui.edges import Edges
from station.ui.handover_screen import HandoverScreen, Page
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.screen import CommandView, Verdict, Words
from station.ui.theme import LIGHT, Palette
from station.ui.type import Grid
from station.ui.widgets import banner, carrier_band, dock_side, missing_pane
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.carrier_band import CarrierView
from station.ui.widgets.commands import COUNT, CommandButton, seats, stand
from station.ui.widgets.dock_side import DockSideView
from station.ui.widgets.marks import Mark
from station.ui.widgets.missing_pane import MissingView, ReasonsView
from station.ui.widgets.signature_pad import SignaturePad

_SMALLEST = QSize(1024, 680)
_Side: TypeAlias = DockSideView | ReasonsView


class HandoverView(QWidget):
    pressed = Signal(str)  # clear, take_out, back, close, up, down
    chosen = Signal(int)  # a reason by its number, from 1

    def __init__(self, screen: HandoverScreen, *, language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        load_fonts()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumSize(_SMALLEST)
        self._screen = screen
        self._look = Look(
            palette=palette, grid=Grid(1280, 800), language=language, letters=Letters(), pictures=Pictures(())
        )
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._carrier: Band[CarrierView] = Band(self, "carrier", carrier_band.paint)
        self._missing: Band[MissingView] = Band(self, "missing", missing_pane.paint)
        self._side: Band[_Side] = Band(self, "beside", _paint_side)
        self.pad = SignaturePad(self)
        self._buttons = tuple(CommandButton(self, first=at == 0) for at in range(COUNT))
        for button in self._buttons:
            button.asked.connect(self._asked)
        self._edges = Edges(self)
        self.setAutoFillBackground(True)
        self.resize(1280, 800)

    def paint_screen(self, screen: HandoverScreen) -> None:
        """Show this; a screen with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None and screen.verdict is not Verdict.INFO:
            colors = {Verdict.OK: self._look.palette.ok, Verdict.STOP: self._look.palette.stop}
            self._edges.flash(colors.get(screen.verdict, self._look.palette.warn))

    @property
    def language(self) -> str:
        return self._look.language

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
        ground = QPalette(self.palette())
        ground.setColor(QPalette.ColorRole.Window, QColor(look.palette.bg))
        self.setPalette(ground)
        self.setWindowTitle(f"{look.lead(screen.sight.carrier)} {screen.sight.number} · Sealbench")
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        carrier = _carrier(screen)
        self._carrier.put(carrier, look, carrier_band.spoken(carrier, look))
        missing = _missing(screen, look)
        self._missing.put(missing, look, missing_pane.spoken(missing, look))
        side = _side(screen)
        self._side.put(side, look, dock_side.spoken(side, look) if isinstance(side, DockSideView) else side.typed)
        self.pad.put(look, said.SIGN_HERE)
        for button, command in zip(self._buttons, seats(_commands(screen)), strict=True):
            button.put(command, look)
        self._place()

    def _place(self) -> None:
        grid, width = self._look.grid, self.width()
        self._banner.setGeometry(0, 0, width, grid.banner)
        self._carrier.setGeometry(0, grid.banner, width, grid.order)
        top = grid.banner + grid.order
        bottom = self.height() - grid.commands
        left = round(width * 0.62)
        signing = self._screen.page is Page.SIGNING
        self._missing.setGeometry(0, top, left, bottom - top)
        self._side.setGeometry(left, top, width - left, bottom - top)
        margin = grid.u(28)
        self.pad.setGeometry(margin, top + margin, width - 2 * margin, bottom - top - 2 * margin)
        for widget, shown in ((self._missing, not signing), (self._side, not signing), (self.pad, signing)):
            widget.setVisible(shown)
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
        command = _KEYS.get(key)
        if key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif command is not None:
            self._asked(command)
        else:
            return False
        return True

    def _control_key(self, key: int) -> bool:
        number = keys.choice_number(key)
        if number is not None:
            self.chosen.emit(number)
        elif key == Qt.Key.Key_L:
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


_KEYS: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_F9: "clear",
        Qt.Key.Key_F2: "undo",
        Qt.Key.Key_F5: "back",
        Qt.Key.Key_F6: "next",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
    }
)
"""``undo`` and ``next`` are the names of their pictures on the buttons."""


def _paint_side(canvas: Canvas, view: _Side) -> None:
    if isinstance(view, DockSideView):
        dock_side.paint(canvas, view)
    else:
        missing_pane.paint_reasons(canvas, view)


def _banner(screen: HandoverScreen) -> BannerView:
    quiet = Loudness.QUIET if screen.page is Page.SCANNING and not screen.taking_out else Loudness.WAIT
    loudness = {
        Verdict.OK: Loudness.OK,
        Verdict.STOP: Loudness.STOP,
        Verdict.ATTENTION: Loudness.ATTENTION,
    }.get(screen.verdict, quiet)
    marks = {Verdict.OK: Mark.OK, Verdict.STOP: Mark.STOP, Verdict.ATTENTION: Mark.ATTENTION}
    return BannerView(
        loudness=loudness,
        mark=marks.get(screen.verdict, Mark.SCAN if quiet is Loudness.QUIET else Mark.WAIT),
        headline=screen.headline,
        detail=screen.detail,
        packed=screen.sight.count,
        needed=screen.sight.count + len(screen.sight.missing),
        unit=said.PARCELS,
    )


def _carrier(screen: HandoverScreen) -> CarrierView:
    sight = screen.sight
    return CarrierView(
        number=sight.number,
        carrier=sight.carrier,
        weight_mg=sight.weight_mg,
        unweighed=sight.unweighed,
        driver=screen.driver,
        typed=screen.typed if screen.page is Page.SIGNING else "",
    )


def _missing(screen: HandoverScreen, look: Look) -> MissingView:
    rows = screen.sight.missing
    reasons = tuple(screen.reason_of(row, hold=look.lead(said.holds(row.hold))) for row in rows)
    cursor = screen.cursor if screen.page is Page.REASONS else None
    return MissingView(rows=rows, reasons=reasons, cursor=cursor, title=_title(screen))


def _title(screen: HandoverScreen) -> Words:
    """What is missing has been left behind once the driver is gone."""
    return said.LEFT if screen.page is Page.CLOSED else said.MISSING


def _side(screen: HandoverScreen) -> _Side:
    if screen.page is Page.REASONS and not screen.stopped:
        return ReasonsView(typed=screen.typed)
    missing = len(screen.sight.missing)
    return DockSideView(scans=screen.scans, missing=missing, stopped=screen.stopped, title=_title(screen))


def _commands(screen: HandoverScreen) -> tuple[CommandView, ...]:
    language = _command("language", said.LANGUAGE_KEY, "Ctrl+L")
    if screen.stopped:
        return _command("clear", said.CLEAR_KEY, "F9"), language
    match screen.page:
        case Page.SCANNING:
            return _command("undo", said.TAKE_OUT_KEY, "F2"), _command("next", said.CLOSE_KEY, "F6"), language
        case Page.REASONS:
            return _command("back", said.BACK_KEY, "F5"), _command("next", said.CLOSE_KEY, "F6"), language
        case Page.SIGNING:
            again = _command("undo", said.AGAIN_KEY, "F2")
            back = _command("back", said.BACK_KEY, "F5")
            return back, again, _command("next", said.HAND_OVER_KEY, "F6"), language
        case Page.CLOSED:
            return (language,)


def _command(name: str, words: Words, key: str) -> CommandView:
    return CommandView(command=name, words=words, key=key, code="")
