"""Goods by name, in the language of whoever reads: their own two names where they have two, else the one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from station.packing.model import OrderLine
from station.ui.variant_words import which
from station.ui.words import Words, listed, named, same

UNITS_OF: Final = Words(zh="{goods} × {units}", en="{goods} × {units}")
WITH_SKU: Final = Words(zh="{name} ({sku})", en="{name} ({sku})")
WITH_VARIANT: Final = Words(zh="{name} {variant}", en="{name} {variant}")


def goods(line: OrderLine) -> Words:
    """The name alone; the article number of what has none."""
    return called(line.name, line.name_en, line.sku)


def called(name: str, name_en: str, code: str) -> Words:
    """Goods by two names, by the one they have, or by their code."""
    return named(name, name_en) if name and name_en else same(name or name_en or code)


def article(line: OrderLine) -> Words:
    """The name and which of its kind; that is known in one language, and read in others where it is a common word."""
    if not line.variant:
        return goods(line)
    return WITH_VARIANT.filled(name=goods(line), variant=which(line.variant))


def several(lines: Sequence[tuple[OrderLine, int]], *, most: int) -> Words:
    """So many of each; what is beyond ``most`` is three dots."""
    named_units = [UNITS_OF.filled(goods=article(line), units=units) for line, units in lines[:most]]
    return listed([*named_units, *([same("…")] if len(lines) > most else [])])
