"""What every page of the office is given, and what the window asks of it. No page knows another, or the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from station.clock import Clock
from station.home import Home
from station.office.asking import Asking
from station.settings import Settings
from station.ui.look import Look
from station.ui.office.screen import OfficeScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """``who`` is recorded with every act; ``look`` gives the language and zone of the moment.

    ``changed`` has the page painted anew, ``pick_file`` opens the system's dialog, ``leave`` closes the office,
    ``back`` goes to its orders where a page with a view of its own is left.
    """

    home: Home
    settings: Settings
    clock: Clock
    who: str
    asking: Asking
    look: Callable[[], Look]
    changed: Callable[[], None]
    pick_file: Callable[[str], None]
    leave: Callable[[], None]
    back: Callable[[], None]

    def now_us(self) -> int:
        return self.clock.now().wall_us


class OfficePage(Protocol):
    """One page: its state, what it shows of it, and what keys and words do to it."""

    def opened(self) -> None:
        """It comes into view: read what may have changed."""

    def screen(self) -> OfficeScreen: ...

    def pressed(self, command: str) -> None: ...

    def typed(self, text: str) -> None: ...

    def entered(self, text: str) -> None: ...

    def dropped(self, file: str) -> None: ...

    def clicked(self, row: int) -> None:
        """The how-many-th row in view."""

    def sized(self, room: int) -> None:
        """So many rows are in view."""

    def stop(self) -> None: ...
