"""The sort wall on a screen: the window and its sounds here, the order book in a thread of its own.

A unit is shown when its row is committed: the window paints answers only. Scans that arrive while the order book is
asked wait their turn.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from station import codes
from station.application import application_of
from station.display import fill_screen
from station.home import Home
from station.packing.inputs import Command, Pressed, Scan, ScanFault
from station.packing.wall_answers import Note, Noted
from station.settings import Settings, load
from station.sorter import Outcome, Sorter
from station.ui.sounds import Silence, Sounds, beeps, open_sounds
from station.ui.theme import palette
from station.ui.voice import Voice, open_voice
from station.ui.wall_screen import WallScreen, present_wall
from station.ui.wall_view import WallView
from station.ui.wall_words import AWAY
from station.ui.wedge import ScanCatcher, route_keys
from station.ui.words import Words, beside, listed

LOOK_MS: Final = 2_000
"""How often others' units are looked for while nobody scans here."""

KEYBOARD: Final = "keyboard"
HAND: Final = "hand"


class SorterThread(QThread):
    """The sorter, where waiting for a network stops no painting. ``say`` takes inputs in, the others bring news out."""

    say = Signal(object)
    told = Signal(object)
    changed = Signal(object)
    away = Signal(bool)  # whether the order book answers the looks that nobody asked for; when that changes
    ready = Signal()  # ``say`` is heard from here on

    def __init__(self, sorter: Sorter) -> None:
        super().__init__()
        self._sorter = sorter

    def run(self) -> None:
        desk = _Desk(self._sorter, self)
        self.say.connect(desk.take)
        desk.begin()
        self.ready.emit()
        codes.load_gs1()  # nobody waits for it now; the first GS1 scan would
        try:
            self.exec()
        finally:
            desk.end()


class _Desk(QObject):
    """Lives in the sorter's thread."""

    def __init__(self, sorter: Sorter, thread: SorterThread) -> None:
        super().__init__()
        self._sorter = sorter
        self._thread = thread
        self._away = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        self._thread.told.emit(self._sorter.begin())
        self._timer.start()

    @Slot(object)
    def take(self, input: Scan | Pressed) -> None:
        self._thread.told.emit(self._sorter.take(input))
        self._tell_away()
        self._timer.start()  # the answer brought the newest wall along

    def end(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        outcome = self._sorter.look()
        if outcome is not None:
            self._thread.changed.emit(outcome)
        self._tell_away()

    def _tell_away(self) -> None:
        if self._sorter.away != self._away:
            self._away = self._sorter.away
            self._thread.away.emit(self._away)


class WallWindow(QObject):
    """One window on one sorter. ``said`` carries inputs to the sorter's thread."""

    said = Signal(object)

    def __init__(self, settings: Settings, first: WallScreen, sounds: Sounds, voice: Voice) -> None:
        super().__init__()
        self._sounds = sounds
        self._voice = voice
        self.screen = first
        self.view = WallView(
            first,
            rows=settings.picking.wall_rows,
            columns=settings.picking.wall_columns,
            language=settings.bench.language,
            palette=palette(settings.bench.theme),
        )
        self.view.ground.set_language(settings.bench.language, settings.bench.second_language)
        self.view.ground.use(settings.screen)
        self._catcher = ScanCatcher(self.view)
        self._router = route_keys(self._catcher)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._speak)
        self._wire()
        self.set_away(away=False)

    def _wire(self) -> None:
        self.view.pressed.connect(self._pressed)
        self._catcher.scanned.connect(self._scanned)
        self._catcher.entered.connect(self._entered)
        self._catcher.typed.connect(self.view.set_typed)
        self._catcher.broken.connect(self._broken)

    @Slot()
    def show(self) -> None:
        self.view.show()
        self._catcher.setFocus()

    @Slot()
    def show_full(self) -> None:
        fill_screen(self.view)
        self._catcher.setFocus()

    @Slot(object)
    def see(self, outcome: Outcome) -> None:
        """Paint, then sound, then speak: all for what is already in the book."""
        self.screen = _screen(outcome)
        self.view.paint_screen(self.screen)
        self._later.stop()
        if self.screen.tone is not None:
            self._sounds.play(self.screen.tone)
        if self.screen.spoken is not None:
            tone = self.screen.tone
            self._later.start(0 if tone is None else sum(beep.ms for beep in beeps(tone)))

    @Slot(object)
    def see_others(self, outcome: Outcome) -> None:
        """Others changed the wall: the cells are painted anew, what was last said here stays."""
        self.screen = replace(self.screen, cells=_screen(outcome).cells, tone=None, spoken=None)
        self.view.paint_screen(self.screen)

    @Slot(bool)
    def set_away(self, away: bool) -> None:
        """A book that is away is said in the line at the bottom; what was last said of a unit stays."""
        heard = _heard(self._sounds, self._voice)
        self.view.set_heard(beside([AWAY, heard]) if away else heard)

    def _speak(self) -> None:
        if self.screen.spoken is not None:
            self._voice.say(self.screen.spoken, self.screen.cell, language=self.view.ground.language)

    def _pressed(self, command: str) -> None:
        self.said.emit(Pressed(command=Command(command), device="keys"))

    def _scanned(self, text: str) -> None:
        self._said(codes.read(text, device=KEYBOARD))

    def _entered(self, text: str) -> None:
        self._said(codes.read(text, device=HAND))

    def _broken(self, text: str) -> None:
        self._said(codes.faulty(ScanFault.INCOMPLETE, device=KEYBOARD, text=text))

    def _said(self, scan: Scan) -> None:
        if scan.command is Command.LANGUAGE:
            self.view.ground.next_language()
        else:
            self.said.emit(scan)


def _screen(outcome: Outcome) -> WallScreen:
    return present_wall(outcome.answer, outcome.wall, locked=outcome.locked, who=outcome.who)


def _heard(sounds: Sounds, voice: Voice) -> Words:
    """What is missing is said once, in the line at the bottom."""
    silent = isinstance(sounds, Silence)
    parts = [sounds.word, voice.word] if silent else [voice.word]
    return listed(parts)


def run(home: Home, sorter: Sorter, *, full_screen: bool = False) -> int:
    """The wall's window until it is closed."""
    application = application_of(home)
    settings = load(home)
    with TemporaryDirectory(prefix="sealbench-") as folder:
        sounds = open_sounds(Path(folder))
        picking = settings.picking
        voice = open_voice(Path(folder), columns=picking.wall_columns, sounds=sounds, wanted=picking.voice)
        window = WallWindow(settings, _screen(sorter.outcome(Noted(note=Note.READY))), sounds, voice)
        thread = SorterThread(sorter)
        connect(window, thread)
        thread.ready.connect(window.show_full if full_screen else window.show)
        thread.start()
        try:
            return application.exec()
        finally:
            thread.quit()
            thread.wait()


def connect(window: WallWindow, thread: SorterThread) -> None:
    window.said.connect(thread.say)
    thread.told.connect(window.see)
    thread.changed.connect(window.see_others)
    thread.away.connect(window.set_away)
