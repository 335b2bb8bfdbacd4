"""What the banner says while the box that did not fit is off the scale. Pure; nothing recorded changes by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from station.packing.reasons import Reason
from station.ui.screen import Screen, Stage, Words
from station.ui.surroundings import LiveWeight

BACK_ON: Final = Words(zh="把箱子放回秤上", en="Put the box back on the scale")
JUST_NOW: Final = Words(zh="刚才{what}", en="It was {what}")

_EMPTY_MG: Final = 2_000
_JUDGED: Final = frozenset({Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH})


def pan_empty(weight_mg: int | None) -> bool:
    return weight_mg is not None and abs(weight_mg) < _EMPTY_MG


def followed(screen: Screen, live: LiveWeight | None) -> Screen:
    """The verdict was on what is no longer there: the box is asked for, and what was wrong with it stands below."""
    off = live is not None and pan_empty(live.weight_mg)
    if not off or screen.stage is not Stage.WEIGHING or screen.reason not in _JUDGED:
        return screen
    return replace(screen, headline=BACK_ON, detail=JUST_NOW.filled(what=screen.headline))
