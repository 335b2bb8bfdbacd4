"""Bytes and JSON values made a little wrong, by a seed: what a broken disk leaves, and what a clever hand tries."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

JSON: TypeAlias = Any

BITS_OF_TROUBLE = (
    b"\0", b"\n", b"\r\n", b"\xef\xbb\xbf", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"+", b"=", b"-1", b"1e999",
    b"NaN", b"18446744073709551616", b"9" * 5000, b"[" * 20_000, b'{"a":' * 3000, b'"\\ud800"', b'"\\u0000"',
    "\u2014 ".encode(), "１".encode(), b"_", b" ", b"..", b"/", b"%",
)  # fmt: skip

VALUES: tuple[JSON, ...] = (
    None, True, False, 0, -1, 1, 2**53, 2**63, 2**64, -(2**63), 10**40, 1.5, "", "x", "\0", "１", "\ud800", "9" * 5000,
    [], {}, [[]], [None], {"": None}, [1, "a"], {"pub": 1},
)  # fmt: skip
"""What a field may be given in the place of its own value."""


def broken_bytes(data: bytes, chance: Random) -> bytes:
    """One to three changes; the outcome may by chance be what it was."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _place(data: bytes, chance: Random) -> int:
    return chance.randint(0, len(data))


def _flip(data: bytes, chance: Random) -> bytes:
    if not data:
        return b"\1"
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _insert(data: bytes, chance: Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.choice(BITS_OF_TROUBLE) + data[at:]


def _random(data: bytes, chance: Random) -> bytes:
    at = _place(data, chance)
    count = chance.randint(1, 40)
    return data[:at] + chance.randbytes(count) + data[at + count :]


def _cut(data: bytes, chance: Random) -> bytes:
    at, to = sorted((_place(data, chance), _place(data, chance)))
    return data[:at] + data[to:]


def _short(data: bytes, chance: Random) -> bytes:
    return data[: _place(data, chance)]


def _double(data: bytes, chance: Random) -> bytes:
    at, to = sorted((_place(data, chance), _place(data, chance)))
    return data[:to] + data[at:to] + data[to:]


def _lines(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            lines[at], lines[to] = lines[to], lines[at]
        case 1:
            lines.insert(to, lines[at])
        case _:
            del lines[at]
    return b"\n".join(lines)


_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (_flip, _insert, _random, _cut, _short, _double, _lines)


def broken_value(value: JSON, chance: Random) -> JSON:
    """One place of the tree is given another value, goes, comes twice, or changes places."""
    copy = json.loads(json.dumps(value))
    holders = list(_holders(copy))
    if not holders:
        return chance.choice(VALUES)
    holder = chance.choice(holders)
    keys = list(range(len(holder))) if isinstance(holder, list) else sorted(holder)
    key, other = chance.choice(keys), chance.choice(keys)
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1:
            holder[key], holder[other] = holder[other], holder[key]
        case 2 if isinstance(holder, list):
            holder.insert(chance.randrange(len(holder)), holder[key])
        case 2:
            holder[f"{key}{chance.choice(('', 'x', ' '))}"] = holder.pop(key)
        case _:
            holder[key] = chance.choice((*VALUES, _near(holder[key], chance)))
    return copy


def _holders(value: JSON) -> list[Any]:
    """Every list and object in the tree that has something in it."""
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return ([value] if inner else []) + [found for one in inner for found in _holders(one)]


def _near(value: JSON, chance: Random) -> JSON:
    """Of the same type, and a little off."""
    match value:
        case bool():
            return not value
        case int():
            return value + chance.choice((-1, 1, 256, 2**32))
        case str():
            return broken_bytes(value.encode(errors="replace")[:2000], chance).decode(errors="replace")
        case _:
            return [value]
