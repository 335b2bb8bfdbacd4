"""What the device bar says of outside anchors: since when the record's newest entries have been seen by nobody else.

A bench packs on without them, so this is never an alarm; words and a state, no rule.
"""

from __future__ import annotations

from typing import Final

from station.ui.screen import Words
from station.ui.surroundings import DeviceState, DeviceView

KIND: Final = "anchor"
NAME: Final = Words(zh="外部锚点", en="Outside anchor")
COVERED: Final = Words(zh="已锚定", en="Up to date")
OPEN: Final = Words(zh="{span}未锚定", en="{span} unanchored")
LONG_S: Final = 600
"""From here on it waits: a witness or an authority is away."""

_UNITS: Final = (
    (86_400, Words(zh="{n} 天", en="{n} d")),
    (3_600, Words(zh="{n} 小时", en="{n} h")),
    (60, Words(zh="{n} 分钟", en="{n} min")),
    (1, Words(zh="{n} 秒", en="{n} s")),
)


def anchor_view(open_s: int | None) -> DeviceView:
    """``open_s``: the age of the oldest entry that no outside anchor covers; None when all are covered."""
    if open_s is None:
        return DeviceView(kind=KIND, name=NAME, word=COVERED)
    word = OPEN.filled(span=span_of(open_s))
    return DeviceView(
        kind=KIND, name=NAME, word=word, state=DeviceState.WAIT if open_s >= LONG_S else DeviceState.NORMAL
    )


def span_of(seconds: int) -> Words:
    """One unit, never rounded up."""
    size, words = next((unit for unit in _UNITS if seconds >= unit[0]), _UNITS[-1])
    return words.filled(n=max(0, seconds) // size)
