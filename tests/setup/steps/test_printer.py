"""The printer's step: what is asked, what is sent, what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.setup import machine
from station.setup.effects import (
    Effect,
    KeepTuned,
    PrintTrial,
)
from station.setup.values import (
    Answered,
    DeviceWish,
    LinksFound,
    Step,
    TrialPrinted,
    Tuned,
)
from station.ui.screen import Verdict
from tests.setup.asking import AROUND, NO_LINKS, at, scanned

PRINTER = (NO_LINKS, "typed", "tcp:127.0.0.1:9100", "zpl-4in-203", "100x150")


def test_nothing_is_printed_unasked() -> None:
    """Up to the last question before the label nothing is sent; then exactly one label."""
    setup, _ = machine.begin(AROUND, only=Step.PRINTER)
    sent: list[Effect] = []
    for input in PRINTER:
        setup, effects = machine.take(setup, Answered(value=input) if isinstance(input, str) else input, 7)
        sent += effects
    assert not [effect for effect in sent if isinstance(effect, PrintTrial)]
    _, effects = machine.take(setup, Answered(value="yes"), 7)
    assert len([effect for effect in effects if isinstance(effect, PrintTrial)]) == 1


def test_printer_from_label_to_scan_back() -> None:
    """Cut off at the left, moved, darker, scanned back: the wish names the home's own profile."""
    printed = TrialPrinted(state="printed", code="TRIAL-01-1")
    again = replace(printed, code="TRIAL-03-1")
    setup, effects = at(Step.PRINTER, *PRINTER, "yes", printed, "left", "4")
    assert [one.right_mm for one in effects if isinstance(one, PrintTrial)] == [4.0]
    for input in (printed, Answered(value="nothing"), Answered(value="darker"), again):
        setup, effects = machine.take(setup, input, 7)
    for value in ("nothing", "good"):
        setup, _ = machine.take(setup, Answered(value=value), 7)
    setup, _ = machine.take(setup, scanned("TRIAL-01-1"), 7)
    assert setup.told is not None
    assert setup.told.verdict is Verdict.STOP
    setup, _ = machine.take(setup, scanned("TRIAL-03-1"), 7)
    device = setup.wish.device("printer")
    assert device is not None
    assert (device.profile, device.media) == ("setup-zpl-4in-203", "100x150")


def test_offsets_are_not_lost() -> None:
    """The step run again for the same printer begins with what it has; for another printer it begins at nothing."""
    present = DeviceWish(kind="printer", name="p", link="tcp:127.0.0.1:9100", profile="setup-zpl-4in-203")
    around = replace(AROUND, devices=(present,))
    found = LinksFound(links=(), tuned=(Tuned(profile="zpl-4in-203", right_mm=2.0, down_mm=1.5, darker=1),))
    printed = TrialPrinted(state="unknown", code="TRIAL-01-1")
    for link, moved in (("tcp:127.0.0.1:9100", (2.0, 1.5, 1)), ("tcp:127.0.0.1:9101", (0.0, 0.0, 0))):
        answers = (found, link, "zpl-4in-203", "100x150", "yes")
        _, effects = at(Step.PRINTER, *answers, around=around)
        sent = [(one.right_mm, one.down_mm, one.darker) for one in effects if isinstance(one, PrintTrial)]
        assert sent == [moved]
        after, effects = at(Step.PRINTER, *answers, printed, "nothing", "good", "no_scanner", around=around)
        device = after.wish.device("printer")
        assert device is not None
        assert (device.profile.startswith("setup-"), KeepTuned(profile="zpl-4in-203") in effects) == (any(moved),) * 2


def test_a_printer_that_prints_nothing() -> None:
    """The cause is told in words and the question stands again."""
    setup, _ = at(Step.PRINTER, *PRINTER, "yes", TrialPrinted(state="not_sent", cause="paper_out", code="T"))
    assert setup.told is not None
    assert "no paper" in setup.told.words.en
    assert "yes" in [choice.key for choice in machine.question(setup).choices]


def test_right_and_bottom_cannot_be_moved_out() -> None:
    """What is lost at the right is no matter of an offset that is not there."""
    printed = TrialPrinted(state="printed", code="T")
    setup, effects = at(Step.PRINTER, *PRINTER, "yes", printed, "right", "3")
    assert setup.told is not None
    assert "guides" in setup.told.words.en
    assert not effects


@pytest.mark.parametrize("media", ["100", "100x", "9x9", "100*150", "1000x150"])
def test_bad_media_is_refused(media: str) -> None:
    """Only a size that bench.toml takes is taken."""
    setup, _ = at(Step.PRINTER, *PRINTER[:-1], media)
    assert setup.told is not None
    assert "100x150" in setup.told.words.en
