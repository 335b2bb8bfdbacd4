"""What a line or a scan means for the question that stands: a choice, a command code, a text, a code. Pure."""

from __future__ import annotations

import re
from typing import Final

from station import codes
from station.packing.inputs import Command
from station.setup.code_faults import HeardCode
from station.setup.values import Answered, CodeHeard, Question, Takes

LINE_MAX: Final = 512
ASIDES: Final = ("none", "skip", "back")
"""Where a text is asked for, a number may be that text: these then go by word, key or button only."""

_KEYS: Final = {
    Command.YES: "yes",
    Command.NO: "no",
    Command.UNDO: "back",
    Command.CLEAR: "clear",
    Command.NEXT: "skip",
}


def understood(text: str, question: Question) -> Answered | CodeHeard:
    """Numbers and words of choices go before codes, command codes before goods."""
    text = text[:LINE_MAX]
    line = text.strip(" \r\n")
    keys = [choice.key for choice in question.choices]
    numbered = [key for key in keys if key not in ASIDES] if question.takes is Takes.TEXT else keys
    if re.fullmatch(r"[1-9][0-9]?", line) and int(line) <= len(numbered):
        return Answered(value=keys[int(line) - 1])
    if line.lower() in keys:
        return Answered(value=line.lower())
    if line in keys:
        return Answered(value=line)
    command = _command(text, keys)
    is_wanted = text in [picture.text for picture in question.pictures]
    if command is not None and not is_wanted:
        return Answered(value=command)
    if question.takes is Takes.CODE:
        return CodeHeard(heard=HeardCode(text=text.rstrip("\r\n"), typed=True))
    return Answered(value=line)


def _command(text: str, keys: list[str]) -> str | None:
    """YES and NO mean the choices of that name, else the first; CHOICE-n the n-th."""
    scan = codes.read(text, device="setup")
    if scan.command is Command.CHOICE and scan.argument.isdigit() and 1 <= int(scan.argument) <= len(keys):
        return keys[int(scan.argument) - 1]
    if scan.command is Command.YES and "yes" not in keys:
        return keys[0] if keys else None
    wanted = _KEYS.get(scan.command) if scan.command is not None else None
    return wanted if wanted in keys else None
