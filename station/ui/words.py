"""A sentence in every language: Chinese and English as in the tables, any other by a translator's file. Pure.

A sentence is whole in its table; what is put into it are names, numbers and other sentences, never endings or parts of
speech (decision 0069). The tables are read by ``station.translations`` as they are written: literals only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Final, TypeAlias

from station.ui.plurals import ONE

COUNTED: Final = "n"
"""The field that decides between one and many."""
_FIELD: Final = re.compile(r"\{(\w*)\}")

Translate: TypeAlias = Callable[[str, str, int | None], str | None]
"""English and Chinese of a table, and what is counted; None where the language has no such sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One sentence in both languages; the person's leads. ``template`` is what it was before its fields were filled."""

    zh: str
    en: str
    template: Template | None = field(default=None, compare=False, repr=False)

    def filled(self, **fields: Field) -> Words:
        """Each language gets its own reading of a field that is ``Words``; ``n`` decides between one and many."""
        assert self.template is None, "a sentence is filled once"
        template = Template(zh=self.zh, en=self.en, fields=tuple(fields.items()))
        english = ONE.get(self.en, self.en) if fields.get(COUNTED) == 1 else self.en
        zh = put(self.zh, {name: e.zh if isinstance(e, Words) else _told(name, e) for name, e in fields.items()})
        en = put(english, {name: e.en if isinstance(e, Words) else _told(name, e) for name, e in fields.items()})
        assert zh is not None, self.zh
        assert en is not None, self.en
        return Words(zh=zh, en=en, template=template)


Field: TypeAlias = Words | str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    zh: str
    en: str
    fields: tuple[tuple[str, Field], ...]

    @property
    def counted(self) -> int | None:
        n = dict(self.fields).get(COUNTED) if f"{{{COUNTED}}}" in self.en else None
        return n if isinstance(n, int) else None


LIST: Final = Words(zh="{first}、{next}", en="{first}, {next}")
AFTER: Final = Words(zh="{first}：{next}", en="{first}: {next}")
"""What it is, and what to do about it."""


def begun(words: Words) -> Words:
    """As the beginning of a line: in English with a capital. What is no language, a name or a code, stays as it is."""
    if words.zh == words.en:
        return words
    template = words.template or Template(zh=words.zh, en=words.en, fields=())
    return Words(zh=words.zh, en=words.en[:1].upper() + words.en[1:], template=template)


def same(text: str) -> Words:
    """What is no language: a name, a number, a code."""
    return Words(zh=text, en=text)


BESIDE: Final = Words(zh="{first} · {next}", en="{first} · {next}")


def beside(facts: Sequence[Words]) -> Words:
    """Facts in one row with dots between; empty ones are left out. No sentence is made so."""
    told = [each for each in facts if each.en]
    return reduce(lambda row, each: BESIDE.filled(first=row, next=each), told[1:], told[0]) if told else same("")


def named(zh: str, en: str) -> Words:
    """What a house wrote in two languages, a carrier's name for instance; elsewhere it goes by the English."""
    return Words(zh=zh, en=en, template=Template(zh=en, en=en, fields=()))


def listed(several: Sequence[Words]) -> Words:
    """With commas between; nothing for none."""
    return reduce(lambda row, each: LIST.filled(first=row, next=each), several[1:], several[0]) if several else same("")


def in_other(words: Words, translate: Translate) -> str:
    """The sentence in a third language; in English as a whole where any part of it has no translation."""
    return _other(words, translate) or words.en


def _other(words: Words, translate: Translate) -> str | None:
    template = words.template
    if template is None:
        return words.en if words.zh == words.en else translate(words.en, words.zh, None)
    own = template.zh == template.en
    found = template.en if own else translate(template.en, template.zh, template.counted)
    if found is None:
        return None
    parts: dict[str, str] = {}
    for name, value in template.fields:
        said = _other(value, translate) if isinstance(value, Words) else _told(name, value)
        if said is None:
            return None
        parts[name] = said
    return put(found, parts)


def _told(name: str, value: str | int) -> str:
    """A count has a comma at the thousands; what only looks like a number, of a paper for instance, comes as text."""
    return f"{value:,}" if name == COUNTED and isinstance(value, int) else str(value)


def put(template: str, parts: dict[str, str]) -> str | None:
    """The fields in their places; None where the template names one that there is not. Parts are never read again."""
    if any(name not in parts for name in _FIELD.findall(template)):
        return None
    return _FIELD.sub(lambda found: parts[found[1]], template)


def recognised(zh: str, en: str, templates: Sequence[Words]) -> Words:
    """Words that were recorded as text, with the template they came from: only so has a third language them.

    A text that fits none of the templates in both languages stays as it is.
    """
    for words in templates:
        chinese, english = fields_in(words.zh, zh), fields_in(words.en, en)
        if chinese is None or english is None:
            continue
        made = replace(words).filled(**{name: _own(chinese[name], english[name]) for name in english})
        if (made.zh, made.en) == (zh, en):
            return made
    return Words(zh=zh, en=en)


def _own(zh: str, en: str) -> Field:
    return en if zh == en else named(zh, en)


def fields_in(template: str, text: str) -> dict[str, str] | None:
    """What was put into the template's fields to make the text; None when it was made from another."""
    names = _FIELD.findall(template)
    literal = _FIELD.split(template)[::2]
    pattern = "(.*)".join(re.escape(part) for part in literal)
    found = re.fullmatch(pattern, text, re.DOTALL)
    return dict(zip(names, found.groups(), strict=True)) if found else None
