"""What goes wrong in a fleet, planned from a seed: when, where, for how long. Nothing is done here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Kind(StrEnum):
    DELAY = "delay"  # each answer comes late
    SWALLOW = "swallow"  # what is asked is done, and nobody hears of it
    BLACK_HOLE = "black hole"  # nothing arrives either way, and TCP sees nothing wrong
    CUT = "cut"  # the answer to a commit is lost with its connection
    RESET = "reset"
    REFUSE = "refuse"
    HANG_UP = "hang up"
    KILL_BENCH = "kill bench"
    KILL_SERVER = "kill server"
    CLOCK = "clock"  # the bench's time of day jumps
    TAKE_OVER = "take over"  # cut off, and all it has is taken from it
    NETWORK = "network"  # the interface of the benches' namespace is down


EVERYWHERE = frozenset({Kind.KILL_SERVER, Kind.NETWORK})
WEIGHTS = {
    Kind.DELAY: 3, Kind.SWALLOW: 3, Kind.BLACK_HOLE: 2, Kind.CUT: 6, Kind.RESET: 4, Kind.REFUSE: 2, Kind.HANG_UP: 3,
    Kind.KILL_BENCH: 3, Kind.KILL_SERVER: 1, Kind.CLOCK: 2, Kind.TAKE_OVER: 2, Kind.NETWORK: 1,
}  # fmt: skip
DELAYS_MS = (20, 100, 200, 800)
JUMPS_S = (-86_400, -3_600, -5, 5, 3_600, 400 * 86_400)
LASTS_S = (0.5, 2.0, 6.0, 15.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """``amount`` are milliseconds of a delay, lost answers of a cut, or seconds of a jump."""

    at_s: float
    kind: Kind
    bench: int
    lasts_s: float
    amount: int = 0

    def sentence(self) -> str:
        where = "all" if self.kind in EVERYWHERE else f"bench {self.bench}"
        return f"{self.at_s:6.1f} s {self.kind} {where} for {self.lasts_s} s {self.amount or ''}".rstrip()


def plan(seed: int, *, benches: int, length_s: float, every_s: float, kinds: Sequence[Kind]) -> tuple[Fault, ...]:
    """One fault every ``every_s`` seconds on average, in the order in which they begin."""
    chance = Random(seed)
    faults: list[Fault] = []
    at_s = chance.expovariate(1 / every_s)
    while at_s < length_s:
        kind = chance.choices(kinds, weights=[WEIGHTS[each] for each in kinds])[0]
        fault = Fault(at_s=at_s, kind=kind, bench=chance.randrange(benches), lasts_s=chance.choice(LASTS_S))
        faults.append(_measured(fault, chance))
        at_s += chance.expovariate(1 / every_s)
    return tuple(faults)


def _measured(fault: Fault, chance: Random) -> Fault:
    match fault.kind:
        case Kind.DELAY:
            amount = chance.choice(DELAYS_MS)
        case Kind.CUT:
            amount = chance.randint(1, 4)
        case Kind.CLOCK:
            amount = chance.choice(JUMPS_S)
        case _:
            return fault
    return Fault(at_s=fault.at_s, kind=fault.kind, bench=fault.bench, lasts_s=fault.lasts_s, amount=amount)
