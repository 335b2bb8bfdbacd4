"""Another bench's devices for this one: its ``bench.toml`` read, what would be taken told, then written. No passwords.

A device of the same name and kind keeps this bench's link: it names the port or the serial number of the machine that
stands here. A network camera's link can hold a password, so such a device is left out and named (decision 0082).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from station.devices.address import shown_link
from station.errors import SettingsTrouble, Trouble
from station.settings import read

FILE_BYTES_MAX: Final = 1_000_000
_STAYS: Final = ("name", "kind", "link")


class Fate(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    ALIKE = "alike"
    LEFT = "left"  # its link may hold a password


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """One device of the other bench; ``keys``: what of it changes here."""

    name: str
    kind: str
    fate: Fate
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchCopy:
    """``after``: this bench's file with the devices in it."""

    bench: str
    devices: tuple[Copied, ...]
    after: str

    @property
    def changes(self) -> bool:
        return any(each.fate in (Fate.NEW, Fate.CHANGED) for each in self.devices)


def read_other(path: Path) -> str:
    """The other bench's file. Raises ``Trouble``."""
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise Trouble("this is no bench.toml: it is too large", where=str(path))
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(f"this file does not read: {error}", where=str(path), remedy="Name a bench.toml.") from error


def copied(own: str, other: str, *, file: str, own_file: str = "bench.toml") -> BenchCopy:
    """``own`` with the devices of ``other``; comments and everything else of ``own`` stay.

    Raises:
        SettingsTrouble: one of the two does not read, or would not with the devices in it; nothing was changed.
    """
    bench = read(other, file=file).bench.id
    theirs = tomlkit.parse(other).get("device", [])
    document = _document(own, own_file)
    ours = document.setdefault("device", tomlkit.aot())
    if not isinstance(ours, AoT):
        raise SettingsTrouble("device is not a list of tables", where=own_file, remedy="Write it as [[device]].")
    told = tuple(_put(ours, device) for device in theirs)
    after = tomlkit.dumps(document)
    read(after, file=own_file)
    return BenchCopy(bench=bench, devices=told, after=after)


def _document(text: str, file: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=file, remedy="Mend that line.") from error


def _put(ours: AoT, device: Any) -> Copied:
    name, kind, link = str(device["name"]), str(device["kind"]), str(device["link"])
    if shown_link(link) != link:
        return Copied(name=name, kind=kind, fate=Fate.LEFT)
    here = next((each for each in ours if each.get("name") == name and each.get("kind") == kind), None)
    if here is None:
        table = tomlkit.table()
        table.update({key: _plain(value) for key, value in device.items()})
        ours.append(table)
        return Copied(name=name, kind=kind, fate=Fate.NEW)
    keys = [key for key in {**device, **here} if key not in _STAYS and here.get(key) != device.get(key)]
    for key in keys:
        if key in device:
            here[key] = _plain(device[key])
        else:
            here.pop(key)
    return Copied(name=name, kind=kind, fate=Fate.CHANGED if keys else Fate.ALIKE, keys=tuple(keys))


def _plain(value: Any) -> Any:
    """Without the other file's comments and blanks."""
    return value.unwrap() if hasattr(value, "unwrap") else value
