"""What a scale can tell apart: how exactly units weigh what they should, and which units a change of weight means.

Arithmetic on milligrams only. The figures were chosen by simulated packers, see ``docs/second-witness.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from operator import mul

from station.packing.model import NOT_PACKED, OrderLine

UNKNOWN_STEP_MG = 1_000
"""A scale whose division nobody told is taken for one of grams."""

NOISE_STEPS = 3
NOISE_MIN_MG = 500
GIVEN_PERCENT = 4
"""How far a unit may be from a weight that a product file gives, where nothing was learned of it."""

SPREADS = 3
LEARNED_PERCENT_MIN = 1
COMBINATIONS_MAX = 2_000
"""More ways to explain one change are not gone through: then only one line at a time, or all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One unit of a line as a scale sees it. ``clear``: so heavy that its coming cannot be overlooked."""

    weight_mg: int
    allowance_mg: int
    clear: bool


def noise_mg(step_mg: int) -> int:
    """By how much two stable weights of the same load may differ."""
    return max(NOISE_MIN_MG, NOISE_STEPS * (step_mg or UNKNOWN_STEP_MG))


def piece(line: OrderLine, step_mg: int) -> Piece | None:
    """None where the weight of the unit is not known."""
    if not line.weight_mg or line.kind in NOT_PACKED:
        return None
    allowance_mg = line.weight_mg * GIVEN_PERCENT // 100
    if line.weight_spread_mg:
        allowance_mg = max(SPREADS * line.weight_spread_mg, line.weight_mg * LEARNED_PERCENT_MIN // 100)
    clear = line.weight_mg >= 2 * (allowance_mg + noise_mg(step_mg))
    return Piece(weight_mg=line.weight_mg, allowance_mg=allowance_mg, clear=clear)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """``units`` by line; ``maybe`` are lines of which more may have come, as far as these weights tell."""

    units: Mapping[int, int]
    maybe: tuple[int, ...] = ()


def means(
    change_mg: int,
    awaited: Mapping[int, int],
    pieces: Sequence[Piece | None],
    noise: int,
    expected: Mapping[int, int] | None = None,
) -> Meaning | None:
    """The units, by line, whose weight the change is; of several answers ``expected``, else the nearest.

    ``awaited`` are the most that can have come of each line, negative where they can have gone.
    """
    possible = list(_possible(change_mg, awaited, pieces, noise))
    fitting = [(off, units) for off, units in possible if off <= max(noise, _least_mg(units, pieces) // 2)]
    if not fitting:
        return None
    units = min(fitting, key=lambda pair: (pair[1] != expected, pair[0]))[1]
    maybe = {line for _, other in possible for line, count in other.items() if abs(count) > abs(units.get(line, 0))}
    return Meaning(units=units, maybe=tuple(sorted(maybe)))


def _least_mg(units: Mapping[int, int], pieces: Sequence[Piece | None]) -> int:
    return min(one.weight_mg for line in units if (one := pieces[line]) is not None)


def _possible(
    change_mg: int, awaited: Mapping[int, int], pieces: Sequence[Piece | None], noise: int
) -> Iterator[tuple[int, dict[int, int]]]:
    """The choices whose weight the change can be, each with how far it is off; lines of unknown weight are in none."""
    known = {line: one for line, count in awaited.items() if count and (one := pieces[line]) is not None}
    weights = [one.weight_mg for one in known.values()]
    allowances = [one.allowance_mg for one in known.values()]
    for counts in _ways([awaited[line] for line in known]):
        off = abs(change_mg - sum(map(mul, weights, counts)))
        if off <= noise + sum(map(mul, allowances, map(abs, counts))):
            yield off, {line: count for line, count in zip(known, counts, strict=True) if count}


def _ways(awaited: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every choice of at least one awaited unit; beyond the limit one line at a time, and all."""
    ranges = [range(count + 1) if count > 0 else range(count, 1) for count in awaited]
    if prod(map(len, ranges)) <= COMBINATIONS_MAX:
        yield from (counts for counts in product(*ranges) if any(counts))
        return
    none = (0,) * len(awaited)
    for at, counts in enumerate(ranges):
        yield from ((*none[:at], count, *none[at + 1 :]) for count in counts if count)
    yield tuple(awaited)
