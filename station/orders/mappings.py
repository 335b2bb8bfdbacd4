"""Which header of the seller's own order table means what: one small TOML file a set of headers, in the home.

Written at the first import of such a table, so that a person can put it right and every later import follows it. What
a person says at the import (``--map``) goes before it, and is kept in its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from station.errors import SettingsTrouble, Trouble, UsageTrouble
from station.home import Home
from station.orders.sheet import Table, header_key
from station.orders.sources import generic

MAPPINGS_MAX = 500
NOTHING = "-"
"""The meaning of a column that is not to be read."""


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    platform: str = generic.PLATFORM  # whose status words it has, and where its orders are confirmed
    headers: list[str]
    columns: dict[str, str]  # header -> field


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What a person said of a table: ``COLUMN=MEANING`` each, and the platform it comes from."""

    words: tuple[str, ...] = ()
    platform: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.platform)


NOT_TAUGHT = Taught()


def mapping_for(home: Home, table: Table, taught: Taught) -> Mapping:
    """What the table's columns mean: as taught now, else as kept, else as their headers say.

    Raises:
        UsageTrouble: a word of ``taught`` names no column of the table, or no meaning.
        SettingsTrouble: the kept mapping was edited into something that is no mapping.
    """
    kept = _recall(home, table)
    columns = dict(kept.columns if kept else generic.mapping_of(table))
    for word in taught.words:
        header, field = _understood(word, table)
        columns = {other: meaning for other, meaning in columns.items() if other != header and meaning != field}
        if field:
            columns[header] = field
    platform = taught.platform or (kept.platform if kept else generic.PLATFORM)
    return Mapping(platform=platform, headers=list(table.headers), columns=columns)


def _recall(home: Home, table: Table) -> Mapping | None:
    """The mapping kept for exactly these headers."""
    file = _file(home, table)
    if not file.is_file():
        return None
    try:
        kept = msgspec.toml.decode(file.read_bytes(), type=Mapping)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(f"the column mapping cannot be read: {error}", where=str(file), remedy=_REMEDY) from error
    wrong = sorted(set(kept.columns.values()) - set(generic.FIELDS))
    if wrong:
        raise SettingsTrouble(f"there is no field {wrong[0]!r}", where=str(file), remedy=f"Known: {_KNOWN}.")
    return kept


_REMEDY = "Mend it, or delete it to start afresh."
_KNOWN = ", ".join(generic.FIELDS)


def _understood(word: str, table: Table) -> tuple[str, str]:
    """Header and field of ``COLUMN=MEANING``; the other way round is understood too when only that makes sense."""
    left, equals, right = (part.strip() for part in word.rpartition("="))
    headers = {header_key(header): header for header in reversed(table.headers) if header}
    for column, meaning in ((left, right), (right, left)):
        header, field = headers.get(header_key(column)), _field(meaning)
        if equals and header is not None and field is not None:
            return header, field
    known_header = equals and (header_key(left) in headers or header_key(right) in headers)
    if known_header:
        raise UsageTrouble(f"--map {word!r}: there is no such meaning", remedy=f"Known: {_KNOWN}; - for none.")
    shown = table.shown_headers
    raise UsageTrouble(f"--map {word!r} is no COLUMN=MEANING of this table", remedy=f"Its columns: {shown}.")


def _field(text: str) -> str | None:
    """The field of a name or of a header that means it; empty for none at all."""
    if text == NOTHING:
        return ""
    return text if text in generic.FIELDS else generic.meaning_of(text)


def remember(home: Home, mapping: Mapping, *, taught: bool) -> None:
    """Keep a mapping that has served; an existing one is a person's and stays, unless a person taught this one."""
    file = _file_of(home, mapping.headers)
    if file.exists() and not taught:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() or sum(1 for _ in file.parent.iterdir()) < MAPPINGS_MAX:
            file.write_text(_document(mapping), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"the column mapping cannot be kept: {error.strerror}", where=str(file)) from error


def _document(mapping: Mapping) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("Which header of this order table means what. Edit the right-hand sides; fields:"))
    document.add(tomlkit.comment(_KNOWN))
    document.add("platform", tomlkit.item(mapping.platform))
    document.add("headers", tomlkit.item(mapping.headers))
    document.add("columns", tomlkit.item(mapping.columns))
    return tomlkit.dumps(document)


def _file(home: Home, table: Table) -> Path:
    return _file_of(home, table.headers)


def _file_of(home: Home, headers: Sequence[str]) -> Path:
    name = hashlib.sha256("\x1f".join(headers).encode()).hexdigest()[:12]
    return home.mappings / f"generic-{name}.toml"
