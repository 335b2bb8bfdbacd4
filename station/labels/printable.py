"""Which characters of a person's text may reach paper at all. Pure; whether a font has them is ``faces``' question."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINING: Final = r"\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
_JOINER: Final = re.compile(rf"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])")
"""Between two letters of Arabic, of the Indian scripts, Burmese or Khmer a joiner is spelling, not decoration."""


def clean(text: str) -> str:
    """Text as it may be printed: composed (NFC), blanks folded, and without what no paper shows.

    Controls, zero-width and direction marks and variation selectors are dropped: they have no shape, and could only
    hide or reorder what is read. Of the zero-width ones only joiners stay, where letters are written with them.
    Anything with a shape stays, to be refused by name if no font has it.
    """
    composed = unicodedata.normalize("NFC", text)
    joiners = {found.start() for found in _JOINER.finditer(composed)} if not composed.isascii() else frozenset()
    shown = ("" if _shapeless(c) and at not in joiners else _folded(c) for at, c in enumerate(composed))
    return " ".join("".join(shown).split())


def _folded(character: str) -> str:
    blank = character in "\t\r\n" or unicodedata.category(character) in ("Zs", "Zl", "Zp")
    return " " if blank else character


def _shapeless(character: str) -> bool:
    if character in "\t\r\n":
        return False
    return unicodedata.category(character) in ("Cc", "Cf") or _variation_selector(character)


def _variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
