"""The help of a page as a screen, and as a code that takes it to a phone: the text itself, no network. Pure."""

from __future__ import annotations

from functools import reduce

from station.ui.office import help_words as told
from station.ui.office import words as said
from station.ui.office.screen import Fact, Heading, Line, OfficeScreen, Page, PaneView, Square
from station.ui.widgets.commands import keyed
from station.ui.words import Words


def screen_of(about: Page, *, top: int = 0) -> OfficeScreen:
    """``top``: so many of the keys are scrolled away."""
    name = said.PAGES[about]
    title = told.TITLE.filled(page=name)
    of_page = tuple(Line(words=words) for words in told.OF_PAGE[about])
    code = Square(text=phone_text(about), caption=told.PHONE)
    keys = tuple(Fact(name=key, value=words) for key, words in told.KEYS)
    return OfficeScreen(
        page=Page.HELP,
        title=said.PAGES["help"],
        left=PaneView(name=name, blocks=(Heading(words=title), *of_page, code)),
        right=PaneView(name=told.EVERYWHERE, blocks=(Heading(words=told.EVERYWHERE), *keys), top=top),
        share=0.58,
        commands=(keyed("back", told.BACK, "Esc"),),
        hint=told.HINT,
    )


def phone_text(about: Page) -> Words:
    """What a phone shows that reads the code: the page's help."""
    paragraphs = (told.TITLE.filled(page=said.PAGES[about]), *told.OF_PAGE[about])
    return reduce(lambda above, below: told.BELOW.filled(above=above, below=below), paragraphs)
