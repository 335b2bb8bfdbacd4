"""The help of the page that was in view before, and the keys that are the same on every page."""

from __future__ import annotations

from station.office.page import Acts, Around
from station.ui.office.help import screen_of
from station.ui.office.help_words import KEYS
from station.ui.office.screen import OfficeScreen


class HelpPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._top = 0
        self.acts = Acts(opened=self._opened, pressed=self._pressed)

    def screen(self) -> OfficeScreen:
        return screen_of(self._around.before(), top=self._top)

    def _opened(self) -> None:
        self._top = 0

    def _pressed(self, command: str) -> None:
        """Esc goes back to the page that the help is of; arrows scroll the keys where they need more room."""
        if command == "out":
            self._around.turn(self._around.before())
            return
        step = {"up": -1, "down": 1, "page_up": -3, "page_down": 3}.get(command, 0)
        self._top = max(0, min(len(KEYS) - 2, self._top + step))
