"""The banner while the box that did not fit is off the scale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.reasons import Reason
from station.ui.gallery import SHOTS
from station.ui.lifted import BACK_ON, followed, pan_empty
from station.ui.screen import Screen, Stage
from station.ui.surroundings import LiveWeight

LIGHT = next(shot.screen for shot in SHOTS if shot.name == "weighing")
EMPTY = LiveWeight(weight_mg=1_000, stable=True)


def test_an_empty_pan_asks_for_the_box() -> None:
    """What was wrong stands in the second line; colour and reason stay, and once the box is back the verdict does."""
    assert LIGHT.reason == Reason.WEIGHT_LOW
    off = followed(LIGHT, EMPTY)
    assert off.headline == BACK_ON
    assert off.detail.en == f"It was {LIGHT.headline.en}"
    assert off.detail.zh == f"刚才{LIGHT.headline.zh}"
    assert replace(off, headline=LIGHT.headline, detail=LIGHT.detail) == LIGHT
    assert followed(LIGHT, LiveWeight(weight_mg=1_284_000, stable=True)) is LIGHT


@pytest.mark.parametrize(
    ("screen", "live"),
    [
        (LIGHT, None),
        (LIGHT, LiveWeight(weight_mg=None, stable=False)),
        (replace(LIGHT, stage=Stage.STOPPED), EMPTY),
        (replace(LIGHT, reason=Reason.SCALE_FAULT), EMPTY),
        (replace(LIGHT, reason=None), EMPTY),
    ],
)
def test_anything_else_stays_as_it_is(screen: Screen, live: LiveWeight | None) -> None:
    """Without a reading, and where it was not the weight that did not fit."""
    assert followed(screen, live) is screen


@pytest.mark.parametrize(("weight_mg", "empty"), [(None, False), (0, True), (-1_999, True), (2_000, False)])
def test_an_empty_pan(weight_mg: int | None, empty: bool) -> None:
    """Two grams of dust are no box, and a scale that says nothing bears one as far as anybody knows."""
    assert pan_empty(weight_mg) is empty
