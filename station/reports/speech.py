"""Sheets and papers in their readers' languages: any that the screens have, from the same tables (decision 0084).

Papers of the house follow its bench; papers that leave it follow ``label.languages``: a buyer does not read what the
packer reads. Nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from station.labels.saying import Say
from station.settings import BenchSettings, LabelSettings
from station.ui.languages import CHINESE, ENGLISH, beside, said
from station.ui.words import Words


def heads(words: Iterable[Words], language: str) -> tuple[str, ...]:
    return tuple(said(each, language) for each in words)


def in_all(words: Words, languages: Sequence[str], between: str = " ") -> str:
    return between.join(dict.fromkeys(said(words, language) for language in languages))


def speaking(languages: Sequence[str]) -> Say:
    """Each sentence in every language, one after the other; what is the same in two of them stands once."""

    def say(zh: str, en: str, /, between: str = " ", **fields: str | int) -> str:
        words = Words(zh=zh, en=en)
        return in_all(words.filled(**fields) if fields else words, languages, between)

    return say


def in_house(bench: BenchSettings) -> tuple[str, str]:
    """The two languages of papers that stay here."""
    return in_order((bench.language, bench.second_language or beside(bench.language)))


def in_order(pair: tuple[str, str]) -> tuple[str, str]:
    """Chinese stands before English on paper, whichever leads on the screen."""
    return (CHINESE, ENGLISH) if set(pair) == {CHINESE, ENGLISH} else pair


def say_in_house(bench: BenchSettings) -> Say:
    return speaking(in_house(bench))


def say_outside(label: LabelSettings) -> Say:
    return speaking(label.languages)
