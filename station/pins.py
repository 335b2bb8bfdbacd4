"""PINs of supervisors at this bench: a file of the home with a hash of each, by pseudonym. Who has one is asked for it.

A badge is a barcode, and a photo of it scans as well; where that matters the badge alone must not be enough. The digits
are never kept and never recorded, only whether they were right.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from station.errors import Trouble
from station.home import Home
from station.packing.rules import Person

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE_BYTES_MAX: Final = 200_000
SHAPE: Final = re.compile(r"[0-9]{4,12}")
MEMORY_KIB: Final = 19_456
ROUNDS: Final = 2
"""Argon2id as OWASP's least: some 30 ms a try here. It keeps a stolen file from being read off at once, no longer."""


def with_pins(home: Home, people: Mapping[str, Person]) -> dict[str, Person]:
    """The same people by badge, with those marked that have a PIN here; every supervisor, if that cannot be read."""
    try:
        known = _kept(home)
    except Trouble:
        return {badge: replace(one, pin=one.supervisor) for badge, one in people.items()}
    return {badge: replace(one, pin=one.pseudonym in known) for badge, one in people.items()}


def right(home: Home, pseudonym: str, typed: str) -> bool:
    """Whether it is this person's PIN; takes some hundredths of a second."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        kept = _kept(home).get(pseudonym)
        return kept is not None and bool(SHAPE.fullmatch(typed)) and _hasher().verify(kept, typed)
    except (Trouble, VerificationError, InvalidHashError):
        return False


def put(home: Home, pseudonym: str, pin: str) -> None:
    """From now on this person is asked for it; an empty one ends that. Raises ``Trouble``: nothing has changed."""
    if pin and not SHAPE.fullmatch(pin):
        raise Trouble("a PIN has 4 to 12 digits")
    people = {who: kept for who, kept in _kept(home).items() if who != pseudonym}
    if pin:
        people[pseudonym] = _hasher().hash(pin)
    file = _file(home)
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(json.dumps(people, indent=1).encode())
        part.replace(file)
    except OSError as error:
        raise Trouble(f"the PIN is not kept ({error.strerror})", where=str(file)) from error


def _kept(home: Home) -> dict[str, str]:
    """Hashes by pseudonym. Raises ``Trouble`` for a file that is there and cannot be read."""
    file = _file(home)
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise Trouble("the file of PINs is too large", where=str(file), remedy="Set the PINs again and remove it.")
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        remedy = "Remove it and set the PINs again: sealbench users pin"
        raise Trouble("the file of PINs cannot be read", where=str(file), remedy=remedy) from error


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=1)


def _file(home: Home) -> Path:
    return home.root / "pins.json"
