"""Whether each carrier's orders are packed before it comes, and what would mend it where they are not. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from station.packing.forecast import HOUR_US

SLOWER_PERCENT = 8
"""What a forecast is tried against: two benches of twenty-five out for the rest of the day."""


class Act(StrEnum):
    NONE = "none"
    FIRST = "first"  # this carrier's orders before the others'
    BENCHES = "benches"  # benches that stand still take part
    PACE = "pace"  # nobody is left to join: this much faster, or later at the carrier's
    LATE = "late"  # the cut-off has passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """``slack_us`` is what the act leaves; ``pace`` are the parcels an hour that just make it."""

    act: Act
    benches: tuple[str, ...] = ()
    slack_us: int | None = None
    pace: float | None = None

    @property
    def pace_told(self) -> float:
        """A tenth at least, and rounded up: a person who keeps to it makes it."""
        return ceil((self.pace or 0) * 10) / 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """An order that waits, in the queue's order; ``due_us`` None is late for nothing."""

    carrier: str
    due_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who packs: ``paces`` parcels an hour by bench, ``idle`` benches that run and pack nothing.

    ``elsewhere`` are by carrier the benches whose last parcel went with another.
    """

    paces: Mapping[str, float]
    idle: tuple[str, ...]
    last_carrier: Mapping[str, str]

    @property
    def pace(self) -> float:
        return sum(self.paces.values())

    @property
    def mean(self) -> float:
        return self.pace / len(self.paces) if self.paces else 0.0

    def elsewhere(self, carrier: str) -> tuple[str, ...]:
        return tuple(bench for bench in sorted(self.last_carrier) if self.last_carrier[bench] != carrier)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """``left`` orders of a carrier due at ``due_us``, of which ``misses`` come too late at the present pace.

    Without a pace ``done_us`` and ``slack_us`` are None. ``misses_if_slower``: at a pace lower by ``SLOWER_PERCENT``.
    """

    carrier: str
    due_us: int
    left: int
    done_us: int | None
    misses: int
    misses_if_slower: int
    mend: Mend

    @property
    def slack_us(self) -> int | None:
        """Below zero when it will be missed."""
        return None if self.done_us is None else self.due_us - self.done_us


def cut_offs(queue: Sequence[Queued], floor: Floor, *, now_us: int, wanted_slack_us: int) -> tuple[CutOff, ...]:
    """The queue is packed in the order given, one parcel an order, without a pause; the nearest cut-off first."""
    places: dict[tuple[int, str], list[int]] = {}
    for place, queued in enumerate(queue, start=1):
        if queued.due_us is not None:
            places.setdefault((queued.due_us, queued.carrier), []).append(place)
    return tuple(_cut_off(key, places[key], floor, now_us, wanted_slack_us) for key in sorted(places))


def _cut_off(key: tuple[int, str], places: Sequence[int], floor: Floor, now_us: int, wanted_slack_us: int) -> CutOff:
    due_us, carrier = key
    slower = floor.pace * (1 - SLOWER_PERCENT / 100)
    return CutOff(
        carrier=carrier,
        due_us=due_us,
        left=len(places),
        done_us=_done_us(places[-1], floor.pace, now_us),
        misses=_misses(places, floor.pace, now_us, due_us),
        misses_if_slower=_misses(places, slower, now_us, due_us),
        mend=_mend(due_us, carrier, places, floor, now_us, wanted_slack_us),
    )


def _done_us(place: int, pace: float, now_us: int) -> int | None:
    return now_us + round(place / pace * HOUR_US) if pace > 0 else None


def _misses(places: Sequence[int], pace: float, now_us: int, due_us: int) -> int:
    """Without a pace only what is late already is known."""
    done = ((_done_us(place, pace, now_us) or now_us) for place in places)
    return sum(at_us > due_us for at_us in done)


def _mend(due_us: int, carrier: str, places: Sequence[int], floor: Floor, now_us: int, wanted_slack_us: int) -> Mend:
    """The first act that leaves the slack wanted: a change of order costs nothing, a further bench costs a person."""
    last, left_us = places[-1], due_us - now_us
    if left_us <= 0:
        return Mend(act=Act.LATE)
    needed = last * HOUR_US / left_us
    done_us = _done_us(last, floor.pace, now_us)
    if done_us is None:
        return Mend(act=Act.PACE, pace=needed)
    if due_us - done_us >= wanted_slack_us:
        return Mend(act=Act.NONE, slack_us=due_us - done_us, pace=needed)
    first_us = due_us - (_done_us(len(places), floor.pace, now_us) or now_us)
    if first_us >= wanted_slack_us:
        return Mend(act=Act.FIRST, benches=floor.elsewhere(carrier), slack_us=first_us, pace=needed)
    return _more_benches(last, floor, needed, now_us, due_us, wanted_slack_us)


def _more_benches(last: int, floor: Floor, needed: float, now_us: int, due_us: int, wanted_slack_us: int) -> Mend:
    """As few of the idle benches as will do; each is taken to pack as the others do in the mean."""
    in_time_us = due_us - now_us - wanted_slack_us
    enough = last * HOUR_US / in_time_us if in_time_us > 0 else None
    count = ceil((enough - floor.pace) / floor.mean) if enough is not None else len(floor.idle) + 1
    if count > len(floor.idle):
        return Mend(act=Act.PACE, pace=needed)
    done_us = _done_us(last, floor.pace + count * floor.mean, now_us) or now_us
    return Mend(act=Act.BENCHES, benches=floor.idle[:count], slack_us=due_us - done_us, pace=needed)
