"""How long a line at a bench may wait for its answer, whatever happens to the order book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from station.settings import Settings
from tests.e2e.fleet.day import Day

SCAN_S: Final = 0.5
DRAW_S: Final = 1.0
"""The answer to a weight comes with the label drawn; a bench's first one loads the fonts."""

SLACK_S: Final = 0.5
"""For a machine that does more than a bench's: and as much as a thread was woken too late there, twice."""


def too_long(day: Day) -> tuple[str, ...]:
    """Lines that waited longer than their deadline; the first line of a process waits for its start and has none."""
    return late(day.longest_s, day.stories, pulse_s=day.pulse_s)


def late(longest_s: Mapping[str, float], stories: Mapping[str, str], *, pulse_s: float) -> tuple[str, ...]:
    """The same of any waits; ``pulse_s`` is how much too late a thread was woken there at worst."""
    deadline_s = Settings().packing.holds_deadline_ms / 1000
    limits_s = {
        "claim": 2 * deadline_s,
        "holds": deadline_s + DRAW_S,
        "scan": SCAN_S,
        "weight": SCAN_S,
        "label": SCAN_S,
    }
    spare_s = SLACK_S + 2 * pulse_s
    return tuple(
        f"a {kind} line waited {longest_s[kind]:.2f} s, its deadline is {limit_s} s: {stories[kind]}"
        for kind, limit_s in limits_s.items()
        if longest_s.get(kind, 0.0) > limit_s + spare_s
    )
