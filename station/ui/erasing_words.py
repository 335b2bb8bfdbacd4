"""What the device bar tells a supervisor of erasures that are not finished here: never an alarm; words and a state."""

from __future__ import annotations

from typing import Final

from station.ui.screen import Words
from station.ui.surroundings import DeviceState, DeviceView

KIND: Final = "erasing"
NAME: Final = Words(zh="删除", en="Erasing")
WAITING: Final = Words(zh="{n} 单待删", en="{n} to erase")
AT_THE_END: Final = Words(zh="关程序时清完", en="done when closed")
"""The values are gone; files that still hold old pages are written anew at the clean end."""


def erasing_view(waiting: int, *, owed: bool) -> DeviceView | None:
    """``waiting``: orders that somebody asked this bench to erase. None when nothing is left to do."""
    if waiting:
        return DeviceView(kind=KIND, name=NAME, word=WAITING.filled(n=waiting), state=DeviceState.WAIT)
    return DeviceView(kind=KIND, name=NAME, word=AT_THE_END, state=DeviceState.WAIT) if owed else None
