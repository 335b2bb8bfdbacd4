"""What a paper says to its readers: a function that is handed in, and the one for Chinese and English. Pure.

Only literals are handed to it: ``station.translations`` reads them where they are written.
"""

from __future__ import annotations

import re
from typing import Final, Protocol


class Say(Protocol):
    """``between`` the languages: a blank, or a line's end where there is room for lines."""

    def __call__(self, zh: str, en: str, /, between: str = " ", **fields: str | int) -> str: ...


def both(zh: str, en: str, /, between: str = " ", **fields: str | int) -> str:
    """Chinese, and English after it."""
    return f"{zh}{between}{en}".format_map(fields) if fields else f"{zh}{between}{en}"


_WORDS: Final = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
"""A template's own words, ``{周转箱|Tote}``: Chinese and English, so that a further language knows them."""


def worded(text: str, say: Say, between: str = " ") -> str:
    return _WORDS.sub(lambda found: say(found[1], found[2], between), text)


def words_in(text: str) -> list[tuple[str, str]]:
    return _WORDS.findall(text)
