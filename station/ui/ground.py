"""What every screen of the program stands on: how it looks now, its size, the keys all screens share, title and flash.

A view is a plain ``QWidget`` that holds one ``Ground`` and never looks after these things itself. To make a new view:

1. ``self.ground = Ground(self, self._show, language=language, palette=palette)`` first in ``__init__`` (``typing=True``
   where people type into a field).
2. Bands of ``Band(self, "what a screen reader calls it", paint)``, and six keys as ``CommandRow(self, self._asked)``.
3. ``_show`` puts views into the bands with ``self.ground.look``, calls ``self.ground.title(text)`` and places bands:
   ``self.ground.columns(0.61, 0.39)`` gives lefts and widths, mirrored for the left hand.
4. ``resizeEvent`` calls ``self.ground.resized()``; ``keyPressEvent`` asks ``self.ground.took(event)`` first.
5. ``paint_screen`` ends with ``self.ground.flash(verdict)`` where the screen has a tone.
6. The window that owns the view calls ``view.ground.use(settings.screen)`` and listens to ``ground.language_changed``.
7. One line in ``tests/ui/sights.py`` puts it under the tests of fit, of names read aloud and of golden pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QWidget

from station.display import screen_of
from station.screen_settings import ScreenSettings
from station.ui import theme
from station.ui.curtain import Curtain
from station.ui.edges import Edges
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.screen import Verdict
from station.ui.theme import LIGHT, Palette
from station.ui.type import Grid

DRAWN_FOR: Final = QSize(1280, 800)
SMALLEST: Final = QSize(1024, 680)
EDGE: Final = 14


class Ground(QObject):
    """One view's look, shared keys and edges; the view's own ``show`` is called when all has to be painted anew."""

    changed = Signal()  # everything has to be painted anew
    language_changed = Signal(str)
    palette_changed = Signal(str)
    lock_asked = Signal()

    def __init__(
        self,
        view: QWidget,
        show: Callable[[], None],
        *,
        language: str = "zh",
        palette: Palette = LIGHT,
        pictures: tuple[Path, ...] = (),
        zone: tzinfo | None = None,
        typing: bool = False,
        smallest: QSize = SMALLEST,
        desk: bool = False,
        locks: bool = False,
    ) -> None:
        """``typing``: a field of the view has the focus and takes Chinese too. Else keys come as a scanner types.

        ``desk``: letters for somebody who sits before it. ``locks``: Ctrl+Shift+K is told by ``lock_asked``; where
        nobody signs in it covers the window.
        """
        super().__init__(view)
        self._locks = locks
        load_fonts()
        self.changed.connect(show)  # neither this nor the parent is held by Python: a view must go when it is let go
        self._screen = ScreenSettings()
        self._edges: Edges | None = None
        self._curtain: Curtain | None = None
        self._desk = desk
        self._seated = desk or typing
        self.look = Look(
            palette=palette,
            grid=self._grid(DRAWN_FOR),
            language=language,
            letters=Letters(),
            pictures=Pictures(pictures),
            zone=zone,
        )
        if not typing:
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        view.setMinimumSize(smallest)
        view.setAutoFillBackground(True)
        self._colour_ground()

    @property
    def _view(self) -> QWidget:
        view = self.parent()
        assert isinstance(view, QWidget)
        return view

    def use(self, screen: ScreenSettings) -> None:
        """Size, side and motion as the bench's settings say."""
        self._screen = screen
        self.resized()

    # What it looks like

    @property
    def language(self) -> str:
        return self.look.language

    @property
    def captions_sounds(self) -> bool:
        return self._screen.sound_captions

    @property
    def left_handed(self) -> bool:
        return self._screen.left_handed and not self._seated  # a desk's screens are worked by keys

    @property
    def misfits(self) -> tuple[str, ...]:
        """Texts that had to go below the smallest allowed size."""
        return tuple(self.look.letters.misfits)

    def set_language(self, language: str, also: str = "") -> None:
        """Everything repaints at once. ``also``: the language beside it; empty leaves it as it is."""
        self.look = self.look.speaking(language, also)
        self.changed.emit()

    def set_palette(self, palette: Palette) -> None:
        self.look = replace(self.look, palette=palette)
        self._colour_ground()
        self.changed.emit()

    def next_language(self) -> None:
        """What a person asked for by key, button or code: it is told, to be remembered."""
        self.set_language(self.look.other)
        self.language_changed.emit(self.look.language)

    def next_palette(self) -> None:
        self.set_palette(theme.after(self.look.palette))
        self.palette_changed.emit(self.look.palette.name)

    def title(self, text: str) -> None:
        """The program's name follows, as systems list windows."""
        self._view.setWindowTitle(f"{text} · Sealbench")

    # Where things stand

    def resized(self) -> None:
        self.look = replace(self.look, grid=self._grid(self._view.size()))
        self.changed.emit()
        if self._curtain is not None:
            self._curtain.place()

    def columns(self, *shares: float) -> tuple[tuple[int, int], ...]:
        """Left and width of the work columns, in the order they are meant; the left hand's layout mirrors them."""
        width = self._view.width()
        widths = [round(width * share) for share in shares]
        widths[-1] = width - sum(widths[:-1])
        lefts = [sum(widths[:at]) for at in range(len(widths))]
        if self.left_handed:
            lefts = [width - left - wide for left, wide in zip(lefts, widths, strict=True)]
        return tuple(zip(lefts, widths, strict=True))

    def _grid(self, size: QSize) -> Grid:
        return Grid(
            size.width(),
            size.height(),
            dots_per_inch=screen_of(self._view).physicalDotsPerInch(),
            percent=self._screen.scale_percent,
            gloves=self._screen.gloves,
            codes=self._screen.command_codes,
            desk=self._desk,
            seated=self._seated,
        )

    def _colour_ground(self) -> None:
        colors = QPalette(self._view.palette())
        colors.setColor(QPalette.ColorRole.Window, QColor(self.look.palette.bg))
        self._view.setPalette(colors)

    # What it says beside the words

    def flash(self, verdict: Verdict) -> None:
        """The window's edges in the verdict's colour, once; nothing for what is only told, or with reduced motion."""
        p = self.look.palette
        color = {Verdict.OK: p.ok, Verdict.ATTENTION: p.warn, Verdict.STOP: p.stop}.get(verdict)
        if color is None or self._screen.reduced_motion:
            return
        self.edges.place(self._view.rect(), self.look.grid.u(EDGE))
        self.edges.flash(color)

    @property
    def edges(self) -> Edges:
        """Made at the first flash, so that they lie above the view's bands."""
        if self._edges is None:
            self._edges = Edges(self._view)
        return self._edges

    # Keys that mean the same on every screen

    def took(self, event: QKeyEvent) -> bool:
        """Ctrl+L language, Ctrl+D palette, F11 full screen, Ctrl+Shift+K lock or cover. False: the view's own key."""
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        shared: dict[tuple[int, bool, bool], Callable[[], object]] = {
            (Qt.Key.Key_L, True, False): self.next_language,
            (Qt.Key.Key_D, True, False): self.next_palette,
            (Qt.Key.Key_K, True, True): self.lock_asked.emit if self._locks else self._cover,
            (Qt.Key.Key_F11, False, False): self._full_screen,
        }
        act = shared.get((key, control, shift))
        if act is None:
            return False
        if not event.isAutoRepeat():
            act()
        return True

    def _cover(self) -> None:
        """The window it stands in, which may be another view's: nothing beside it stays to be read."""
        whole = self._view.window()
        if self._curtain is None or self._curtain.parentWidget() is not whole:
            self._curtain = Curtain(whole, lambda: self.look, self.took)
        self._curtain.toggle()

    def _full_screen(self) -> None:
        whole = self._view.window()
        whole.setWindowState(whole.windowState() ^ Qt.WindowState.WindowFullScreen)
