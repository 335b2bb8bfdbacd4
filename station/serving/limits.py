"""The words of a query that many routes have: how many, and from where on. Nothing is asked of the book here."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, Any, TypeVar

import msgspec
from litestar.params import PathParameter, QueryParameter

from station.errors import UsageTrouble

PAGE_MAX = 500
AFTER_MAX = 8_000

Limit = Annotated[int, QueryParameter(ge=1, le=PAGE_MAX, description="at most so many")]
After = Annotated[str, QueryParameter(max_length=AFTER_MAX, description="``next`` of the page before")]
Number = Annotated[str, PathParameter(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9#][A-Za-z0-9._#/ -]*$")]

Place = TypeVar("Place")


def cursor(place: Any) -> str:
    """Where a page ended, as a word that a program hands back and does not read."""
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(after: str, kind: Any, start: Place) -> Place:
    """
    Raises:
        UsageTrouble: it is no ``next`` of this list.
    """
    if not after:
        return start
    try:
        found: Place = msgspec.json.decode(urlsafe_b64decode(after + "=" * (-len(after) % 4)), type=kind)
    except (msgspec.DecodeError, binascii.Error, ValueError):
        raise UsageTrouble("after is no page of this list", where="after", remedy="Use next of an answer.") from None
    return found
