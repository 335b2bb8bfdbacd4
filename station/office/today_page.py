"""The supervisor's screen as a page of the office: it keeps its own view, thread and timers from its first opening."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.office.page import Around
from station.supervisor_window import SupervisorPage


class TodayPage:
    def __init__(self, around: Around) -> None:
        self._look = around.look
        self._page = SupervisorPage(around.home, around.settings, around.clock, who=around.who, zone=around.look().zone)

    @property
    def widget(self) -> QWidget:
        return self._page.view

    def opened(self) -> None:
        """In the language and colours of the office; what was under the ring stays under it."""
        look, ground = self._look(), self._page.view.ground
        ground.set_palette(look.palette)
        ground.set_language(look.language, look.other)
        self._page.start()

    def needs(self, event: QKeyEvent) -> bool:
        """None: arrows, Tab, Enter, Esc, F2 to F10 and F12 are its own, and the rail has Ctrl and F1."""
        return False

    def stop(self) -> None:
        self._page.stop()
