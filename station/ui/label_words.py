"""What stands against a label, as words of any language: recorded as text, and known again by its sentence. Pure."""

from __future__ import annotations

from functools import reduce
from typing import Final

from station.packing.label_faults import AND, BEGINNINGS, FAULTS, FIELDS
from station.packing.service_limits import OVER
from station.ui.troubles.telling import explained
from station.ui.words import Words, fields_in, named, same

_FAULTS: Final = tuple(Words(zh=zh, en=en) for zh, en in (*FAULTS.values(), *OVER.values()))
_FIELDS: Final = {zh: Words(zh=zh, en=en) for zh, en in (*FIELDS.values(), *BEGINNINGS.values())}
_AND: Final = Words(zh=AND[0], en=AND[1])
_BETWEEN: Final = "、", " and "  # read, not said


def fault(zh: str, en: str) -> Words:
    """As it was recorded; a trouble that is no label's own was recorded in English only."""
    for words in _FAULTS:
        chinese, english = fields_in(words.zh, zh), fields_in(words.en, en)
        if chinese is not None and english is not None:
            return words.filled(**{name: _part(chinese[name], english[name]) for name in english})
    return explained(en) if zh == en else Words(zh=zh, en=en)


def _part(zh: str, en: str) -> Words:
    """A field's name, or several; else what has its own words in a house's two languages, or none."""
    zhs, ens = zh.split(_BETWEEN[0]), en.split(_BETWEEN[1])
    known = [_FIELDS.get(each) for each in zhs]
    parts = [words for words in known if words is not None]
    if len(parts) == len(zhs) and [words.en for words in parts] == ens:
        return reduce(lambda row, each: _AND.filled(first=row, next=each), parts[1:], parts[0])
    return same(en) if zh == en else named(zh, en)
