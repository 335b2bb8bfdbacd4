"""Which language and palette each person reads at this bench: small files of the home, by pseudonym, no name, no badge.

It is a convenience and no record: what cannot be read is as if nobody had chosen yet.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, Literal

import msgspec

from station.errors import Trouble
from station.home import Home

FILE_BYTES_MAX: Final = 200_000
PEOPLE_MAX: Final = 5_000
What = Literal["languages", "palettes"]


def chosen(home: Home, what: What = "languages") -> dict[str, str]:
    """Language, or the palette's name, by pseudonym."""
    file = _file(home, what)
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            return {}
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        return {}


def remember(home: Home, pseudonym: str, choice: str, what: What = "languages") -> None:
    """For this person's next sign-in; of too many people the first ones go. Raises ``Trouble``: it is not kept."""
    people = {who: told for who, told in chosen(home, what).items() if who != pseudonym}
    people[pseudonym] = choice
    kept = dict(list(people.items())[-PEOPLE_MAX:])
    file = _file(home, what)
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise Trouble(f"the choice is not kept ({error.strerror})", where=str(file)) from error


def _file(home: Home, what: What) -> Path:
    return home.root / f"{what}.json"
