"""What every dialect keeps, made from the examples in its own file: whole, byte by byte, with a tail, with noise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.registry import find, known


class Case(NamedTuple):
    name: str
    reader: Callable[[], Any]
    raw: bytes
    meaning: tuple[object, ...]


def _cases() -> list[Case]:
    cases = []
    for kind, reader in (("scanner", "Dialect"), ("scale", "Dialect"), ("printer", "StatusReader")):
        for name in known(kind):
            module = find(kind, name)
            for number, (raw, meaning, source) in enumerate(module.EXAMPLES):
                assert source, "each example names its source"
                cases.append(Case(f"{name}-{number}", getattr(module, reader), raw, meaning))
    return cases


CASES = _cases()
every_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@every_case
def test_whole(case: Case) -> None:
    """An answer in one read means what the manual says."""
    assert tuple(case.reader().feed(case.raw)) == case.meaning


@every_case
def test_byte_by_byte(case: Case) -> None:
    """The same answer cut at every byte means the same, and nothing before its end."""
    reader = case.reader()
    got = [value for place in range(len(case.raw)) for value in reader.feed(case.raw[place : place + 1])]
    assert tuple(got) == case.meaning


@every_case
def test_with_a_tail(case: Case) -> None:
    """The beginning of the next answer changes nothing, and the next answer is read whole."""
    reader = case.reader()
    half = len(case.raw) // 2
    assert tuple(reader.feed(case.raw + case.raw[:half])) == case.meaning
    assert tuple(reader.feed(case.raw[half:])) == case.meaning


@every_case
def test_two_in_one_read(case: Case) -> None:
    """Two answers in one read are two answers."""
    assert tuple(case.reader().feed(case.raw * 2)) == case.meaning * 2


@every_case
@given(noise=st.binary(max_size=80))
def test_noise_before(case: Case, noise: bytes) -> None:
    """Noise never raises, and once the line has ended and it is asked anew, the next answer is read right.

    A line of keys ends with its Enter: the kernel's word that keys were lost spoils the code until then.
    """
    reader = case.reader()
    reader.feed(noise)
    reader.feed(b"\x03\r\n\x03\r\n")
    if case.name.startswith("keys") and b"X" in noise.splitlines():
        reader.feed(b"K 28 1 0\n")
    if hasattr(reader, "asked"):
        reader.asked()
    assert tuple(reader.feed(case.raw))[-len(case.meaning) :] == case.meaning


@every_case
def test_never_from_a_half(case: Case) -> None:
    """No beginning of an answer, however long, is taken for one."""
    last_end = len(case.raw.rstrip(b"\r\n\x03 "))
    for end in range(last_end):
        assert tuple(case.reader().feed(case.raw[:end])) == ()
