"""The test label on every size of label and every printer."""

from __future__ import annotations

import tomllib

import pytest

from station.clock import SystemClock
from station.home import Home
from station.labels.render import render
from station.labels.saying import both
from station.settings import profile_files
from station.setup.effects import PrintTrial
from station.setup.trial_label import trial_code, trial_drawing
from station.setup.trial_print import keep_tuned, prepare, tuned
from station.setup.values import DeviceWish, Tuned

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("media", ["100x150", "100x180", "102x152", "76x130", "60x100", "210x297"])
@pytest.mark.parametrize("dpi", [203, 300])
def test_it_renders(media: str, dpi: int) -> None:
    """Everything fits, and its code reads back from the dots."""
    assert render(trial_drawing(media, trial_code(3, 12_345_678), "B07", both), dpi).png


@pytest.mark.parametrize("profile", ["zpl-4in-203", "tspl-76-203", "escpos-80", "epl-4in-203", "pdf-a4"])
def test_every_language(home: Home, profile: str) -> None:
    """A label with offsets comes out in each language; the shipped profile is left alone."""
    media = "60x100" if profile in ("tspl-76-203", "escpos-80") else "100x150"
    device = DeviceWish(kind="printer", name="p", link="file:out", profile=profile, media=media)
    shipped = profile_files(home)[profile].read_text()
    trial = prepare(PrintTrial(printer=device, right_mm=2.0, number=2), home, SystemClock(), "B07", both)
    assert trial.data
    assert profile_files(home)[profile].read_text() == shipped
    assert f"setup-{profile}" not in profile_files(home), "an unproven trial is no profile"
    keep_tuned(home, profile)
    kept = tomllib.loads(profile_files(home)[f"setup-{profile}"].read_text())
    assert kept["right_mm"] == tomllib.loads(shipped).get("right_mm", 0) + 2.0, "against the kind's own"
    assert tuned(home) == (Tuned(profile=profile, right_mm=2.0),)


def test_what_was_tuned_is_known_again(home: Home) -> None:
    """Offsets and darkness of an earlier set-up come back as they were found; a profile that does not read was not."""
    device = DeviceWish(kind="printer", name="p", link="file:out", profile="zpl-4in-203", media="100x150")
    prepare(PrintTrial(printer=device, down_mm=1.5, darker=-2), home, SystemClock(), "B07", both)
    keep_tuned(home, "zpl-4in-203")
    assert tuned(home) == (Tuned(profile="zpl-4in-203", down_mm=1.5, darker=-2),)
    profile_files(home)["setup-zpl-4in-203"].write_text("right_mm = [")
    assert tuned(home) == (Tuned(profile="zpl-4in-203"),)
