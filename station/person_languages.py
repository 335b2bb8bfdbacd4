"""Which language and palette each person chose at this bench: small files of the home, by pseudonym, no name, no badge.

It is a convenience and no record: what cannot be read is as if nobody had chosen yet. The order book carries the
choices to other benches (``choice_sharing``); the one made last counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from station.errors import Trouble
from station.home import Home
from station.packing.rules import NOT_CHOSEN, Chosen, Person

FILE_BYTES_MAX: Final = 1_000_000
PEOPLE_MAX: Final = 5_000
LATEST_US: Final = 2**62
UNDATED_US: Final = 1
"""Of choices that were kept without a time: later than none, earlier than every other."""

What = Literal["languages", "palettes"]
WHATS: Final[tuple[What, ...]] = ("languages", "palettes")


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    choice: Annotated[str, msgspec.Meta(max_length=32)]
    at_us: Annotated[int, msgspec.Meta(ge=0, le=LATEST_US)]


def chosen(home: Home, what: What = "languages") -> dict[str, Chosen]:
    """Language, or the palette's name, by pseudonym, as it was chosen here."""
    file = _file(home, what)
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            return {}
        kept = msgspec.json.decode(file.read_bytes(), type=dict[str, str | _Kept])
    except (OSError, msgspec.DecodeError):
        return {}
    return {who: _chosen(one) for who, one in kept.items()}


def of_book(people: Iterable[Person], what: What) -> dict[str, Chosen]:
    """The same as the order book has it."""
    return {one.pseudonym: one.language if what == "languages" else one.palette for one in people}


def later(own: Mapping[str, Chosen], others: Mapping[str, Chosen]) -> dict[str, Chosen]:
    """Of each person the choice that was made last; of two made at one moment the own."""
    return {
        who: max(own.get(who, NOT_CHOSEN), others.get(who, NOT_CHOSEN), key=lambda one: one.at_us)
        for who in {**others, **own}
    }


def chosen_now(choice: str, *, now_us: int, after: Chosen) -> Chosen:
    """Later than the choice it takes the place of, even if that was made by a clock that is ahead."""
    return Chosen(what=choice, at_us=min(max(now_us, after.at_us + 1), LATEST_US))


def remember(home: Home, pseudonym: str, choice: Chosen, what: What = "languages") -> None:
    """For this person's next sign-in; of too many people the first ones go. Raises ``Trouble``: it is not kept."""
    people = {who: told for who, told in chosen(home, what).items() if who != pseudonym}
    people[pseudonym] = choice
    kept = {who: {"choice": one.what, "at_us": one.at_us} for who, one in list(people.items())[-PEOPLE_MAX:]}
    file = _file(home, what)
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise Trouble(f"the choice is not kept ({error.strerror})", where=str(file)) from error


def _chosen(kept: str | _Kept) -> Chosen:
    if isinstance(kept, str):
        return Chosen(what=kept[:32], at_us=UNDATED_US)
    return Chosen(what=kept.choice, at_us=kept.at_us)


def _file(home: Home, what: What) -> Path:
    return home.root / f"{what}.json"
