"""The wall board's window: head, tiles, cut-offs. It paints a ``BoardScreen`` and takes four keys; nobody presses more.

It knows neither the order book nor a clock. All sizes follow the window; ``widgets/board_text`` has them.
"""

from __future__ import annotations

from datetime import tzinfo
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import board_words as said
from station.ui.board_screen import BoardScreen, Layout, Level, folded, layout, page, shown_cut_offs, tiles
from station.ui.ground import Ground
from station.ui.theme import DARK, Palette
from station.ui.troubles.telling import explained
from station.ui.widgets import board_cut_offs, board_head, board_tiles
from station.ui.widgets.band import Band
from station.ui.widgets.board_cut_offs import CutOffsView
from station.ui.widgets.board_head import HeadView
from station.ui.widgets.board_tiles import TilesView
from station.ui.widgets.marks import Mark
from station.ui.words import Words, beside, same

DRAWN_FOR: Final = QSize(1920, 1080)
MINUTE_US: Final = 60_000_000
_HEAD: Final = 118
_FOOT: Final = 322
_THIN: Final = 152
_GAP: Final = 18


class BoardView(QWidget):
    left = Signal()  # Esc

    def __init__(self, *, language: str = "zh", palette: Palette = DARK, zone: tzinfo | None = None) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, zone=zone)
        self._screen = BoardScreen(now_us=0)
        self._head: Band[HeadView] = Band(self, "verdict", board_head.paint)
        self._tiles: Band[TilesView] = Band(self, "benches", board_tiles.paint)
        self._cut_offs: Band[CutOffsView] = Band(self, "cut-offs", board_cut_offs.paint)
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: BoardScreen) -> None:
        self._screen = screen
        self._show()

    @property
    def _unit(self) -> float:
        return min(self.width() / DRAWN_FOR.width(), self.height() / DRAWN_FOR.height())

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(look.lead(said.TITLE))
        shown = page(screen)
        placed = layout(len(shown.tiles))
        head = self._head_view(screen, shown.number, shown.of)
        self._head.put(head, look, board_head.spoken(head, look))
        old = screen.gone_us is not None
        runs_us = screen.true_us if any(each.since_us is not None for each in shown.tiles) else 0
        mark = Mark.SCAN if screen.truth is not None else Mark.OFFLINE if old else Mark.WAIT
        benches = TilesView(
            tiles=shown.tiles, layout=placed, now_us=runs_us, unit=self._unit, old=old, note=_instead(screen), mark=mark
        )
        self._tiles.put(benches, look, board_tiles.spoken(benches, look))
        foot = _cut_offs(screen, placed, self._unit, old=old)
        self._cut_offs.put(foot, look, board_cut_offs.spoken(foot, look))
        self._place(thin=foot.thin)

    def _head_view(self, screen: BoardScreen, number: int, of: int) -> HeadView:
        truth, look = screen.truth, self.ground.look
        counted = None if truth is None or not truth.benches else said.BENCHES.filled(n=len(truth.benches))
        if counted is not None and of > 1:
            counted = beside([counted, said.PAGE.filled(number=number, of=of)])
        gone = None
        if screen.gone_us is not None:
            since = said.GONE.filled(time=look.hour(screen.gone_us))
            kept = same("") if truth is None else said.GONE_MORE.filled(time=look.hour(truth.at_us))
            gone = (since, kept)
        return HeadView(
            title=same(screen.title) if screen.title else said.TITLE,
            count=counted,
            sealed=None if truth is None else truth.sealed,
            clean_percent=None if truth is None else truth.clean_percent,
            time=look.hour(screen.now_us),
            summary=_summary(screen),
            unit=self._unit,
            gone=gone,
        )

    def _place(self, *, thin: bool) -> None:
        unit, width, height = self._unit, self.width(), self.height()
        head, foot, gap = round(_HEAD * unit), round((_THIN if thin else _FOOT) * unit), round(_GAP * unit)
        self._head.setGeometry(0, 0, width, head)
        self._tiles.setGeometry(0, head, width, height - head - foot - gap)
        self._cut_offs.setGeometry(0, height - foot, width, foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event):
            return
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._out()
            return
        super().keyPressEvent(event)

    def _out(self) -> None:
        """Esc leaves the full screen first, then the board."""
        if self.windowState() & Qt.WindowState.WindowFullScreen:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            self.left.emit()


def _summary(screen: BoardScreen) -> Words:
    if screen.truth is None:
        return said.NEVER if screen.gone_us is not None else said.LOADING
    troubled = sum(each.level > Level.CALM for each in tiles(screen))
    return said.TROUBLED.filled(n=troubled) if troubled else said.CALM


def _instead(screen: BoardScreen) -> tuple[Words, Words] | None:
    """What stands in the place of tiles while there are none."""
    if screen.truth is None:
        return (said.NEVER, explained(screen.why)) if screen.gone_us is not None else (said.LOADING, said.LOADING_MORE)
    return None if screen.truth.benches else (said.EMPTY, said.EMPTY_MORE)


def _cut_offs(screen: BoardScreen, placed: Layout, unit: float, *, old: bool) -> CutOffsView:
    every = folded(screen.truth.cut_offs) if screen.truth and screen.truth.cut_offs is not None else None
    shown = shown_cut_offs(every or ())
    rest = [each for each in every or () if each not in shown]
    note = None
    if screen.truth is None:
        note = (same(""), same(""))
    elif every is None:
        note = (said.NO_FORECAST, explained(screen.truth.why_no_cut_offs))
    elif not every:
        note = (said.NO_ORDERS, said.NO_ORDERS_MORE)
    return CutOffsView(
        cut_offs=shown,
        more=(len(rest), sum(each.left for each in rest)),
        now_us=screen.true_us // MINUTE_US * MINUTE_US,
        unit=unit,
        thin=placed.thin or note is not None,
        old=old,
        note=note,
    )
