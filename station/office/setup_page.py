"""The way to the set-up: a program of its own, which writes the settings that this window only reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from station.office.beside import Beside
from station.office.page import Acts, Around
from station.ui.office import setup_words
from station.ui.office import words as said
from station.ui.office.screen import Block, Fact, Heading, Line, OfficeScreen, Page, PaneView, Said, Tone
from station.ui.screen import Verdict
from station.ui.troubles.telling import explained
from station.ui.widgets.commands import keyed
from station.ui.words import same

DAY_MS: Final = 24 * 3_600_000


class SetupPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._said: Said | None = None
        self._setup = Beside(around.home, limit_ms=DAY_MS)
        self.acts = Acts(pressed=self._pressed, entered=lambda _text: self._open(), stop=self._setup.stop)

    def screen(self) -> OfficeScreen:
        home, settings = self._around.home, self._around.settings
        there = home.settings_file.is_file()
        blocks: tuple[Block, ...] = (
            Heading(words=said.PAGES["setup"]),
            Line(words=setup_words.WHAT),
            Line(words=setup_words.SAFE, tone=Tone.QUIET),
            Fact(name=setup_words.HOME, value=same(str(home.root)), code=True),
            Fact(name=setup_words.FILE, value=setup_words.THERE if there else setup_words.NOT_THERE),
            Fact(name=setup_words.BENCH, value=same(settings.bench.id)),
            Fact(name=setup_words.BOOK, value=same(settings.bench.orderbook.rpartition("@")[2]), code=True),
            Fact(name=setup_words.DEVICES, value=same(str(len(settings.devices)))),
        )
        return OfficeScreen(
            page=Page.SETUP,
            title=said.PAGES["setup"],
            said=self._said,
            right=PaneView(name=said.PAGES["setup"], blocks=blocks),
            commands=(keyed("note", setup_words.OPEN_KEY, "F2"),),
            hint=setup_words.HINT,
        )

    def _pressed(self, command: str) -> None:
        if command == "note":
            self._open()

    def _open(self) -> None:
        if self._setup.running:
            self._said = Said(verdict=Verdict.INFO, headline=setup_words.OPEN_ALREADY)
            return
        self._said = Said(verdict=Verdict.INFO, headline=setup_words.OPENED)
        self._setup.start(["setup"], self._ended, window=True)

    def _ended(self, code: int, document: Mapping[str, Any]) -> None:
        if code == 0:
            self._said = Said(verdict=Verdict.OK, headline=setup_words.ENDED)
        else:
            why = explained(str(document.get("error", code)))
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=why)
        self._around.changed()
