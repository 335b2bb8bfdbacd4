"""How far set-up had come, kept in the home."""

from __future__ import annotations

import pytest

from station.errors import SettingsTrouble
from station.home import Home
from station.setup import notes
from station.setup.values import DeviceWish, Ended, Outcome, Step, Wish

WISH = Wish(
    language="en",
    bench="B07",
    devices=(DeviceWish(kind="scanner", name="scanner", link="serial:/dev/ttyACM0", suffix="\t"),),
)
OUTCOMES = {
    Step.LANGUAGE: Outcome(ended=Ended.PASSED, at_us=5, facts=('heard "x" <GS>', "二")),
    Step.SCALE: Outcome(ended=Ended.NO_HARDWARE, at_us=6),
}


def test_kept_and_read(home: Home) -> None:
    """What is saved comes back, control characters and all."""
    notes.save(home, WISH, OUTCOMES)
    assert notes.load(home) == (WISH, OUTCOMES)


def test_nothing_at_first(home: Home) -> None:
    """A fresh home has no notes, and looking makes none."""
    assert notes.load(home) == (Wish(), {})
    assert not home.root.exists()


def test_forgotten(home: Home) -> None:
    """Forgetting begins anew; twice is no error."""
    notes.save(home, WISH, OUTCOMES)
    notes.forget(home)
    notes.forget(home)
    assert notes.load(home) == (Wish(), {})


@pytest.mark.parametrize("text", ["[step", "step = 3", "[step.moon]\nended = 'passed'\nat_us = 1\n", "\x00"])
def test_damaged_notes_are_told(home: Home, text: str) -> None:
    """One sentence says what to do; bench.toml is not touched."""
    home.root.mkdir()
    (home.root / notes.NAME).write_text(text)
    with pytest.raises(SettingsTrouble, match="--fresh"):
        notes.load(home)
