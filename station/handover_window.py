"""The dock's window on its way: screen, scanner, sounds, and the desk that asks the order book."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from station import codes
from station.application import application_of
from station.clock import Clock, SystemClock
from station.display import has_display
from station.dock_desk import CloseAsked, DockDesk
from station.errors import UsageTrouble
from station.home import Home
from station.packing.inputs import Command
from station.settings import Settings, load
from station.ui import handover_screen as pages
from station.ui import handover_words as said
from station.ui.handover_screen import DockSight, HandoverScreen, Page, ScanAnswer
from station.ui.handover_view import HandoverView
from station.ui.screen import Verdict
from station.ui.sounds import Sounds, open_sounds
from station.ui.theme import palette
from station.ui.wedge import ScanCatcher, route_keys

LOOK_MS = 5_000
"""How often the book is asked what other benches have sealed meanwhile."""

STOP_MS = 10_000
EARLY_MAX = 64
"""Scans that wait while the one before is with the book; a person scans no faster."""


class DockWindow(QObject):
    """One window on one open handover. Scans go to the desk one after another, each judged after the one before."""

    scan_asked = Signal(str, bool)
    look_due = Signal()
    close_asked = Signal(object)

    def __init__(self, settings: Settings, clock: Clock, sounds: Sounds, number: int) -> None:
        super().__init__()
        nothing = DockSight(number=number, carrier=said.NOTHING, count=0, weight_mg=0, unweighed=0, missing=())
        self.screen = HandoverScreen(sight=nothing, known=False)
        self._clock = clock
        self._sounds = sounds
        self._waiting: list[str] = []
        self._asked = ""
        self._closing = False
        self.view = HandoverView(self.screen, language=settings.bench.language, palette=palette(settings.bench.theme))
        self.view.ground.set_language(settings.bench.language, settings.bench.second_language)
        self.view.ground.use(settings.screen)
        self.catcher = ScanCatcher(self.view)
        self._router = route_keys(self.catcher)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._wire()

    def _wire(self) -> None:
        self.view.pressed.connect(self._pressed)
        self.view.chosen.connect(self._chosen)
        self.view.pad.changed.connect(self.catcher.setFocus)
        self.catcher.scanned.connect(self.take)
        self.catcher.entered.connect(self._entered)
        self.catcher.typed.connect(self._typed)
        self.catcher.broken.connect(self._unreadable)

    def start(self) -> None:
        self._look()
        self._timer.start()
        self.view.show()
        self.catcher.setFocus()

    def stop(self) -> None:
        self._timer.stop()

    # What the desk says

    def looked(self, sight: DockSight) -> None:
        if self.screen.page is not Page.CLOSED and not self._asked:
            self._show(pages.looked(self.screen, sight))

    def unseen(self) -> None:
        if self.screen.page is not Page.CLOSED and not self._asked:
            self._show(pages.unseen(self.screen))

    def answered(self, answer: ScanAnswer, sight: DockSight) -> None:
        self._asked = ""
        self._show(pages.answered(self.screen, answer, sight, self._clock.now().wall_us))
        self._ask_next()

    def closed(self, sight: DockSight, left: int, file: str) -> None:
        self._closing = False
        self._timer.stop()
        self._show(pages.closed(self.screen, sight, left=left, file=file))

    def failed(self, sentence: str) -> None:
        self._forget()
        self._show(pages.failed(self.screen, sentence))

    def unreachable(self) -> None:
        self._forget()
        self._show(pages.unreachable(self.screen))

    def _forget(self) -> None:
        """What was scanned blindly after something that failed is scanned again."""
        self._asked, self._closing = "", False
        self._waiting.clear()

    # What the dock does

    def take(self, text: str) -> None:
        """A scan: the clear code, else a parcel's."""
        scanned = codes.read(text, device="dock")
        if scanned.command is Command.CLEAR:
            self._show(pages.cleared(self.screen))
            return
        refused = pages.refused_input(self.screen)
        if refused is not None or self._closing:
            self._show(refused or self.screen)
        elif len(self._waiting) < EARLY_MAX:
            self._waiting.append(text)
            self._ask_next()

    def _ask_next(self) -> None:
        """After a stop what was scanned blindly goes to nobody."""
        if self.screen.stopped:
            self._waiting.clear()
        if self._waiting and not self._asked:
            self._asked = self._waiting.pop(0)
            self.scan_asked.emit(self._asked, self.screen.taking_out)

    def _entered(self, text: str) -> None:
        """Typed and accepted: the driver, a reason, or a number that no scanner reads any more."""
        if self.screen.page is Page.SIGNING:
            self._show(pages.named(self.screen, text))
        elif self.screen.page is Page.REASONS and text.strip().isdecimal():
            self._chosen(int(text))  # the list is numbered, so a number means its line and is no reason itself
        elif self.screen.page is Page.REASONS:
            self._show(pages.explained(self.screen, text))
        else:
            self.take(text)

    def _typed(self, text: str) -> None:
        self._show(replace(self.screen, typed=text, tone=None))

    def _unreadable(self, text: str) -> None:
        answer = ScanAnswer(code=text[:20], why="unreadable")
        now_us = self._clock.now().wall_us
        refused = pages.refused_input(self.screen)
        self._show(refused or pages.answered(self.screen, answer, self.screen.sight, now_us))

    def _chosen(self, number: int) -> None:
        if 1 <= number <= len(said.REASONS):
            words = said.REASONS[number - 1]
            self._show(pages.explained(self.screen, f"{words.zh} {words.en}"))

    def _pressed(self, command: str) -> None:
        steps: dict[str, Callable[[], HandoverScreen]] = {
            "clear": lambda: pages.cleared(self.screen),
            "undo": self._undone,
            "back": lambda: pages.back(self.screen),
            "next": self._forward,
            "up": lambda: pages.moved(self.screen, -1),
            "down": lambda: pages.moved(self.screen, 1),
        }
        if command in steps and not self._closing:
            self._show(steps[command]())

    def _undone(self) -> HandoverScreen:
        if self.screen.page is Page.SIGNING:
            self.view.pad.clear()
            return replace(self.screen, sure=False, tone=None)
        return pages.took_out_key(self.screen)

    def _forward(self) -> HandoverScreen:
        if self.screen.page is not Page.SIGNING or self.screen.unexplained:
            return pages.forward(self.screen)
        lacking = pages.before_close(self.screen, signed=self.view.pad.signed)
        if lacking is not None:
            return lacking
        self._closing = True
        signature = self.view.pad.png() if self.view.pad.signed else b""
        asked = CloseAsked(reasons=self.screen.reasons, driver=self.screen.driver, signature=signature)
        self._show(pages.saying(self.screen, Verdict.INFO, said.CLOSING))
        self.close_asked.emit(asked)
        return self.screen

    def _look(self) -> None:
        if not self._asked and not self._closing:
            self.look_due.emit()

    def _show(self, screen: HandoverScreen) -> None:
        self.screen = screen
        self.view.paint_screen(screen)
        if screen.tone is not None:
            self._sounds.play(screen.tone)


def connect(window: DockWindow, desk: DockDesk) -> None:
    window.scan_asked.connect(desk.scan)
    window.look_due.connect(desk.look)
    window.close_asked.connect(desk.close)
    desk.looked.connect(window.looked)
    desk.answered.connect(window.answered)
    desk.closed.connect(window.closed)
    desk.failed.connect(window.failed)
    desk.unreachable.connect(window.unreachable)
    desk.unseen.connect(window.unseen)


def run(home: Home, number: int, *, who: str) -> int:
    """The window until it is closed.

    Raises:
        UsageTrouble: there is no screen.
    """
    if not has_display():
        raise UsageTrouble("there is no screen to show the dock on", remedy="Use `sealbench handover scan`.")
    application = application_of(home)
    settings, clock = load(home), SystemClock()
    with TemporaryDirectory(prefix="sealbench-") as folder:
        window = DockWindow(settings, clock, open_sounds(Path(folder)), number)
        desk, thread = DockDesk(home, settings, clock, number, who=who), QThread()
        desk.moveToThread(thread)
        thread.finished.connect(desk.finish)
        connect(window, desk)
        thread.start()
        window.start()
        try:
            return application.exec()
        finally:
            window.stop()
            thread.quit()
            if not thread.wait(STOP_MS):
                sys.stderr.write("sealbench: the order book did not answer; the last scan may be there or not.\n")
