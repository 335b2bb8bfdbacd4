"""Canonical JSON (RFC 8785, JCS) of the evidence format: integers and NFC text only, never a float. Pure.

msgspec's encoder writes the very bytes of JCS for such values, keys aside: it sorts by code point, JCS by UTF-16 unit.
"""

from __future__ import annotations

import base64
import json
import unicodedata
from typing import NoReturn, cast

import msgspec

from station.evidence.fact import JSON

INT_LIMIT = 2**53
"""Integers must lie strictly between minus this and this (I-JSON, RFC 7493 section 2.2)."""

_encoder = msgspec.json.Encoder()
_sorting_encoder = msgspec.json.Encoder(order="sorted")


def encode(value: JSON) -> bytes:
    """The one byte form of ``value``. Text is brought to NFC; a float, a huge integer or a lone surrogate is a bug."""
    return _sorting_encoder.encode(value) if _plain(value) else _encoder.encode(_settled(value))


def _plain(value: JSON) -> bool:
    """Whether nothing has to be settled: text in NFC, keys ASCII, integers small. So are most entries; it is quick."""
    waiting: list[JSON] = [value]
    for item in waiting:  # grows while it is walked
        kind = item.__class__
        if kind is str:
            if not (item.isascii() or unicodedata.is_normalized("NFC", item)):  # type: ignore[union-attr, arg-type]
                return False
        elif kind is int:
            if not -INT_LIMIT < item < INT_LIMIT:  # type: ignore[operator]
                return False
        elif kind is dict:
            if not "".join(item).isascii():  # type: ignore[arg-type]
                return False
            waiting += item.values()  # type: ignore[union-attr]
        elif kind is list or kind is tuple:
            waiting += item  # type: ignore[arg-type]
        elif item is not None and kind is not bool:
            return False
    return True


def _settled(value: JSON) -> JSON:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, int):
        assert -INT_LIMIT < value < INT_LIMIT, f"{value} does not fit canonical JSON"
        return value
    if value is None:
        return None
    if isinstance(value, dict):
        return _sorted(value)
    assert isinstance(value, (list, tuple)), f"{type(value).__name__} is no canonical JSON"
    return [_settled(item) for item in value]


def _sorted(value: dict[str, JSON]) -> dict[str, JSON]:
    if "".join(value).isascii():
        return {key: _settled(value[key]) for key in sorted(value)}
    normal = {unicodedata.normalize("NFC", key): item for key, item in value.items()}
    assert len(normal) == len(value), "two keys are one after normalisation"
    return {key: _settled(normal[key]) for key in sorted(normal, key=lambda key: key.encode("utf-16-be"))}


def parse(data: bytes) -> JSON:
    """The value of canonical bytes; ``ValueError`` for any others: duplicate keys, floats, blanks, another order."""
    try:
        quick: JSON = msgspec.json.decode(data)
        if encode(quick) == data:
            return quick
    except (msgspec.DecodeError, RecursionError, AssertionError, UnicodeError):
        pass  # something is wrong with them: the slow way finds out what
    return _parsed_slowly(data)


def has_form(value: object, data: bytes) -> bool:
    """Whether canonical ``data`` was read into ``value``: encoded again it is the same, and nothing had to be settled.

    Text of NFC has only parts in NFC, since what stands between two parts never joins with either.
    """
    text_ok = data.isascii() or unicodedata.is_normalized("NFC", data.decode())
    return text_ok and _sorting_encoder.encode(value) == data


def _parsed_slowly(data: bytes) -> JSON:
    try:
        text = data.decode()
        value = json.loads(text, object_pairs_hook=_unique, parse_float=_no_float, parse_constant=_no_float)
        again = encode(value)
    except (RecursionError, AssertionError) as error:
        raise ValueError(f"not canonical JSON: {error}") from None
    if again != data:
        raise ValueError("not canonical JSON: the bytes differ from the canonical ones")
    return cast(JSON, value)


def _unique(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("not canonical JSON: a key appears twice")
    return found


def _no_float(text: str) -> NoReturn:
    raise ValueError(f"not canonical JSON: {text} is no integer")


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def unb64(text: str) -> bytes:
    """Strict: ``ValueError`` unless the text is exactly what encoding gives (no second spelling of one value)."""
    data = base64.b64decode(text, validate=True)
    if b64(data) != text:
        raise ValueError("base64 is not in its one canonical spelling")
    return data
