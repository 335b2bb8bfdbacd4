"""The two pages without rows: the way to the set-up, and the help of the page that was open before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from station.office.beside import Beside
from station.office.page import Around
from station.ui.office import help_words, setup_words
from station.ui.office import words as said
from station.ui.office.screen import Block, Fact, Heading, Line, OfficeScreen, Page, PaneView, Said, Tone
from station.ui.screen import Verdict
from station.ui.widgets.commands import keyed
from station.ui.words import same

DAY_MS: Final = 24 * 3_600_000


class SetupPage:
    """The set-up is a program of its own: it writes the settings that this window only reads."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._said: Said | None = None
        self._setup = Beside(around.home, limit_ms=DAY_MS)

    def opened(self) -> None:
        """What stands here is known."""

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

    def pressed(self, command: str) -> None:
        if command == "note":
            self._open()

    def entered(self, text: str) -> None:
        del text
        self._open()

    def _open(self) -> None:
        if self._setup.running:
            self._said = Said(verdict=Verdict.INFO, headline=setup_words.OPEN_ALREADY)
            return
        self._said = Said(verdict=Verdict.INFO, headline=setup_words.OPENED)
        self._setup.start(["setup"], self._ended)

    def _ended(self, code: int, document: Mapping[str, Any]) -> None:
        if code == 0:
            self._said = Said(verdict=Verdict.OK, headline=setup_words.ENDED)
        else:
            why = same(str(document.get("error", code)))
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=why)
        self._around.changed()

    def typed(self, text: str) -> None:
        """Nothing is typed here."""
        del text

    def dropped(self, file: str) -> None:
        """A file is nothing for this page."""
        del file

    def clicked(self, row: int) -> None:
        """There are no rows."""
        del row

    def sized(self, room: int) -> None:
        """There are no rows."""
        del room

    def stop(self) -> None:
        self._setup.stop()


class HelpPage:
    """``about``: the page that was in view before."""

    def __init__(self, around: Around | None) -> None:
        del around  # it asks for nothing
        self.about = Page.HELP

    def opened(self) -> None:
        """What stands here is known."""

    def screen(self) -> OfficeScreen:
        name = said.PAGES[self.about]
        of_page = tuple(Line(words=words) for words in help_words.OF_PAGE[self.about])
        keys = tuple(Fact(name=key, value=words) for key, words in help_words.KEYS)
        return OfficeScreen(
            page=Page.HELP,
            title=said.PAGES["help"],
            left=PaneView(name=name, blocks=(Heading(words=help_words.TITLE.filled(page=name)), *of_page)),
            right=PaneView(name=help_words.EVERYWHERE, blocks=(Heading(words=help_words.EVERYWHERE), *keys)),
            share=0.46,
            commands=(keyed("back", help_words.BACK, "Esc"),),
            hint=said.LIST_KEYS,
        )

    def pressed(self, command: str) -> None:
        """Keys are for the window."""
        del command

    def entered(self, text: str) -> None:
        """Nothing can be opened here."""
        del text

    def typed(self, text: str) -> None:
        """Nothing is typed here."""
        del text

    def dropped(self, file: str) -> None:
        """A file is nothing for this page."""
        del file

    def clicked(self, row: int) -> None:
        """There are no rows."""
        del row

    def sized(self, room: int) -> None:
        """There are no rows."""
        del room

    def stop(self) -> None:
        """Nothing is under way here."""
