"""Expected weight, its tolerance, and which line would explain a difference (F2, features 2 and 3)."""

from __future__ import annotations

from collections.abc import Sequence

from station.packing.events import Explanation
from station.packing.model import NOT_PACKED, OrderLine
from station.packing.rules import Rules

EXPLANATIONS_MAX = 3
EXPLAINING_UNITS_MAX = 3


def expected_mg(lines: Sequence[OrderLine], packed: Sequence[int], packaging_mg: int) -> int | None:
    """Units, carton and filler; None when the weight of some unit in the box is not known."""
    total = packaging_mg
    for line, units in zip(lines, packed, strict=True):
        if units == 0 or line.kind in NOT_PACKED:
            continue
        if line.weight_mg is None:
            return None
        total += line.weight_mg * units
    return total


def allowed_mg(expected: int, rules: Rules) -> tuple[int, int]:
    """The lowest and highest weight taken: the wider of the two tolerances on each side, never below zero."""
    tolerance = max(rules.tolerance_mg, expected * rules.tolerance_percent // 100)
    return max(0, expected - tolerance), expected + tolerance


def explain(
    difference_mg: int, lines: Sequence[OrderLine], packed: Sequence[int], within_mg: int
) -> tuple[Explanation, ...]:
    """Lines of which one to three units weigh about the difference, nearest first.

    A box too light misses units that were counted in; a box too heavy holds units of a line more than counted.
    """
    found: list[tuple[int, Explanation]] = []
    for index, line in enumerate(lines):
        if not line.weight_mg or line.kind in NOT_PACKED:
            continue
        units = _nearest_units(abs(difference_mg), line.weight_mg)
        if difference_mg < 0:
            units = min(units, packed[index])
        off = abs(abs(difference_mg) - units * line.weight_mg)
        if units and off <= within_mg:
            signed = units * line.weight_mg * (1 if difference_mg > 0 else -1)
            found.append((off, Explanation(line=index, sku=line.sku, units=units, weight_mg=signed)))
    found.sort(key=lambda pair: pair[0])
    return tuple(explanation for _, explanation in found[:EXPLANATIONS_MAX])


def _nearest_units(difference_mg: int, unit_mg: int) -> int:
    return min(EXPLAINING_UNITS_MAX, max(1, round(difference_mg / unit_mg)))
