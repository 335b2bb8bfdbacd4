"""The dock's window: parcels scanned out against what is missing, reasons for what stays, the driver's signature.

It paints a ``HandoverScreen`` and says which key was used; it knows neither the order book nor what a scan means.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import handover_words as said
from station.ui import keys
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.handover_screen import HandoverScreen, Page
from station.ui.look import Look
from station.ui.screen import CommandView, Verdict, Words
from station.ui.theme import LIGHT, Palette
from station.ui.widgets import banner, carrier_band, dock_side, missing_pane
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.carrier_band import CarrierView
from station.ui.widgets.commands import CommandRow, keyed
from station.ui.widgets.dock_side import DockSideView
from station.ui.widgets.marks import Mark
from station.ui.widgets.missing_pane import MissingView, ReasonsView
from station.ui.widgets.signature_pad import SignaturePad

_Side: TypeAlias = DockSideView | ReasonsView


class HandoverView(QWidget):
    pressed = Signal(str)  # clear, take_out, back, close, up, down
    chosen = Signal(int)  # a reason by its number, from 1

    def __init__(self, screen: HandoverScreen, *, language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette)
        self._screen = screen
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._carrier: Band[CarrierView] = Band(self, "carrier", carrier_band.paint)
        self._missing: Band[MissingView] = Band(self, "missing", missing_pane.paint)
        self._side: Band[_Side] = Band(self, "beside", _paint_side)
        self.pad = SignaturePad(self)
        self._commands = CommandRow(self, self._asked)
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: HandoverScreen) -> None:
        """Show this; a screen with a tone flashes the edges once."""
        self._screen = screen
        self._show()
        if screen.tone is not None:
            self.ground.flash(screen.verdict)

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(f"{look.lead(screen.sight.carrier)} {screen.sight.number}")
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        carrier = _carrier(screen)
        self._carrier.put(carrier, look, carrier_band.spoken(carrier, look))
        missing = _missing(screen, look)
        self._missing.put(missing, look, missing_pane.spoken(missing, look))
        side = _side(screen)
        self._side.put(side, look, dock_side.spoken(side, look) if isinstance(side, DockSideView) else side.typed)
        self.pad.put(look, said.SIGN_HERE)
        self._commands.put(_commands(screen), look)
        self._place()

    def _place(self) -> None:
        grid, width = self.ground.look.grid, self.width()
        self._banner.setGeometry(0, 0, width, grid.banner)
        self._carrier.setGeometry(0, grid.banner, width, grid.order)
        top = grid.banner + grid.order
        bottom = self.height() - grid.commands
        (left, left_width), (side, side_width) = self.ground.columns(0.62, 0.38)
        signing = self._screen.page is Page.SIGNING
        self._missing.setGeometry(left, top, left_width, bottom - top)
        self._side.setGeometry(side, top, side_width, bottom - top)
        margin = grid.u(28)
        self.pad.setGeometry(margin, top + margin, width - 2 * margin, bottom - top - 2 * margin)
        for widget, shown in ((self._missing, not signing), (self._side, not signing), (self.pad, signing)):
            widget.setVisible(shown)
        self._commands.place(width=width, top=bottom, height=grid.commands)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event) or (not event.isAutoRepeat() and self._key(event)):
            return
        super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        number = keys.choice_of(event)
        command = keys.plain(event, _KEYS)
        if number is not None:
            self.chosen.emit(number)
        elif command is not None:
            self._asked(command)
        return number is not None or command is not None

    def _asked(self, command: str) -> None:
        if command == "language":
            self.ground.next_language()
        elif command == "back" and self._screen.page is Page.CLOSED:
            self.close()  # the handover is over, and so is what its window is for
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
    at_rest = screen.verdict in (Verdict.INFO, Verdict.OK) and screen.page is not Page.CLOSED
    if at_rest and (screen.offline or not screen.known):
        return _waiting(screen)
    return BannerView(
        loudness=loudness,
        mark=marks.get(screen.verdict, Mark.SCAN if quiet is Loudness.QUIET else Mark.WAIT),
        headline=screen.headline,
        detail=screen.detail,
        packed=screen.sight.count,
        needed=screen.sight.count + len(screen.sight.missing),
        unit=said.PARCELS,
    )


def _waiting(screen: HandoverScreen) -> BannerView:
    """Calm: nobody did anything wrong, and there is nothing to clear."""
    headline, detail = (said.OFFLINE, said.OFFLINE_HOW) if screen.offline else (said.LOOKING, said.NOTHING)
    mark = Mark.OFFLINE if screen.offline else Mark.WAIT
    return BannerView(loudness=Loudness.WAIT, mark=mark, headline=headline, detail=detail)


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
    return MissingView(
        rows=rows,
        reasons=reasons,
        cursor=cursor,
        title=_title(screen),
        known=screen.known,
        begun=bool(rows or screen.sight.count),
    )


def _title(screen: HandoverScreen) -> Words:
    """What is missing has been left behind once the driver is gone."""
    return said.LEFT if screen.page is Page.CLOSED else said.MISSING


def _side(screen: HandoverScreen) -> _Side:
    if screen.page is Page.REASONS and not screen.stopped:
        return ReasonsView(typed=screen.typed)
    missing = len(screen.sight.missing)
    return DockSideView(
        scans=screen.scans,
        missing=missing,
        stopped=screen.stopped,
        title=_title(screen),
        known=screen.known,
        begun=bool(missing or screen.sight.count),
    )


def _commands(screen: HandoverScreen) -> tuple[CommandView, ...]:
    language = keyed("language", said.LANGUAGE_KEY, "Ctrl+L")
    if screen.stopped:
        return keyed("clear", said.CLEAR_KEY, "F9"), language
    match screen.page:
        case Page.SCANNING:
            return keyed("undo", said.TAKE_OUT_KEY, "F2"), keyed("next", said.CLOSE_KEY, "F6"), language
        case Page.REASONS:
            return keyed("back", said.BACK_KEY, "F5"), keyed("next", said.CLOSE_KEY, "F6"), language
        case Page.SIGNING:
            again = keyed("undo", said.AGAIN_KEY, "F2")
            back = keyed("back", said.BACK_KEY, "F5")
            return back, again, keyed("next", said.HAND_OVER_KEY, "F6"), language
        case Page.CLOSED:
            return language, keyed("back", said.LEAVE_KEY, "F5")
