"""Which sample shows which of the states that every screen must show well; or why a view has no such state.

Data only, one row a view of ``sights.SIGHTS``: ``test_states.py`` holds that every view is named with every state. A
state is one that the running program reaches: where it had no good screen for it, the screen was built, not the sample.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Of ``empty`` and ``first day`` the one is a shop that has done its work, the other a shop that has none yet."""

    EMPTY = "empty"
    LOADING = "loading"
    OFFLINE = "offline"  # the order book cannot be reached
    ERROR = "error"  # the last thing asked for could not be done
    FIRST_DAY = "first day"
    MANY = "ten thousand"


@dataclass(frozen=True, slots=True)
class Shown:
    """The sample of this name; ``view``: of another sight, where one window is in several of them."""

    sample: str
    view: str = ""


@dataclass(frozen=True, slots=True)
class Never:
    """The view cannot be in this state, and why."""

    reason: str


Row = Mapping[State, Shown | Never]

_ONE_ORDER = Never("a bench shows one order; the list of orders is the queue's view")
_BENCH: Final[Row] = {
    State.EMPTY: Shown("nothing left", view="start"),
    State.LOADING: Shown("starting", view="start"),
    State.OFFLINE: Shown("offline", view="pack"),
    State.ERROR: Shown("no_answer", view="pack"),
    State.FIRST_DAY: Shown("first day", view="start"),
    State.MANY: _ONE_ORDER,
}
"""Of the bench's one window, whose stages are in three sights."""

_WALL: Final[Row] = {
    State.EMPTY: Shown("empty", view="wall_states"),
    State.LOADING: Never("a wall is read from the order book before its window opens"),
    State.OFFLINE: Shown("offline", view="wall_states"),
    State.ERROR: Shown("error", view="wall_states"),
    State.FIRST_DAY: Never("a wall opens on a batch, and a batch has orders"),
    State.MANY: Never("a wall has as many orders as it has cells, all of them in sight"),
}

ROWS: Final[Mapping[str, Row]] = {
    "pack": _BENCH,
    "start": _BENCH,
    "seat": _BENCH,
    "wall": _WALL,
    "wall_states": _WALL,
    "queue": {
        State.EMPTY: Shown("all packed"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("first day"),
        State.MANY: Shown("ten thousand"),
    },
    "dock": {
        State.EMPTY: Shown("empty"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Never("a handover knows no other day: its first look is its empty one"),
        State.MANY: Shown("ten thousand"),
    },
    "merge": {
        State.EMPTY: Shown("nothing"),
        State.LOADING: Shown("starting"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("failed"),
        State.FIRST_DAY: Never("without orders there is nothing to merge, as on any other day"),
        State.MANY: Shown("ten thousand"),
    },
    "setup": {
        State.EMPTY: Never("set-up asks one question at a time and lists nothing of the shop"),
        State.LOADING: Shown("waiting"),
        State.OFFLINE: Shown("book unreachable"),
        State.ERROR: Shown("told"),
        State.FIRST_DAY: Shown("first question"),
        State.MANY: Never("a question has at most some dozens of choices"),
    },
    "training": {
        State.EMPTY: Never("the lessons are part of the program and always there"),
        State.LOADING: Never("the made-up world is there before the window opens"),
        State.OFFLINE: Never("training has an order book of its own on this computer"),
        State.ERROR: Shown("not saved"),
        State.FIRST_DAY: Shown("first lesson"),
        State.MANY: Never("there are a dozen lessons, all of them on one page"),
    },
    "office-orders": {
        State.EMPTY: Shown("none left"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("first day"),
        State.MANY: Shown("a million"),
    },
    "office-parcel": {
        State.EMPTY: Shown("not begun"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("no such order"),
        State.FIRST_DAY: Never("a story is opened from an order, and there is none yet"),
        State.MANY: Shown("two thousand entries"),
    },
    "office-import": {
        State.EMPTY: Never("what was imported once stays in the list, so only the first day is empty"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("no import yet"),
        State.MANY: Shown("ten thousand bad rows"),
    },
    "office-labels": {
        State.EMPTY: Shown("no such template"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Never("templates are files of this computer; no order book is asked"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Never("templates come with the program and are there on any day"),
        State.MANY: Never("a house has tens of templates, which are all in memory"),
    },
    "office-people": {
        State.EMPTY: Shown("nobody called so"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("nobody yet"),
        State.MANY: Shown("ten thousand"),
    },
    "office-settings": {
        State.EMPTY: Shown("no such setting"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Never("settings are files; without the order book only people's names are missing"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Never("every setting has the program's own value on the first day"),
        State.MANY: Shown("hundreds"),
    },
    "office-devices": {
        State.EMPTY: Shown("none yet"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("none yet"),
        State.MANY: Never("a bench has a handful of devices"),
    },
    "office-setup": {
        State.EMPTY: Never("it is a door, which leads to the set-up whatever is there"),
        State.LOADING: Never("what it shows is known before it opens"),
        State.OFFLINE: Never("it asks no order book; the set-up itself tries one"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("set-up"),
        State.MANY: Never("it lists nothing that could be many"),
    },
    "office-help": {
        State.EMPTY: Never("a help has words, whatever the page shows"),
        State.LOADING: Never("its words are in the program"),
        State.OFFLINE: Never("its words are in the program, its code needs no network"),
        State.ERROR: Never("nothing is read that could fail"),
        State.FIRST_DAY: Never("it is the same on every day"),
        State.MANY: Never("it lists the keys of one page"),
    },
    "dispute": {
        State.EMPTY: Shown("empty"),
        State.LOADING: Shown("starting"),
        State.OFFLINE: Shown("offline at start"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Never("a desk without a dispute looks the same on any day"),
        State.MANY: Shown("ten thousand"),
    },
    "case": {
        State.EMPTY: Shown("not packed"),
        State.LOADING: Shown("reading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("unreadable"),
        State.FIRST_DAY: Never("a case is opened from a dispute, and there is none yet"),
        State.MANY: Never("a parcel's story folds what is alike; it has tens of moments"),
    },
    "board": {
        State.EMPTY: Shown("evening"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("gone"),
        State.ERROR: Shown("no forecast"),
        State.FIRST_DAY: Shown("empty"),
        State.MANY: Never("a hall has tens of benches; fifty stand on pages of their own"),
    },
    "supervisor": {
        State.EMPTY: Shown("empty"),
        State.LOADING: Shown("loading"),
        State.OFFLINE: Shown("offline"),
        State.ERROR: Shown("error"),
        State.FIRST_DAY: Shown("first day"),
        State.MANY: Shown("ten thousand"),
    },
}
