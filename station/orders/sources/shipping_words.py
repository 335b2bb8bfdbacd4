"""The shipping choices of shops that sell speeds, not carriers. Pure."""

from __future__ import annotations

_NO_CHOICE = frozenset({"", "standard", "standard shipping", "free shipping", "free", "shipping", "economy"})


def carrier_chosen(text: str) -> str:
    """The buyer's choice where it asks for something; "Standard" asks for nothing, and no packer need confirm it."""
    words = " ".join(text.split())
    return "" if words.casefold() in _NO_CHOICE or words.casefold().startswith("std ") else words
