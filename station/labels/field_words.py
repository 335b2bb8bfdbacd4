"""What people call a template's fields, and what is said of them: nobody at a bench knows template files. Pure."""

from __future__ import annotations

from functools import reduce
from typing import TypeAlias

from station.packing.label_faults import AND, BEGINNINGS, FAULTS, FIELDS

Both: TypeAlias = tuple[str, str]
"""Chinese and English."""


def fault(name: str, *, field: str = "", **parts: str | int | Both) -> Both:
    """One of ``FAULTS`` about a field, or several with "and" between them; a part may have its own words in each."""
    told = {key: part if isinstance(part, tuple) else (str(part), str(part)) for key, part in parts.items()}
    told["field"] = words_of(field)
    zh, en = FAULTS[name]
    chinese, english = ({key: part[language] for key, part in told.items()} for language in (0, 1))
    return zh.format_map(chinese), en.format_map(english)


def words_of(fields: str) -> Both:
    """Each thing once; a name that only template files know stays as it is."""
    named = [_words(field) for field in fields.split(" and ")]
    zhs, ens = (list(dict.fromkeys(words[language] for words in named)) for language in (0, 1))
    return _joined(zhs, AND[0]), _joined(ens, AND[1])


def _joined(names: list[str], between: str) -> str:
    return reduce(lambda row, name: between.format(first=row, next=name), names[1:], names[0])


def _words(field: str) -> Both:
    begun = next((words for beginning, words in BEGINNINGS.items() if field.startswith(beginning)), None)
    return FIELDS.get(field) or begun or (field, field)
