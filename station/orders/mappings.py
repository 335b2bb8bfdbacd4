"""Which header of the seller's own order table means what: one small TOML file a set of headers, in the home.

Written at the first import of such a table, so that a person can put it right and every later import follows it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from station.errors import SettingsTrouble, Trouble
from station.home import Home
from station.orders.sheet import Table
from station.orders.sources import generic

MAPPINGS_MAX = 500


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    headers: list[str]
    columns: dict[str, str]  # header -> field


def recall(home: Home, table: Table) -> dict[str, str] | None:
    """The mapping kept for exactly these headers.

    Raises:
        SettingsTrouble: its file was edited into something that is no mapping.
    """
    file = _file(home, table)
    if not file.is_file():
        return None
    try:
        kept = msgspec.toml.decode(file.read_bytes(), type=Mapping)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(f"the column mapping cannot be read: {error}", where=str(file), remedy=_REMEDY) from error
    wrong = sorted(set(kept.columns.values()) - set(generic.FIELDS))
    if wrong:
        known = ", ".join(generic.FIELDS)
        raise SettingsTrouble(f"there is no field {wrong[0]!r}", where=str(file), remedy=f"Known: {known}.")
    return kept.columns


_REMEDY = "Mend it, or delete it to start anew."


def remember(home: Home, table: Table, columns: dict[str, str]) -> None:
    """Keep a mapping that has served; an existing one is a person's and stays."""
    import tomlkit

    file = _file(home, table)
    if file.exists():
        return
    document = tomlkit.document()
    document.add(tomlkit.comment("Which header of this order table means what. Edit the right-hand sides; fields:"))
    document.add(tomlkit.comment(", ".join(generic.FIELDS)))
    document.add("headers", tomlkit.item(list(table.headers)))
    document.add("columns", tomlkit.item(columns))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if sum(1 for _ in file.parent.iterdir()) < MAPPINGS_MAX:
            file.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"the column mapping cannot be kept: {error.strerror}", where=str(file)) from error


def _file(home: Home, table: Table) -> Path:
    name = hashlib.sha256("\x1f".join(table.headers).encode()).hexdigest()[:12]
    return home.mappings / f"generic-{name}.toml"
