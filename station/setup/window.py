"""Set-up in a window: keys, touch and scans go to the sitting, what it asks is painted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from station.application import application_of
from station.clock import Clock, SystemClock
from station.display import fill_screen
from station.home import Home
from station.screen_settings import ScreenSettings
from station.settings import load
from station.setup.code_faults import HeardCode
from station.setup.present import choice_codes, present
from station.setup.sitting import Sitting
from station.setup.stages import Setup
from station.setup.values import Answered, Step
from station.ui.setup_view import SetupView
from station.ui.theme import palette
from station.ui.wedge import ScanCatcher, route_keys

CODES: int = 12
"""Choices that have a code on the screen; more are typed."""


class SetupWindow(QObject):
    """One window on one sitting."""

    def __init__(self, sitting: Sitting, screen: ScreenSettings | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self._typed = ""
        setup = sitting.setup
        self.view = SetupView(
            present(setup), codes=choice_codes(CODES), language=setup.language, palette=palette(_theme(setup))
        )
        self._settings = (setup.language, _theme(setup))
        self.view.ground.use(screen or ScreenSettings())
        self.catcher = ScanCatcher(self.view)
        self._router = route_keys(self.catcher)
        sitting.changed.connect(self._changed)
        self.view.pressed.connect(self._pressed)
        self.view.chosen.connect(lambda number: sitting.type(str(number)))
        self.catcher.scanned.connect(self._scanned)
        self.catcher.entered.connect(self._entered)
        self.catcher.broken.connect(self._broken)
        self.catcher.typed.connect(self._typing)

    def show(self, *, full_screen: bool = False) -> None:
        if full_screen:
            fill_screen(self.view)
        else:
            self.view.show()
        self.view.paint_screen(present(self.sitting.setup))
        self.catcher.setFocus()

    def stop(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self._router)
        self.sitting.stop()

    def _changed(self, setup: Setup) -> None:
        now = (setup.language, _theme(setup))
        if now != self._settings:  # what was just chosen is seen at once; Ctrl+L and Ctrl+D stay a person's own
            self._settings = now
            self.view.ground.set_language(now[0])
            self.view.ground.set_palette(palette(now[1]))
        self.view.paint_screen(present(setup, typed=self._typed))

    def _pressed(self, command: str) -> None:
        if command == "close":
            self.view.close()
        else:
            self.sitting.take(Answered(value=command))

    def _scanned(self, text: str) -> None:
        self.sitting.hear(HeardCode(text=text, typed=True))

    def _entered(self, text: str) -> None:
        """Typed by a person, or by a scanner whose keys come as slowly as a person's."""
        self.sitting.hear(HeardCode(text=text, typed=True, slow=True))

    def _broken(self, text: str) -> None:
        self.sitting.hear(HeardCode(text=text, end="", typed=True))

    def _typing(self, text: str) -> None:
        self._typed = text
        self.view.paint_screen(present(self.sitting.setup, typed=text))


def _theme(setup: Setup) -> str:
    return setup.wish.theme or setup.around.theme


def run(home: Home, *, only: Step | None = None, full_screen: bool = False, clock: Clock | None = None) -> int:
    """The window until it is closed; what was answered is kept."""
    application = application_of(home)
    sitting = Sitting(home, clock or SystemClock(), only=only)
    window = SetupWindow(sitting, load(home).screen)
    window.show(full_screen=full_screen)
    QTimer.singleShot(0, sitting.start)
    try:
        return application.exec()
    finally:
        window.stop()
