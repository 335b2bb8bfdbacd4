from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.packing.model import LineKind, OrderLine, Sku
from station.packing.resolving import Piece, means, noise_mg, piece


def _line(weight_mg: int | None, spread_mg: int = 0, kind: LineKind = LineKind.GOODS) -> OrderLine:
    return OrderLine(sku=Sku("A"), quantity=1, weight_mg=weight_mg, weight_spread_mg=spread_mg, kind=kind)


def _exact(weight_mg: int) -> Piece:
    return Piece(weight_mg=weight_mg, allowance_mg=weight_mg // 25, clear=True)


@pytest.mark.parametrize(("step_mg", "noise"), [(0, 3_000), (10, 500), (1_000, 3_000), (10_000, 30_000)])
def test_noise_follows_the_division(step_mg: int, noise: int) -> None:
    """Three divisions, of grams where nobody told them, and never less than a draught moves."""
    assert noise_mg(step_mg) == noise


@pytest.mark.parametrize(
    ("weight_mg", "spread_mg", "step_mg", "allowance_mg", "clear"),
    [
        (100_000, 0, 1_000, 4_000, True),
        (100_000, 500, 1_000, 1_500, True),
        (100_000, 20, 1_000, 1_000, True),
        (100_000, 20_000, 1_000, 60_000, False),
        (8_000, 0, 1_000, 320, True),
        (6_000, 0, 1_000, 240, False),
        (60_000, 0, 10_000, 2_400, False),
    ],
)
def test_what_a_scale_can_resolve(weight_mg: int, spread_mg: int, step_mg: int, allowance_mg: int, clear: bool) -> None:
    """A unit is clear when it weighs twice what its own spread and the scale may be off together."""
    found = piece(_line(weight_mg, spread_mg), step_mg)
    assert found is not None
    assert (found.allowance_mg, found.clear) == (allowance_mg, clear)


@pytest.mark.parametrize("line", [_line(None), _line(0), _line(9_000, kind=LineKind.VIRTUAL)])
def test_no_piece_without_a_weight(line: OrderLine) -> None:
    """What has no weight, or never goes into a box, is nothing a scale could see."""
    assert piece(line, 1_000) is None


def test_the_nearest_answer_counts_and_the_others_are_named() -> None:
    """A change that two lines could be is the nearer one, and that the other may have come is said."""
    found = means(101_000, {0: 1, 1: 1}, (_exact(100_000), _exact(104_000)), 3_000)
    assert found is not None
    assert (dict(found.units), found.maybe) == ({0: 1}, (1,))


def test_what_is_expected_goes_before_what_is_near() -> None:
    """Among answers that fit, the unit scanned last is the one."""
    found = means(101_000, {0: 1, 1: 1}, (_exact(100_000), _exact(104_000)), 3_000, {1: 1})
    assert found is not None
    assert dict(found.units) == {1: 1}


def test_an_unknown_weight_explains_nothing() -> None:
    """A line without a weight is never the answer."""
    assert means(100_000, {0: 1}, (None,), 3_000) is None


def test_very_many_ways_are_not_gone_through() -> None:
    """Ten lines of nine units: one line at a time, and all together."""
    pieces = tuple(_exact(10_000 * (at + 1)) for at in range(10))
    awaited = dict.fromkeys(range(10), 9)
    one = means(30_000, awaited, pieces, 500)
    everything = means(sum(9 * each.weight_mg for each in pieces), awaited, pieces, 500)
    assert one is not None
    assert everything is not None
    assert dict(everything.units) == awaited


@given(
    weights=st.lists(st.integers(20_000, 900_000), min_size=1, max_size=4),
    counts=st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
def test_exact_weights_are_always_found(weights: list[int], counts: list[int]) -> None:
    """Whatever units came, their exact weight has an answer, and that answer weighs the same within what is allowed."""
    pieces = [_exact(weight) for weight in weights]
    came = {at: counts[at] for at in range(len(weights)) if counts[at]}
    change_mg = sum(weights[at] * units for at, units in came.items())
    found = means(change_mg, came, pieces, 500)
    assert (found is not None) is bool(came)
    if found is not None:
        off = abs(change_mg - sum(weights[at] * units for at, units in found.units.items()))
        assert off <= 500 + sum(pieces[at].allowance_mg * units for at, units in found.units.items())
