"""A page of the office with nothing behind it: it asks as it does in the program, and a sample answers what it likes.

The samples are thus what the running page shows, not what somebody thought it would.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any, cast

import msgspec

from station.home import Home
from station.office.asking import Asking
from station.office.page import Around, OfficePage
from station.settings import Settings
from station.ui.ground import DRAWN_FOR
from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.office.screen import OfficeScreen, Page
from station.ui.pictures import Pictures
from station.ui.theme import LIGHT
from station.ui.type import Grid
from tests.clocks import FakeClock

SHANGHAI = timezone(timedelta(hours=8))
NOW = 1_795_000_000_000_000
HOUR = 3_600_000_000
ROOM = 11
"""Rows of a table at 1280 by 800, under a line."""


class Desk:
    """Keeps what is asked, by name, until the sample answers."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[Callable[[Any], None], Callable[[str, bool], None]]] = {}

    def ask(self, name: str, job: object, then: Callable[[Any], None], wrong: Callable[[str, bool], None]) -> None:
        del job
        self._asked[name] = (then, wrong)

    def waits_for(self, name: str) -> bool:
        return name in self._asked

    def answer(self, name: str, value: object) -> None:
        self._asked.pop(name)[0](value)

    def fail(self, name: str, sentence: str, *, away: bool = False) -> None:
        self._asked.pop(name)[1](sentence, away)


class Sample:
    """One page, opened, on its way to a state."""

    def __init__(
        self, make: Callable[[Around], OfficePage], settings: Settings | None = None, *, before: Page = Page.ORDERS
    ) -> None:
        self.desk = Desk()
        grid = Grid(DRAWN_FOR.width(), DRAWN_FOR.height())
        look = Look(
            palette=LIGHT, grid=grid, language="zh", letters=Letters(), pictures=Pictures(()), zone=SHANGHAI
        )  # fmt: skip
        around = Around(
            home=Home(Path("/srv/sealbench/B07")),
            settings=settings or msgspec.convert({"bench": {"id": "B07"}}, Settings),
            clock=FakeClock(wall_us=NOW),
            who="P001",
            asking=cast(Asking, self.desk),
            look=lambda: look,
            changed=lambda: None,
            pick_file=lambda _kinds: None,
            leave=lambda: None,
            turn=lambda _page: None,
            before=lambda: before,
        )
        self.page: Any = make(around)
        self.page.acts.sized(ROOM)
        self.page.acts.opened()

    def answer(self, name: str, value: object) -> Sample:
        self.desk.answer(name, value)
        return self

    def fail(self, name: str, sentence: str, *, away: bool = False) -> Sample:
        self.desk.fail(name, sentence, away=away)
        return self

    def press(self, *commands: str) -> Sample:
        for command in commands:
            self.page.acts.pressed(command)
        return self

    def type(self, text: str, *, enter: bool = False) -> Sample:
        self.page.acts.typed(text)
        if enter:
            self.page.acts.entered(text)
        return self

    @property
    def screen(self) -> OfficeScreen:
        made: OfficeScreen = self.page.screen()
        return made


AWAY = "the order book's server cannot be reached (postgresql://book). Check that it runs, and the network."
DAMAGED = "the order book's file is damaged (orders.db). Restore it from a backup."
