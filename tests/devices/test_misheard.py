"""The likely cause of bytes that make no weight."""

from __future__ import annotations

from random import Random

import pytest

from station.devices.misheard import likely_cause
from station.registry import find, known

READERS = {name: find("scale", name).Dialect for name in known("scale")}


def _with_parity(data: bytes, kind: int) -> bytes:
    return bytes(byte | (0x80 if byte.bit_count() % 2 != kind else 0) for byte in data)


def test_nothing() -> None:
    """Silence names power, cable, baud rate and the protocol that was asked."""
    cause = likely_cause(b"", "mt-sics", READERS)
    assert (cause.word, "mt-sics" in cause.sentence) == ("silent", True)


@pytest.mark.parametrize(
    ("heard", "speaks", "named"),
    [
        (b"ST,+0001.234 kg\r\n" * 5, "mt-sics", "a-and-d"),
        (b"S S     100.00 g\r\n" * 5, "a-and-d", "mt-sics"),
        (b"\n0012.34LB\r\n00\r\x03" * 3, "mt-sics", "nci"),
        (b"\x02001.25\r" * 9, "nci", "toledo-8213"),
        (b"ST,GS,1\xc4,000013.5 kg\r\n" * 5, "mt-sics", "cas-22"),
        (b"SUI?     1832.0 g  \r\n" * 5, "mt-sics", "radwag"),
    ],
)
def test_another_protocol(heard: bytes, speaks: str, named: str) -> None:
    """Bytes of another protocol name it."""
    cause = likely_cause(heard, speaks, READERS)
    assert cause.word == "other_protocol"
    assert f"speaks {named}" in cause.sentence or f"or {named}" in cause.sentence


@pytest.mark.parametrize(("kind", "name"), [(0, "even"), (1, "odd")])
def test_parity(kind: int, name: str) -> None:
    """A line of seven bits and parity read with eight bits names the option to add."""
    cause = likely_cause(_with_parity(b"\n0012.34LB\r\n00\r\x03" * 4, kind), "nci", READERS)
    assert (cause.word, f"bits=7&parity={name}" in cause.sentence) == ("parity", True)


def test_another_baud_rate() -> None:
    """Bytes that are no text name the baud rate."""
    cause = likely_cause(Random(7).randbytes(200), "mt-sics", READERS)
    assert (cause.word, "baud rate" in cause.sentence) == ("noise", True)


def test_a_decimal_comma() -> None:
    """Numbers with a comma are no weights, and the sentence says what to set at the scale."""
    cause = likely_cause(b"S S     12,84 kg\r\n" * 9, "mt-sics", READERS)
    assert (cause.word, "decimal point" in cause.sentence) == ("other_protocol", True)


def test_text_nobody_knows() -> None:
    """Readable text of no known protocol sends to the scale's own settings."""
    cause = likely_cause(b"HELLO WORLD\r\n" * 9, "mt-sics", READERS)
    assert (cause.word, "no" in cause.sentence) == ("other_protocol", True)
