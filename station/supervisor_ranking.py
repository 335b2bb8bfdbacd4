"""Whether this house lets rows stand by a figure: the home's own rule file, and a log of who switched it and when."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError

from station.errors import SettingsTrouble, Trouble
from station.home import Home
from station.reports.figure_rules import FILE, load_figure_rules

KEY: Final = "figures.ranking"
LOG_BYTES_MAX: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    at_us: int
    who: str
    allow: bool


class _Line(msgspec.Struct, frozen=True):
    at_us: int
    who: str
    key: str
    value: bool


def switch_ranking(home: Home, config: Path, *, allow: bool, who: str, now_us: int) -> bool:
    """The rule in the home's own file, which begins as a copy of the shipped one; False where it said so already.

    Raises:
        Trouble: the file does not read, or the change cannot be recorded or written; then nothing is changed.
    """
    if load_figure_rules(home, config).ranking == allow:
        return False
    own = home.root / "rules" / FILE
    try:
        document = tomlkit.parse((own if own.is_file() else config / "rules" / FILE).read_text(encoding="utf-8-sig"))
        document["ranking"] = allow
        own.parent.mkdir(parents=True, exist_ok=True)
        _record(home, Switched(at_us=now_us, who=who, allow=allow))
        part = own.with_name(f"{own.name}.part")
        part.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")
        part.replace(own)
    except TOMLKitError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=str(own), remedy="Mend that line.") from error
    except OSError as error:
        raise Trouble(f"the rule cannot be changed: {error.strerror}", where=str(own)) from error
    return True


def _record(home: Home, switched: Switched) -> None:
    file = log_file(home)
    line = {"at_us": switched.at_us, "who": switched.who, "key": KEY, "value": switched.allow}
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > LOG_BYTES_MAX:
        file.replace(file.with_suffix(".1.jsonl"))
    with file.open("a", encoding="utf-8") as log:
        log.write(f"{json.dumps(line, ensure_ascii=False)}\n")


def last_switch(home: Home) -> Switched | None:
    """The newest one recorded; None where the rule file was edited by hand, or never."""
    try:
        with log_file(home).open(encoding="utf-8") as log:
            newest = deque(log, maxlen=1)
        line = msgspec.json.decode(newest[0], type=_Line) if newest else None
    except (OSError, UnicodeDecodeError, msgspec.DecodeError):
        return None
    return None if line is None else Switched(at_us=line.at_us, who=line.who, allow=line.value)


def log_file(home: Home) -> Path:
    return home.logs / "rules.jsonl"
