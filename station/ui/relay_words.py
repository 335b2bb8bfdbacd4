"""What is said of a bench's record on its way to the order book: what waits here, what is there in vain, what differs.

In the device bar it stands in the order book's own place. Words and states, no rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from station.packing.inputs import DeviceKind
from station.ui.anchor_words import span_of
from station.ui.device_names import NAMES
from station.ui.screen import Words
from station.ui.surroundings import DeviceState, DeviceView

BEHIND: Final = Words(zh="{n} 条未送，最早 {span}前", en="{n} not sent, oldest {span}")
ASIDE: Final = Words(zh="{n} 条搁置", en="{n} entries set aside")
FORKED: Final = Words(zh="记录不一致", en="Record differs")
BEHIND_CELL: Final = Words(zh="未送 {n}", en="late: {n}")
ASIDE_CELL: Final = Words(zh="搁置 {n}", en="aside: {n}")
FORKED_CELL: Final = Words(zh="不一致", en="differs")
LEAVE_ON: Final = Words(zh="这台电脑请勿关机：{word}", en="Leave this computer on: {word}")
SHOWN_S: Final = 10
"""Younger ones are on their way: the relay goes every second."""


def relay_view(waiting: int, age_s: int, *, aside: int = 0, forked: bool = False) -> DeviceView | None:
    """The gravest; None while all is at the order book or on its way."""
    if forked:
        word = FORKED
    elif aside:
        word = ASIDE.filled(n=aside)
    elif waiting and age_s >= SHOWN_S:
        word = BEHIND.filled(n=waiting, span=span_of(age_s))
    else:
        return None
    kind = DeviceKind.ORDER_BOOK
    return DeviceView(kind=kind.value, name=NAMES[kind], word=word, state=DeviceState.ATTENTION)


def alarming(*, aside: int, forked: bool) -> Words | None:
    """What does not pass by itself; None as a rule."""
    if forked:
        return FORKED
    return ASIDE.filled(n=aside) if aside else None


def in_cell(waiting: int, *, aside: int, forked: bool) -> Words | None:
    """For a cell of the table of all benches; None when there is nothing to say."""
    if forked:
        return FORKED_CELL
    if aside:
        return ASIDE_CELL.filled(n=aside)
    return BEHIND_CELL.filled(n=waiting) if waiting else None


def beside_link(views: Iterable[DeviceView], relay: DeviceView | None) -> tuple[DeviceView, ...]:
    """The order book has one place in the bar, whether it is told of its line or of what waits for it."""
    shown = tuple(views)
    if relay is None:
        return shown
    if not any(view.kind == relay.kind for view in shown):
        return (*shown, relay)
    return tuple(_in_its_place(view, relay) if view.kind == relay.kind else view for view in shown)


def _in_its_place(line: DeviceView, relay: DeviceView) -> DeviceView:
    """A line that is down stays told as such: what waits follows from it."""
    return replace(relay, name=line.name, state=line.state if line.state is DeviceState.WAIT else relay.state)


def leave_on(views: Iterable[DeviceView]) -> Words | None:
    """For whoever signs out while entries are only here."""
    behind = (view.word for view in views if view.word.template is not None and view.word.template.en == BEHIND.en)
    word = next(behind, None)
    return None if word is None else LEAVE_ON.filled(word=word)
