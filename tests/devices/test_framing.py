"""Cutting a stream into frames: any cut of the bytes gives the same frames, and a fragment never is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.framing import Dropped, LineFramer, Why

SUFFIXES = [b"\r", b"\n", b"\r\n", b"\t", b"\x03"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_suffix(suffix: bytes) -> None:
    """Two codes in one read come apart at the suffix the scanner is set to."""
    framer = LineFramer(suffix=suffix, limit=16)
    assert framer.feed(b"one" + suffix + b"two" + suffix) == [b"one", b"two"]


@given(st.lists(st.binary(min_size=1, max_size=12).filter(lambda code: not set(code) & set(b"\r\n"))), st.data())
def test_any_cut(codes: list[bytes], data: st.DataObject) -> None:
    """However the line cuts the bytes, the same codes come out."""
    stream = b"".join(code + b"\r\n" for code in codes)
    framer = LineFramer(suffix=b"\r\n", limit=12)
    got: list[bytes | Dropped] = []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        got += framer.feed(stream[:size])
        stream = stream[size:]
    assert got == codes


def test_line_end_leftovers() -> None:
    """A scanner that sends CR LF is read right by CR alone and by LF alone."""
    assert LineFramer(suffix=b"\r", limit=9).feed(b"one\r\ntwo\r\n") == [b"one", b"two"]
    assert LineFramer(suffix=b"\n", limit=9).feed(b"one\r\ntwo\r\n") == [b"one", b"two"]


def test_prefix() -> None:
    """Where a prefix is set, a frame without it is the tail of something and is dropped."""
    framer = LineFramer(suffix=b"\r", prefix=b"\x02", limit=9)
    assert framer.feed(b"\x02\r") == []
    assert framer.feed(b"3931\r\x02one\r") == [Dropped(why=Why.INCOMPLETE, head=b"3931"), b"one"]


@pytest.mark.parametrize("size", [1, 7, 4_096])
def test_too_long(size: int) -> None:
    """A frame over the limit is reported once and its rest is skipped, whatever the size of the reads."""
    framer = LineFramer(suffix=b"\r\n", limit=8)
    stream = b"x" * 5_000 + b"\r\nok\r\n"
    got: list[bytes | Dropped] = []
    for start in range(0, len(stream), size):
        got += framer.feed(stream[start : start + size])
    assert got == [Dropped(why=Why.TOO_LONG, head=b"x" * 8), b"ok"]


def test_fragment_and_its_tail() -> None:
    """A code that stops in the middle is dropped after a gap, and its late tail is not taken for a code."""
    framer = LineFramer(suffix=b"\r", limit=20)
    assert framer.feed(b"400638") == []
    assert framer.gap() == [Dropped(why=Why.INCOMPLETE, head=b"400638")]
    assert framer.feed(b"1333931\r") == [Dropped(why=Why.INCOMPLETE, head=b"1333931")]
    assert framer.feed(b"4006381333931\r") == [b"4006381333931"]


def test_fragment_then_quiet() -> None:
    """After a fragment and a second gap the line is clean again: the next code counts."""
    framer = LineFramer(suffix=b"\r", limit=20)
    framer.feed(b"400638")
    framer.gap()
    waited = framer.waiting
    assert framer.gap() == []
    assert (waited, framer.waiting) == (True, False)
    assert framer.feed(b"4006381333931\r") == [b"4006381333931"]


def test_gap_inside_a_too_long_frame() -> None:
    """A gap inside an over-long frame adds no second report, and what follows is still its tail."""
    framer = LineFramer(suffix=b"\r", limit=4)
    assert framer.feed(b"123456789") == [Dropped(why=Why.TOO_LONG, head=b"1234")]
    assert framer.gap() == []
    assert framer.feed(b"12\r34\r") == [Dropped(why=Why.INCOMPLETE, head=b"12"), b"34"]


def test_reset() -> None:
    """A new link starts clean: what waited from the old one is gone."""
    framer = LineFramer(suffix=b"\r", limit=9)
    framer.feed(b"400638")
    framer.reset()
    assert framer.feed(b"one\r") == [b"one"]
