"""Which characters of a person's text may reach paper at all. Pure; whether a font has them is ``faces``' question."""

from __future__ import annotations

import unicodedata


def clean(text: str) -> str:
    """Text as it may be printed: composed (NFC), blanks folded, and without what no paper shows.

    Controls, zero-width and direction marks and variation selectors are dropped: they have no shape, and could only
    hide or reorder what is read. Anything with a shape stays, to be refused by name if no font has it.
    """
    shown = (
        " " if unicodedata.category(c) in ("Zs", "Zl", "Zp") or c in "\t\r\n" else c
        for c in unicodedata.normalize("NFC", text)
        if c in "\t\r\n" or (unicodedata.category(c) not in ("Cc", "Cf") and not _variation_selector(c))
    )
    return " ".join("".join(shown).split())


def _variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
