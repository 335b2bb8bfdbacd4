"""What the device bar says of a bench's own call for help: whether somebody comes. Words and a state, no rule."""

from __future__ import annotations

from typing import Final

from station.ui.board_words import COMES
from station.ui.screen import Words
from station.ui.surroundings import DeviceState, DeviceView
from station.ui.words import same

KIND: Final = "help"
NAME: Final = Words(zh="叫人", en="Help")
NOBODY_YET: Final = Words(zh="已叫，等人来", en="Called, nobody yet")


def call_view(taken_by: str | None) -> DeviceView:
    """``taken_by``: who said to be on the way, None while nobody did."""
    if taken_by is None:
        return DeviceView(kind=KIND, name=NAME, word=NOBODY_YET, state=DeviceState.WAIT)
    return DeviceView(kind=KIND, name=NAME, word=COMES.filled(name=same(taken_by)))
