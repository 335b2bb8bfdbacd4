"""Why a scale's bytes make no weight: nothing comes, another baud rate, parity, another protocol. Pure; no clock.

A guess for the person who sets it up, never a reason to change a setting by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from station.devices.dialect import ScaleDialect
from station.packing.inputs import ScaleFault

KEPT: Final = 256
"""Bytes of the last that were heard without meaning; enough for several answers of any dialect."""

NAMED_AT_MOST: Final = 5
_TEXT: Final = frozenset(range(0x20, 0x7F)) | frozenset(b"\x01\x02\x03\x04\x06\x15\r\n")
_MOSTLY: Final = 0.9
_COMMA: Final = re.compile(rb"\d,\d{1,4} *[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """``word`` is a ``LinkReport``'s; ``sentence`` is for who can mend it."""

    word: str
    sentence: str


def likely_cause(heard: bytes, speaks: str, readers: Mapping[str, Callable[[], ScaleDialect]]) -> Cause:
    """``heard`` is what came last and was no frame of ``speaks``; ``readers`` are all known dialects."""
    if not heard:
        return Cause(
            word="silent",
            sentence=f"nothing came: check power, cable and baud rate, and that the scale is set to speak {speaks}",
        )
    others = [name for name, reader in readers.items() if name != speaks and _reads(reader(), heard)]
    if others:
        return Cause(word="other_protocol", sentence=_instead(others, speaks))
    plain = bytes(byte & 0x7F for byte in heard)
    if text_share(heard) < _MOSTLY and text_share(plain) >= _MOSTLY and _parity(heard):
        return Cause(
            word="parity",
            sentence=f"the bytes carry {_parity(heard)} parity: add bits=7&parity={_parity(heard)} to the serial link",
        )
    if text_share(heard) < _MOSTLY:
        return Cause(word="noise", sentence="the bytes are no text: most likely another baud rate, or parity, is set")
    if _COMMA.search(heard):
        return Cause(
            word="other_protocol",
            sentence="numbers come with a decimal comma, which could be a thousand: set the scale to a decimal point",
        )
    return Cause(
        word="other_protocol",
        sentence=f"text comes that is not {speaks} nor any known protocol: compare the scale's communication settings",
    )


def _reads(dialect: ScaleDialect, heard: bytes) -> bool:
    return any(frame.fault is not ScaleFault.BROKEN for frame in dialect.feed(heard))


def _instead(others: list[str], speaks: str) -> str:
    named = " or ".join(others[:NAMED_AT_MOST])
    return f"the scale speaks {named}, not {speaks}: set speaks to that, or the scale to {speaks}"


def text_share(data: bytes) -> float:
    """How much of it a scale that sends text could have meant, 0 to 1; of drawn bytes it is 0.4."""
    return sum(byte in _TEXT for byte in data) / len(data)


def _parity(data: bytes) -> str:
    """By the number of ones in each byte: all even, all odd, or neither."""
    ones = {byte.bit_count() % 2 for byte in data}
    return "" if len(ones) > 1 else "odd" if ones == {1} else "even"
