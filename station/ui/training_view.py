"""The training window: the coach above, the real bench window below, and at the end the page in its place.

It holds the bench window and never paints into it: a ring round one of its bands is laid over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys
from station.ui import training_words as say
from station.ui.coach_screen import CoachView, PageView, Spot
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.screen import Screen
from station.ui.theme import LIGHT, Palette
from station.ui.widgets import coach_band, training_page
from station.ui.widgets.band import Band
from station.ui.window import Window

FIRST_KEY: Final = 7
"""Ctrl and 7, 8, 9 are the hands: questions of the bench are answered with Ctrl and the digits before."""

_HEAD, _HEAD_LOW = 108, 94
_RING: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingScreen:
    """What the whole window shows; ``bench`` is painted where the bench is not wired to anything."""

    coach: CoachView
    bench: Screen | None = None
    page: PageView | None = None


class _Ring(QWidget):
    """Where to look: ink between two lines of panel, so that it stands out on any band."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.colors = (LIGHT.panel, LIGHT.ink)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in zip(self.colors, (_RING + 4, _RING), strict=True):
            painter.setPen(QPen(QColor(color), width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6, 6, -6, -6), 8, 8)
        painter.end()


class TrainingView(QWidget):
    handed = Signal(int)  # which hand, from 0
    closed = Signal()

    def __init__(self, bench: Window, *, language: str, palette: Palette = LIGHT) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette)
        self.bench = bench
        bench.setParent(self)
        bench.setMinimumSize(0, 0)
        self._coach: Band[CoachView] = Band(self, "coach", coach_band.paint)
        self._coach.touched.connect(self._touched)
        self._head: Band[PageView] = Band(self, "verdict", training_page.paint_head)
        self._page: Band[PageView] = Band(self, "result", training_page.paint)
        self._ring = _Ring(self)
        self._seen: CoachView | None = None
        self._paged: PageView | None = None
        bench.ground.changed.connect(self._follow)
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: TrainingScreen) -> None:
        if screen.bench is not None:
            self.bench.paint_screen(screen.bench)
        self._seen, self._paged = screen.coach, screen.page
        self._show()

    def see(self, view: CoachView) -> None:
        """The page goes when a lesson is told again."""
        keeps = self._paged is not None and view.lesson == say.PAGE
        self._seen, self._paged = view, self._paged if keeps else None
        self._show()

    def see_page(self, page: PageView) -> None:
        self._paged = page
        self._show()

    def _show(self) -> None:
        self._lead_the_bench()
        look, view, page = self.ground.look, self._seen, self._paged
        self.ground.title(look.lead(say.TITLE))
        self._place()
        if view is not None:
            self._coach.put(view, look, coach_band.spoken(view, look))
        if page is not None:
            self._head.put(page, look, training_page.spoken_head(page, look))
            self._page.put(page, look, training_page.spoken(page, look))
        for band in (self._head, self._page):
            band.setVisible(page is not None)
        self.bench.setVisible(page is None)
        self._place_ring(view.spot if view is not None and page is None else Spot.NOWHERE)

    def _place(self) -> None:
        look, width, height = self.ground.look, self.width(), self.height()
        top = coach_band.height(look)
        self._coach.setGeometry(0, 0, width, top)
        self.bench.setGeometry(0, top, width, height - top)
        head = look.grid.u(_HEAD_LOW if look.grid.low else _HEAD)
        self._head.setGeometry(0, top, width, head)
        self._page.setGeometry(0, top + head, width, height - top - head)

    def _place_ring(self, spot: Spot) -> None:
        band = self.bench.findChild(QWidget, spot.value) if spot is not Spot.NOWHERE else None
        if band is None or not band.height():
            self._ring.hide()
            return
        p = self.ground.look.palette
        self._ring.colors = p.panel, p.ink
        self._ring.setGeometry(QRect(band.mapTo(self, band.rect().topLeft()), band.size()))
        self._ring.show()
        self._ring.raise_()
        self._ring.update()

    # The same two languages and one palette for both

    def _lead_the_bench(self) -> None:
        mine, theirs = self.ground.look, self.bench.ground.look
        if (mine.language, mine.other) != (theirs.language, theirs.other):
            self.bench.ground.set_language(mine.language, mine.other)
        if mine.palette != theirs.palette:
            self.bench.ground.set_palette(mine.palette)

    def _follow(self) -> None:
        mine, theirs = self.ground.look, self.bench.ground.look
        if mine.palette != theirs.palette:
            self.ground.set_palette(theirs.palette)
        if (mine.language, mine.other) != (theirs.language, theirs.other):
            self.ground.set_language(theirs.language, theirs.other)

    # What the person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = keys.choice_of(event)
        if number is not None and number >= FIRST_KEY and not event.isAutoRepeat():
            self.handed.emit(number - FIRST_KEY)
        elif not self.ground.took(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _touched(self, x: float, y: float) -> None:
        if self._seen is None:
            return
        places = coach_band.places(self.ground.look, QRectF(self._coach.rect()), self._seen.hands)
        for number, rect in enumerate(places):
            if rect.contains(QPointF(x, y)):
                self.handed.emit(number)
