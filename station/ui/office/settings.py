"""The settings' page as a screen: each setting with its value, where it comes from and what it means. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from station.ui.office import settings_words as said
from station.ui.office.screen import NOTHING, Block, Cell, Column, Fact, Heading, Line, TableView, Tone
from station.ui.words import Words, same


class Source(StrEnum):
    DEFAULT = "default"
    HOME = "home"
    SHOP = "shop"
    RULE = "rule"
    PERSON = "person"
    ENVIRONMENT = "environment"
    START = "start"  # what the program was started with


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingView:
    """``value`` as it stands in a file; ``meaning`` and ``takes`` as the documented settings say them."""

    key: str
    value: str
    source: Source
    where: Words
    default: str = ""
    meaning: Words = NOTHING
    takes: Words = NOTHING
    editable: bool = False

    def has(self, text: str) -> bool:
        both = (text for words in (self.meaning, self.where) for text in (words.zh, words.en))
        every = (self.key, self.value, *both)
        return all(any(word in each.casefold() for each in every) for word in text.casefold().split())


def found(rows: Sequence[SettingView], text: str, *, only_changed: bool) -> tuple[SettingView, ...]:
    shown = (row for row in rows if not only_changed or row.source not in (Source.DEFAULT, Source.RULE, Source.SHOP))
    return tuple(row for row in shown if row.has(text))


def table(rows: Sequence[SettingView], *, first: int, cursor: int, room: int) -> TableView:
    return TableView(
        name=said.SETTING,
        columns=(
            Column(head=said.SETTING, share=0.42), Column(head=said.VALUE, share=0.32),
            Column(head=said.SOURCE, share=0.28),
        ),
        rows=tuple(_cells(row) for row in rows[first : first + room]),
        first=first,
        total=len(rows),
        cursor=cursor,
        empty=said.NONE,
        empty_how=said.NONE_HOW,
    )  # fmt: skip


def _cells(row: SettingView) -> tuple[Cell, ...]:
    own = row.source in (Source.HOME, Source.PERSON)
    return (
        Cell(words=same(row.key), code=True, bold=own),
        Cell(words=_value(row.value), code=True, bold=own),
        Cell(words=source_of(row), tone=Tone.PLAIN if own else Tone.QUIET, code=True),
    )


def source_of(row: SettingView) -> Words:
    words = said.SOURCES[row.source]
    return words.filled(where=row.where) if row.source is Source.HOME else words


def _value(text: str) -> Words:
    return said.EMPTY if text in ("", '""', "[]") else same(text)


def pane(row: SettingView) -> Iterator[Block]:
    yield Heading(words=same(row.key))
    yield Fact(name=said.VALUE, value=_value(row.value))
    if row.editable and row.value != row.default:
        yield Fact(name=said.DEFAULT, value=_value(row.default), tone=Tone.QUIET)
    yield Fact(name=said.SOURCE, value=source_of(row))
    yield Fact(name=said.WHERE, value=row.where)
    if row.meaning.en:
        yield Heading(words=said.MEANS)
        yield Line(words=row.meaning)
    if row.takes.en:
        yield Fact(name=said.TAKES, value=row.takes, tone=Tone.QUIET)
    if not row.editable:
        yield Line(words=_elsewhere(row), tone=Tone.QUIET)


def _elsewhere(row: SettingView) -> Words:
    """Where it is changed that cannot be changed here."""
    if row.source in (Source.ENVIRONMENT, Source.START):
        return said.AT_START
    return said.IN_SETUP if row.key in said.LISTS else said.NOT_HERE


def summary(rows: Sequence[SettingView]) -> Words:
    return said.COUNT.filled(n=len(rows), changed=sum(row.source is Source.HOME for row in rows))
