"""What a code becomes when scanner and computer are set to keyboards of different countries. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final

from station.devices.key_layout import DE, FR, GB, US, Layout
from station.setup.proof import GS

LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType({"US": US, "GB": GB, "DE": DE, "FR": FR})
_SURE: Final = 0.85
"""Of the letters alike: dead keys join with the next letter in ways of each system's own."""


def typed_on(text: str, scanner: Layout, computer: Layout) -> str:
    """What ``text`` arrives as; characters the scanner's keyboard lacks, and dead keys, leave nothing."""
    return "".join(_arrives(character, scanner, computer) for character in text)


def bent_by_layout(wanted: str, text: str) -> tuple[str, str] | None:
    """The scanner's and the computer's keyboard that make ``text`` of ``wanted``, the likeliest pair; or None."""
    best = max(_pairs(wanted, text), default=(0.0, "", ""))
    return (best[1], best[2]) if best[0] >= _SURE and best[0] > _alike(wanted, text) else None


def _pairs(wanted: str, text: str) -> Iterator[tuple[float, str, str]]:
    for scanner_name, scanner in LAYOUTS.items():
        for computer_name, computer in LAYOUTS.items():
            if scanner is not computer:
                yield _alike(typed_on(wanted, scanner, computer), text), scanner_name, computer_name


def _arrives(character: str, scanner: Layout, computer: Layout) -> str:
    if character == GS:
        return GS
    pairs = ((scanner.plain, computer.plain), (scanner.shifted, computer.shifted), (scanner.alt_gr, computer.alt_gr))
    for keys, characters in pairs:
        for key, made in keys.items():
            if made == character:
                arrived = characters.get(key, "")
                return "" if arrived in computer.dead else arrived
    return ""


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
