"""The English name of goods beside their own: the product file's, else the platform's title. Pure; stores nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from station.packing.inputs import Known, KnownAs


def name_en(product: Row[Any], title: str) -> str:
    """Empty where the goods go by one name only, in whichever language that is.

    ``title`` is what the order calls them: a platform abroad has an English one, beside the house's Chinese name.
    """
    name = product.name or title
    abroad = title if _is_latin(title) and not _is_latin(name) and title != product.sku else ""
    return _second_name(name, str(product.name_en or abroad))


def known_goods(sku: str, name: str, english: str, variant: str, picture: str) -> Known:
    """What a scanned code of goods means, with what the product file says of them."""
    second = _second_name(name, english)
    return Known(kind=KnownAs.PRODUCT, sku=sku, name=name, name_en=second, variant=variant, picture=picture)


def _second_name(name: str, english: str) -> str:
    """The English name; empty where it is the name itself."""
    return "" if english == name else english


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and all(letter.isascii() for letter in letters)
