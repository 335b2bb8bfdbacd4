"""The wall board on its way: a screen that nobody touches, a timer, and the desk that reads the order book.

The book is asked one thing at a time; when it does not answer, the board says since when, keeps the last truth in grey
and asks again, ever less often up to a minute.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from station.application import application_of
from station.board_desk import BoardDesk, BoardRules, load_board_rules
from station.clock import Clock, SystemClock
from station.display import fill_screen, screen_of
from station.errors import UsageTrouble
from station.home import Home
from station.packing.effects import Tone
from station.settings import Settings, load
from station.ui.board_screen import BoardScreen, Level, Truth, tiles
from station.ui.board_view import BoardView
from station.ui.sounds import Silence, Sounds, open_sounds
from station.ui.theme import palette
from station.ui.widgets.marks import Mark
from station.wakeful import keep_awake

LOOK_MS: Final = 5_000
LOOK_MAX_MS: Final = 60_000
TICK_MS: Final = 1_000
DEADLINE_US: Final = 15_000_000
"""Without an answer for so long the book counts as gone, until the answer comes."""

FIRST_DEADLINE_US: Final = 60_000_000 * 10
"""The first look may have to count what the book holds from before."""

AGAIN_US: Final = 60_000_000
"""How often a call that nobody takes sounds again, where sound is wanted."""

STOP_MS: Final = 10_000
NO_ANSWER: Final = "the order book does not answer"


class BoardWindow(QObject):
    """One board. ``look_due`` goes to the desk, at most one look is under way."""

    look_due = Signal()

    def __init__(self, settings: Settings, clock: Clock, sounds: Sounds, *, title: str = "") -> None:
        super().__init__()
        self._clock = clock
        self._sounds = sounds
        self._wait_ms = LOOK_MS
        self._asked_us: int | None = None
        self._good_us = clock.now().wall_us
        self._sounded: frozenset[tuple[str, int, int]] = frozenset()
        louder_us = settings.board.louder_after_min * 60_000_000
        self.screen = BoardScreen(now_us=self._good_us, title=title, louder_after_us=louder_us)
        bench = settings.bench
        self.view = BoardView(language=bench.language, palette=palette(settings.board.theme))
        self.view.ground.set_language(bench.language, bench.second_language)
        self.view.left.connect(self.view.close)
        self._look = QTimer(self, singleShot=True)
        self._look.timeout.connect(self._ask)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)

    def start(self) -> None:
        self.view.paint_screen(self.screen)
        self._tick.start()
        self._ask()

    def stop(self) -> None:
        self._tick.stop()
        self._look.stop()
        self.view.close()

    def tick(self) -> None:
        """Once a second: the clock, running times, the page; and whether an answer is overdue."""
        now = self._clock.now()
        limit_us = FIRST_DEADLINE_US if self.screen.truth is None else DEADLINE_US
        late = self._asked_us is not None and now.mono_us - self._asked_us > limit_us
        if late and self.screen.gone_us is None:
            self._show(replace(self.screen, gone_us=self._good_us, why=NO_ANSWER, now_us=now.wall_us))
        else:
            self._show(replace(self.screen, now_us=now.wall_us))

    def told(self, truth: Truth) -> None:
        self._good_us = truth.at_us
        self._wait_ms = LOOK_MS
        self._answered()
        now_us = self._clock.now().wall_us
        self._show(replace(self.screen, now_us=now_us, truth=truth, gone_us=None, why=""))

    def gone(self, sentence: str) -> None:
        """Since when is told from the last answer; before the first one, from the start."""
        since_us = self.screen.gone_us or self._good_us
        self._wait_ms = min(LOOK_MAX_MS, self._wait_ms * 2)
        self._answered()
        self._show(replace(self.screen, now_us=self._clock.now().wall_us, gone_us=since_us, why=sentence))

    def _ask(self) -> None:
        self._asked_us = self._clock.now().mono_us
        self.look_due.emit()

    def _answered(self) -> None:
        self._asked_us = None
        self._look.start(self._wait_ms)

    def _show(self, screen: BoardScreen) -> None:
        self.screen = screen
        self.view.paint_screen(screen)
        self._sound(screen)

    def _sound(self, screen: BoardScreen) -> None:
        """A new call once; one that has become louder every minute, until somebody takes it."""
        if screen.gone_us is not None:
            return
        calling = frozenset(
            (tile.bench, tile.since_us, (screen.now_us - tile.since_us) // AGAIN_US if tile.level is Level.LOUD else -1)
            for tile in tiles(screen)
            if tile.mark in (Mark.CALL, Mark.CALL_LOUD) and tile.level is not Level.TAKEN and tile.since_us is not None
        )
        if calling - self._sounded:
            self._sounds.play(Tone.ATTENTION)
        self._sounded = calling


def connect(window: BoardWindow, desk: BoardDesk) -> None:
    window.look_due.connect(desk.look)
    desk.told.connect(window.told)
    desk.gone.connect(window.gone)


def screen_numbered(number: int | None) -> QScreen | None:
    """Counted from 1 as the system lists them; None: wherever the system puts a window.

    Raises:
        UsageTrouble: there is no such screen.
    """
    screens = QGuiApplication.screens()
    if number is None:
        return None
    if number > len(screens):
        told = ", ".join(f"{at} {each.name()}" for at, each in enumerate(screens, start=1))
        raise UsageTrouble(f"there is no screen {number}", remedy=f"There are: {told}.")
    return screens[number - 1]


def place(view: BoardView, screen: QScreen | None, *, full_screen: bool) -> None:
    if screen is not None:
        view.setScreen(screen)
        view.move(screen.availableGeometry().topLeft())
    if full_screen:
        view.setCursor(Qt.CursorShape.BlankCursor)
        fill_screen(view)
    else:
        view.resize(screen_of(view).availableSize().boundedTo(view.size()))
        view.show()


def run(home: Home, *, full_screen: bool, screen: int | None, names: bool) -> int:
    """The board until it is closed."""
    settings = load(home)
    rules = load_board_rules(home, settings, names=names)
    application = application_of(home)
    on = screen_numbered(screen)
    with TemporaryDirectory(prefix="sealbench-") as folder:
        sounds = open_sounds(Path(folder)) if settings.board.sound else Silence()
        window = BoardWindow(settings, SystemClock(), sounds, title=rules.title)
        return _shown(application, home, settings, rules, window, on, full_screen=full_screen)


def _shown(
    application: QApplication,
    home: Home,
    settings: Settings,
    rules: BoardRules,
    window: BoardWindow,
    on: QScreen | None,
    *,
    full_screen: bool,
) -> int:
    desk, thread = BoardDesk(home, settings, rules, SystemClock()), QThread()
    desk.moveToThread(thread)
    thread.finished.connect(desk.finish)
    connect(window, desk)
    thread.start()
    let_go = keep_awake("the wall board")
    place(window.view, on, full_screen=full_screen)
    window.start()
    try:
        return application.exec()
    finally:
        let_go()
        window.stop()
        thread.quit()
        with suppress(RuntimeError):
            thread.wait(STOP_MS)
