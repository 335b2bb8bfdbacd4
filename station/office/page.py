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
from station.ui.office.screen import OfficeScreen, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """``who`` is recorded with every act; ``look`` gives the language and zone of the moment.

    ``changed`` has the page painted anew, ``pick_file`` opens the system's dialog, ``turn`` brings another page into
    view, ``before`` is the one that was in view before this one, ``leave`` closes the office.
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
    turn: Callable[[Page], None]
    before: Callable[[], Page]

    def now_us(self) -> int:
        return self.clock.now().wall_us


def _leave(*_given: object) -> None:
    """What a page does not name in its ``Acts`` is nothing to it: a file, say, where there are no files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What a page does with what comes to it; it names what it knows, and leaves the rest.

    ``opened``: it comes into view and reads what may have changed. ``clicked``: on the how-many-th row in view.
    ``sized``: so many rows are in view. ``stop``: the window closes; what is under way ends.
    """

    opened: Callable[[], None] = _leave
    pressed: Callable[[str], None] = _leave
    typed: Callable[[str], None] = _leave
    entered: Callable[[str], None] = _leave
    dropped: Callable[[str], None] = _leave
    clicked: Callable[[int], None] = _leave
    sized: Callable[[int], None] = _leave
    stop: Callable[[], None] = _leave


class OfficePage(Protocol):
    """One page: its state, what it shows of it, and what keys and words do to it."""

    @property
    def acts(self) -> Acts: ...

    def screen(self) -> OfficeScreen: ...
