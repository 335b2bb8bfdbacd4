"""How a drill went, from the events that the bench recorded and nothing else. Pure.

Three points a drill: the way out was found, no further error was made, it was found in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from station.packing.events import DeviceChanged, Event, OrderStopped, ScanRefused, StopCleared, WeightRefused
from station.packing.inputs import DeviceKind

MOST: Final = 3
SEEN_US: Final = 1_000_000
"""Nobody sees sooner what came from elsewhere: what the hands had begun goes on until then."""
BY_KEYS: Final = "keys"
"""The device of what a key or a button did; anything else was scanned."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it was recorded; the time only ever counts in differences."""

    at_us: int
    event: Event


@dataclass(frozen=True, slots=True)
class Sign:
    """Which event is meant: its kind, and of a device's report whose and whether it came or went."""

    kind: type[object]
    reasons: frozenset[str] = frozenset()  # empty: any
    of: DeviceKind | None = None
    up: bool = False

    def fits(self, event: Event) -> bool:
        if not isinstance(event, self.kind):
            return False
        if isinstance(event, DeviceChanged):
            return event.kind is self.of and event.up is self.up
        return not self.reasons or getattr(event, "reason", "") in self.reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is judged. Without ``fault`` the time runs from the start: nothing is recorded of what is not done."""

    way_out: Sign
    fault: Sign | None = None
    within_s: int
    may_be_noticed: bool = False  # the fault can be seen before it is scanned


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    found: bool
    noticed: bool = False  # the fault was avoided, so it was never recorded
    seconds: int = 0
    in_time: bool = False
    errors: int = 0  # refusals beside the drill's own
    cleared_by: str = ""  # the device of the clear; empty where nothing was to be cleared

    @property
    def points(self) -> int:
        return self.found + (self.found and self.errors == 0) + (self.found and self.in_time)


NOT_FOUND: Final = Judged(found=False)


def judge(task: Task, told: Sequence[Told], *, began_us: int) -> Judged | None:
    """None while it is not over."""
    fault = None if task.fault is None else _first(task.fault, told, 0)
    if task.fault is not None and fault is None and not task.may_be_noticed:
        return None
    end = _first(task.way_out, told, 0 if fault is None else fault + 1)
    if end is None:
        return None
    since_us = began_us if fault is None else told[fault].at_us
    seconds = max(0, round((told[end].at_us - since_us) / 1_000_000))
    return Judged(
        found=True,
        noticed=task.fault is not None and fault is None,
        seconds=seconds,
        in_time=seconds <= task.within_s,
        errors=_errors(told[: end + 1], fault),
        cleared_by=_cleared_by(told[: end + 1]),
    )


def given_up(told: Sequence[Told]) -> Judged:
    """The person went on without the way out."""
    return Judged(found=False, errors=_errors(told, None))


def _first(sign: Sign, told: Sequence[Told], since: int) -> int | None:
    return next((at for at in range(since, len(told)) if sign.fits(told[at].event)), None)


def _errors(told: Sequence[Told], fault: int | None) -> int:
    """Refusals, the fault's own left out: a code read twice is none, and neither is a reading that settles."""
    refused = [at for at, one in enumerate(told) if _refused(one.event)]
    return len([at for at in refused if at != fault and not _under_way(told, at, fault)])


def _refused(event: Event) -> bool:
    return isinstance(event, ScanRefused) or _weight_refused(event)


def _under_way(told: Sequence[Told], at: int, fault: int | None) -> bool:
    """A scan that met the buyer's stop before anybody could see it."""
    if fault is None or not isinstance(told[fault].event, OrderStopped):
        return False
    return at > fault and told[at].at_us - told[fault].at_us <= SEEN_US


def _weight_refused(event: Event) -> bool:
    return isinstance(event, WeightRefused) and event.reason in ("weight_low", "weight_high")


def _cleared_by(told: Sequence[Told]) -> str:
    return next((one.event.device for one in reversed(told) if isinstance(one.event, StopCleared)), "")
