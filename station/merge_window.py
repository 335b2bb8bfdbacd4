"""The review before orders share a waybill, on its way: window, scanner, and the desk that asks the order book."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication, QWidget

from station import codes
from station.clock import Clock
from station.home import Home
from station.merge_desk import MergeDesk
from station.packing.inputs import Command
from station.settings import Settings, config_dir
from station.ui import merge_screen as pages
from station.ui.merge_screen import Fate, GroupView, MergeScreen
from station.ui.merge_view import MergeView
from station.ui.theme import palette
from station.ui.wedge import ScanCatcher, route_keys

STOP_MS = 10_000
_SCANNED = {Command.YES: "yes", Command.NO: "no", Command.UNDO: "undo", Command.NEXT: "down"}
"""What a command code does here."""


class MergeWindow(QObject):
    """One review. It reads and writes on its desk's thread; the screen waits for nothing."""

    look_due = Signal()
    decide_asked = Signal(object, str)

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, focus_back: QWidget) -> None:
        super().__init__()
        self.screen = MergeScreen()
        self._focus_back = focus_back
        self.view = MergeView(
            pictures=(home.root / "pictures", config_dir() / "demo" / "pictures"),
            language=settings.bench.language,
            palette=palette(settings.bench.theme),
        )
        self.view.ground.use(settings.screen)
        self._catcher = ScanCatcher(self.view)
        self._router = route_keys(self._catcher)
        self._desk, self._thread = MergeDesk(home, settings, clock), QThread()
        self._desk.moveToThread(self._thread)
        self._thread.finished.connect(self._desk.finish)
        self._wire()

    def _wire(self) -> None:
        self.look_due.connect(self._desk.look)
        self.decide_asked.connect(self._desk.decide)
        self._desk.looked.connect(self._looked)
        self._desk.decided.connect(self._decided)
        self._desk.failed.connect(self._failed)
        self.view.pressed.connect(self._pressed)
        self.view.closed.connect(self._closed)
        for signal in (self._catcher.scanned, self._catcher.entered):
            signal.connect(self.take)
        self._catcher.typed.connect(self._typed)

    def open(self, language: str, also: str = "") -> None:
        """Show what the book has now; decisions of before stay decided."""
        if not self._thread.isRunning():
            self._thread.start()
        self.view.ground.set_language(language, also)
        self._show(replace(self.screen, known=False, busy=True, trouble=None, tone=None))
        self.look_due.emit()
        self.view.show()
        self.view.activateWindow()
        self._catcher.setFocus()

    def stop(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self._router)
        self.view.close()
        self._thread.quit()
        if self._thread.isRunning() and not self._thread.wait(STOP_MS):
            sys.stderr.write("sealbench: the order book did not answer; the last merge may be there or not.\n")

    def take(self, text: str) -> None:
        """A scan: a command code, else an order whose group is wanted."""
        scanned = codes.read(text, device="merge")
        if scanned.command in _SCANNED:
            self._pressed(_SCANNED[scanned.command])
        else:
            self._show(pages.found(self.screen, scanned.text))

    # What the desk says

    def _looked(self, groups: tuple[GroupView, ...]) -> None:
        self._show(pages.looked(self.screen, groups))

    def _decided(self, numbers: tuple[str, ...], fate: str) -> None:
        self._show(pages.decided(self.screen, numbers, Fate(fate)))

    def _failed(self, sentence: str, unreachable: bool) -> None:
        """What stands in the way may have changed the groups, too."""
        self._show(pages.failed(self.screen, sentence, offline=unreachable))

    # What a person does

    def _pressed(self, command: str) -> None:
        steps = {
            "up": partial(pages.moved, step=-1),
            "down": partial(pages.moved, step=1),
            "left": partial(pages.scrolled, step=-1),
            "right": partial(pages.scrolled, step=1),
        }
        if command in steps:
            self._show(steps[command](self.screen))
        elif command == "back":
            self.view.close()
        elif not self.screen.busy:
            self._decide(command)

    def _decide(self, command: str) -> None:
        group = self.screen.to_undo if command == "undo" else self.screen.group
        if group is None or (group.fate is Fate.OPEN) is (command == "undo"):
            return
        fate = {"yes": Fate.MERGED, "no": Fate.DECLINED, "undo": Fate.OPEN}[command]
        self._show(replace(self.screen, busy=True, trouble=None, tone=None))
        self.decide_asked.emit(group.numbers, fate.value)

    def _typed(self, text: str) -> None:
        self._show(replace(self.screen, typed=text, tone=None))

    def _closed(self) -> None:
        self._focus_back.activateWindow()
        self._focus_back.setFocus()

    def _show(self, screen: MergeScreen) -> None:
        self.screen = screen
        self.view.paint_screen(screen)
