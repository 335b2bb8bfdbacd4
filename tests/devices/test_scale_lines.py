"""Lines of scales: however they end, and never from their midst."""

from __future__ import annotations

import pytest

from station.devices.dialect import ScaleFrame
from station.devices.scale_lines import ScaleLines, begin
from station.devices.scales import cas_22, cas_ecr, kern, usb_hid
from station.devices.weight import UNREADY
from station.registry import find, known

BY_LINES = [name for name in known("scale") if isinstance(find("scale", name).Dialect(), ScaleLines)]
FIXED_END = {"cas-22", "nci", "toledo-8213", "toledo-8217"}
EXAMPLES = [
    (name, raw, meaning)
    for name in BY_LINES
    if name not in FIXED_END
    for raw, meaning, _ in find("scale", name).EXAMPLES
    if raw.endswith(b"\r\n")
]


def test_who_has_lines() -> None:
    """All but the two whose frames are cut otherwise: by a check byte and by reports."""
    assert set(known("scale")) - set(BY_LINES) == {"cas-ecr", "usb-hid"}


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\n\r", b"\r\r\n"])
@pytest.mark.parametrize(("speaks", "raw", "meaning"), EXAMPLES, ids=[f"{name} {raw!r}" for name, raw, _ in EXAMPLES])
def test_every_end(speaks: str, raw: bytes, meaning: tuple[ScaleFrame, ...], end: bytes) -> None:
    """A scale set to end its lines with CR or LF alone says the same, in one read and byte by byte."""
    data = raw.removesuffix(b"\r\n") + end
    whole, cut = find("scale", speaks).Dialect(), find("scale", speaks).Dialect()
    assert tuple(whole.feed(data * 2)) == meaning * 2
    assert tuple(frame for place in range(len(data)) for frame in cut.feed(data[place : place + 1])) == meaning


def test_lamps_that_look_like_an_end() -> None:
    """Lamps of CAS' 22 bytes may have any value but LF."""
    for lamps in set(range(256)) - {0x0A}:
        (frame,) = cas_22.Dialect().feed(b"ST,GS,1" + bytes([lamps]) + b",000013.5 kg\r\n")
        assert frame.weight_mg == 13_500_000


@pytest.mark.parametrize("cut", range(1, 18))
def test_joined_in_the_midst(cut: int) -> None:
    """A scale that sends on and on is first heard somewhere inside a line: that piece never weighs."""
    line = b"      1284.5 g  \r\n"
    dialect = kern.Dialect()
    begin(dialect)
    assert dialect.feed(line[cut:]) == []
    assert [frame.weight_mg for frame in dialect.feed(line * 2)][-1] == 1_284_500
    assert all(frame.weight_mg == 1_284_500 for frame in dialect.feed(line * 2))


def test_what_is_no_line_is_heard_at_once() -> None:
    """A report and a frame with its check byte cannot be taken for a shorter one: the first counts."""
    for module in (usb_hid, cas_ecr):
        raw, meaning, _ = module.EXAMPLES[0]
        dialect = module.Dialect()
        begin(dialect)
        assert tuple(dialect.feed(raw)) == meaning


def test_one_question_for_each_protocol() -> None:
    """What is asked, how often and how it is zeroed stands beside the reading."""
    lines = ScaleLines(lambda _line: UNREADY, limit=8, ask=b"?", interval_ms=100, zero=b"0")
    assert (lines.ask, lines.interval_ms, lines.zero) == (b"?", 100, b"0")
    assert lines.feed(b"123456789\n" + b"\n12\r") == [UNREADY]
