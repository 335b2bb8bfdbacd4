"""One setting of ``bench.toml`` changed, and put back: all else stays; what would not read is not written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from station.errors import SettingsTrouble, Trouble
from station.home import Home
from station.settings import read
from station.setup.bench_file import back_up, write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What was written in place of what, to be put back."""

    key: str
    before: str
    after: str


def changed(home: Home, key: str, typed: str, now_us: int) -> Edit:
    """The setting as it was typed; empty takes it out of the file, so that the program's own value holds.

    Raises:
        SettingsTrouble: it would not read; nothing was changed.
    """
    path = home.settings_file
    before = text_of(home)
    try:
        document = tomlkit.parse(before)
    except TOMLKitError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=str(path), remedy="Mend that line.") from error
    table, _, name = key.partition(".")
    inside = document.setdefault(table, tomlkit.table())
    if typed.strip():
        inside[name] = _value(typed.strip())
    elif name in inside:
        del inside[name]
    after = tomlkit.dumps(document)
    read(after, file=path.name)
    _write(path, before, after, now_us)
    return Edit(key=key, before=before, after=after)


def replaced(home: Home, what: str, before: str, after: str, now_us: int) -> Edit:
    """The whole file. Raises ``Trouble``: it is no more what ``before`` says."""
    path = home.settings_file
    if text_of(home) != before:
        raise Trouble("the file has been changed since", where=path.name, remedy="Do it again.")
    _write(path, before, after, now_us)
    return Edit(key=what, before=before, after=after)


def fits(key: str, typed: str) -> bool:
    """Whether the setting alone takes the value; it may still contradict another one."""
    table, _, name = key.partition(".")
    try:
        read(tomlkit.dumps({table: {name: _value(typed.strip())}}), file=key)
    except SettingsTrouble:
        return False
    return True


def undone(home: Home, edit: Edit, now_us: int) -> None:
    """As it was before. Raises ``Trouble``: the file has been changed since by others."""
    path = home.settings_file
    if text_of(home) != edit.after:
        raise Trouble("the file has been changed since", where=path.name, remedy="Change the setting itself again.")
    _write(path, edit.after, edit.before, now_us)


def _value(typed: str) -> Any:
    """A number, true or false, a list or a text in quotation marks as in the file; anything else is a text."""
    try:
        return json.loads(typed)
    except ValueError:
        return typed


def text_of(home: Home) -> str:
    """The settings' file as it stands, empty where there is none. Raises ``SettingsTrouble``."""
    path = home.settings_file
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsTrouble(f"this file does not read: {error}", where=str(path)) from error


def _write(path: Path, before: str, after: str, now_us: int) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if before:
            back_up(path, before, now_us)
        write_whole(path, after)
    except OSError as error:
        raise Trouble(f"the file cannot be written: {error.strerror}", where=str(path)) from error
