"""The text of a template file: parsed, or refused in one sentence with file, line and key. No files are opened here."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TypeVar

import msgspec

from station.errors import SettingsTrouble
from station.labels.template_specs import (
    BarcodeSpec,
    BoxSpec,
    LabelFile,
    LabelHead,
    LineSpec,
    PartSpec,
    PictureSpec,
    Sheet,
    SheetFile,
    TextSpec,
)

_File = TypeVar("_File", LabelFile, SheetFile)
_STRUCTS = (LabelHead, TextSpec, BarcodeSpec, LineSpec, BoxSpec, PictureSpec, PartSpec, Sheet)
_REMEDY = "See docs/labels.md for what it takes."


def parse(text: str, kind: type[_File], name: str) -> _File:
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=name, remedy="Mend that line.") from error
    except msgspec.ValidationError as error:
        raise _refusal(str(error), text, name) from error
    except RecursionError:
        raise SettingsTrouble("this is nested far too deep", where=name, remedy=_REMEDY) from None


def is_sheet(text: str) -> bool:
    return re.search(r"^\s*\[sheet]", text, re.MULTILINE) is not None


def element_lines(text: str) -> tuple[int, ...]:
    """Where each element begins."""
    rows = enumerate(text.split("\n"), 1)
    return tuple(number for number, row in rows if re.match(r"\s*\[\[\s*element\s*]]", row))


def key_line(text: str, first: int, key: str) -> int:
    """The line of ``key`` within the table that begins at ``first``; its first line when it is not there."""
    for number, row in enumerate(text.split("\n")[first:], first + 1):
        if row.lstrip().startswith("["):
            break
        if key and re.match(rf"\s*{re.escape(key)}\s*=", row):
            return number
    return first


def _refusal(message: str, text: str, name: str) -> SettingsTrouble:
    """One sentence with the line, out of msgspec's ``Expected `int`, got `str` - at `$.element[3].lines` ``."""
    what, _, path = message.partition(" - at ")
    found = re.match(r"`\$\.(label|sheet|element\[(\d+)])\.?([a-z_]*)", path)
    unknown = re.search(r"unknown field `(.*)`", what)
    key = unknown[1] if unknown else found[3] if found else ""
    what = f"unknown key {key[:40]!r}" if unknown else f"{key}: {_plain(what)}" if key else _plain(what)
    first = _table_line(text, found)
    where = f"{name}, line {key_line(text, first, key)}" if first else name
    return SettingsTrouble(what, where=where, remedy=_near(key) if unknown else _REMEDY)


def _plain(what: str) -> str:
    missing = re.fullmatch(r"Object missing required field `(.*)`", what)
    return f"{missing[1]} is missing" if missing else what.replace("`", "")


def _table_line(text: str, found: re.Match[str] | None) -> int:
    """Where the table of a fault begins; 0 when that cannot be told."""
    if found is None:
        return 0
    if found[2] is None:
        heads = (at for at, row in enumerate(text.split("\n"), 1) if re.match(rf"\s*\[{found[1]}]", row))
        return next(heads, 0)
    lines = element_lines(text)
    return lines[int(found[2])] if int(found[2]) < len(lines) else 0


def _near(key: str) -> str:
    near = get_close_matches(key, {name for struct in _STRUCTS for name in struct.__struct_fields__}, n=1)
    return f"Did you mean {near[0]!r}?" if near else _REMEDY
