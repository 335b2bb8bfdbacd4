"""What the device bar tells a supervisor of photos and video that lie on this bench alone: words and a state."""

from __future__ import annotations

from typing import Final

from station.ui.screen import Words
from station.ui.surroundings import DeviceState, DeviceView

KIND: Final = "copies"
NAME: Final = Words(zh="影像副本", en="Media copies")
WAITING: Final = Words(zh="{n} 个待传，{span}", en="{n} wait, {span}")
LONG_S: Final = 900
"""From here on it is said: a round has failed more than once."""

GRAVE_S: Final = 86_400
"""A day's evidence is on one disk."""

_UNITS: Final = (
    (86_400, Words(zh="{n} 天", en="{n} d")),
    (3_600, Words(zh="{n} 小时", en="{n} h")),
    (60, Words(zh="{n} 分钟", en="{n} min")),
)


def copies_view(waiting: int, oldest_s: int | None) -> DeviceView | None:
    """``oldest_s``: how long the oldest of them has been here alone. None while copies come in time."""
    if not waiting or oldest_s is None or oldest_s < LONG_S:
        return None
    size, span = next((unit for unit in _UNITS if oldest_s >= unit[0]), _UNITS[-1])
    word = WAITING.filled(n=waiting, span=span.filled(n=oldest_s // size))
    state = DeviceState.ATTENTION if oldest_s >= GRAVE_S else DeviceState.WAIT
    return DeviceView(kind=KIND, name=NAME, word=word, state=state)
