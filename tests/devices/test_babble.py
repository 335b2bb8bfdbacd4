"""A scanner that talks nonsense: the likely cause once, instead of a refusal a line."""

from __future__ import annotations

import random

import pytest

from station.devices.babble import ON_END, Babble, Cause
from station.devices.dialect import BadScan, RawScan
from station.devices.hearing import Heard, Hearing
from station.devices.scanners import plain
from station.packing.inputs import DeviceKind, LinkReport, Scan, ScanFault

GOOD = RawScan(text="SO-1")


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (ScanFault.NOT_TEXT, Cause.NOISE),
        (ScanFault.TOO_LONG, Cause.NO_SUFFIX),
        (ScanFault.INCOMPLETE, Cause.NO_SUFFIX),
        (ScanFault.CONTROL_CHARACTERS, Cause.UNREADABLE),
    ],
)
def test_causes(fault: ScanFault, cause: Cause) -> None:
    """Eight bad reads on end have a likely cause and a sentence; a whole code ends it."""
    babble = Babble()
    changes = [babble.hear(BadScan(fault=fault)) for _ in range(ON_END + 1)]
    assert changes == [False] * (ON_END - 1) + [True, False]
    assert (babble.cause, bool(babble.sentence)) == (cause, True)
    assert babble.hear(GOOD)
    assert babble.sentence == ""


def test_now_and_then() -> None:
    """Bad reads with good ones between them, as worn labels give, are never the scanner's fault."""
    babble = Babble()
    for _ in range(5):
        for _ in range(ON_END - 1):
            assert not babble.hear(BadScan(fault=ScanFault.INCOMPLETE))
        assert not babble.hear(GOOD)


def _hearing() -> Hearing:
    return Hearing("scanner", plain.Dialect(), guard_ms=150)


def _link(word: str, *, up: bool) -> LinkReport:
    return LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=up, word=word)


@pytest.mark.parametrize("seed", range(30))
def test_noise_at_full_speed(seed: int) -> None:
    """A second of noise at 115,200 baud is eight lines at most, the last of them the likely cause, and never a code."""
    chance = random.Random(seed)
    listener = _hearing()
    heard: list[Heard] = []
    for _ in range(180):
        heard += listener.feed(chance.randbytes(64))
    assert len(heard) == ON_END
    assert heard[-1] == _link("noise", up=False)
    assert all(one.fault for one in heard if isinstance(one, Scan))
    assert "baud" in listener.cause
    listener.gap()
    listener.gap()
    said = listener.feed(b"SO-1\r")
    assert said[0] == _link("ready", up=True)
    assert isinstance(said[1], Scan)
    assert said[1].text == "SO-1"


def test_wrong_baud_rate_without_ends() -> None:
    """A scanner read at a wrong rate sends short pieces of noise that never end: noise, not a missing suffix."""
    chance = random.Random(3)
    listener = _hearing()
    heard: list[Heard] = []
    for _ in range(ON_END):
        heard += listener.feed(bytes(chance.choice((0x00, 0x80, 0xF8, 0xFF, 0x78, 0xE0, 0x1E)) for _ in range(7)))
        heard += listener.gap() + listener.gap()
    assert heard[-1] == _link("noise", up=False)


def test_wrong_suffix() -> None:
    """A scanner whose codes end in nothing says so after some tries, and each try is never a code."""
    listener = _hearing()
    heard = [one for _ in range(ON_END) for one in listener.feed(b"4006381333931") + listener.gap() + listener.gap()]
    assert heard[-1] == _link("no_suffix", up=False)
    assert all(isinstance(one, LinkReport) or one.fault is ScanFault.INCOMPLETE for one in heard)


def test_why_it_is_not_there() -> None:
    """A scanner that cannot be opened says in a sentence what to do; one that is there has nothing to say."""
    listener = _hearing()
    listener.down("wrong_mode")
    assert "programming code" in listener.cause
    listener.up()
    assert listener.cause == ""


def test_plugged_in_anew() -> None:
    """After a new cable the count begins anew."""
    listener = _hearing()
    for _ in range(ON_END - 1):
        listener.feed(b"\xff\r")
    assert listener.down("lost") == _link("lost", up=False)
    assert listener.up() == _link("ready", up=True)
    assert all(isinstance(one, Scan) for one in listener.feed(b"\xff\r"))
